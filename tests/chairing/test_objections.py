"""The ledger of objections: both sides take their steps in public, and nobody else takes any."""

import re

import pytest

from app.chairing.evidence import evidence, lay_before
from app.consultations.models import Consultation, Seat
from app.consultations.queries import agenda
from app.consultations.terms import VotingUnit
from app.core.objections import ObjectionState
from app.core.phases import Phase
from app.core.roles import Role
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice, Tally, total
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from app.deliberation.models import Position
from app.ledger.models import Event
from app.voting.actions import cast_vote
from app.voting.hearing import settle_objection
from app.voting.models import Objection
from app.voting.queries import recount, tallies
from tests import cast
from tests.table import Table, lay

O = ObjectionState  # noqa: E741


@pytest.fixture
def table(app, now) -> Table:
    """`bo` objects, for the Society of Examples; `dana` is a second chair, and there is one in every role."""
    found = lay(app, now)
    with app.app_context(), write():
        held = db.session.query(Consultation).one()
        for key, role in (("dana", Role.CHAIR), ("rosa", Role.RAPPORTEUR), ("olga", Role.OBSERVER)):
            cast.seat(held, key, now, role)
        person = cast.person("dov", now)
        delegation = db.session.query(Seat).join(Seat.person).filter_by(key="bo").one().delegation_id
        db.session.add(
            Seat(
                consultation_id=held.id,
                number=99,
                person_id=person.id,
                role=Role.PARTICIPANT,
                delegation_id=delegation,
                taken_at=now,
            )
        )
    raised = {"choice": "object", "reason": "Too vague.", "remedy": "A definition."}
    assert found.visitor("bo").post(f"{found.address}/positions/1/votes", raised).status_code == 303
    return found


def one(table: Table) -> str:
    return f"{table.address}/positions/1/objections/1"


def state(table: Table) -> ObjectionState:
    with table.app.app_context():
        return db.session.query(Objection).order_by(Objection.id).first().state


def settle(table: Table, target: ObjectionState, now) -> None:
    with table.app.app_context(), write():
        chair = db.session.query(Seat).join(Seat.person).filter_by(key="chen").one()
        settle_objection(db.session.query(Objection).one(), chair, target, "Heard, and answered.", now)


def counted(table: Table) -> Tally:
    with table.app.app_context():
        position = db.session.query(Position).first()
        shown = total(tallies([position.id]).get(position.id, {}).values())
        assert recount(position) == shown
        return shown


STEPS = {
    "": {"state": "stands", "answer": "Heard."},
    "/reopening": {"answer": "A report has come out."},
    "/reply": {"answer": "It is not met."},
    "/retraction": {},
}
CHAIRS, OBJECTORS = {"chen", "dana"}, {"bo", "dov"}
PEOPLE = ("chen", "dana", "bo", "dov", "amina", "cleo", "rosa", "olga", "secretary", None)
ALLOWED = {
    "": (CHAIRS, {O.OPEN, O.STANDS}),
    "/reopening": (CHAIRS, {O.ACCOMMODATED, O.OFF_MERITS, O.OUTWEIGHED}),
    "/reply": (OBJECTORS, {O.ACCOMMODATED, O.OFF_MERITS, O.OUTWEIGHED}),
    "/retraction": (OBJECTORS, {O.OPEN, O.STANDS, O.OFF_MERITS, O.OUTWEIGHED}),
}


@pytest.mark.parametrize("before", list(O))
@pytest.mark.parametrize("step", list(STEPS))
def test_everybody_else_is_refused_every_step_with_a_sentence(table, step, before):
    """All seats, all steps, all states: those whom the table names may, the others read why not."""
    allowed, from_states = ALLOWED[step]
    for key in PEOPLE:
        with table.app.app_context(), write():
            db.session.query(Objection).one().state = before
        with table.app.app_context():
            acts = db.session.query(Event).count()
        answered = table.visitor(key).post(one(table) + step, STEPS[step])
        if key in allowed and before in from_states:
            assert answered.status_code == 303, (key, before)
            with table.app.app_context(), write():  # as if it had not been
                objection = db.session.query(Objection).one()
                for taken in list(objection.steps):
                    db.session.delete(taken)
            continue
        assert answered.status_code == 403, (key, before)
        assert re.search(r"<h1[^>]*>[^<]+[.?]</h1>|<p[^>]*>[^<]+\.", answered.text)
        assert state(table) is before
        with table.app.app_context():
            assert db.session.query(Event).count() == acts


