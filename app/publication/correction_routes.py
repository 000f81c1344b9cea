"""Corrections to a circulated draft: proposed with the difference in view, listed for all, answered."""

from collections.abc import Callable, Sequence
from datetime import datetime

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.consultations.queries import find_part
from app.core.acts import Act
from app.core.redline import Stretch, redline
from app.core.report.adoption import Place, correctable, places
from app.core.report.document import Block, Report
from app.core.report.revision import WORDS_LIMIT
from app.core.report.seal import digest, unseal
from app.db import write
from app.drafting.desk import lay_desk
from app.publication.actions import GONE, accept, correct, decline, regular
from app.publication.forms import AnswerForm, CorrectionForm
from app.publication.models import Circulation, Correction
from app.publication.proposers import proposed
from app.publication.queries import corrections, find_correction
from app.publication.terms import CORRECTION_LABELS, CorrectionState
from app.web.answers import UNPROCESSABLE, refuse
from app.web.clock import now
from app.web.forms import beside

correcting = Blueprint("correcting", __name__, url_prefix="/consultations/<slug>/report/drafts/<int:number>")

CONFLICT = 409
BLOCK = "/paragraphs/<block>"
ONE = "/corrections/<int:correction_number>"
Page = Response | str | tuple[str, int]


@correcting.get(BLOCK)
def propose(slug: str, number: int, block: str) -> Page:
    consultation = enter(slug)
    standing = permit(Act.CORRECT, consultation)
    found = _circulation(consultation, number)
    form = CorrectionForm(formdata=None, text=_block(found, block).text)
    return _form_page(standing, found, block, form, now())


@correcting.post(BLOCK)
def send(slug: str, number: int, block: str) -> Page:
    """The correction; or first, where that is asked for, only the difference that it makes."""
    at = now()
    form = CorrectionForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.CORRECT, consultation)
        found = _circulation(consultation, number)
        _block(found, block)
        if "show" in request.form or not found.is_open_at(at):
            return _form_page(standing, found, block, form, at)
        with beside(form):
            if form.validate():
                made = correct(
                    found,
                    block,
                    form.text.data or "",
                    form.reason.data,
                    at,
                    seat=standing.seat,
                    leaves_out=form.leaves_out.data,
                )
        if form.errors:
            return _form_page(standing, found, block, form, at)
        anchor = f"correction-{made.number}"
    flash(_("Your correction is on the list. The rapporteur will answer it, and you will be told by mail."))
    return redirect(url_for("correcting.listed", slug=slug, number=number, _anchor=anchor), code=303)


@correcting.post(f"{BLOCK}/difference")
def difference(slug: str, number: int, block: str) -> str:
    """The difference that the words typed so far make; nothing is kept of them."""
    consultation = enter(slug)
    permit(Act.CORRECT, consultation)
    before = _block(_circulation(consultation, number), block)
    return render_template(
        "publication/_difference.html",
        watched=request.path,
        stretches=_stretches(before, CorrectionForm()),
    )


