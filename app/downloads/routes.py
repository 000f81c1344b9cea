"""A file of a report as one chooses it: at once where it is short, else written by the clerk and fetched."""

import secrets

import msgspec
from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from app.consultations.files import WORD, Upload, judge, store
from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.core.acts import Act
from app.core.report.document import Report
from app.core.words import N_, Refusal
from app.db import write
from app.downloads.actions import ask_for, path_of, remove_letterhead, set_letterhead
from app.downloads.forms import LetterheadForm, WishForm
from app.downloads.fulfilment import told, write_file
from app.downloads.models import Download
from app.downloads.queries import downloads_of, find_download, letterhead_of
from app.downloads.terms import STEPS, DownloadState
from app.downloads.wishes import Wish
from app.publication.queries import published
from app.reports.choices import Choices
from app.reports.files import is_long, send_attachment
from app.reports.formats import FORMATS
from app.web.answers import is_htmx, refuse
from app.web.clock import now
from app.web.languages import say

downloads = Blueprint("downloads", __name__, url_prefix="/consultations/<slug>")

SAMPLE = Report(lang="en", style="numbered", title="Letterhead", kind="Sample")  # to try a letterhead on


@downloads.get("/report/<int:version>/files")
def choose(slug: str, version: int) -> str:
    standing = permit(Act.READ, enter(slug))
    return render_template(
        "downloads/choose.html", form=_form(standing, version), **_choice(standing, version)
    )


@downloads.get("/draft/files")
def choose_draft(slug: str) -> str:
    standing = permit(Act.DRAFT, enter(slug))
    return render_template("downloads/choose.html", form=_form(standing, 0), **_choice(standing, 0))


@downloads.get("/report/<int:version>/file")
def file(slug: str, version: int) -> Response | str | tuple[str, int]:
    return _answer(permit(Act.READ, enter(slug)), version)


@downloads.get("/draft/file")
def draft_file(slug: str) -> Response | str | tuple[str, int]:
    return _answer(permit(Act.DRAFT, enter(slug)), 0)


@downloads.post("/report/<int:version>/file")
def ask(slug: str, version: int) -> Response | tuple[str, int]:
    with write():
        standing = permit(Act.READ, enter(slug))
        return _asked(standing, version)


@downloads.post("/draft/file")
def ask_draft(slug: str) -> Response | tuple[str, int]:
    with write():
        standing = permit(Act.DRAFT, enter(slug))
        return _asked(standing, 0)


