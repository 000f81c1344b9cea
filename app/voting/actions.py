"""Verbs of voting: vote, change, undo, settle an objection."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from app.consultations.models import Seat
from app.core.objections import ObjectionState, check_settlement
from app.core.votes import Choice, check_vote
from app.core.words import N_, Refusal
from app.db import db
from app.deliberation.models import Position
from app.ledger.actions import record
from app.voting.models import Cast, Objection, Vote
from app.voting.queries import last_casts, open_objection, voter_of

UNDO_SECONDS = 10
_INSERT = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def cast_vote(
    seat: Seat,
    position: Position,
    choice: Choice,
    now: datetime,
    *,
    reason: str = "",
    reservation: str = "",
    remedy: str = "",
) -> None:
    """Casts or changes the voter's vote; Incomplete where it lacks what it must carry.

    An objection opens a record of its own; voting otherwise retracts it.
    """
    check_vote(choice, reason, reservation)
    if position.withdrawn_at or position.hidden_at or position.proposal.withdrawn_at:
        raise Refusal(N_("This position has been withdrawn, so nobody can vote on it."))
    _put(seat, position, choice, reason.strip(), reservation.strip(), now)
    _settle_own(seat, position, choice, reason.strip(), remedy.strip(), now)
    record("vote", position, now, seat=seat, choice=choice)


def undo_vote(seat: Seat, position: Position, now: datetime) -> None:
    """Puts the vote back to what it was before the last cast; Refusal after ten seconds."""
    casts = last_casts(voter_of(seat), position, 2)
    if not casts or now - casts[0].cast_at > timedelta(seconds=UNDO_SECONDS):
        raise Refusal(N_("The ten seconds for undoing have passed. You can still change your vote."))
    before = casts[1] if len(casts) > 1 else None
    if before is None or before.choice is None:
        _take_back(seat, position, now)
        _settle_own(seat, position, None, "", "", now)
    else:
        _put(seat, position, before.choice, before.reason, before.reservation, now)
        _settle_own(seat, position, before.choice, before.reason, "", now)
    record("undo vote", position, now, seat=seat)


def settle_objection(
    objection: Objection, seat: Seat, state: ObjectionState, answer: str, now: datetime
) -> None:
    """The chair's public answer to an objection, and what becomes of it."""
    check_settlement(objection.state, state, answer)
    objection.state = state
    objection.answer = answer.strip()
    objection.settled_at = now
    record("answer", objection, now, seat=seat, state=state)


def _put(
    seat: Seat, position: Position, choice: Choice, reason: str, reservation: str, now: datetime
) -> None:
    """One current vote per voter and position: the constraint decides, whoever comes at the same time."""
    values = {
        "seat_id": seat.id,
        "choice": choice,
        "reason": reason,
        "reservation": reservation,
        "cast_at": now,
    }
    key = {"position_id": position.id, "voter": voter_of(seat)}
    insert = _INSERT[db.engine.dialect.name]
    db.session.execute(
        insert(Vote).values(**key, **values).on_conflict_do_update(index_elements=list(key), set_=values)
    )
    db.session.add(Cast(**key, **values))


def _take_back(seat: Seat, position: Position, now: datetime) -> None:
    voter = voter_of(seat)
    db.session.execute(sa.delete(Vote).where(Vote.position_id == position.id, Vote.voter == voter))
    db.session.add(Cast(position_id=position.id, voter=voter, seat_id=seat.id, choice=None, cast_at=now))


def _settle_own(
    seat: Seat, position: Position, choice: Choice | None, reason: str, remedy: str, now: datetime
) -> None:
    """Keeps the voter's open objection in step with the vote."""
    current = open_objection(voter_of(seat), position)
    if choice is Choice.OBJECT:
        if current is None:
            current = Objection(position_id=position.id, voter=voter_of(seat), seat_id=seat.id, opened_at=now)
            db.session.add(current)
        current.reason = reason
        current.remedy = remedy or current.remedy or ""
    elif current is not None:
        current.state = ObjectionState.RETRACTED
        current.settled_at = now
