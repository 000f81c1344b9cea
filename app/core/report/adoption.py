"""A report is adopted paragraph by paragraph: what can be corrected and approved, and where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.core.report.corrigendum import ID as CORRIGENDUM
from app.core.report.document import COUNTED, Block, BlockKind, Numbering, Report
from app.core.report.seal import digest
from app.core.words import N_, Sentence


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph or an item stands: under which number, and as which item of a list."""

    number: str = ""
    items: tuple[int, ...] = ()
    continued: bool = False  # without a label, after the paragraph of that number

    @property
    def name(self) -> Sentence:
        item = ".".join(map(str, self.items))
        if self.items and self.number:
            return Sentence(N_("Paragraph %(number)s, item %(item)s"), {"number": self.number, "item": item})
        if self.items:
            return Sentence(N_("Item %(item)s"), {"item": item})
        if self.continued and self.number:
            return Sentence(N_("Paragraph %(number)s, continued"), {"number": self.number})
        if self.number:
            return Sentence(N_("Paragraph %(number)s"), {"number": self.number})
        return Sentence(N_("Unnumbered paragraph"))


def correctable(report: Report) -> Mapping[str, Block]:
    """The paragraphs and items of the report proper, in reading order, by their ids."""
    return {
        block.id: block
        for top in report.body
        for block in top.walk()
        if block.kind is BlockKind.PARAGRAPH and block.sentences
    }


def paragraphs(report: Report) -> tuple[Block, ...]:
    """What is approved one by one: each paragraph with what hangs on it, each item of a list alone."""
    return tuple(
        part
        for top in report.body
        if top.kind is not BlockKind.HEADING
        for part in (top.blocks if top.kind is BlockKind.LIST else (top,))
    )


def places(report: Report) -> Mapping[str, Place]:
    """Where each block of the report proper stands, by its id."""
    return dict(_placed(report.body, _Walk(), ()))


def words_of(block: Block) -> str:
    """The digest of a paragraph's very words and of those that hang on it."""
    return digest("\n".join(part.text for part in block.walk()))


def words_of_whole(report: Report) -> str:
    """The digest of all words in their order, whenever composed, and whatever they set right."""
    words = (
        block.text for top in report.body + report.notes if top.id != CORRIGENDUM for block in top.walk()
    )
    return digest("\n".join((report.title, *words)))


@dataclass(slots=True)
class _Walk:
    section: str = ""
    number: str = ""


def _placed(
    blocks: tuple[Block, ...], walk: _Walk, above: tuple[int, ...], *, listed: bool = False
) -> Iterator[tuple[str, Place]]:
    for index, block in enumerate(blocks, 1):
        items = (*above, index) if listed else above
        if block.kind is BlockKind.HEADING:
            walk.section, walk.number = block.label.rstrip("."), ""
        elif block.numbering in COUNTED:
            lettered = block.numbering is Numbering.LETTER and walk.section
            walk.number = f"{walk.section} {block.label}" if lettered else block.label.rstrip(".")
        elif not listed and block.numbering is Numbering.NONE and above:
            items = above  # runs on under its item
        elif not listed and block.kind is not BlockKind.LIST:
            items = ()
        yield block.id, Place(walk.number, items, not items and block.numbering not in COUNTED)
        yield from _placed(block.blocks, walk, items, listed=block.kind is BlockKind.LIST)
