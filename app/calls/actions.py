"""Verbs of calls: open one, answer it, give it more time, cancel it."""

from collections.abc import Sequence
from datetime import datetime

from app.calls.models import Call, CallAct, CallAnswer, CalledPosition
from app.calls.queries import electorate, is_asked, own_answers, state_of
from app.consultations.models import Consultation, Seat
from app.consultations.queries import next_number
from app.core.calls import (
    Answer,
    CallStep,
    Manner,
    check_answer,
    check_deadline,
    check_question,
    check_reason,
    check_running,
)
from app.core.objections import Behalf
from app.core.votes import FOR, Choice
from app.core.words import N_, Incomplete, Refusal
from app.db import db
from app.deliberation.models import Position
from app.ledger.actions import record
from app.voting.actions import cast_vote
from app.voting.queries import own_votes, voter_of


def open_call(
    seat: Seat,
    consultation: Consultation,
    positions: Sequence[Position],
    manner: Manner,
    closes_at: datetime,
    now: datetime,
    *,
    question: str = "",
) -> Call:
    """Puts some positions to every voice there is now; their texts are fixed until the deadline."""
    check_question(question, len(positions))
    check_deadline(closes_at, now, consultation.closes_at)
    for position in positions:
        _check_callable(position, now)
    asked = electorate(consultation)
    if not asked:
        raise Refusal(N_("Nobody is here who could be asked: a call needs participants."))
    call = Call(
        consultation_id=consultation.id,
        number=next_number(Call, Call.consultation_id == consultation.id),
        manner=manner,
        question=question.strip(),
        closes_at=closes_at,
        asked=asked,
        positions=[
            CalledPosition(number=number, position_id=position.id, text=position.text)
            for number, position in enumerate(positions, 1)
        ],
    )
    db.session.add(call)
    _take(call, seat, CallStep.OPEN, "", now)
    _fix(call, closes_at)
    refs = [position.ref for position in positions]
    record("call", call, now, seat=seat, positions=refs, closes_at=closes_at.isoformat())
    return call


def extend_call(call: Call, seat: Seat, until: datetime, reason: str, now: datetime) -> None:
    """More time to answer, with its reason."""
    check_running(state_of(call, now))
    check_deadline(until, now, call.consultation.closes_at, call.closes_at)
    check_reason(reason)
    call.closes_at = until
    _take(call, seat, CallStep.EXTEND, reason, now)
    _fix(call, until)
    record("extend", call, now, seat=seat, closes_at=until.isoformat(), reason=reason.strip())


def cancel_call(call: Call, seat: Seat, reason: str, now: datetime) -> None:
    """Ends a call that decides nothing, with its reason; the answers stay on record."""
    check_running(state_of(call, now))
    check_reason(reason)
    _take(call, seat, CallStep.CANCEL, reason, now)
    _fix(call, None)
    record("cancel", call, now, seat=seat, reason=reason.strip())


def answer_call(
    called: CalledPosition,
    seat: Seat,
    answer: Answer,
    now: datetime,
    *,
    reason: str = "",
    remedy: str = "",
    behalf: Behalf | None = None,
) -> None:
    """The voice's answer on one position; the vote goes with it, and an objection opens its record.

    The same answer again is no new act. In a silence procedure an objection stops the call at once.
    """
    call, position = called.call, called.position
    check_running(state_of(call, now))
    check_answer(call.manner, answer, is_asked(call, seat))
    before = own_answers(call, seat).get(position.id)
    reason = reason.strip() if answer is Answer.OBJECT else ""
    _vote_alike(seat, position, answer, reason, remedy, behalf, now)
    if before and (before.answer, before.reason) == (answer, reason):
        return
    db.session.add(
        CallAnswer(
            call_id=call.id,
            position_id=position.id,
            voter=voter_of(seat),
            seat_id=seat.id,
            answer=answer,
            reason=reason,
            answered_at=now,
        )
    )
    stops = call.manner is Manner.SILENCE and answer is Answer.OBJECT
    if stops:
        _take(call, seat, CallStep.STOP, "", now)
        _fix(call, None)
    record("stop" if stops else "answer", call, now, seat=seat, position=position.ref, answer=answer)


def _vote_alike(
    seat: Seat,
    position: Position,
    answer: Answer,
    reason: str,
    remedy: str,
    behalf: Behalf | None,
    now: datetime,
) -> None:
    """Whoever accepts has a vote in favour, and whoever objects an objection."""
    if answer is Answer.OBJECT:
        choice = Choice.OBJECT
    else:
        vote = own_votes(seat, [position.id]).get(position.id)
        if vote and vote.choice in FOR:
            return
        choice = Choice.ACCEPT
    cast_vote(seat, position, choice, now, reason=reason, remedy=remedy, behalf=behalf, in_call=True)


def _check_callable(position: Position, now: datetime) -> None:
    if position.is_hidden or position.withdrawn_at or position.proposal.withdrawn_at or position.leads:
        raise Incomplete("positions", N_("%(ref)s cannot be put to all any more."), ref=position.ref)
    if position.is_fixed_at(now):
        raise Incomplete("positions", N_("%(ref)s is in a call already."), ref=position.ref)


def _take(call: Call, seat: Seat, step: CallStep, reason: str, now: datetime) -> None:
    call.steps.append(
        CallAct(step=step, seat_id=seat.id, reason=reason.strip(), closes_at=call.closes_at, taken_at=now)
    )


def _fix(call: Call, until: datetime | None) -> None:
    """The texts of a call cannot be changed while it runs."""
    db.session.flush()
    for called in call.positions:
        called.position.fixed_until = until
