"""Consensus calls: the texts as put, who was asked, what each answered, and what was done about a call."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.consultations.models import Consultation, Delegation, Seat, StakeholderGroup
from app.core.calls import Answer, CallStep, Manner
from app.core.texts import POSITION_LIMIT
from app.db import Base, Term, UtcDateTime
from app.deliberation.models import Position


class Call(Base):
    """Some positions put to all who may vote, until a deadline; its state is told by the clock."""

    __tablename__ = "call"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    number: Mapped[int] = mapped_column()
    manner: Mapped[Manner] = mapped_column(Term(Manner))
    question: Mapped[str] = mapped_column(sa.Text, default="")  # what the chair says with it
    closes_at: Mapped[datetime] = mapped_column(UtcDateTime)  # with all extensions

    consultation: Mapped[Consultation] = relationship()
    positions: Mapped[list["CalledPosition"]] = relationship(
        order_by="CalledPosition.number", back_populates="call"
    )
    asked: Mapped[list["AskedVoice"]] = relationship(order_by="AskedVoice.id")
    steps: Mapped[list["CallAct"]] = relationship(order_by="CallAct.id")

    @property
    def ref(self) -> str:
        return f"K{self.number}"


class CalledPosition(Base):
    """A position in a call, with the words that were put."""

    __tablename__ = "called_position"
    __table_args__ = (sa.UniqueConstraint("call_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(sa.ForeignKey("call.id"))
    number: Mapped[int] = mapped_column()  # its place in the call
    position_id: Mapped[int] = mapped_column(sa.ForeignKey("position.id"), index=True)
    text: Mapped[str] = mapped_column(sa.String(POSITION_LIMIT))

    call: Mapped[Call] = relationship(back_populates="positions")
    position: Mapped[Position] = relationship()


class AskedVoice(Base):
    """One voice that was asked when the call was opened: a delegation's, or a person's own."""

    __tablename__ = "asked_voice"

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(sa.ForeignKey("call.id"), index=True)
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))  # None: the delegation's voice
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegation.id"))
    group_id: Mapped[int | None] = mapped_column(sa.ForeignKey("stakeholder_group.id"))

    seat: Mapped[Seat | None] = relationship()
    delegation: Mapped[Delegation | None] = relationship()
    group: Mapped[StakeholderGroup | None] = relationship()


class CallAnswer(Base):
    """One answer to a call, never changed; the last of each voice on each position counts."""

    __tablename__ = "call_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(sa.ForeignKey("call.id"), index=True)
    position_id: Mapped[int] = mapped_column(sa.ForeignKey("position.id"))
    voter: Mapped[str] = mapped_column(sa.String(24))
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))  # who gave it
    answer: Mapped[Answer] = mapped_column(Term(Answer))
    reason: Mapped[str] = mapped_column(sa.Text, default="")
    answered_at: Mapped[datetime] = mapped_column(UtcDateTime)

    position: Mapped[Position] = relationship()
    seat: Mapped[Seat] = relationship()


class CallAct(Base):
    """What was done about a call as a whole, never changed."""

    __tablename__ = "call_act"

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(sa.ForeignKey("call.id"), index=True)
    step: Mapped[CallStep] = mapped_column(Term(CallStep))
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    reason: Mapped[str] = mapped_column(sa.Text, default="")
    closes_at: Mapped[datetime] = mapped_column(UtcDateTime)  # the deadline from then on
    taken_at: Mapped[datetime] = mapped_column(UtcDateTime)

    seat: Mapped[Seat] = relationship()
