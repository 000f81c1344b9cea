"""A consultation in which two camps of many people have voted."""

from collections.abc import Sequence
from datetime import datetime

from flask import Flask

from app.analysis.queries import Answer, results
from app.consultations.models import Consultation, Seat
from app.consultations.queries import agenda, find_consultation, groups
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from app.deliberation.models import Position
from app.voting.actions import cast_vote
from tests import cast
from tests.core.opinion.rooms import camps

SAID = {1: Choice.SUPPORT, 0: Choice.ABSTAIN, -1: Choice.DISAGREE}


def assemble(app: Flask, now: datetime, voters: int = 30, positions: int = 12) -> str:
    """The address of the consultation; voters sit as v0, v1 and so on, every other one for business."""
    votes, _ = camps(voters, positions)
    with app.app_context(), write():
        held = cast.consultation(now)
        business = next(group for group in groups(held) if group.key == "private-sector")
        seats = [
            cast.seat(held, f"v{number}", now, own_group=business if number % 2 else None)
            for number in range(voters)
        ]
        proposal = table_proposal(
            agenda(held)[0], seats[0], ProposalKind.LIST, "What we want", "For *us*.", now
        )
        texts = [
            table_position(proposal, seats[0], f"we want view {number}", Form.CLAUSE, now)
            for number in range(positions)
        ]
        for voter in range(voters):
            where = slice(votes.starts[voter], votes.starts[voter + 1])
            for place, value in zip(votes.positions[where], votes.values[where], strict=True):
                cast_vote(seats[voter], texts[place], SAID[int(value)], now)
        return held.slug


def answer(app: Flask, slug: str, now: datetime) -> Answer:
    with app.app_context():
        return results(find_consultation(slug), now)


def say(app: Flask, slug: str, key: str, choice: Choice, now: datetime, *refs: str, **words: str) -> None:
    """Somebody votes on positions, by their refs."""
    with app.app_context(), write():
        held = find_consultation(slug)
        for position in texts_of(held):
            if position.ref in refs:
                cast_vote(seat_of(held, key), position, choice, now, **words)


def seat_of(held: Consultation, key: str) -> Seat:
    return db.session.query(Seat).filter(Seat.consultation_id == held.id, Seat.person.has(key=key)).one()


def texts_of(held: Consultation) -> Sequence[Position]:
    return (
        db.session.query(Position)
        .filter(Position.proposal.has(consultation_id=held.id))
        .order_by(Position.id)
        .all()
    )
