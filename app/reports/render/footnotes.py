"""What each sentence rests on, as footnotes: worded and numbered here, once, for all formats."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Report, Run

SILENT = (BlockKind.HEADING, BlockKind.NOTE, BlockKind.ROW, BlockKind.CELL)  # titles and figures say no more


@dataclass(frozen=True, slots=True)
class Footnote:
    number: int
    text: str


Part = Run | Footnote
Footnotes = Mapping[tuple[str, int], Footnote]  # by block and sentence


def footnotes(report: Report, sources: Mapping[str, str] | None) -> Footnotes:
    """The footnotes in reading order; none where no sources were asked for."""
    found: dict[tuple[str, int], Footnote] = {}
    for block in report.walk() if sources is not None else ():
        for index, text in _cited(block, sources or {}):
            found[block.id, index] = Footnote(len(found) + 1, text)
    return found


def parts(block: Block, notes: Footnotes) -> Iterator[Part]:
    """A block's own words, a space between one sentence and the next, each with its footnote after it."""
    for index, sentence in enumerate(block.sentences):
        if index:
            yield Run(" ")
        yield from sentence.runs
        if note := notes.get((block.id, index)):
            yield note


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
