"""The letterhead of a consultation: an institution's own Word file, tried on before it is set."""

from flask import Blueprint, Response, current_app, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.consultations.files import WORD, Upload, judge, store
from app.consultations.gate import Standing, enter, permit
from app.core.acts import Act
from app.core.report.document import Report
from app.core.words import N_, Refusal
from app.db import write
from app.downloads.actions import remove_letterhead, set_letterhead
from app.downloads.forms import LetterheadForm
from app.downloads.queries import letterhead_of
from app.reports.choices import Choices
from app.reports.formats import FORMATS
from app.web.answers import refuse
from app.web.clock import now
from app.web.languages import say

letterheads = Blueprint("letterheads", __name__, url_prefix="/consultations/<slug>")

SAMPLE = Report(lang="en", style="numbered", title="Letterhead", kind="Sample")  # to try a letterhead on


@letterheads.get("/letterhead")
def show(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.LETTERHEAD, consultation)
    return render_template("downloads/letterhead.html", form=LetterheadForm(), **_page(standing))


@letterheads.post("/letterhead")
def change(slug: str) -> Response | tuple[str, int]:
    standing = permit(Act.LETTERHEAD, enter(slug))
    form = LetterheadForm()
    upload = _judged(form) if form.validate() else None
    if upload is None:
        return refuse("downloads/letterhead.html", form=form, **_page(standing))
    store(upload, current_app.config["SETTINGS"].uploads)
    with write():
        consultation = enter(slug)
        standing = permit(Act.LETTERHEAD, consultation)
        set_letterhead(consultation, upload, now(), seat=standing.seat)
    flash(_("The letterhead is set. Word files can be written on it from now on."))
    return redirect(url_for("letterheads.show", slug=slug), code=303)


@letterheads.post("/letterhead/removal")
def take_away(slug: str) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.LETTERHEAD, consultation)
        found = letterhead_of(consultation)
        if found and standing.seat:
            remove_letterhead(found, now(), seat=standing.seat)
    flash(_("The letterhead is removed. Word files are written in the plain manner again."))
    return redirect(url_for("letterheads.show", slug=slug), code=303)


def _page(standing: Standing) -> dict[str, object]:
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
