"""A chair determines, departs from the figures, corrects herself, and is held to the rules."""

import re

import pytest

from app.accounts.models import Person
from app.chairing.evidence import thaw
from app.chairing.models import Determination
from app.consultations.models import Seat
from app.consultations.queries import agenda, find_consultation
from app.core.objections import ObjectionState
from app.core.phases import Phase
from app.core.roles import Role
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice, Tally
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal, withdraw
from app.deliberation.models import Position
from app.deliberation.queries import find_position, find_proposal
from app.ledger.models import Event
from app.outcomes.models import Outcome
from app.voting.actions import cast_vote
from app.voting.models import Objection
from tests import cast

VOTERS = {
    "ada": ("Northland", "governments", Choice.SUPPORT),
    "bo": ("Southland", "governments", Choice.ACCEPT),
    "cy": ("Trade Council", "private-sector", Choice.SUPPORT),
    "di": ("Makers' League", "private-sector", Choice.SUPPORT),
    "eve": ("Open Society of Samples", "civil-society", Choice.OBJECT),
    "flo": ("Reading Circle", "civil-society", Choice.SUPPORT),
}
REASONS = "Five of six are in favour, and the objection was heard."


@pytest.fixture
def room(app, now):
    """Six delegations, a chair who put nothing forward, and one position that most support."""
    with app.app_context(), write():
        held = cast.consultation(now)
        seats = {}
        for key, (name, group, _) in VOTERS.items():
            seats[key] = cast.seat(held, key, now, delegation=cast.delegation(held, name, group))
        cast.seat(held, "chen", now, Role.CHAIR)
        cast.seat(held, "rosa", now, Role.RAPPORTEUR)
        item = agenda(held)[0]
        proposal = table_proposal(item, seats["ada"], ProposalKind.TEXT, "Call it a forum", "", now)
        position = table_position(
            proposal, seats["ada"], "the cluster should be called a forum", Form.CLAUSE, now
        )
        for key, (_, _, choice) in VOTERS.items():
            reason = "The word is too vague." if choice is Choice.OBJECT else ""
            cast_vote(
                seats[key], position, choice, now, reason=reason, remedy="Say what it does." * bool(reason)
            )
        return f"/consultations/{held.slug}"


PAGE = "/proposals/1/positions/1/determination"
OBJECTION = "/proposals/1/positions/1/objections/1"


def send(visitor, address, **fields):
    """Opens a page and sends its form."""
    return visitor.post(address, {"seen": visitor.hidden(address, "seen"), **fields})


def made(app):
    with app.app_context():
        return [
            (d.status.value, d.suggested.value, d.departure, d.own)
            for d in db.session.query(Determination).order_by(Determination.id)
        ]


def test_a_chair_determines_departs_and_corrects_herself(app, room, now):
    chen, reader = cast.visitor(app, "chen"), cast.visitor(app)
    page = chen.get(room + PAGE).text
    assert "5 of 6 who took a side are in favour (83\u00a0%)" in page
    assert "no unanswered objection (1)" in page
    assert "The word is too vague." in page

    departing = {"status": "broad", "rationale": REASONS}
    incomplete = send(chen, room + PAGE, **departing)
    assert incomplete.status_code == 422
    assert "why you depart" in incomplete.text
    assert REASONS in incomplete.text  # nothing typed is lost
    assert chosen(incomplete) == "broad"
    assert made(app) == []

    departed = send(chen, room + PAGE, **departing, departure="One voice of two is no group against.")
    assert departed.status_code == 303
    assert departed.location.endswith(f"{PAGE}#D1")

    send(chen, room + PAGE, status="divided", rationale="I was too quick: a group is split.")
    assert made(app) == [
        ("broad", "divided", "One voice of two is no group against.", False),
        ("divided", "divided", "", False),
    ]
    public = reader.get(room + PAGE).text
    assert public.index("I was too quick") < public.index("Earlier, and replaced since")
    assert public.index("Earlier, and replaced since") < public.index(REASONS)
    assert "One voice of two is no group against." in public
    assert "Chen Example" in public
    assert "What the figures suggest" not in public
    board = reader.get(room + "/board").text
    assert "Divided" in board
    assert REASONS not in board


def test_a_determination_without_reasons_is_not_made(app, room):
    chen = cast.visitor(app, "chen")
    for fields in ({"status": "divided"}, {"rationale": REASONS}, {"status": "won", "rationale": REASONS}):
        assert send(chen, room + PAGE, **fields).status_code == 422
    assert made(app) == []


