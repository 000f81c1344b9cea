"""The pages of the texts and the talk."""

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.consultations.gate import enter, permit
from app.consultations.models import AgendaItem, Consultation
from app.consultations.queries import agenda
from app.core.acts import Act
from app.core.texts import Form, ProposalKind
from app.db import write
from app.deliberation.actions import comment_on, table_position, table_proposal
from app.deliberation.forms import CommentForm, PositionForm, ProposalForm
from app.deliberation.models import Proposal
from app.deliberation.queries import comments, find_proposal, positions
from app.web.answers import refuse
from app.web.clock import now

deliberation = Blueprint("deliberation", __name__)


@deliberation.get("/consultations/<slug>/agenda/<int:number>/propose")
def propose(slug: str, number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.TABLE, consultation)
    return render_template(
        "deliberation/propose.html",
        consultation=consultation,
        standing=standing,
        item=_item(consultation, number),
        form=ProposalForm(),
    )


@deliberation.post("/consultations/<slug>/agenda/<int:number>/propose")
def table(slug: str, number: int) -> Response | tuple[str, int]:
    form = ProposalForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.TABLE, consultation)
        item = _item(consultation, number)
        if not form.validate():
            return refuse(
                "deliberation/propose.html",
                consultation=consultation,
                standing=standing,
                item=item,
                form=form,
            )
        kind = ProposalKind(form.kind.data)
        proposal = table_proposal(item, standing.seat, kind, form.title.data, form.body.data or "", now())
        if form.text.data:
            table_position(proposal, standing.seat, form.text.data, Form(form.form.data), now())
    return redirect(_address(consultation, proposal), code=303)


@deliberation.get("/consultations/<slug>/proposals/<int:number>")
def proposal(slug: str, number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _proposal(consultation, number)
    return render_template(
        "deliberation/proposal.html",
        consultation=consultation,
        standing=standing,
        proposal=found,
        positions=positions(found.id),
        comments=comments(found),
        position_form=PositionForm(),
        comment_form=CommentForm(),
    )


@deliberation.post("/consultations/<slug>/proposals/<int:number>/positions")
def add_position(slug: str, number: int) -> Response | tuple[str, int]:
    form = PositionForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.TABLE, consultation)
        found = _proposal(consultation, number)
        if not form.validate():
            abort(422)
        position = table_position(
            found,
            standing.seat,
            form.text.data,
            Form(form.form.data),
            now(),
            elaboration=form.elaboration.data or "",
        )
    return redirect(f"{_address(consultation, found)}#{position.ref}", code=303)


@deliberation.post("/consultations/<slug>/proposals/<int:number>/comments")
def comment(slug: str, number: int) -> Response | tuple[str, int]:
    form = CommentForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.COMMENT, consultation)
        found = _proposal(consultation, number)
        if not form.validate():
            abort(422)
        said = comment_on(found, standing.seat, form.body.data, now())
    return redirect(f"{_address(consultation, found)}#C{said.number}", code=303)


def _item(consultation: Consultation, number: int) -> AgendaItem:
    found = [item for item in agenda(consultation) if item.number == number]
    return found[0] if found else abort(404)


def _proposal(consultation: Consultation, number: int) -> Proposal:
    return find_proposal(consultation, number) or abort(404)


def _address(consultation: Consultation, proposal: Proposal) -> str:
    return url_for("deliberation.proposal", slug=consultation.slug, number=proposal.number)
