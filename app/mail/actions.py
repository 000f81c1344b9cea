"""Posting letters with an act, and carrying those that are due."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import sqlalchemy as sa
from flask import current_app

from app.db import db, write
from app.mail.carriers import CarriageError, UnreachableError, open_line
from app.mail.composition import compose
from app.mail.models import Letter
from app.mail.queries import due_letters, find_letter

PATIENCE = (
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(days=1),
)
PAUSE = timedelta(minutes=1)  # where there is no server
KEPT = timedelta(days=30)  # how long a letter that was given up can be seen


def post(occasion: str, address: str, language: str, now: datetime, **data: object) -> None:
    """Leaves a letter to be carried once the act's transaction is committed."""
    db.session.add(
        Letter(occasion=occasion, address=address, language=language, data=data, posted_at=now, try_at=now)
    )


def forget_letters(addresses: Iterable[str]) -> None:
    """Takes back what waits for some addresses."""
    db.session.execute(sa.delete(Letter).where(Letter.address.in_(list(addresses))))


def deliver(now: datetime) -> int:
    """Carries the letters that are due and says how many went.

    A letter that is refused waits and is tried again, fewer and fewer times; where there is no server, all
    wait. A process that dies while it hands one over leaves it marked, and nobody sends it a second time.
    """
    gone = 0
    for letter_id in due_letters(now):
        try:
            gone += _carry(letter_id, now)
        except UnreachableError as error:
            current_app.logger.warning("no letter can be carried now: %s", error)
            _pause(now)
            break
    return gone


def _carry(letter_id: int, now: datetime) -> bool:
    letter = find_letter(letter_id)
    message = compose(letter, now) if letter else None
    if message is None:  # there is nothing to say any more
        _discard(letter_id)
        return False
    with open_line() as send:
        if not _take_in_hand(letter_id, now):
            return False
        try:
            send(message)
        except CarriageError as error:
            current_app.logger.warning("a letter (%s) could not be carried: %s", letter.occasion, error)
            _put_off(letter_id, now)
            return False
        _discard(letter_id)
    return True


def _take_in_hand(letter_id: int, now: datetime) -> bool:
    """Marks the letter before it is handed over: only one carrier has it, and only once."""
    with write():
        _discard_old(now)
        mine = sa.update(Letter).where(
            Letter.id == letter_id, Letter.try_at <= now, Letter.handed_at.is_(None)
        )
        return bool(db.session.execute(mine.values(handed_at=now)).rowcount)


def _put_off(letter_id: int, now: datetime) -> None:
    with write():
        letter = db.session.get_one(Letter, letter_id)
        letter.try_at = now + PATIENCE[letter.tries] if letter.tries < len(PATIENCE) else None
        letter.tries += 1
        letter.handed_at = None


def _pause(now: datetime) -> None:
    with write():
        waiting = sa.update(Letter).where(Letter.try_at <= now, Letter.handed_at.is_(None))
        db.session.execute(waiting.values(try_at=now + PAUSE))


def _discard(letter_id: int) -> None:
    with write():
        db.session.execute(sa.delete(Letter).where(Letter.id == letter_id))


def _discard_old(now: datetime) -> None:
    left = Letter.try_at.is_(None) | Letter.handed_at.is_not(None)
    db.session.execute(sa.delete(Letter).where(left, Letter.posted_at < now - KEPT))
