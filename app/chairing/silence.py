"""Who has not spoken yet, by group and delegation, and the polite reminder to them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.consultations.models import Consultation, Delegation, Seat
from app.consultations.queries import groups
from app.consultations.terms import SeatState
from app.core.phases import UNDER_WAY
from app.core.roles import Role
from app.core.words import N_, Refusal, Untimely
from app.db import db
from app.deliberation.models import Position, Proposal
from app.ledger.actions import record
from app.ledger.models import Event
from app.voting.models import Vote
from app.voting.queries import voter_of

REMIND = "remind"
AGAIN_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Voice:
    """A delegation, or a person, that has not voted on anything."""

    name: str
    group: str  # empty: none
    seats: Sequence[Seat]
    reminded: bool  # within a day


def silent(consultation: Consultation, now: datetime) -> Sequence[Voice]:
    """The voices that have voted on nothing that can be voted on, in the order of their groups."""
    if consultation.phase_at(now) not in UNDER_WAY:
        return ()
    heard = _heard(consultation)
    by_voter: dict[str, list[Seat]] = defaultdict(list)
    for seat in _participants(consultation):
        by_voter[voter_of(seat)].append(seat)
    reminded = _reminded(consultation, now)
    rank = {group.id: place for place, group in enumerate(groups(consultation))}
    found = [_voice(held, reminded) for voter, held in by_voter.items() if voter not in heard]
    return sorted(found, key=lambda voice: _place(voice, rank))


def remind(by: Seat, voices: Iterable[Voice], now: datetime) -> int:
    """Asks those who have not voted for their vote, nobody twice within a day; how many were asked."""
    if by.consultation.phase_at(now) not in UNDER_WAY:
        raise Untimely(N_("Nobody can vote any more, so nobody is reminded."))
    asked = [seat for voice in voices if not voice.reminded for seat in voice.seats]
    if not asked:
        raise Refusal(N_("Everybody who has not voted was reminded within a day."))
    for seat in asked:
        record(REMIND, seat, now, seat=by)
    return len(asked)


def _voice(held: Sequence[Seat], reminded: Collection[str]) -> Voice:
    first = held[0]
    return Voice(
        name=first.delegation.name if first.delegation else first.person.name,
        group=first.group.name if first.group else "",
        seats=held,
        reminded=all(f"seat:{seat.id}" in reminded for seat in held),
    )


def _participants(consultation: Consultation) -> Sequence[Seat]:
    return db.session.scalars(
        sa.select(Seat)
        .where(
            Seat.consultation_id == consultation.id,
            Seat.role == Role.PARTICIPANT,
            Seat.state == SeatState.ACTIVE,
        )
        .options(
            joinedload(Seat.person),
            joinedload(Seat.delegation).joinedload(Delegation.group),
            joinedload(Seat.own_group),
        )
        .order_by(Seat.number)
    ).all()


def _heard(consultation: Consultation) -> set[str]:
    """The voters with a vote on something that is neither withdrawn nor hidden."""
    return set(
        db.session.scalars(
            sa.select(Vote.voter)
            .join(Position, Vote.position_id == Position.id)
            .join(Proposal, Position.proposal_id == Proposal.id)
            .where(Proposal.consultation_id == consultation.id)
            .where(Position.withdrawn_at.is_(None), Position.hidden_at.is_(None))
            .where(Proposal.withdrawn_at.is_(None), Proposal.hidden_at.is_(None))
            .distinct()
        )
    )


def _reminded(consultation: Consultation, now: datetime) -> set[str]:
    """The seats that were reminded within a day, as the ledger calls them."""
    return set(
        db.session.scalars(
            sa.select(Event.subject).where(
                Event.consultation_id == consultation.id,
                Event.act == REMIND,
                Event.at > now - AGAIN_AFTER,
            )
        )
    )


def _place(voice: Voice, rank: dict[int, int]) -> tuple[int, str]:
    group = voice.seats[0].group
    return (rank[group.id] if group else len(rank), voice.name)
