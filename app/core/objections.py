"""The life of an objection: its states, and who may move it from one to another, saying what."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.words import N_, Incomplete, Refusal

ANSWER_LIMIT = 4_000  # characters


class ObjectionState(StrEnum):
    OPEN = "open"
    ACCOMMODATED = "accommodated"
    RETRACTED = "retracted"
    OFF_MERITS = "not on the merits"
    OUTWEIGHED = "outweighed"
    STANDS = "stands"


LABELS = {
    ObjectionState.OPEN: N_("Awaiting an answer"),
    ObjectionState.ACCOMMODATED: N_("Accommodated"),
    ObjectionState.RETRACTED: N_("Retracted"),
    ObjectionState.OFF_MERITS: N_("Set aside: not on the merits"),
    ObjectionState.OUTWEIGHED: N_("Set aside: outweighed"),
    ObjectionState.STANDS: N_("Stands"),
}

MEANINGS = {
    ObjectionState.OPEN: N_("It waits for the chair's answer."),
    ObjectionState.ACCOMMODATED: N_("The text was changed, or something else meets it."),
    ObjectionState.RETRACTED: N_("Whoever objected has taken it back."),
    ObjectionState.OFF_MERITS: N_("It was heard and does not bear on the matter: say why."),
    ObjectionState.OUTWEIGHED: N_(
        "It was heard, and other reasons weigh more: say which, and which alternatives were weighed."
    ),
    ObjectionState.STANDS: N_("It was heard and has not been met: it still counts against agreement."),
}

UNANSWERED = frozenset({ObjectionState.OPEN, ObjectionState.STANDS})  # count as open in the evidence
SET_ASIDE = frozenset({ObjectionState.OFF_MERITS, ObjectionState.OUTWEIGHED})
SETTLED_BY_CHAIR = (
    ObjectionState.ACCOMMODATED,
    ObjectionState.OFF_MERITS,
    ObjectionState.OUTWEIGHED,
    ObjectionState.STANDS,
)


class Behalf(StrEnum):
    """For whom an objection is raised, the narrowest first."""

    SELF = "self"
    DELEGATION = "delegation"
    GROUP = "group"


BEHALF_LABELS = {
    Behalf.SELF: N_("For myself"),
    Behalf.DELEGATION: N_("For my delegation"),
    Behalf.GROUP: N_("For the stakeholder group that my delegation represents"),
}


class Party(StrEnum):
    """Who may take a step; everybody else reads."""

    OBJECTOR = "objector"
    CHAIR = "chair"


class Step(StrEnum):
    """What is done about an objection once it has been raised."""

    ANSWER = "answer"
    REPLY = "reply"
    RETRACT = "retract"
    REOPEN = "reopen"


STEP_LABELS = {
    Step.ANSWER: N_("Answered"),
    Step.REPLY: N_("The answer does not satisfy"),
    Step.RETRACT: N_("Taken back"),
    Step.REOPEN: N_("Reopened"),
}


@dataclass(frozen=True, slots=True)
class Move:
    """A step by which an objection comes from one state to another."""

    step: Step
    by: Party
    source: ObjectionState
    target: ObjectionState


# A reply reopens what the chair took to be met, since only whoever objected can tell; what was set aside with
# reasons stays so, with the reply on record, until the chair finds something new in it.
MOVES = frozenset(
    {
        *(
            Move(Step.ANSWER, Party.CHAIR, source, target)
            for source in UNANSWERED
            for target in SETTLED_BY_CHAIR
        ),
        *(
            Move(Step.REOPEN, Party.CHAIR, source, ObjectionState.OPEN)
            for source in SET_ASIDE | {ObjectionState.ACCOMMODATED}
        ),
        *(
            Move(Step.RETRACT, Party.OBJECTOR, source, ObjectionState.RETRACTED)
            for source in SET_ASIDE | UNANSWERED
        ),
        *(Move(Step.REPLY, Party.OBJECTOR, source, source) for source in SET_ASIDE),
        Move(Step.REPLY, Party.OBJECTOR, ObjectionState.ACCOMMODATED, ObjectionState.OPEN),
    }
)

_WORDS_WANTED = {
    Step.ANSWER: N_("Write the answer to the objection: it is public."),
    Step.REPLY: N_("Say why the answer does not satisfy: it is public."),
    Step.REOPEN: N_("Say what is new: an objection is reopened for that alone, and it is public."),
}
_NOT_YOURS = {
    Party.CHAIR: N_("Only a chair answers objections and reopens them."),
    Party.OBJECTOR: N_("Only whoever raised this objection can take it back or reply to its answer."),
}
_NOT_NOW = {
    Step.ANSWER: N_("This objection is no longer open."),
    Step.REPLY: N_("There is no answer here to which you could reply."),
    Step.RETRACT: N_("There is nothing left here that could be taken back."),
    Step.REOPEN: N_("Only an objection that was met or set aside can be reopened."),
}


def steps_open(by: Party | None, state: ObjectionState, last: Step | None) -> frozenset[Step]:
    """The steps that a party may take; `last` is the last that was taken."""
    found = {move.step for move in MOVES if (move.by, move.source) == (by, state)}
    return frozenset(found - {last} if last is Step.REPLY else found)


def check_step(
    step: Step,
    by: Party | None,
    state: ObjectionState,
    target: ObjectionState,
    words: str,
    last: Step | None = None,
) -> None:
    """Refusal unless the party may bring the objection there; Incomplete where it has to say why."""
    owner = next(move.by for move in MOVES if move.step is step)
    if by is not owner:
        raise Refusal(_NOT_YOURS[owner])
    if step is Step.REPLY and last is Step.REPLY:
        raise Refusal(N_("Your reply is on record. The chair has not answered anew since."))
    if Move(step, by, state, target) not in MOVES:
        raise Refusal(_NOT_NOW[step])
    if step in _WORDS_WANTED and not words.strip():
        raise Incomplete("answer", _WORDS_WANTED[step])
    if len(words) > ANSWER_LIMIT:
        raise Incomplete("answer", N_("Shorten the answer to %(limit)d characters."), limit=ANSWER_LIMIT)


def target_of(step: Step, state: ObjectionState) -> ObjectionState:
    """Where a step other than an answer leads; the state itself where it leads nowhere."""
    return next((move.target for move in MOVES if (move.step, move.source) == (step, state)), state)


def check_behalf(behalf: Behalf, open_to: tuple[Behalf, ...]) -> None:
    """Incomplete where somebody would object for those for whom he or she cannot speak."""
    if behalf not in open_to:
        raise Incomplete("behalf", N_("You cannot speak for them here. Choose another."))
