"""The states of a file that is being written, and the steps on its way."""

from enum import StrEnum

from app.core.words import N_


class DownloadState(StrEnum):
    WAITING = "waiting"
    WORKING = "working"
    READY = "ready"
    FAILED = "failed"


STEPS = (
    N_("Waiting for its turn"),
    N_("Reading the record"),
    N_("Writing the file"),
    N_("Putting the file away"),
    N_("Ready"),
)
