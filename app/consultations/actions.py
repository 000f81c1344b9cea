"""Verbs that change the frame of a consultation."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from flask_babel import gettext

from app.accounts.models import Person
from app.consultations.models import AgendaItem, Consultation, Delegation, Seat, StakeholderGroup
from app.consultations.queries import (
    agenda,
    delegations,
    find_consultation,
    groups,
    next_number,
    officers,
)
from app.consultations.readiness import tasks
from app.consultations.terms import DEFAULT_GROUPS, Adoption, SeatState
from app.core.phases import Move, Phase, find_move
from app.core.roles import Role
from app.core.slugs import slugs
from app.core.words import Untimely
from app.db import db
from app.ledger.actions import record
from app.web.markup import to_html

FRAME = (
    "purpose",
    "purpose_html",
    "place",
    "timezone",
    "language",
    "participation",
    "readers",
    "voting_unit",
    "names_public",
    "statement_days",
    "procedure",
    "report_style",
)  # what a copy takes over


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


def adopt_agenda(item: AgendaItem, manner: Adoption, seat: Seat, now: datetime) -> None:
    """The agenda is adopted as drafted or as amended; the report says it under this item, and only there."""
    for other in agenda(item.consultation):
        other.adoption = None
    item.adoption = manner
    record("adopt", item, now, seat=seat, manner=manner)


def advance(consultation: Consultation, target: Phase, seat: Seat, now: datetime) -> Move:
    """Moves a consultation to another phase; Untimely where the phases know no such move."""
    source = consultation.phase_at(now)
    move = find_move(source, target)
    if target is Phase.OPEN:
        _check_opening(consultation, now)
        consultation.called_at = consultation.closed_at = None
        consultation.opens_at = consultation.opens_at or now
    if target is Phase.CALL:
        consultation.called_at = now
    if target is Phase.CLOSED:
        consultation.closed_at = now
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


def copy_consultation(
    model: Consultation,
    person: Person,
    title: str,
    now: datetime,
    *,
    follows: bool,
    items: Iterable[AgendaItem] | None = None,
) -> Consultation:
    """A draft with the frame of another: officers, groups, delegations, rules and the agenda, or some items.

    Nobody's words are copied.
    """
    draft = Consultation(
        slug=free_slug(title), title=title, created_at=now, **{name: getattr(model, name) for name in FRAME}
    )
    draft.follows = model if follows else None
    db.session.add(draft)
    db.session.flush()
    copied = {group.id: _copy(group, draft, ("key", "name", "representatives")) for group in groups(model)}
    for number, item in enumerate(agenda(model) if items is None else items, 1):
        _copy(item, draft, ("title", "note"), number)
    for officer in officers(model):
        _copy(officer, draft, ("role", "name", "short", "title", "pronoun"))
    for delegation in delegations(model):
        own = _copy(delegation, draft, ("name", "kind", "speaks_for_group"))
        own.group = copied.get(delegation.group_id)
    seat = take_seat(draft, person, Role.SECRETARIAT, now)
    record("open", draft, now, seat=seat, copied=model.slug)
    return draft


def free_slug(title: str) -> str:
    """An address made of a title that no consultation has yet."""
    return next(slug for slug in slugs(title, "consultation") if not find_consultation(slug))


def _copy(thing: Any, draft: Consultation, names: tuple[str, ...], number: int | None = None) -> Any:
    columns = {name: getattr(thing, name) for name in names}
    twin = type(thing)(consultation_id=draft.id, number=number or thing.number, **columns)
    db.session.add(twin)
    return twin


def _check_opening(consultation: Consultation, now: datetime) -> None:
    for task in tasks(consultation, now):
        if task.in_the_way:
            raise Untimely(task.lack)
