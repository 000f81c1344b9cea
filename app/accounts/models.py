"""People, to whom the record refers, and their accounts, which can be erased."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Base, UtcDateTime

NAME_LIMIT = 120


class Person(Base):
    """Somebody as the record knows them; `key` is what import files call them."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(60), unique=True)
    name: Mapped[str] = mapped_column(sa.String(NAME_LIMIT))
    organization: Mapped[str] = mapped_column(sa.String(200), default="")
    country: Mapped[str] = mapped_column(sa.String(80), default="")
    language: Mapped[str] = mapped_column(sa.String(10), default="")  # of the interface; empty: the browser's
    timezone: Mapped[str] = mapped_column(sa.String(60), default="")  # IANA name; empty: UTC
    may_open: Mapped[bool] = mapped_column(default=False)  # may create consultations
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Account(Base):
    """How a person signs in. It begins with a link from a letter, so the address is known to be theirs."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), unique=True)
    email: Mapped[str] = mapped_column(sa.String(254), unique=True)  # normalized
    password_hash: Mapped[str] = mapped_column(sa.String(200))
    stamp: Mapped[str] = mapped_column(sa.String(32))  # mailed links carry it; renewed when they must die
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    person: Mapped[Person] = relationship()


class Session(Base):
    """A signed-in browser; deleting the row signs it out, wherever its cookie was copied to."""

    __tablename__ = "session"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_digest: Mapped[str] = mapped_column(sa.String(64), unique=True)  # SHA-256 of the cookie's token
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    begun_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)

    person: Mapped[Person] = relationship()


class Attempts(Base):
    """How often something was tried from one place or for one address, until the count starts afresh."""

    __tablename__ = "attempts"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(64), unique=True)  # a digest: nobody's address is kept here
    count: Mapped[int] = mapped_column()
    resets_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
