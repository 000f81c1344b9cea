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
        sa.select(Letter.id).where(Letter.try_at <= now).order_by(Letter.try_at, Letter.id).limit(BATCH)
    ).all()


def unreached(addresses: Iterable[str]) -> set[str]:
    """Those of some addresses to which a letter has failed at least once and has not yet gone."""
    return set(
        db.session.scalars(
            sa.select(Letter.address).where(Letter.address.in_(list(addresses)), Letter.tries > 0).distinct()
        )
    )
