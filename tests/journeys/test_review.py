"""A determination is challenged, answered, made anew and final: over HTTP, and by the clock to the second."""

from datetime import timedelta

import msgspec
import pytest

from app.chairing.actions import determine
from app.chairing.models import Appeal, Challenge, Determination
from app.chairing.reviewing import (
    answer_challenges,
    appeal,
    challenge,
    extend_review,
    hear_appeal,
    take_back_challenge,
    withdraw_determination,
)
from app.chairing.rounds import Round, challenged, rounds_on
from app.consultations.models import Seat
from app.consultations.queries import agenda, find_consultation
from app.core.determinations import Status
from app.core.objections import Behalf
from app.core.phases import Phase
from app.core.report.compose import compose
from app.core.report.disposition import Matter, dispositions
from app.core.report.edition import Edition
from app.core.roles import Role
from app.core.rounds import State
from app.core.texts import Form, ProposalKind
from app.core.words import Incomplete, Refusal, Untimely
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal, withdraw
from app.deliberation.queries import find_position, find_proposal
from app.ledger.models import Event
from app.reports.snapshot import take_snapshot
from app.web import clock
from app.web.languages import LANGUAGES
from tests import cast

DELEGATIONS = {
    "ada": ("Northland", "governments", {}),
    "bo": ("Southland", "governments", {}),
    "eve": ("Open Society of Samples", "civil-society", {}),
    "gus": ("Trade Council", "private-sector", {"speaks_for_group": True}),
}
PAGE = "/proposals/1/positions/1/determination"
REASONS = "Nobody has spoken against it."
WHY_NOT = "Two groups were not heard."
SECOND = timedelta(seconds=1)
DAYS = timedelta(days=7)


@pytest.fixture
def room(app, now):
    """Four delegations, one with two seats and one with its group's mandate; seven days for review."""
    with app.app_context(), write():
        held = cast.consultation(now)
        held.procedure = msgspec.structs.replace(held.procedure, review_days=7)
        bodies = {
            key: cast.delegation(held, name, group, **more)
            for key, (name, group, more) in DELEGATIONS.items()
        }
        seats = {key: cast.seat(held, key, now, delegation=body) for key, body in bodies.items()}
        cast.seat(held, "amy", now, delegation=bodies["ada"])
        cast.seat(held, "hal", now)
        cast.seat(held, "chen", now, Role.CHAIR)
        cast.seat(held, "otto", now, Role.OBSERVER)
        item = agenda(held)[0]
        proposal = table_proposal(item, seats["ada"], ProposalKind.TEXT, "Call it a forum", "", now)
        table_position(proposal, seats["ada"], "it should be called a forum", Form.CLAUSE, now)
        return f"/consultations/{held.slug}"


@pytest.fixture
def held(app, room, now):
    """The consultation with one provisional determination, within an open transaction."""
    with app.app_context(), write():
        found = _Held(find_consultation(room.rpartition("/")[2]))
        found.determine(now)
        yield found


class _Held:
    def __init__(self, consultation):
        self.consultation = consultation
        self.proposal = find_proposal(consultation, 1)
        self.position = find_position(self.proposal, 1)

    def seat(self, key: str) -> Seat:
        return next(seat for seat in db.session.query(Seat) if seat.person.key == key)

    def determine(self, at, status=Status.FORWARD, **more) -> Determination:
        departure = "So I heard." * (status is not Status.FORWARD)
        return determine(
            self.seat("chen"), self.proposal, self.position, status, REASONS, departure, at, **more
        )

    def rounds(self, at, key="chen") -> list[Round]:
        return list(rounds_on(self.proposal, self.position, at, self.seat(key)))

    def round(self, at, key="chen") -> Round:
        return self.rounds(at, key)[-1]

    def challenge(self, key, at, behalf=Behalf.DELEGATION) -> Challenge:
        return challenge(self.seat(key), self.round(at, key), WHY_NOT, behalf, at)

    def answer(self, at, text="They were asked twice.") -> None:
        answer_challenges(self.seat("chen"), self.round(at), text, at)


def send(chen, address, **fields):
    return chen.post(address, {"seen": chen.hidden(address, "seen"), **fields})


