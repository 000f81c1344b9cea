"""The pages on which a secretariat sets a consultation up."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from app.consultations import terms
from app.consultations.frame import add_part, move_part, remove_part, revise_part
from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.consultations.parts import PARTS
from app.consultations.queries import find_part, in_use, parts
from app.consultations.readiness import tasks
from app.consultations.sheets import SHEETS
from app.core.acts import Act
from app.core.phases import moves_from
from app.db import write
from app.voting.queries import any_votes
from app.web.answers import answer, refuse
from app.web.clock import now
from app.web.forms import beside

set_up = Blueprint("set_up", __name__, url_prefix="/consultations/<slug>/set-up")
Answer = Response | str | tuple[str, int]
SHEET = f"/<any({', '.join(SHEETS)}):sheet>"
ROWS = f"/<any({', '.join(PARTS)}):part>"
ROW = ROWS + "/<int:number>"


@set_up.get("")
def hub(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.SET_UP, consultation)
    return render_template(
        "consultations/set_up.html",
        consultation=consultation,
        standing=standing,
        tasks=tasks(consultation, now()),
        moves=moves_from(standing.phase),
    )


@set_up.get(SHEET)
def sheet(slug: str, sheet: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.SET_UP, consultation)
    form = SHEETS[sheet].form_for(consultation, any_votes(consultation))
    return render_template("consultations/sheet.html", form=form, **_sheet(standing, sheet))


@set_up.post(SHEET)
def save_sheet(slug: str, sheet: str) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.SET_UP, consultation)
        voted = any_votes(consultation)
        form = SHEETS[sheet].form_for(consultation, voted)
        if not _done(form, lambda: SHEETS[sheet].save(consultation, standing.seat, form, now(), voted)):
            return refuse("consultations/sheet.html", form=form, **_sheet(standing, sheet))
    flash(_("Saved."))
    return redirect(url_for("set_up.hub", slug=consultation.slug), code=303)


@set_up.get(ROWS)
def rows(slug: str, part: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.SET_UP, consultation)
    form = PARTS[part].form_for(consultation)
    return render_template("consultations/rows.html", form=form, **_rows(standing, part))


@set_up.post(ROWS)
def add_row(slug: str, part: str) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.SET_UP, consultation)
        form = PARTS[part].form_for(consultation)
        if not form.validate():
            return refuse("consultations/rows.html", form=form, **_rows(standing, part))
        add_part(PARTS[part].model, consultation, standing.seat, now(), **form.columns())
    return redirect(url_for("set_up.rows", slug=slug, part=part), code=303)


@set_up.get(ROW)
def row(slug: str, part: str, number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.SET_UP, consultation)
    thing = _row(consultation, part, number)
    form = PARTS[part].form_for(consultation, thing)
    return render_template("consultations/row.html", form=form, **_one(standing, part, thing))


@set_up.post(ROW)
def save_row(slug: str, part: str, number: int) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.SET_UP, consultation)
        thing = _row(consultation, part, number)
        form = PARTS[part].form_for(consultation, thing)
        if not form.validate():
            return refuse("consultations/row.html", form=form, **_one(standing, part, thing))
        revise_part(thing, standing.seat, now(), **form.columns())
    return redirect(url_for("set_up.rows", slug=slug, part=part), code=303)


@set_up.post(ROW + "/place")
def move_row(slug: str, part: str, number: int) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.SET_UP, consultation)
        step = {"up": -1, "down": 1}.get(request.form.get("to", "")) or abort(422)
        if not PARTS[part].ordered:
            abort(404)
        move_part(_row(consultation, part, number), standing.seat, step, now())
    return _rows_again(standing, part)


@set_up.post(ROW + "/removal")
def remove_row(slug: str, part: str, number: int) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.SET_UP, consultation)
        remove_part(_row(consultation, part, number), standing.seat, now())
    return _rows_again(standing, part)


def _done(form: FlaskForm, act: Callable[[], None]) -> bool:
    """Whether a valid form led to its act; what the act found lacking stands beside its field."""
    if not form.validate():
        return False
    with beside(form):
        act()
    return not form.errors


def _row(consultation: Consultation, part: str, number: int) -> Any:
    return find_part(PARTS[part].model, consultation, number) or abort(404)


def _sheet(standing: Standing, sheet: str) -> dict[str, Any]:
    return {"consultation": standing.consultation, "standing": standing, "sheet": SHEETS[sheet]}


def _one(standing: Standing, part: str, thing: Any) -> dict[str, Any]:
    return {
        "consultation": standing.consultation,
        "standing": standing,
        "part": PARTS[part],
        "key": part,
        "thing": thing,
    }


def _rows(standing: Standing, part: str) -> dict[str, Any]:
    found = parts(PARTS[part].model, standing.consultation)
    if not PARTS[part].ordered:
        found = sorted(found, key=lambda thing: thing.name.casefold())
    return {
        "consultation": standing.consultation,
        "standing": standing,
        "part": PARTS[part],
        "key": part,
        "rows": found,
        "terms": terms,
        "used": in_use(PARTS[part].model, [thing.id for thing in found]),
    }


def _rows_again(standing: Standing, part: str) -> Answer:
    """The list as it is now, where it stands."""
    to = url_for("set_up.rows", slug=standing.consultation.slug, part=part)
    return answer("consultations/_rows.html", to, **_rows(standing, part))
