"""What is done with any text by its reference: find it, lead to it, withdraw it, hide it, show it again."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.consultations.gate import enter, permit
from app.consultations.models import Consultation
from app.core.acts import Act
from app.db import write
from app.deliberation.actions import hide, is_own, restore, withdraw
from app.deliberation.forms import ConcealmentForm
from app.deliberation.models import Comment, Position, Proposal
from app.deliberation.queries import find_text
from app.deliberation.search import search
from app.web.answers import UNPROCESSABLE
from app.web.clock import now
from app.web.forms import beside

texts = Blueprint("texts", __name__)

Page = str | Response | tuple[str, int]


@texts.get("/consultations/<slug>/search")
def find(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    question = request.args.get("q", "")[:200]
    return render_template(
        "deliberation/search.html",
        consultation=consultation,
        standing=standing,
        question=question,
        findings=search(consultation, question, sees_hidden=standing.sees_hidden),
    )


@texts.get("/consultations/<slug>/texts/<ref>")
def lead(slug: str, ref: str) -> Response:
    """Where a text stands, from its reference alone."""
    consultation = enter(slug)
    permit(Act.READ, consultation)
    return redirect(_place(slug, find_text(consultation, ref) or abort(404)))


@texts.get("/consultations/<slug>/texts/<ref>/withdraw")
def confirm_withdrawal(slug: str, ref: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.WITHDRAW, consultation)
    subject = _withdrawable(consultation, ref)
    if not is_own(subject, standing.seat):
        abort(403)
    return render_template(
        "deliberation/withdraw.html",
        consultation=consultation,
        standing=standing,
        subject=subject,
        place=_place(slug, subject),
    )


@texts.post("/consultations/<slug>/texts/<ref>/withdraw")
def withdraw_text(slug: str, ref: str) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.WITHDRAW, consultation)
        subject = _withdrawable(consultation, ref)
        withdraw(subject, standing.seat, now())
        return redirect(_place(slug, subject), code=303)


@texts.get("/consultations/<slug>/texts/<ref>/hide")
def confirm_hiding(slug: str, ref: str, form: ConcealmentForm | None = None) -> str:
    consultation = enter(slug)
    standing = permit(Act.HIDE, consultation)
    subject = find_text(consultation, ref) or abort(404)
    return render_template(
        "deliberation/hide.html",
        consultation=consultation,
        standing=standing,
        subject=subject,
        ref=ref,
        place=_place(slug, subject),
        form=form or ConcealmentForm(formdata=None),
    )


@texts.post("/consultations/<slug>/texts/<ref>/hide")
def hide_text(slug: str, ref: str) -> Page:
    form = ConcealmentForm()
    if form.validate():
        with beside(form), write():
            consultation = enter(slug)
            standing = permit(Act.HIDE, consultation)
            subject = find_text(consultation, ref) or abort(404)
            hide(subject, standing.seat, form.reason.data, now())
            return redirect(_place(slug, subject), code=303)
    return confirm_hiding(slug, ref, form), UNPROCESSABLE


@texts.post("/consultations/<slug>/texts/<ref>/restore")
def restore_text(slug: str, ref: str) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.HIDE, consultation)
        subject = find_text(consultation, ref) or abort(404)
        restore(subject, standing.seat, now())
        return redirect(_place(slug, subject), code=303)


def _withdrawable(consultation: Consultation, ref: str) -> Proposal | Position:
    found = find_text(consultation, ref)
    return abort(404) if found is None or isinstance(found, Comment) else found


def _place(slug: str, subject: Proposal | Position | Comment) -> str:
    """The page and the anchor at which a text stands."""
    proposal = subject if isinstance(subject, Proposal) else subject.proposal
    if isinstance(subject, Comment):
        address = url_for(
            "comments.comment", slug=slug, number=proposal.number, comment_number=subject.number
        )
        return f"{address}#C{subject.number}"
    address = url_for("deliberation.proposal", slug=slug, number=proposal.number)
    return address if subject is proposal else f"{address}#{subject.ref}"
