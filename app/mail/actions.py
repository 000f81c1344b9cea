"""Posting letters with an act, and carrying those that are due."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import sqlalchemy as sa
from flask import current_app

from app.db import db, write
from app.mail.carriers import CarriageError, carry
from app.mail.composition import compose
from app.mail.models import Letter
from app.mail.queries import due_letters

PATIENCE = (
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(days=1),
)
KEPT = timedelta(days=30)  # how long a letter that was given up can be seen


def post(occasion: str, address: str, language: str, now: datetime, **data: str) -> None:
    """Leaves a letter to be carried once the act's transaction is committed."""
    db.session.add(
        Letter(occasion=occasion, address=address, language=language, data=data, posted_at=now, try_at=now)
    )


def forget_letters(addresses: Iterable[str]) -> None:
    """Takes back what waits for some addresses."""
    db.session.execute(sa.delete(Letter).where(Letter.address.in_(list(addresses))))


def deliver(now: datetime) -> int:
    """Carries the letters that are due and says how many went. One that fails waits and is tried again."""
    gone = 0
    for letter_id in due_letters(now):
        letter = _claim(letter_id, now)
        if letter is None:
            continue
        try:
            carry(compose(letter))
        except CarriageError as error:
            current_app.logger.warning("a letter (%s) could not be carried: %s", letter.occasion, error)
            continue
        with write():
            db.session.execute(sa.delete(Letter).where(Letter.id == letter_id))
        gone += 1
    return gone


def _claim(letter_id: int, now: datetime) -> Letter | None:
    """The letter, put off for others before it is carried: only one carrier has it at a time."""
    with write():
        _discard_old(now)
        letter = db.session.scalar(
            sa.select(Letter).where(Letter.id == letter_id, Letter.try_at <= now).with_for_update()
        )
        if letter is None:
            return None
        letter.try_at = now + PATIENCE[letter.tries] if letter.tries < len(PATIENCE) else None
        letter.tries += 1
        db.session.flush()
        db.session.expunge(letter)
    return letter


def _discard_old(now: datetime) -> None:
    db.session.execute(sa.delete(Letter).where(Letter.try_at.is_(None), Letter.posted_at < now - KEPT))