@pytest.mark.parametrize("key", ["ada", "rosa", "secretary", None])
def test_nobody_else_determines(app, room, key):
    chen, other = cast.visitor(app, "chen"), cast.visitor(app, key)
    fields = {"seen": chen.hidden(room + PAGE, "seen"), "status": "divided", "rationale": REASONS}
    with app.app_context():
        before = db.session.query(Event).count()
    for address, sent in (
        (PAGE, fields),
        ("/proposals/1/determination", fields),
        (OBJECTION, {"state": "outweighed", "answer": "Heard."}),
    ):
        refused = other.post(room + address, sent)
        assert refused.status_code == 403
        assert "Who may: Chair." in refused.text
    assert 'name="seen"' not in other.get(room + PAGE).text
    assert made(app) == []
    with app.app_context():
        assert db.session.query(Event).count() == before
        assert db.session.query(Objection).one().state is ObjectionState.OPEN


def test_the_figures_of_that_minute_do_not_move(app, room, now):
    chen, reader = cast.visitor(app, "chen"), cast.visitor(app)
    send(chen, room + PAGE, status="divided", rationale=REASONS)
    with app.app_context(), write():
        for vote in ("ada", "bo", "cy"):
            cast_vote(_seat(vote), _position(room), Choice.DISAGREE, now)
        cast_vote(_seat("eve"), _position(room), Choice.SUPPORT, now)
    with app.app_context():
        frozen = thaw(db.session.query(Determination).one().evidence, "P1.1")["P1.1"]
        assert frozen.tally == Tally(support=4, accept=1, object=1)
        assert frozen.by_group["civil-society"] == Tally(support=1, object=1)
        assert [o.reason for o in frozen.objections] == ["The word is too vague."]
    page = reader.get(room + PAGE).text
    frozen_table = page[page.index("The votes at the minute") : page.index("How it stands now")]
    assert '<td class="num">5</td>' not in frozen_table
    assert "The word is too vague." in frozen_table


def test_a_chair_is_told_what_changed_while_she_wrote(app, room, now):
    chen = cast.visitor(app, "chen")
    seen = chen.hidden(room + PAGE, "seen")
    with app.app_context(), write():
        cast_vote(_seat("ada"), _position(room), Choice.OBJECT, now, reason="I have read it again.")
        cast_vote(_seat("bo"), _position(room), Choice.SUPPORT, now)
    typed = {"status": "broad", "rationale": REASONS, "departure": "As I see it."}
    stale = chen.post(room + PAGE, {"seen": seen, **typed})
    assert stale.status_code == 409
    for words in (
        "Votes cast or changed: 2.",
        "Objections: 1 then, 2 now.",
        REASONS,
        "As I see it.",
        "I have read it",
    ):
        assert words in stale.text
    assert chosen(stale) == "broad"
    assert made(app) == []
    again = re_send(chen, stale, room + PAGE, typed)
    assert again.status_code == 303


def test_two_chairs_at_once_do_not_overwrite_each_other(app, room, now):
    with app.app_context(), write():
        cast.seat(_held(room), "dana", now, Role.CHAIR)
    chen, dana = cast.visitor(app, "chen"), cast.visitor(app, "dana")
    seen = chen.hidden(room + PAGE, "seen")
    assert send(dana, room + PAGE, status="divided", rationale="Dana's reasons.").status_code == 303
    stale = chen.post(room + PAGE, {"seen": seen, "status": "divided", "rationale": REASONS})
    assert stale.status_code == 409
    assert "Another determination was made" in stale.text
    assert "Dana&#39;s reasons." in stale.text
    assert len(made(app)) == 1


@pytest.mark.parametrize("whole", [False, True])
def test_a_chair_leaves_an_own_text_to_the_co_chair(app, room, now, whole):
    _table_for_chair(app, room, now)
    own = room + ("/proposals/2/determination" if whole else "/proposals/2/positions/1/determination")
    chen = cast.visitor(app, "chen")
    fields = {"status": "forward", "rationale": "Nobody has spoken yet."}
    assert "there is no co-chair" in chen.get(own).text
    seen = chen.hidden(own, "seen")
    with app.app_context(), write():
        cast.seat(_held(room), "dana", now, Role.CHAIR)
    refused = chen.post(own, {"seen": seen, **fields})
    assert refused.status_code == 403
    assert "Ask your co-chair" in refused.text
    assert "Ask your co-chair" in chen.get(own).text
    assert made(app) == []
    assert send(cast.visitor(app, "dana"), own, **fields).status_code == 303
    assert made(app) == [("forward", "forward", "", False)]