def move_deadline(app, seconds: int) -> None:
    """As if the last determination had been made earlier: its deadline is so many seconds from now."""
    with app.app_context(), write():
        last = db.session.query(Determination).order_by(Determination.id.desc()).first()
        last.review_until = clock.now() + seconds * SECOND


def acts(app) -> list[str]:
    with app.app_context():
        rows = db.session.query(Event).order_by(Event.id)
        tables = ("determination:", "challenge:", "appeal:")
        return [f"{row.act} {row.subject.split(':')[0]}" for row in rows if row.subject.startswith(tables)]


# Over HTTP: the whole life


def test_a_determination_is_challenged_answered_made_anew_and_final(app, room) -> None:
    chen, reader = cast.visitor(app, "chen"), cast.visitor(app)
    assert "provisional for 7 days" in chen.get(room + PAGE).text
    assert send(chen, room + PAGE, status="forward", rationale=REASONS).status_code == 303
    assert "Challenges are heard until" in reader.get(room + PAGE).text
    assert "Provisional" in reader.get(f"{room}/board").text
    assert "Provisional" in reader.get(f"{room}/proposals/1").text

    for count, key in enumerate(("ada", "bo", "eve"), 1):
        visitor = cast.visitor(app, key)
        assert "Challenge the determination" in visitor.get(room + PAGE).text
        assert WHY_NOT not in visitor.get(f"{room}{PAGE}/1/challenge").text or count > 1
        sent = visitor.post(f"{room}{PAGE}/1/challenge", {"text": WHY_NOT, "behalf": "delegation"})
        assert (sent.status_code, sent.location) == (303, f"{room}{PAGE}#D1")
        assert ("an answer is owed" in reader.get(room + PAGE).text) == (count == 3)
    page = reader.get(room + PAGE).text
    assert page.count(WHY_NOT) == 3
    assert "Northland" in page.split('id="C1"')[1].split("</article>")[0]

    move_deadline(app, -1)
    page = reader.get(room + PAGE).text
    assert "Provisional until challenges are answered" in page
    assert "Challenges that wait" not in page
    assert "3 challenges" in chen.get(f"{room}/desk").text
    lacking = chen.post(f"{room}{PAGE}/1/answer", {"text": " "})
    assert lacking.status_code == 422
    move_deadline(app, 60)
    answered = chen.post(f"{room}{PAGE}/1/answer", {"text": "You are right: I look at it again."})
    assert answered.status_code == 303
    assert "You are right: I look at it again." in reader.get(room + PAGE).text

    anew = send(chen, room + PAGE, status="noted", rationale="It asks for nothing.", departure="Two groups.")
    assert anew.location == f"{room}{PAGE}#D2"
    page = reader.get(room + PAGE).text
    assert (
        page.index("It asks for nothing.") < page.index("Earlier, and replaced since") < page.index(WHY_NOT)
    )

    move_deadline(app, 0)
    assert "Final" in reader.get(room + PAGE).text
    assert "Provisional" not in reader.get(f"{room}/board").text
    late = cast.visitor(app, "bo").post(
        f"{room}{PAGE}/2/challenge", {"text": "Still not.", "behalf": "delegation"}
    )
    assert late.status_code == 422
    assert "Still not." in late.text, "nothing typed is lost"

    again = send(chen, room + PAGE, status="forward", rationale="Once more.", new_information=" ")
    assert again.status_code == 422
    assert "This is final. Say what is new" in again.text
    news = "A letter of Southland arrived today."
    assert send(
        chen, room + PAGE, status="forward", rationale="Once more.", new_information=news
    ).location.endswith("#D3")
    assert news in reader.get(room + PAGE).text
    assert acts(app) == [
        "determine determination",
        *["challenge challenge"] * 3,
        "answer challenges determination",
        *["determine determination"] * 2,
    ]


def test_whoever_challenged_a_round_that_was_replaced_meanwhile_loses_nothing_typed(app, room) -> None:
    chen, ada = cast.visitor(app, "chen"), cast.visitor(app, "ada")
    for rationale in (REASONS, "Another reason."):
        send(chen, room + PAGE, status="forward", rationale=rationale)
    late = ada.post(f"{room}{PAGE}/1/challenge", {"text": WHY_NOT, "behalf": "delegation"})
    assert late.status_code == 422
    assert WHY_NOT in late.text
    assert "How it stands: Replaced." in late.text
    assert count(app, Challenge) == 0


