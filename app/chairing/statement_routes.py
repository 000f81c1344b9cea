"""Minority statements over HTTP: the public list, one by itself, and the acts of those who dissent."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from app.chairing.filing import (
    file_statement,
    revise_statement,
    sign,
    take_back_signature,
    withdraw_statement,
)
from app.chairing.forms import SignatureForm, StatementForm
from app.chairing.models import MinorityStatement
from app.chairing.statements import (
    all_filed,
    earlier_words,
    filed,
    find_statement,
    show,
    speaks_for_group,
    window_of,
)
from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.core.acts import Act
from app.core.minority import Naming
from app.db import write
from app.deliberation.actions import hide, is_own, restore
from app.deliberation.forms import ConcealmentForm
from app.deliberation.models import Position, Proposal
from app.deliberation.queries import find_position, find_proposal
from app.web.answers import UNPROCESSABLE, answer, refuse
from app.web.clock import now
from app.web.forms import beside

dissenting = Blueprint("dissenting", __name__)

WHOLE = "/consultations/<slug>/proposals/<int:number>/statements/new"
ONE = "/consultations/<slug>/proposals/<int:number>/positions/<int:position_number>/statements/new"
STATEMENT = "/consultations/<slug>/proposals/<int:number>/statements/<int:statement_number>"
Page = str | Response | tuple[str, int]


@dissenting.get("/consultations/<slug>/statements")
def statements(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    return render_template(
        "chairing/statements.html",
        consultation=consultation,
        standing=standing,
        filed=all_filed(consultation, standing.seat),
    )


@dissenting.get(WHOLE)
@dissenting.get(ONE)
def new(slug: str, number: int, position_number: int | None = None) -> Page:
    consultation = enter(slug)
    standing = permit(Act.FILE, consultation)
    proposal, position = _subject(consultation, standing, number, position_number)
    subject = (proposal.id, position.id if position else None)
    own = next((each for each in filed([proposal.id], standing.seat).get(subject, ()) if each.is_own), None)
    if own:
        return redirect(_place(slug, own.statement))
    form = StatementForm(formdata=None, language=consultation.language)
    return render_template("chairing/file.html", **_desk(standing, proposal, position, form))


@dissenting.post(WHOLE)
@dissenting.post(ONE)
def file(slug: str, number: int, position_number: int | None = None) -> Page:
    form = StatementForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.FILE, consultation)
        proposal, position = _subject(consultation, standing, number, position_number)
        with beside(form):
            if form.validate():
                statement = file_statement(
                    standing.seat,
                    proposal,
                    position,
                    form.text.data or "",
                    Naming(form.naming.data),
                    now(),
                    language=form.language.data,
                )
        if form.errors:
            return refuse("chairing/file.html", **_desk(standing, proposal, position, form))
        to = _place(slug, statement)
    flash(gettext("Your statement is on record. The report will print it in your own words."))
    return redirect(to, code=303)


@dissenting.get(STATEMENT)
def statement(slug: str, number: int, statement_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _statement(consultation, standing, number, statement_number)
    return render_template("chairing/statement.html", **_page(standing, found))


@dissenting.get(f"{STATEMENT}/words")
def words(slug: str, number: int, statement_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.FILE, consultation)
    found = _own(consultation, standing, number, statement_number)
    language = found.language or consultation.language
    form = StatementForm(formdata=None, text=found.text, naming=found.naming.value, language=language)
    return render_template(
        "chairing/file.html", **_desk(standing, found.proposal, found.position, form, found)
    )


@dissenting.post(f"{STATEMENT}/words")
def revise(slug: str, number: int, statement_number: int) -> Page:
    form = StatementForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.FILE, consultation)
        found = _own(consultation, standing, number, statement_number)
        with beside(form):
            if form.validate():
                revise_statement(
                    found,
                    standing.seat,
                    form.text.data or "",
                    Naming(form.naming.data),
                    now(),
                    language=form.language.data,
                )
        if form.errors:
            page = _desk(standing, found.proposal, found.position, form, found)
            return refuse("chairing/file.html", **page)
        to = _place(slug, found)
    flash(gettext("Your statement is on record in its new words."))
    return redirect(to, code=303)


@dissenting.get(f"{STATEMENT}/withdraw")
def confirm_withdrawal(slug: str, number: int, statement_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.FILE, consultation)
    found = _own(consultation, standing, number, statement_number)
    return render_template(
        "chairing/withdraw_statement.html",
        consultation=consultation,
        standing=standing,
        statement=found,
        place=_place(slug, found),
    )


@dissenting.post(f"{STATEMENT}/withdraw")
def withdraw(slug: str, number: int, statement_number: int) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.FILE, consultation)
        found = _own(consultation, standing, number, statement_number)
        withdraw_statement(found, standing.seat, now())
        to = _place(slug, found)
    flash(gettext("Your statement is withdrawn: the report will not print it."))
    return redirect(to, code=303)


@dissenting.post(f"{STATEMENT}/signature")
def add_signature(slug: str, number: int, statement_number: int) -> Page:
    form = SignatureForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.SIGN, consultation)
        found = _statement(consultation, standing, number, statement_number)
        with beside(form):
            if form.validate():
                sign(found, standing.seat, Naming(form.naming.data), now())
        page = _page(standing, found, form)
        if form.errors:
            return refuse("chairing/statement.html", "chairing/_statement.html", **page)
        return answer("chairing/_statement.html", _place(slug, found), **page)


@dissenting.post(f"{STATEMENT}/signature/removal")
def remove_signature(slug: str, number: int, statement_number: int) -> Page:
    with write():
        consultation = enter(slug)
        standing = permit(Act.SIGN, consultation)
        found = _statement(consultation, standing, number, statement_number)
        take_back_signature(found, standing.seat, now())
        return answer("chairing/_statement.html", _place(slug, found), **_page(standing, found))


@dissenting.get(f"{STATEMENT}/hide")
def confirm_hiding(slug: str, number: int, statement_number: int, form: ConcealmentForm | None = None) -> str:
    consultation = enter(slug)
    standing = permit(Act.HIDE, consultation)
    found = _statement(consultation, standing, number, statement_number)
    return render_template(
        "deliberation/hide.html",
        consultation=consultation,
        standing=standing,
        subject=found,
        ref=found.ref,
        place=_place(slug, found),
        form=form or ConcealmentForm(formdata=None),
    )


@dissenting.post(f"{STATEMENT}/hide")
def hide_statement(slug: str, number: int, statement_number: int) -> Page:
    form = ConcealmentForm()
    if form.validate():
        with beside(form), write():
            consultation = enter(slug)
            standing = permit(Act.HIDE, consultation)
            found = _statement(consultation, standing, number, statement_number)
            hide(found, standing.seat, form.reason.data, now())
            return redirect(_place(slug, found), code=303)
    return confirm_hiding(slug, number, statement_number, form), UNPROCESSABLE


@dissenting.post(f"{STATEMENT}/restore")
def restore_statement(slug: str, number: int, statement_number: int) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.HIDE, consultation)
        found = _statement(consultation, standing, number, statement_number)
        restore(found, standing.seat, now())
        return redirect(_place(slug, found), code=303)


def _subject(
    consultation: Consultation, standing: Standing, number: int, position_number: int | None
) -> tuple[Proposal, Position | None]:
    """What a statement would be on; 404 where there is nothing, or it is hidden from this reader."""
    proposal = find_proposal(consultation, number) or abort(404)
    position = None
    if position_number is not None:
        position = find_position(proposal, position_number) or abort(404)
    if (position or proposal).is_hidden and not standing.sees_hidden:
        abort(404)
    return proposal, position


def _statement(
    consultation: Consultation, standing: Standing, number: int, statement_number: int
) -> MinorityStatement:
    """404 where there is none, or where what it is on is hidden from this reader."""
    proposal = find_proposal(consultation, number) or abort(404)
    found = find_statement(proposal, statement_number) or abort(404)
    if (found.position or proposal).is_hidden and not standing.sees_hidden:
        abort(404)
    return found


def _own(
    consultation: Consultation, standing: Standing, number: int, statement_number: int
) -> MinorityStatement:
    found = _statement(consultation, standing, number, statement_number)
    return found if is_own(found, standing.seat) else abort(403)


def _desk(
    standing: Standing,
    proposal: Proposal,
    position: Position | None,
    form: StatementForm,
    found: MinorityStatement | None = None,
) -> dict[str, object]:
    """The page on which a statement is written, or revised."""
    return {
        "consultation": standing.consultation,
        "standing": standing,
        "proposal": proposal,
        "position": position,
        "form": form.offer(speaks_for_group(standing.seat)),
        "window": window_of(proposal, position, now()),
        "signed": len(show([found], standing.seat)[0].signatures) if found else 0,
        "statement": found,
    }


def _page(
    standing: Standing, found: MinorityStatement, form: SignatureForm | None = None
) -> dict[str, object]:
    return {
        "consultation": standing.consultation,
        "standing": standing,
        "filed": show([found], standing.seat)[0],
        "window": window_of(found.proposal, found.position, now()),
        "earlier": earlier_words(found),
        "form": (form or SignatureForm(formdata=None)).offer(speaks_for_group(standing.seat)),
    }


def _place(slug: str, found: MinorityStatement) -> str:
    number = found.proposal.number
    return url_for("dissenting.statement", slug=slug, number=number, statement_number=found.number)
