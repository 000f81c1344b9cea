"""What became of everything on record."""

import pytest

from app.core.determinations import Status
from app.core.objections import ObjectionState
from app.core.outcomes import OutcomeKind
from app.core.report.compose import compose
from app.core.report.disposition import Disposition, Fate, Matter, dispositions, left_out
from app.core.report.edition import USUAL, Edition
from app.core.report.record import (
    Determination,
    MinorityStatement,
    Objection,
    Outcome,
    Position,
    Record,
    Reservation,
)
from app.core.report.revision import UNREVISED, Revision, Revisions
from app.core.texts import ProposalKind
from tests.core.report.records import item, proposal, record

MUD = Objection(ref="P1.1/J1", reason="Mud.")


def position(ref: str, text: str, status: Status | None = None, **facts) -> Position:
    determination = Determination(ref=f"{ref}/D1", status=status, rationale="So it was.") if status else None
    return Position(ref=ref, text=text, determination=determination, **facts)


def judged(
    taken: Record, revisions: Revisions = UNREVISED, edition: Edition = USUAL, **set_aside: str
) -> dict[str, Disposition]:
    report = compose(taken, edition, revisions)
    reasons = {ref.replace("_", "."): reason for ref, reason in set_aside.items()}
    found = dispositions(taken, report, left_out(taken, edition, revisions), reasons)
    assert len({each.ref for each in found}) == len(found)
    return {each.ref: each for each in found}


def gate(**facts) -> Record:
    return record(item(1, proposal("P1", position("P1.1", "the gate should open", Status.AGREED, **facts))))


def test_what_is_told_names_its_paragraph() -> None:
    found = judged(gate(reservations=(Reservation(ref="P1.1/V1", text="Not at night."),)))
    assert {ref: each.fate for ref, each in found.items()} == {
        "P1.1": Fate.TOLD,
        "P1.1/D1": Fate.TOLD,
        "P1.1/V1": Fate.TOLD,
    }
    assert [place.label for place in found["P1.1"].told] == ["1"]
    assert (found["P1.1"].item, found["P1.1"].proposal, found["P1.1"].status) == ("I1", "P1", Status.AGREED)


def test_an_item_of_a_list_is_told_in_the_paragraph_it_hangs_on() -> None:
    themes = (position("P1.1", "bread", entry=True), position("P1.2", "salt", entry=True))
    found = judged(record(item(1, proposal("P1", *themes, kind=ProposalKind.LIST, entries_called="themes"))))
    assert [(place.block, place.label) for place in found["P1.2"].told] == [("p1-2", "1")]


def test_an_item_that_is_left_out_is_not_told_by_what_leads_to_its_list() -> None:
    themes = (position("P1.1", "bread", entry=True), position("P1.2", "salt", entry=True))
    taken = record(item(1, proposal("P1", *themes, kind=ProposalKind.LIST, entries_called="themes")))
    found = judged(taken, Revisions((Revision(block="p1-2", excluded="Said twice."),)))
    assert (found["P1.1"].fate, found["P1.2"].fate) == (Fate.TOLD, Fate.SET_ASIDE)
    assert found["P1.2"].reason == "Said twice."


def test_an_objection_is_told_with_what_it_speaks_of_and_owed_without() -> None:
    fair = position("P1.1", "a fair", objections=(MUD,))
    taken = record(item(1, proposal("P1", fair)))
    found = judged(taken)
    assert {ref: found[ref].fate for ref in found} == {"P1.1": Fate.TOLD, "P1.1/J1": Fate.TOLD}
    without = compose(record(item(1, proposal("P1", position("P1.1", "a fair")))))
    owed = dispositions(taken, without, {}, {})[1]
    assert (owed.ref, owed.fate, owed.is_owed) == ("P1.1/J1", Fate.OPEN, True)
    aside = dispositions(taken, without, {}, {"P1.1/J1": "Said again under item 2."})[1]
    assert (aside.fate, aside.reason) == (Fate.SET_ASIDE, "Said again under item 2.")
    assert not aside.is_owed


@pytest.mark.parametrize("state", [ObjectionState.RETRACTED, ObjectionState.ACCOMMODATED])
def test_an_objection_that_was_met_or_taken_back_is_accounted_for_by_itself(state: ObjectionState) -> None:
    found = judged(gate(objections=(Objection(ref="P1.1/J1", reason="Mud.", state=state),)))["P1.1/J1"]
    assert found.fate is Fate.OF_ITSELF
    assert found.because


def test_what_was_withdrawn_and_what_was_superseded_are_accounted_for_by_themselves() -> None:
    taken = record(
        item(
            1,
            proposal(
                "P1",
                position(
                    "P1.1", "a fair", withdrawn=True, objections=(Objection(ref="P1.1/J1", reason="Mud."),)
                ),
                position(
                    "P1.2",
                    "a market",
                    Status.AGREED,
                    earlier=(Determination(ref="P1.2/D0", status=Status.DIVIDED),),
                ),
            ),
            proposal("P2", position("P2.1", "a feast"), withdrawn=True),
        )
    )
    found = judged(taken)
    assert {ref for ref, each in found.items() if each.fate is Fate.OF_ITSELF} == {
        "P1.1",
        "P1.1/J1",
        "P1.2/D0",
        "P2.1",
    }
    assert not any(each.is_owed for each in found.values())


def test_a_block_that_is_left_out_gives_its_reason_to_what_it_told() -> None:
    found = judged(gate(), Revisions((Revision(block="p1-1", excluded="Known to all."),)))
    assert {(each.fate, each.reason) for each in found.values()} == {(Fate.SET_ASIDE, "Known to all.")}


def test_half_of_a_paragraph_can_be_left_out() -> None:
    revisions = Revisions(
        (
            Revision(block="p1-1", text="It was agreed that the gate should open.\n\nAnd there was mud."),
            Revision(block="p1-1-part2", excluded="Rude."),
        )
    )
    assert judged(gate(), revisions)["P1.1"].fate is Fate.TOLD


def test_a_determination_goes_with_the_position_that_is_set_aside() -> None:
    taken = gate()
    bare = compose(record(item(1)))
    found = {each.ref: each for each in dispositions(taken, bare, {}, {"P1.1": "Off the agenda."})}
    assert found["P1.1/D1"].reason == "Off the agenda."
    open_ = {each.ref: each for each in dispositions(taken, bare, {}, {})}
    assert open_["P1.1"].is_owed
    assert open_["P1.1/D1"].is_owed


def test_a_minority_statement_is_told_where_it_is_printed() -> None:
    taken = gate(minority_statements=(MinorityStatement(ref="P1.1/M1", text="We would keep it shut."),))
    assert judged(taken)["P1.1/M1"].fate is Fate.TOLD
    assert judged(taken, edition=Edition(annexes=()))["P1.1/M1"].is_owed


def test_a_next_step_is_followed_without_being_asked_for() -> None:
    outcome = Outcome(ref="O1", kind=OutcomeKind.NEXT_STEP, text="another meeting")
    taken = record(item(1, proposal("P1", position("P1.1", "a fair"))), outcomes=(outcome,))
    report = compose(record(item(1)))
    found = {each.ref: each for each in dispositions(taken, report, {}, {})}
    assert found["O1"].matter is Matter.OUTCOME
    assert found["O1"].fate is Fate.OPEN
    assert not found["O1"].is_owed
