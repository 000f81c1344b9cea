"""Verbs about an objection once it has been raised: answer it, reply, take it back, reopen it."""

from datetime import datetime

from app.consultations.models import Seat
from app.core.objections import ObjectionState, Party, Step, check_step, steps_open, target_of
from app.core.phases import UNDER_WAY
from app.core.roles import Role
from app.core.votes import Choice
from app.core.words import N_, Refusal
from app.ledger.actions import record
from app.voting.actions import put_vote
from app.voting.models import Objection
from app.voting.queries import last_objection, own_votes, voter_of
from app.voting.voices import take_step

AGAIN = frozenset({Step.REPLY, Step.REOPEN})  # what makes an objection wait anew: one voice has one that does


def settle_objection(
    objection: Objection, seat: Seat, state: ObjectionState, answer: str, now: datetime
) -> None:
    """The chair's public answer to an objection, and what becomes of it."""
    _take(objection, seat, Step.ANSWER, state, answer, now)


def reopen_objection(objection: Objection, seat: Seat, news: str, now: datetime) -> None:
    """The chair hears an objection again that was met or set aside; what is new is on record."""
    _take(objection, seat, Step.REOPEN, ObjectionState.OPEN, news, now)


def reply_to_answer(objection: Objection, seat: Seat, words: str, now: datetime) -> None:
    """Whoever objected says that the answer does not satisfy."""
    _take(objection, seat, Step.REPLY, target_of(Step.REPLY, objection.state), words, now)


def retract_objection(objection: Objection, seat: Seat, words: str, now: datetime) -> None:
    """Takes an objection back; while votes count, what remains is a vote against that stands in no way."""
    _take(objection, seat, Step.RETRACT, ObjectionState.RETRACTED, words, now)
    position = objection.position
    vote = own_votes(seat, [position.id]).get(position.id)
    if vote and vote.choice is Choice.OBJECT and seat.consultation.phase_at(now) in UNDER_WAY:
        put_vote(seat, position, Choice.DISAGREE, vote.reason, "", now)


def party_of(objection: Objection, seat: Seat | None) -> Party | None:
    """As whom a seat may take steps about an objection."""
    if seat is None:
        return None
    if seat.role is Role.CHAIR:
        return Party.CHAIR
    objects = seat.role is Role.PARTICIPANT and voter_of(seat) == objection.voter
    return Party.OBJECTOR if objects else None


def open_to(objection: Objection, seat: Seat | None) -> frozenset[Step]:
    """The steps that a seat may take about an objection now."""
    found = steps_open(party_of(objection, seat), objection.state, _last(objection))
    return found - AGAIN if _is_superseded(objection) else found


def _take(
    objection: Objection, seat: Seat, step: Step, target: ObjectionState, words: str, now: datetime
) -> None:
    check_step(step, party_of(objection, seat), objection.state, target, words, _last(objection))
    if step in AGAIN and _is_superseded(objection):
        raise Refusal(N_("Another objection has been raised since. It is that one which counts."))
    take_step(objection, seat, step, target, words.strip(), now)
    record(step.value, objection, now, seat=seat, state=target)


def _is_superseded(objection: Objection) -> bool:
    """Whether the same voice has raised another one since."""
    return last_objection(objection.voter, objection.position) is not objection


def _last(objection: Objection) -> Step | None:
    return objection.steps[-1].step if objection.steps else None
