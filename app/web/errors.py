"""Errors say what happened, what was kept and what to do; there are no dead ends."""

from collections.abc import Sequence

from flask import Flask, render_template, request
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from werkzeug.exceptions import HTTPException

from app.core.words import Refusal, TooMany, Untimely
from app.db import db
from app.web.answers import is_htmx
from app.web.languages import say
from app.web.typed import tidy

Answer = tuple[str, int, dict[str, str]]

PAGES = {
    400: (_l("This request could not be accepted."), _l("Go back, reload the page and send it again.")),
    401: (_l("Please sign in."), _l("Sign in and come back to this page.")),
    403: (_l("This is not open to you."), _l("Ask the secretariat of the consultation for the right role.")),
    404: (
        _l("There is no such page, or you may not see it."),
        _l("Check the address, or sign in if you have a seat in the consultation."),
    ),
    405: (_l("This address does not take that kind of request."), _l("Go back and use the buttons.")),
    409: (_l("Somebody was faster."), _l("Reload the page to see what has changed, then try again.")),
    413: (_l("This is too large."), _l("Send a smaller file or a shorter text.")),
    422: (_l("Something is missing."), _l("Go back and complete the form.")),
    429: (_l("Too many attempts."), _l("Nothing was changed and nothing was sent. Wait, then try again.")),
    500: (_l("Something went wrong on our side."), _l("Nothing was changed. Try again in a moment.")),
    503: (_l("The service is busy."), _l("Nothing was changed. Try again in a moment.")),
}


def init_errors(app: Flask) -> None:
    """Gives every error its page."""

    @app.errorhandler(Refusal)
    def show_refusal(refusal: Refusal) -> Answer:
        db.session.rollback()
        return _page(403, say(refusal.sentence), kept=_typed())

    @app.errorhandler(Untimely)
    def show_conflict(refusal: Untimely) -> Answer:
        db.session.rollback()
        return _page(409, say(refusal.sentence), kept=_typed())

    @app.errorhandler(TooMany)
    def show_patience(refusal: TooMany) -> Answer:
        db.session.rollback()
        page, code, headers = _page(429, say(refusal.sentence), kept=_typed())
        return page, code, headers | {"Retry-After": str(refusal.minutes * 60)}

    @app.errorhandler(HTTPException)
    def show_error(error: HTTPException) -> Answer | HTTPException:
        if error.code is None or error.code < 400:
            return error
        return _page(error.code)

    @app.errorhandler(Exception)
    def show_failure(error: Exception) -> Answer:
        if app.testing or app.debug:
            raise error
        db.session.rollback()
        app.logger.error("failed: %s %s", request.method, request.path, exc_info=error)
        return _page(500)


def _page(code: int, reason: str | None = None, kept: Sequence[str] = ()) -> Answer:
    """The page of an error; htmx gets a notice beside the form, in which all that was typed still stands."""
    what, todo = PAGES.get(code, PAGES[500])
    if code == 403 and not current_user.is_authenticated:
        todo = PAGES[401][1]
    elif code == 404 and current_user.is_authenticated:
        todo = _l("Check the address, or ask whoever sent it to you.")
    elif reason:
        todo = ""  # a refusal says itself what to do
    if is_htmx():
        notice = render_template("_refusal.html", what=reason or what, todo=todo)
        return notice, code, {"HX-Reswap": "beforebegin"}
    return render_template("error.html", code=code, what=reason or what, todo=todo, kept=kept), code, {}


def _typed() -> list[str]:
    """What somebody wrote in a form that is refused: texts, not choices and never a password."""
    return [
        tidy(value)
        for name, value in request.form.items()
        if "password" not in name and name != "csrf_token" and len(value.split()) > 1
    ]
