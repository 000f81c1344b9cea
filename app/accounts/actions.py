"""What people do with their accounts."""

import secrets
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from app.accounts.limits import MAIL, SIGN_IN, give_back, spend
from app.accounts.links import Purpose, seal
from app.accounts.models import Account, Person
from app.accounts.queries import demonstration_cast, find_account
from app.accounts.signing import begin_session, end_all_sessions
from app.core.words import N_, Incomplete, Refusal
from app.db import db
from app.ledger.actions import record
from app.mail.actions import forget_letters, post
from app.mail.composition import link

FORMER = N_("Former participant")
NOT_RIGHT = N_("The address or the password is not right.")
NOT_YOURS = N_("This is not your present password.")


def ask_to_register(email: str, going_to: str, language: str, client: str, now: datetime) -> None:
    """Mails a link to register with, or says in the mail that there is an account. The caller cannot tell."""
    spend(MAIL, email, client, now)
    if account := find_account(email):
        post("known", email, account.person.language, now, link=link("accounts.sign_in", next=going_to))
    else:
        post("register", email, language, now, link=registration_link(email, now, going_to=going_to))


def registration_link(email: str, now: datetime, *, going_to: str = "", may_open: bool = False) -> str:
    """The link with which the holder of an address makes an account."""
    token = seal(Purpose.REGISTER, now, email=email, going_to=going_to, may_open=may_open)
    return link("accounts.begin", token=token)


def register(
    email: str, name: str, organization: str, password_hash: str, now: datetime, *, may_open: bool = False
) -> Person:
    """A person with an account, whose address has been shown to be theirs."""
    person = Person(key=_new_key(), name=name, organization=organization, may_open=may_open, created_at=now)
    db.session.add(person)
    db.session.flush()
    db.session.add(
        Account(
            person_id=person.id,
            email=email,
            password_hash=password_hash,
            stamp=_new_stamp(),
            created_at=now,
        )
    )
    try:
        db.session.flush()
    except IntegrityError:
        raise Refusal(N_("There is an account with this address already. Sign in instead.")) from None
    record("register", person, now, person_id=person.id)
    return person


def sign_in(email: str, checked_hash: str, client: str, now: datetime, *, remember: bool = False) -> None:
    """Signs in somebody whose password was right, unless it was changed in that very moment."""
    account = find_account(email)
    if account is None or account.password_hash != checked_hash:
        raise Incomplete("password", NOT_RIGHT)
    give_back(SIGN_IN, email, client)
    begin_session(account.person, now, remember=remember)


def sign_in_demonstration(key: str, now: datetime) -> None:
    """Signs in as one of the demonstration's fictional people."""
    for member in demonstration_cast():
        if member.key == key:
            begin_session(member, now)
            return
    raise Refusal(N_("The demonstration is not loaded here."))


def ask_to_reset(email: str, language: str, client: str, now: datetime) -> None:
    """Mails a link to set a new password, or says in the mail that there is no account."""
    spend(MAIL, email, client, now)
    if account := find_account(email):
        account.stamp = _new_stamp()
        token = seal(Purpose.RESET, now, account=account.id, stamp=account.stamp)
        post("reset", email, account.person.language, now, link=link("accounts.reset", token=token))
    else:
        post("unknown", email, language, now, link=link("accounts.ask"))


def set_password(account: Account, password_hash: str, now: datetime, *, remember: bool = False) -> None:
    """A new password: all sessions end, links in the mail die, this browser begins afresh."""
    account.password_hash = password_hash
    account.stamp = _new_stamp()
    end_all_sessions(account.person)
    begin_session(account.person, now, remember=remember)
    record("change password", account.person, now, person_id=account.person_id)
    post("password", account.email, account.person.language, now, link=link("accounts.forgot"))


def ask_to_change_address(account: Account, email: str, client: str, now: datetime) -> None:
    """Mails a link to the new address; nothing changes until it is used."""
    spend(MAIL, email, client, now)
    account.stamp = _new_stamp()
    language = account.person.language
    if find_account(email):
        post("known", email, language, now, link=link("accounts.sign_in"))
    else:
        token = seal(Purpose.ADDRESS, now, account=account.id, stamp=account.stamp, email=email)
        post("address", email, language, now, link=link("profile.confirm_address", token=token))


def change_address(account: Account, email: str, now: datetime) -> None:
    """The new address holds; the old one is told."""
    former = account.email
    account.email = email
    account.stamp = _new_stamp()
    try:
        db.session.flush()
    except IntegrityError:
        raise Refusal(N_("There is an account with this address already. Sign in instead.")) from None
    record("change address", account.person, now, person_id=account.person_id)
    post("moved", former, account.person.language, now, link=link("accounts.forgot"))


def describe_oneself(person: Person, now: datetime, **profile: str) -> None:
    """Changes what a person says of himself or herself."""
    for name, value in profile.items():
        setattr(person, name, value)
    record("describe oneself", person, now, person_id=person.id)


def appoint(account: Account, now: datetime) -> None:
    """Lets a person open consultations on this installation."""
    account.person.may_open = True
    record("appoint", account.person, now, person_id=account.person_id)


def erase(account: Account, now: datetime) -> None:
    """Forgets who a person was. The record keeps the seats and what was said from them."""
    person = account.person
    forget_letters([account.email])
    end_all_sessions(person)
    db.session.execute(sa.delete(Account).where(Account.id == account.id))
    person.key = _new_key()
    person.name = FORMER
    person.organization = person.country = person.language = person.timezone = ""
    person.may_open = False
    record("erase", person, now, person_id=person.id)


def _new_key() -> str:
    return f"person-{secrets.token_hex(8)}"


def _new_stamp() -> str:
    return secrets.token_hex(16)
