"""The pages of comments: the discussion in batches, each comment in its context, the acts of its author."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.consultations.gate import enter, permit
from app.consultations.models import Consultation
from app.core.acts import Act
from app.core.threads import BATCH, DEEPEST, Line, Sort
from app.db import write
from app.deliberation.actions import comment_on, delete_comment, revise_comment
from app.deliberation.discussion import discuss
from app.deliberation.forms import CommentForm
from app.deliberation.models import Comment, Position, Proposal
from app.deliberation.queries import comments as said_in
from app.deliberation.queries import find_comment, find_position, find_proposal, revisions
from app.web.answers import UNPROCESSABLE, is_htmx
from app.web.clock import now
from app.web.forms import beside

comments = Blueprint("comments", __name__)

ADDRESS = "/consultations/<slug>/proposals/<int:number>/comments"
ONE = f"{ADDRESS}/<int:comment_number>"
Page = str | Response | tuple[str, int]


@comments.get(ADDRESS)
def discussion(slug: str, number: int, form: CommentForm | None = None) -> Page:
    """The comments on a proposal or, with `on`, on one position; the next ones `after` the last seen."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    proposal = _readable(consultation, number, sees_hidden=standing.sees_hidden)
    asked = request.args
    on = form.on.data if form else asked.get("on", type=int)
    shown = discuss(
        proposal,
        sees_hidden=standing.sees_hidden,
        position=_position(proposal, on, sees_hidden=standing.sees_hidden) if on else None,
        under=asked.get("under", type=int),
        after=asked.get("after", type=int),
        **_order(),
    )
    return render_template(
        "deliberation/_batch.html" if is_htmx() else "deliberation/discussion.html",
        consultation=consultation,
        standing=standing,
        proposal=proposal,
        discussion=shown or abort(404),
        form=form or CommentForm(formdata=None, on=on),
    )


@comments.post(ADDRESS)
def comment_here(slug: str, number: int) -> Page:
    """A comment on the proposal or a position, or a reply; htmx gets the comment in place of its form."""
    form = CommentForm()
    said = None
    with beside(form), write():
        consultation = enter(slug)
        standing = permit(Act.COMMENT, consultation)
        proposal = _readable(consultation, number, sees_hidden=standing.sees_hidden)
        if form.validate():
            position = (find_position(proposal, form.on.data) or abort(404)) if form.on.data else None
            parent = _comment(proposal, form.answers.data) if form.answers.data else None
            said = comment_on(
                proposal, standing.seat, form.body.data, now(), position=position, parent=parent
            ).number
    if said is None and form.answers.data:
        return reply(slug, number, form.answers.data, form), UNPROCESSABLE
    if said is None:
        return discussion(slug, number, form), UNPROCESSABLE
    if is_htmx():
        return _one(slug, number, said, depth=min((form.depth.data or 1) + 1, DEEPEST))
    return redirect(_place(slug, number, said), code=303)


