"""Calls over HTTP: the list, one call, the chair's acts, and one position at a time for those asked."""

from datetime import datetime, timedelta

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from app.calls.actions import answer_call, cancel_call, extend_call, open_call
from app.calls.forms import AnswerForm, CallForm, CancellationForm, ExtensionForm
from app.calls.models import Call, CalledPosition
from app.calls.queries import (
    answers,
    find_call,
    is_asked,
    own_answers,
    results,
    state_of,
    voice_of,
)
from app.calls.queries import calls as list_calls
from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.core.acts import Act
from app.core.calls import Answer, CallState, Manner
from app.core.objections import Behalf
from app.core.texts import asks_for_a_decision
from app.core.zones import to_instant, to_local
from app.db import write
from app.deliberation.models import Position
from app.deliberation.queries import positions, proposals
from app.voting.queries import last_objection, speaks_for, voter_of
from app.web.answers import UNPROCESSABLE, refuse
from app.web.clock import now
from app.web.forms import beside

calling = Blueprint("calling", __name__)

USUAL_TIME = timedelta(days=7)
MORE_TIME = timedelta(days=2)
CONFLICT = 409
CALL = "/consultations/<slug>/calls/<int:call_number>"
Page = str | Response | tuple[str, int]


@calling.get("/consultations/<slug>/calls")
def calls(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = list_calls(consultation)
    return render_template(
        "calls/calls.html",
        consultation=consultation,
        standing=standing,
        calls=[(call, state_of(call, now())) for call in reversed(found)],
    )


@calling.get("/consultations/<slug>/calls/new")
def new(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.CALL, consultation)
    later = now() + USUAL_TIME
    if consultation.closes_at:
        later = min(later, consultation.closes_at)
    form = CallForm(
        formdata=None,
        closes_at=to_local(later, consultation.timezone),
        positions=request.args.getlist("position"),
    )
    return render_template("calls/new.html", **_desk(standing, form))


@calling.post("/consultations/<slug>/calls/new")
def put(slug: str) -> Page:
    form = CallForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.CALL, consultation)
        page = _desk(standing, form)
        with beside(form):
            if form.validate():
                call = open_call(
                    standing.seat,
                    consultation,
                    [text for text in _callable(consultation) if text.ref in form.positions.data],
                    Manner(form.manner.data),
                    _instant(form.closes_at.data, consultation),
                    now(),
                    question=form.question.data or "",
                )
        if form.errors:
            return refuse("calls/new.html", **page)
        to = _place(slug, call)
    flash(gettext("The call is open, and everybody who was asked is told."))
    return redirect(to, code=303)


@calling.get(CALL)
def show(slug: str, call_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    return render_template("calls/call.html", **_page(standing, _call(consultation, call_number)))


@calling.get(f"{CALL}/extension")
def more_time(slug: str, call_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.CALL, consultation)
    call = _call(consultation, call_number)
    form = ExtensionForm(formdata=None, closes_at=to_local(call.closes_at + MORE_TIME, consultation.timezone))
    return render_template("calls/extension.html", **_page(standing, call, form=form))


@calling.post(f"{CALL}/extension")
def extend(slug: str, call_number: int) -> Page:
    form = ExtensionForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.CALL, consultation)
        call = _call(consultation, call_number)
        with beside(form):
            if form.validate():
                until = _instant(form.closes_at.data, consultation)
                extend_call(call, standing.seat, until, form.reason.data or "", now())
        if form.errors:
            return refuse("calls/extension.html", **_page(standing, call, form=form))
        to = _place(slug, call)
    flash(gettext("There is more time to answer."))
    return redirect(to, code=303)


@calling.get(f"{CALL}/cancellation")
def confirm_cancellation(slug: str, call_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.CALL, consultation)
    form = CancellationForm(formdata=None)
    return render_template(
        "calls/cancellation.html", **_page(standing, _call(consultation, call_number), form=form)
    )


@calling.post(f"{CALL}/cancellation")
def cancel(slug: str, call_number: int) -> Page:
    form = CancellationForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.CALL, consultation)
        call = _call(consultation, call_number)
        with beside(form):
            if form.validate():
                cancel_call(call, standing.seat, form.reason.data or "", now())
        if form.errors:
            return refuse("calls/cancellation.html", **_page(standing, call, form=form))
        to = _place(slug, call)
    flash(gettext("The call is cancelled. The answers given so far stay on record and decide nothing."))
    return redirect(to, code=303)


