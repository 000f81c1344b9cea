"""Verbs of the texts and the talk: table, withdraw, comment."""

from datetime import datetime

from app.consultations.models import AgendaItem, Seat
from app.consultations.queries import next_number
from app.core.texts import Form, Kind, ProposalKind, Relation, check_position
from app.db import db
from app.deliberation.models import Comment, Position, Proposal
from app.ledger.actions import record
from app.web.markup import to_html


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
    proposal = Proposal(
        consultation_id=item.consultation_id,
        agenda_item_id=item.id,
        number=next_number(Proposal, Proposal.consultation_id == item.consultation_id),
        kind=kind,
        title=title.strip(),
        body=body,
        body_html=to_html(body),
        entries_called=entries_called.strip(),
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
    answers: Position | None = None,
    answers_as: Relation | None = None,
    replaces: Position | None = None,
) -> Position:
    """A position within a proposal; Incomplete where the words cannot stand as one."""
    check_position(text, elaboration)
    position = Position(
        proposal_id=proposal.id,
        number=next_number(Position, Position.proposal_id == proposal.id),
        text=" ".join(text.split()),
        form=form,
        kind=kind,
        elaboration=elaboration.strip(),
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


def withdraw(subject: Proposal | Position, seat: Seat, now: datetime) -> None:
    """Takes back what one has put forward; it stays readable, marked as withdrawn."""
    subject.withdrawn_at = now
    record("withdraw", subject, now, seat=seat)
