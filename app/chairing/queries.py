"""Questions about what the chair concluded: what was determined."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.chairing.models import Appeal, Challenge, Determination, Ruling
from app.consultations.models import Delegation, Seat
from app.consultations.terms import SeatState
from app.core.roles import Role
from app.db import db


def determinations(proposal_ids: Iterable[int]) -> Sequence[Determination]:
    """All determinations on some proposals and their positions, oldest first."""
    return db.session.scalars(
        sa.select(Determination)
        .where(Determination.proposal_id.in_(list(proposal_ids)))
        .options(joinedload(Determination.seat).joinedload(Seat.person), *_WITH_ROUNDS)
        .order_by(Determination.id)
    ).all()


def standing_determinations(proposal_ids: Iterable[int]) -> Mapping[tuple[int, int | None], Determination]:
    """The determination in force, by (proposal, position); position None is the proposal as a whole."""
    last = {(d.proposal_id, d.position_id): d for d in determinations(proposal_ids)}
    return {subject: d for subject, d in last.items() if not d.is_withdrawn}


_WITH_ROUNDS = (
    selectinload(Determination.rulings).joinedload(Ruling.seat).joinedload(Seat.person),
    *(
        option
        for contested, kind in ((Determination.challenges, Challenge), (Determination.appeals, Appeal))
        for option in (
            selectinload(contested).joinedload(kind.seat).joinedload(Seat.person),
            selectinload(contested).joinedload(kind.delegation).joinedload(Delegation.group),
        )
    ),
)


def holds_chair(seat: Seat) -> bool:
    """Whether somebody is a chair now."""
    return seat.role is Role.CHAIR and seat.state is SeatState.ACTIVE


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
