"""Differences between two texts, word by word, and between two reports, block by block."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from app.core.report.document import Block, BlockKind, Report

Change = Literal["same", "insert", "delete"]
# A word with the space after it; a character of a script that is written without spaces.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff"
_PIECES = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+\s*|\s+")
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

    @property
    def is_changed(self) -> bool:
        return any(stretch.change != "same" for stretch in self.stretches)


def redline(before: str, after: str) -> tuple[Stretch, ...]:
    """Both texts in one: what stayed, what was deleted, what was inserted, in reading order.

    The stretches that stayed and were deleted are the text before; those that stayed and were inserted are
    the text after.
    """
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if len(old) + len(new) > _MOST:
        return tuple(_stretches("delete", old)) + tuple(_stretches("insert", new))
    found: list[Stretch] = []
    for tag, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.extend(_stretches("same", old[start:end]))
        else:
            found.extend(_stretches("delete", old[start:end]))
            found.extend(_stretches("insert", new[begin:stop]))
    return tuple(found)


def compare(before: Report, after: Report) -> tuple[Difference, ...]:
    """Every block with words of either report, in the later one's order; those deleted where they stood."""
    old = {block.id: block for block in _worded(before)}
    new = {block.id: block for block in _worded(after)}
    gone: dict[str, list[Difference]] = defaultdict(list)  # by the block that stayed before them
    stayed = ""
    for key, block in old.items():
        if key in new:
            stayed = key
        else:
            gone[stayed].append(Difference(block, None, redline(block.text, "")))
    found = gone[""]
    for key, block in new.items():
        was = old.get(key)
        found.append(Difference(was, block, redline(was.text if was else "", block.text)))
        found.extend(gone[key])
    return tuple(found)


def _worded(report: Report) -> Iterator[Block]:
    return (
        block
        for block in report.walk()
        if block.sentences and block.kind not in (BlockKind.ROW, BlockKind.CELL)
    )


def _stretches(change: Change, pieces: list[str]) -> Iterator[Stretch]:
    if pieces:
        yield Stretch(change, "".join(pieces))
