"""Verbs of what happens next: conclude, withdraw."""

from datetime import date, datetime

from app.consultations.models import AgendaItem, Consultation, Seat
from app.consultations.queries import next_number
from app.core.outcomes import Modality, OutcomeKind, check_outcome
from app.core.texts import Form
from app.core.words import N_, Refusal
from app.db import db
from app.deliberation.models import Proposal
from app.ledger.actions import record
from app.outcomes.models import Outcome


def conclude(
    seat: Seat,
    consultation: Consultation,
    kind: OutcomeKind,
    text: str,
    now: datetime,
    *,
    form: Form = Form.NOUN,
    modality: Modality = Modality.WILL,
    body: str = "",
    due_on: date | None = None,
    elaboration: str = "",
    item: AgendaItem | None = None,
    proposal: Proposal | None = None,
) -> Outcome:
    """Records what happens next to a matter; Incomplete where it lacks what its kind asks for."""
    check_outcome(kind, text, body, due_on)
    outcome = Outcome(
        consultation_id=consultation.id,
        number=next_number(Outcome, Outcome.consultation_id == consultation.id),
        kind=kind,
        modality=modality,
        text=text.strip(),
        form=form,
        body=body.strip(),
        due_on=due_on,
        elaboration=elaboration.strip(),
        agenda_item_id=item.id if item else proposal.agenda_item_id if proposal else None,
        proposal_id=proposal.id if proposal else None,
        seat_id=seat.id,
        concluded_at=now,
    )
    db.session.add(outcome)
    record("conclude", outcome, now, seat=seat)
    return outcome


def withdraw_outcome(outcome: Outcome, seat: Seat, now: datetime) -> None:
    """Takes an outcome back from the record; it stays readable, and can be recorded anew."""
    if outcome.withdrawn_at:
        raise Refusal(N_("This was already withdrawn from the record."))
    outcome.withdrawn_at = now
    record("withdraw", outcome, now, seat=seat)