def test_a_chair_is_told_of_a_challenge_that_came_meanwhile(app, room) -> None:
    chen, ada = cast.visitor(app, "chen"), cast.visitor(app, "ada")
    send(chen, room + PAGE, status="forward", rationale=REASONS)
    seen = chen.hidden(room + PAGE, "seen")
    ada.post(f"{room}{PAGE}/1/challenge", {"text": WHY_NOT, "behalf": "delegation"})
    sent = chen.post(room + PAGE, {"seen": seen, "status": "forward", "rationale": "Quite so."})
    assert sent.status_code == 409
    assert "The determination was challenged." in sent.text
    assert "Quite so." in sent.text


def test_a_challenge_is_taken_back(app, room) -> None:
    chen, ada = cast.visitor(app, "chen"), cast.visitor(app, "ada")
    send(chen, room + PAGE, status="forward", rationale=REASONS)
    ada.post(f"{room}{PAGE}/1/challenge", {"text": WHY_NOT, "behalf": "delegation"})
    assert "Take back the challenge" in ada.get(room + PAGE).text
    assert ada.post(f"{room}{PAGE}/1/challenge/removal").status_code == 303
    page = ada.get(room + PAGE).text
    assert "No longer maintained" in page
    assert WHY_NOT in page, "that it was made is kept"
    assert ada.post(f"{room}{PAGE}/1/challenge/removal").status_code == 403
    assert acts(app)[-1] == "withdraw challenge"


def test_who_can_speak_for_one_alone_is_not_asked_for_whom(app, room) -> None:
    send(cast.visitor(app, "chen"), room + PAGE, status="forward", rationale=REASONS)
    ada, gus = cast.visitor(app, "ada"), cast.visitor(app, "gus")
    assert "For whom you speak" not in ada.get(f"{room}{PAGE}/1/challenge").text
    assert "For whom you speak" in gus.get(f"{room}{PAGE}/1/challenge").text
    assert gus.post(f"{room}{PAGE}/1/challenge", {"text": WHY_NOT}).status_code == 422
    assert ada.post(f"{room}{PAGE}/1/challenge", {"text": WHY_NOT}).status_code == 303


def test_a_chair_gives_more_time_and_withdraws(app, room) -> None:
    chen, reader = cast.visitor(app, "chen"), cast.visitor(app)
    send(chen, room + PAGE, status="forward", rationale=REASONS)
    longer = {"until": "2090-01-01T12:00", "text": "A holiday falls into it."}
    for lack in ({"until": "2001-01-01T12:00"}, {"until": "soon"}, {"text": " "}):
        refused = chen.post(f"{room}{PAGE}/1/extend", longer | lack)
        assert refused.status_code == 422
        assert lack.get("text", longer["text"]).strip() in refused.text
    assert chen.post(f"{room}{PAGE}/1/extend", longer).status_code == 303
    page = reader.get(room + PAGE).text
    assert "A holiday falls into it." in page
    assert "1 January 2090" in page
    assert chen.post(f"{room}{PAGE}/1/withdraw", {"text": "I mistook the text."}).status_code == 303
    page = reader.get(room + PAGE).text
    assert "I mistook the text." in page
    assert "Withdrawn" in page
    assert REASONS not in reader.get(f"{room}/board").text
    assert REASONS not in reader.get(f"{room}/proposals/1").text
    assert chen.post(f"{room}{PAGE}/1/withdraw", {"text": "Again."}).status_code == 422
    assert acts(app) == ["determine determination", "extend determination", "withdraw determination"]
    assert send(chen, room + PAGE, status="forward", rationale="Now so.").location.endswith("#D2")