def test_without_a_co_chair_the_own_text_is_determined_and_it_is_said(app, room, now):
    _table_for_chair(app, room, now)
    own = room + "/proposals/2/positions/1/determination"
    chen = cast.visitor(app, "chen")
    assert send(chen, own, status="forward", rationale="Nobody has spoken yet.").status_code == 303
    assert made(app) == [("forward", "forward", "", True)]
    for address in (own, room + "/board"):
        assert "there was no co-chair" in cast.visitor(app).get(address).text


def test_a_whole_proposal_covers_its_positions_and_freezes_each(app, room, now):
    chen = cast.visitor(app, "chen")
    with app.app_context(), write():
        rival = table_position(
            find_proposal(_held(room), 1), _seat("eve"), "it should be a conference", Form.CLAUSE, now
        )
        for key in ("eve", "flo", "cy", "di", "bo"):
            cast_vote(
                _seat(key), rival, Choice.SUPPORT if key in ("eve", "bo", "cy") else Choice.DISAGREE, now
            )
    whole = room + "/proposals/1/determination"
    page = chen.get(whole).text
    assert "2 positions have real support, and none has broad support: P1.1 and P1.2." in page
    assert send(chen, whole, status="none", rationale="Both names have friends.").status_code == 303
    with app.app_context():
        frozen = thaw(db.session.query(Determination).one().evidence, "P1")
        assert frozen["P1.1"].tally == Tally(support=4, accept=1, object=1)
        assert frozen["P1.2"].tally == Tally(support=3, disagree=2)
    board = cast.visitor(app).get(room + "/board").text
    assert "No agreement" in board
    assert (
        board.index("No agreement")
        < board.index("it should be a conference")
        < board.index("Not yet determined")
    )


def test_what_is_withdrawn_is_not_determined(app, room, now):
    chen = cast.visitor(app, "chen")
    seen = chen.hidden(room + PAGE, "seen")
    with app.app_context(), write():
        withdraw(_position(room), _seat("ada"), now)
    assert "nothing to determine" in chen.get(room + PAGE).text
    refused = chen.post(room + PAGE, {"seen": seen, "status": "divided", "rationale": REASONS})
    assert refused.status_code == 403
    board = cast.visitor(app).get(room + "/board").text
    assert board.index("Withdrawn") < board.index("the cluster should be called a forum")


def test_an_objection_is_answered_and_stops_counting(app, room):
    chen, reader = cast.visitor(app, "chen"), cast.visitor(app)
    assert "The word is too vague." in chen.get(room + "/desk").text
    unanswered = chen.post(room + OBJECTION, {"state": "outweighed", "answer": " "})
    assert unanswered.status_code == 422
    assert "it is public" in unanswered.text
    answered = chen.post(
        room + OBJECTION, {"state": "not on the merits", "answer": "The annex says what it does."}
    )
    assert answered.status_code == 303
    assert chen.post(room + OBJECTION, {"state": "stands", "answer": "Again."}).status_code == 403
    ledger = reader.get(room + "/objections").text
    for words in ("The word is too vague.", "Say what it does.", "The annex says what it does.", "Set aside"):
        assert words in ledger
    assert "Open Society of Samples" in ledger  # names are public here
    page = chen.get(room + PAGE).text
    assert "no unanswered objection (0)" in page
    assert "That no objection is open." in page


def test_a_chair_leaves_objections_to_an_own_text_to_the_co_chair(app, room, now):
    _table_for_chair(app, room, now)
    with app.app_context(), write():
        own = find_position(find_proposal(_held(room), 2), 1)
        cast_vote(_seat("eve"), own, Choice.OBJECT, now, reason="Sunday is better.")
        cast.seat(_held(room), "dana", now, Role.CHAIR)
    address = room + "/proposals/2/positions/1/objections/1"
    fields = {"state": "outweighed", "answer": "It is not."}
    chen, dana = cast.visitor(app, "chen"), cast.visitor(app, "dana")
    assert "Ask your co-chair" in chen.get(address).text
    assert chen.post(address, fields).status_code == 403
    assert dana.post(address, fields).status_code == 303


@pytest.mark.parametrize("speaks", [False, True])
def test_an_objector_is_named_only_as_far_as_the_room_allows(app, room, now, speaks):
    with app.app_context(), write():
        _held(room).names_public = False
        _seat("eve").delegation.speaks_for_group = speaks
    ledger = cast.visitor(app).get(room + "/objections").text
    assert "Eve Example" not in ledger
    assert ("Open Society of Samples" in ledger) is speaks
    # two of civil society voted: to name the group would be to name the voter
    assert ("Civil society" in ledger) is speaks


