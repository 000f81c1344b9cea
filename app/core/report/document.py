"""The report: one tree of blocks that every format renders, each label computed once, each sentence sourced.

A block is one of
  heading    a section's title; its number is the label
  paragraph  sentences under a label ("7.", "–", or none for a continuation), and the blocks that hang on it
  list       items, which are paragraphs with the list's marker as their label
  table      rows of cells
  picture    sentences that say what it shows; what it is drawn from is among the report's drawings
  note       a heading of its own, then what stands under it: an annex, a corrigendum, what is under review
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.determinations import Status
from app.core.pictures.drawing import Drawing


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    PICTURE = "picture"
    NOTE = "note"
    FRONT = "front"  # a line of the title block, where reports are compared


class Numbering(StrEnum):
    """What gives a block its label, so that a format with numbering of its own can use it."""

    NONE = "none"
    SECTION = "section"
    PARAGRAPH = "paragraph"  # 7. through the document
    DECIMAL = "decimal"  # 3.2. by section
    LETTER = "letter"  # (b) by section
    DOT = "dot"
    DASH = "dash"


COUNTED = (Numbering.PARAGRAPH, Numbering.DECIMAL, Numbering.LETTER)  # what can number a paragraph


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one language."""

    text: str
    lang: str = ""  # where it is not the report's


@dataclass(frozen=True, slots=True)
class Sentence:
    runs: tuple[Run, ...]
    sources: tuple[str, ...] = ()  # refs of the record
    status: Status | None = None  # what the chair determined, or put forward

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def gap(self) -> str:
        """What parts it from the sentence after it: a space, or nothing after a full-width mark."""
        return "" if self.text.rstrip("”’」』").endswith(("。", "！", "？", "：", "；")) else " "


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    kind: BlockKind
    id: str
    label: str = ""
    numbering: Numbering = Numbering.NONE
    level: int = 1
    sentences: tuple[Sentence, ...] = ()
    blocks: tuple["Block", ...] = ()

    @property
    def text(self) -> str:
        """Its own words, without its label and without the blocks that hang on it."""
        return "".join(f"{sentence.text}{sentence.gap}" for sentence in self.sentences).rstrip(" ")

    @property
    def lang(self) -> str:
        """The language of a paragraph that is wholly in another than the report's."""
        langs = {run.lang for sentence in self.sentences for run in sentence.runs}
        return langs.pop() if self.kind is BlockKind.PARAGRAPH and len(langs) == 1 else ""

    @property
    def sources(self) -> tuple[str, ...]:
        """The refs that its own sentences rest on, each once, in order."""
        return tuple(dict.fromkeys(ref for sentence in self.sentences for ref in sentence.sources))

    @property
    def listed(self) -> frozenset[str]:
        """The refs that the items of its lists rest on."""
        lists = (block for block in self.blocks if block.kind is BlockKind.LIST)
        return frozenset(ref for each in lists for block in each.walk() for ref in block.sources)

    def walk(self) -> Iterator["Block"]:
        """This block and all that hang on it, in reading order."""
        yield self
        for block in self.blocks:
            yield from block.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    lang: str
    style: str
    title: str
    kind: str  # "FINAL REPORT", "Meeting summary"
    at: datetime | None = None  # of the record
    date: str = ""  # in words; empty where the title carries it
    place: str = ""
    symbol: str = ""
    body: tuple[Block, ...] = ()
    notes: tuple[Block, ...] = ()  # annexes, and what else follows the report proper
    drawings: tuple[Drawing, ...] = ()  # of the pictures, each by its block
    digest: str = ""  # of the record, in hexadecimal
    digest_line: str = ""  # the sentence that prints it

    def walk(self) -> Iterator[Block]:
        """Every block of body and notes, in reading order."""
        for block in self.body + self.notes:
            yield from block.walk()