def test_an_appeal_goes_to_the_host_body_and_is_answered_on_record(app, room) -> None:
    chen, ada, reader = cast.visitor(app, "chen"), cast.visitor(app, "ada"), cast.visitor(app)
    send(chen, room + PAGE, status="forward", rationale=REASONS)
    words = {"text": "The chair was not impartial.", "behalf": "delegation"}
    assert "Appeal to the host body" in ada.get(room + PAGE).text
    assert ada.post(f"{room}{PAGE}/1/appeal", words | {"text": ""}).status_code == 422
    assert ada.post(f"{room}{PAGE}/1/appeal", words).status_code == 303
    assert ada.post(f"{room}{PAGE}/1/appeal", {"text": words["text"]}).status_code == 422, "appeals once"
    again = cast.visitor(app, "amy").post(f"{room}{PAGE}/1/appeal", words)
    assert again.status_code == 422, "a delegation appeals once"
    assert words["text"] in reader.get(room + PAGE).text
    secretary = cast.visitor(app, "secretary")
    assert ada.post(f"{room}{PAGE}/1/appeals/1", {"text": "Granted."}).status_code == 403
    assert secretary.post(f"{room}{PAGE}/1/appeals/1", {"text": ""}).status_code == 422
    heard = secretary.post(f"{room}{PAGE}/1/appeals/1", {"text": "The Bureau found no fault."})
    assert heard.status_code == 303
    assert "The Bureau found no fault." in reader.get(room + PAGE).text
    assert secretary.post(f"{room}{PAGE}/1/appeals/1", {"text": "Other."}).status_code == 403
    assert secretary.get(f"{room}{PAGE}/1/appeals/2").status_code == 404
    assert acts(app)[1:] == ["appeal appeal", "answer appeal appeal"]


@pytest.mark.parametrize("key", ["chen", "secretary", "otto", None])
def test_only_who_takes_part_challenges_and_appeals(app, room, key) -> None:
    send(cast.visitor(app, "chen"), room + PAGE, status="forward", rationale=REASONS)
    visitor = cast.visitor(app, key)
    for act in ("challenge", "appeal"):
        assert visitor.get(f"{room}{PAGE}/1/{act}").status_code == 403
        sent = visitor.post(f"{room}{PAGE}/1/{act}", {"text": WHY_NOT, "behalf": "delegation"})
        assert sent.status_code == 403
    assert "Challenge the determination" not in visitor.get(room + PAGE).text
    assert (count(app, Challenge), count(app, Appeal)) == (0, 0)


@pytest.mark.parametrize("key", ["ada", "secretary", "otto", None])
@pytest.mark.parametrize("ruling", ["answer", "extend", "withdraw"])
def test_only_a_chair_rules(app, room, key, ruling) -> None:
    send(cast.visitor(app, "chen"), room + PAGE, status="forward", rationale=REASONS)
    visitor = cast.visitor(app, key)
    assert visitor.get(f"{room}{PAGE}/1/{ruling}").status_code == 403
    assert visitor.post(f"{room}{PAGE}/1/{ruling}", {"text": "So be it."}).status_code == 403
    assert acts(app) == ["determine determination"]


@pytest.mark.parametrize(("phase", "status"), [(Phase.CLOSED, 303), (Phase.CALL, 303), (Phase.REPORTED, 409)])
def test_one_challenges_until_the_report_is_published(app, room, phase, status) -> None:
    send(cast.visitor(app, "chen"), room + PAGE, status="forward", rationale=REASONS)
    with app.app_context(), write():
        find_consultation(room.rpartition("/")[2]).phase = phase
    sent = cast.visitor(app, "ada").post(
        f"{room}{PAGE}/1/challenge", {"text": WHY_NOT, "behalf": "delegation"}
    )
    assert sent.status_code == status


def test_what_is_hidden_is_neither_challenged_nor_ruled_on(app, room, now) -> None:
    send(cast.visitor(app, "chen"), room + PAGE, status="forward", rationale=REASONS)
    with app.app_context(), write():
        found = _Held(find_consultation(room.rpartition("/")[2]))
        found.position.hidden_at = now
    ada = cast.visitor(app, "ada")
    assert ada.get(f"{room}{PAGE}/1/challenge").status_code == 404
    sent = ada.post(f"{room}{PAGE}/1/challenge", {"text": WHY_NOT, "behalf": "delegation"})
    assert sent.status_code == 404


