"""Interventions made in the room, as the secretariat wrote them down and the delegation confirmed them."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.consultations.models import Consultation, Delegation, Seat
from app.core.interventions import SPEAKER_LIMIT, Contribution, InterventionState
from app.core.texts import Form
from app.core.votes import Choice
from app.db import Base, Term, UtcDateTime
from app.deliberation.models import Position, Proposal


class Intervention(Base):
    """What a delegation said in the room; it counts once somebody of the delegation has confirmed it.

    What it became was written by the seat that confirmed it, at that instant.
    """

    __tablename__ = "intervention"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    number: Mapped[int] = mapped_column()
    delegation_id: Mapped[int] = mapped_column(sa.ForeignKey("delegation.id"))
    speaker: Mapped[str] = mapped_column(sa.String(SPEAKER_LIMIT), default="")  # as announced in the room
    proposal_id: Mapped[int] = mapped_column(sa.ForeignKey("proposal.id"))
    position_id: Mapped[int | None] = mapped_column(sa.ForeignKey("position.id"))
    counts_as: Mapped[Contribution] = mapped_column(Term(Contribution))
    form: Mapped[Form] = mapped_column(Term(Form), default=Form.CLAUSE)  # of a position
    choice: Mapped[Choice | None] = mapped_column(Term(Choice))  # of a vote
    words: Mapped[str] = mapped_column(sa.Text, default="")
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))  # who wrote it down
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[InterventionState] = mapped_column(
        Term(InterventionState), default=InterventionState.ENTERED
    )
    answer: Mapped[str] = mapped_column(sa.Text, default="")  # as corrected, or why they are not the words
    settled_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    consultation: Mapped[Consultation] = relationship()
    delegation: Mapped[Delegation] = relationship()
    proposal: Mapped[Proposal] = relationship()
    position: Mapped[Position | None] = relationship()
    seat: Mapped[Seat] = relationship(foreign_keys=[seat_id])
    settled_by: Mapped[Seat | None] = relationship(foreign_keys=[settled_by_id])

    @property
    def ref(self) -> str:
        return f"N{self.number}"

    @property
    def is_waiting(self) -> bool:
        return self.state is InterventionState.ENTERED
