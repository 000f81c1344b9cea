"""What one may do with a block of the draft: its words, its place, what stands beside it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from flask import Blueprint, abort, flash, render_template, request, url_for
from flask_babel import gettext as _

from app.consultations.gate import Standing, enter, permit
from app.core.acts import Act
from app.core.redline import redline
from app.core.report.document import BlockKind
from app.core.report.moving import move as moved
from app.core.report.revision import check_words
from app.core.words import Incomplete
from app.db import write
from app.drafting import actions
from app.drafting.desk import lay_desk
from app.drafting.entries import offered
from app.drafting.forms import AdditionForm, NoteForm, ReasonForm, WordsForm
from app.drafting.models import BlockRevision
from app.drafting.page import Answer, View, back, show_desk
from app.drafting.queries import draft_of, history, jottings
from app.drafting.strays import strays, unwritten
from app.drafting.tools import item_of
from app.web.answers import UNPROCESSABLE, is_htmx
from app.web.clock import now
from app.web.forms import beside

blocks = Blueprint("blocks", __name__, url_prefix="/consultations/<slug>/draft/blocks/<block>")

CONFLICT = 409


@blocks.post("/words")
def reword(slug: str, block: str) -> Answer:
    """Saves other words, unless somebody else has saved some since these were begun."""
    form = WordsForm()
    consultation = enter(slug)
    permit(Act.EDIT, consultation)
    desk = lay_desk(consultation, now())
    if block not in desk.blocks:
        return _lost(slug, block, form.text.data or "")
    composed, lang = desk.words_composed(block), form.lang or desk.composed.lang
    with beside(form), _working(slug) as standing:
        draft = actions.open_desk(standing.consultation)
        past = history(draft, block)
        theirs = _saved_since(past, form.seen, composed)
        if theirs is None or form.choice.data == "theirs" or theirs == form.text.data:
            if form.choice.data == "theirs":
                actions.forget(draft, block, standing.seat)
            else:
                actions.reword(draft, block, form.text.data or "", composed, standing.seat, now(), lang)
            theirs = None
        else:
            check_words(form.text.data or "")
            actions.jot(draft, block, form.text.data, form.seen, standing.seat, now())
    if form.errors:
        return _again(standing, block, "reword", form=form)
    if theirs is not None:
        return _conflict(standing, block, form, past[-1], theirs)
    return back(standing, block)


@blocks.post("/jotting")
def jot(slug: str, block: str) -> Answer:
    """Keeps what is being written, and says so."""
    form = WordsForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.EDIT, consultation)
        draft = actions.open_desk(consultation)
        try:
            check_words(form.text.data or "")
        except Incomplete as lack:
            return render_template("drafting/_kept.html", lack=lack.sentence), UNPROCESSABLE
        past = history(draft, block)
        at = now()
        actions.jot(draft, block[:120], form.text.data, form.seen, standing.seat, at)
        overtaken = bool(past) and past[-1].number != form.seen
    if not is_htmx():
        return back(standing, block)
    return render_template("drafting/_kept.html", at=at, overtaken=overtaken)


@blocks.post("/composed")
def look_again(slug: str, block: str) -> Answer:
    """The words composed now are taken, or looked at and left."""
    consultation = enter(slug)
    permit(Act.EDIT, consultation)
    desk = lay_desk(consultation, now())
    if block not in desk.blocks:
        return _lost(slug, block)
    composed = desk.words_composed(block)
    with _working(slug) as standing:
        draft = actions.open_desk(standing.consultation)
        if request.form.get("choice") == "keep":
            actions.keep_words(draft, block, composed, standing.seat, now())
        else:
            actions.take_composed(draft, block, standing.seat, now())
    return back(standing, block)


@blocks.post("/place")
def place(slug: str, block: str) -> Answer:
    """One place up or down; on in the paragraph before, or apart again; back in the report."""
    to = request.form.get("to", "")
    consultation = enter(slug)
    permit(Act.EDIT, consultation)
    desk = lay_desk(consultation, now())
    if block not in desk.blocks:
        return _lost(slug, block)
    if to not in PLACES or desk.blocks[block].kind is not BlockKind.PARAGRAPH:
        abort(UNPROCESSABLE)
    with _working(slug) as standing:
        draft = actions.open_desk(standing.consultation)
        if step := STEPS.get(to):
            order = moved(desk.laid_out, desk.revisions, block, step)
            actions.move(draft, block, order, standing.seat, now())
        elif to == "in":
            actions.take_in(draft, block, standing.seat, now())
        else:
            actions.join(draft, block, to == "join", standing.seat, now())
    return back(standing, block)


@blocks.post("/exclusion")
def leave_out(slug: str, block: str) -> Answer:
    form = ReasonForm()
    consultation = enter(slug)
    permit(Act.EDIT, consultation)
    desk = lay_desk(consultation, now())
    if block not in desk.blocks:
        return _lost(slug, block)
    if desk.blocks[block].kind is not BlockKind.PARAGRAPH:
        abort(UNPROCESSABLE)
    with beside(form), _working(slug) as standing:
        if form.validate():
            draft = actions.open_desk(standing.consultation)
            actions.leave_out(draft, block, form.reason.data or "", standing.seat, now())
    if form.errors:
        return _again(standing, block, "leave-out", form=form)
    return back(standing, block)


@blocks.post("/additions")
def add(slug: str, block: str) -> Answer:
    """A paragraph after this one; a search for what it may rest on comes back with all that was typed."""
    form = AdditionForm()
    consultation = enter(slug)
    permit(Act.EDIT, consultation)
    desk = lay_desk(consultation, now())
    known = {entry.ref for entry in desk.dispositions}
    chosen = [ref for ref in request.form.getlist("source") if ref in known]
    looking, lost = "look" in request.form, block not in desk.blocks
    if lost and looking:
        return _lost(slug, unwritten(block), form.text.data or "")
    with beside(form), _working(slug) as standing:
        if form.validate() and not looking:
            draft = actions.open_desk(standing.consultation)
            lang = form.lang or desk.composed.lang
            added = actions.add_block(draft, block, form.text.data or "", chosen, standing.seat, now(), lang)
    if form.errors and lost:
        return _lost(slug, unwritten(block), form.text.data or "")
    if form.errors or looking:
        found = offered(desk, item=item_of(desk, block), find=form.find.data or "", chosen=chosen)
        code = UNPROCESSABLE if form.errors else 200
        return _again(standing, block, "add", code, form=form, offered=found, chosen=chosen)
    if lost:
        flash(_("The paragraph before it has left the draft meanwhile: the new one stands at the end."))
    return back(standing, added)


@blocks.post("/notes")
def note(slug: str, block: str) -> Answer:
    form = NoteForm()
    consultation = enter(slug)
    permit(Act.ANNOTATE, consultation)
    with write():
        consultation = enter(slug)
        standing = permit(Act.ANNOTATE, consultation)
        if form.validate():
            draft = actions.open_desk(consultation)
            actions.note(draft, block[:120], form.text.data or "", standing.seat, now())
    if form.errors:
        return _again(standing, block, "notes", form=form)
    return back(standing, block)


@blocks.post("/revisions/<int:number>")
def restore(slug: str, block: str, number: int) -> Answer:
    """An earlier revision again, as a new one."""
    with write():
        consultation = enter(slug)
        standing = permit(Act.EDIT, consultation)
        draft = draft_of(consultation) or abort(404)
        if number not in {row.number for row in history(draft, block)}:
            abort(404)
        actions.restore(draft, block, number, standing.seat, now())
    return back(standing, block)


@blocks.post("/stray")
def resettle(slug: str, block: str) -> Answer:
    """Words that have lost their place become a paragraph of their own, or are let go."""
    form = WordsForm()
    consultation = enter(slug)
    permit(Act.EDIT, consultation)
    desk = lay_desk(consultation, now())
    kept, added = "kept" in request.form, ""
    with beside(form), _working(slug) as standing:
        draft = draft_of(standing.consultation) or abort(404)
        known = {(each.block, each.kept): each for each in strays(desk, jottings(draft, standing.seat))}
        stray = known.get((block, kept)) or abort(404)
        if request.form.get("choice") == "own":
            words, refs, lang = stray.text, stray.sources, stray.lang
            added = actions.add_block(draft, stray.after, words, refs, standing.seat, now(), lang)
        if kept:
            actions.forget(draft, block, standing.seat)
        else:
            actions.let_go(draft, block, standing.seat, now())
    if form.errors:
        return show_desk(standing, UNPROCESSABLE, stray_errors=form.errors["text"])
    return back(standing, added)


STEPS = {"up": -1, "down": 1}
PLACES = {*STEPS, "join", "part", "in"}


def _saved_since(past: Sequence[BlockRevision], seen: int, composed: str) -> str | None:
    """The words that somebody saved after the revision that was seen; None where there are no others."""
    if not past or past[-1].number == seen:
        return None
    words = {row.number: row.text for row in past}
    held = past[-1].text
    return None if held == words.get(seen, "") else held or composed


@contextmanager
def _working(slug: str) -> Iterator[Standing]:
    """Within the write: who works on the draft, once nobody else does."""
    with write():
        yield permit(Act.EDIT, enter(slug))


def _lost(slug: str, key: str, text: str = "") -> Answer:
    """The paragraph left the draft while somebody was at it: the words are kept, and shown at its end."""
    with _working(slug) as standing:
        if text.strip():
            draft = actions.open_desk(standing.consultation)
            actions.jot(draft, key[:120], text, 0, standing.seat, now())
    view = replace(View.of(request.args), at="", tool="")
    return show_desk(standing, CONFLICT, view=view, lost=True)


def _again(standing: Standing, block: str, tool: str, code: int = UNPROCESSABLE, **more: object) -> Answer:
    """The desk with the tool still in hand, and all that was typed."""
    return show_desk(standing, code, view=replace(View.of(request.args), at=block, tool=tool), **more)


def _conflict(
    standing: Standing, block: str, form: WordsForm, held: BlockRevision, theirs: str
) -> tuple[str, int]:
    """Both texts side by side: theirs stays in the history, one's own is kept and stands on the page."""
    template = "drafting/_conflict.html" if is_htmx() else "drafting/conflict.html"
    return render_template(
        template,
        consultation=standing.consultation,
        standing=standing,
        block=block,
        mine=form.text.data,
        lang=form.lang,
        theirs=theirs,
        held=held,
        changes=redline(theirs, form.text.data or ""),
        action=url_for("blocks.reword", slug=standing.consultation.slug, block=block, **_query()),
        desk_address=url_for("drafting.show", slug=standing.consultation.slug, **_query()),
    ), CONFLICT


def _query() -> dict[str, str]:
    return View.of(request.args).values()