def test_names_of_challengers_are_told_where_names_are_public_or_a_group_is_spoken_for(app, room) -> None:
    chen, reader = cast.visitor(app, "chen"), cast.visitor(app)
    with app.app_context(), write():
        find_consultation(room.rpartition("/")[2]).names_public = False
    send(chen, room + PAGE, status="forward", rationale=REASONS)
    for key, behalf in (("ada", "delegation"), ("hal", "self"), ("gus", "group")):
        sent = cast.visitor(app, key).post(f"{room}{PAGE}/1/challenge", {"text": WHY_NOT, "behalf": behalf})
        assert sent.status_code == 303, key
    page = reader.get(room + PAGE).text.split("<h3>Challenges")[1]
    assert "Hal Example" not in page
    assert "Northland" not in page
    assert "Trade Council" in page


def count(app, model) -> int:
    with app.app_context():
        return db.session.query(model).count()


# By the clock


@pytest.mark.parametrize(("late", "counts"), [(-SECOND, True), (timedelta(), False), (SECOND, False)])
def test_the_deadline_itself_is_too_late(held, now, late, counts) -> None:
    at = now + DAYS + late
    if counts:
        held.challenge("ada", at)
        assert held.round(at).state is State.PROVISIONAL
        return
    assert held.round(at).state is State.FINAL
    with pytest.raises(Incomplete, match="How it stands: Final"):
        held.challenge("ada", at)


@pytest.mark.parametrize("late", [-SECOND, timedelta(), SECOND])
def test_while_an_answer_is_owed_the_clock_makes_nothing_final(held, now, late) -> None:
    at = now + DAYS + late
    held.challenge("gus", now, Behalf.GROUP)
    assert held.round(at).state is (State.CHALLENGED if late < timedelta() else State.OVERDUE)
    held.answer(at)
    assert held.round(at).state is (State.PROVISIONAL if late < timedelta() else State.FINAL)


def test_whoever_takes_a_challenge_back_no_longer_holds_the_clock(held, now) -> None:
    held.challenge("gus", now, Behalf.GROUP)
    at = now + DAYS
    take_back_challenge(held.seat("gus"), held.round(at, "gus"), at)
    assert held.round(at).state is State.FINAL


def test_more_time_moves_the_deadline_and_a_later_setting_does_not(held, now) -> None:
    held.consultation.procedure = msgspec.structs.replace(held.consultation.procedure, review_days=1)
    assert held.round(now + 2 * DAYS / 3).state is State.PROVISIONAL
    extend_review(held.seat("chen"), held.round(now), now + 2 * DAYS, "A holiday.", now)
    assert held.round(now + 2 * DAYS - SECOND).state is State.PROVISIONAL
    assert held.round(now + 2 * DAYS).state is State.FINAL


def test_a_final_one_is_neither_withdrawn_nor_given_more_time(held, now) -> None:
    at = now + DAYS
    with pytest.raises(Incomplete, match="Final"):
        withdraw_determination(held.seat("chen"), held.round(at), "I regret it.", at)
    with pytest.raises(Incomplete, match="Final"):
        extend_review(held.seat("chen"), held.round(at), at + DAYS, "I regret it.", at)


def test_each_round_begins_with_a_deadline_of_its_own(held, now) -> None:
    held.challenge("ada", now)
    held.determine(now + SECOND, Status.NOTED)
    first, second = held.rounds(now + SECOND)
    assert (first.state, second.state) == (State.REPLACED, State.PROVISIONAL)
    assert second.determination.closes_at == now + SECOND + DAYS
    assert not second.challenges
    held.challenge("ada", now + 2 * SECOND)
    assert [each.number for each in held.round(now).challenges] == [2], "numbered across the rounds"


# One voice


def test_a_voice_challenges_once_in_a_round_and_again_after_taking_it_back(held, now) -> None:
    held.challenge("ada", now)
    with pytest.raises(Incomplete, match="already"):
        held.challenge("amy", now)
    take_back_challenge(held.seat("amy"), held.round(now, "amy"), now)
    held.challenge("ada", now)
    held.answer(now)
    with pytest.raises(Incomplete, match="already"):
        held.challenge("ada", now)
    with pytest.raises(Refusal, match="no challenge here"):
        take_back_challenge(held.seat("ada"), held.round(now, "ada"), now)


def test_a_group_is_spoken_for_only_with_its_mandate(held, now) -> None:
    for key, behalf in (("ada", Behalf.GROUP), ("hal", Behalf.GROUP), ("hal", Behalf.DELEGATION)):
        with pytest.raises(Incomplete, match="cannot speak"):
            held.challenge(key, now, behalf)
    held.challenge("gus", now, Behalf.GROUP)
    held.challenge("hal", now, Behalf.SELF)


