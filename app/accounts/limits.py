"""How often something may be tried, per address and per caller: counted before it is tried."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from app.accounts.models import Attempts
from app.core.words import TooMany
from app.db import db

_INSERT = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries in a span that begins with the first; refused tries do not prolong it."""

    name: str
    per_address: int
    per_client: int
    span: timedelta


SIGN_IN = Limit("sign in", 10, 50, timedelta(minutes=15))
MAIL = Limit("mail", 5, 60, timedelta(hours=1))
INVITATION = Limit("invitation", 5, 2_000, timedelta(hours=1))


def spend(limit: Limit, address: str, client: str, now: datetime) -> None:
    """Counts one try; TooMany where the address or the caller has had all of theirs."""
    db.session.execute(sa.delete(Attempts).where(Attempts.resets_at <= now))
    _count(limit, f"address {address}", limit.per_address, now)
    _count(limit, f"client {client}", limit.per_client, now)


def give_back(limit: Limit, address: str, client: str) -> None:
    """After a success: the address starts afresh, and the caller has one try more."""
    db.session.execute(sa.delete(Attempts).where(Attempts.key == _key(limit, f"address {address}")))
    db.session.execute(
        sa.update(Attempts)
        .where(Attempts.key == _key(limit, f"client {client}"))
        .values(count=Attempts.count - 1)
    )


def _count(limit: Limit, subject: str, most: int, now: datetime) -> None:
    statement = (
        _INSERT[db.engine.dialect.name](Attempts)
        .values(key=_key(limit, subject), count=1, resets_at=now + limit.span)
        .on_conflict_do_update(index_elements=["key"], set_={"count": Attempts.count + 1})
        .returning(Attempts.count, Attempts.resets_at)
    )
    count, resets_at = db.session.execute(statement).one()
    if count > most:
        raise TooMany(minutes=-(-(resets_at - now) // timedelta(minutes=1)))


def _key(limit: Limit, subject: str) -> str:
    return hashlib.sha256(f"{limit.name}: {subject}".encode()).hexdigest()
