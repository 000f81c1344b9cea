"""Signing in and out, registering, and setting a new password by mail."""

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from app.accounts import actions
from app.accounts.addresses import normalize
from app.accounts.forms import AddressForm, BeginForm, NewPasswordForm, SignInForm
from app.accounts.limits import SIGN_IN, spend
from app.accounts.links import Purpose, unseal
from app.accounts.models import Person
from app.accounts.passwords import check_password, hash_password
from app.accounts.queries import account_by_link, demonstration_cast, find_account
from app.accounts.signing import begin_session, end_session
from app.core.words import Incomplete
from app.db import write
from app.mail.outbox import is_readable
from app.web.access import public, signed_in
from app.web.answers import dead_link, own_path, refuse
from app.web.client import client_network
from app.web.clock import in_the_same_time, now
from app.web.forms import beside
from app.web.languages import choose_language

accounts = Blueprint("accounts", __name__)


@accounts.get("/sign-in")
@public
def sign_in() -> str | Response:
    target = request.args.get("next", "")
    if current_user.is_authenticated:
        return redirect(_onward(target), code=303)
    return render_template("accounts/sign_in.html", form=SignInForm(next=target), cast=_cast())


@accounts.post("/sign-in")
@public
def sign_in_post() -> Response | tuple[str, int]:
    form = SignInForm()
    if form.validate():
        with beside(form):
            _sign_in(form)
            return redirect(_onward(form.next.data), code=303)
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
        actions.sign_in_demonstration(request.form.get("key", ""), now())
    return redirect(_onward(request.form.get("next")), code=303)


@accounts.get("/register")
@public
def ask() -> str:
    return render_template("accounts/register.html", form=AddressForm(next=request.args.get("next", "")))


@accounts.post("/register")
@public
def ask_post() -> Response | tuple[str, int]:
    form = AddressForm()
    if not form.validate():
        return refuse("accounts/register.html", form=form)
    going_to = own_path(form.next.data, "")
    with in_the_same_time(), write():
        actions.ask_to_register(form.email.data, going_to, choose_language(), client_network(), now())
    return redirect(url_for("accounts.mailed"), code=303)


@accounts.get("/register/<token>")
@public
def begin(token: str) -> str | tuple[str, int]:
    content = _registration(token)
    if content is None:
        return dead_link(url_for("accounts.ask"), _("Register again"))
    return render_template("accounts/begin.html", form=BeginForm(), email=content["email"])


@accounts.post("/register/<token>")
@public
def begin_post(token: str) -> Response | tuple[str, int]:
    content = _registration(token)
    if content is None:
        return dead_link(url_for("accounts.ask"), _("Register again"))
    form = BeginForm()
    if not form.accepts(content["email"]):
        return refuse("accounts/begin.html", form=form, email=content["email"])
    password_hash = hash_password(form.password.data)
    with write():
        person = actions.register(
            content["email"],
            form.name.data,
            form.organization.data,
            password_hash,
            now(),
            may_open=content["may_open"],
        )
        begin_session(person, now())
    flash(_("Your account is ready, and you are signed in."))
    return redirect(_onward(content["going_to"]), code=303)


@accounts.get("/mailed")
@public
def mailed() -> str:
    return render_template("accounts/mailed.html", keeps_mail=is_readable())


@accounts.get("/reset")
@public
def forgot() -> str:
    return render_template("accounts/forgot.html", form=AddressForm())


@accounts.post("/reset")
@public
def forgot_post() -> Response | tuple[str, int]:
    form = AddressForm()
    if not form.validate():
        return refuse("accounts/forgot.html", form=form)
    with in_the_same_time(), write():
        actions.ask_to_reset(form.email.data, choose_language(), client_network(), now())
    return redirect(url_for("accounts.mailed"), code=303)


@accounts.get("/reset/<token>")
@public
def reset(token: str) -> str | tuple[str, int]:
    account = account_by_link(Purpose.RESET, token, now())
    if account is None:
        return dead_link(url_for("accounts.forgot"), _("Ask for a new link"))
    return render_template("accounts/reset.html", form=NewPasswordForm(), email=account.email)


@accounts.post("/reset/<token>")
@public
def reset_post(token: str) -> Response | tuple[str, int]:
    account = account_by_link(Purpose.RESET, token, now())
    form = NewPasswordForm()
    if account and not form.accepts(account.email):
        return refuse("accounts/reset.html", form=form, email=account.email)
    password_hash = hash_password(form.password.data or "")
    with write():
        account = account_by_link(Purpose.RESET, token, now())
        if account:
            actions.set_password(account, password_hash, now())
    if account is None:
        return dead_link(url_for("accounts.forgot"), _("Ask for a new link"))
    flash(_("The new password holds, and you are signed in here. All other sessions have ended."))
    return redirect(url_for("consultations.home"), code=303)


def _sign_in(form: SignInForm) -> None:
    """Counts the try, looks whether it is right, signs in; the work is the same whoever asks."""
    client = client_network()
    try:
        email = normalize(form.email.data)
    except Incomplete:
        email = form.email.data.strip().lower()
    with write():
        spend(SIGN_IN, email, client, now())
    account = find_account(email)
    password_hash = account.password_hash if account else None
    if not check_password(form.password.data, password_hash):
        raise Incomplete("password", actions.NOT_RIGHT)
    with write():
        actions.sign_in(email, password_hash, client, now(), remember=form.remember.data)


def _cast() -> list[Person]:
    return [] if current_app.config["SETTINGS"].production else demonstration_cast()


def _onward(target: str | None) -> str:
    return own_path(target, url_for("consultations.home"))


def _registration(token: str) -> dict | None:
    content = unseal(Purpose.REGISTER, token, now())
    return None if content is None or find_account(content["email"]) else content
