"""Verbs that set up the frame of a consultation and keep it in order.

Each leaves an event on the consultation itself, since what it concerns may be removed later.
"""

from datetime import date, datetime
from typing import Any

from msgspec import to_builtins

from app.consultations.models import AgendaItem, Consultation, Document, Seat, StakeholderGroup
from app.consultations.queries import find_consultation, in_use, next_number, parts
from app.core.minority import check_deadline
from app.core.phases import Phase
from app.core.procedure import Procedure, check_procedure
from app.core.slugs import RESERVED, slugs
from app.core.words import N_, Incomplete, Refusal
from app.db import Base, db
from app.ledger.actions import record
from app.web.markup import to_html


def describe(
    consultation: Consultation,
    seat: Seat,
    now: datetime,
    *,
    title: str,
    purpose: str,
    language: str,
    symbol: str,
    slug: str | None = None,
) -> None:
    """What the consultation is, and at which address; the address stays once the consultation has opened."""
    slug = slug or consultation.slug
    if slug != consultation.slug:
        _check_slug(consultation, slug)
    consultation.purpose_html = to_html(purpose)
    _change(
        consultation, seat, now, title=title, purpose=purpose, language=language, symbol=symbol, slug=slug
    )


def set_dates(
    consultation: Consultation,
    seat: Seat,
    now: datetime,
    *,
    timezone: str,
    closes_at: datetime | None,
    held_on: date | None,
    place: str,
    statement_days: int | None,
    statements_until: datetime | None,
) -> None:
    """When, where, and how long one may dissent. What the clock has closed stays so until it is reopened."""
    if closes_at != consultation.closes_at and closes_at is not None and closes_at <= now:
        raise Incomplete("closes_at", N_("This time has passed. Choose a later one."))
    check_deadline(statement_days, statements_until)
    if consultation.phase_at(now) is not consultation.phase:
        consultation.phase, consultation.closed_at = Phase.CLOSED, consultation.closes_at
    _change(
        consultation,
        seat,
        now,
        timezone=timezone,
        closes_at=closes_at,
        held_on=held_on,
        place=place,
        statement_days=statement_days,
        statements_until=statements_until,
    )


def set_rules(consultation: Consultation, seat: Seat, now: datetime, *, voted: bool, **rules: Any) -> None:
    """Who takes part, who reads, how votes are counted and shown; votes once cast keep their rules."""
    fixed = [name for name in ("voting_unit", "names_public") if _changes(consultation, name, rules)]
    if voted and fixed:
        raise Incomplete(fixed[0], N_("There are votes already, cast under the present rule: it stays."))
    _change(consultation, seat, now, **rules)


def set_procedure(consultation: Consultation, seat: Seat, now: datetime, procedure: Procedure) -> None:
    """The rules by which agreement is judged from now on; what was determined keeps its own evidence."""
    check_procedure(procedure)
    _change(consultation, seat, now, procedure=procedure)


def add_part(
    model: type[Base], consultation: Consultation, seat: Seat, now: datetime, **columns: Any
) -> Base:
    """One more row at the end of a list of the frame."""
    if model is StakeholderGroup:
        columns["key"] = _free_key(consultation, columns["name"])
    number = next_number(model, model.consultation_id == consultation.id)
    thing = model(consultation_id=consultation.id, number=number, **columns)
    db.session.add(thing)
    _record(thing, seat, now, "added")
    return thing


def revise_part(thing: Base, seat: Seat, now: datetime, **columns: Any) -> None:
    """The row with other words."""
    for name, value in columns.items():
        setattr(thing, name, value)
    _record(thing, seat, now, "revised")


def move_part(thing: Base, seat: Seat, step: int, now: datetime) -> None:
    """The row one place up (-1) or down (1); at the end of its list it stays."""
    rows = parts(type(thing), thing.consultation)
    place = rows.index(thing) + step
    if not 0 <= place < len(rows):
        return
    other = rows[place]
    mine, theirs = thing.number, other.number
    for row, number in ((thing, 0), (other, mine), (thing, theirs)):  # two rows never have one number
        row.number = number
        db.session.flush()
    _record(thing, seat, now, "moved")


def remove_part(thing: Base, seat: Seat, now: datetime) -> None:
    """The row is gone and the later ones move up; Refusal where something rests on it."""
    if in_use(type(thing), [thing.id]):
        raise Refusal(N_("Something rests on it, so it cannot be removed. You can rename it."))
    later = [row for row in parts(type(thing), thing.consultation) if row.number > thing.number]
    _record(thing, seat, now, "removed")
    db.session.delete(thing)
    db.session.flush()
    for row in later:
        row.number -= 1
        db.session.flush()


def add_document(
    consultation: Consultation,
    seat: Seat,
    now: datetime,
    *,
    title: str,
    item: AgendaItem | None,
    **columns: Any,
) -> Document:
    """A link, or a file that has been stored, among the documents."""
    document = Document(
        consultation_id=consultation.id,
        number=next_number(Document, Document.consultation_id == consultation.id),
        title=title,
        agenda_item_id=item.id if item else None,
        added_at=now,
        **columns,
    )
    db.session.add(document)
    record("add document", document, now, seat=seat)
    return document


def remove_document(document: Document, seat: Seat, now: datetime) -> None:
    """The document is no longer listed or handed out; the record keeps it and its file, so it can return."""
    if document.removed_at is None:
        document.removed_at = now
        record("remove document", document, now, seat=seat)


def restore_document(document: Document, seat: Seat, now: datetime) -> None:
    """The document is back in its place."""
    if document.removed_at:
        document.removed_at = None
        record("restore document", document, now, seat=seat)


def _check_slug(consultation: Consultation, slug: str) -> None:
    if consultation.phase is not Phase.DRAFT:
        raise Incomplete("slug", N_("The address stays as it is: links lead to it since the opening."))
    if slug in RESERVED or find_consultation(slug):
        raise Incomplete("slug", N_("This address is taken. Choose another."))


def _changes(consultation: Consultation, name: str, values: dict[str, Any]) -> bool:
    return name in values and values[name] != getattr(consultation, name)


def _change(consultation: Consultation, seat: Seat, now: datetime, **values: Any) -> None:
    """Sets what differs; the event tells it, and without a difference there is no event."""
    changed = {name: value for name, value in values.items() if _changes(consultation, name, values)}
    for name, value in changed.items():
        setattr(consultation, name, value)
    if changed:
        told = {name: _told(value) for name, value in changed.items()}
        record("set up", consultation, now, seat=seat, changed=told)


def _told(value: Any) -> Any:
    """A value as an event keeps it."""
    return value.isoformat() if isinstance(value, date) else to_builtins(value)


def _record(thing: Any, seat: Seat, now: datetime, what: str) -> None:
    db.session.flush()
    words = thing.title if isinstance(thing, AgendaItem) else thing.name
    record("set up", thing.consultation, now, seat=seat, **{what: {thing.__tablename__: words}})


def _free_key(consultation: Consultation, name: str) -> str:
    taken = {group.key for group in parts(StakeholderGroup, consultation)}
    return next(key for key in slugs(name, "group") if key not in taken)
