"""Votes as they stand, every vote ever cast, and the objections that votes open."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.consultations.models import Seat
from app.core.objections import Behalf, ObjectionState, Step
from app.core.votes import Choice
from app.db import Base, Term, UtcDateTime
from app.deliberation.models import Position


class Vote(Base):
    """The vote that one voter has now on one position: the constraint lets there be no second."""

    __tablename__ = "vote"
    __table_args__ = (sa.UniqueConstraint("position_id", "voter"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    position_id: Mapped[int] = mapped_column(sa.ForeignKey("position.id"))
    voter: Mapped[str] = mapped_column(sa.String(24))  # "delegation:7" or "seat:12"
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"), index=True)  # who cast it
    choice: Mapped[Choice] = mapped_column(Term(Choice))
    reason: Mapped[str] = mapped_column(sa.Text, default="")
    reservation: Mapped[str] = mapped_column(sa.Text, default="")
    cast_at: Mapped[datetime] = mapped_column(UtcDateTime)

    position: Mapped[Position] = relationship()
    seat: Mapped[Seat] = relationship()


class Cast(Base):
    """One act of voting, never changed; a choice of None is a vote taken back."""

    __tablename__ = "cast"

    id: Mapped[int] = mapped_column(primary_key=True)
    position_id: Mapped[int] = mapped_column(sa.ForeignKey("position.id"))
    voter: Mapped[str] = mapped_column(sa.String(24))
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"), index=True)
    choice: Mapped[Choice | None] = mapped_column(Term(Choice))
    reason: Mapped[str] = mapped_column(sa.Text, default="")
    reservation: Mapped[str] = mapped_column(sa.Text, default="")
    cast_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (sa.Index("ix_cast_position_id_voter", "position_id", "voter"),)

    position: Mapped[Position] = relationship()
    seat: Mapped[Seat] = relationship()


class Objection(Base):
    """A reason that stands in the way of a position."""

    __tablename__ = "objection"
    __table_args__ = (
        sa.Index(
            "uq_objection_open",
            "position_id",
            "voter",
            unique=True,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    position_id: Mapped[int] = mapped_column(sa.ForeignKey("position.id"), index=True)
    voter: Mapped[str] = mapped_column(sa.String(24))
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    reason: Mapped[str] = mapped_column(sa.Text)
    remedy: Mapped[str] = mapped_column(sa.Text, default="")  # what change would remove it
    behalf: Mapped[Behalf | None] = mapped_column(Term(Behalf))  # None: for as many as the voice speaks for
    state: Mapped[ObjectionState] = mapped_column(Term(ObjectionState), default=ObjectionState.OPEN)
    answer: Mapped[str] = mapped_column(sa.Text, default="")  # the chair's last, while it holds
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    position: Mapped[Position] = relationship()
    seat: Mapped[Seat] = relationship()
    steps: Mapped[list["ObjectionStep"]] = relationship(order_by="ObjectionStep.id")


class ObjectionStep(Base):
    """One thing done about an objection, never changed: what it led to, and what was said with it."""

    __tablename__ = "objection_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    objection_id: Mapped[int] = mapped_column(sa.ForeignKey("objection.id"), index=True)
    step: Mapped[Step] = mapped_column(Term(Step))
    state: Mapped[ObjectionState] = mapped_column(Term(ObjectionState))  # in which it was afterwards
    words: Mapped[str] = mapped_column(sa.Text, default="")
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    taken_at: Mapped[datetime] = mapped_column(UtcDateTime)

    seat: Mapped[Seat] = relationship()
