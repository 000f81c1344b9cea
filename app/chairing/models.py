"""Determinations, with the evidence of their minute, and the statements of those who dissent."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.consultations.models import Delegation, Seat
from app.core.determinations import Status
from app.core.minority import Naming
from app.db import Base, Term, UtcDateTime
from app.deliberation.models import Position, Proposal


class Determination(Base):
    """The chair's act of giving a position, or a whole proposal, its agreement status; never changed."""

    __tablename__ = "determination"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(sa.ForeignKey("proposal.id"), index=True)
    position_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("position.id"), index=True
    )  # None: the whole
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))  # None: on import, before Plenary
    status: Mapped[Status] = mapped_column(Term(Status))
    suggested: Mapped[Status | None] = mapped_column(Term(Status))
    rationale: Mapped[str] = mapped_column(sa.Text, default="")
    departure: Mapped[str] = mapped_column(sa.Text, default="")  # why not what the figures suggest
    own: Mapped[bool] = mapped_column(default=False)  # the chair's own position, and no co-chair
    text: Mapped[str] = mapped_column(sa.Text, default="")  # the words it refers to
    evidence: Mapped[dict[str, Any]] = mapped_column(sa.JSON, default=dict)
    determined_at: Mapped[datetime] = mapped_column(UtcDateTime)

    proposal: Mapped[Proposal] = relationship()
    position: Mapped[Position | None] = relationship()
    seat: Mapped[Seat | None] = relationship()


class MinorityStatement(Base):
    """Dissent from a determination in its own words; it answers the one in force when it was filed."""

    __tablename__ = "minority_statement"
    __table_args__ = (sa.UniqueConstraint("proposal_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(sa.ForeignKey("proposal.id"))
    number: Mapped[int] = mapped_column()
    position_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("position.id"), index=True
    )  # None: on the whole
    text: Mapped[str] = mapped_column(sa.Text)
    language: Mapped[str] = mapped_column(sa.String(10), default="")  # empty: the consultation's
    naming: Mapped[Naming] = mapped_column(Term(Naming))
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegation.id"))  # on whose behalf
    filed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revised_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    hidden_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    proposal: Mapped[Proposal] = relationship()
    position: Mapped[Position | None] = relationship()
    seat: Mapped[Seat] = relationship()
    delegation: Mapped[Delegation | None] = relationship()

    @property
    def ref(self) -> str:
        return f"{(self.position or self.proposal).ref}/M{self.number}"

    @property
    def is_hidden(self) -> bool:
        """Whether an officer has taken it out of sight, by itself or with what it is on."""
        return self.hidden_at is not None or (self.position or self.proposal).is_hidden


class StatementRevision(Base):
    """What a minority statement said before it was revised."""

    __tablename__ = "statement_revision"

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(sa.ForeignKey("minority_statement.id"), index=True)
    text: Mapped[str] = mapped_column(sa.Text)
    replaced_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Signature(Base):
    """Somebody else who makes the words of a minority statement his or her own; kept when taken back."""

    __tablename__ = "signature"

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(sa.ForeignKey("minority_statement.id"), index=True)
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegation.id"))  # on whose behalf
    naming: Mapped[Naming] = mapped_column(Term(Naming))
    signed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # taken back, or lapsed with the words

    statement: Mapped[MinorityStatement] = relationship()
    seat: Mapped[Seat] = relationship()
    delegation: Mapped[Delegation | None] = relationship()
