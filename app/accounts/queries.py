"""Questions about people."""

import sqlalchemy as sa

from app.accounts.models import Account, Person
from app.db import db


def find_account(email: str) -> Account | None:
    """The account with a normalized address."""
    return db.session.scalar(sa.select(Account).where(Account.email == email))


def find_person(key: str) -> Person | None:
    """The person that import files call by a key."""
    return db.session.scalar(sa.select(Person).where(Person.key == key))


DEMONSTRATION_PEOPLE = ("demo-participant", "demo-chair", "demo-rapporteur", "demo-secretariat")


def demonstration_cast() -> list[Person]:
    """The four fictional people as whom one click signs in; empty where the demonstration is not loaded."""
    found = db.session.scalars(sa.select(Person).where(Person.key.in_(DEMONSTRATION_PEOPLE))).all()
    return sorted(found, key=lambda person: DEMONSTRATION_PEOPLE.index(person.key))
