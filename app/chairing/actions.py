"""Verbs of the chair: determine, conclude."""

from datetime import date, datetime

import msgspec

from app.chairing.models import Determination, Outcome
from app.chairing.queries import evidence, other_chairs, suggestion
from app.consultations.models import AgendaItem, Consultation, Seat
from app.consultations.queries import next_number
from app.core.determinations import Status, check_determination
from app.core.outcomes import Modality, OutcomeKind
from app.core.texts import Form
from app.core.words import N_, Refusal
from app.db import db
from app.deliberation.models import Position, Proposal
from app.ledger.actions import record


def determine(
    seat: Seat,
    proposal: Proposal,
    position: Position | None,
    status: Status,
    rationale: str,
    departure: str,
    now: datetime,
) -> Determination:
    """Gives a position, or a whole proposal, its agreement status, with the evidence of this minute."""
    consultation = seat.consultation
    subject = position or proposal
    own = subject.seat_id == seat.id
    if own and other_chairs(consultation, seat):
        raise Refusal(N_("You put this forward yourself. Ask your co-chair to determine it."))
    suggested = suggestion(consultation, proposal, position, now)
    check_determination(status, suggested.status, rationale, departure)
    determination = Determination(
        proposal_id=proposal.id,
        position_id=position.id if position else None,
        seat_id=seat.id,
        status=status,
        suggested=suggested.status,
        rationale=rationale.strip(),
        departure=departure.strip() if status is not suggested.status else "",
        own=own,
        text=position.text if position else proposal.title,
        evidence=_freeze(consultation, position, now),
        determined_at=now,
    )
    db.session.add(determination)
    record("determine", determination, now, seat=seat, status=status)
    return determination


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
    item: AgendaItem | None = None,
    proposal: Proposal | None = None,
) -> Outcome:
    """Records what happens next to a matter."""
    outcome = Outcome(
        consultation_id=consultation.id,
        number=next_number(Outcome, Outcome.consultation_id == consultation.id),
        kind=kind,
        modality=modality,
        text=text.strip(),
        form=form,
        body=body.strip(),
        due_on=due_on,
        agenda_item_id=item.id if item else proposal.agenda_item_id if proposal else None,
        proposal_id=proposal.id if proposal else None,
        seat_id=seat.id,
        concluded_at=now,
    )
    db.session.add(outcome)
    record("conclude", outcome, now, seat=seat)
    return outcome


def _freeze(consultation: Consultation, position: Position | None, now: datetime) -> dict:
    """The figures as they are now: votes by group, open objections, the time."""
    if position is None:
        return {"at": now.isoformat()}
    return {
        "at": now.isoformat(),
        **msgspec.to_builtins(evidence(consultation, [position.id], now)[position.id]),
    }
