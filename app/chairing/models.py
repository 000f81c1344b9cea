"""Determinations, with the evidence of their minute; the statements of those who dissent; outcomes."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.consultations.models import AgendaItem, Consultation, Delegation, Seat
from app.core.determinations import Status
from app.core.minority import Naming
from app.core.outcomes import Modality, OutcomeKind
from app.core.texts import POSITION_LIMIT, Form
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


class Outcome(Base):
    """What happens next: adopted, referred to a body, a deadline, an action."""

    __tablename__ = "outcome"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    number: Mapped[int] = mapped_column()
    kind: Mapped[OutcomeKind] = mapped_column(Term(OutcomeKind))
    modality: Mapped[Modality] = mapped_column(Term(Modality), default=Modality.WILL)
    text: Mapped[str] = mapped_column(sa.String(POSITION_LIMIT))
    form: Mapped[Form] = mapped_column(Term(Form), default=Form.NOUN)
    body: Mapped[str] = mapped_column(sa.String(200), default="")  # to whom referred, who acts
    due_on: Mapped[date | None] = mapped_column()
    status: Mapped[Status | None] = mapped_column(Term(Status))  # where the next step itself was agreed
    elaboration: Mapped[str] = mapped_column(sa.Text, default="")
    opener: Mapped[str] = mapped_column(sa.String(120), default="")  # "If applicable,"
    purpose: Mapped[str] = mapped_column(sa.String(200), default="")  # "to progress the work"
    counters_id: Mapped[int | None] = mapped_column(sa.ForeignKey("outcome.id"))  # the one that it qualifies
    agenda_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_item.id"))
    proposal_id: Mapped[int | None] = mapped_column(sa.ForeignKey("proposal.id"))
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    concluded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # from the record; then recorded anew

    consultation: Mapped[Consultation] = relationship()
    agenda_item: Mapped[AgendaItem | None] = relationship()
    proposal: Mapped[Proposal | None] = relationship()
    seat: Mapped[Seat | None] = relationship()

    @property
    def ref(self) -> str:
        return f"O{self.number}"
