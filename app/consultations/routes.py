"""The pages that show consultations whole: the list, the overview, one agenda item, the phases."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from app.accounts.models import Person
from app.accounts.queries import is_uninhabited
from app.calls.queries import running_for
from app.chairing.overview import Overview, overview, unvoted
from app.consultations import terms
from app.consultations.actions import advance, copy_consultation, open_consultation
from app.consultations.forms import CopyForm, OpenForm
from app.consultations.gate import Standing, enter, permit
from app.consultations.models import AgendaItem, Consultation
from app.consultations.next_step import Situation, next_step
from app.consultations.queries import (
    agenda,
    documents,
    find_part,
    follow_ups,
    followed,
    officers,
    present,
    requests,
)
from app.consultations.readiness import Task, tasks
from app.consultations.shelves import FIRST, shelves
from app.core.acts import Act
from app.core.phases import Move, Phase, find_move, moves_from
from app.core.words import N_, Refusal, Sentence
from app.db import write
from app.floor.queries import waiting_for
from app.publication.queries import circulations, in_circulation, unanswered
from app.web.access import opener, public
from app.web.answers import refuse
from app.web.clock import now
from app.web.languages import own_zone

consultations = Blueprint("consultations", __name__)

DOORS = {
    "sign in": "accounts.sign_in",
    "join": "seats.join",
    "participants": "seats.participants",
    "vote": "voting.calm",
    "mine": "voting.mine",
    "board": "chairing.board",
    "desk": "chairing.desk",
    "objections": "hearing.objections",
    "draft": "drafting.show",
    "circulation": "circulating.show",
    "corrections": "correcting.listed",
    "approval": "approving.show",
    "report": "publication.show",
    "set up": "set_up.hub",
}  # where the next step of a reader leads


@consultations.get("/")
@public
def home() -> str:
    person = _person()
    return render_template(
        "consultations/home.html",
        shelves=shelves(person, now()),
        limit=None if request.args.get("all") else FIRST,
        may_open=person is not None and person.may_open,
        uninhabited=person is None and is_uninhabited(),
    )


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
    shown = overview(consultation)
    step = next_step(_situation(standing, shown))
    return render_template(
        "consultations/show.html",
        consultation=consultation,
        standing=standing,
        shown=shown,
        step=step,
        door=_door(step.door, consultation),
        calls=running_for(consultation, standing.seat, now()),
        draft=in_circulation(consultation, now()),
        officers=officers(consultation),
        documents=documents(consultation),
        items={item.id: item for item, _ in shown.items},
        adopted=next((item for item, _ in shown.items if item.adoption), None),
        present=present(consultation),
        followed=followed(consultation, _person()),
        follow_ups=follow_ups(consultation, _person()),
        unconfirmed=waiting_for(standing.seat) if standing.may(Act.CONFIRM) else 0,
        moves=moves_from(standing.phase),
        terms=terms,
    )


@consultations.get("/consultations/<slug>/agenda/<int:number>")
def item(slug: str, number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = find_part(AgendaItem, consultation, number) or abort(404)
    return render_template(
        "consultations/item.html",
        consultation=consultation,
        standing=standing,
        item=found,
        calls=running_for(consultation, standing.seat, now(), found),
        lines=dict(overview(consultation).items)[found],
        last=max(other.number for other in agenda(consultation)),
    )


@consultations.get("/consultations/<slug>/phase/<target>")
def confirm_move(slug: str, target: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.ADVANCE, consultation)
    move = find_move(standing.phase, _phase(target))
    return render_template(
        "consultations/move.html",
        consultation=consultation,
        standing=standing,
        move=move,
        facts=_facts(move, consultation),
        lacking=_lacking(move, consultation),
    )


@consultations.post("/consultations/<slug>/phase/<target>")
def move(slug: str, target: str) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.ADVANCE, consultation)
        advance(consultation, _phase(target), standing.seat, now())
    return redirect(url_for("consultations.show", slug=slug), code=303)


def _person() -> Person | None:
    return current_user.person if current_user.is_authenticated else None


def _situation(standing: Standing, shown: Overview) -> Situation:
    """What the next step of this reader depends on, counted only where it may matter."""
    consultation, seat, person = standing.consultation, standing.seat, _person()
    waiting = requests(consultation) if person else []
    return Situation(
        role=standing.role,
        phase=standing.phase,
        participation=consultation.participation,
        signed_in=person is not None,
        asked=any(request.person_id == person.id for request in waiting) if person else False,
        unvoted=unvoted(shown, seat) if seat and standing.may(Act.VOTE) else 0,
        undetermined=shown.undetermined,
        objections=shown.objections,
        requests=len(waiting),
        circulating=in_circulation(consultation, now()) is not None,
        corrections=len(unanswered(consultation)) if standing.may(Act.CIRCULATE) else 0,
    )


def _door(name: str, consultation: Consultation) -> str:
    """Where a door leads."""
    slug = consultation.slug
    if name == "sign in":
        return url_for(DOORS[name], next=url_for("consultations.show", slug=slug))
    if name == "agenda":
        return "#agenda"
    if name in {"circulation", "corrections"}:
        return url_for(DOORS[name], slug=slug, number=circulations(consultation)[-1].number)
    return url_for(DOORS[name], slug=slug) if name else ""


def _facts(move: Move, consultation: Consultation) -> list[Sentence]:
    """What a move leaves behind, in figures."""
    if move.target not in {Phase.CALL, Phase.CLOSED}:
        return []
    shown = overview(consultation)
    return [
        Sentence(N_("Positions that nobody has determined yet: %(count)d."), {"count": shown.undetermined}),
        Sentence(N_("Objections that nobody has answered: %(count)d."), {"count": shown.objections}),
    ]


def _lacking(move: Move, consultation: Consultation) -> list[Task]:
    """What is missing before an opening; before a reopening only what stands in its way."""
    if move.target is not Phase.OPEN:
        return []
    undone = [task for task in tasks(consultation, now()) if not task.done]
    return undone if move.source is Phase.DRAFT else [task for task in undone if task.in_the_way]


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
