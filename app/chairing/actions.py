"""Verbs of the chair: determine, answer an objection."""

from datetime import datetime

from app.chairing.evidence import freeze, is_live, is_own, lay_before
from app.chairing.models import Determination
from app.chairing.queries import other_chairs
from app.consultations.models import Seat
from app.core.determinations import Status, check_determination, check_endorsed, check_own
from app.core.objections import ObjectionState
from app.core.rounds import State, check_reopening, review_end
from app.core.words import N_, Refusal
from app.db import db
from app.deliberation.models import Position, Proposal
from app.ledger.actions import record
from app.voting.hearing import reopen_objection, settle_objection
from app.voting.models import Objection


def determine(
    seat: Seat,
    proposal: Proposal,
    position: Position | None,
    status: Status,
    rationale: str,
    departure: str,
    now: datetime,
    *,
    new_information: str = "",
    endorsed_by: Seat | None = None,
) -> Determination:
    """Gives a position, or a whole proposal, its agreement status, with the evidence of this minute.

    One that is final is made anew only for what is new. Where two chairs determine together, one endorses
    what the other has prepared.
    """
    check_live(proposal, position)
    procedure = proposal.consultation.procedure
    if procedure.two_chairs:
        check_endorsed(endorsed_by is not None and endorsed_by.id != seat.id)
    own = is_own(seat.id, proposal, position)
    check_own(own, other_chairs(seat))
    own = own or (endorsed_by is not None and is_own(endorsed_by.id, proposal, position))
    brief = lay_before(proposal, position, now)
    suggested = brief.suggestion.status
    check_determination(status, suggested, rationale, departure)
    final = bool(brief.earlier) and brief.earlier[-1].state_at(now) is State.FINAL
    if final:
        check_reopening(new_information)
    determination = Determination(
        proposal_id=proposal.id,
        position_id=position.id if position else None,
        seat_id=seat.id,
        status=status,
        suggested=suggested,
        rationale=rationale.strip(),
        departure=departure.strip() if status is not suggested else "",
        own=own,
        text=brief.words,
        evidence=freeze(brief),
        determined_at=now,
        review_until=review_end(now, procedure.review_days),
        challengers=procedure.challengers,
        new_information=new_information.strip() if final else "",
        endorsed_by_id=endorsed_by.id if endorsed_by and procedure.two_chairs else None,
    )
    db.session.add(determination)
    record("determine", determination, now, seat=seat, status=status)
    if determination.endorsed_by_id:
        record("endorse", determination, now, seat=endorsed_by)
    return determination


def answer_objection(
    seat: Seat, objection: Objection, state: ObjectionState, answer: str, now: datetime
) -> None:
    """The chair's public answer; nobody answers for a text of his or her own while a co-chair could."""
    _check_not_own(seat, objection)
    settle_objection(objection, seat, state, answer, now)


def hear_again(seat: Seat, objection: Objection, news: str, now: datetime) -> None:
    """Reopens an objection that was met or set aside, likewise."""
    _check_not_own(seat, objection)
    reopen_objection(objection, seat, news, now)


def check_live(proposal: Proposal, position: Position | None) -> None:
    """Refusal where there is nothing left to judge."""
    gone = proposal.withdrawn_at or proposal.hidden_at or (position and not is_live(position))
    if gone:
        raise Refusal(N_("This has been withdrawn or hidden, so there is nothing to determine."))


def _check_not_own(seat: Seat, objection: Objection) -> None:
    check_own(is_own(seat.id, objection.position.proposal, objection.position), other_chairs(seat))
