"""Verbs that change the frame of a consultation."""

import re
import unicodedata
from datetime import datetime

from flask_babel import gettext

from app.accounts.models import Person
from app.consultations.models import Consultation, Delegation, Seat, StakeholderGroup
from app.consultations.queries import find_consultation, next_number
from app.consultations.terms import DEFAULT_GROUPS, SeatState
from app.core.phases import Move, Phase, find_move
from app.core.roles import Role
from app.db import db
from app.ledger.actions import record
from app.web.markup import to_html


def open_consultation(person: Person, title: str, purpose: str, timezone: str, now: datetime) -> Consultation:
    """A draft, with the five usual stakeholder groups, and its opener in the secretariat's seat."""
    consultation = Consultation(
        slug=free_slug(title),
        title=title,
        purpose=purpose,
        purpose_html=to_html(purpose),
        timezone=timezone,
        created_at=now,
    )
    db.session.add(consultation)
    db.session.flush()
    for number, (key, name, representatives) in enumerate(DEFAULT_GROUPS, 1):
        db.session.add(
            StakeholderGroup(
                consultation_id=consultation.id,
                number=number,
                key=key,
                name=gettext(name),
                representatives=gettext(representatives),
            )
        )
    seat = take_seat(consultation, person, Role.SECRETARIAT, now)
    record("open", consultation, now, seat=seat)
    return consultation


def advance(consultation: Consultation, target: Phase, seat: Seat, now: datetime) -> Move:
    """Moves a consultation to another phase; Refusal where the phases know no such move."""
    source = consultation.phase_at(now)
    move = find_move(source, target)
    if target is Phase.CALL:
        consultation.called_at = now
    if target is Phase.OPEN:
        consultation.called_at = None
        consultation.opens_at = consultation.opens_at or now
    consultation.phase = target
    record("advance", consultation, now, seat=seat, source=source, target=target)
    return move


def take_seat(
    consultation: Consultation,
    person: Person,
    role: Role,
    now: datetime,
    *,
    delegation: Delegation | None = None,
    own_group: StakeholderGroup | None = None,
    state: SeatState = SeatState.ACTIVE,
) -> Seat:
    """A seat for a person; one who has had a seat here before gets that one again."""
    seat = (
        db.session.query(Seat).filter_by(consultation_id=consultation.id, person_id=person.id).one_or_none()
    )
    if seat is None:
        seat = Seat(
            consultation_id=consultation.id,
            person_id=person.id,
            number=next_number(Seat, Seat.consultation_id == consultation.id),
            taken_at=now,
        )
        db.session.add(seat)
    seat.role = role
    seat.state = state
    seat.delegation = delegation
    seat.own_group = None if delegation else own_group
    record("seat", seat, now, seat=seat, role=role, state=state)
    return seat


def free_slug(title: str) -> str:
    """An address made of a title that no consultation has yet."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "consultation"
    slug, number = stem, 1
    while find_consultation(slug):
        number += 1
        slug = f"{stem}-{number}"
    return slug
