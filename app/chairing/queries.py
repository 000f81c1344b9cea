"""Questions about what the chair concluded: what was determined, and who could have."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.chairing.models import Determination
from app.consultations.models import Consultation, Seat
from app.consultations.terms import SeatState, VotingUnit
from app.core.roles import Role
from app.db import db


def active_voters(consultation: Consultation) -> int:
    """How many voices could be heard: delegations or persons, as the consultation counts."""
    voices = Seat.id
    if consultation.voting_unit is VotingUnit.DELEGATION:
        voices = sa.case(
            (Seat.delegation_id.is_(None), sa.literal("s") + sa.cast(Seat.id, sa.String)),
            else_=sa.literal("d") + sa.cast(Seat.delegation_id, sa.String),
        )
    return db.session.scalar(
        sa.select(sa.func.count(sa.distinct(voices))).where(
            Seat.consultation_id == consultation.id,
            Seat.role == Role.PARTICIPANT,
            Seat.state == SeatState.ACTIVE,
        )
    )


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
