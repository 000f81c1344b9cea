"""Notices: who is told of what; how far the ledger has been read; what mail people want."""

import secrets
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.consultations.models import Consultation
from app.core.telling import Rhythm
from app.db import Base, Term, UtcDateTime


class Notice(Base):
    """One person is told of one occasion, once. What it says is looked up whenever it is said."""

    __tablename__ = "notice"
    __table_args__ = (
        sa.UniqueConstraint("person_id", "occasion"),
        sa.Index("ix_notice_person_id_read_at", "person_id", "read_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(22), unique=True, default=lambda: secrets.token_urlsafe(16))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"))
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    kind: Mapped[str] = mapped_column(sa.String(40))  # a row of acts.py or deadlines.py
    subject: Mapped[str] = mapped_column(sa.String(60))  # "comment:12", as the ledger has it
    occasion: Mapped[str] = mapped_column(sa.String(120))  # an event, or a deadline
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    mail_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)  # empty: not, or it was
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    person: Mapped[Person] = relationship()
    consultation: Mapped[Consultation] = relationship()


class Reading(Base):
    """Up to which event the ledger of a consultation has been read."""

    __tablename__ = "reading"

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"), unique=True)
    event_id: Mapped[int] = mapped_column(default=0)


class Reminder(Base):
    """A deadline of which people were told."""

    __tablename__ = "reminder"

    id: Mapped[int] = mapped_column(primary_key=True)
    occasion: Mapped[str] = mapped_column(sa.String(120), unique=True)
    told_at: Mapped[datetime] = mapped_column(UtcDateTime)


class MailChoice(Base):
    """What mail a person wants: in one consultation, or wherever nothing else was chosen."""

    __tablename__ = "mail_choice"
    __table_args__ = (
        sa.UniqueConstraint("person_id", "consultation_id"),
        sa.Index(
            "uq_mail_choice_usual",
            "person_id",
            unique=True,
            sqlite_where=sa.text("consultation_id IS NULL"),
            postgresql_where=sa.text("consultation_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"))
    consultation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("consultation.id"))  # None: anywhere
    rhythm: Mapped[Rhythm] = mapped_column(Term(Rhythm))
