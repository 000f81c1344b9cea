"""What can happen next to a matter."""

from enum import StrEnum

from app.core.words import N_


class OutcomeKind(StrEnum):
    ADOPTED = "adopted"
    REFERRED = "referred"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    DEADLINE = "deadline"
    ACTION = "action"
    NEXT_STEP = "next step"
    FOLLOW_UP = "follow-up"  # a consultation that continues this one


class Modality(StrEnum):
    """How firm a next step is."""

    IS = "is"
    WILL = "will"
    SHALL = "shall"
    WOULD = "would"
    COULD = "could"
    MAY = "may"


LABELS = {
    OutcomeKind.ADOPTED: N_("Adopted"),
    OutcomeKind.REFERRED: N_("Referred"),
    OutcomeKind.DEFERRED: N_("Deferred"),
    OutcomeKind.WITHDRAWN: N_("Withdrawn"),
    OutcomeKind.DEADLINE: N_("Deadline"),
    OutcomeKind.ACTION: N_("Action"),
    OutcomeKind.NEXT_STEP: N_("Next step"),
    OutcomeKind.FOLLOW_UP: N_("Follow-up consultation"),
}