@comments.get(ONE)
def comment(slug: str, number: int, comment_number: int) -> str:
    """One comment in its context: what it answers, and what answers it."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    proposal = _readable(consultation, number, sees_hidden=standing.sees_hidden)
    found = discuss(proposal, sees_hidden=standing.sees_hidden, under=comment_number, **_order())
    return render_template(
        "deliberation/comment.html",
        consultation=consultation,
        standing=standing,
        proposal=proposal,
        discussion=found or abort(404),
    )


@comments.get(f"{ONE}/reply")
def reply(slug: str, number: int, comment_number: int, form: CommentForm | None = None) -> str:
    consultation = enter(slug)
    standing = permit(Act.COMMENT, consultation)
    proposal = _readable(consultation, number, sees_hidden=standing.sees_hidden)
    answered = _said(proposal, comment_number, sees_hidden=standing.sees_hidden)
    depth = request.args.get("depth", 1, type=int)
    return render_template(
        "deliberation/_reply.html" if is_htmx() else "deliberation/reply.html",
        consultation=consultation,
        standing=standing,
        proposal=proposal,
        answered=answered,
        form=form or CommentForm(formdata=None, answers=comment_number, depth=depth),
    )


@comments.get(f"{ONE}/edit")
def edit(slug: str, number: int, comment_number: int, form: CommentForm | None = None) -> str:
    consultation = enter(slug)
    standing = permit(Act.REVISE, consultation)
    proposal = _readable(consultation, number, sees_hidden=standing.sees_hidden)
    found = _own(proposal, comment_number, standing.seat.id)
    return render_template(
        "deliberation/edit_comment.html",
        consultation=consultation,
        standing=standing,
        proposal=proposal,
        comment=found,
        form=form or CommentForm(formdata=None, body=found.body),
    )


@comments.post(f"{ONE}/edit")
def save(slug: str, number: int, comment_number: int) -> Page:
    form = CommentForm()
    if form.validate():
        with beside(form), write():
            consultation = enter(slug)
            standing = permit(Act.REVISE, consultation)
            found = _comment(_readable(consultation, number, sees_hidden=False), comment_number)
            revise_comment(found, standing.seat, form.body.data, now())
            return redirect(_place(slug, number, comment_number), code=303)
    return edit(slug, number, comment_number, form), UNPROCESSABLE


@comments.get(f"{ONE}/history")
def history(slug: str, number: int, comment_number: int) -> str:
    """What a comment said before it was edited."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    proposal = _readable(consultation, number, sees_hidden=standing.sees_hidden)
    found = _said(proposal, comment_number, sees_hidden=standing.sees_hidden)
    return render_template(
        "deliberation/history.html",
        consultation=consultation,
        standing=standing,
        proposal=proposal,
        comment=found,
        revisions=revisions(found),
    )


@comments.get(f"{ONE}/delete")
def confirm_deletion(slug: str, number: int, comment_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.REVISE, consultation)
    proposal = _readable(consultation, number, sees_hidden=standing.sees_hidden)
    return render_template(
        "deliberation/delete_comment.html",
        consultation=consultation,
        standing=standing,
        proposal=proposal,
        comment=_own(proposal, comment_number, standing.seat.id),
    )


@comments.post(f"{ONE}/delete")
def delete(slug: str, number: int, comment_number: int) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.REVISE, consultation)
        proposal = _readable(consultation, number, sees_hidden=False)
        found = _comment(proposal, comment_number)
        on = found.position.number if found.position else None
        delete_comment(found, standing.seat, now())
    return redirect(url_for("comments.discussion", slug=slug, number=number, on=on), code=303)


def _order() -> dict[str, Sort | int | None]:
    """In which order the reader wants the comments, and whether all of them at once."""
    sort = request.args.get("sort")
    return {
        "sort": Sort(sort) if sort in set(Sort) else Sort.OLDEST,
        "size": None if "all" in request.args else BATCH,
    }


def _readable(consultation: Consultation, number: int, *, sees_hidden: bool) -> Proposal:
    found = find_proposal(consultation, number) or abort(404)
    return abort(404) if found.hidden_at and not sees_hidden else found


def _position(proposal: Proposal, number: int, *, sees_hidden: bool) -> Position:
    found = find_position(proposal, number) or abort(404)
    return abort(404) if found.is_hidden and not sees_hidden else found


def _comment(proposal: Proposal, number: int) -> Comment:
    return find_comment(proposal, number) or abort(404)


def _said(proposal: Proposal, number: int, *, sees_hidden: bool) -> Comment:
    found = _comment(proposal, number)
    return abort(404) if found.deleted_at or (found.is_hidden and not sees_hidden) else found


def _own(proposal: Proposal, number: int, seat_id: int) -> Comment:
    found = _comment(proposal, number)
    return abort(403) if found.seat_id != seat_id or found.deleted_at else found


def _place(slug: str, number: int, comment_number: int) -> str:
    """A comment's permanent link."""
    address = url_for("comments.comment", slug=slug, number=number, comment_number=comment_number)
    return f"{address}#C{comment_number}"


def _one(slug: str, number: int, comment_number: int, depth: int) -> str:
    """The fragment of one comment."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    proposal = find_proposal(consultation, number)
    return render_template(
        "deliberation/_comment.html",
        consultation=consultation,
        standing=standing,
        proposal=proposal,
        line=Line(comment_number, depth, 0),
        said=said_in(proposal, [comment_number]),
        hidden={},
    )
