"""How a call comes to its end, by the clock; and who may do what to it, in which state."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from app.core.acts import RULES, Act, may, rule_on
from app.core.calls import (
    ANSWER_LABELS,
    CONCLUSIVE,
    MANNER_LABELS,
    MANNER_MEANINGS,
    OPEN_TO,
    STATE_LABELS,
    STEP_LABELS,
    Answer,
    CallState,
    CallStep,
    Manner,
    check_answer,
    check_deadline,
    check_question,
    check_reason,
    check_running,
    state_at,
)
from app.core.phases import UNDER_WAY, Phase
from app.core.roles import Role
from app.core.words import Incomplete, Refusal, Untimely

CLOSES = datetime(2026, 3, 9, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
TIMELESS = {CallStep.CANCEL: CallState.CANCELLED, CallStep.STOP: CallState.STOPPED}
MOMENTS = [CLOSES - timedelta(days=1), CLOSES - SECOND, CLOSES, CLOSES + SECOND]
ENDS = [None, CLOSES - timedelta(days=2), CLOSES - SECOND, CLOSES, CLOSES + SECOND]


@pytest.mark.parametrize(("last", "now", "ended"), [*product(CallStep, MOMENTS, ENDS)])
def test_the_state_is_told_by_the_last_step_and_the_clock(last, now, ended):
    if last in TIMELESS:
        expected = TIMELESS[last]
    elif ended and ended < CLOSES and ended <= now:
        expected = CallState.CUT_SHORT
    else:
        expected = CallState.RUNNING if now < CLOSES else CallState.ENDED
    assert state_at(CLOSES, last, ended, now) is expected


@pytest.mark.parametrize("state", CallState)
def test_only_what_runs_is_answered_prolonged_or_cancelled(state):
    if state is CallState.RUNNING:
        check_running(state)
        return
    with pytest.raises(Untimely) as refused:
        check_running(state)
    assert str(refused.value).endswith(".")


CAST = {
    Act.CALL: ({Role.CHAIR}, UNDER_WAY),
    Act.ANSWER: ({Role.PARTICIPANT}, UNDER_WAY),
    Act.REPLY: ({Role.PARTICIPANT}, UNDER_WAY | {Phase.CLOSED}),
}


@pytest.mark.parametrize(("act", "role", "phase"), [*product(CAST, Role, Phase)])
def test_every_role_may_what_the_table_says_and_reads_why_not(act, role, phase):
    roles, phases = CAST[act]
    allowed = role in roles and phase in phases
    assert may(act, role, phase) is allowed
    if not allowed:
        with pytest.raises(Refusal) as refused:
            rule_on(act, role, phase)
        assert str(RULES[act].words) in str(refused.value)
        assert "%(" not in str(refused.value)


@pytest.mark.parametrize(("manner", "answer", "asked"), [*product(Manner, Answer, (True, False))])
def test_in_a_silence_procedure_only_an_objection_is_an_answer(manner, answer, asked):
    if asked and not (manner is Manner.SILENCE and answer is Answer.ACCEPT):
        check_answer(manner, answer, asked)
        assert answer in OPEN_TO[manner]
        return
    with pytest.raises(Refusal) as refused:
        check_answer(manner, answer, asked)
    assert isinstance(refused.value, Incomplete) is asked


def test_a_deadline_gives_time_but_no_more_than_the_consultation_has():
    now = CLOSES - timedelta(days=1)
    check_deadline(CLOSES, now, None)
    check_deadline(CLOSES, now, CLOSES)
    check_deadline(CLOSES, now, None, CLOSES - SECOND)
    for until, held_until, before in (
        (now, None, None),
        (CLOSES + SECOND, CLOSES, None),
        (CLOSES, None, CLOSES),
        (CLOSES - SECOND, None, CLOSES),
    ):
        with pytest.raises(Incomplete) as lacking:
            check_deadline(until, now, held_until, before)
        assert lacking.value.field == "closes_at"


@pytest.mark.parametrize(
    ("reason", "good"), [("", False), (" \n", False), ("So.", True), ("x" * 1001, False)]
)
def test_more_time_and_an_early_end_have_their_reason(reason, good):
    if good:
        check_reason(reason)
        return
    with pytest.raises(Incomplete):
        check_reason(reason)


@pytest.mark.parametrize(
    ("question", "count", "field"),
    [("", 0, "positions"), ("", 101, "positions"), ("x" * 1001, 1, "question")],
)
def test_a_call_asks_something_and_not_too_much(question, count, field):
    with pytest.raises(Incomplete) as lacking:
        check_question(question, count)
    assert lacking.value.field == field
    check_question("Well?", 100)


def test_every_word_has_its_label():
    assert set(MANNER_LABELS) == set(MANNER_MEANINGS) == set(Manner)
    assert set(STATE_LABELS) == set(CallState)
    assert set(STEP_LABELS) == set(CallStep)
    assert set(ANSWER_LABELS) == set(Answer)
    assert set(CallState) > CONCLUSIVE
