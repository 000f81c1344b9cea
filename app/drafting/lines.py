"""The draft as lines to work on, section by section, each with its marks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from app.core.report.document import Block, BlockKind
from app.core.report.moving import movable, strays
from app.core.report.revision import ADDED, Revision, is_stale
from app.drafting.desk import Desk

PAGE = 60  # lines shown at once
_PART = "-part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One block, whether or not it stands in the report as it is."""

    block: Block
    depth: int
    label: str = ""
    revision: Revision | None = None
    own: tuple[str, ...] = ()  # sentences of the rapporteur's
    moved: bool = False
    stale: bool = False
    can_rise: bool = False
    can_sink: bool = False
    can_join: bool = False

    @property
    def id(self) -> str:
        return self.block.id

    @property
    def whole(self) -> str:
        """The id of the block whose words are reworded: of a part, that of the paragraph it is a part of."""
        return self.id.partition(_PART)[0]

    @property
    def refs(self) -> tuple[str, ...]:
        """What its own sentences rest on: positions, outcomes, not what is within them."""
        return tuple(dict.fromkeys(ref.split("/")[0] for ref in self.block.sources))

    @property
    def is_heading(self) -> bool:
        return self.block.kind is BlockKind.HEADING

    @property
    def is_added(self) -> bool:
        return self.id.startswith(ADDED)

    @property
    def is_reworded(self) -> bool:
        return bool(self.revision and self.revision.text) and not self.is_added

    @property
    def is_joined(self) -> bool:
        return bool(self.revision and self.revision.joined)

    @property
    def left_out(self) -> str:
        return self.revision.excluded if self.revision else ""


@dataclass(frozen=True, slots=True)
class Section:
    """What is shown at once: a section of the report, or a part of a long one."""

    number: int
    title: str
    item: str  # the ref of its agenda item
    lines: Sequence[Line] = field(default=())


def lines(desk: Desk) -> tuple[Line, ...]:
    """Every heading, paragraph and item, in reading order."""
    moved = strays(desk.composed.body, desk.laid_out, desk.touched)
    return tuple(_lines(desk, desk.laid_out, 0, _labels(desk), moved))


def sections(found: Sequence[Line]) -> tuple[Section, ...]:
    """All lines in one section where they are few, else one an agenda item, and none too long."""
    if len(found) <= PAGE:
        return (Section(1, "", _item(found), found),)
    parts: list[Section] = []
    count = 0

    def number(line: Line) -> int:
        nonlocal count
        count += line.is_heading
        return count

    for _, group in groupby(found, number):
        own = list(group)
        title = f"{own[0].label} {own[0].block.text}" if own[0].is_heading else ""
        for start in range(0, len(own), PAGE):
            parts.append(Section(len(parts) + 1, title, _item(own), own[start : start + PAGE]))
    return tuple(parts)


def section_of(parts: Sequence[Section], block: str) -> Section | None:
    """The section in which a block stands."""
    return next((part for part in parts if any(line.id == block for line in part.lines)), None)


def _lines(
    desk: Desk, blocks: tuple[Block, ...], depth: int, labels: Mapping[str, str], moved: frozenset[str]
) -> Iterator[Line]:
    ways = movable(blocks, desk.revisions)
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.LIST:
            yield from _lines(desk, block.blocks, depth + 1, labels, moved)
            continue
        revision = desk.revisions.by_block.get(block.id)
        composed = desk.composed_blocks.get(block.id)
        rises, sinks = ways.get(block.id, (False, False))
        yield Line(
            block=block,
            depth=depth,
            label=labels.get(block.id, ""),
            revision=revision,
            own=tuple(sentence.text for sentence in block.sentences if not sentence.sources),
            moved=block.id in moved,
            stale=bool(revision and composed and is_stale(composed, revision)),
            can_rise=rises,
            can_sink=sinks,
            can_join=place > 0
            and block.kind is BlockKind.PARAGRAPH
            and blocks[place - 1].kind is BlockKind.PARAGRAPH,
        )
        yield from _lines(desk, block.blocks, depth + 1, labels, moved)


def _labels(desk: Desk) -> dict[str, str]:
    return {block.id: block.label for block in desk.report.walk()}


def _item(found: Sequence[Line]) -> str:
    return next((ref for line in found if line.is_heading for ref in line.block.sources), "")
