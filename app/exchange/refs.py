"""What the things of a consultation are called where no database is: "P3.2", "I1", "S4", "G:governments"."""

from collections import Counter
from collections.abc import Iterable, Mapping

from app.chairing.models import Appeal, Challenge, Determination
from app.consultations.models import (
    AgendaItem,
    Consultation,
    Delegation,
    Document,
    Officer,
    Seat,
    StakeholderGroup,
)
from app.db import Base
from app.deliberation.models import Comment, Position, Proposal
from app.drafting.models import ReportDraft
from app.publication.models import Approval, PublishedReport
from app.voting.models import Objection

_COUNTED = {Determination: "D", Challenge: "C", Appeal: "A", Objection: "J"}  # on a matter
_LETTERS = {AgendaItem: "I", Officer: "F", Delegation: "B", Seat: "S", Document: "D"}


def name_rows(rows: Iterable[Base]) -> dict[str, str]:
    """The ref of each row, by what the ledger calls it ("seat:12"); those without number are counted."""
    counts: Counter[str] = Counter()
    return {f"{row.__tablename__}:{row.id}": _ref(row, counts) for row in rows}


def to_ref(subject: str, refs: Mapping[str, str]) -> str:
    """What the ledger calls a thing, as the file does; of what is no longer there only its kind."""
    return refs.get(subject) or subject.partition(":")[0]


def from_ref(ref: str, subjects: Mapping[str, str]) -> str | None:
    """The other way; None where a ref leads nowhere."""
    return subjects.get(ref) or (f"{ref}:0" if ref in Base.metadata.tables else None)


def _ref(row: Base, counts: Counter[str]) -> str:
    if letter := _LETTERS.get(type(row)):
        return f"{letter}{row.number}"
    if letter := _COUNTED.get(type(row)):
        return _counted(f"{_matter(row).ref}/{letter}", counts)
    match row:
        case Consultation():
            return "C"
        case StakeholderGroup():
            return f"G:{row.key}"
        case Comment():
            return f"{row.proposal.ref}/{row.number}"
        case ReportDraft():
            return "R"
        case PublishedReport():
            return f"R{row.version}"
        case Approval():
            return _counted("AP", counts)
        case _:
            return row.ref


def _matter(row: Determination | Challenge | Appeal | Objection) -> Position | Proposal:
    on = row.determination if isinstance(row, Challenge | Appeal) else row
    return on.position or on.proposal


def _counted(stem: str, counts: Counter[str]) -> str:
    counts[stem] += 1
    return f"{stem}{counts[stem]}"
