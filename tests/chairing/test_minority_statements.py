"""Dissent in its own words: filed, revised, signed and withdrawn in time, shown, and printed."""

from datetime import timedelta

import pytest

from app.chairing.actions import determine
from app.chairing.filing import (
    file_statement,
    revise_statement,
    sign,
    take_back_signature,
    withdraw_statement,
)
from app.chairing.models import MinorityStatement, Signature, StatementRevision
from app.chairing.statements import all_filed, filed
from app.consultations.models import Consultation, Seat
from app.consultations.queries import agenda, find_consultation
from app.core.determinations import Status
from app.core.minority import Naming
from app.core.phases import Phase
from app.core.report.compose import compose
from app.core.report.disposition import Fate, Matter, dispositions
from app.core.report.edition import Annex, Edition
from app.core.roles import Role
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice
from app.core.words import Incomplete, Refusal, Untimely
from app.db import db, write
from app.deliberation.actions import hide, table_position, table_proposal
from app.deliberation.queries import find_position, find_proposal
from app.ledger.models import Event
from app.reports.snapshot import take_snapshot
from app.voting.actions import cast_vote
from tests import cast

WORDS = "A forum has no agenda.\n\nWe asked for a conference."
NEW = "/proposals/1/positions/1/statements/new"
ONE = "/proposals/1/statements/1"
DELEGATIONS = {
    "ada": ("Northland", "governments", {}),
    "eve": ("Open Society of Samples", "civil-society", {"speaks_for_group": True}),
    "flo": ("Reading Circle", "civil-society", {}),
    "gus": ("Trade Council", "private-sector", {}),
}


@pytest.fixture
def room(app, now):
    """A position determined as divided; four delegations, one with two seats; one who sits alone."""
    with app.app_context(), write():
        held = cast.consultation(now)
        bodies = {
            key: cast.delegation(held, name, group, **more)
            for key, (name, group, more) in DELEGATIONS.items()
        }
        seats = {key: cast.seat(held, key, now, delegation=body) for key, body in bodies.items()}
        cast.seat(held, "fay", now, delegation=bodies["flo"])
        cast.seat(held, "hal", now)
        chair = cast.seat(held, "chen", now, Role.CHAIR)
        cast.seat(held, "rosa", now, Role.RAPPORTEUR)
        cast.seat(held, "otto", now, Role.OBSERVER)
        proposal = table_proposal(
            agenda(held)[0], seats["ada"], ProposalKind.TEXT, "Call it a forum", "", now
        )
        position = table_position(proposal, seats["ada"], "it should be called a forum", Form.CLAUSE, now)
        cast_vote(seats["eve"], position, Choice.OBJECT, now, reason="Too vague.")
        determine(chair, proposal, position, Status.DIVIDED, "Views differ.", "So I heard.", now)
        return f"/consultations/{held.slug}"


@pytest.fixture
def held(app, room):
    """The consultation and its people, within an open transaction."""
    with app.app_context(), write():
        yield _Held(find_consultation(room.rpartition("/")[2]))


class _Held:
    def __init__(self, consultation: Consultation) -> None:
        self.consultation = consultation
        self.proposal = find_proposal(consultation, 1)
        self.position = find_position(self.proposal, 1)

    def seat(self, key: str) -> Seat:
        return next(seat for seat in db.session.query(Seat) if seat.person.key == key)

    def file(self, key: str, now, text: str = WORDS, naming: Naming = Naming.NAMED, **more):
        return file_statement(self.seat(key), self.proposal, self.position, text, naming, now, **more)

    def record(self, now):
        return take_snapshot(self.consultation, now)

    def printed(self, now) -> list[str]:
        edition = Edition(annexes=(Annex.MINORITY,))
        notes = compose(self.record(now), edition).notes
        return [part.text for note in notes for block in note.blocks for part in block.walk()]


def filing(visitor, room, **more):
    return visitor.post(room + NEW, {"text": WORDS, "naming": "named", "language": "en"} | more)


def count(app, model) -> int:
    with app.app_context():
        return db.session.query(model).count()