def test_nobody_waits_twice_for_one_answer(held, now) -> None:
    held.challenge("ada", now)
    held.answer(now)
    with pytest.raises(Refusal, match="No challenge waits"):
        held.answer(now)
    assert not challenged(held.consultation, now)


def test_what_was_withdrawn_is_not_challenged_and_waits_on_no_desk(held, now) -> None:
    held.challenge("ada", now)
    assert [each.subject.ref for each in challenged(held.consultation, now)] == ["P1.1"]
    withdraw(held.position, held.seat("ada"), now)
    assert not challenged(held.consultation, now)
    with pytest.raises(Refusal, match="withdrawn or hidden"):
        held.challenge("eve", now)


def test_without_days_for_review_a_determination_stands_as_it_always_did(held, now) -> None:
    held.consultation.procedure = msgspec.structs.replace(held.consultation.procedure, review_days=0)
    held.determine(now, Status.NOTED)
    assert held.round(now + DAYS).state is State.STANDING
    with pytest.raises(Incomplete, match="In force"):
        held.challenge("ada", now)
    appeal(held.seat("ada"), held.round(now, "ada"), "Unheard.", Behalf.DELEGATION, now)
    held.determine(now)  # and another takes its place


def test_the_answer_of_the_host_body_comes_later_and_once(held, now) -> None:
    appeal(held.seat("ada"), held.round(now, "ada"), "Unheard.", Behalf.DELEGATION, now)
    (made,) = held.round(now).appeals
    hear_appeal(held.seat("secretary"), made, "It was heard.", now)
    with pytest.raises(Refusal, match="already"):
        hear_appeal(held.seat("chen"), made, "Or not.", now)


def test_a_move_that_comes_too_late_can_be_made_in_another_state(held, now) -> None:
    with pytest.raises(Untimely):
        take_back_challenge(held.seat("ada"), held.round(now + DAYS, "ada"), now + DAYS)


# In the report


def printed(held, at) -> list[str]:
    report = compose(take_snapshot(held.consultation, at))
    return [block.text for note in report.notes if note.id == "note-review" for block in note.blocks]


def test_the_report_says_what_is_provisional_and_what_was_appealed_against(held, now) -> None:
    (provisional,) = printed(held, now)
    assert provisional.startswith("The chair’s determination told in paragraph 1 is provisional:")
    assert printed(held, now + DAYS) == []
    appeal(held.seat("ada"), held.round(now, "ada"), "We were not heard.", Behalf.DELEGATION, now)
    (made,) = held.round(now).appeals
    hear_appeal(held.seat("secretary"), made, "They were heard twice.", now)
    (appealed,) = printed(held, now + DAYS)
    assert appealed.startswith("An appeal was made to the host body by Northland against the determination")
    assert appealed.endswith("We were not heard. The host body answered: They were heard twice.")
    held.consultation.names_public = False
    assert "Northland" not in printed(held, now + DAYS)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_so_in_every_language(held, now, language) -> None:
    appeal(held.seat("ada"), held.round(now, "ada"), "We were not heard.", Behalf.DELEGATION, now)
    report = compose(take_snapshot(held.consultation, now), Edition(language=language))
    (note,) = [note for note in report.notes if note.id == "note-review"]
    assert len(note.blocks) == 2
    assert "We were not heard" in note.blocks[1].text
    assert "{" not in note.text


def test_a_determination_that_was_withdrawn_is_accounted_for_and_not_told(held, now) -> None:
    held.determine(now, Status.NOTED)
    withdraw_determination(held.seat("chen"), held.round(now), "I mistook it.", now)
    record = take_snapshot(held.consultation, now)
    (position,) = record.agenda[0].proposals[0].positions
    assert position.determination is None
    assert [(d.status, d.withdrawn) for d in position.earlier] == [("forward", False), ("noted", True)]
    told = dispositions(record, compose(record), {}, {})
    reasons = [d.because.text for d in told if d.matter is Matter.DETERMINATION]
    assert reasons == [
        "A later determination has taken its place.",
        "The chair has withdrawn this determination.",
    ]
