"""Seats: who holds one, who asks for one, and what a secretariat changes about them."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.accounts.models import Person
from app.accounts.queries import account_of
from app.consultations.actions import take_seat
from app.consultations.invitation_list import name_key
from app.consultations.models import Consultation, Delegation, Seat, StakeholderGroup
from app.consultations.queries import delegations, groups, in_use, next_number
from app.consultations.terms import Participation, SeatState
from app.core.phases import Phase
from app.core.roles import Role
from app.core.words import N_, Incomplete, Refusal
from app.db import db
from app.ledger.actions import record
from app.mail.actions import post
from app.mail.composition import link

LAST = N_("This is the only seat of the secretariat. Give somebody else one first.")
OFFICES = (Role.CHAIR, Role.RAPPORTEUR, Role.SECRETARIAT)


def join(
    consultation: Consultation, person: Person, name: str, group: StakeholderGroup | None, now: datetime
) -> Seat:
    """Takes a participant's seat, or asks for it: on approval, and for a delegation that is here already."""
    if consultation.participation is Participation.INVITATION:
        raise Refusal(N_("In this consultation one takes part by invitation. Ask the secretariat for one."))
    if held := find_any_seat(consultation, person):
        raise Refusal(ANSWERS[held.state])
    there = next((d for d in delegations(consultation) if name_key(d.name) == name_key(name)), None)
    if there is None and group is None and groups(consultation):
        raise Incomplete("group", N_("Choose the stakeholder group to which you belong."))
    everyone = consultation.participation is Participation.EVERYONE
    return take_seat(
        consultation,
        person,
        Role.PARTICIPANT,
        now,
        delegation=there or found_delegation(consultation, name, group),
        own_group=group,
        state=SeatState.ACTIVE if everyone and there is None else SeatState.REQUESTED,
    )


ANSWERS = {
    SeatState.ACTIVE: N_("You have a seat in this consultation already."),
    SeatState.REQUESTED: N_("You have asked for a seat already. The secretariat will answer by mail."),
    SeatState.LEFT: N_(
        "The secretariat has declined your request or taken your seat back. Write to it if that is a mistake."
    ),
}


def admit(seat: Seat, by: Seat, now: datetime) -> None:
    """Grants a seat that was asked for, or gives one back."""
    if seat.state is SeatState.ACTIVE:
        return
    _move(seat, SeatState.ACTIVE, "approved", by, now)
    record("seat", seat, now, seat=by, role=seat.role)


def unseat(seat: Seat, by: Seat, now: datetime) -> None:
    """Takes a seat back, or declines one that was asked for. What was said from it stays."""
    if seat.state is SeatState.LEFT:
        return
    keep_secretariat(seat)
    _move(seat, SeatState.LEFT, "declined", by, now)
    record("unseat", seat, now, seat=by)


def keep_secretariat(seat: Seat) -> None:
    """Refusal where nobody would be left to run the consultation."""
    if _is_last_secretary(seat):
        raise Refusal(LAST)


def change_seat(
    seat: Seat,
    role: Role,
    delegation: Delegation | None,
    own_group: StakeholderGroup | None,
    by: Seat,
    now: datetime,
) -> None:
    """Another role, delegation or group."""
    if role is not Role.SECRETARIAT:
        keep_secretariat(seat)
    seat.role = role
    seat.delegation = delegation
    seat.own_group = None if delegation else own_group
    record("seat", seat, now, seat=by, role=role)


def consent(seat: Seat, named: bool, now: datetime) -> None:
    """Says whether the report may name who sits here."""
    seat.consents_to_name = named
    record("consent", seat, now, seat=seat, named=named)


def leave_offices(person: Person, now: datetime) -> None:
    """Whoever is erased serves no meeting any more; the voice of a participant stays in the record."""
    for seat in _seats_of(person):
        if seat.role in OFFICES:
            seat.state = SeatState.LEFT
            record("unseat", seat, now, seat=seat)


def sole_secretary_of(person: Person) -> Sequence[Consultation]:
    """The consultations, not yet reported, that nobody else could run."""
    return [
        seat.consultation
        for seat in _seats_of(person)
        if seat.consultation.phase is not Phase.REPORTED and _is_last_secretary(seat)
    ]


def found_delegation(
    consultation: Consultation, name: str, group: StakeholderGroup | None
) -> Delegation | None:
    """A delegation that was not there yet; nothing without a name."""
    if not name:
        return None
    delegation = Delegation(
        consultation_id=consultation.id,
        number=next_number(Delegation, Delegation.consultation_id == consultation.id),
        name=name,
        group=group,
    )
    db.session.add(delegation)
    db.session.flush()
    return delegation


def find_any_seat(consultation: Consultation, person: Person) -> Seat | None:
    """The seat of a person, also one that was asked for or taken back."""
    return db.session.scalar(
        sa.select(Seat).where(Seat.consultation_id == consultation.id, Seat.person_id == person.id)
    )


def roll(consultation: Consultation) -> Sequence[Seat]:
    """All seats with whom they stand for: officers, participants by group and delegation, observers."""
    loaded = (
        joinedload(Seat.person),
        joinedload(Seat.own_group),
        joinedload(Seat.delegation).joinedload(Delegation.group),
    )
    found = db.session.scalars(
        sa.select(Seat).options(*loaded).where(Seat.consultation_id == consultation.id)
    )
    return sorted(found, key=_place)


def _place(seat: Seat) -> tuple:
    group = seat.group
    delegation = seat.delegation.name.casefold() if seat.delegation else "\uffff"
    rank = 0 if seat.role in OFFICES else 2 if seat.role is Role.OBSERVER else 1
    number = group.number if group and rank == 1 else 1_000
    line = delegation if rank == 1 else str(OFFICES.index(seat.role)) if rank == 0 else ""
    return (rank, number, line, seat.person.name.casefold(), seat.number)


def _move(seat: Seat, state: SeatState, letter: str, by: Seat, now: datetime) -> None:
    """Another state; who waited for an answer gets it by mail."""
    asked, seat.state = seat.state is SeatState.REQUESTED, state
    account = account_of(seat.person)
    if asked and account:
        post(
            letter,
            account.email,
            seat.person.language,
            now,
            link=link("consultations.show", slug=seat.consultation.slug),
            consultation=seat.consultation.title,
        )
    if asked and state is SeatState.LEFT:
        _dissolve(seat)


def _dissolve(seat: Seat) -> None:
    """A delegation that only a declined request named goes with it; the person keeps its group."""
    delegation = seat.delegation
    if delegation is None:
        return
    seat.delegation, seat.own_group = None, delegation.group
    db.session.flush()
    if delegation.id not in in_use(Delegation, [delegation.id]):
        db.session.delete(delegation)


def _is_last_secretary(seat: Seat) -> bool:
    if seat.role is not Role.SECRETARIAT or seat.state is not SeatState.ACTIVE:
        return False
    return not db.session.scalar(
        sa.select(Seat.id)
        .where(
            Seat.consultation_id == seat.consultation_id,
            Seat.role == Role.SECRETARIAT,
            Seat.state == SeatState.ACTIVE,
            Seat.id != seat.id,
        )
        .limit(1)
    )


def _seats_of(person: Person) -> Sequence[Seat]:
    return db.session.scalars(
        sa.select(Seat).where(Seat.person_id == person.id, Seat.state == SeatState.ACTIVE)
    ).all()