def acts(app) -> list[str]:
    with app.app_context():
        subject = Event.subject.startswith("minority_statement:")
        return [event.act for event in db.session.query(Event).filter(subject).order_by(Event.id)]


# Over HTTP: the whole walk


def test_dissent_is_filed_signed_shown_and_printed(app, room, now) -> None:
    eve, ada, hal = (cast.visitor(app, key) for key in ("eve", "ada", "hal"))
    assert "File a minority statement" in eve.get(f"{room}/proposals/1").text
    answer = filing(eve, room)
    assert (answer.status_code, answer.location) == (303, room + ONE)

    ada.post(f"{room}{ONE}/signature", {"naming": "named"})
    hal.post(f"{room}{ONE}/signature", {"naming": "unnamed"})
    pages = (ONE, "/proposals/1", "/proposals/1/positions/1", "/statements", f"{NEW[:-15]}/determination")
    for page in pages:
        text = cast.visitor(app).get(room + page).text
        assert "A forum has no agenda." in text, page
        assert "Open Society of Samples" in text, page
        assert "Supported by <bdi>Northland</bdi>, 1 other" in text, page
        assert "Hal Example" not in text, page
    assert "One minority statement" in ada.get(f"{room}/board").text
    assert "minority statement" in cast.visitor(app, "chen").get(f"{room}/desk").text
    assert "A forum has no agenda." in eve.get(f"{room}/mine").text
    assert "signed" in ada.get(f"{room}/mine").text.split('id="statements"')[1]

    draft = cast.visitor(app, "rosa").get(f"{room}/draft?show=open").text
    assert "A forum has no agenda." not in draft.split('id="record-heading"')[1], "it is used"
    with app.app_context():
        told = _Held(find_consultation(room.rpartition("/")[2])).printed(now)
    assert told == [
        (
            "Statement on paragraph 1 by Open Society of Samples, representing civil society, "
            "supported by Northland and 1 other: A forum has no agenda."
        ),
        "We asked for a conference.",
    ]
    assert acts(app) == ["file", "sign", "sign"]


def test_a_statement_is_accounted_for_where_it_is_printed_and_owed_where_it_is_not(held, now) -> None:
    statement = held.file("eve", now)
    record = held.record(now)
    for annexes, fate in (((Annex.MINORITY,), Fate.TOLD), ((), Fate.OPEN)):
        report = compose(record, Edition(annexes=annexes))
        (found,) = [d for d in dispositions(record, report, {}, {}) if d.matter is Matter.MINORITY]
        assert (found.ref, found.fate, found.is_owed) == (statement.ref, fate, fate is Fate.OPEN)


def test_a_signature_is_given_and_taken_back_in_place(app, room) -> None:
    filing(cast.visitor(app, "eve"), room)
    ada, htmx = cast.visitor(app, "ada"), {"HX-Request": "true"}
    given = ada.post(f"{room}{ONE}/signature", {"naming": "named"}, headers=htmx)
    assert given.status_code == 200
    assert given.text.lstrip().startswith('<div class="flow" id="statement">')
    assert "Supported by <bdi>Northland</bdi>" in given.text
    back = ada.post(f"{room}{ONE}/signature/removal", headers=htmx)
    assert "Supported by" not in back.text
    assert acts(app) == ["file", "sign", "take back signature"]
    assert count(app, Signature) == 1, "that it was given is kept"


def test_nothing_typed_is_lost_where_something_is_lacking(app, room) -> None:
    eve = cast.visitor(app, "eve")
    for lack in ({"naming": ""}, {"naming": "everybody"}, {"text": " "}, {"text": "x" * 3001}):
        answer = filing(eve, room, **lack)
        assert answer.status_code == 422
        assert lack.get("text", "A forum has no agenda.").strip() in answer.text
    assert count(app, MinorityStatement) == 0


