"""Questions about what was said in the room."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.consultations.models import Consultation, Seat
from app.core.acts import RULES, Act
from app.core.interventions import InterventionState
from app.db import db
from app.deliberation.models import Comment, Position
from app.floor.models import Intervention


def interventions(consultation: Consultation, seat: Seat | None) -> Sequence[Intervention]:
    """What this reader may know of, the newest first.

    What a delegation has not confirmed is between it and those who wrote it down.
    """
    own = sa.select(Intervention).where(Intervention.consultation_id == consultation.id)
    if seat is None or seat.role not in RULES[Act.ENTER].roles:
        confirmed = Intervention.state == InterventionState.CONFIRMED
        of_own = Intervention.delegation_id == (seat.delegation_id if seat and seat.delegation_id else -1)
        own = own.where(confirmed | of_own)
    loaded = [joinedload(getattr(Intervention, name)) for name in ("delegation", "proposal", "position")]
    return db.session.scalars(own.options(*loaded).order_by(Intervention.number.desc())).all()


def find_intervention(consultation: Consultation, seat: Seat | None, number: int) -> Intervention | None:
    """One of those that this reader may know of."""
    return next((found for found in interventions(consultation, seat) if found.number == number), None)


def waiting_for(seat: Seat | None) -> int:
    """How many interventions wait for a word of the seat's delegation."""
    if seat is None or seat.delegation_id is None:
        return 0
    return db.session.scalar(
        sa.select(sa.func.count()).where(
            Intervention.delegation_id == seat.delegation_id, Intervention.state == InterventionState.ENTERED
        )
    )


def became(intervention: Intervention) -> Comment | Position | None:
    """The text that came of it: what the seat that confirmed it wrote on the proposal at that instant."""
    if intervention.state is not InterventionState.CONFIRMED:
        return None
    for model, at in ((Comment, Comment.commented_at), (Position, Position.tabled_at)):
        found = db.session.scalar(
            sa.select(model)
            .where(model.proposal_id == intervention.proposal_id, model.seat_id == intervention.settled_by_id)
            .where(at == intervention.settled_at)
        )
        if found:
            return found
    return intervention.position
