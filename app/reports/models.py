"""Published reports: the sealed record and the document composed from it."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.consultations.models import Consultation, Seat
from app.consultations.terms import ReportStyle
from app.db import Base, Term, UtcDateTime


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
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)

    consultation: Mapped[Consultation] = relationship()
    seat: Mapped[Seat | None] = relationship()
