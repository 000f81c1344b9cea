"""A determination moves from state to state as the table says: by whom, from where, and by the clock."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from app.core.acts import may, rule_on
from app.core.objections import Behalf
from app.core.phases import Phase
from app.core.roles import Role
from app.core.rounds import (
    ANSWER_LIMIT,
    GONE,
    LABELS,
    MOVES,
    REASON_LIMIT,
    UNSETTLED,
    Move,
    State,
    allows,
    check_answer,
    check_appeal,
    check_challenge,
    check_extension,
    check_move,
    check_reopening,
    owes_answer,
    review_end,
    state_of,
)
from app.core.words import Incomplete, Refusal, Untimely

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)

# What may be done: a letter for each state in which a move is legal, in the order of State.
LEGAL = {
    Move.DETERMINE: "USPCO.W.",
    Move.REOPEN: ".....F..",
    Move.CHALLENGE: "..PC....",
    Move.TAKE_BACK: "..PCO...",
    Move.ANSWER: "..PCO...",
    Move.EXTEND: "..PCO...",
    Move.WITHDRAW: ".SPCO...",
    Move.APPEAL: ".SPCOF..",
    Move.HEAR: ".SPCOFWR",
}
MOVERS = {
    Move.DETERMINE: {Role.CHAIR},
    Move.REOPEN: {Role.CHAIR},
    Move.CHALLENGE: {Role.PARTICIPANT},
    Move.TAKE_BACK: {Role.PARTICIPANT},
    Move.ANSWER: {Role.CHAIR},
    Move.EXTEND: {Role.CHAIR},
    Move.WITHDRAW: {Role.CHAIR},
    Move.APPEAL: {Role.PARTICIPANT},
    Move.HEAR: {Role.CHAIR, Role.SECRETARIAT},
}


@dataclass(frozen=True)
class Raised:
    for_group: bool = False
    is_waiting: bool = True


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("phase", Phase)
def test_every_move_from_every_state_is_ruled_on(move: Move, state: State, role: Role, phase: Phase) -> None:
    begun = phase in {Phase.OPEN, Phase.CALL, Phase.CLOSED}
    in_table = LEGAL[move][list(State).index(state)] != "."
    assert may(MOVES[move].act, role, phase) == (begun and role in MOVERS[move])
    assert allows(move, state) == in_table
    if begun and role in MOVERS[move] and in_table:
        rule_on(MOVES[move].act, role, phase)
        check_move(move, state, "text")
        return
    with pytest.raises(Refusal) as refused:
        _attempt(move, state, role, phase)
    assert str(refused.value).endswith("."), "it is a sentence"
    assert "%(" not in str(refused.value)


def _attempt(move: Move, state: State, role: Role, phase: Phase) -> None:
    rule_on(MOVES[move].act, role, phase)
    check_move(move, state)


@pytest.mark.parametrize("state", State)
def test_what_was_typed_for_a_move_that_comes_too_late_stays_beside_its_field(state: State) -> None:
    kind = None if state in {State.PROVISIONAL, State.CHALLENGED} else Incomplete
    if kind is None:
        check_move(Move.CHALLENGE, state, "text")
        return
    with pytest.raises(kind) as late:
        check_move(Move.CHALLENGE, state, "text")
    assert late.value.field == "text"
    with pytest.raises(Untimely):
        check_move(Move.CHALLENGE, state)


def test_every_state_has_a_word() -> None:
    assert set(LABELS) == set(State)
    assert not UNSETTLED & GONE


@pytest.mark.parametrize(
    ("after", "challenges", "state"),
    [
        (-SECOND, [], State.PROVISIONAL),
        (timedelta(), [], State.FINAL),
        (SECOND, [], State.FINAL),
        (-SECOND, [Raised()] * 2, State.PROVISIONAL),
        (timedelta(), [Raised()] * 2, State.FINAL),
        (-SECOND, [Raised()] * 3, State.CHALLENGED),
        (timedelta(), [Raised()] * 3, State.OVERDUE),
        (SECOND, [Raised(for_group=True)], State.OVERDUE),
        (SECOND, [Raised(is_waiting=False)] * 3, State.FINAL),
        (SECOND, [Raised(for_group=True, is_waiting=False), Raised()], State.FINAL),
    ],
)
def test_the_clock_makes_it_final_unless_an_answer_is_owed(after, challenges, state) -> None:
    assert state_of(NOW, challenges, 3, NOW + after) is state


def test_without_time_for_review_it_stands_whatever_is_said() -> None:
    assert state_of(review_end(NOW, 0), [Raised(for_group=True)] * 9, 3, NOW) is State.STANDING


def test_the_deadline_is_set_in_days() -> None:
    assert review_end(NOW, 7) == NOW + timedelta(days=7)


@pytest.mark.parametrize("challengers", [1, 2, 5])
def test_so_many_challengers_oblige_an_answer_as_the_setting_says(challengers: int) -> None:
    assert not owes_answer([Raised()] * (challengers - 1), challengers)
    assert owes_answer([Raised()] * challengers, challengers)
    assert not owes_answer([Raised(is_waiting=False)] * challengers, challengers)
    assert owes_answer([Raised(for_group=True)], challengers) or challengers == 1


@pytest.mark.parametrize("check", [check_challenge, check_appeal])
def test_one_speaks_only_for_those_whose_mandate_one_has(check) -> None:
    check("It is not so.", Behalf.SELF, (Behalf.SELF, Behalf.DELEGATION), False)
    with pytest.raises(Incomplete, match="cannot speak"):
        check("It is not so.", Behalf.GROUP, (Behalf.SELF, Behalf.DELEGATION), False)


@pytest.mark.parametrize(
    ("attempt", "field"),
    [
        (lambda: check_challenge(" ", Behalf.SELF, (Behalf.SELF,), False), "text"),
        (lambda: check_challenge("x" * (REASON_LIMIT + 1), Behalf.SELF, (Behalf.SELF,), False), "text"),
        (lambda: check_challenge("No.", Behalf.SELF, (Behalf.SELF,), True), "text"),
        (lambda: check_appeal("", Behalf.SELF, (Behalf.SELF,), False), "text"),
        (lambda: check_appeal("No.", Behalf.SELF, (Behalf.SELF,), True), "text"),
        (lambda: check_answer("", waiting=True), "text"),
        (lambda: check_answer("x" * (ANSWER_LIMIT + 1), waiting=True), "text"),
        (lambda: check_reopening("\n"), "new_information"),
        (lambda: check_extension(" ", NOW + SECOND, NOW, NOW), "text"),
        (lambda: check_extension("Why not.", None, NOW, NOW), "until"),
        (lambda: check_extension("Why not.", NOW, NOW - SECOND, NOW), "until"),
        (lambda: check_extension("Why not.", NOW + SECOND, NOW + SECOND, NOW), "until"),
    ],
)
def test_what_lacks_words_or_time_is_incomplete(attempt, field: str) -> None:
    with pytest.raises(Incomplete) as lack:
        attempt()
    assert lack.value.field == field


def test_nobody_is_answered_where_nobody_waits() -> None:
    with pytest.raises(Refusal, match="No challenge waits"):
        check_answer("Here it is.", waiting=False)
