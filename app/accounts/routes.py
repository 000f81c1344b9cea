"""Signing in and out."""

from urllib.parse import urlsplit

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from app.accounts.actions import sign_in_demonstration
from app.accounts.addresses import normalize
from app.accounts.forms import SignInForm
from app.accounts.passwords import check_password
from app.accounts.queries import demonstration_cast, find_account
from app.accounts.signing import begin_session, end_session
from app.core.words import Incomplete
from app.db import write
from app.web.access import public, signed_in
from app.web.answers import refuse
from app.web.clock import now

accounts = Blueprint("accounts", __name__)


@accounts.get("/sign-in")
@public
def sign_in() -> str:
    form = SignInForm(next=request.args.get("next", ""))
    return render_template("accounts/sign_in.html", form=form, cast=_cast())


@accounts.post("/sign-in")
@public
def sign_in_post() -> Response | tuple[str, int]:
    form = SignInForm()
    if form.validate() and (person := _recognize(form.email.data, form.password.data)):
        with write():
            begin_session(person, now())
        return redirect(_own_page(form.next.data), code=303)
    if not form.errors:
        form.password.errors = [_("The address or the password is not right, or not yet confirmed.")]
    return refuse("accounts/sign_in.html", form=form, cast=_cast())


@accounts.post("/sign-out")
@signed_in
def sign_out() -> Response:
    with write():
        end_session(current_user.token)
    flash(_("You have signed out."))
    response = redirect(url_for("consultations.home"), code=303)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@accounts.post("/demonstration/sign-in")
@public
def sign_in_as_cast() -> Response:
    """One click, with the demonstration loaded and never in production mode."""
    if current_app.config["SETTINGS"].production:
        abort(404)
    with write():
        sign_in_demonstration(request.form.get("key", ""), now())
    return redirect(_own_page(request.form.get("next")), code=303)


def _cast() -> list:
    return [] if current_app.config["SETTINGS"].production else demonstration_cast()


def _recognize(email: str, password: str) -> object | None:
    try:
        account = find_account(normalize(email))
    except Incomplete:
        account = None
    right = check_password(password, account.password_hash if account else None)
    return account.person if account and right and account.confirmed_at else None


def _own_page(target: str | None) -> str:
    """A path on this site, or the home page."""
    target = (target or "").strip()
    parts = urlsplit(target)
    own = target.startswith("/") and not parts.scheme and not parts.netloc
    plain = own and not target.startswith(("//", "/\\")) and not any(c in target for c in "\\\r\n\t\0")
    return target if plain else url_for("consultations.home")
