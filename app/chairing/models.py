"""Determinations, with the evidence of their minute and what was done to them, and dissent from them."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from app.consultations.models import AgendaItem, Consultation, Delegation, Seat
from app.core.determinations import Status
from app.core.minority import Naming
from app.core.objections import Behalf
from app.core.rounds import RulingKind, State, state_of
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
    review_until: Mapped[datetime | None] = mapped_column(UtcDateTime)  # None: no time for challenges
    challengers: Mapped[int] = mapped_column(default=3)  # who oblige the chair to answer
    new_information: Mapped[str] = mapped_column(sa.Text, default="")  # on which a final one was reopened
    endorsed_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))  # where two chairs determine

    proposal: Mapped[Proposal] = relationship()
    position: Mapped[Position | None] = relationship()
    seat: Mapped[Seat | None] = relationship(foreign_keys=[seat_id])
    endorsed_by: Mapped[Seat | None] = relationship(foreign_keys=[endorsed_by_id])
    challenges: Mapped[list["Challenge"]] = relationship(order_by="Challenge.id")
    rulings: Mapped[list["Ruling"]] = relationship(order_by="Ruling.id")
    appeals: Mapped[list["Appeal"]] = relationship(order_by="Appeal.id")

    @property
    def closes_at(self) -> datetime | None:
        """The deadline for challenges, as it was last extended."""
        return max((ruling.until for ruling in self.rulings if ruling.until), default=self.review_until)

    @property
    def is_withdrawn(self) -> bool:
        return any(ruling.kind is RulingKind.WITHDRAW for ruling in self.rulings)

    def state_at(self, now: datetime) -> State:
        """What it is at an instant, if no other has taken its place."""
        if self.is_withdrawn:
            return State.WITHDRAWN
        return state_of(self.closes_at, self.challenges, self.challengers, now)


class Preparation(Base):
    """A determination that a chair prepares, for the eyes of the chairs alone; gone once it is made."""

    __tablename__ = "preparation"
    __table_args__ = (sa.UniqueConstraint("proposal_id", "position_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(sa.ForeignKey("proposal.id"))
    position_id: Mapped[int | None] = mapped_column(sa.ForeignKey("position.id"))  # None: the whole
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))  # who wrote it last
    status: Mapped[Status | None] = mapped_column(Term(Status))
    rationale: Mapped[str] = mapped_column(sa.Text, default="")
    departure: Mapped[str] = mapped_column(sa.Text, default="")
    new_information: Mapped[str] = mapped_column(sa.Text, default="")
    notes: Mapped[str] = mapped_column(sa.Text, default="")  # among the chairs
    seen: Mapped[str] = mapped_column(sa.String(200), default="")  # what lay before whoever wrote it
    prepared_at: Mapped[datetime] = mapped_column(UtcDateTime)

    proposal: Mapped[Proposal] = relationship()
    position: Mapped[Position | None] = relationship()
    seat: Mapped[Seat] = relationship()

    @property
    def ref(self) -> str:
        return (self.position or self.proposal).ref


class Interest(Base):
    """What somebody has at stake in a matter, declared before the room; kept when taken back."""

    __tablename__ = "interest"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    number: Mapped[int] = mapped_column()
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    agenda_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_item.id"))  # None: in all of it
    text: Mapped[str] = mapped_column(sa.Text)
    declared_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    consultation: Mapped[Consultation] = relationship()
    agenda_item: Mapped[AgendaItem | None] = relationship()
    seat: Mapped[Seat] = relationship()

    @property
    def ref(self) -> str:
        return f"N{self.number}"


class _Contested:
    """What challenges and appeals have in common: a voice, and for whom it speaks."""

    id: Mapped[int] = mapped_column(primary_key=True)
    determination_id: Mapped[int] = mapped_column(sa.ForeignKey("determination.id"), index=True)
    voter: Mapped[str] = mapped_column(sa.String(24))  # as of a vote: each has one in a round
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegation.id"))  # then
    behalf: Mapped[Behalf] = mapped_column(Term(Behalf))
    text: Mapped[str] = mapped_column(sa.Text)

    @declared_attr
    def determination(self) -> Mapped[Determination]:
        return relationship(viewonly=True)

    @declared_attr
    def seat(self) -> Mapped[Seat]:
        return relationship()

    @declared_attr
    def delegation(self) -> Mapped[Delegation | None]:
        return relationship()

    @property
    def for_group(self) -> bool:
        return self.behalf is Behalf.GROUP


class Challenge(_Contested, Base):
    """Somebody's reason against a determination, put to the chair."""

    __tablename__ = "challenge"

    raised_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # by a ruling

    @property
    def is_waiting(self) -> bool:
        return not (self.withdrawn_at or self.answered_at)


class Appeal(_Contested, Base):
    """A determination put before the host body, and what that answered."""

    __tablename__ = "appeal"

    appealed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answer: Mapped[str] = mapped_column(sa.Text, default="")  # the host body's
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Ruling(Base):
    """What a chair adds to a determination: an answer to all who wait, more time, or its withdrawal."""

    __tablename__ = "ruling"

    id: Mapped[int] = mapped_column(primary_key=True)
    determination_id: Mapped[int] = mapped_column(sa.ForeignKey("determination.id"), index=True)
    kind: Mapped[RulingKind] = mapped_column(Term(RulingKind))
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    text: Mapped[str] = mapped_column(sa.Text)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)  # the new deadline
    ruled_at: Mapped[datetime] = mapped_column(UtcDateTime)

    seat: Mapped[Seat] = relationship()


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
