"""What happens next to a matter."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.consultations.models import AgendaItem, Consultation, Seat
from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.texts import POSITION_LIMIT, Form
from app.db import Base, Term, UtcDateTime
from app.deliberation.models import Proposal


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