def test_words_are_revised_and_the_earlier_ones_stay_readable(app, room) -> None:
    eve, ada = cast.visitor(app, "eve"), cast.visitor(app, "ada")
    filing(eve, room)
    ada.post(f"{room}{ONE}/signature", {"naming": "named"})
    page = eve.get(f"{room}{ONE}/words").text
    assert "A forum has no agenda." in page
    assert "One signature stands under the present words" in page
    eve.post(f"{room}{ONE}/words", {"text": "It needs an agenda.", "naming": "unnamed", "language": "fr"})
    shown = ada.get(room + ONE).text
    assert shown.index("It needs an agenda.") < shown.index("What it said before")
    assert shown.index("What it said before") < shown.index("A forum has no agenda.")
    assert 'lang="fr"' in shown
    assert "Proponents of a minority view" in shown
    assert "Supported by" not in shown, "other words were signed"
    assert "Sign the statement" in shown


def test_a_withdrawn_statement_stays_at_its_address_and_nowhere_else(app, room) -> None:
    eve = cast.visitor(app, "eve")
    filing(eve, room)
    assert "The report does not print it" in eve.get(f"{room}{ONE}/withdraw").text
    assert eve.post(f"{room}{ONE}/withdraw").status_code == 303
    assert "A forum has no agenda." in eve.get(room + ONE).text
    for page in ("/proposals/1", "/statements"):
        assert "A forum has no agenda." not in eve.get(room + page).text
    assert "A forum has no agenda." in eve.get(f"{room}/mine").text
    assert filing(eve, room).location.endswith("/statements/2"), "there is still time for another"


def test_an_officer_hides_a_statement_and_shows_it_again(app, room, now) -> None:
    filing(cast.visitor(app, "eve"), room)
    secretary, reader = cast.visitor(app, "secretary"), cast.visitor(app)
    secretary.post(f"{room}{ONE}/hide", {"reason": "It names a person."})
    for page in (ONE, "/proposals/1", "/statements", "/proposals/1/positions/1/determination"):
        text = reader.get(room + page).text
        assert "A forum has no agenda." not in text, page
        assert "It names a person." in text, page
        assert "A forum has no agenda." in secretary.get(room + page).text, page
    with app.app_context():
        assert _Held(find_consultation(room.rpartition("/")[2])).printed(now) == []
    secretary.post(f"{room}{ONE}/restore")
    assert "A forum has no agenda." in reader.get(room + ONE).text


@pytest.mark.parametrize("key", ["chen", "rosa", "secretary", "otto", None])
def test_only_who_takes_part_dissents_and_signs(app, room, key) -> None:
    filing(cast.visitor(app, "eve"), room)
    visitor = cast.visitor(app, key)
    assert filing(visitor, room).status_code == 403
    assert visitor.post(f"{room}{ONE}/signature", {"naming": "unnamed"}).status_code == 403
    assert "File a minority statement" not in visitor.get(f"{room}/proposals/1").text
    assert (count(app, MinorityStatement), count(app, Signature)) == (1, 0)


def test_nobody_revises_or_withdraws_what_another_filed(app, room) -> None:
    filing(cast.visitor(app, "eve"), room)
    ada = cast.visitor(app, "ada")
    assert ada.get(f"{room}{ONE}/words").status_code == 403
    assert ada.post(f"{room}{ONE}/words", {"text": "…", "naming": "named"}).status_code == 403
    assert ada.post(f"{room}{ONE}/withdraw").status_code == 403
    assert (count(app, StatementRevision), acts(app)) == (0, ["file"])


@pytest.mark.parametrize(("phase", "status"), [(Phase.CLOSED, 303), (Phase.CALL, 303), (Phase.REPORTED, 409)])
def test_one_dissents_until_the_report_is_published(app, room, phase, status) -> None:
    with app.app_context(), write():
        db.session.query(Consultation).one().phase = phase
    assert filing(cast.visitor(app, "eve"), room).status_code == status


