"""Questions about what happens next."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.consultations.models import Consultation
from app.db import db
from app.outcomes.models import Outcome


def outcomes(consultation: Consultation, *, withdrawn: bool = False) -> Sequence[Outcome]:
    """What happens next, in the order of record; on request with what was withdrawn from the record."""
    query = sa.select(Outcome).where(Outcome.consultation_id == consultation.id)
    if not withdrawn:
        query = query.where(Outcome.withdrawn_at.is_(None))
    return db.session.scalars(
        query.options(joinedload(Outcome.proposal), joinedload(Outcome.agenda_item)).order_by(Outcome.number)
    ).all()


def find_outcome(consultation: Consultation, number: int) -> Outcome | None:
    return db.session.scalar(
        sa.select(Outcome).where(Outcome.consultation_id == consultation.id, Outcome.number == number)
    )
