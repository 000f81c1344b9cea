"""Verbs of the texts and the talk: table, revise, withdraw, comment, hide, restore."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa

from app.consultations.models import AgendaItem, Seat
from app.consultations.queries import next_number
from app.core.texts import (
    Form,
    Kind,
    ProposalKind,
    Relation,
    check_comment,
    check_concealment,
    check_position,
    check_proposal,
    may_still_edit,
)
from app.core.words import N_, Refusal, Untimely
from app.db import db
from app.deliberation.models import Comment, CommentRevision, Position, Proposal
from app.deliberation.queries import positions
from app.ledger.actions import record
from app.web.markup import to_html

Text = Proposal | Position | Comment


def table_proposal(
    item: AgendaItem,
    seat: Seat,
    kind: ProposalKind,
    title: str,
    body: str,
    now: datetime,
    *,
    entries_called: str = "",
    document_id: int | None = None,
) -> Proposal:
    """A proposal under an agenda item, put on behalf of the seat's delegation."""
    check_proposal(title, body)
    proposal = Proposal(
        consultation_id=item.consultation_id,
        agenda_item_id=item.id,
        number=next_number(Proposal, Proposal.consultation_id == item.consultation_id),
        kind=kind,
        title=_one_line(title),
        body=body,
        body_html=to_html(body),
        entries_called=_one_line(entries_called),
        document_id=document_id,
        seat_id=seat.id,
        delegation_id=seat.delegation_id,
        tabled_at=now,
    )
    db.session.add(proposal)
    record("table", proposal, now, seat=seat)
    return proposal


def table_position(
    proposal: Proposal,
    seat: Seat,
    text: str,
    form: Form,
    now: datetime,
    *,
    kind: Kind = Kind.VIEW,
    elaboration: str = "",
    named: bool = False,
    answers: Position | None = None,
    answers_as: Relation | None = None,
    replaces: Position | None = None,
) -> Position:
    """A position within a proposal; Incomplete where the words cannot stand as one."""
    _check_open(proposal)
    _check_answerable(answers)
    check_position(text, elaboration)
    position = Position(
        proposal_id=proposal.id,
        number=next_number(Position, Position.proposal_id == proposal.id),
        text=_one_line(text),
        form=form,
        kind=kind,
        elaboration=elaboration.strip(),
        named=named,
        answers_id=answers.id if answers else None,
        answers_as=answers_as if answers else None,
        replaces_id=replaces.id if replaces else None,
        seat_id=seat.id,
        delegation_id=seat.delegation_id,
        tabled_at=now,
    )
    db.session.add(position)
    record("table", position, now, seat=seat)
    return position


def reword(
    position: Position, seat: Seat, text: str, form: Form, kind: Kind, elaboration: str, now: datetime
) -> None:
    """Other words for a position; whether it may still have them, the room of votes decides."""
    _check_own(position, seat)
    _check_not_fixed([position], now)
    check_position(text, elaboration)
    before = position.text
    position.text, position.form, position.kind = _one_line(text), form, kind
    position.elaboration = elaboration.strip()
    record("revise", position, now, seat=seat, before=before)


def revise_proposal(proposal: Proposal, seat: Seat, title: str, body: str, now: datetime) -> None:
    """Another title or background within a quarter of an hour; what people vote on are the positions."""
    _check_own(proposal, seat)
    if not may_still_edit(proposal.tabled_at, now):
        raise Refusal(
            N_("A proposal's title and background can be edited for fifteen minutes. Add a comment instead.")
        )
    before = {"title": proposal.title, "body": proposal.body}
    proposal.title, proposal.body, proposal.body_html = title.strip(), body, to_html(body)
    record("revise", proposal, now, seat=seat, before=before)


def withdraw(subject: Proposal | Position, seat: Seat, now: datetime) -> None:
    """Takes back what one has put forward; it stays readable, marked as withdrawn."""
    _check_own(subject, seat)
    if subject.withdrawn_at:
        return
    _check_not_fixed([subject] if isinstance(subject, Position) else positions(subject.id), now)
    subject.withdrawn_at = now
    record("withdraw", subject, now, seat=seat)


