"""The pages of the frame: the list, the overview, the agenda, the phases."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from app.consultations.actions import advance, copy_consultation, open_consultation
from app.consultations.forms import CopyForm, OpenForm
from app.consultations.gate import enter, permit
from app.consultations.queries import agenda, documents, groups, officers, visible_to
from app.core.acts import Act
from app.core.phases import Phase, find_move, moves_from
from app.core.words import N_, Refusal
from app.db import write
from app.web.access import opener, public
from app.web.answers import refuse
from app.web.clock import now
from app.web.languages import own_zone

consultations = Blueprint("consultations", __name__)


@consultations.get("/")
@public
def home() -> str:
    person = current_user.person if current_user.is_authenticated else None
    return render_template("consultations/home.html", consultations=visible_to(person))


@consultations.get("/consultations/new")
@opener
def new() -> str:
    return render_template("consultations/new.html", form=OpenForm(timezone=own_zone()))


@consultations.post("/consultations/new")
@opener
def create() -> Response | tuple[str, int]:
    form = OpenForm()
    if not form.validate():
        return refuse("consultations/new.html", form=form)
    with write():
        consultation = open_consultation(
            current_user.person, form.title.data, form.purpose.data, form.timezone.data, now()
        )
    return redirect(url_for("set_up.hub", slug=consultation.slug), code=303)


@consultations.get("/consultations/<slug>/copy")
def copy(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    _check_opener()
    form = CopyForm(title=consultation.title)
    return render_template("consultations/copy.html", consultation=consultation, standing=standing, form=form)


@consultations.post("/consultations/<slug>/copy")
def make_copy(slug: str) -> Response | tuple[str, int]:
    with write():
        consultation = enter(slug)
        standing = permit(Act.READ, consultation)
        _check_opener()
        form = CopyForm()
        if not form.validate():
            return refuse("consultations/copy.html", consultation=consultation, standing=standing, form=form)
        draft = copy_consultation(
            consultation, current_user.person, form.title.data, now(), follows=form.follows.data
        )
    return redirect(url_for("set_up.hub", slug=draft.slug), code=303)


@consultations.get("/consultations/<slug>")
def show(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    return render_template(
        "consultations/show.html",
        consultation=consultation,
        standing=standing,
        agenda=agenda(consultation),
        officers=officers(consultation),
        groups=groups(consultation),
        documents=documents(consultation),
        moves=moves_from(standing.phase),
    )


@consultations.get("/consultations/<slug>/phase/<target>")
def confirm_move(slug: str, target: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.ADVANCE, consultation)
    move = find_move(standing.phase, _phase(target))
    return render_template("consultations/move.html", consultation=consultation, standing=standing, move=move)


@consultations.post("/consultations/<slug>/phase/<target>")
def move(slug: str, target: str) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.ADVANCE, consultation)
        advance(consultation, _phase(target), standing.seat, now())
    return redirect(url_for("consultations.show", slug=slug), code=303)


def _check_opener() -> None:
    """Who reads a consultation may copy it where he or she may open one."""
    if not current_user.is_authenticated:
        abort(401)
    if not current_user.may_open:
        abort(403)


def _phase(word: str) -> Phase:
    """The phase that an address names; a report is published in its own room, with the report in view."""
    if word not in set(Phase):
        abort(404)
    if word == Phase.REPORTED:
        raise Refusal(N_("A report is published from its draft, where you see what you publish."))
    return Phase(word)