def test_the_secretariat_sets_the_time_in_days_or_to_a_date(app, room) -> None:
    secretary, page = cast.visitor(app, "secretary"), f"{room}/set-up/dates"
    both = {"timezone": "UTC", "statement_days": "10", "statements_until": "2090-01-01T12:00"}
    refused = secretary.post(page, both)
    assert refused.status_code == 422
    assert "not both" in refused.text
    assert secretary.post(page, both | {"statements_until": ""}).status_code == 303
    late = filing(cast.visitor(app, "eve"), room)
    assert late.status_code == 422, "it was determined months ago"
    assert "A forum has no agenda." in late.text
    assert "The time for minority statements on this has passed." in late.text
    assert secretary.post(page, both | {"statement_days": ""}).status_code == 303
    assert filing(cast.visitor(app, "eve"), room).status_code == 303


# By the clock


SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(("late", "taken"), [(-SECOND, True), (timedelta(), False), (SECOND, False)])
@pytest.mark.parametrize("days", [True, False])
def test_the_deadline_itself_is_too_late(held, now, days, late, taken) -> None:
    end = now + timedelta(days=10)
    statement = held.file("eve", now)
    sign(statement, held.seat("gus"), Naming.NAMED, now)
    if days:
        held.consultation.statement_days = 10
    else:
        held.consultation.statements_until = end
    at = end + late
    tries = (
        lambda: sign(statement, held.seat("ada"), Naming.NAMED, at),
        lambda: take_back_signature(statement, held.seat("gus"), at),
        lambda: revise_statement(statement, held.seat("eve"), "Other words.", Naming.NAMED, at),
        lambda: held.file("flo", at),
        lambda: withdraw_statement(statement, held.seat("eve"), at),
    )
    for attempt in tries:
        if taken:
            attempt()
        else:
            with pytest.raises((Untimely, Incomplete), match="has passed"):
                attempt()


def test_a_new_determination_gives_new_time(held, now) -> None:
    held.consultation.statement_days = 1
    later = now + timedelta(days=3)
    with pytest.raises(Incomplete):
        held.file("eve", later)
    determine(held.seat("chen"), held.proposal, held.position, Status.NONE, "Still.", "So it is.", later)
    assert held.file("eve", later + SECOND).ref == "P1.1/M1"


@pytest.mark.parametrize("status", Status)
def test_what_all_agreed_or_nobody_decided_is_not_dissented_from(held, now, status) -> None:
    determine(held.seat("chen"), held.proposal, held.position, status, "So.", "So.", now)
    if status in {Status.AGREED, Status.FORWARD, Status.NOTED}:
        with pytest.raises(Refusal, match="no determination"):
            held.file("eve", now)
    else:
        held.file("eve", now)


def test_what_nobody_has_determined_is_not_dissented_from(held, now) -> None:
    with pytest.raises(Refusal, match="no determination"):
        file_statement(held.seat("eve"), held.proposal, None, WORDS, Naming.NAMED, now)


def test_a_whole_proposal_is_dissented_from_where_it_is_determined_as_a_whole(held, now) -> None:
    determine(held.seat("chen"), held.proposal, None, Status.NONE, "No.", "No.", now)
    statement = file_statement(held.seat("eve"), held.proposal, None, WORDS, Naming.NAMED, now)
    assert statement.ref == "P1/M1"
    (item,) = held.record(now).agenda
    (told,) = item.proposals[0].minority_statements
    assert (told.ref, told.text) == ("P1/M1", WORDS)


def test_those_whose_view_was_not_retained_dissent_though_they_voted_for_it(held, now) -> None:
    cast_vote(held.seat("ada"), held.position, Choice.SUPPORT, now)
    determine(held.seat("chen"), held.proposal, held.position, Status.REJECTED, "No.", "No.", now)
    held.file("ada", now)


# One voice, and whose name


def test_a_delegation_has_one_statement_and_one_signature(held, now) -> None:
    statement = held.file("flo", now)
    with pytest.raises(Incomplete, match="already"):
        held.file("fay", now, "Another.")
    with pytest.raises(Refusal, match="yours already"):
        sign(statement, held.seat("fay"), Naming.NAMED, now)
    other = held.file("eve", now)
    sign(other, held.seat("flo"), Naming.NAMED, now)
    with pytest.raises(Refusal, match="already"):
        sign(other, held.seat("fay"), Naming.UNNAMED, now)
    take_back_signature(other, held.seat("fay"), now)
    sign(other, held.seat("flo"), Naming.NAMED, now)
    with pytest.raises(Refusal, match="have not signed"):
        take_back_signature(other, held.seat("ada"), now)


