"""The only place that writes events."""

from datetime import datetime
from typing import Protocol

from app.db import Base, db
from app.ledger.models import Event


class _Seat(Protocol):
    id: int
    person_id: int
    consultation_id: int


def record(verb: str, subject: Base, now: datetime, *, seat: _Seat | None = None, **details: object) -> Event:
    """Adds the event of one act to the act's own transaction.

    `details` are JSON values; `consultation_id` and `person_id` may be among them where no seat acted.
    """
    db.session.flush()  # the subject needs its id
    consultation_id = details.pop("consultation_id", None) or (seat and seat.consultation_id)
    person_id = details.pop("person_id", None) or (seat and seat.person_id)
    event = Event(
        at=now,
        act=verb,
        subject=f"{subject.__tablename__}:{subject.id}",
        consultation_id=consultation_id,
        seat_id=seat.id if seat else None,
        person_id=person_id,
        data=details,
    )
    db.session.add(event)
    return event
