"""Objections over HTTP: the public ledger, one by itself with its history, and the steps of both sides."""

from collections.abc import Callable

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from app.chairing.actions import answer_objection, hear_again
from app.chairing.evidence import is_own
from app.chairing.forms import AnswerForm, ReopeningForm, ReplyForm, RetractionForm
from app.chairing.objectors import Heard, all_heard, choose, heard, nth
from app.chairing.queries import other_chairs
from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.consultations.queries import agenda
from app.core.acts import Act
from app.core.objections import ObjectionState, Party, Step
from app.db import write
from app.deliberation.queries import find_position, find_proposal
from app.voting.hearing import open_to, party_of, reply_to_answer, retract_objection
from app.web.answers import refuse
from app.web.clock import now
from app.web.forms import TidyForm, beside

hearing = Blueprint("hearing", __name__)

OBJECTION = (
    "/consultations/<slug>/proposals/<int:number>/positions/<int:position_number>"
    "/objections/<int:objection_number>"
)
FORMS: dict[Step, type[TidyForm]] = {
    Step.ANSWER: AnswerForm,
    Step.REOPEN: ReopeningForm,
    Step.REPLY: ReplyForm,
    Step.RETRACT: RetractionForm,
}
Page = Response | tuple[str, int]


@hearing.get("/consultations/<slug>/objections")
def objections(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = all_heard(consultation)
    chosen = {name: request.args.get(name, "") for name in ("state", "item", "group")}
    return render_template(
        "chairing/objections.html",
        consultation=consultation,
        standing=standing,
        heard=choose(found, **chosen),
        total=len(found),
        chosen=chosen,
        items=agenda(consultation),
        groups=sorted({heard.group for heard in found if heard.group}),
    )


@hearing.get(OBJECTION)
def objection(slug: str, number: int, position_number: int, objection_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _objection(consultation, standing, number, position_number, objection_number)
    return render_template("chairing/objection.html", **_page(standing, found))


@hearing.post(OBJECTION)
def answer(slug: str, number: int, position_number: int, objection_number: int) -> Page:
    form = AnswerForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.DETERMINE, consultation)
        found = _objection(consultation, standing, number, position_number, objection_number)
        return _step(
            standing,
            found,
            Step.ANSWER,
            form,
            lambda: answer_objection(
                standing.seat,
                found.objection,
                ObjectionState(form.state.data),
                form.answer.data or "",
                now(),
            ),
            gettext("Your answer to the objection is public."),
        )


@hearing.post(f"{OBJECTION}/reopening")
def reopen(slug: str, number: int, position_number: int, objection_number: int) -> Page:
    form = ReopeningForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.DETERMINE, consultation)
        found = _objection(consultation, standing, number, position_number, objection_number)
        return _step(
            standing,
            found,
            Step.REOPEN,
            form,
            lambda: hear_again(standing.seat, found.objection, form.answer.data or "", now()),
            gettext("The objection is open again."),
        )


@hearing.post(f"{OBJECTION}/reply")
def reply(slug: str, number: int, position_number: int, objection_number: int) -> Page:
    form = ReplyForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.REPLY, consultation)
        found = _objection(consultation, standing, number, position_number, objection_number)
        return _step(
            standing,
            found,
            Step.REPLY,
            form,
            lambda: reply_to_answer(found.objection, standing.seat, form.answer.data or "", now()),
            gettext("Your reply is on record."),
        )


@hearing.post(f"{OBJECTION}/retraction")
def retract(slug: str, number: int, position_number: int, objection_number: int) -> Page:
    form = RetractionForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.REPLY, consultation)
        found = _objection(consultation, standing, number, position_number, objection_number)
        return _step(
            standing,
            found,
            Step.RETRACT,
            form,
            lambda: retract_objection(found.objection, standing.seat, form.answer.data or "", now()),
            gettext("Your objection is taken back. That you raised it stays on record."),
        )


def _step(
    standing: Standing, found: Heard, step: Step, form: TidyForm, act: Callable[[], None], done: str
) -> Page:
    """One step about an objection: back to its page, or the page again with all that was typed."""
    with beside(form):
        if form.validate():
            act()
    if form.errors:
        return refuse("chairing/objection.html", **_page(standing, found, step, form))
    flash(done)
    return redirect(_place(standing.consultation.slug, found, step), code=303)


def _place(slug: str, found: Heard, step: Step) -> str:
    """Where one goes on: whoever has answered goes on determining."""
    position = found.position
    at = {"slug": slug, "number": position.proposal.number, "position_number": position.number}
    if step is Step.ANSWER:
        return f"{url_for('chairing.determination', **at)}#{found.ref}"
    return url_for("hearing.objection", objection_number=found.number, **at)


def _objection(
    consultation: Consultation, standing: Standing, number: int, position_number: int, nth_: int
) -> Heard:
    """404 where there is none, or it is to what is hidden from this reader."""
    proposal = find_proposal(consultation, number) or abort(404)
    position = find_position(proposal, position_number) or abort(404)
    if position.is_hidden and not standing.sees_hidden:
        abort(404)
    return nth(heard(consultation, [position.id]), nth_) or abort(404)


def _page(
    standing: Standing, found: Heard, step: Step | None = None, form: TidyForm | None = None
) -> dict[str, object]:
    """An objection with its history and the forms of the steps that are open to this reader."""
    party = party_of(found.objection, standing.seat)
    permitted = standing.may(Act.DETERMINE if party is Party.CHAIR else Act.REPLY)
    steps = open_to(found.objection, standing.seat) if permitted else frozenset()
    own = standing.seat is not None and is_own(standing.seat.id, found.position.proposal, found.position)
    return {
        "consultation": standing.consultation,
        "standing": standing,
        "heard": found,
        "forms": {each: form if each is step else FORMS[each](formdata=None) for each in sorted(steps)},
        "failed": form,
        "barred": own and party is Party.CHAIR and other_chairs(standing.seat),
    }
