"""What people say about being told: what mail they want, what they have read, that all be forgotten."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa

from app.accounts.models import Person
from app.consultations.models import Consultation
from app.core.telling import Rhythm, mail_at
from app.db import db
from app.notifications.entries import KINDS
from app.notifications.kinds import Kind
from app.notifications.models import MailChoice, Notice
from app.notifications.queries import Reader, rhythms


def choose(person: Person, rhythm: Rhythm | None, *, within: Consultation | None = None) -> None:
    """What mail a person wants from now on, everywhere or in one consultation; None: there as elsewhere."""
    db.session.get_one(Person, person.id, with_for_update=True)
    here = MailChoice.consultation_id == within.id if within else MailChoice.consultation_id.is_(None)
    db.session.execute(sa.delete(MailChoice).where(MailChoice.person_id == person.id, here))
    if rhythm:
        choice = MailChoice(person_id=person.id, consultation_id=within.id if within else None, rhythm=rhythm)
        db.session.add(choice)
    db.session.flush()
    waiting = sa.select(Notice).where(Notice.person_id == person.id, Notice.mail_at.is_not(None))
    for notice in db.session.scalars(waiting):
        own = rhythms([person], notice.consultation)[person.id]
        notice.mail_at = mail_time(own, person, notice.consultation, notice.at, KINDS.get(notice.kind))


def mark_read(person: Person, keys: Iterable[str], now: datetime) -> None:
    """A person has read some notices; no letter follows about them."""
    own = sa.update(Notice).where(
        Notice.person_id == person.id, Notice.key.in_(list(keys)), Notice.read_at.is_(None)
    )
    db.session.execute(own.values(read_at=now, mail_at=None))


def forget_told(person: Person) -> None:
    """Nothing is kept of what somebody was told, nor of what mail he or she wanted."""
    for model in (Notice, MailChoice):
        db.session.execute(sa.delete(model).where(model.person_id == person.id))


def mail_time(
    rhythm: Rhythm, person: Person | Reader, consultation: Consultation, at: datetime, kind: Kind | None
) -> datetime | None:
    """When a person gets a letter about something of an instant, also where that has passed meanwhile."""
    return mail_at(
        rhythm, at, person.timezone or consultation.timezone, deadline=kind is not None and kind.deadline
    )
