"""One round of the herald: what was recorded and what is due becomes notices, and these become letters."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from app.accounts.models import Person
from app.accounts.queries import account_of
from app.consultations.models import Consultation
from app.consultations.queries import get_consultation
from app.core.telling import Rhythm, remind_at
from app.db import db, write
from app.ledger.models import Event
from app.mail.actions import post
from app.notifications.acts import ACTS
from app.notifications.choices import mail_time
from app.notifications.deadlines import DEADLINES, LATE
from app.notifications.kinds import ActKind, DeadlineKind, Kind
from app.notifications.matters import consultation_of, find_subject
from app.notifications.models import Notice, Reading, Reminder
from app.notifications.queries import Reader, concerned, rhythms
from app.voting.actions import UNDO_SECONDS

PACE = 500  # events in one transaction
CROWD = 1_000  # people told in one, so that nobody waits long for the consultation


def tell(now: datetime) -> None:
    """One round: what was recorded, and the letters that are due.

    Several processes may go round. Each step is one transaction: whoever dies leaves it done or undone.
    """
    _read_ledgers(now - timedelta(seconds=UNDO_SECONDS))  # what can still be undone is not told yet
    _post_letters(now)


def remind(now: datetime) -> None:
    """One look at the clock: the deadlines that are near or have passed. Several processes may look."""
    found = {among: list(among(now)) for among in {kind.among for kind in DEADLINES}}
    due = [
        (occasion, kind, f"{subject.__tablename__}:{subject.id}")
        for kind in DEADLINES
        for subject in found[kind.among]
        if (occasion := _due_occasion(kind, subject, now))
    ]
    known = sa.select(Reminder.occasion).where(Reminder.occasion.in_([occasion for occasion, *_ in due]))
    told = set(db.session.scalars(known)) if due else set()
    for occasion, kind, name in due:
        if occasion not in told:
            with write():
                _remind_of(occasion, kind, name, now)


def _read_ledgers(until: datetime) -> None:
    news = (
        sa.select(Consultation.id)
        .outerjoin(Reading, Reading.consultation_id == Consultation.id)
        .where(
            Reading.id.is_(None)
            | sa.exists().where(
                Event.consultation_id == Consultation.id, Event.id > Reading.event_id, Event.at <= until
            )
        )
    )
    for consultation_id in db.session.scalars(news).all():
        read = 0
        while read is not None:
            with write():
                read = _read_ledger(get_consultation(consultation_id), until)


def _read_ledger(consultation: Consultation, until: datetime) -> int | None:
    """Goes on where the reading stopped, and says how many it told; nothing where it came to the end.

    Acts in a consultation come one by one, so none is passed over.
    """
    reading = db.session.scalar(sa.select(Reading).where(Reading.consultation_id == consultation.id))
    if reading is None:  # what it brought along when it came here was told elsewhere
        last = sa.select(sa.func.max(Event.id)).where(Event.consultation_id == consultation.id)
        db.session.add(Reading(consultation_id=consultation.id, event_id=db.session.scalar(last) or 0))
        return None
    following = (
        sa.select(Event)
        .where(Event.consultation_id == consultation.id, Event.id > reading.event_id)
        .order_by(Event.id)
        .limit(PACE)
    )
    told = 0
    events = db.session.scalars(following).all()
    for event in events:
        if event.at > until:
            return None
        told += _tell_event(event, consultation)
        reading.event_id = event.id
        if told >= CROWD:
            return told
    return told if len(events) == PACE else None


def _tell_event(event: Event, consultation: Consultation) -> int:
    """Each person is told by the first row of the table that concerns him or her; how many were told."""
    kinds = _of_event(event)
    subject = find_subject(event.subject) if kinds else None
    told: set[int] = set()
    for kind in kinds:
        if subject and kind.when(event, subject):
            people = concerned(consultation, kind.to(subject), event.person_id)
            anew = [person for person in people if person.id not in told]
            _tell(anew, kind, consultation, event.subject, f"event:{event.id}", event.at)
            told |= {person.id for person in anew}
    return len(told)


def _of_event(event: Event) -> list[ActKind]:
    table = event.subject.partition(":")[0]
    return [kind for kind in ACTS if (kind.verb, kind.of.__tablename__) == (event.act, table)]


def _remind_of(occasion: str, kind: DeadlineKind, name: str, now: datetime) -> None:
    subject = find_subject(name)
    consultation = get_consultation(consultation_of(subject).id)
    if db.session.scalar(sa.select(sa.exists().where(Reminder.occasion == occasion))):
        return
    db.session.add(Reminder(occasion=occasion, told_at=now))
    people = concerned(consultation, kind.to(subject), None)
    _tell(people, kind, consultation, name, occasion, kind.until(subject) if kind.passed else now)


def _due_occasion(kind: DeadlineKind, subject: Any, now: datetime) -> str:
    """The occasion that is there at an instant, named after its deadline: another deadline is another one."""
    until = kind.until(subject)
    if until is None:
        return ""
    begins, ends = (until, until + LATE) if kind.passed else (remind_at(kind.begun(subject), until), until)
    if not begins <= now < ends:
        return ""
    return f"{kind.name}:{subject.__tablename__}:{subject.id}:{until:%Y-%m-%dT%H:%M:%SZ}"


def _tell(
    people: Sequence[Reader],
    kind: Kind,
    consultation: Consultation,
    subject: str,
    occasion: str,
    at: datetime,
) -> None:
    wanted = rhythms(people, consultation)
    rows = [
        {
            "person_id": person.id,
            "consultation_id": consultation.id,
            "kind": kind.name,
            "subject": subject,
            "occasion": occasion,
            "at": at,
            "mail_at": mail_time(wanted[person.id], person, consultation, at, kind),
        }
        for person in people
    ]
    if rows:
        db.session.execute(sa.insert(Notice.__table__), rows)


def _post_letters(now: datetime) -> None:
    due = sa.select(Notice.person_id, Notice.consultation_id).where(Notice.mail_at <= now).distinct()
    for person_id, consultation_id in db.session.execute(due).all():
        with write():
            _post(person_id, consultation_id, now)


def _post(person_id: int, consultation_id: int, now: datetime) -> None:
    """The letters to one person about one consultation: one for each thing where that is wanted, else one."""
    due = (
        sa.select(Notice)
        .where(
            Notice.person_id == person_id, Notice.consultation_id == consultation_id, Notice.mail_at <= now
        )
        .order_by(Notice.id)
        .with_for_update()
    )
    notices = db.session.scalars(due).all()
    ids = [notice.id for notice in notices]
    account = account_of(db.session.get_one(Person, person_id)) if notices else None
    db.session.execute(sa.update(Notice).where(Notice.id.in_(ids)).values(mail_at=None))
    if account is None:
        return
    consultation = notices[0].consultation
    language = account.person.language or consultation.language
    singly = rhythms([account.person], consultation)[person_id] is Rhythm.AT_ONCE
    for together in [[each] for each in ids] if singly else [ids]:
        occasion = "notice" if len(together) == 1 else "digest"
        post(occasion, account.email, language, now, notices=together)
