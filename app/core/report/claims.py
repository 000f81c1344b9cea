"""What there is to tell, not yet in order or in words: the kinds of claim.

A claim is a statement (one position), a listing (entries under one lead-in), a verdict on a whole proposal,
a next step, or one of the formalities. What belongs to a claim (what answers it, what was said beside it,
what happens next with it) is attached to it and follows it.
"""

from dataclasses import dataclass
from typing import Literal

from app.core.determinations import Status
from app.core.report.record import (
    Adoption,
    AgendaItem,
    Document,
    Officer,
    Outcome,
    Position,
    Proposal,
)
from app.core.votes import Tally

Role = Literal["", "answer", "remark", "bridge"]


@dataclass(frozen=True, slots=True)
class Opening:
    ref: str
    officers: tuple[Officer, ...]
    attached: tuple["Claim", ...] = ()


@dataclass(frozen=True, slots=True)
class Formalities:
    ref: str
    adoption: Adoption | None
    documents: tuple[Document, ...]
    attached: tuple["Claim", ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    ref: str
    position: Position
    status: Status
    determination: str = ""  # the ref of the one that gave it this status
    by: str = ""  # the ref of whoever put it
    named: bool = False
    role: Role = ""
    beside: str = ""  # the ref of the position that it answers or is said beside
    to: Status | None = None  # and the status of that one
    to_tally: Tally | None = None
    attached: tuple["Claim", ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    ref: str
    proposal: Proposal
    lead: Statement | None  # the proposal's own text, unless it has a status of its own
    entries: tuple[Statement, ...]
    proposed: int  # all that was proposed, told here or elsewhere
    attached: tuple["Claim", ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    ref: str
    proposal: Proposal
    status: Status
    attached: tuple["Claim", ...] = ()


@dataclass(frozen=True, slots=True)
class NextStep:
    ref: str
    outcome: Outcome
    attached: tuple["Claim", ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing was put forward under an agenda item."""

    ref: str
    attached: tuple["Claim", ...] = ()


Claim = Opening | Formalities | Statement | Listing | Verdict | NextStep | Silence


@dataclass(frozen=True, slots=True)
class Section:
    item: AgendaItem | None  # None: what is not under an agenda item
    claims: tuple[Claim, ...]
