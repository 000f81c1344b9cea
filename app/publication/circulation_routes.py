"""A draft goes round: its circulation, its page, its files, more time for it."""

from collections import Counter
from datetime import datetime, timedelta

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.consultations.queries import find_part
from app.core.acts import Act
from app.core.report.adoption import correctable, places
from app.core.report.document import Report
from app.core.report.seal import unseal
from app.core.zones import to_instant, to_local
from app.db import write
from app.publication.actions import circulate, extend
from app.publication.forms import CirculationForm, ExtensionForm
from app.publication.models import Circulation
from app.publication.queries import circulations, corrections, extensions, in_circulation
from app.reports.files import file_links, send_attachment
from app.reports.sources import locator
from app.web.answers import refuse
from app.web.clock import now
from app.web.forms import beside

circulating = Blueprint("circulating", __name__, url_prefix="/consultations/<slug>")

USUAL_TIME = timedelta(days=7)
MORE_TIME = timedelta(days=2)
DRAFT = "/report/drafts/<int:number>"


@circulating.get("/circulate")
def confirm(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.CIRCULATE, consultation)
    form = CirculationForm(formdata=None, closes_at=_later(now(), USUAL_TIME, consultation))
    return render_template("publication/circulate.html", **_circulate_page(standing, form))


@circulating.post("/circulate")
def send_round(slug: str) -> Response | tuple[str, int]:
    form = CirculationForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.CIRCULATE, consultation)
        with beside(form):
            if form.validate():
                until = _instant(form.closes_at.data, consultation)
                made = circulate(consultation, until, form.message.data or "", now(), seat=standing.seat)
        if form.errors:
            return refuse("publication/circulate.html", **_circulate_page(standing, form))
        number = made.number
    flash(_("The draft is in circulation, and the letters are on their way."))
    return redirect(url_for("circulating.show", slug=slug, number=number), code=303)


@circulating.get(DRAFT)
def show(slug: str, number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _circulation(consultation, number)
    report = unseal(found.document, Report)
    return render_template(
        "publication/circulation.html",
        consultation=consultation,
        standing=standing,
        circulation=found,
        latest=circulations(consultation)[-1],
        open=standing.may(Act.CORRECT) and found.is_open_at(now()),
        report=report,
        correctable=correctable(report),
        places=places(report),
        proposed=Counter(correction.block for correction in corrections(found)),
        extensions=_told(found),
        files=file_links("downloads.take", slug=slug, number=number),
        rests_on=locator(consultation),
    )


@circulating.get(f"{DRAFT}/record.json")
def download_record(slug: str, number: int) -> Response:
    """The sealed record on which the circulated draft rests."""
    consultation = enter(slug)
    permit(Act.READ, consultation)
    sealed = _circulation(consultation, number).record
    return send_attachment(f"{slug}-draft-{number}-record.json", "application/json", sealed)


@circulating.get(f"{DRAFT}/extension")
def more_time(slug: str, number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.CIRCULATE, consultation)
    found = _circulation(consultation, number)
    later = _later(max(found.closes_at, now()), MORE_TIME, consultation)
    form = ExtensionForm(formdata=None, closes_at=later)
    return render_template("publication/extension.html", **_extension_page(standing, found, form))


@circulating.post(f"{DRAFT}/extension")
def give_more_time(slug: str, number: int) -> Response | tuple[str, int]:
    form = ExtensionForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.CIRCULATE, consultation)
        found = _circulation(consultation, number)
        with beside(form):
            if form.validate():
                until = _instant(form.closes_at.data, consultation)
                extend(found, until, form.reason.data, now(), seat=standing.seat)
        if form.errors:
            return refuse("publication/extension.html", **_extension_page(standing, found, form))
    flash(_("There is more time for corrections, and the letters are on their way."))
    return redirect(url_for("circulating.show", slug=slug, number=number), code=303)


def _circulation(consultation: Consultation, number: int) -> Circulation:
    return find_part(Circulation, consultation, number) or abort(404)


def _told(circulation: Circulation) -> list[tuple[datetime, str]]:
    """Until when, and why, the time was extended each time."""
    return [
        (datetime.fromisoformat(event.data["closes_at"]), event.data["reason"])
        for event in extensions(circulation)
    ]


def _later(start: datetime, time: timedelta, consultation: Consultation) -> datetime:
    """A deadline to begin with, as the clocks of the consultation show it."""
    return to_local(start + time, consultation.timezone).replace(minute=0, second=0, microsecond=0)


def _instant(local: datetime, consultation: Consultation) -> datetime:
    return to_instant(local, consultation.timezone, "closes_at")


def _circulate_page(standing: Standing, form: CirculationForm) -> dict[str, object]:
    consultation = standing.consultation
    return {
        "consultation": consultation,
        "standing": standing,
        "form": form,
        "number": len(circulations(consultation)) + 1,
        "held_by": in_circulation(consultation, now()),
    }


def _extension_page(standing: Standing, found: Circulation, form: ExtensionForm) -> dict[str, object]:
    return {
        "consultation": standing.consultation,
        "standing": standing,
        "form": form,
        "circulation": found,
    }
