"""The cast: people in their seats, and a browserless visitor who keeps a session and its token."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy.orm import joinedload
from werkzeug.test import TestResponse

from app.accounts.actions import register
from app.accounts.models import Account, Person, Session
from app.accounts.passwords import hash_password
from app.accounts.queries import account_of
from app.accounts.signing import LASTS, digest
from app.consultations.actions import open_consultation, take_seat
from app.consultations.models import AgendaItem, Consultation, Delegation, Seat
from app.consultations.queries import groups, next_number
from app.core.phases import Phase
from app.core.roles import Role
from app.db import db, write
from app.mail.models import Letter
from app.notifications.actions import remind, tell
from app.notifications.models import Notice
from app.voting.actions import UNDO_SECONDS

CSRF = "a token for tests"


def person(key: str, now: datetime, **more: Any) -> Person:
    """Somebody with a key and a plainly fictional name."""
    someone = Person(key=key, name=more.pop("name", f"{key.title()} Example"), created_at=now, **more)
    db.session.add(someone)
    db.session.flush()
    return someone


def consultation(
    now: datetime, *, title: str = "Name of the cluster", phase: Phase = Phase.OPEN
) -> Consultation:
    """A consultation with one agenda item; its secretariat is the person `secretary`."""
    found = open_consultation(person("secretary", now, may_open=True), title, "Why we meet.", "UTC", now)
    db.session.add(AgendaItem(consultation_id=found.id, number=1, title="Name"))
    found.phase = phase
    db.session.flush()
    return found


def delegation(of: Consultation, name: str, group: str = "civil-society", **more: Any) -> Delegation:
    """A delegation in one of the five usual groups."""
    own = next(g for g in groups(of) if g.key == group)
    number = next_number(Delegation, Delegation.consultation_id == of.id)
    found = Delegation(consultation_id=of.id, number=number, name=name, group_id=own.id, **more)
    db.session.add(found)
    db.session.flush()
    return found


def seat(of: Consultation, key: str, now: datetime, role: Role = Role.PARTICIPANT, **more: Any) -> Seat:
    """A seat for a new person."""
    return take_seat(of, person(key, now), role, now, **more)


@dataclass
class Visitor:
    """Somebody at a browser: follows the rules of the pages, sends the token with every form."""

    client: FlaskClient

    def get(self, address: str, **more: Any) -> TestResponse:
        return self.client.get(address, **{"buffered": True} | more)

    def post(self, address: str, data: dict[str, Any] | None = None, **more: Any) -> TestResponse:
        return self.client.post(address, data={"csrf_token": self.token(), **(data or {})}, **more)

    def hidden(self, address: str, name: str) -> str:
        """What a hidden field of a page carries, as a browser would send it back."""
        found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', self.get(address).text)
        assert found, f"{address} has no field {name}"
        return found[1]

    def token(self) -> str:
        """The CSRF token of this visitor's session."""
        with self.client.session_transaction() as kept:
            kept["csrf_token"] = CSRF
        key = self.client.application.secret_key
        return URLSafeTimedSerializer(key, salt="wtf-csrf-token").dumps(CSRF)


def visitor(app: Flask, key: str | None = None) -> Visitor:
    """A browser, signed in as the person with a key, or as nobody."""
    client = app.test_client()
    if key:
        token = secrets.token_urlsafe(16)
        with app.app_context(), write():
            someone = db.session.query(Person).filter_by(key=key).one()
            begun = someone.created_at
            db.session.add(
                Session(
                    token_digest=digest(token),
                    person_id=someone.id,
                    begun_at=begun,
                    expires_at=begun + 1000 * LASTS,
                )
            )
        with client.session_transaction() as kept:
            kept["_user_id"] = token
            kept["_fresh"] = True
    return Visitor(client)


PASSWORD = "correct horse battery staple"


def account(key: str, email: str, now: datetime, **more: Any) -> Account:
    """Somebody who can sign in with PASSWORD."""
    someone = register(
        email, more.pop("name", f"{key.title()} Example"), "", hash_password(PASSWORD), now, **more
    )
    someone.key = key
    return account_of(someone)


def listen(app: Flask, at: datetime) -> None:
    """The herald goes one round; what was there before the first is never told."""
    with app.app_context():
        remind(at)
        tell(at)


def told(app: Flask, at: datetime, kind: str = "") -> list[Notice]:
    """The notices of a kind, oldest first, once the herald has heard of all that was done by an instant."""
    listen(app, at + timedelta(seconds=UNDO_SECONDS))
    with app.app_context():
        found = db.session.query(Notice).options(joinedload(Notice.person)).order_by(Notice.id).all()
        return [notice for notice in found if kind in ("", notice.kind)]


def letters(app: Flask, occasion: str = "") -> list[Letter]:
    """The letters that wait, oldest first."""
    with app.app_context():
        found = db.session.query(Letter).order_by(Letter.id).all()
        return [letter for letter in found if occasion in ("", letter.occasion)]
