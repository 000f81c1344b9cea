"""Declared interests: who has what at stake, in an agenda item or in the whole."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.chairing.models import Interest
from app.consultations.models import AgendaItem, Consultation, Seat
from app.consultations.queries import next_number
from app.core.interests import check_interest, check_taking_back
from app.db import db
from app.ledger.actions import record


def declare_interest(seat: Seat, item: AgendaItem | None, text: str, now: datetime) -> Interest:
    """Puts on record what somebody has at stake."""
    check_interest(text)
    interest = Interest(
        consultation_id=seat.consultation_id,
        number=next_number(Interest, Interest.consultation_id == seat.consultation_id),
        seat_id=seat.id,
        agenda_item_id=item.id if item else None,
        text=text.strip(),
        declared_at=now,
    )
    db.session.add(interest)
    record("declare", interest, now, seat=seat)
    return interest


def take_back_interest(seat: Seat, interest: Interest, now: datetime) -> None:
    """It is none any more; that it was declared is kept."""
    check_taking_back(interest.seat_id == seat.id, interest.withdrawn_at is not None)
    interest.withdrawn_at = now
    record("withdraw", interest, now, seat=seat)


def interests(consultation: Consultation) -> Mapping[int, Sequence[Interest]]:
    """The interests that stand, by the seat that declared them, oldest first."""
    found: dict[int, list[Interest]] = defaultdict(list)
    for interest in db.session.scalars(
        sa.select(Interest)
        .where(Interest.consultation_id == consultation.id, Interest.withdrawn_at.is_(None))
        .options(joinedload(Interest.agenda_item))
        .order_by(Interest.number)
    ):
        found[interest.seat_id].append(interest)
    return found


def at_stake(consultation: Consultation, item: AgendaItem) -> Mapping[int, Sequence[Interest]]:
    """Those that touch an agenda item: declared in it, or in the whole."""
    return {
        seat: [each for each in declared if each.agenda_item_id in {None, item.id}]
        for seat, declared in interests(consultation).items()
    }
