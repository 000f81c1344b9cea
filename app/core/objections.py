"""The states of an objection and the moves between them."""

from enum import StrEnum

from app.core.words import N_, Incomplete, Refusal

ANSWER_LIMIT = 4_000  # characters


class ObjectionState(StrEnum):
    OPEN = "open"
    ACCOMMODATED = "accommodated"
    RETRACTED = "retracted"
    SET_ASIDE = "set aside"
    STANDS = "stands"


LABELS = {
    ObjectionState.OPEN: N_("Awaiting an answer"),
    ObjectionState.ACCOMMODATED: N_("Accommodated"),
    ObjectionState.RETRACTED: N_("Retracted"),
    ObjectionState.SET_ASIDE: N_("Set aside, with reasons"),
    ObjectionState.STANDS: N_("Stands"),
}

MEANINGS = {
    ObjectionState.OPEN: N_("It waits for the chair's answer."),
    ObjectionState.ACCOMMODATED: N_("The text was changed, or something else meets it."),
    ObjectionState.RETRACTED: N_("Whoever objected has taken it back."),
    ObjectionState.SET_ASIDE: N_("It was heard and is outweighed, or does not bear on the matter."),
    ObjectionState.STANDS: N_("It was heard and has not been met: it still counts against agreement."),
}

UNANSWERED = frozenset({ObjectionState.OPEN, ObjectionState.STANDS})  # count as open in the evidence
SETTLED_BY_CHAIR = (ObjectionState.ACCOMMODATED, ObjectionState.SET_ASIDE, ObjectionState.STANDS)


def check_settlement(state: ObjectionState, target: ObjectionState, answer: str) -> None:
    """Refusal unless the chair may settle an objection so; Incomplete where the answer is missing."""
    if state not in UNANSWERED or target not in SETTLED_BY_CHAIR:
        raise Refusal(N_("This objection is no longer open."))
    if not answer.strip():
        raise Incomplete("answer", N_("Write the answer to the objection: it is public."))
    if len(answer) > ANSWER_LIMIT:
        raise Incomplete("answer", N_("Shorten the answer to %(limit)d characters."), limit=ANSWER_LIMIT)
