"""What happens next to a matter, and the accounts of what became of it."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.consultations.models import AgendaItem, Consultation, Delegation, Seat
from app.core.determinations import Status
from app.core.outcomes import ACCOUNT_LIMIT, Course, Modality, OutcomeKind
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
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegation.id"))  # who acts, from here
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    concluded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # from the record; then recorded anew

    consultation: Mapped[Consultation] = relationship()
    agenda_item: Mapped[AgendaItem | None] = relationship()
    proposal: Mapped[Proposal | None] = relationship()
    delegation: Mapped[Delegation | None] = relationship()
    seat: Mapped[Seat | None] = relationship()

    @property
    def ref(self) -> str:
        return f"O{self.number}"


class OutcomeAccount(Base):
    """What has become of an outcome, as somebody said it on a day; never changed, the last one holds."""

    __tablename__ = "outcome_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    outcome_id: Mapped[int] = mapped_column(sa.ForeignKey("outcome.id"), index=True)
    course: Mapped[Course] = mapped_column(Term(Course))
    note: Mapped[str] = mapped_column(sa.String(ACCOUNT_LIMIT), default="")
    due_on: Mapped[date | None] = mapped_column()  # the day that holds from now on
    led_to: Mapped[str] = mapped_column(sa.String(80), default="")  # a consultation that was opened from it
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)

    outcome: Mapped[Outcome] = relationship()
    seat: Mapped[Seat] = relationship()
