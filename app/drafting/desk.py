"""The rapporteur's desk at one instant: the record, what is composed of it, and what is made of that."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from app.consultations.models import Consultation
from app.core.report.compose import compose
from app.core.report.disposition import Disposition, dispositions, reasons_by_ref
from app.core.report.document import Block, Report
from app.core.report.edition import Annex, Edition
from app.core.report.length import length_of
from app.core.report.record import Record
from app.core.report.revision import Revisions, opened, revise
from app.core.report.styles import STYLES
from app.core.report.styles.layout import paragraphs
from app.drafting.queries import draft_of, edition_of, moved_blocks, reasons_aside, revisions_of
from app.reports.snapshot import take_snapshot


@dataclass(frozen=True)
class Desk:
    """Plain values, so that it can be laid before a transaction begins."""

    record: Record
    edition: Edition
    revisions: Revisions
    set_aside: Mapping[str, str] = field(default_factory=dict)
    touched: tuple[str, ...] = ()  # blocks that somebody moved, the last one last

    @cached_property
    def composed(self) -> Report:
        """As it would be if nobody had touched it."""
        return compose(self.record, self.edition)

    @cached_property
    def report(self) -> Report:
        """The draft as it stands."""
        return compose(self.record, self.edition, self.revisions)

    @cached_property
    def laid_out(self) -> tuple[Block, ...]:
        """All that there is, in its order: what is left out or runs on is there as well."""
        style = STYLES[self.edition.style or self.record.consultation.style]
        numbering = paragraphs(style, self.edition.numbering)
        return revise(self.composed.body, opened(self.revisions), numbering, self.composed.lang)

    @cached_property
    def blocks(self) -> Mapping[str, Block]:
        """What there is to work on, by id; a part of a split paragraph is one as well."""
        return {block.id: block for top in self.laid_out for block in top.walk()}

    @cached_property
    def composed_blocks(self) -> Mapping[str, Block]:
        return {block.id: block for block in self.composed.walk()}

    @cached_property
    def dispositions(self) -> tuple[Disposition, ...]:
        """What became of everything on record."""
        return dispositions(self.record, self.report, self.left_out, self.set_aside)

    @cached_property
    def left_out(self) -> Mapping[str, str]:
        """Why what stood in a block that was left out was, by ref."""
        reasons = {held.block: held.excluded for held in self.revisions.blocks if held.excluded}
        return reasons_by_ref(self.laid_out, reasons)

    @property
    def reasons(self) -> dict[str, str]:
        """Why the report leaves out what it does, by ref: sealed with it."""
        return {**self.left_out, **self.set_aside}

    @property
    def length(self) -> int:
        return length_of(self.report.body)

    def words_composed(self, block: str) -> str:
        """The words composed for a block; none for one that was added."""
        found = self.composed_blocks.get(block)
        return found.text if found else ""

    def language_of(self, block: str) -> str:
        """The language in which a block was reworded; else the report's."""
        held = self.revisions.by_block.get(block)
        return (held.lang if held else "") or self.composed.lang


def lay_desk(consultation: Consultation, at: datetime, **asked: Any) -> Desk:
    """The desk; what is asked for goes before what the rapporteur chose."""
    draft = draft_of(consultation)
    edition = replace(edition_of(draft, consultation), draft=True, **asked)
    return Desk(
        take_snapshot(consultation, at, with_votes=Annex.VOTES in edition.annexes),
        edition,
        revisions_of(draft),
        reasons_aside(draft),
        moved_blocks(draft),
    )
