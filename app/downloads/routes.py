"""A file of a report as one chooses it: at once where it is short, else written by the clerk and fetched."""

import secrets
from itertools import takewhile
from pathlib import Path
from typing import Any

import msgspec
from flask import Blueprint, Response, abort, current_app, redirect, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.core.acts import Act
from app.core.words import Refusal
from app.db import write
from app.downloads.actions import ask_for, path_of
from app.downloads.forms import WishForm
from app.downloads.fulfilment import write_file
from app.downloads.models import Download
from app.downloads.queries import downloads_of, find_download, letterhead_of
from app.downloads.terms import STEPS, DownloadState
from app.downloads.wishes import Wish
from app.publication.states import (
    NOW,
    file_part,
    key_of,
    name_of,
    page_of,
    place_of,
    sealed_states,
    state_at,
    title_of,
)
from app.reports.files import is_long, send_attachment
from app.reports.formats import BY_EXTENSION, FORMATS
from app.web.answers import is_htmx, refuse
from app.web.clock import now
from app.web.languages import say

downloads = Blueprint("downloads", __name__, url_prefix="/consultations/<slug>")

VERSION = "/report/<int(min=1):version>"
CIRCULATED = "/report/drafts/<int(min=1):number>"
DRAFT = "/draft"
Page = Response | str | tuple[str, int]


@downloads.get(f"{VERSION}.<extension>")
@downloads.get(f"{CIRCULATED}.<extension>")
def take(slug: str, extension: str, version: int = 0, number: int = 0) -> Response:
    """A file as it is without choices."""
    return _taken(permit(Act.READ, enter(slug)), key_of(version=version, number=number), extension)


@downloads.get(f"{DRAFT}.<extension>")
def take_draft(slug: str, extension: str) -> Response:
    return _taken(permit(Act.DRAFT, enter(slug)), NOW, extension)


@downloads.get(f"{VERSION}/files")
@downloads.get(f"{CIRCULATED}/files")
def choose(slug: str, version: int = 0, number: int = 0) -> str:
    return _chosen(permit(Act.READ, enter(slug)), key_of(version=version, number=number))


@downloads.get(f"{DRAFT}/files")
def choose_draft(slug: str) -> str:
    return _chosen(permit(Act.DRAFT, enter(slug)), NOW)


@downloads.get(f"{VERSION}/file")
@downloads.get(f"{CIRCULATED}/file")
def file(slug: str, version: int = 0, number: int = 0) -> Page:
    return _answer(permit(Act.READ, enter(slug)), key_of(version=version, number=number))


@downloads.get(f"{DRAFT}/file")
def file_draft(slug: str) -> Page:
    return _answer(permit(Act.DRAFT, enter(slug)), NOW)


@downloads.post(f"{VERSION}/file")
@downloads.post(f"{CIRCULATED}/file")
def ask(slug: str, version: int = 0, number: int = 0) -> Page:
    with write():
        return _asked(permit(Act.READ, enter(slug)), key_of(version=version, number=number))


@downloads.post(f"{DRAFT}/file")
def ask_draft(slug: str) -> Page:
    with write():
        return _asked(permit(Act.DRAFT, enter(slug)), NOW)


