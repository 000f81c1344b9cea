"""The labels of a report: here, and only here, every heading, paragraph and item gets its number or mark."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.core.report.document import Block, BlockKind, Numbering

MARKS = {Numbering.DOT: "•", Numbering.DASH: "–"}


def label(blocks: tuple[Block, ...], letter: Callable[[int], str]) -> tuple[Block, ...]:
    """The same blocks, each with its label by where it stands; `letter(3)` is a language's "(c)"."""
    return tuple(_labelled(blocks, _Count(letter)))


def numbers(body: tuple[Block, ...]) -> dict[str, str]:
    """The number of the paragraph in which each ref is first told; nothing where that has none."""
    found: dict[str, str] = {}
    for top in body:
        number = top.label.rstrip(".") if top.kind is BlockKind.PARAGRAPH else ""
        for block in top.walk():
            for ref in block.sources:
                found.setdefault(ref, number)
    return found


class _Count:
    """How far the sections and their paragraphs have been counted."""

    def __init__(self, letter: Callable[[int], str]) -> None:
        self.letter = letter
        self.section = 0
        self.paragraph = 0
        self.within = 0  # the section

    def next(self, numbering: Numbering) -> str:
        match numbering:
            case Numbering.SECTION:
                self.section += 1
                self.within = 0
                return f"{self.section}."
            case Numbering.PARAGRAPH:
                self.paragraph += 1
                return f"{self.paragraph}."
            case Numbering.DECIMAL:
                self.within += 1
                return f"{self.section}.{self.within}." if self.section else f"{self.within}."
            case Numbering.LETTER:
                self.within += 1
                return self.letter(self.within)
        return MARKS.get(numbering, "")


def _labelled(blocks: tuple[Block, ...], count: _Count) -> Iterator[Block]:
    for block in blocks:
        own = "" if block.kind is BlockKind.LIST else count.next(block.numbering)
        yield replace(block, label=own, blocks=tuple(_labelled(block.blocks, count)))
