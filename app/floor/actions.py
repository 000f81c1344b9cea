"""Verbs of the floor: enter, confirm, refuse, withdraw."""

from datetime import datetime

from app.consultations.models import Delegation, Seat
from app.consultations.queries import next_number
from app.core.interventions import (
    Contribution,
    InterventionState,
    check_intervention,
    check_state,
    vote_words,
)
from app.core.texts import Form
from app.core.votes import Choice
from app.core.words import N_, Refusal
from app.db import db
from app.deliberation.actions import comment_on, table_position
from app.deliberation.models import Position, Proposal
from app.floor.models import Intervention
from app.ledger.actions import record
from app.voting.actions import cast_vote


def enter_intervention(
    seat: Seat,
    delegation: Delegation,
    proposal: Proposal,
    position: Position | None,
    counts_as: Contribution,
    words: str,
    now: datetime,
    *,
    speaker: str = "",
    form: Form = Form.CLAUSE,
    choice: Choice | None = None,
) -> Intervention:
    """Writes down what a delegation said in the room; it counts for nothing until it is confirmed."""
    choice = choice if counts_as is Contribution.VOTE else None
    check_intervention(counts_as, words, choice, on_position=position is not None)
    intervention = Intervention(
        consultation_id=seat.consultation_id,
        number=next_number(Intervention, Intervention.consultation_id == seat.consultation_id),
        delegation_id=delegation.id,
        speaker=" ".join(speaker.split()),
        proposal_id=proposal.id,
        position_id=position.id if position else None,
        counts_as=counts_as,
        form=form,
        choice=choice,
        words=words.strip(),
        seat_id=seat.id,
        entered_at=now,
    )
    db.session.add(intervention)
    record("enter", intervention, now, seat=seat)
    return intervention


def confirm(intervention: Intervention, seat: Seat, words: str, now: datetime) -> None:
    """The delegation makes the words its own, corrected where they differ: now they count as written ones."""
    _check_own(intervention, seat)
    words = words.strip()
    on_position = intervention.position is not None
    check_intervention(intervention.counts_as, words, intervention.choice, on_position=on_position)
    _settle(
        intervention, seat, InterventionState.CONFIRMED, words if words != intervention.words else "", now
    )
    proposal, position = intervention.proposal, intervention.position
    match intervention.counts_as:
        case Contribution.COMMENT:
            comment_on(proposal, seat, words, now, position=position)
        case Contribution.POSITION:
            table_position(proposal, seat, words, intervention.form, now)
        case Contribution.VOTE:
            cast_vote(seat, position, intervention.choice, now, **vote_words(intervention.choice, words))
    record("confirm", intervention, now, seat=seat)


def refuse_intervention(intervention: Intervention, seat: Seat, reason: str, now: datetime) -> None:
    """The delegation says that these are not its words; they count for nothing."""
    _check_own(intervention, seat)
    _settle(intervention, seat, InterventionState.REFUSED, reason.strip(), now)
    record("refuse", intervention, now, seat=seat)


def withdraw_intervention(intervention: Intervention, seat: Seat, now: datetime) -> None:
    """Who wrote it down takes it back while it still waits."""
    _settle(intervention, seat, InterventionState.WITHDRAWN, "", now)
    record("withdraw", intervention, now, seat=seat)


def _settle(
    intervention: Intervention, seat: Seat, state: InterventionState, answer: str, now: datetime
) -> None:
    check_state(intervention.state)
    intervention.state, intervention.answer = state, answer
    intervention.settled_by, intervention.settled_at = seat, now


def _check_own(intervention: Intervention, seat: Seat) -> None:
    if seat.delegation_id != intervention.delegation_id:
        raise Refusal(N_("Only the delegation that spoke can confirm its words."))
