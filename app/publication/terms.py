"""The states of a correction, and their words."""

from enum import StrEnum

from app.core.words import N_

MESSAGE_LIMIT = 1_200  # characters of what goes with a draft


class CorrectionState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


CORRECTION_LABELS = {
    CorrectionState.OPEN: N_("Not answered yet"),
    CorrectionState.ACCEPTED: N_("Accepted"),
    CorrectionState.DECLINED: N_("Declined"),
}