@downloads.get("/files/<key>")
def show(slug: str, key: str) -> str:
    """How far a file has come; htmx asks again by itself, everybody else by a link."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _found(standing, key)
    template = "downloads/_progress.html" if is_htmx() else "downloads/progress.html"
    shown = _progress(found)
    return render_template(template, **_of_state(standing, shown["wish"].state), **shown)


@downloads.get("/files/<key>/file")
def fetch(slug: str, key: str) -> Response:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _found(standing, key)
    path = path_of(found)
    if found.state is not DownloadState.READY or not path.is_file():
        abort(404)
    wish = msgspec.convert(found.wish, Wish)
    return send_attachment(_name(slug, wish), FORMATS[wish.form].media_type, path.read_bytes())


def _taken(standing: Standing, key: str, extension: str) -> Response:
    """The file; where it is long, the way to have it written."""
    consultation = standing.consultation
    wish = Wish(form=BY_EXTENSION.get(extension) or abort(404), state=key)
    state = state_at(consultation, key, now()) or abort(404)
    if is_long(state.report, FORMATS[wish.form]):
        return redirect(_address("file", consultation, key, form=wish.form))
    return _sent(consultation, wish, write_file(consultation, wish, state, _uploads()))


def _chosen(standing: Standing, key: str) -> str:
    return render_template("downloads/choose.html", form=_form(standing, key), **_choice(standing, key))


def _answer(standing: Standing, key: str) -> Page:
    """The file itself where it is short; else the page that offers to have it written."""
    form = _form(standing, key)
    if not form.validate():
        return refuse("downloads/choose.html", form=form, **_choice(standing, key))
    consultation = standing.consultation
    wish = form.wish(key, letterhead_of(consultation))
    state = state_at(consultation, key, now()) or abort(404)
    try:
        if is_long(state.report, FORMATS[wish.form]):
            return render_template("downloads/long.html", asked=request.args, **_choice(standing, key))
        written = write_file(consultation, wish, state, _uploads())
    except Refusal as refusal:
        form.form.errors = [*form.form.errors, say(refusal.sentence)]
        return refuse("downloads/choose.html", form=form, **_choice(standing, key))
    return _sent(consultation, wish, written)


def _asked(standing: Standing, key: str) -> Page:
    form = _form(standing, key)
    if not form.validate():
        return refuse("downloads/choose.html", form=form, **_choice(standing, key))
    consultation = standing.consultation
    wish = form.wish(key, letterhead_of(consultation))
    sealed = sealed_states(consultation).get(key)  # none of the draft, which changes
    on = sealed.digest if sealed else f"{now().isoformat()} {secrets.token_hex(16)}"
    person = current_user if current_user.is_authenticated else None
    name = wish.key(consultation.slug, on)
    ask_for(consultation, wish, name, now(), person=person, language=str(get_locale()))
    return redirect(url_for("downloads.show", slug=consultation.slug, key=name), code=303)


def _form(standing: Standing, key: str) -> WishForm:
    """What can be chosen of a state, also against which earlier ones; 404 where there is no such state."""
    consultation = standing.consultation
    states = sealed_states(consultation)
    if key not in {*states, NOW}:
        abort(404)
    earlier = takewhile(lambda each: each != key, states)
    names = {each: name_of(states[each]) for each in earlier}
    return WishForm(request.values).offer(names, letterhead_of(consultation))


def _choice(standing: Standing, key: str) -> dict[str, object]:
    consultation = standing.consultation
    person = current_user if current_user.is_authenticated else None
    return {
        **_of_state(standing, key),
        "to": _address("file", consultation, key),
        "letterhead": letterhead_of(consultation),
        "mine": [_progress(d) for d in downloads_of(person, consultation)] if person else [],
    }


def _of_state(standing: Standing, key: str) -> dict[str, object]:
    consultation = standing.consultation
    return {
        "consultation": consultation,
        "standing": standing,
        "title": title_of(key),
        "page_url": page_of(key, consultation.slug),
        "again": _address("choose", consultation, key),
    }


def _address(what: str, consultation: Consultation, key: str, **more: str) -> str:
    endpoint = f"downloads.{what}_draft" if key == NOW else f"downloads.{what}"
    return url_for(endpoint, slug=consultation.slug, **place_of(key), **more)


def _uploads() -> Path:
    return current_app.config["SETTINGS"].uploads


def _sent(consultation: Consultation, wish: Wish, written: str | bytes) -> Response:
    return send_attachment(_name(consultation.slug, wish), FORMATS[wish.form].media_type, written)


def _progress(download: Download) -> dict[str, Any]:
    wish = msgspec.convert(download.wish, Wish)
    return {
        "download": download,
        "wish": wish,
        "of": _("The draft") if wish.state == NOW else title_of(wish.state),
        "label": FORMATS[wish.form].label,
        "step": STEPS[min(download.steps_done, len(STEPS) - 1)],
        "steps": len(STEPS) - 1,
        "done": download.state in (DownloadState.READY, DownloadState.FAILED),
    }


def _found(standing: Standing, key: str) -> Download:
    """The download under a key; a file of the draft only for those who may see the draft."""
    found = find_download(key, standing.consultation)
    if found is None or (found.wish["state"] == NOW and not standing.may(Act.DRAFT)):
        abort(404)
    return found


def _name(slug: str, wish: Wish) -> str:
    return f"{slug}-{file_part(wish.state)}.{FORMATS[wish.form].extension}"
