"""Proposals, the positions put within them, and the comments on both."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.consultations.models import AgendaItem, Consultation, Delegation, Document, Officer, Seat
from app.core.texts import (
    ELABORATION_LIMIT,
    POSITION_LIMIT,
    TITLE_LIMIT,
    Form,
    Kind,
    ProposalKind,
    Relation,
)
from app.db import Base, Term, UtcDateTime


class Proposal(Base):
    """What is put to the consultation under an agenda item, and the head of a thread."""

    __tablename__ = "proposal"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"))
    agenda_item_id: Mapped[int] = mapped_column(sa.ForeignKey("agenda_item.id"), index=True)
    number: Mapped[int] = mapped_column()
    kind: Mapped[ProposalKind] = mapped_column(Term(ProposalKind), default=ProposalKind.TEXT)
    title: Mapped[str] = mapped_column(sa.String(TITLE_LIMIT))
    body: Mapped[str] = mapped_column(sa.Text, default="")  # Markdown: the background, not on record
    body_html: Mapped[str] = mapped_column(sa.Text, default="")
    entries_called: Mapped[str] = mapped_column(sa.String(60), default="")  # "themes", "thoughts", "comments"
    purpose: Mapped[str] = mapped_column(sa.String(120), default="")  # "as a basis for discussion"
    named: Mapped[bool] = mapped_column(default=False)  # its delegation asked to be named in the report
    document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("document.id"))
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegation.id"))  # on whose behalf
    officer_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officer.id"))
    tabled_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    hidden_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    consultation: Mapped[Consultation] = relationship()
    agenda_item: Mapped[AgendaItem] = relationship()
    document: Mapped[Document | None] = relationship()
    seat: Mapped[Seat | None] = relationship()
    delegation: Mapped[Delegation | None] = relationship()
    officer: Mapped[Officer | None] = relationship()

    @property
    def ref(self) -> str:
        return f"P{self.number}"

    @hybrid_property
    def is_hidden(self) -> bool:
        """Whether an officer has taken it out of sight."""
        return self.hidden_at is not None

    @is_hidden.inplace.expression
    @classmethod
    def _is_hidden(cls) -> sa.ColumnElement[bool]:
        return cls.hidden_at.is_not(None)


class Position(Base):
    """One short statable view within a proposal; immutable once voted on."""

    __tablename__ = "position"
    __table_args__ = (sa.UniqueConstraint("proposal_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(sa.ForeignKey("proposal.id"))
    number: Mapped[int] = mapped_column()  # 1 is the proposal's own text, where it has one
    text: Mapped[str] = mapped_column(sa.String(POSITION_LIMIT))
    form: Mapped[Form] = mapped_column(Term(Form), default=Form.CLAUSE)
    kind: Mapped[Kind] = mapped_column(Term(Kind), default=Kind.VIEW)
    elaboration: Mapped[str] = mapped_column(sa.String(ELABORATION_LIMIT), default="")
    opener: Mapped[str] = mapped_column(sa.String(120), default="")  # "In relation to the format,"
    verb: Mapped[str] = mapped_column(
        sa.String(40), default=""
    )  # a reporting verb of the phrase list, or none
    named: Mapped[bool] = mapped_column(default=False)  # its delegation asked to be named in the report
    leads: Mapped[bool] = mapped_column(default=False)  # the own words of a list, under which it is told
    language: Mapped[str] = mapped_column(sa.String(10), default="")  # empty: the consultation's
    answers_id: Mapped[int | None] = mapped_column(sa.ForeignKey("position.id"))
    answers_as: Mapped[Relation | None] = mapped_column(Term(Relation))
    replaces_id: Mapped[int | None] = mapped_column(sa.ForeignKey("position.id"))
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegation.id"))  # on whose behalf
    officer_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officer.id"))
    tabled_at: Mapped[datetime] = mapped_column(UtcDateTime)
    fixed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)  # while a consensus call runs on it
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    hidden_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    proposal: Mapped[Proposal] = relationship()
    answers: Mapped["Position | None"] = relationship(foreign_keys=[answers_id], remote_side=[id])
    replaces: Mapped["Position | None"] = relationship(foreign_keys=[replaces_id], remote_side=[id])
    seat: Mapped[Seat | None] = relationship()
    delegation: Mapped[Delegation | None] = relationship()
    officer: Mapped[Officer | None] = relationship()

    @property
    def ref(self) -> str:
        return f"{self.proposal.ref}.{self.number}"

    def is_fixed_at(self, now: datetime) -> bool:
        """Whether it is put to all at an instant, so that nobody may change it."""
        return self.fixed_until is not None and now < self.fixed_until

    @hybrid_property
    def is_hidden(self) -> bool:
        """Whether an officer has taken it out of sight, by itself or with its proposal."""
        return self.hidden_at is not None or self.proposal.is_hidden

    @is_hidden.inplace.expression
    @classmethod
    def _is_hidden(cls) -> sa.ColumnElement[bool]:
        return cls.hidden_at.is_not(None) | cls.proposal.has(Proposal.is_hidden)

    @property
    def is_entry(self) -> bool:
        """Whether it is one of a list's entries, of the options, or of the comments on a document."""
        of_list = self.proposal.kind is not ProposalKind.TEXT and self.answers_id is None
        return of_list and not self.leads


class Comment(Base):
    """A threaded reply to a proposal or to one of its positions."""

    __tablename__ = "comment"
    __table_args__ = (sa.UniqueConstraint("proposal_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(sa.ForeignKey("proposal.id"))
    number: Mapped[int] = mapped_column()
    position_id: Mapped[int | None] = mapped_column(sa.ForeignKey("position.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("comment.id"), index=True)
    root_id: Mapped[int | None] = mapped_column(sa.ForeignKey("comment.id"), index=True)  # None: is a root
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    body: Mapped[str] = mapped_column(sa.Text)  # Markdown
    body_html: Mapped[str] = mapped_column(sa.Text)
    commented_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revised_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    hidden_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    proposal: Mapped[Proposal] = relationship()
    position: Mapped[Position | None] = relationship()
    parent: Mapped["Comment | None"] = relationship(foreign_keys=[parent_id], remote_side=[id])
    seat: Mapped[Seat] = relationship()

    @hybrid_property
    def is_hidden(self) -> bool:
        """Whether an officer has taken it out of sight, by itself or with what it is on."""
        return self.hidden_at is not None or (self.position or self.proposal).is_hidden

    @is_hidden.inplace.expression
    @classmethod
    def _is_hidden(cls) -> sa.ColumnElement[bool]:
        with_what_it_is_on = cls.proposal.has(Proposal.is_hidden) | cls.position.has(Position.is_hidden)
        return cls.hidden_at.is_not(None) | with_what_it_is_on


class CommentRevision(Base):
    """What a comment said before it was edited."""

    __tablename__ = "comment_revision"

    id: Mapped[int] = mapped_column(primary_key=True)
    comment_id: Mapped[int] = mapped_column(sa.ForeignKey("comment.id"), index=True)
    body: Mapped[str] = mapped_column(sa.Text)
    replaced_at: Mapped[datetime] = mapped_column(UtcDateTime)
