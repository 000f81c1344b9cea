"""Minority statements as they may be shown: with their signatories, and with the time that is left."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.chairing.models import Determination, MinorityStatement, Signature, StatementRevision
from app.chairing.queries import standing_determinations
from app.consultations.models import Consultation, Delegation, Seat, StakeholderGroup
from app.core.minority import ANSWERABLE, Naming, deadline
from app.db import db
from app.deliberation.actions import is_own
from app.deliberation.models import Position, Proposal
from app.deliberation.queries import concealments, proposals

Subject = tuple[int, int | None]  # (proposal, position); position None is the proposal as a whole


@dataclass(frozen=True, slots=True)
class Window:
    """Whether a determination can be answered by minority statements at an instant, and until when."""

    answerable: bool
    closes_at: datetime | None  # None: when the report is published
    passed: bool

    @property
    def is_open(self) -> bool:
        return self.answerable and not self.passed


@dataclass(frozen=True, slots=True)
class Filed:
    """A minority statement as one reader may see it."""

    statement: MinorityStatement
    signatures: Sequence[Signature]  # that stand
    hidden: str  # why an officer has hidden it
    is_own: bool  # the reader filed it, or speaks for the delegation that did
    is_signed: bool  # likewise

    @property
    def ref(self) -> str:
        return self.statement.ref

    @property
    def by(self) -> str:
        """As whom its author is named; empty: proponents of a minority view."""
        return name_of(self.statement)

    @property
    def supporters(self) -> Sequence[str]:
        """The signatories who are named."""
        return list(dict.fromkeys(filter(None, map(name_of, self.signatures))))

    @property
    def others(self) -> int:
        """How many more have signed without being named."""
        return sum(not name_of(signature) for signature in self.signatures)


def window(consultation: Consultation, determination: Determination | None, now: datetime) -> Window:
    """The time for statements on a determination; the deadline itself is too late."""
    if determination is None or determination.status not in ANSWERABLE:
        return Window(answerable=False, closes_at=None, passed=False)
    at = deadline(determination.determined_at, consultation.statement_days, consultation.statements_until)
    return Window(answerable=True, closes_at=at, passed=at is not None and now >= at)


def window_of(proposal: Proposal, position: Position | None, now: datetime) -> Window:
    """The same for a position, or for a whole proposal, as it stands determined."""
    standing = standing_determinations([proposal.id]).get((proposal.id, position.id if position else None))
    return window(proposal.consultation, standing, now)


def filed(proposal_ids: Iterable[int], seat: Seat | None = None) -> Mapping[Subject, Sequence[Filed]]:
    """The statements on some proposals and their positions that were not withdrawn, oldest first."""
    query = sa.select(MinorityStatement).where(
        MinorityStatement.proposal_id.in_(list(proposal_ids)), MinorityStatement.withdrawn_at.is_(None)
    )
    found: dict[Subject, list[Filed]] = defaultdict(list)
    for each in show(_read(query), seat):
        found[each.statement.proposal_id, each.statement.position_id].append(each)
    return found


def all_filed(consultation: Consultation, seat: Seat | None = None) -> Sequence[Filed]:
    """All that were not withdrawn, in the order of the agenda; none on hidden texts."""
    texts = [text.id for text in proposals(consultation) if not text.hidden_at]
    by_subject = filed(texts, seat)
    rank = {text: place for place, text in enumerate(texts)}
    found = [each for on_one in by_subject.values() for each in on_one]
    seen = [each for each in found if not (each.statement.position and each.statement.position.hidden_at)]
    return sorted(seen, key=lambda each: (rank[each.statement.proposal_id], each.statement.number))


def show(statements: Sequence[MinorityStatement], seat: Seat | None) -> Sequence[Filed]:
    """Some statements as a reader in a seat may see them."""
    signed: dict[int, list[Signature]] = defaultdict(list)
    for signature in _signatures([statement.id for statement in statements]):
        signed[signature.statement_id].append(signature)
    hidden = concealments(statements, MinorityStatement.__tablename__)
    return [
        Filed(
            statement=statement,
            signatures=signed[statement.id],
            hidden=hidden.get(statement.id, ""),
            is_own=is_own(statement, seat),
            is_signed=any(is_own(signature, seat) for signature in signed[statement.id]),
        )
        for statement in statements
    ]


def find_statement(proposal: Proposal, number: int) -> MinorityStatement | None:
    query = sa.select(MinorityStatement).where(
        MinorityStatement.proposal_id == proposal.id, MinorityStatement.number == number
    )
    return next(iter(_read(query)), None)


def involving(seat: Seat) -> tuple[Sequence[Filed], Sequence[Filed]]:
    """The statements that a seat or its delegation has filed, withdrawn ones too, and those it has signed."""
    within = sa.select(Proposal.id).where(Proposal.consultation_id == seat.consultation_id)
    query = sa.select(MinorityStatement).where(MinorityStatement.proposal_id.in_(within))
    shown = show(_read(query), seat)
    return [each for each in shown if each.is_own], [each for each in shown if each.is_signed]


def earlier_words(statement: MinorityStatement) -> Sequence[StatementRevision]:
    """What a statement said before, newest first."""
    return db.session.scalars(
        sa.select(StatementRevision)
        .where(StatementRevision.statement_id == statement.id)
        .order_by(StatementRevision.id.desc())
    ).all()


def namesake(row: MinorityStatement | Signature) -> Delegation | StakeholderGroup | Seat | None:
    """As whom somebody is named, where there is consent: the delegation, its group, or the person's seat."""
    delegation = row.delegation
    if row.naming is Naming.GROUP:
        return delegation.group if delegation and delegation.speaks_for_group else None
    if row.naming is Naming.UNNAMED:
        return None
    return delegation or (row.seat if row.seat.consents_to_name else None)


def speaks_for_group(seat: Seat | None) -> bool:
    """Whether a seat's delegation has the mandate of its stakeholder group."""
    delegation = seat.delegation if seat else None
    return bool(delegation and delegation.speaks_for_group and delegation.group)


def name_of(row: MinorityStatement | Signature) -> str:
    found = namesake(row)
    return found.person.name if isinstance(found, Seat) else found.name if found else ""


def _read(query: sa.Select[tuple[MinorityStatement]]) -> Sequence[MinorityStatement]:
    return db.session.scalars(
        query.options(
            joinedload(MinorityStatement.proposal),
            joinedload(MinorityStatement.position).joinedload(Position.proposal),
            joinedload(MinorityStatement.seat).joinedload(Seat.person),
            joinedload(MinorityStatement.delegation).joinedload(Delegation.group),
        ).order_by(MinorityStatement.proposal_id, MinorityStatement.number)
    ).all()


def _signatures(statement_ids: Iterable[int]) -> Sequence[Signature]:
    """The signatures that stand, oldest first."""
    return db.session.scalars(
        sa.select(Signature)
        .where(Signature.statement_id.in_(list(statement_ids)), Signature.withdrawn_at.is_(None))
        .options(
            joinedload(Signature.seat).joinedload(Seat.person),
            joinedload(Signature.delegation).joinedload(Delegation.group),
        )
        .order_by(Signature.id)
    ).all()