@correcting.get("/corrections")
def listed(slug: str, number: int) -> str:
    """Every correction with its difference, its reason and its answer, by paragraph or as they came."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _circulation(consultation, number)
    report = unseal(found.document, Report)
    order = {block: place for place, block in enumerate(correctable(report))}
    rows = corrections(found)
    if "by" not in request.args:
        rows = sorted(rows, key=lambda row: (order.get(row.block, -1), row.number))
    return render_template(
        "publication/corrections.html",
        consultation=consultation,
        standing=standing,
        circulation=found,
        open=standing.may(Act.CORRECT) and found.is_open_at(now()),
        proposed=proposed(consultation, rows),
        places=places(report),
        redlined=_redlined(report),
        labels=CORRECTION_LABELS,
        by_number="by" in request.args,
    )


@correcting.get(ONE)
def show(slug: str, number: int, correction_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _correction(_circulation(consultation, number), correction_number)
    form = AnswerForm(formdata=None, text=found.words_after)
    return render_template("publication/correction.html", **_answer_page(standing, found, form))


@correcting.post(ONE)
def answer(slug: str, number: int, correction_number: int) -> Page:
    form = AnswerForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.CIRCULATE, consultation)
        found = _correction(_circulation(consultation, number), correction_number)
        seen = form.seen.data
        page = _answer_page(standing, found, form)
        changed = page["present"] is not None and seen != form.seen.data
        if found.state is not CorrectionState.OPEN:
            return render_template("publication/correction.html", **page, overtaken=True), CONFLICT
        with beside(form):
            if form.validate() and not (changed and form.state.data == CorrectionState.ACCEPTED):
                _answer(found, form, standing)
        if form.errors:
            return refuse("publication/correction.html", **page)
        if found.state is CorrectionState.OPEN:
            return render_template("publication/correction.html", **page, changed=True), CONFLICT
    flash(_("Your answer is on the list, and the proposer will be told by mail."))
    to = url_for("correcting.listed", slug=slug, number=number, _anchor=f"correction-{correction_number}")
    return redirect(to, code=303)


def _answer(found: Correction, form: AnswerForm, standing: Standing) -> None:
    said = form.answer.data or ""
    if form.state.data == CorrectionState.ACCEPTED:
        accept(found, form.text.data or "", said, now(), seat=standing.seat)
    else:
        decline(found, said, now(), seat=standing.seat)


def _form_page(
    standing: Standing, found: Circulation, block: str, form: CorrectionForm, at: datetime
) -> str | tuple[str, int]:
    """The form with the words as they were circulated, and the difference that those typed would make."""
    report = unseal(found.document, Report)
    before = _block(found, block)
    page = render_template(
        "publication/correct.html",
        consultation=standing.consultation,
        standing=standing,
        circulation=found,
        block=before,
        place=places(report).get(block, Place()),
        form=form,
        open=standing.may(Act.CORRECT) and found.is_open_at(at),
        others=proposed(standing.consultation, [each for each in corrections(found) if each.block == block]),
        redlined=_redlined(report),
        labels=CORRECTION_LABELS,
        stretches=_stretches(before, form),
    )
    if not found.is_open_at(at):
        return page, CONFLICT
    return (page, UNPROCESSABLE) if form.errors else page


def _answer_page(standing: Standing, found: Correction, form: AnswerForm) -> dict[str, object]:
    """A correction, and for who may answer it the words as the draft has them now."""
    consultation = standing.consultation
    answers = standing.may(Act.CIRCULATE) and found.state is CorrectionState.OPEN
    now_there = correctable(lay_desk(consultation, now()).report).get(found.block) if answers else None
    form.seen.data = digest(now_there.text) if now_there else ""
    form.offer(leaves_out=found.leaves_out)
    report = unseal(found.circulation.document, Report)
    return {
        "consultation": consultation,
        "standing": standing,
        "circulation": found.circulation,
        "one": proposed(consultation, [found])[0],
        "place": places(report).get(found.block, Place()),
        "form": form,
        "answers": answers,
        "present": now_there,
        "gone": GONE if answers and now_there is None else "",
        "redline": redline,
        "redlined": _redlined(report),
        "labels": CORRECTION_LABELS,
    }


def _stretches(before: Block, form: CorrectionForm) -> Sequence[Stretch]:
    """The difference; none where nothing is typed, where it would say nothing, or where it is too long."""
    if form.leaves_out.data:
        return redline(_with_all(before), "")
    after = regular(form.text.data or "")
    if not after or after == regular(before.text) or len(after) > WORDS_LIMIT:
        return ()
    return redline(before.text, after)


def _redlined(report: Report) -> Callable[[Correction], Sequence[Stretch]]:
    """The difference that a correction to a circulated report makes."""
    blocks = correctable(report)

    def difference(found: Correction) -> Sequence[Stretch]:
        whole = found.leaves_out and found.block in blocks
        return redline(_with_all(blocks[found.block]) if whole else found.words_before, found.words_after)

    return difference


def _with_all(block: Block) -> str:
    """The words of a paragraph and of all that goes with it where it is left out."""
    return " ".join(part.text for part in block.walk() if part.text)


def _circulation(consultation: Consultation, number: int) -> Circulation:
    return find_part(Circulation, consultation, number) or abort(404)


def _block(found: Circulation, block: str) -> Block:
    return correctable(unseal(found.document, Report)).get(block) or abort(404)


def _correction(found: Circulation, number: int) -> Correction:
    return find_correction(found, number) or abort(404)
