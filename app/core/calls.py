"""Consensus calls: who asks whom what until when, what silence means, and how a call comes to its end."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.votes import Count
from app.core.words import N_, Incomplete, Refusal, Untimely

REASON_LIMIT = 1_000  # characters
QUESTION_LIMIT = 1_000
MOST_POSITIONS = 100


class Manner(StrEnum):
    """How a call is put: as a question, or so that silence lets the text pass."""

    CALL = "call"
    SILENCE = "silence"


MANNER_LABELS = {
    Manner.CALL: N_("Consensus call"),
    Manner.SILENCE: N_("Silence procedure"),
}

MANNER_MEANINGS = {
    Manner.CALL: N_(
        "Can anyone not live with this? Those asked accept, object with a reason, or stay silent."
    ),
    Manner.SILENCE: N_(
        "Adopted unless somebody objects by the deadline. One objection stops it at once, for all its texts."
    ),
}


class CallState(StrEnum):
    RUNNING = "running"
    ENDED = "ended"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    CUT_SHORT = "cut short"


STATE_LABELS = {
    CallState.RUNNING: N_("Running"),
    CallState.ENDED: N_("Ended at its deadline"),
    CallState.STOPPED: N_("Stopped by an objection"),
    CallState.CANCELLED: N_("Cancelled"),
    CallState.CUT_SHORT: N_("Cut short: the consultation was closed before the deadline"),
}

CONCLUSIVE = frozenset({CallState.ENDED, CallState.STOPPED, CallState.RUNNING})  # the others decide nothing


class CallStep(StrEnum):
    """What is done about a call as a whole."""

    OPEN = "open"
    EXTEND = "extend"
    CANCEL = "cancel"
    STOP = "stop"


STEP_LABELS = {
    CallStep.OPEN: N_("Opened"),
    CallStep.EXTEND: N_("Given more time"),
    CallStep.CANCEL: N_("Cancelled"),
    CallStep.STOP: N_("Stopped by an objection"),
}


class Answer(StrEnum):
    ACCEPT = "accept"
    OBJECT = "object"


ANSWER_LABELS = {
    Answer.ACCEPT: N_("I can live with this"),
    Answer.OBJECT: N_("I cannot live with this, for the reason I give"),
}

OPEN_TO = {Manner.CALL: tuple(Answer), Manner.SILENCE: (Answer.OBJECT,)}  # answers; silence needs none

_OVER = {
    CallState.ENDED: N_("The deadline of this call has passed."),
    CallState.STOPPED: N_("This call was stopped by an objection."),
    CallState.CANCELLED: N_("This call was cancelled."),
    CallState.CUT_SHORT: N_("This call ended when the consultation was closed."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFigures:
    """What came of one position in a call: who is silent is neither for nor against."""

    ref: str
    manner: Manner
    state: CallState
    closes_at: datetime
    asked: Count
    accepted: Count = 0
    objected: Count = 0

    @property
    def silent(self) -> int:
        return self.asked - self.accepted - self.objected


def state_at(
    closes_at: datetime, last: CallStep, consultation_ended_at: datetime | None, now: datetime
) -> CallState:
    """The state at an instant, by the clock alone: at its deadline a call is over, whoever is awake.

    `last` is the last step that was taken; a consultation that ends before the deadline ends its calls.
    """
    if last is CallStep.CANCEL:
        return CallState.CANCELLED
    if last is CallStep.STOP:
        return CallState.STOPPED
    if consultation_ended_at and consultation_ended_at < closes_at and consultation_ended_at <= now:
        return CallState.CUT_SHORT
    return CallState.RUNNING if now < closes_at else CallState.ENDED


def check_running(state: CallState) -> None:
    """Untimely unless the call can still be answered, extended or cancelled."""
    if state is not CallState.RUNNING:
        raise Untimely(_OVER[state])


def check_deadline(
    until: datetime, now: datetime, consultation_closes_at: datetime | None, before: datetime | None = None
) -> None:
    """Incomplete where a deadline gives no time, or more than the consultation itself has."""
    if until <= now:
        raise Incomplete("closes_at", N_("This time has passed. Choose a later one."))
    if before and until <= before:
        raise Incomplete("closes_at", N_("This gives no more time. Choose a later deadline."))
    if consultation_closes_at and until > consultation_closes_at:
        raise Incomplete("closes_at", N_("The consultation closes before that. Choose an earlier deadline."))


def check_question(question: str, positions: int) -> None:
    """Incomplete where nothing is asked, or too much."""
    if not positions:
        raise Incomplete("positions", N_("Choose at least one position."))
    if positions > MOST_POSITIONS:
        raise Incomplete("positions", N_("Choose at most %(limit)d positions."), limit=MOST_POSITIONS)
    if len(question) > QUESTION_LIMIT:
        raise Incomplete("question", N_("Shorten the message to %(limit)d characters."), limit=QUESTION_LIMIT)


def check_reason(reason: str) -> None:
    """Incomplete where a call would be extended or cancelled without saying why."""
    if not reason.strip():
        raise Incomplete("reason", N_("Say why: all who were asked read it."))
    if len(reason) > REASON_LIMIT:
        raise Incomplete("reason", N_("Shorten the reason to %(limit)d characters."), limit=REASON_LIMIT)


def check_answer(manner: Manner, answer: Answer, asked: bool) -> None:
    """Refusal where somebody answers who was not asked; Incomplete for an answer that is none here."""
    if not asked:
        raise Refusal(N_("You were not among those asked when this call was opened."))
    if answer not in OPEN_TO[manner]:
        raise Incomplete("answer", N_("Here whoever agrees stays silent. Only an objection is an answer."))
