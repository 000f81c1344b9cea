"""Every step about an objection, from every state: the legal ones, and a sentence for the rest."""

from itertools import product

import pytest

from app.core.objections import (
    LABELS,
    MEANINGS,
    MOVES,
    SET_ASIDE,
    SETTLED_BY_CHAIR,
    UNANSWERED,
    Behalf,
    Move,
    ObjectionState,
    Party,
    Step,
    check_behalf,
    check_step,
    steps_open,
    target_of,
)
from app.core.words import Incomplete, Refusal

O = ObjectionState  # noqa: E741
LEGAL = {
    (Step.ANSWER, Party.CHAIR): {
        O.OPEN: {O.ACCOMMODATED, O.OFF_MERITS, O.OUTWEIGHED, O.STANDS},
        O.STANDS: {O.ACCOMMODATED, O.OFF_MERITS, O.OUTWEIGHED, O.STANDS},
    },
    (Step.REOPEN, Party.CHAIR): {O.ACCOMMODATED: {O.OPEN}, O.OFF_MERITS: {O.OPEN}, O.OUTWEIGHED: {O.OPEN}},
    (Step.RETRACT, Party.OBJECTOR): {
        O.OPEN: {O.RETRACTED},
        O.STANDS: {O.RETRACTED},
        O.OFF_MERITS: {O.RETRACTED},
        O.OUTWEIGHED: {O.RETRACTED},
    },
    (Step.REPLY, Party.OBJECTOR): {
        O.ACCOMMODATED: {O.OPEN},
        O.OFF_MERITS: {O.OFF_MERITS},
        O.OUTWEIGHED: {O.OUTWEIGHED},
    },
}


@pytest.mark.parametrize(("step", "by"), [*product(Step, (*Party, None))])
@pytest.mark.parametrize(("state", "target"), [*product(O, O)])
def test_every_step_is_legal_as_the_table_says_and_refused_otherwise_with_a_sentence(step, by, state, target):
    if target in LEGAL.get((step, by), {}).get(state, ()):
        check_step(step, by, state, target, "Heard, and answered.")
        assert step in steps_open(by, state, None)
        assert step is Step.ANSWER or target_of(step, state) is target
    else:
        with pytest.raises(Refusal) as refused:
            check_step(step, by, state, target, "Heard, and answered.")
        assert str(refused.value).endswith(".")
        assert not isinstance(refused.value, Incomplete)


def test_the_table_has_nothing_else():
    told = {(m.step, m.by, m.source, m.target) for m in MOVES}
    assert told == {
        (step, by, source, target)
        for (step, by), sources in LEGAL.items()
        for source, targets in sources.items()
        for target in targets
    }


@pytest.mark.parametrize("move", sorted(MOVES, key=str))
def test_only_a_retraction_needs_no_words(move: Move):
    if move.step is Step.RETRACT:
        check_step(move.step, move.by, move.source, move.target, "")
        return
    with pytest.raises(Incomplete) as lacking:
        check_step(move.step, move.by, move.source, move.target, " \n")
    assert lacking.value.field == "answer"


@pytest.mark.parametrize("move", sorted(MOVES, key=str))
def test_no_words_are_endless(move: Move):
    with pytest.raises(Incomplete):
        check_step(move.step, move.by, move.source, move.target, "x" * 4_001)


@pytest.mark.parametrize("state", sorted(SET_ASIDE))
def test_a_reply_is_given_once_to_each_answer(state):
    assert Step.REPLY not in steps_open(Party.OBJECTOR, state, Step.REPLY)
    with pytest.raises(Refusal, match="on record"):
        check_step(Step.REPLY, Party.OBJECTOR, state, state, "Still not.", Step.REPLY)


def test_what_counts_as_open_is_what_waits_or_stands():
    assert {O.OPEN, O.STANDS} == UNANSWERED
    assert not SET_ASIDE & UNANSWERED
    assert set(LABELS) == set(MEANINGS) == set(O)
    assert set(SETTLED_BY_CHAIR) > SET_ASIDE


def test_nobody_objects_for_those_for_whom_he_cannot_speak():
    check_behalf(Behalf.SELF, (Behalf.DELEGATION, Behalf.SELF))
    with pytest.raises(Incomplete) as lacking:
        check_behalf(Behalf.GROUP, (Behalf.DELEGATION, Behalf.SELF))
    assert lacking.value.field == "behalf"
