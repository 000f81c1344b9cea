"""The words of a report as a file has them: its runs, and what each sentence rests on as footnotes.

Footnotes are worded and numbered here, once, for all formats; and so is where a mark without width has to
keep what follows words of the other direction in its place.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from app.core.report.characters import MARKS, anchored, legible
from app.core.report.document import Block, BlockKind, Report, Run
from app.core.report.pictures import picture_of
from app.web.languages import direction

SILENT = (BlockKind.HEADING, BlockKind.NOTE, BlockKind.ROW, BlockKind.CELL)  # titles and figures say no more


@dataclass(frozen=True, slots=True)
class Footnote:
    number: int
    text: str


Part = Run | Footnote


class Telling:
    """A report about to be written: `notes` are its footnotes, `parts` the words of a block with them.

    `leads` are the paragraphs, by id, that a list follows: no page ends with one.
    """

    def __init__(self, report: Report, sources: Mapping[str, str] | None) -> None:
        self.report = report
        self.lang = report.lang
        self.leads = frozenset(_leads(report.body + report.notes))
        self.by_sentence: dict[tuple[str, int], Footnote] = {}
        body = report.body if sources is not None else ()  # annexes name themselves what they tell of
        for block in (block for top in body for block in top.walk()):
            for index, text in _cited(block, sources or {}):
                self.by_sentence[block.id, index] = Footnote(len(self.by_sentence) + 1, text)

    @property
    def notes(self) -> list[Footnote]:
        return list(self.by_sentence.values())

    def parts(self, block: Block) -> Iterator[Part]:
        """A space between one sentence and the next; what a sentence rests on follows it."""
        way = self.direction(block)
        for index, sentence in enumerate(block.sentences):
            if index and (gap := block.sentences[index - 1].gap):
                yield Run(gap)
            note = self.by_sentence.get((block.id, index))
            for run in sentence.runs:
                yield _kept_in_place(run, way, note=note if run is sentence.runs[-1] else None)
            if note:
                yield note

    def picture(self, block: Block) -> str:
        """What a block shows, as SVG; empty where it shows nothing."""
        if block.kind is not BlockKind.PICTURE:
            return ""
        return picture_of(self.report, block, rtl=direction(self.lang) == "rtl")

    def direction(self, block: Block) -> str:
        """Which way a block is written: a paragraph that is wholly in another language goes that one's."""
        return direction(block.lang or self.lang)


def _kept_in_place(run: Run, way: str, note: Footnote | None) -> Run:
    """Without a mark the number of a footnote joins a number before it in text from right to left, and
    the full stop after a name in the other script goes to its wrong side."""
    text = legible(run.text)
    return Run(text + MARKS[way] if note and way == "rtl" else anchored(text, way), run.lang)


def _leads(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Those over a list of their own, and those beside the one that comes next."""
    for block, following in zip_longest(blocks, blocks[1:]):
        first = next(iter(block.blocks), following)
        if block.kind is BlockKind.PARAGRAPH and first and first.kind is BlockKind.LIST:
            yield block.id
        yield from _leads(block.blocks)


def _cited(block: Block, sources: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Sentences that follow each other and rest on the same have one footnote, after the last.

    What is told again by an item under the block is cited there.
    """
    if block.kind in SILENT:
        return
    below = {ref for hanging in block.blocks for inner in hanging.walk() for ref in inner.sources}
    cited = [tuple(ref for ref in sentence.sources if ref not in below) for sentence in block.sentences]
    for index, refs in enumerate(cited):
        if refs and refs != (cited[index + 1] if index + 1 < len(cited) else ()):
            yield index, legible("; ".join(dict.fromkeys(sources.get(ref, ref) for ref in refs)))
