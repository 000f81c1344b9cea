"""The rapporteur's desk: the draft beside the record, how it is wanted, and how it would be published."""

from flask import Blueprint, abort, flash, render_template, request
from flask_babel import gettext as _

from app.consultations.gate import enter, permit
from app.consultations.terms import ReportStyle
from app.core.acts import Act
from app.core.report.document import Numbering
from app.core.report.edition import Annex
from app.db import write
from app.drafting.actions import open_desk, set_aside, set_edition, settle, take_up
from app.drafting.desk import lay_desk
from app.drafting.forms import EditionForm, ReasonForm
from app.drafting.page import Answer, back, show_desk
from app.drafting.queries import draft_of, notes
from app.reports.files import file_links
from app.reports.sources import locator
from app.web.answers import UNPROCESSABLE
from app.web.clock import now
from app.web.forms import beside

drafting = Blueprint("drafting", __name__, url_prefix="/consultations/<slug>")


@drafting.get("/draft")
def show(slug: str) -> Answer:
    consultation = enter(slug)
    return show_desk(permit(Act.DRAFT, consultation))


@drafting.get("/draft/preview")
def preview(slug: str) -> str:
    """The report as it would be published now."""
    consultation = enter(slug)
    standing = permit(Act.DRAFT, consultation)
    desk = lay_desk(consultation, now())
    return render_template(
        "drafting/preview.html",
        consultation=consultation,
        standing=standing,
        layout=desk.edition.style,
        files=file_links("downloads.take_draft", slug=slug),
        report=desk.report,
        rests_on=locator(consultation),
    )


@drafting.post("/draft/edition")
def choose_edition(slug: str) -> Answer:
    form = EditionForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.EDIT, consultation)
        if form.validate():
            set_edition(
                open_desk(consultation),
                standing.seat,
                now(),
                style=ReportStyle(form.style.data),
                language=form.language.data,
                numbering=Numbering(form.numbering.data),
                annexes=[Annex(annex) for annex in form.annexes.data],
                quantifiers=form.quantifiers.data,
                word_limit=form.word_limit.data,
            )
    if form.errors:
        return show_desk(standing, UNPROCESSABLE, edition_form=form)
    flash(_("Saved: this is how the report is wanted."))
    return back(standing)


@drafting.post("/draft/record")
def account(slug: str) -> Answer:
    """Sets things on record aside with a reason, or takes one up again."""
    form = ReasonForm()
    consultation = enter(slug)
    permit(Act.EDIT, consultation)
    known = {entry.ref for entry in lay_desk(consultation, now()).dispositions}
    refs = [ref for ref in request.form.getlist("ref") if ref in known]
    again = request.form.get("again", "")
    with beside(form), write():
        consultation = enter(slug)
        standing = permit(Act.EDIT, consultation)
        if again:
            take_up(open_desk(consultation), again, standing.seat, now())
        elif form.validate():
            set_aside(open_desk(consultation), refs, form.reason.data or "", standing.seat, now())
    if form.errors:
        return show_desk(standing, UNPROCESSABLE, record_form=form, ticked=refs)
    return back(standing, anchor="record")


@drafting.post("/draft/notes/<int:number>/settlement")
def settle_note(slug: str, number: int) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.ANNOTATE, consultation)
        draft = draft_of(consultation) or abort(404)
        known = notes(draft)
        if not 1 <= number <= len(known):
            abort(404)
        block = known[number - 1].block
        settle(known[number - 1], draft, standing.seat, now())
    return back(standing, block)