def test_an_objection_is_set_aside_replied_to_reopened_and_met(table):
    chen, bo, reader = table.visitor("chen"), table.visitor("bo"), table.visitor()
    address = one(table)
    bare = chen.post(address, {"state": "outweighed", "answer": " "})
    assert bare.status_code == 422
    assert "it is public" in bare.text
    chen.post(address, {"state": "outweighed", "answer": "Three languages need one word."})
    assert state(table) is O.OUTWEIGHED
    assert "What is new" in chen.get(address).text
    lacking = bo.post(f"{address}/reply", {"answer": ""})
    assert lacking.status_code == 422
    assert "Say why the answer does not satisfy" in lacking.text
    bo.post(f"{address}/reply", {"answer": "Two of them have it."})
    assert state(table) is O.OUTWEIGHED, "a reply does not overrule the chair"
    assert "has not answered anew" in bo.post(f"{address}/reply", {"answer": "Again."}).text
    chen.post(f"{address}/reopening", {"answer": "The translators have found a word."})
    assert state(table) is O.OPEN
    chen.post(address, {"state": "accommodated", "answer": "The text says it."})
    bo.post(f"{address}/reply", {"answer": "It says it in the title only."})
    assert state(table) is O.OPEN, "only who objected can tell whether it is met"
    chen.post(address, {"state": "stands", "answer": "Then it stands."})
    page = reader.get(address).text
    told = [
        "Raised",
        "Three languages need one word.",
        "Two of them have it.",
        "The translators have found a word.",
        "The text says it.",
        "It says it in the title only.",
        "Then it stands.",
    ]
    places = [page.index(words, page.index('id="history"')) for words in told]
    assert places == sorted(places)
    assert "Chen Example" in page
    assert 'method="post"' not in page[page.index("<main") :]
    with table.app.app_context():
        acts = [
            e.act for e in db.session.query(Event).order_by(Event.id) if e.subject.startswith("objection:")
        ]
        assert acts == ["answer", "reply", "reopen", "answer", "reply", "answer"]


def test_who_takes_an_objection_back_disagrees_and_may_vote_otherwise(table):
    bo = table.visitor("bo")
    assert bo.post(f"{one(table)}/retraction", {"answer": "We leave it there."}).status_code == 303
    assert state(table) is O.RETRACTED
    assert counted(table) == Tally(disagree=1)
    assert "We leave it there." in table.visitor().get(one(table)).text
    bo.post(f"{table.address}/positions/1/votes", {"choice": "accept"})
    assert counted(table) == Tally(accept=1)


def test_after_the_close_an_objection_can_be_taken_back_and_the_vote_stays(table):
    with table.app.app_context(), write():
        db.session.query(Consultation).one().phase = Phase.CLOSED
    assert table.visitor("dov").post(f"{one(table)}/retraction").status_code == 303
    assert state(table) is O.RETRACTED
    assert counted(table) == Tally(object=1)
    with table.app.app_context(), write():
        held = db.session.query(Consultation).one()
        held.phase = Phase.REPORTED
        db.session.query(Objection).one().state = O.OPEN
    late = table.visitor("bo").post(f"{one(table)}/retraction", {"answer": "We think again."})
    assert late.status_code == 409
    assert "We think again." in late.text


def test_undo_brings_back_the_state_that_the_objection_had(table, now):
    settle(table, O.STANDS, now)
    bo = table.visitor("bo")
    bo.post(f"{table.address}/positions/1/votes", {"choice": "accept"})
    assert state(table) is O.RETRACTED
    instant = re.search(r'name="cast_at" value="([^"]+)"', bo.get(table.address).text)[1]
    bo.post(f"{table.address}/positions/1/votes/undo", {"cast_at": instant})
    assert state(table) is O.STANDS
    with table.app.app_context():
        assert [step.step for step in db.session.query(Objection).one().steps] == ["answer"]


def test_a_reopened_objection_keeps_its_words_and_a_new_reason_is_a_new_one(table, now):
    settle(table, O.OUTWEIGHED, now)
    table.visitor("chen").post(f"{one(table)}/reopening", {"answer": "Something new."})
    table.visitor("bo").post(
        f"{table.address}/positions/1/votes", {"choice": "object", "reason": "And long."}
    )
    with table.app.app_context():
        found = [(o.reason, o.state) for o in db.session.query(Objection).order_by(Objection.id)]
    assert found == [("Too vague.", O.RETRACTED), ("And long.", O.OPEN)]