@downloads.get("/files/<key>")
def show(slug: str, key: str) -> str:
    """How far a file has come; htmx asks again by itself, everybody else by a link."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _found(standing, key)
    template = "downloads/_progress.html" if is_htmx() else "downloads/progress.html"
    return render_template(template, consultation=consultation, standing=standing, **_progress(found))


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


@downloads.get("/letterhead")
def letterhead(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.LETTERHEAD, consultation)
    return render_template("downloads/letterhead.html", form=LetterheadForm(), **_letterhead(standing))


@downloads.post("/letterhead")
def change_letterhead(slug: str) -> Response | tuple[str, int]:
    standing = permit(Act.LETTERHEAD, enter(slug))
    form = LetterheadForm()
    upload = _judged(form) if form.validate() else None
    if upload is None:
        return refuse("downloads/letterhead.html", form=form, **_letterhead(standing))
    store(upload, current_app.config["SETTINGS"].uploads)
    with write():
        consultation = enter(slug)
        standing = permit(Act.LETTERHEAD, consultation)
        set_letterhead(consultation, upload, now(), seat=standing.seat)
    flash(_("The letterhead is set. Word files can be written on it from now on."))
    return redirect(url_for("downloads.letterhead", slug=slug), code=303)


@downloads.post("/letterhead/removal")
def take_letterhead_away(slug: str) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.LETTERHEAD, consultation)
        found = letterhead_of(consultation)
        if found and standing.seat:
            remove_letterhead(found, now(), seat=standing.seat)
    flash(_("The letterhead is removed. Word files are written in the plain manner again."))
    return redirect(url_for("downloads.letterhead", slug=slug), code=303)


def _answer(standing: Standing, version: int) -> Response | str | tuple[str, int]:
    """The file itself where it is short; else the page that offers to have it written."""
    form = _form(standing, version)
    if not form.validate():
        return refuse("downloads/choose.html", form=form, **_choice(standing, version))
    consultation = standing.consultation
    wish = form.wish(version, letterhead_of(consultation))
    try:
        report, record = told(consultation, wish, now())
        if is_long(report, FORMATS[wish.form]):
            return render_template("downloads/long.html", asked=request.args, **_choice(standing, version))
        written = write_file(consultation, wish, report, record, current_app.config["SETTINGS"].uploads)
    except Refusal as refusal:
        form.form.errors = [*form.form.errors, say(refusal.sentence)]
        return refuse("downloads/choose.html", form=form, **_choice(standing, version))
    return send_attachment(_name(consultation.slug, wish), FORMATS[wish.form].media_type, written)


def _asked(standing: Standing, version: int) -> Response | tuple[str, int]:
    form = _form(standing, version)
    if not form.validate():
        return refuse("downloads/choose.html", form=form, **_choice(standing, version))
    consultation = standing.consultation
    wish = form.wish(version, letterhead_of(consultation))
    on = _version_digest(consultation, version) or f"{now().isoformat()} {secrets.token_hex(16)}"
    person = current_user if current_user.is_authenticated else None
    key = wish.key(consultation.slug, on)
    ask_for(consultation, wish, key, now(), person=person, language=str(get_locale()))
    return redirect(url_for("downloads.show", slug=consultation.slug, key=key), code=303)


def _version_digest(consultation: Consultation, number: int) -> str:
    """The digest of a version; empty for the draft, which changes."""
    versions = published(consultation)
    if number and number not in {version.version for version in versions}:
        abort(404)
    return next((version.digest for version in versions if version.version == number), "")


def _form(standing: Standing, version: int) -> WishForm:
    consultation = standing.consultation
    _version_digest(consultation, version)
    earlier = [v.version for v in published(consultation) if not version or v.version < version]
    return WishForm(request.values).offer(earlier, letterhead_of(consultation))


def _choice(standing: Standing, version: int) -> dict[str, object]:
    consultation = standing.consultation
    slug = consultation.slug
    person = current_user if current_user.is_authenticated else None
    draft = not version
    return {
        "consultation": consultation,
        "standing": standing,
        "version": version,
        "to": url_for("downloads.draft_file", slug=slug)
        if draft
        else url_for("downloads.file", slug=slug, version=version),
        "again": url_for("downloads.choose_draft", slug=slug)
        if draft
        else url_for("downloads.choose", slug=slug, version=version),
        "letterhead": letterhead_of(consultation),
        "mine": [_progress(d) for d in downloads_of(person, consultation)] if person else [],
    }


def _progress(download: Download) -> dict[str, object]:
    wish = msgspec.convert(download.wish, Wish)
    return {
        "download": download,
        "wish": wish,
        "label": FORMATS[wish.form].label,
        "step": STEPS[min(download.steps_done, len(STEPS) - 1)],
        "steps": len(STEPS) - 1,
        "done": download.state in (DownloadState.READY, DownloadState.FAILED),
    }


def _found(standing: Standing, key: str) -> Download:
    """The download under a key; a file of the draft only for those who may see the draft."""
    found = find_download(key, standing.consultation)
    if found is None or (not found.wish["version"] and not standing.may(Act.DRAFT)):
        abort(404)
    return found


def _name(slug: str, wish: Wish) -> str:
    what = f"report-{wish.version}" if wish.version else "draft"
    return f"{slug}-{what}.{FORMATS[wish.form].extension}"


def _letterhead(standing: Standing) -> dict[str, object]:
    return {
        "consultation": standing.consultation,
        "standing": standing,
        "letterhead": letterhead_of(standing.consultation),
    }


def _judged(form: LetterheadForm) -> Upload | None:
    """The letterhead that was sent, once a report could be written into it; None with the reason said."""
    sent = form.file.data
    try:
        upload = judge(sent.filename or "", sent.read())
        if upload.media_type != WORD:
            raise Refusal(N_("A letterhead is a Word file (.docx). Save yours as one and send that."))
        FORMATS["docx"].render(SAMPLE, Choices(letterhead=upload.content))
    except Refusal as refusal:
        form.file.errors = [*form.file.errors, say(refusal.sentence)]
        return None
    return upload
