"""A person's own pages: profile, password, address, farewell."""

from flask import Blueprint, abort, flash, redirect, render_template, session, url_for
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from app.accounts import actions
from app.accounts.forms import ChangeAddressForm, ChangePasswordForm, EraseForm, ProfileForm
from app.accounts.limits import SIGN_IN, spend
from app.accounts.links import Purpose, unseal
from app.accounts.models import Account
from app.accounts.passwords import check_password, hash_password
from app.accounts.queries import account_by_link, account_of
from app.accounts.signing import end_session
from app.consultations.invitations import forget_address
from app.consultations.seats import leave_offices, sole_secretary_of
from app.core.words import Incomplete
from app.db import write
from app.notifications.choices import forget_told
from app.voting.voices import lay_down_own
from app.web.access import signed_in
from app.web.answers import dead_link, refuse
from app.web.client import client_network
from app.web.clock import in_the_same_time, now
from app.web.forms import beside

profile = Blueprint("profile", __name__, url_prefix="/profile")


@profile.get("")
@signed_in
def show() -> str:
    form = ProfileForm(obj=current_user.person)
    return render_template("accounts/profile.html", form=form, account=account_of(current_user.person))


@profile.post("")
@signed_in
def describe() -> Response | tuple[str, int]:
    form = ProfileForm()
    if not form.validate():
        return refuse("accounts/profile.html", form=form, account=account_of(current_user.person))
    with write():
        actions.describe_oneself(
            current_user.person,
            now(),
            **{name: form[name].data for name in ("name", "organization", "country", "language", "timezone")},
        )
    session.pop("language", None)  # what was chosen for a while gives way to what was chosen for good
    flash(_("Your profile has been saved."))
    return redirect(url_for("profile.show"), code=303)


@profile.get("/password")
@signed_in
def password() -> str:
    return render_template("accounts/password.html", form=ChangePasswordForm(), account=_own_account())


@profile.post("/password")
@signed_in
def change_password() -> Response | tuple[str, int]:
    form, account = ChangePasswordForm(), _own_account()
    if not form.accepts(account.email) or not _is_owner(form, account):
        return refuse("accounts/password.html", form=form, account=account)
    password_hash = hash_password(form.password.data)
    with write():
        actions.set_password(_own_account(), password_hash, now(), remember=session.permanent)
    flash(_("The new password holds. All other sessions have ended."))
    return redirect(url_for("profile.show"), code=303)


@profile.get("/address")
@signed_in
def address() -> str:
    return render_template("accounts/address.html", form=ChangeAddressForm(), account=_own_account())


@profile.post("/address")
@signed_in
def ask_to_change_address() -> Response | tuple[str, int]:
    form, account = ChangeAddressForm(), _own_account()
    if not form.validate() or not _is_owner(form, account):
        return refuse("accounts/address.html", form=form, account=account)
    with in_the_same_time(), write():
        actions.ask_to_change_address(_own_account(), form.email.data, client_network(), now())
    return redirect(url_for("accounts.mailed"), code=303)


@profile.get("/address/<token>")
@signed_in
def confirm_address(token: str) -> str | tuple[str, int]:
    email = _address_of(token)
    if email is None:
        return dead_link(url_for("profile.address"), _("Ask for a new link"))
    return render_template("accounts/confirm_address.html", email=email, account=_own_account())


@profile.post("/address/<token>")
@signed_in
def change_address(token: str) -> Response | tuple[str, int]:
    with write():
        email = _address_of(token)
        if email:
            actions.change_address(_own_account(), email, now())
    if email is None:
        return dead_link(url_for("profile.address"), _("Ask for a new link"))
    flash(_("From now on you sign in with %(address)s.", address=email))
    return redirect(url_for("profile.show"), code=303)


@profile.get("/farewell")
@signed_in
def farewell() -> str:
    return render_template("accounts/farewell.html", form=EraseForm(), **_leaving())


@profile.post("/farewell")
@signed_in
def erase() -> Response | tuple[str, int]:
    form, account = EraseForm(), _own_account()
    if not form.validate() or not _is_owner(form, account):
        return refuse("accounts/farewell.html", form=form, **_leaving())
    with write():
        if sole_secretary_of(current_user.person):
            return refuse("accounts/farewell.html", form=form, **_leaving())
        account = _own_account()
        forget_address(account.email, now())
        leave_offices(current_user.person, now())
        lay_down_own(current_user.person, now())
        forget_told(current_user.person)
        actions.erase(account, now())
        end_session(current_user.token)
    flash(_("Your account has been erased. Thank you for taking part."))
    return redirect(url_for("consultations.home"), code=303)


def _leaving() -> dict[str, object]:
    """Who would go, and the consultations that nobody else could run."""
    return {"account": _own_account(), "held_by": sole_secretary_of(current_user.person)}


def _own_account() -> Account:
    """The account of who is here; 404 for the demonstration's cast, who have none."""
    return account_of(current_user.person) or abort(404)


def _is_owner(form: FlaskForm, account: Account) -> bool:
    """Whether the present password is right; guesses are counted like any others."""
    with write():
        spend(SIGN_IN, account.email, client_network(), now())
    with beside(form):
        if not check_password(form.current_password.data, account.password_hash):
            raise Incomplete("current_password", actions.NOT_YOURS)
    return not form.errors


def _address_of(token: str) -> str | None:
    """The new address that a link confirms, if it is the reader's own link."""
    account = account_by_link(Purpose.ADDRESS, token, now())
    if account is None or account.person_id != current_user.id:
        return None
    return unseal(Purpose.ADDRESS, token, now())["email"]
