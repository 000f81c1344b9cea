"""The states of an objection and the moves between them."""

from enum import StrEnum

from app.core.words import N_, Incomplete, Refusal


class ObjectionState(StrEnum):
    OPEN = "open"
    ACCOMMODATED = "accommodated"
    RETRACTED = "retracted"
    SET_ASIDE = "set aside"
    STANDS = "stands"


LABELS = {
    ObjectionState.OPEN: N_("Open"),
    ObjectionState.ACCOMMODATED: N_("Accommodated"),
    ObjectionState.RETRACTED: N_("Retracted"),
    ObjectionState.SET_ASIDE: N_("Set aside, with reasons"),
    ObjectionState.STANDS: N_("Stands"),
}

UNANSWERED = frozenset({ObjectionState.OPEN, ObjectionState.STANDS})  # count as open in the evidence
SETTLED_BY_CHAIR = (ObjectionState.ACCOMMODATED, ObjectionState.SET_ASIDE, ObjectionState.STANDS)


def check_settlement(state: ObjectionState, target: ObjectionState, answer: str) -> None:
    """Refusal unless the chair may settle an objection so; Incomplete where the answer is missing."""
    if state not in UNANSWERED or target not in SETTLED_BY_CHAIR:
        raise Refusal(N_("This objection is no longer open."))
    if not answer.strip():
        raise Incomplete("answer", N_("Write the answer to the objection: it is public."))
