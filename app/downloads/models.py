"""The letterhead of a consultation, and the files that are being written or wait to be fetched."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.consultations.models import Consultation, Seat
from app.db import Base, Term, UtcDateTime
from app.downloads.terms import DownloadState


class Letterhead(Base):
    """An institution's own Word file, into which reports are written."""

    __tablename__ = "letterhead"

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"), unique=True)
    filename: Mapped[str] = mapped_column(sa.String(255))
    digest: Mapped[str] = mapped_column(sa.String(64))  # SHA-256; also the stored file's name
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)

    consultation: Mapped[Consultation] = relationship()
    seat: Mapped[Seat | None] = relationship()


class Download(Base):
    """One file that takes long: asked for, claimed by a clerk, written, kept for some days."""

    __tablename__ = "download"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(40), unique=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"))  # none: somebody not signed in
    wish: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    language: Mapped[str] = mapped_column(sa.String(10))  # of whoever asked, for what goes wrong
    state: Mapped[DownloadState] = mapped_column(Term(DownloadState), default=DownloadState.WAITING)
    steps_done: Mapped[int] = mapped_column(default=0)
    tries: Mapped[int] = mapped_column(default=0)
    trouble: Mapped[str] = mapped_column(sa.String(400), default="")
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    try_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)  # none: nothing is left to do
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    consultation: Mapped[Consultation] = relationship()
    person: Mapped[Person | None] = relationship()
