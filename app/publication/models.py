"""Drafts put into circulation, corrections to them, the chair's approval, and the reports published."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.consultations.models import Consultation, Seat
from app.consultations.terms import ReportStyle
from app.db import Base, Term, UtcDateTime
from app.publication.terms import CorrectionState


class Circulation(Base):
    """A draft as it was sent round for corrections, sealed like a report."""

    __tablename__ = "circulation"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    number: Mapped[int] = mapped_column()
    record: Mapped[str] = mapped_column(sa.Text)  # canonical JSON
    document: Mapped[str] = mapped_column(sa.Text)  # canonical JSON
    digest: Mapped[str] = mapped_column(sa.String(64))  # SHA-256 of the record
    set_aside: Mapped[dict[str, str]] = mapped_column(sa.JSON, default=dict)  # why it leaves out what it does
    message: Mapped[str] = mapped_column(sa.String(1200), default="")
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    circulated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closes_at: Mapped[datetime] = mapped_column(UtcDateTime)

    consultation: Mapped[Consultation] = relationship()
    seat: Mapped[Seat | None] = relationship()

    @property
    def ref(self) -> str:
        return f"CD{self.number}"

    def is_open_at(self, now: datetime) -> bool:
        """Whether corrections to it can be proposed at an instant: until its last second, not beyond."""
        return now < self.closes_at


class Correction(Base):
    """Other words, or none, proposed for a block of a circulated draft, and what became of the proposal."""

    __tablename__ = "correction"
    __table_args__ = (sa.UniqueConstraint("circulation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    circulation_id: Mapped[int] = mapped_column(sa.ForeignKey("circulation.id"))
    number: Mapped[int] = mapped_column()
    block: Mapped[str] = mapped_column(sa.String(120))
    words_before: Mapped[str] = mapped_column(sa.Text)
    words_after: Mapped[str] = mapped_column(sa.Text)  # empty: the block is to be left out
    reason: Mapped[str] = mapped_column(sa.String(400))
    state: Mapped[CorrectionState] = mapped_column(Term(CorrectionState), default=CorrectionState.OPEN)
    answer: Mapped[str] = mapped_column(sa.String(400), default="")
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answered_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    circulation: Mapped[Circulation] = relationship()
    seat: Mapped[Seat] = relationship(foreign_keys=[seat_id])
    answered_by: Mapped[Seat | None] = relationship(foreign_keys=[answered_by_id])

    @property
    def ref(self) -> str:
        return f"{self.circulation.ref}/{self.number}"

    @property
    def leaves_out(self) -> bool:
        return not self.words_after


class Approval(Base):
    """A chair approved these very words: of one block, or of the whole draft; other words need another."""

    __tablename__ = "approval"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "block", "digest", "seat_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    block: Mapped[str] = mapped_column(sa.String(120), default="")  # empty: the whole
    digest: Mapped[str] = mapped_column(sa.String(64))  # SHA-256 of the words
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    approved_at: Mapped[datetime] = mapped_column(UtcDateTime)

    consultation: Mapped[Consultation] = relationship()
    seat: Mapped[Seat] = relationship()


class PublishedReport(Base):
    """One sealed version, never changed: it renders the same for ever."""

    __tablename__ = "published_report"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    version: Mapped[int] = mapped_column()
    style: Mapped[ReportStyle] = mapped_column(Term(ReportStyle))
    record: Mapped[str] = mapped_column(sa.Text)  # canonical JSON
    document: Mapped[str] = mapped_column(sa.Text)  # canonical JSON
    digest: Mapped[str] = mapped_column(sa.String(64))  # SHA-256 of the record
    set_aside: Mapped[dict[str, str]] = mapped_column(sa.JSON, default=dict)  # why it leaves out what it does
    corrects: Mapped[str] = mapped_column(sa.String(400), default="")  # what a later version sets right
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)

    consultation: Mapped[Consultation] = relationship()
    seat: Mapped[Seat | None] = relationship()
