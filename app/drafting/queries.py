"""Questions about the rapporteur's desk."""

import sqlalchemy as sa

from app.consultations.models import Consultation
from app.core.report.edition import Annex, Edition
from app.core.report.revision import UNREVISED, Revision, Revisions
from app.db import db
from app.drafting.models import BlockRevision, ReportDraft


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
    )


def current_revisions(draft: ReportDraft) -> list[BlockRevision]:
    """The revision that holds of every block that was ever revised, in the order of their first."""
    rows = db.session.scalars(
        sa.select(BlockRevision).where(BlockRevision.draft_id == draft.id).order_by(BlockRevision.id)
    )
    held: dict[str, BlockRevision] = {}
    for row in rows:
        held[row.block] = row
    return list(held.values())


def revisions_of(draft: ReportDraft | None) -> Revisions:
    """What the rapporteur makes of the composed report."""
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
                after=row.after,
                sources=tuple(row.sources),
            )
            for row in current_revisions(draft)
        ),
        tuple(draft.order),
    )
