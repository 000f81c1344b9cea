"""Questions about what happens next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.consultations.models import Consultation, Seat
from app.core.outcomes import DECIDED, ENDED, Course, is_overdue
from app.core.roles import Role
from app.core.zones import to_local
from app.db import db
from app.outcomes.models import Outcome, OutcomeAccount


@dataclass(frozen=True, slots=True)
class Standing:
    """An outcome with what has become of it."""

    outcome: Outcome
    accounts: Sequence[OutcomeAccount]  # oldest first
    today: date

    @property
    def course(self) -> Course:
        return self.accounts[-1].course if self.accounts else Course.WAITING

    @property
    def due_on(self) -> date | None:
        return self.accounts[-1].due_on if self.accounts else self.outcome.due_on

    @property
    def is_decided(self) -> bool:
        """Whether nothing has to come of it any more."""
        return self.outcome.kind in DECIDED or self.outcome.withdrawn_at is not None

    @property
    def is_open(self) -> bool:
        return not self.is_decided and self.course not in ENDED

    @property
    def is_overdue(self) -> bool:
        return not self.is_decided and is_overdue(self.course, self.due_on, self.today)


def standings(consultation: Consultation, now: datetime) -> list[Standing]:
    """Every outcome, also those withdrawn from the record, with what has become of it at an instant."""
    found = outcomes(consultation, withdrawn=True)
    accounts: dict[int, list[OutcomeAccount]] = {outcome.id: [] for outcome in found}
    query = sa.select(OutcomeAccount).where(OutcomeAccount.outcome_id.in_(accounts))
    told_by = joinedload(OutcomeAccount.seat).joinedload(Seat.person)
    for account in db.session.scalars(query.options(told_by).order_by(OutcomeAccount.id)):
        accounts[account.outcome_id].append(account)
    today = to_local(now, consultation.timezone).date()
    return [Standing(outcome, accounts[outcome.id], today) for outcome in found]


def account_of(outcome: Outcome) -> OutcomeAccount | None:
    """The account that holds."""
    of_it = sa.select(OutcomeAccount).where(OutcomeAccount.outcome_id == outcome.id)
    return db.session.scalar(of_it.order_by(OutcomeAccount.id.desc()).limit(1))


def is_concerned(outcome: Outcome, seat: Seat) -> bool:
    """Whether a seat may say what has become of an outcome: an officer, or the delegation that acts."""
    if seat.role is not Role.PARTICIPANT:
        return True
    return seat.delegation_id is not None and seat.delegation_id == outcome.delegation_id


def outcomes(consultation: Consultation, *, withdrawn: bool = False) -> Sequence[Outcome]:
    """What happens next, in the order of record; on request with what was withdrawn from the record."""
    query = sa.select(Outcome).where(Outcome.consultation_id == consultation.id)
    if not withdrawn:
        query = query.where(Outcome.withdrawn_at.is_(None))
    return db.session.scalars(
        query.options(joinedload(Outcome.proposal), joinedload(Outcome.agenda_item)).order_by(Outcome.number)
    ).all()


def find_outcome(consultation: Consultation, number: int) -> Outcome | None:
    return db.session.scalar(
        sa.select(Outcome).where(Outcome.consultation_id == consultation.id, Outcome.number == number)
    )
