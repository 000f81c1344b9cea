"""Signing in: a random token in the cookie, its digest in the database; deleting the row signs out."""

import hashlib
import secrets
from datetime import datetime, timedelta

import sqlalchemy as sa
from flask import Flask, Response, redirect, request, session, url_for
from flask_login import LoginManager, UserMixin, login_user, logout_user
from sqlalchemy.orm import joinedload

from app.accounts.models import Person, Session
from app.db import db
from app.web.answers import is_htmx
from app.web.clock import now

LASTS = timedelta(days=30)
LASTS_FORGOTTEN = timedelta(hours=12)

login_manager = LoginManager()


class SignedIn(UserMixin):
    """The person of a request; every attribute of the person is at hand."""

    def __init__(self, person: Person, token: str) -> None:
        self.person = person
        self.token = token

    def get_id(self) -> str:
        return self.token

    def __getattr__(self, name: str) -> object:
        if name == "person":  # not yet there: a copy is being made
            raise AttributeError(name)
        return getattr(self.person, name)


def init_signing(app: Flask) -> None:
    """Teaches the application who is who."""
    app.config["PERMANENT_SESSION_LIFETIME"] = LASTS
    app.config["SESSION_REFRESH_EACH_REQUEST"] = False  # an answer that was on its way must not sign in again
    login_manager.init_app(app)
    login_manager.session_protection = None  # the token is the protection; addresses change on phones
    login_manager.user_loader(_load)
    login_manager.unauthorized_handler(_ask_to_sign_in)


def begin_session(person: Person, at: datetime, *, remember: bool = False) -> None:
    """Signs a person in on this browser, under a new token and an empty cookie.

    Unless it is remembered, the cookie goes when the browser is closed and dies within the day.
    """
    _empty_cookie()
    session.permanent = remember
    token = secrets.token_urlsafe(32)
    expires_at = at + (LASTS if remember else LASTS_FORGOTTEN)
    db.session.execute(sa.delete(Session).where(Session.expires_at <= at))
    db.session.add(
        Session(token_digest=digest(token), person_id=person.id, begun_at=at, expires_at=expires_at)
    )
    db.session.flush()
    login_user(SignedIn(person, token))


def end_session(token: str) -> None:
    """Signs this browser out, and every copy of its cookie."""
    db.session.execute(sa.delete(Session).where(Session.token_digest == digest(token)))
    logout_user()
    _empty_cookie()


def end_all_sessions(person: Person) -> None:
    """Signs a person out everywhere."""
    db.session.execute(sa.delete(Session).where(Session.person_id == person.id))


def digest(token: str) -> str:
    """What is kept of a secret token."""
    return hashlib.sha256(token.encode()).hexdigest()


def _empty_cookie() -> None:
    """Nothing stays but the language, which belongs to whoever sits there."""
    language = session.get("language")
    session.clear()
    if language:
        session["language"] = language


def _load(token: str) -> SignedIn | None:
    found = db.session.scalar(
        sa.select(Session)
        .options(joinedload(Session.person))
        .where(Session.token_digest == digest(token), Session.expires_at > now())
    )
    return SignedIn(found.person, token) if found else None


def _ask_to_sign_in() -> Response:
    """A page asks to sign in and comes back; htmx is told to load that page."""
    back = request.full_path.rstrip("?") if request.method == "GET" else request.referrer or "/"
    target = url_for("accounts.sign_in", next=back.removeprefix(request.host_url.rstrip("/")))
    if is_htmx():
        return Response(status=401, headers={"HX-Redirect": target})
    return redirect(target, code=303)
