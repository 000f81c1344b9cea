"""A voice is laid down: its votes no longer count, and the history keeps that they were cast."""

from datetime import datetime

import sqlalchemy as sa

from app.accounts.models import Person
from app.consultations.models import Seat
from app.consultations.queries import get_consultation
from app.core.objections import UNANSWERED, ObjectionState, Step
from app.core.phases import UNDER_WAY
from app.db import db
from app.deliberation.models import Position
from app.ledger.actions import record
from app.voting.models import Cast, Objection, ObjectionStep, Vote
from app.voting.queries import last_objection, votes_of_own


def lay_down_own(person: Person, now: datetime) -> None:
    """Whoever is erased has no voice of his or her own any more where a consultation is under way.

    No trace of the address is kept, so nobody can tell who comes back: there would be two voices of one
    person. A delegation keeps its voice, and a consultation that is closed stays as it was.
    """
    for vote in votes_of_own(person):
        if get_consultation(vote.seat.consultation_id).phase_at(now) in UNDER_WAY:
            seat, position = vote.seat, vote.position
            retract(vote.voter, seat, position, now)
            take_back(vote.voter, seat, position, now)
            record("lay down vote", position, now, seat=seat)


def take_back(voter: str, seat: Seat, position: Position, now: datetime) -> None:
    """The vote is gone, where there was one."""
    taken = sa.delete(Vote).where(Vote.position_id == position.id, Vote.voter == voter)
    if db.session.execute(taken).rowcount:
        db.session.add(Cast(position_id=position.id, voter=voter, seat_id=seat.id, choice=None, cast_at=now))


def retract(voter: str, seat: Seat, position: Position, now: datetime) -> None:
    """The voter's objection no longer waits for an answer, nor stands."""
    last = last_objection(voter, position)
    if last and last.state in UNANSWERED:
        take_step(last, seat, Step.RETRACT, ObjectionState.RETRACTED, "", now)


def take_step(
    objection: Objection, seat: Seat, step: Step, target: ObjectionState, words: str, now: datetime
) -> None:
    """Brings an objection to another state and keeps who did it, with which words."""
    objection.state = target
    objection.settled_at = None if target is ObjectionState.OPEN else now
    if step is Step.ANSWER:
        objection.answer = words
    elif target is ObjectionState.OPEN:
        objection.answer = ""
    objection.steps.append(ObjectionStep(step=step, state=target, words=words, seat_id=seat.id, taken_at=now))
    db.session.flush()  # one voice has one objection open: the next may follow at once
