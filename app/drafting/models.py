"""The rapporteur's desk: how the report is wanted, every revision of every block, and what is set aside."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.consultations.models import Consultation, Seat
from app.consultations.terms import ReportStyle
from app.core.report.document import Numbering
from app.db import Base, Term, UtcDateTime


class ReportDraft(Base):
    """One a consultation, from the first draft to the last corrigendum."""

    __tablename__ = "report_draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(sa.ForeignKey("consultation.id"), unique=True)
    style: Mapped[ReportStyle] = mapped_column(Term(ReportStyle))
    language: Mapped[str] = mapped_column(sa.String(20), default="")  # empty: the consultation's
    numbering: Mapped[Numbering] = mapped_column(Term(Numbering), default=Numbering.NONE)  # none: the style's
    annexes: Mapped[list[str]] = mapped_column(sa.JSON, default=list)
    quantifiers: Mapped[str] = mapped_column(sa.String(20), default="")  # empty: the record's
    word_limit: Mapped[int | None] = mapped_column()
    order: Mapped[list[str]] = mapped_column("block_order", sa.JSON, default=list)  # ids, as they were put

    consultation: Mapped[Consultation] = relationship()


class BlockRevision(Base):
    """One block as somebody wanted it, never changed; the highest number of a block is the one that holds."""

    __tablename__ = "block_revision"
    __table_args__ = (sa.UniqueConstraint("draft_id", "block", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(sa.ForeignKey("report_draft.id"))
    block: Mapped[str] = mapped_column(sa.String(120))  # its id in the tree
    number: Mapped[int] = mapped_column()
    text: Mapped[str] = mapped_column(sa.Text, default="")
    composed: Mapped[str] = mapped_column(sa.Text, default="")  # the words composed at that time
    language: Mapped[str] = mapped_column(sa.String(20), default="")  # of the text; empty: the report's
    joined: Mapped[bool] = mapped_column(default=False)
    excluded: Mapped[str] = mapped_column(sa.String(400), default="")  # why
    after: Mapped[str] = mapped_column("after_block", sa.String(120), default="")
    sources: Mapped[list[str]] = mapped_column(sa.JSON, default=list)
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    revised_at: Mapped[datetime] = mapped_column(UtcDateTime)

    draft: Mapped[ReportDraft] = relationship()
    seat: Mapped[Seat | None] = relationship()


class MarginNote(Base):
    """What rapporteur and chair say to each other beside a block; never in the report."""

    __tablename__ = "margin_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(sa.ForeignKey("report_draft.id"))
    block: Mapped[str] = mapped_column(sa.String(120))
    text: Mapped[str] = mapped_column(sa.String(1200))
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    noted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    draft: Mapped[ReportDraft] = relationship()
    seat: Mapped[Seat] = relationship()


class SetAside(Base):
    """Something on record that the report leaves out, with the rapporteur's reason."""

    __tablename__ = "set_aside"
    __table_args__ = (sa.UniqueConstraint("draft_id", "ref"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(sa.ForeignKey("report_draft.id"))
    ref: Mapped[str] = mapped_column(sa.String(120))
    reason: Mapped[str] = mapped_column(sa.String(400))
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    set_aside_at: Mapped[datetime] = mapped_column(UtcDateTime)

    draft: Mapped[ReportDraft] = relationship()
    seat: Mapped[Seat] = relationship()


class Jotting(Base):
    """What somebody is writing in place of a block, kept until it is saved in the draft."""

    __tablename__ = "jotting"
    __table_args__ = (sa.UniqueConstraint("draft_id", "block", "seat_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(sa.ForeignKey("report_draft.id"))
    block: Mapped[str] = mapped_column(sa.String(120))
    text: Mapped[str] = mapped_column(sa.Text)
    number: Mapped[int] = mapped_column(default=0)  # of the revision over which it is written
    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    jotted_at: Mapped[datetime] = mapped_column(UtcDateTime)

    draft: Mapped[ReportDraft] = relationship()