def replace_position(
    old: Position, seat: Seat, text: str, form: Form, kind: Kind, elaboration: str, now: datetime
) -> Position:
    """Withdraws a position and puts another in its place; the votes stay with the old words."""
    if old.withdrawn_at:
        raise Refusal(N_("This position has been withdrawn already."))
    withdraw(old, seat, now)
    return table_position(
        old.proposal,
        seat,
        text,
        form,
        now,
        kind=kind,
        elaboration=elaboration,
        named=old.named,
        answers=old.answers,
        answers_as=old.answers_as,
        replaces=old,
    )


def comment_on(
    proposal: Proposal,
    seat: Seat,
    body: str,
    now: datetime,
    *,
    position: Position | None = None,
    parent: Comment | None = None,
) -> Comment:
    """A comment on a proposal, on one of its positions, or in reply to another comment."""
    _check_answerable(parent or position or proposal)
    check_comment(body)
    comment = Comment(
        proposal_id=proposal.id,
        number=next_number(Comment, Comment.proposal_id == proposal.id),
        position_id=parent.position_id if parent else position.id if position else None,
        parent_id=parent.id if parent else None,
        root_id=(parent.root_id or parent.id) if parent else None,
        seat_id=seat.id,
        body=body,
        body_html=to_html(body),
        commented_at=now,
    )
    db.session.add(comment)
    record("comment", comment, now, seat=seat)
    return comment


def revise_comment(comment: Comment, seat: Seat, body: str, now: datetime) -> None:
    """Other words for a comment within a quarter of an hour; what it said before stays readable."""
    _check_author(comment, seat)
    if not may_still_edit(comment.commented_at, now):
        raise Refusal(N_("A comment can be edited for fifteen minutes. Reply to it instead."))
    check_comment(body)
    if body == comment.body:
        return
    db.session.add(CommentRevision(comment_id=comment.id, body=comment.body, replaced_at=now))
    comment.body, comment.body_html, comment.revised_at = body, to_html(body), now
    record("revise", comment, now, seat=seat)


def delete_comment(comment: Comment, seat: Seat, now: datetime) -> None:
    """Takes a comment's words away for good, with their history; only its place may stay, for the replies."""
    _check_author(comment, seat)
    db.session.execute(sa.delete(CommentRevision).where(CommentRevision.comment_id == comment.id))
    comment.body = comment.body_html = ""
    comment.deleted_at = now
    record("withdraw", comment, now, seat=seat)


def hide(subject: Text, seat: Seat, reason: str, now: datetime) -> None:
    """Takes a text out of sight for all but the officers; the reason stands in its place."""
    check_concealment(reason)
    subject.hidden_at = now
    record("hide", subject, now, seat=seat, reason=_one_line(reason))


def restore(subject: Text, seat: Seat, now: datetime) -> None:
    """Shows a hidden text again."""
    subject.hidden_at = None
    record("restore", subject, now, seat=seat)


def is_own(subject: Proposal | Position, seat: Seat | None) -> bool:
    """Whether a seat put the text forward, or speaks for the delegation that did."""
    if seat is None:
        return False
    shared = subject.delegation_id is not None and subject.delegation_id == seat.delegation_id
    return shared or subject.seat_id == seat.id


def _check_own(subject: Proposal | Position, seat: Seat) -> None:
    if not is_own(subject, seat):
        raise Refusal(N_("Only those who put this forward can change it or withdraw it."))


def _check_not_fixed(texts: Iterable[Position], now: datetime) -> None:
    for text in texts:
        if text.is_fixed_at(now):
            raise Untimely(
                N_("A consensus call is running on %(ref)s: its text is fixed until the call is over."),
                ref=text.ref,
            )


def _check_author(comment: Comment, seat: Seat) -> None:
    if comment.seat_id != seat.id or comment.deleted_at or comment.is_hidden:
        raise Refusal(N_("Only its author can edit or delete a comment."))


def _check_open(proposal: Proposal) -> None:
    if proposal.withdrawn_at or proposal.hidden_at:
        raise Refusal(N_("This proposal has been withdrawn, so nothing can be added to it."))


def _check_answerable(text: Text | None) -> None:
    if text and (text.is_hidden or (isinstance(text, Comment) and text.deleted_at)):
        raise Refusal(N_("What you answer is no longer here."))


def _one_line(text: str) -> str:
    return " ".join(text.split())