def test_nobody_signs_or_revises_what_was_withdrawn_or_hidden(held, now) -> None:
    gone, hidden = held.file("eve", now), held.file("flo", now)
    withdraw_statement(gone, held.seat("eve"), now)
    hide(hidden, held.seat("secretary"), "It names a person.", now)
    for statement, author in ((gone, "eve"), (hidden, "flo")):
        with pytest.raises(Refusal, match="withdrawn or hidden"):
            sign(statement, held.seat("ada"), Naming.NAMED, now)
        with pytest.raises(Refusal, match="withdrawn or hidden"):
            revise_statement(statement, held.seat(author), "…", Naming.NAMED, now)


def test_a_group_is_named_only_by_who_speaks_for_it(held, now) -> None:
    with pytest.raises(Incomplete, match="does not speak"):
        held.file("flo", now, naming=Naming.GROUP)
    held.file("eve", now, naming=Naming.GROUP)
    assert held.printed(now)[0].startswith("Statement on paragraph 1 by civil society:")


def test_the_name_of_a_group_is_only_offered_to_who_speaks_for_it(app, room) -> None:
    offered = "As the stakeholder group for which my delegation speaks"
    assert offered in cast.visitor(app, "eve").get(room + NEW).text
    flo = cast.visitor(app, "flo")
    assert offered not in flo.get(room + NEW).text
    assert filing(flo, room, naming="group").status_code == 422
    assert count(app, MinorityStatement) == 0


def test_who_sits_alone_is_named_only_while_the_seat_consents(held, now) -> None:
    hal = held.seat("hal")
    with pytest.raises(Incomplete, match="may be named"):
        held.file("hal", now)
    hal.consents_to_name = True
    held.file("hal", now)
    assert held.printed(now)[0].startswith("Statement on paragraph 1 by Hal Example:")
    hal.consents_to_name = False
    assert held.printed(now)[0].startswith("Statement on paragraph 1 by the proponents of a minority view:")
    assert [each.by for each in all_filed(held.consultation)] == [""]


def test_unchanged_words_keep_their_signatures(held, now) -> None:
    statement = held.file("eve", now)
    sign(statement, held.seat("ada"), Naming.NAMED, now)
    revise_statement(statement, held.seat("eve"), WORDS, Naming.UNNAMED, now)
    ((shown,),) = filed([held.proposal.id]).values()
    assert (shown.by, shown.supporters, statement.revised_at) == ("", ["Northland"], None)


def test_a_group_is_no_longer_named_where_the_mandate_is_gone(held, now) -> None:
    held.file("eve", now, naming=Naming.GROUP)
    held.seat("eve").delegation.speaks_for_group = False
    assert held.printed(now)[0].startswith("Statement on paragraph 1 by the proponents of a minority view")


def test_nobody_dissents_from_what_was_withdrawn(held, now) -> None:
    held.position.withdrawn_at = now
    with pytest.raises(Refusal, match="withdrawn or hidden"):
        held.file("eve", now)


def test_nobody_withdraws_what_another_filed(held, now) -> None:
    statement = held.file("eve", now)
    with pytest.raises(Refusal, match="Only those who filed"):
        withdraw_statement(statement, held.seat("ada"), now)


def test_what_stands_on_a_hidden_position_is_hidden_with_it(app, room, now) -> None:
    filing(cast.visitor(app, "eve"), room)
    with app.app_context(), write():
        found = _Held(find_consultation(room.rpartition("/")[2]))
        hide(found.position, found.seat("secretary"), "It names a person.", now)
    ada = cast.visitor(app, "ada")
    assert ada.get(room + ONE).status_code == 404
    assert ada.post(f"{room}{ONE}/signature", {"naming": "named"}).status_code == 404
    assert ada.get(room + NEW).status_code == 404
    assert "A forum has no agenda." not in ada.get(f"{room}/statements").text
