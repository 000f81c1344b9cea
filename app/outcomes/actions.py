"""Verbs of what happens next: conclude, withdraw, account for it, follow it up."""

from datetime import date, datetime
from typing import Any

from app.consultations.actions import copy_consultation
from app.consultations.models import AgendaItem, Consultation, Delegation, Seat
from app.consultations.queries import agenda, next_number
from app.core.outcomes import Course, Modality, OutcomeKind, check_account, check_outcome
from app.core.texts import Form
from app.core.words import N_, Refusal
from app.db import db
from app.deliberation.models import Proposal
from app.ledger.actions import record
from app.outcomes.models import Outcome, OutcomeAccount
from app.outcomes.queries import account_of, is_concerned

TITLE = 200  # characters of a consultation's title


def conclude(
    seat: Seat,
    consultation: Consultation,
    kind: OutcomeKind,
    text: str,
    now: datetime,
    *,
    form: Form = Form.NOUN,
    modality: Modality = Modality.WILL,
    body: str = "",
    due_on: date | None = None,
    elaboration: str = "",
    item: AgendaItem | None = None,
    proposal: Proposal | None = None,
    delegation: Delegation | None = None,
) -> Outcome:
    """Records what happens next to a matter; Incomplete where it lacks what its kind asks for."""
    body = body.strip() or (delegation.name if delegation else "")
    check_outcome(kind, text, body, due_on)
    outcome = Outcome(
        consultation_id=consultation.id,
        number=next_number(Outcome, Outcome.consultation_id == consultation.id),
        kind=kind,
        modality=modality,
        text=text.strip(),
        form=form,
        body=body,
        due_on=due_on,
        elaboration=elaboration.strip(),
        agenda_item_id=item.id if item else proposal.agenda_item_id if proposal else None,
        proposal_id=proposal.id if proposal else None,
        delegation_id=delegation.id if delegation else None,
        seat_id=seat.id,
        concluded_at=now,
    )
    db.session.add(outcome)
    record("conclude", outcome, now, seat=seat)
    return outcome


def withdraw_outcome(outcome: Outcome, seat: Seat, now: datetime) -> None:
    """Takes an outcome back from the record; it stays readable, and can be recorded anew."""
    if outcome.withdrawn_at:
        raise Refusal(N_("This was already withdrawn from the record."))
    outcome.withdrawn_at = now
    record("withdraw", outcome, now, seat=seat)


def account_for(
    outcome: Outcome, seat: Seat, course: Course, note: str, due_on: date | None, now: datetime
) -> OutcomeAccount:
    """Says what has become of an outcome, and the day that holds from now on."""
    _check_concerned(outcome, seat)
    check_account(outcome.kind, course, note)
    return _account(outcome, seat, now, course=course, note=note.strip(), due_on=due_on)


def follow_up(outcome: Outcome, seat: Seat, now: datetime) -> Consultation:
    """A draft of the consultation that takes a matter further: the same frame, this matter on its agenda."""
    _check_concerned(outcome, seat)
    check_account(outcome.kind, Course.UNDER_WAY, "")
    title = outcome.text[:1].upper() + outcome.text[1:TITLE]
    items = [outcome.agenda_item] if outcome.agenda_item else agenda(outcome.consultation)
    draft = copy_consultation(outcome.consultation, seat.person, title, now, follows=True, items=items)
    standing = account_of(outcome)
    due_on = standing.due_on if standing else outcome.due_on
    _account(outcome, seat, now, course=Course.UNDER_WAY, due_on=due_on, led_to=draft.slug)
    return draft


def _account(outcome: Outcome, seat: Seat, now: datetime, **columns: Any) -> OutcomeAccount:
    account = OutcomeAccount(outcome_id=outcome.id, seat_id=seat.id, given_at=now, **columns)
    db.session.add(account)
    record("account for", outcome, now, seat=seat, course=account.course)
    return account


def _check_concerned(outcome: Outcome, seat: Seat) -> None:
    """Officers speak of every outcome, a participant of those that his or her delegation has to see to."""
    if outcome.withdrawn_at:
        raise Refusal(N_("This was withdrawn from the record."))
    if not is_concerned(outcome, seat):
        raise Refusal(N_("Only officers and the delegation that acts can say what has become of it."))