@calling.get(f"{CALL}/positions/<int:place>")
def one(slug: str, call_number: int, place: int) -> str:
    """One position of a call, with the answer form for those who were asked."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    called = _called(standing, call_number, place)
    return render_template("calls/one.html", **_ballot(standing, called, _as_answered(standing, called)))


@calling.post(f"{CALL}/positions/<int:place>")
def answer(slug: str, call_number: int, place: int) -> Page:
    form = AnswerForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.ANSWER, consultation)
        called = _called(standing, call_number, place)
        at = now()
        if state_of(called.call, at) is not CallState.RUNNING:
            return render_template("calls/one.html", **_ballot(standing, called, form, late=True)), CONFLICT
        page = _ballot(standing, called, form)
        with beside(form):
            if form.validate():
                answer_call(
                    called,
                    standing.seat,
                    Answer(form.answer.data),
                    at,
                    reason=form.reason.data or "",
                    remedy=form.remedy.data or "" if form.answer.data == Answer.OBJECT else "",
                    behalf=Behalf(form.behalf.data) if form.behalf.data else None,
                )
        if form.errors:
            return render_template("calls/one.html", **page), UNPROCESSABLE
        to = _further(slug, standing, called)
    flash(gettext("Your answer is recorded. Until the deadline you can change it."))
    return redirect(to, code=303)


def _callable(consultation: Consultation) -> list[Position]:
    """The positions that can be put to all, in the order of the agenda."""
    live = [text for text in proposals(consultation) if not (text.withdrawn_at or text.hidden_at)]
    rank = {text.id: (text.agenda_item.number, text.number) for text in live}
    found = [
        text
        for text in positions(*rank)
        if not (text.withdrawn_at or text.hidden_at or text.leads) and asks_for_a_decision(text.kind)
    ]
    return sorted(found, key=lambda text: (*rank[text.proposal_id], text.number))


def _desk(standing: Standing, form: CallForm) -> dict[str, object]:
    """The page on which a chair puts a call together: the texts as they will be fixed."""
    texts = _callable(standing.consultation)
    free = [text for text in texts if not text.is_fixed_at(now())]
    form.positions.choices = [SelectChoice(text.ref, f"{text.ref} {text.text}") for text in free]
    return {
        "consultation": standing.consultation,
        "standing": standing,
        "form": form,
        "texts": free,
        "running": len(texts) - len(free),
    }


def _page(standing: Standing, call: Call, **more: object) -> dict[str, object]:
    """A call as everybody may see it; who answered what only where names are public."""
    given = answers(call) if call.consultation.names_public else {}
    return {
        "consultation": standing.consultation,
        "standing": standing,
        "call": call,
        "state": state_of(call, now()),
        "results": results(call),
        "asked": is_asked(call, standing.seat),
        "own": own_answers(call, standing.seat),
        "given": given,
        "voices": [(voice_of(asked), asked) for asked in call.asked],
        **more,
    }


def _ballot(
    standing: Standing, called: CalledPosition, form: AnswerForm, *, late: bool = False
) -> dict[str, object]:
    own = own_answers(called.call, standing.seat)
    open_to = speaks_for(standing.seat) if standing.seat else ()
    if not form.behalf.data and open_to:
        form.behalf.data = open_to[0].value
    form.behalf.choices = [c for c in form.behalf.choices if c.value in open_to]
    return _page(
        standing,
        called.call,
        called=called,
        result=next(found for found in results(called.call) if found.called is called),
        form=form.offer(called.call.manner),
        answered=own.get(called.position_id),
        late=late,
    )


def _as_answered(standing: Standing, called: CalledPosition) -> AnswerForm:
    """The form with what the reader's voice has answered so far."""
    answered = own_answers(called.call, standing.seat).get(called.position_id)
    if answered is None:
        return AnswerForm(formdata=None)
    raised = last_objection(voter_of(standing.seat), called.position)
    remedy = raised.remedy if raised and answered.answer is Answer.OBJECT else ""
    return AnswerForm(formdata=None, answer=answered.answer.value, reason=answered.reason, remedy=remedy)


def _further(slug: str, standing: Standing, called: CalledPosition) -> str:
    """The next position without an answer, or else the call."""
    call = called.call
    own = own_answers(call, standing.seat)
    if state_of(call, now()) is CallState.RUNNING and call.manner is Manner.CALL:
        for each in (*call.positions[called.number :], *call.positions[: called.number]):
            if each.position_id not in own:
                return url_for("calling.one", slug=slug, call_number=call.number, place=each.number)
    return _place(slug, call)


def _call(consultation: Consultation, number: int) -> Call:
    return find_call(consultation, number) or abort(404)


def _called(standing: Standing, number: int, place: int) -> CalledPosition:
    """404 where there is none, or it is hidden from this reader."""
    call = _call(standing.consultation, number)
    found = next((each for each in call.positions if each.number == place), None) or abort(404)
    if found.position.is_hidden and not standing.sees_hidden:
        abort(404)
    return found


def _place(slug: str, call: Call) -> str:
    return url_for("calling.show", slug=slug, call_number=call.number)


def _instant(local: datetime, consultation: Consultation) -> datetime:
    return to_instant(local, consultation.timezone, "closes_at")
