"""The phases of a consultation and the moves between them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.words import N_, Untimely


class Phase(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CALL = "consensus call"
    CLOSED = "closed"
    REPORTED = "reported"


LABELS = {
    Phase.DRAFT: N_("Draft"),
    Phase.OPEN: N_("Open"),
    Phase.CALL: N_("Consensus call"),
    Phase.CLOSED: N_("Closed"),
    Phase.REPORTED: N_("Reported"),
}


UNDER_WAY = frozenset({Phase.OPEN, Phase.CALL})  # people speak and vote


@dataclass(frozen=True, slots=True)
class Move:
    """A step from one phase to another: the verb on its button and what will happen."""

    source: Phase
    target: Phase
    verb: str
    effects: tuple[str, ...]


_TEXTS_STAY = N_("Everything said so far stays as it is, with its permanent links.")

MOVES = (
    Move(
        Phase.DRAFT,
        Phase.OPEN,
        N_("Open the consultation"),
        (
            N_("Those who may read it can see it from now on."),
            N_("Participants can put proposals and positions forward, vote and comment."),
        ),
    ),
    Move(
        Phase.OPEN,
        Phase.CALL,
        N_("Begin the consensus call"),
        (
            N_("The texts are fixed: no new proposals or positions, and none withdrawn."),
            N_("Participants can still vote, change their votes and comment."),
        ),
    ),
    Move(
        Phase.CALL,
        Phase.OPEN,
        N_("Return to open discussion"),
        (N_("Proposals and positions can be put forward again."), _TEXTS_STAY),
    ),
    Move(
        Phase.OPEN,
        Phase.CLOSED,
        N_("Close the consultation"),
        (
            N_("Nobody can put forward, vote or comment any more."),
            N_("The chair can still determine positions, and the rapporteur can write the report."),
        ),
    ),
    Move(
        Phase.CALL,
        Phase.CLOSED,
        N_("Close the consultation"),
        (
            N_("Votes stand as they are; nobody can vote or comment any more."),
            N_("The chair can still determine positions, and the rapporteur can write the report."),
        ),
    ),
    Move(
        Phase.CLOSED,
        Phase.OPEN,
        N_("Reopen the consultation"),
        (
            N_("Participants can put forward, vote and comment again."),
            _TEXTS_STAY,
        ),
    ),
    Move(
        Phase.CLOSED,
        Phase.REPORTED,
        N_("Publish the report"),
        (
            N_("The record and the report are sealed and public to all who may read the consultation."),
            N_("Nothing in the consultation can be changed any more."),
            N_("Everybody who has a seat is told."),
        ),
    ),
)


def phase_at(phase: Phase, closes_at: datetime | None, now: datetime) -> Phase:
    """The phase that holds at an instant: at its closing time a consultation is closed, whoever is awake."""
    due = closes_at is not None and now >= closes_at
    return Phase.CLOSED if due and phase in UNDER_WAY else phase


def moves_from(phase: Phase) -> tuple[Move, ...]:
    """The moves that are possible from a phase, in the order in which they are offered."""
    return tuple(move for move in MOVES if move.source is phase)


def find_move(source: Phase, target: Phase) -> Move:
    """The move from one phase to another; Untimely where there is none."""
    for move in MOVES:
        if (move.source, move.target) == (source, target):
            return move
    raise Untimely(
        N_("A consultation cannot move from “%(source)s” to “%(target)s”."),
        source=LABELS[source],
        target=LABELS[target],
    )
