"""Words that have lost their place: their paragraph left the record while somebody wrote them, or since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.report.document import BlockKind
from app.core.report.revision import ADDED
from app.core.report.styles.layout import block_id
from app.drafting.desk import Desk
from app.drafting.models import Jotting

_UNWRITTEN = f"{ADDED}after-"


@dataclass(frozen=True, slots=True)
class Stray:
    """Words, saved in the draft or only kept for who wrote them, and how they could be a paragraph."""

    block: str  # for which they were
    text: str
    lang: str
    kept: bool  # and not saved
    sources: tuple[str, ...]  # the refs from which the block was composed, where they are still on record
    after: str  # the last block of the section in which it stood, as far as that can be told


def unwritten(after: str) -> str:
    """Under what name a paragraph that is not there yet is kept while somebody writes it."""
    return f"{_UNWRITTEN}{after}"[:120]


def strays(desk: Desk, jottings: Mapping[str, Jotting]) -> Sequence[Stray]:
    """What was saved first, then what somebody was writing."""
    saved = [
        _stray(desk, revision.block, revision.text, revision.lang or desk.composed.lang, kept=False)
        for revision in desk.revisions.blocks
        if revision.text and not revision.block.startswith(ADDED) and revision.block not in desk.blocks
    ]
    kept = [
        _stray(desk, block, jotting.text, desk.composed.lang, kept=True)
        for block, jotting in jottings.items()
        if block.removeprefix(_UNWRITTEN) not in desk.blocks
    ]
    return saved + kept


def _stray(desk: Desk, block: str, text: str, lang: str, *, kept: bool) -> Stray:
    found = [entry for entry in desk.dispositions if block_id(entry.ref) == block]
    item = found[0].item if found else ""
    return Stray(block, text, lang, kept, tuple(entry.ref for entry in found), _end_of(desk, item))


def _end_of(desk: Desk, item: str) -> str:
    """The last block in the section of an agenda item, or of all where there is none."""
    last, inside = "", False
    for block in desk.laid_out:
        if block.kind is BlockKind.HEADING:
            inside = item in block.sources
        last = block.id if inside else last
    return last or (desk.laid_out[-1].id if desk.laid_out else "")