def test_an_objection_in_whose_place_another_was_raised_is_not_opened_again(table, now):
    settle(table, O.OUTWEIGHED, now)
    anew = {"choice": "object", "reason": "And long."}
    table.visitor("bo").post(f"{table.address}/positions/1/votes", anew)
    refused = table.visitor("chen").post(f"{one(table)}/reopening", {"answer": "Something new."})
    assert refused.status_code == 403
    assert "Another objection has been raised since." in refused.text
    assert "What is new" not in table.visitor("chen").get(one(table)).text
    assert table.visitor("bo").post(f"{one(table)}/reply", {"answer": "No."}).status_code == 403


def test_the_ledger_is_public_and_can_be_narrowed(table):
    table.visitor("cleo").post(
        f"{table.address}/positions/1/votes", {"choice": "object", "reason": "Too short."}
    )
    table.visitor("chen").post(one(table), {"state": "stands", "answer": "Heard."})
    reader, ledger = table.visitor(), f"/consultations/{table.slug}/objections"
    for query, seen in {
        "": {"Too vague.", "Too short."},
        "?state=stands": {"Too vague."},
        "?state=open": {"Too short."},
        "?item=1": {"Too vague.", "Too short."},
        "?item=2": set(),
        "?group=Civil society": {"Too vague."},
        "?state=nonsense": set(),
    }.items():
        page = reader.get(ledger + query).text
        assert {words for words in ("Too vague.", "Too short.") if words in page} == seen, query
    assert "No objection is like this." in reader.get(f"{ledger}?item=2").text


def test_where_names_are_not_public_no_group_is_offered_that_would_tell(table):
    with table.app.app_context(), write():
        db.session.query(Consultation).one().names_public = False
    page = table.visitor().get(f"/consultations/{table.slug}/objections?group=Civil society").text
    assert "Too vague." not in page
    assert 'name="group"' not in page


@pytest.mark.parametrize(
    ("unit", "mandate", "behalf", "for_group"),
    [
        ("delegation", False, "", False),
        ("delegation", True, "", True),
        ("delegation", True, "delegation", False),
        ("person", True, "self", False),
        ("person", True, "group", True),
    ],
)
def test_whoever_speaks_for_several_says_for_whom_the_objection_is(
    table, unit, mandate, behalf, for_group, now
):
    with table.app.app_context(), write():
        held = db.session.query(Consultation).one()
        held.voting_unit = VotingUnit(unit)
        db.session.query(Seat).filter_by(number=99).one().delegation.speaks_for_group = mandate
    dov = table.visitor("dov")
    answered = dov.post(
        f"{table.address}/positions/1/votes", {"choice": "object", "reason": "Not so.", "behalf": behalf}
    )
    assert answered.status_code == 303
    with table.app.app_context():
        position = db.session.query(Position).first()
        found = lay_before(position.proposal, position, now).evidence["P1.1"].objections
    assert {each.for_group for each in found if each.reason == "Not so."} == {for_group}


def test_nobody_objects_for_a_group_without_its_mandate(table):
    refused = table.visitor("dov").post(
        f"{table.address}/positions/1/votes", {"choice": "object", "reason": "Not so.", "behalf": "group"}
    )
    assert refused.status_code == 422
    assert "You cannot speak for them here" in refused.text
    assert "Not so." in refused.text


def test_an_objection_stays_with_the_group_whose_vote_it_is(app, now):
    """Whoever raised it may sit for another delegation since; the vote stays with the first."""
    with app.app_context(), write():
        held = cast.consultation(now)
        seat = cast.seat(held, "ada", now, delegation=cast.delegation(held, "Weavers", "civil-society"))
        proposal = table_proposal(agenda(held)[0], seat, ProposalKind.TEXT, "The name", "", now)
        position = table_position(proposal, seat, "the name should be Forum", Form.CLAUSE, now)
        cast_vote(seat, position, Choice.OBJECT, now, reason="Too vague.")
        seat.delegation = cast.delegation(held, "Northland", "governments")
        found = evidence(held, [position.id], now)[position.id]
        assert [objection.group for objection in found.objections] == ["civil-society"]
        assert list(found.by_group) == ["civil-society"]
