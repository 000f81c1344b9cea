"""The gate: every route of a consultation passes it, and nothing else decides who may do what."""

from dataclasses import dataclass

from flask import abort
from flask_login import current_user

from app.consultations.models import Consultation, Seat
from app.consultations.queries import find_consultation, find_seat, may_see
from app.core.acts import RULES, Act, may, rule_on
from app.core.phases import Phase
from app.core.roles import Role
from app.web.clock import now


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands in a consultation: the seat, if any, its role, and the phase that holds."""

    consultation: Consultation
    seat: Seat | None
    phase: Phase

    @property
    def role(self) -> Role:
        return self.seat.role if self.seat else Role.VISITOR

    @property
    def sees_hidden(self) -> bool:
        """Whether texts that an officer has hidden are still shown, marked as such."""
        return self.role in RULES[Act.HIDE].roles

    def may(self, act: Act | str) -> bool:
        """Whether the act is open now: what decides if a button is shown."""
        return may(Act(act), self.role, self.phase)


def enter(slug: str) -> Consultation:
    """The consultation at an address; 404 where there is none or one may not know that there is."""
    consultation = find_consultation(slug)
    if consultation is None:
        abort(404)
    stand(consultation)
    return consultation


def stand(consultation: Consultation) -> Standing:
    """Where the person of this request stands; 404 where one may not know that the consultation exists."""
    person = current_user if current_user.is_authenticated else None
    seat = find_seat(consultation, person) if person else None
    standing = Standing(consultation, seat, consultation.phase_at(now()))
    if not may_see(consultation, standing.role, signed_in=person is not None):
        abort(404)
    return standing


def permit(act: Act, consultation: Consultation) -> Standing:
    """The standing from which the act is done; 404 as above, else Refusal: a sentence, and 403 or 409."""
    standing = stand(consultation)
    rule_on(act, standing.role, standing.phase)
    return standing
