"""Questions about people."""

from datetime import datetime

import sqlalchemy as sa

from app.accounts.links import Purpose, unseal
from app.accounts.models import Account, Person
from app.db import db, is_writing

DEMONSTRATION_PEOPLE = ("demo-participant", "demo-chair", "demo-rapporteur", "demo-secretariat")


def find_account(email: str) -> Account | None:
    """The account with a normalized address; locked within a write."""
    return db.session.scalar(_locked(sa.select(Account).where(Account.email == email)))


def account_of(person: Person) -> Account | None:
    """How a person signs in; nobody signs in as most of the demonstration's cast. Locked within a write."""
    return db.session.scalar(_locked(sa.select(Account).where(Account.person_id == person.id)))


def account_by_link(purpose: Purpose, token: str, now: datetime) -> Account | None:
    """The account for which a link was mailed, as long as the link lives; locked within a write."""
    content = unseal(purpose, token, now) or {}
    account = db.session.scalar(_locked(sa.select(Account).where(Account.id == content.get("account", -1))))
    return account if account and account.stamp == content["stamp"] else None


def find_person(key: str) -> Person | None:
    """The person that import files call by a key."""
    return db.session.scalar(sa.select(Person).where(Person.key == key))


def demonstration_cast() -> list[Person]:
    """The four fictional people as whom one click signs in; empty where the demonstration is not loaded."""
    found = db.session.scalars(sa.select(Person).where(Person.key.in_(DEMONSTRATION_PEOPLE))).all()
    return sorted(found, key=lambda person: DEMONSTRATION_PEOPLE.index(person.key))


def is_uninhabited() -> bool:
    """Whether nobody can sign in here yet."""
    return not db.session.scalar(sa.select(sa.exists().select_from(Account))) and not demonstration_cast()


def _locked(query: sa.Select) -> sa.Select:
    """The row as it is now, held until the act is done, so that of two uses of one link the second fails."""
    return query.with_for_update().execution_options(populate_existing=True) if is_writing() else query