def test_the_desk_shows_what_waits_and_what_has_moved(app, room, now):
    chen = cast.visitor(app, "chen")
    assert "P1.1" in chen.get(room + "/desk").text
    send(chen, room + PAGE, status="divided", rationale=REASONS)
    assert "Nothing waits" in chen.get(room + "/desk").text
    with app.app_context(), write():
        cast_vote(_seat("eve"), _position(room), Choice.SUPPORT, now)
    moved = chen.get(room + "/desk").text
    assert "determined when the figures suggested “Divided”" in moved
    for sort in ("agenda", "contested", "voted", "oldest", "nonsense"):
        assert chen.get(room + f"/desk?sort={sort}").status_code == 200
    assert cast.visitor(app, "ada").get(room + "/desk").status_code == 403


def test_an_outcome_is_recorded_withdrawn_and_recorded_anew(app, room):
    rosa, reader = cast.visitor(app, "rosa"), cast.visitor(app)
    new = room + "/outcomes/new"
    assert '<option value="P1" selected' in rosa.get(new + "?about=P1").text
    assert rosa.post(new, {"kind": "referred", "text": "the name", "about": "P1"}).status_code == 422
    fields = {
        "kind": "referred",
        "text": "the name",
        "about": "P1",
        "delegation": "",
        "form": "noun phrase",
        "modality": "will",
    }
    assert rosa.post(new, fields | {"body": "the Bureau", "due_on": "2026-05-13"}).status_code == 303
    for page in ("/board", "", "/outcomes"):
        shown = reader.get(room + page).text
        assert "the Bureau" in shown
        assert "13 May 2026" in shown
    assert rosa.post(room + "/outcomes/1/withdrawal").status_code == 303
    assert rosa.post(room + "/outcomes/1/withdrawal").status_code == 403
    assert "the Bureau" not in reader.get(room + "/board").text
    assert "withdrawn from the record" in reader.get(room + "/outcomes").text
    assert cast.visitor(app, "ada").post(new, fields | {"body": "the Bureau"}).status_code == 403
    with app.app_context():
        assert db.session.query(Outcome).count() == 1


def test_after_the_call_what_nobody_opposes_is_agreed(app, room, now):
    chen = cast.visitor(app, "chen")
    with app.app_context(), write():
        cast_vote(_seat("eve"), _position(room), Choice.SUPPORT, now)
        held = _held(room)
        held.phase, held.called_at = Phase.CLOSED, now
    assert "a consensus call that has ended" in chen.get(room + PAGE).text
    assert send(chen, room + PAGE, status="agreed", rationale="Nobody is against.").status_code == 303
    assert made(app) == [("agreed", "agreed", "", False)]


def test_a_call_that_still_runs_proves_nothing(app, room, now):
    chen = cast.visitor(app, "chen")
    with app.app_context(), write():
        cast_vote(_seat("eve"), _position(room), Choice.SUPPORT, now)
        held = _held(room)
        held.phase, held.called_at = Phase.CALL, now
    page = chen.get(room + PAGE).text
    assert "Agreed would need:" in page
    assert "a consensus call would show whether it is agreed" in page


def test_what_is_hidden_is_hidden_here_too(app, room, now):
    with app.app_context(), write():
        _position(room).hidden_at = now
    for address in (PAGE, OBJECTION):
        assert cast.visitor(app, "ada").get(room + address).status_code == 404
        assert cast.visitor(app, "chen").get(room + address).status_code == 200
    assert "The word is too vague." not in cast.visitor(app).get(room + "/objections").text


def test_nothing_is_determined_once_the_report_is_out(app, room):
    chen = cast.visitor(app, "chen")
    seen = chen.hidden(room + PAGE, "seen")
    with app.app_context(), write():
        _held(room).phase = Phase.REPORTED
    refused = chen.post(room + PAGE, {"seen": seen, "status": "divided", "rationale": REASONS})
    assert refused.status_code == 409
    assert made(app) == []


def chosen(page):
    """The status that a form came back with."""
    return re.search(r'name="status"[^>]*value="(\w+)" checked', page.text)[1]


def re_send(visitor, page, address, fields):
    """Sends a page that came back as an answer."""
    seen = page.text.split('name="seen" value="')[1].split('"')[0]
    return visitor.post(address, {"seen": seen, **fields})


def _table_for_chair(app, room, now):
    with app.app_context(), write():
        chair = _seat("chen")
        proposal = table_proposal(agenda(_held(room))[0], chair, ProposalKind.TEXT, "The chair's", "", now)
        table_position(proposal, chair, "the week should start on Monday", Form.CLAUSE, now)


def _held(room):
    return find_consultation(room.rsplit("/", 1)[1])


def _position(room) -> Position:
    return find_position(find_proposal(_held(room), 1), 1)


def _seat(key):
    return db.session.query(Seat).join(Person).filter(Person.key == key).one()
