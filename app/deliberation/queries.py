"""Questions about proposals, positions and comments."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased, contains_eager, joinedload

from app.accounts.models import Person
from app.consultations.models import AgendaItem, Consultation, Delegation, Seat
from app.core.threads import Remark, Thread
from app.db import db
from app.deliberation.models import Comment, CommentRevision, Position, Proposal
from app.ledger.models import Event

LARGEST = 2**31 - 1  # that a number column holds
REF = re.compile(r"P(?P<proposal>\d{1,9})(?:(?P<mark>[.C])(?P<number>\d{1,9}))?")


def find_proposal(consultation: Consultation, number: int) -> Proposal | None:
    return _find(Proposal, Proposal.consultation_id == consultation.id, number)


def find_position(proposal: Proposal, number: int) -> Position | None:
    return _find(Position, Position.proposal_id == proposal.id, number)


def find_comment(proposal: Proposal, number: int) -> Comment | None:
    return _find(Comment, Comment.proposal_id == proposal.id, number)


def find_text(consultation: Consultation, ref: str) -> Proposal | Position | Comment | None:
    """What a reference names: P3 a proposal, P3.2 a position, P3C17 a comment."""
    parts = REF.fullmatch(ref)
    proposal = find_proposal(consultation, int(parts["proposal"])) if parts else None
    if proposal is None or parts["mark"] is None:
        return proposal
    find = find_position if parts["mark"] == "." else find_comment
    return find(proposal, int(parts["number"]))


def talk_counts(proposal_ids: Iterable[int]) -> Mapping[int, int]:
    """How many readable comments the thread of each of some proposals has, by its id."""
    rows = db.session.execute(
        sa.select(Comment.proposal_id, sa.func.count())
        .where(
            Comment.proposal_id.in_(list(proposal_ids)),
            Comment.deleted_at.is_(None),
            ~Comment.is_hidden,
        )
        .group_by(Comment.proposal_id)
    )
    return dict(rows.all())


def proposals(consultation: Consultation) -> Sequence[Proposal]:
    """All proposals, by agenda item and number."""
    return db.session.scalars(
        sa.select(Proposal)
        .join(Proposal.agenda_item)
        .where(Proposal.consultation_id == consultation.id)
        .options(contains_eager(Proposal.agenda_item), joinedload(Proposal.delegation))
        .order_by(AgendaItem.number, Proposal.number)
    ).all()


def positions(*proposal_ids: int) -> Sequence[Position]:
    """The positions of some proposals, in their order, with what their bylines need."""
    return db.session.scalars(
        sa.select(Position)
        .where(Position.proposal_id.in_(proposal_ids))
        .options(
            joinedload(Position.proposal),
            joinedload(Position.answers),
            joinedload(Position.replaces),
            joinedload(Position.seat).joinedload(Seat.person),
            joinedload(Position.delegation),
            joinedload(Position.officer),
        )
        .order_by(Position.proposal_id, Position.number)
    ).all()


def replacements(position_ids: Iterable[int]) -> Mapping[int, str]:
    """The references of those that stand in the place of some positions, by the id of the old one."""
    found = db.session.scalars(
        sa.select(Position)
        .where(Position.replaces_id.in_(list(position_ids)))
        .options(joinedload(Position.proposal))
    )
    return {position.replaces_id: position.ref for position in found}


def thread(proposal: Proposal, position: Position | None = None, *, all_seen: bool = False) -> Thread:
    """How the comments on a proposal, or on one of its positions, hang together; officers see all."""
    parent = aliased(Comment)
    gone = Comment.deleted_at.is_not(None)
    if not all_seen:
        gone |= Comment.is_hidden
    query = (
        sa.select(Comment.number, parent.number, gone)
        .outerjoin(parent, Comment.parent_id == parent.id)
        .where(Comment.proposal_id == proposal.id)
        .order_by(Comment.number)
    )
    if position is not None:
        query = query.where(Comment.position_id == position.id)
    return Thread(Remark(number, answers, bool(gone)) for number, answers, gone in db.session.execute(query))


def comments(proposal: Proposal, numbers: Iterable[int]) -> Mapping[int, sa.Row]:
    """What some comments show, by number: plain columns, since there may be a thousand."""
    parent, parent_seat, answered = aliased(Comment), aliased(Seat), aliased(Person)
    rows = db.session.execute(
        sa.select(
            Comment.id,
            Comment.number,
            Comment.seat_id,
            Comment.body_html,
            Comment.commented_at,
            Comment.revised_at,
            Comment.deleted_at,
            Comment.hidden_at,
            Comment.is_hidden.label("is_hidden"),
            Position.number.label("on"),
            Person.name,
            Delegation.name.label("delegation"),
            parent.number.label("answers"),
            answered.name.label("answered"),
        )
        .join(Seat, Comment.seat_id == Seat.id)
        .join(Person, Seat.person_id == Person.id)
        .outerjoin(Delegation, Seat.delegation_id == Delegation.id)
        .outerjoin(Position, Comment.position_id == Position.id)
        .outerjoin(parent, Comment.parent_id == parent.id)
        .outerjoin(parent_seat, parent.seat_id == parent_seat.id)
        .outerjoin(answered, parent_seat.person_id == answered.id)
        .where(Comment.proposal_id == proposal.id, Comment.number.in_(list(numbers)))
    )
    return {row.number: row for row in rows}


def comment_counts(position_ids: Iterable[int]) -> Mapping[int, int]:
    """How many readable comments each of some positions has, by its id."""
    return dict(
        db.session.execute(
            sa.select(Comment.position_id, sa.func.count())
            .where(
                Comment.position_id.in_(list(position_ids)),
                Comment.deleted_at.is_(None),
                ~Comment.is_hidden,
            )
            .group_by(Comment.position_id)
        ).all()
    )


def revisions(comment: Comment) -> Sequence[CommentRevision]:
    """What a comment said before, newest first."""
    return db.session.scalars(
        sa.select(CommentRevision)
        .where(CommentRevision.comment_id == comment.id)
        .order_by(CommentRevision.id.desc())
    ).all()


def concealments(subjects: Iterable[Proposal | Position | sa.Row], table: str) -> Mapping[int, str]:
    """Why hidden texts of one table are hidden, by id."""
    names = {f"{table}:{subject.id}": subject.id for subject in subjects if subject.hidden_at}
    if not names:
        return {}
    events = db.session.execute(
        sa.select(Event.subject, Event.data)
        .where(Event.act == "hide", Event.subject.in_(names))
        .order_by(Event.id)
    )
    return {names[subject]: data.get("reason", "") for subject, data in events}


def tabled_by(seat: Seat) -> tuple[Sequence[Proposal], Sequence[Position]]:
    """The proposals and positions that a seat has put forward."""
    own = [
        db.session.scalars(sa.select(model).where(model.seat_id == seat.id).order_by(model.id)).all()
        for model in (Proposal, Position)
    ]
    return own[0], own[1]


def comments_by(seat: Seat) -> Sequence[Comment]:
    """The comments that a seat has made, newest first."""
    return db.session.scalars(
        sa.select(Comment)
        .where(Comment.seat_id == seat.id, Comment.deleted_at.is_(None))
        .options(joinedload(Comment.proposal), joinedload(Comment.position))
        .order_by(Comment.id.desc())
    ).all()


def _find(model: type, within: sa.ColumnElement[bool], number: int) -> Any:
    """The one with a number; no number that people may send is too large to ask for."""
    if number > LARGEST:
        return None
    return db.session.scalar(sa.select(model).where(within, model.number == number))
