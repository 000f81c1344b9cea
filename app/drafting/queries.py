"""Questions about the rapporteur's desk."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.consultations.models import Consultation, Seat
from app.core.report.edition import Annex, Edition
from app.core.report.revision import UNREVISED, Revision, Revisions
from app.db import db
from app.drafting.models import BlockRevision, Jotting, MarginNote, ReportDraft, SetAside
from app.ledger.models import Event


def draft_of(consultation: Consultation) -> ReportDraft | None:
    """The desk of a consultation; none until the rapporteur first changes something."""
    return db.session.scalar(sa.select(ReportDraft).where(ReportDraft.consultation_id == consultation.id))


def edition_of(draft: ReportDraft | None, consultation: Consultation) -> Edition:
    """How the report is wanted."""
    if draft is None:
        return Edition(style=consultation.report_style.value)
    return Edition(
        style=draft.style.value,
        language=draft.language,
        numbering=draft.numbering,
        annexes=tuple(Annex(annex) for annex in draft.annexes),
        quantifiers=draft.quantifiers,
    )


def current_revisions(draft: ReportDraft, at: datetime | None = None) -> list[BlockRevision]:
    """The revision that holds, or held then, of every block ever revised, in the order of their first."""
    asked = sa.select(BlockRevision).where(BlockRevision.draft_id == draft.id).order_by(BlockRevision.id)
    rows = db.session.scalars(asked.where(BlockRevision.revised_at <= at) if at else asked)
    held: dict[str, BlockRevision] = {}
    for row in rows:
        held[row.block] = row
    return list(held.values())


def revisions_of(draft: ReportDraft | None, at: datetime | None = None) -> Revisions:
    """What the rapporteur makes of the composed report, or made of it then, in the order of now."""
    if draft is None:
        return UNREVISED
    return Revisions(
        tuple(
            Revision(
                block=row.block,
                text=row.text,
                composed=row.composed,
                joined=row.joined,
                excluded=row.excluded,
                lang=row.language,
                after=row.after,
                sources=tuple(row.sources),
            )
            for row in current_revisions(draft, at)
        ),
        tuple(draft.order),
    )


def reasons_aside(draft: ReportDraft | None) -> dict[str, str]:
    """Why each thing on record was set aside, by its ref."""
    if draft is None:
        return {}
    rows = db.session.scalars(sa.select(SetAside).where(SetAside.draft_id == draft.id))
    return {row.ref: row.reason for row in rows}


def moved_blocks(draft: ReportDraft | None) -> tuple[str, ...]:
    """The blocks that somebody ever moved, the last one last."""
    if draft is None or not draft.order:
        return ()
    rows = db.session.scalars(
        sa.select(Event.data)
        .where(Event.subject == f"report_draft:{draft.id}", Event.act == "draft")
        .order_by(Event.id.desc())
    )
    moves = [data["block"] for data in rows if data.get("what") == "move" and "block" in data]
    return tuple(dict.fromkeys(moves))[::-1]


def history(draft: ReportDraft | None, block: str) -> Sequence[BlockRevision]:
    """Every revision of a block, oldest first."""
    if draft is None:
        return []
    return db.session.scalars(
        sa.select(BlockRevision)
        .where(BlockRevision.draft_id == draft.id, BlockRevision.block == block)
        .options(joinedload(BlockRevision.seat).joinedload(Seat.person))
        .order_by(BlockRevision.number)
    ).all()


def notes(draft: ReportDraft | None) -> Sequence[MarginNote]:
    """The notes beside the draft, oldest first; a note's number is its place here, since none ever goes."""
    if draft is None:
        return []
    return db.session.scalars(
        sa.select(MarginNote)
        .where(MarginNote.draft_id == draft.id)
        .options(joinedload(MarginNote.seat).joinedload(Seat.person))
        .order_by(MarginNote.id)
    ).all()


def jottings(draft: ReportDraft | None, seat: Seat | None) -> dict[str, Jotting]:
    """What somebody is writing and has not saved in the draft, by block."""
    if draft is None or seat is None:
        return {}
    rows = db.session.scalars(
        sa.select(Jotting).where(Jotting.draft_id == draft.id, Jotting.seat_id == seat.id)
    )
    return {row.block: row for row in rows}
