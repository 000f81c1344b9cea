"""Questions about proposals, positions and comments."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.consultations.models import Consultation, Seat
from app.db import db
from app.deliberation.models import Comment, Position, Proposal


def find_proposal(consultation: Consultation, number: int) -> Proposal | None:
    return db.session.scalar(
        sa.select(Proposal).where(Proposal.consultation_id == consultation.id, Proposal.number == number)
    )


def find_position(proposal: Proposal, number: int) -> Position | None:
    return db.session.scalar(
        sa.select(Position).where(Position.proposal_id == proposal.id, Position.number == number)
    )


def proposals(consultation: Consultation) -> Sequence[Proposal]:
    """All proposals, by agenda item and number."""
    return db.session.scalars(
        sa.select(Proposal)
        .where(Proposal.consultation_id == consultation.id)
        .options(joinedload(Proposal.agenda_item), joinedload(Proposal.delegation))
        .order_by(Proposal.agenda_item_id, Proposal.number)
    ).all()


def positions(*proposal_ids: int) -> Sequence[Position]:
    """The positions of some proposals, in their order, with what their bylines need."""
    return db.session.scalars(
        sa.select(Position)
        .where(Position.proposal_id.in_(proposal_ids))
        .options(
            joinedload(Position.proposal),
            joinedload(Position.seat).joinedload(Seat.person),
            joinedload(Position.delegation),
            joinedload(Position.officer),
        )
        .order_by(Position.proposal_id, Position.number)
    ).all()


def comments(proposal: Proposal) -> Sequence[Comment]:
    """All comments of a thread, oldest first."""
    return db.session.scalars(
        sa.select(Comment)
        .where(Comment.proposal_id == proposal.id)
        .options(joinedload(Comment.seat).joinedload(Seat.person))
        .order_by(Comment.number)
    ).all()
