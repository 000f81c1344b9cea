"""The agreement statuses: what each means and who may set it."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.words import N_, Incomplete

RATIONALE_LIMIT = 4_000  # characters


class Status(StrEnum):
    """The agreement status of a position or a whole proposal (HOUSE-STYLE 7.2)."""

    AGREED = "agreed"
    CONSENSUS = "consensus"
    BROAD = "broad"
    DIVIDED = "divided"
    NONE = "none"
    REJECTED = "rejected"
    MINORITY = "minority"
    FORWARD = "forward"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A status in words: its label, what it says, and the side of the board on which it stands."""

    label: str
    definition: str
    side: str  # agreed · contested · other


MEANINGS = {
    Status.AGREED: Meaning(
        N_("Agreed"),
        N_("It was put to all, and nobody maintained an objection or a disagreement."),
        "agreed",
    ),
    Status.CONSENSUS: Meaning(
        N_("Consensus"),
        N_("It is supported across the groups, and every objection has been answered."),
        "agreed",
    ),
    Status.BROAD: Meaning(
        N_("Broad support"),
        N_("Most support it and no group as a whole is against it; objections remain, or it was not tested."),
        "agreed",
    ),
    Status.DIVIDED: Meaning(N_("Divided"), N_("There is real support and real opposition."), "contested"),
    Status.NONE: Meaning(
        N_("No agreement"), N_("There are several positions, and none has broad support."), "contested"
    ),
    Status.REJECTED: Meaning(N_("Not retained"), N_("The participants turned it down."), "contested"),
    Status.MINORITY: Meaning(
        N_("Minority view"), N_("It is held by few, who want it on record."), "contested"
    ),
    Status.FORWARD: Meaning(N_("Put forward"), N_("It was proposed and has not been tested."), "other"),
    Status.NOTED: Meaning(
        N_("Noted"), N_("It is information, an emphasis or a comment, and asks for no decision."), "other"
    ),
}


def check_determination(status: Status, suggested: Status, rationale: str, departure: str) -> None:
    """Incomplete unless the chair has said why, and why otherwise than the figures suggest."""
    if not rationale.strip():
        raise Incomplete("rationale", N_("Give your reasons: participants read them beside the status."))
    if len(rationale) > RATIONALE_LIMIT:
        raise Incomplete(
            "rationale", N_("Shorten the reasons to %(limit)d characters."), limit=RATIONALE_LIMIT
        )
    if status is not suggested and not departure.strip():
        raise Incomplete("departure", N_("Say in one sentence why you depart from what the figures suggest."))
