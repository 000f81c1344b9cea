"""Differences between two texts, word by word, and between two reports, block by block and row by row."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

from app.core.report.document import Block, BlockKind, Report, Run, Sentence

Change = Literal["same", "insert", "delete"]
# A word with the space after it; a character of a script that is written without spaces.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff"
_PIECES = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+\s*|\s+")
FRONT = ("symbol", "place", "date", "title", "kind")  # the title block
_MOST = 20_000  # pieces on both sides together; beyond, the whole is told as replaced


class Stretch(NamedTuple):
    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One block of two reports: as it was, as it is, and the words that tell them apart."""

    before: Block | None
    after: Block | None
    stretches: tuple[Stretch, ...]
    moved: bool = False  # it stands elsewhere among those that stayed

    @property
    def is_reworded(self) -> bool:
        return any(stretch.change != "same" for stretch in self.stretches)

    @property
    def is_changed(self) -> bool:
        return self.moved or self.is_reworded


def redline(before: str, after: str) -> tuple[Stretch, ...]:
    """Both texts in one: what stayed, what was deleted, what was inserted, in reading order.

    The stretches that stayed and were deleted are the text before; those that stayed and were inserted are
    the text after.
    """
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if len(old) + len(new) > _MOST:
        return _joined([("delete", before), ("insert", after)])
    was, now = ([piece.rstrip() or piece for piece in pieces] for pieces in (old, new))
    found: list[tuple[Change, str]] = []
    for tag, start, end, begin, stop in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            for index in range(end - start):
                found.extend(_alike(old[start + index], new[begin + index]))
        else:
            found.extend((("delete", "".join(old[start:end])), ("insert", "".join(new[begin:stop]))))
    return _joined(found)


def compare(before: Report, after: Report) -> tuple[Difference, ...]:
    """Every block with words of either report, in the later one's order; those deleted where they stood.

    A line of the title block is a block too, and a table's row is one, with the words of its cells.
    """
    old = {block.id: block for block in _worded(before)}
    new = {block.id: block for block in _worded(after)}
    gone: dict[str, list[Difference]] = defaultdict(list)  # by the block that stayed before them
    stayed = ""
    for key, block in old.items():
        if key in new:
            stayed = key
        else:
            gone[stayed].append(Difference(block, None, redline(words_of(block), "")))
    found = gone[""]
    still = in_order([key for key in new if key in old], {key: place for place, key in enumerate(old)})
    for key, block in new.items():
        was = old.get(key)
        words = redline(words_of(was) if was else "", words_of(block))
        found.append(Difference(was, block, words, moved=was is not None and key not in still))
        found.extend(gone[key])
    return tuple(found)


def in_order(keys: list[str], places: Mapping[str, int]) -> set[str]:
    """The most of some keys that still follow one another as they did: all others have been moved."""
    tails: list[str] = []  # the lowest end of a run of each length
    before: dict[str, str] = {}
    for key in keys:
        length = bisect_left(tails, places[key], key=places.__getitem__)
        before[key] = tails[length - 1] if length else ""
        tails[length : length + 1] = [key]
    run: set[str] = set()
    key = tails[-1] if tails else ""
    while key:
        run.add(key)
        key = before[key]
    return run


def words_of(block: Block) -> str:
    """A block's own words; those of a row are in its cells."""
    return " | ".join(cell.text for cell in block.blocks) if block.kind is BlockKind.ROW else block.text


def _worded(report: Report) -> Iterator[Block]:
    for name in FRONT:
        if words := getattr(report, name):
            sentence = Sentence((Run(words),))
            yield Block(kind=BlockKind.FRONT, id=f"front-{name}", sentences=(sentence,))
    for block in report.walk():
        if block.kind is BlockKind.ROW or (block.sentences and block.kind is not BlockKind.CELL):
            yield block


def _alike(before: str, after: str) -> Iterator[tuple[Change, str]]:
    """The same word twice, after which the space may differ: at the end of a text there is none."""
    if before == after:
        yield "same", before
    else:
        word = before.rstrip()
        yield from (("same", word), ("delete", before[len(word) :]), ("insert", after[len(word) :]))


def _joined(found: list[tuple[Change, str]]) -> tuple[Stretch, ...]:
    """Stretches of one kind as one; between words that stayed what was deleted comes first."""
    stretches: list[Stretch] = []
    for same, group in groupby(found, key=lambda piece: piece[0] == "same"):
        pieces = list(group)
        kinds: tuple[Change, ...] = ("same",) if same else ("delete", "insert")
        for kind in kinds:
            if text := "".join(text for change, text in pieces if change == kind):
                stretches.append(Stretch(kind, text))
    return tuple(stretches)
