"""The pages of proposals and positions; each page shows all that the rooms below know of its text."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.chairing.panels import panels
from app.chairing.queries import standing_determinations
from app.consultations.gate import enter, permit
from app.consultations.models import AgendaItem, Consultation
from app.consultations.queries import agenda, documents
from app.core.acts import Act
from app.core.texts import (
    PROPOSAL_KIND_MEANINGS,
    Form,
    Kind,
    ProposalKind,
    Relation,
    may_still_edit,
)
from app.db import write
from app.deliberation.actions import is_own, revise_proposal, table_position, table_proposal
from app.deliberation.discussion import discuss
from app.deliberation.forms import HeadForm, PositionForm, ProposalForm
from app.deliberation.models import Position, Proposal
from app.deliberation.phrasing import finish
from app.deliberation.queries import (
    concealments,
    find_position,
    find_proposal,
    positions,
)
from app.web.answers import UNPROCESSABLE, is_htmx
from app.web.clock import now
from app.web.forms import beside

deliberation = Blueprint("deliberation", __name__)

Page = str | Response | tuple[str, int]


@deliberation.get("/consultations/<slug>/agenda/<int:number>/propose")
def propose(slug: str, number: int, form: ProposalForm | None = None) -> str:
    consultation = enter(slug)
    standing = permit(Act.TABLE, consultation)
    asked = request.args.get("kind", "")
    form = form or ProposalForm(formdata=None, kind=asked, form=_usual_form(asked))
    form.offer(documents(consultation))
    return render_template(
        "deliberation/propose.html" if form.kind.data in set(ProposalKind) else "deliberation/kinds.html",
        consultation=consultation,
        standing=standing,
        item=_item(consultation, number),
        form=form,
        meanings=PROPOSAL_KIND_MEANINGS,
        sentence=finish(form.text.data, form.form.data, consultation.language),
    )


@deliberation.post("/consultations/<slug>/agenda/<int:number>/propose")
def table(slug: str, number: int) -> Page:
    form = ProposalForm()
    if "preview" in request.form:
        return propose(slug, number, form)
    if form.validate():
        with beside(form), write():
            consultation = enter(slug)
            standing = permit(Act.TABLE, consultation)
            proposal = table_proposal(
                _item(consultation, number),
                standing.seat,
                ProposalKind(form.kind.data),
                form.title.data,
                form.body.data or "",
                now(),
                entries_called=form.entries_called.data or "",
                document_id=_document_id(consultation, form.document.data),
            )
            for words in form.texts:
                table_position(
                    proposal,
                    standing.seat,
                    words,
                    Form(form.form.data),
                    now(),
                    elaboration=form.elaboration.data or "",
                )
            return redirect(_address(slug, proposal), code=303)
    return propose(slug, number, form), UNPROCESSABLE


@deliberation.get("/consultations/<slug>/phrasing")
def phrasing(slug: str) -> str:
    """The finished sentence, for a form in which somebody is writing; it is not a page."""
    consultation = enter(slug)
    permit(Act.TABLE, consultation)
    if not is_htmx():
        abort(404)
    return render_template(
        "deliberation/_phrasing.html",
        consultation=consultation,
        sentence=finish(request.args.get("text"), request.args.get("form"), consultation.language),
    )


@deliberation.get("/consultations/<slug>/proposals/<int:number>")
def proposal(slug: str, number: int) -> Page:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _proposal(consultation, number)
    if found.hidden_at and not standing.sees_hidden:
        return _tombstone(consultation, standing, found)
    return render_template(
        "deliberation/proposal.html",
        consultation=consultation,
        standing=standing,
        proposal=found,
        is_own=is_own(found, standing.seat),
        may_edit=may_still_edit(found.tabled_at, now()),
        determination=standing_determinations([found.id]).get((found.id, None)),
        panels=panels(consultation, positions(found.id), standing.seat, now()),
        why_hidden=concealments([found], Proposal.__tablename__).get(found.id, ""),
        discussion=discuss(found, sees_hidden=standing.sees_hidden),
    )


@deliberation.get("/consultations/<slug>/proposals/<int:number>/edit")
def edit(slug: str, number: int, form: HeadForm | None = None) -> str:
    consultation = enter(slug)
    standing = permit(Act.REVISE, consultation)
    found = _proposal(consultation, number)
    if not is_own(found, standing.seat):
        abort(403)
    return render_template(
        "deliberation/edit.html",
        consultation=consultation,
        standing=standing,
        proposal=found,
        form=form or HeadForm(formdata=None, obj=found),
    )


@deliberation.post("/consultations/<slug>/proposals/<int:number>/edit")
def revise(slug: str, number: int) -> Page:
    form = HeadForm()
    if form.validate():
        with beside(form), write():
            consultation = enter(slug)
            standing = permit(Act.REVISE, consultation)
            found = _proposal(consultation, number)
            revise_proposal(found, standing.seat, form.title.data, form.body.data or "", now())
            return redirect(_address(slug, found), code=303)
    return edit(slug, number, form), UNPROCESSABLE


@deliberation.get("/consultations/<slug>/proposals/<int:number>/positions/new")
def new_position(slug: str, number: int, form: PositionForm | None = None) -> str:
    consultation = enter(slug)
    standing = permit(Act.TABLE, consultation)
    found = _proposal(consultation, number)
    if found.withdrawn_at or found.hidden_at:
        abort(404)
    form = form or PositionForm(
        formdata=None, form=_usual_form(found.kind), answers=request.args.get("answers", type=int)
    )
    answered = _answered(found, form)
    if answered and answered.is_hidden:
        abort(404)
    return render_template(
        "deliberation/position.html",
        consultation=consultation,
        standing=standing,
        proposal=found,
        form=form,
        answers=answered,
        sentence=finish(form.text.data, form.form.data, consultation.language),
    )


@deliberation.post("/consultations/<slug>/proposals/<int:number>/positions")
def add_position(slug: str, number: int) -> Page:
    form = PositionForm()
    if "preview" in request.form:
        return new_position(slug, number, form)
    if form.validate():
        with beside(form), write():
            consultation = enter(slug)
            standing = permit(Act.TABLE, consultation)
            found = _proposal(consultation, number)
            answered = _answered(found, form)
            position = table_position(
                found,
                standing.seat,
                form.text.data or "",
                Form(form.form.data),
                now(),
                kind=Kind(form.kind.data),
                elaboration=form.elaboration.data or "",
                named=form.named.data,
                answers=answered,
                answers_as=Relation(form.answers_as.data) if answered else None,
            )
            return redirect(f"{_address(slug, found)}#{position.ref}", code=303)
    return new_position(slug, number, form), UNPROCESSABLE


def _item(consultation: Consultation, number: int) -> AgendaItem:
    return next((item for item in agenda(consultation) if item.number == number), None) or abort(404)


def _proposal(consultation: Consultation, number: int) -> Proposal:
    return find_proposal(consultation, number) or abort(404)


def _answered(proposal: Proposal, form: PositionForm) -> Position | None:
    """The position that the one in the form answers, if it does."""
    return (find_position(proposal, form.answers.data) or abort(404)) if form.answers.data else None


def _document_id(consultation: Consultation, number: str | None) -> int | None:
    return next((document.id for document in documents(consultation) if str(document.number) == number), None)


def _address(slug: str, proposal: Proposal) -> str:
    return url_for("deliberation.proposal", slug=slug, number=proposal.number)


def _tombstone(consultation: Consultation, standing: object, hidden: Proposal) -> tuple[str, int]:
    """What stands where a proposal was."""
    return render_template(
        "deliberation/hidden.html",
        consultation=consultation,
        standing=standing,
        proposal=hidden,
        reason=concealments([hidden], Proposal.__tablename__).get(hidden.id, ""),
    ), 410


def _usual_form(kind: str) -> str:
    """Entries and options are mostly names; the rest are mostly statements."""
    return (Form.NOUN if kind in (ProposalKind.LIST, ProposalKind.OPTIONS) else Form.CLAUSE).value
