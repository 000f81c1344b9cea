"""A room in which people with addresses sit, and somebody who has told of nothing yet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from flask import Flask

from app.accounts.models import Account, Person
from app.consultations.models import Consultation, Seat
from app.consultations.queries import agenda, find_seat
from app.core.roles import Role
from app.core.telling import Rhythm
from app.core.texts import Form, ProposalKind
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from app.deliberation.models import Position, Proposal
from app.mail.composition import compose
from app.notifications.choices import choose
from tests import cast

PEOPLE = {
    "amina": Role.PARTICIPANT,
    "bo": Role.PARTICIPANT,
    "carla": Role.CHAIR,
    "rafael": Role.RAPPORTEUR,
    "ola": Role.OBSERVER,
}


@dataclass
class Room:
    """One consultation, and what its people do and are told."""

    app: Flask
    begun: datetime

    def does(self, key: str, act: Callable[..., object], at: datetime | None = None) -> None:
        """Lets a person act: `act(seat, at)`."""
        with self.app.app_context(), write():
            act(self.seat(key), at or self.begun)

    def seat(self, key: str) -> Seat:
        return find_seat(self.held, self.person(key))

    def person(self, key: str) -> Person:
        return db.session.query(Person).filter_by(key=key).one()

    @property
    def held(self) -> Consultation:
        return db.session.query(Consultation).one()

    @property
    def proposal(self) -> Proposal:
        return db.session.query(Proposal).order_by(Proposal.id).first()

    @property
    def position(self) -> Position:
        return db.session.query(Position).order_by(Position.id).first()

    def wants(self, key: str, rhythm: Rhythm) -> None:
        with self.app.app_context(), write():
            choose(self.person(key), rhythm)

    def told(self, at: datetime | None = None, kind: str = "") -> list[tuple[str, str]]:
        """Who has been told of what by an instant."""
        found = cast.told(self.app, at or self.begun, kind)
        return [(notice.person.key, notice.kind) for notice in found]

    def mail(self, at: datetime, occasion: str = "") -> dict[str, EmailMessage]:
        """The messages that would leave at an instant, by whom they go to."""
        cast.listen(self.app, at)
        waiting = cast.letters(self.app, occasion)
        with self.app.app_context():
            composed = [(letter.address.partition("@")[0], compose(letter, at)) for letter in waiting]
        return {name: message for name, message in composed if message}


def text_of(message: EmailMessage) -> str:
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n")


@pytest.fixture
def room(app: Flask, now: datetime) -> Room:
    """Amina has put a proposal with one position forward; nobody has been told of anything."""
    with app.app_context(), write():
        held = cast.consultation(now)
        for key, role in PEOPLE.items():
            seat = cast.seat(held, key, now, role)
            address = Account(
                person=seat.person, email=f"{key}@example.org", password_hash="", stamp="", created_at=now
            )
            db.session.add(address)
        amina = find_seat(held, db.session.query(Person).filter_by(key="amina").one())
        item = agenda(held)[0]
        proposal = table_proposal(item, amina, ProposalKind.OPTIONS, "The name", "", now)
        table_position(proposal, amina, "the name should be Forum", Form.CLAUSE, now)
    cast.listen(app, now + timedelta(minutes=1))
    return Room(app, now + timedelta(hours=1))
