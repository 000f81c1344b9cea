"""Questions about letters that wait."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import sqlalchemy as sa

from app.db import db
from app.mail.models import Letter

BATCH = 50


def due_letters(now: datetime) -> Sequence[int]:
    """The next letters to carry, oldest first."""
    return db.session.scalars(
        sa.select(Letter.id)
        .where(Letter.try_at <= now, Letter.handed_at.is_(None))
        .order_by(Letter.try_at, Letter.id)
        .limit(BATCH)
    ).all()


def find_letter(letter_id: int) -> Letter | None:
    """A letter as it is now, to be read on when others have changed it."""
    letter = db.session.get(Letter, letter_id, populate_existing=True)
    if letter:
        db.session.expunge(letter)
    return letter


def unreached(addresses: Iterable[str]) -> set[str]:
    """Those of some addresses to which a letter has failed at least once, or perhaps, and not yet gone."""
    failed = (Letter.tries > 0) | Letter.handed_at.is_not(None)
    return set(
        db.session.scalars(
            sa.select(Letter.address).where(Letter.address.in_(list(addresses)), failed).distinct()
        )
    )
