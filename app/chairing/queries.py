"""Questions for the chair: evidence, suggestions, determinations, the board."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.chairing.models import Determination, Outcome
from app.consultations.models import Consultation, Seat
from app.consultations.terms import SeatState, VotingUnit
from app.core.consensus import Evidence, Suggestion, suggest, suggest_on_question
from app.core.phases import Phase
from app.core.roles import Role
from app.db import db
from app.deliberation.models import Position, Proposal
from app.voting.queries import objections, tallies


def evidence(consultation: Consultation, position_ids: Iterable[int], now: datetime) -> dict[int, Evidence]:
    """What the counts say now, by position."""
    ids = list(position_ids)
    counted = tallies(ids)
    unanswered = objections(ids, unanswered=True)
    active = active_voters(consultation)
    call_closed = consultation.called_at is not None and consultation.phase_at(now) is Phase.CLOSED
    found = {}
    for position_id in ids:
        against = [objection for objection in unanswered if objection.position_id == position_id]
        for_groups = [o for o in against if o.seat.delegation and o.seat.delegation.speaks_for_group]
        found[position_id] = Evidence(
            by_group=counted.get(position_id, {}),
            open_objections=len(against),
            group_objections=len(for_groups),
            active=active,
            call_closed=call_closed,
        )
    return found


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


def suggestion(
    consultation: Consultation, proposal: Proposal, position: Position | None, now: datetime
) -> Suggestion:
    """The status that the counts suggest for a position, or for a proposal as a whole."""
    if position is not None:
        return suggest(evidence(consultation, [position.id], now)[position.id])
    ids = db.session.scalars(
        sa.select(Position.id).where(Position.proposal_id == proposal.id, Position.withdrawn_at.is_(None))
    ).all()
    return suggest_on_question({str(key): value for key, value in evidence(consultation, ids, now).items()})


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


def outcomes(consultation: Consultation) -> Sequence[Outcome]:
    """What happens next, in the order of record."""
    return db.session.scalars(
        sa.select(Outcome).where(Outcome.consultation_id == consultation.id).order_by(Outcome.number)
    ).all()


def other_chairs(consultation: Consultation, seat: Seat) -> bool:
    """Whether somebody else could determine in this chair's stead."""
    return bool(
        db.session.scalar(
            sa.select(sa.func.count()).where(
                Seat.consultation_id == consultation.id,
                Seat.role == Role.CHAIR,
                Seat.state == SeatState.ACTIVE,
                Seat.id != seat.id,
            )
        )
    )
