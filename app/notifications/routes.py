"""“For you”: what one is told of, and what mail one wants about it."""

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_login import current_user
from werkzeug.wrappers import Response

from app.accounts.links import Purpose, unseal
from app.accounts.models import Person
from app.accounts.queries import account_of, find_person
from app.consultations.models import Consultation
from app.consultations.queries import find_consultation
from app.core.telling import Rhythm
from app.db import write
from app.mail.composition import init_mail
from app.notifications import choices
from app.notifications.entries import read
from app.notifications.forms import MailForm, ReadForm, mail_form
from app.notifications.letters import WRITERS
from app.notifications.queries import PAGE, chosen_by, count_new, notices_to, sits_in
from app.web.access import public, signed_in
from app.web.answers import dead_link, refuse
from app.web.clock import now
from app.web.languages import own_zone
from app.web.origin import csrf

notices = Blueprint("notices", __name__)


def init_notices(app: Flask) -> None:
    """Lets the frame of every page say how much is new, and letters be written as they leave."""
    init_mail(app, WRITERS)
    app.jinja_env.globals["count_new"] = lambda: count_new(current_user.person)


@notices.get("/notices")
@signed_in
def show() -> str:
    start = request.args.get("start", 0, type=int)
    found = notices_to(current_user.person, max(0, min(start, 10**6)))
    return render_template(
        "notifications/notices.html",
        entries=read(found[:PAGE], now(), own_zone()),
        more=start + PAGE if len(found) > PAGE else 0,
        start=start,
    )


@notices.post("/notices/read")
@signed_in
def mark_read() -> Response:
    form = ReadForm()
    with write():
        choices.mark_read(current_user.person, form.key.data or (), now())
    return redirect(url_for("notices.show"), code=303)


@notices.get("/notices/mail")
@signed_in
def choose() -> str:
    return render_template("notifications/mail.html", form=_form(sent=False), **_own())


@notices.post("/notices/mail")
@signed_in
def save_choice() -> Response | tuple[str, int]:
    form = _form(sent=True)
    if not form.validate():
        return refuse("notifications/mail.html", form=form, **_own())
    with write():
        person = current_user.person
        choices.choose(person, Rhythm(form.usual.data))
        for held in sits_in(person):
            choices.choose(person, form.rhythm_in(held), within=held)
    flash(gettext("From now on you get mail as you have chosen."))
    return redirect(url_for("notices.choose"), code=303)


@notices.get("/unsubscribe/<token>")
@public
def unsubscribe(token: str) -> str | tuple[str, int]:
    """Reading stops nothing: programs that look at mail open its links too."""
    told = _told_by(token)
    if told is None:
        return dead_link(url_for("notices.choose"), gettext("Choose what mail you get"))
    return render_template("notifications/unsubscribe.html", consultation=told[1], done=False)


@notices.post("/unsubscribe/<token>")
@csrf.exempt  # mail programs send it in one click (RFC 8058); the token in the address is the proof
@public
def stop(token: str) -> str | tuple[str, int]:
    with write():
        told = _told_by(token)
        if told:
            choices.choose(told[0], Rhythm.NEVER, within=told[1])
    if told is None:
        return dead_link(url_for("notices.choose"), gettext("Choose what mail you get"))
    return render_template("notifications/unsubscribe.html", consultation=told[1], done=True)


def _form(*, sent: bool) -> MailForm:
    return mail_form(sits_in(current_user.person), chosen_by(current_user.person), sent=sent)


def _own() -> dict[str, object]:
    return {"account": account_of(current_user.person)}


def _told_by(token: str) -> tuple[Person, Consultation] | None:
    """To whom a letter went, and about which consultation."""
    content = unseal(Purpose.UNSUBSCRIBE, token, now())
    person = find_person(content["person"]) if content else None
    held = find_consultation(content["consultation"]) if content else None
    return (person, held) if person and held else None
