"""The outbox as pages: for a demonstration, and never in production mode."""

from flask import Blueprint, abort, render_template

from app.mail.outbox import find_message, is_readable, kept_messages
from app.web.access import public

mail = Blueprint("mail", __name__)


@mail.before_request
def stay_home() -> None:
    """These pages show everybody's links, so they are only for a machine of one's own."""
    if not is_readable():
        abort(404)


@mail.get("/outbox")
@public
def outbox() -> str:
    return render_template("mail/outbox.html", messages=kept_messages())


@mail.get("/outbox/<name>")
@public
def letter(name: str) -> str:
    return render_template("mail/letter.html", kept=find_message(name) or abort(404))
