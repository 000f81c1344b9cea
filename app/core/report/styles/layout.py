"""Passages laid out as blocks: here, and only here, every paragraph and item gets its place and its id."""

import re
from collections import Counter
from dataclasses import dataclass, field

from app.core.report.document import COUNTED, Block, BlockKind, Numbering, Sentence
from app.core.report.passages import Passage
from app.core.report.record import Join
from app.core.report.styles.style import Style


def block_id(ref: str) -> str:
    """A name for a block that holds for as long as the record does: the ref it was made from."""
    return re.sub("[^a-z0-9_-]", "-", ref.lower())


@dataclass(slots=True)
class Draft:
    """A block that is still being written."""

    kind: BlockKind
    id: str
    numbering: Numbering = Numbering.NONE
    level: int = 1
    sentences: list[Sentence] = field(default_factory=list)
    blocks: list["Draft"] = field(default_factory=list)

    def done(self) -> Block:
        return Block(
            kind=self.kind,
            id=self.id,
            numbering=self.numbering,
            level=self.level,
            sentences=tuple(self.sentences),
            blocks=tuple(block.done() for block in self.blocks),
        )


def paragraphs(style: Style, wanted: Numbering) -> Numbering:
    """How a report numbers its paragraphs; by section only where there are sections."""
    if wanted is Numbering.DECIMAL and not style.sections:
        return Numbering.PARAGRAPH
    return wanted if wanted in COUNTED else style.paragraphs


class Layout:
    """Takes headings and passages in reading order, and hands the blocks over."""

    def __init__(self, style: Style, numbering: Numbering = Numbering.NONE) -> None:
        self.style = style
        self.numbering = paragraphs(style, numbering)
        self.counts = True  # whether the section's paragraphs are numbered
        self.body: list[Draft] = []
        self.ids: Counter[str] = Counter()
        self.paragraph: Draft | None = None  # the last that has a label
        self.cursor: Draft | None = None  # what the next sentence runs on in
        self.host: Draft | None = None  # what the next list hangs on
        self.list: Draft | None = None  # the last that was hung on something

    def heading(self, ref: str, title: Sentence, numbering: Numbering) -> None:
        self.body.append(Draft(BlockKind.HEADING, self._id(ref), numbering, 1, [title]))
        self.counts = numbering is Numbering.SECTION or self.numbering is not Numbering.DECIMAL
        self.paragraph = self.cursor = self.host = self.list = None

    def place(self, passage: Passage, *, plain: bool = False) -> None:
        """Puts a passage where its join says; a plain one has no label."""
        join = passage.join if self.cursor else Join.NEW
        if join is Join.LIST and self.list is None:
            join = Join.NEW
        if join is Join.RUN_ON and self.host and self.host.blocks[-1:] == [self.list]:
            join = Join.CONTINUE  # after a list nothing can run on
        if join is Join.NEW:
            self.cursor = self.host = self.paragraph = self._paragraph(passage.ref, plain)
        elif join is Join.CONTINUE and self.paragraph:
            self.cursor = Draft(BlockKind.PARAGRAPH, self._id(passage.ref), level=self.paragraph.level)
            self.paragraph.blocks.append(self.cursor)
            self.host = self.paragraph  # a list after a continuation stands beside the list before it
        if self.cursor and join is not Join.LIST:
            self.cursor.sentences.extend(passage.sentences)
        if passage.items:
            self._items(passage, fresh=join is not Join.LIST)

    def done(self) -> tuple[Block, ...]:
        return tuple(draft.done() for draft in self.body)

    def _paragraph(self, ref: str, plain: bool) -> Draft:
        if plain or not self.counts:
            draft = Draft(BlockKind.PARAGRAPH, self._id(ref))
            self.body.append(draft)
            return draft
        draft = Draft(BlockKind.PARAGRAPH, self._id(ref), self.numbering)
        if self.numbering in COUNTED:
            self.body.append(draft)
            return draft
        if not self.body or self.body[-1].kind is not BlockKind.LIST:
            self.body.append(Draft(BlockKind.LIST, self._id(f"{ref}_list"), self.numbering))
        self.body[-1].blocks.append(draft)
        return draft

    def _items(self, passage: Passage, *, fresh: bool) -> None:
        """Hangs the items on the paragraph under way, in a new list or in the one begun before."""
        assert self.host  # a passage with items has just been given a paragraph
        depth = 1 if self.numbering in COUNTED else 2
        marker = self.style.phrases if passage.phrases else self.style.items
        if fresh or self.list is None:
            self.list = Draft(BlockKind.LIST, self._id(f"{passage.ref}_list"), numbering=marker, level=depth)
            self.host.blocks.append(self.list)
        marker = self.list.numbering
        self.list.blocks.extend(
            Draft(BlockKind.PARAGRAPH, self._id(i.ref), marker, depth, list(i.sentences))
            for i in passage.items
        )
        if passage.open:
            self.cursor = self.host = self.list.blocks[-1]

    def _id(self, ref: str) -> str:
        name = block_id(ref)
        self.ids[name] += 1
        return name if self.ids[name] == 1 else f"{name}_{self.ids[name]}"
