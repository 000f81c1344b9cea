"""Verbs of voting: vote, change, undo; reword what nobody has voted on."""

from datetime import datetime, timedelta

from sqlalchemy.dialects import postgresql, sqlite

from app.consultations.models import Seat
from app.core.objections import Behalf, ObjectionState, Step, check_behalf
from app.core.texts import Form, Kind
from app.core.votes import Choice, check_vote
from app.core.words import N_, Incomplete, Refusal, Untimely
from app.db import db
from app.deliberation.actions import reword
from app.deliberation.models import Position
from app.ledger.actions import record
from app.voting.models import Cast, Objection, Vote
from app.voting.queries import (
    is_voted_on,
    last_casts,
    last_objection,
    own_voice,
    own_votes,
    speaks_for,
    voter_of,
)
from app.voting.voices import retract, take_back

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
    behalf: Behalf | None = None,
    in_call: bool = False,
) -> None:
    """Casts or changes the voter's vote; Incomplete where it lacks what it must carry.

    While a consensus call runs on the position, its answers alone move votes.

    An objection opens a record of its own; voting otherwise retracts it. The same vote again is no new act.
    """
    reason, reservation, remedy = reason.strip(), reservation.strip(), remedy.strip()
    check_vote(choice, reason, reservation, remedy)
    behalf = behalf if choice is Choice.OBJECT else None
    if behalf:
        check_behalf(behalf, speaks_for(seat))
    _check_votable(position)
    if not in_call:
        _check_no_call(position, now)
    before = own_votes(seat, [position.id]).get(position.id)
    if before and (before.choice, before.reason, before.reservation) == (choice, reason, reservation):
        objection = last_objection(voter_of(seat), position)
        said = (objection.remedy, objection.behalf) if objection else None
        if choice is not Choice.OBJECT or said == (remedy, behalf):
            return
    _lay_down_own_voice(seat, position, now)
    put_vote(seat, position, choice, reason, reservation, now)
    _keep_objection(seat, position, choice, reason, remedy, behalf, now)
    record("vote", position, now, seat=seat, choice=choice)


def undo_vote(seat: Seat, position: Position, cast_at: datetime, now: datetime) -> None:
    """Puts the vote back to what it was before the cast of a given instant, which is the seat's own last one.

    Refusal after ten seconds. Where it is the last one no more, nothing is left to undo.
    """
    casts = last_casts(voter_of(seat), position, 2)
    if not casts or casts[0].cast_at != cast_at or casts[0].seat_id != seat.id or casts[0].choice is None:
        return
    _check_no_call(position, now)
    if now - cast_at > timedelta(seconds=UNDO_SECONDS):
        raise Refusal(N_("The ten seconds for undoing have passed. You can still change your vote."))
    before = casts[1] if len(casts) > 1 else None
    if before is None or before.choice is None:
        take_back(voter_of(seat), seat, position, now)
    else:
        put_vote(seat, position, before.choice, before.reason, before.reservation, now)
    _put_objection_back(seat, position, cast_at, before)
    record("undo vote", position, now, seat=seat)


def reword_position(
    position: Position, seat: Seat, text: str, form: Form, kind: Kind, elaboration: str, now: datetime
) -> None:
    """Other words for a position on which nobody has voted; Refusal once somebody has."""
    if is_voted_on(position):
        raise Incomplete(
            "text", N_("Somebody has voted on the earlier words meanwhile. Send yours again to replace them.")
        )
    if position.withdrawn_at:
        raise Refusal(N_("This position has been withdrawn already."))
    reword(position, seat, text, form, kind, elaboration, now)


def put_vote(
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


def _check_votable(position: Position) -> None:
    if position.is_hidden or position.withdrawn_at or position.proposal.withdrawn_at:
        raise Refusal(N_("This position has been withdrawn, so nobody can vote on it."))


def _check_no_call(position: Position, now: datetime) -> None:
    if position.is_fixed_at(now):
        raise Untimely(N_("A consensus call is running on this position. Answer the call instead."))


def _lay_down_own_voice(seat: Seat, position: Position, now: datetime) -> None:
    """Who voted before he or she sat for a delegation has no second voice beside the delegation's."""
    own = own_voice(seat)
    if voter_of(seat) == own:
        return
    take_back(own, seat, position, now)
    retract(own, seat, position, now)


def _keep_objection(
    seat: Seat,
    position: Position,
    choice: Choice,
    reason: str,
    remedy: str,
    behalf: Behalf | None,
    now: datetime,
) -> None:
    """Keeps the voter's objection in step with the vote; one that the chair has answered is not rewritten."""
    last = last_objection(voter_of(seat), position)
    if choice is Choice.OBJECT and last and last.state is ObjectionState.OPEN and not last.steps:
        last.reason, last.remedy, last.behalf = reason, remedy, behalf
        return
    retract(voter_of(seat), seat, position, now)
    if choice is Choice.OBJECT:
        objection = Objection(
            position_id=position.id,
            voter=voter_of(seat),
            seat_id=seat.id,
            reason=reason,
            remedy=remedy,
            behalf=behalf,
            opened_at=now,
        )
        db.session.add(objection)


def _put_objection_back(seat: Seat, position: Position, cast_at: datetime, before: Cast | None) -> None:
    """Undoes what the cast did to the voter's objection, unless the chair has come between."""
    last = last_objection(voter_of(seat), position)
    if last and last.state is ObjectionState.OPEN and last.opened_at == cast_at:
        db.session.delete(last)
        db.session.flush()
        last = last_objection(voter_of(seat), position)
    if last and last.steps and (last.steps[-1].step, last.steps[-1].taken_at) == (Step.RETRACT, cast_at):
        db.session.delete(last.steps.pop())
        last.state = last.steps[-1].state if last.steps else ObjectionState.OPEN
        last.settled_at = last.steps[-1].taken_at if last.state is ObjectionState.STANDS else None
    elif last and last.state is ObjectionState.OPEN and before and before.choice is Choice.OBJECT:
        last.reason = before.reason
