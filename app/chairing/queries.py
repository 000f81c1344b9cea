"""Questions about what the chair concluded: what was determined."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.chairing.models import Determination
from app.consultations.models import Seat
from app.consultations.terms import SeatState
from app.core.roles import Role
from app.db import db


def determinations(proposal_ids: Iterable[int]) -> Sequence[Determination]:
    """All determinations on some proposals and their positions, oldest first."""
    return db.session.scalars(
        sa.select(Determination)
        .where(Determination.proposal_id.in_(list(proposal_ids)))
        .options(joinedload(Determination.seat).joinedload(Seat.person))
        .order_by(Determination.id)
    ).all()


def standing_determinations(proposal_ids: Iterable[int]) -> Mapping[tuple[int, int | None], Determination]:
    """The determination in force, by (proposal, position); position None is the proposal as a whole."""
    return {(d.proposal_id, d.position_id): d for d in determinations(proposal_ids)}


def other_chairs(seat: Seat) -> bool:
    """Whether somebody else could determine in this chair's stead."""
    return bool(
        db.session.scalar(
            sa.select(sa.func.count()).where(
                Seat.consultation_id == seat.consultation_id,
                Seat.role == Role.CHAIR,
                Seat.state == SeatState.ACTIVE,
                Seat.id != seat.id,
            )
        )
    )
