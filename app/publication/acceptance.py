"""How corrected words get onto the desk: as revisions of the blocks that the paragraph is made of."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from app.core.redline import redline
from app.core.report.document import Block, BlockKind
from app.core.report.revision import part_id, parts
from app.core.words import N_, Incomplete
from app.drafting.desk import Desk

_PART = re.compile(r"(.+)-part([1-9][0-9]*)")


def rewordings(desk: Desk, block: str, text: str) -> Sequence[tuple[str, str, str]]:
    """(block, its new text, the words composed for it) of each block in which a paragraph's words lie.

    A paragraph may be a part of a block that was split, or several blocks that run on in one another; one
    of those to which no words are left has none.
    """
    run, _ = _run(desk, block)
    shares = dealt([each.text for each in run], text)
    if text and run[-1].blocks and not shares[-1]:
        raise Incomplete("text", UNHUNG)
    found = []
    for member, words in zip(run, shares, strict=True):
        match = _PART.fullmatch(member.id)
        own, place = _whole(member), int(match[2]) if match else 1
        held = desk.revisions.by_block.get(own)
        texts = parts(held.text) if held and held.text else [desk.words_composed(own)]
        texts[place - 1 : place] = [words]
        found.append((own, "\n\n".join(filter(None, texts)), desk.words_composed(own)))
    return found


def hanging(desk: Desk, block: str) -> Sequence[str]:
    """The blocks that go by themselves where a paragraph is left out: all others go with what they hang on.

    They are what runs on behind its list, and what hangs on a part of a block of which other parts stay.
    """
    run, behind = _run(desk, block)
    split = [each for each in run if (own := _whole(each)) != each.id or part_id(own, 2) in desk.blocks]
    under = (inner for each in split for hung in each.blocks for inner in _paragraphs(hung))
    return [each.id for each in (*under, *behind)]


def dealt(before: Sequence[str], after: str) -> Sequence[str]:
    """A new text dealt out to those of whose words it is made, by where the old words of each end."""
    ends = [sum(len(text) + 1 for text in before[: index + 1]) for index in range(len(before))]
    shares = [""] * len(before)
    at = index = 0
    for stretch in redline(" ".join(before), after):
        if stretch.change == "insert":
            shares[index] += stretch.text
            continue
        for piece in re.findall(r"\S+\s*|\s+", stretch.text):
            while index < len(ends) - 1 and at >= ends[index]:
                index += 1
            at += len(piece)
            shares[index] += piece if stretch.change == "same" else ""
    shares = [share.strip() for share in shares]
    if not shares[0]:  # the others hang on the first
        first = next((index for index, share in enumerate(shares) if share), 0)
        shares[0], shares[first] = shares[first], ""
    return shares


UNHUNG = N_(
    "A list hangs on words that would go. Keep some of them, or part the two paragraphs at the desk first."
)


def _run(desk: Desk, block: str) -> tuple[list[Block], list[Block]]:
    """The block and those whose words run on in it, then those behind its list; none where it is gone."""
    held = desk.revisions.by_block
    for siblings in _families(desk.laid_out):
        standing = [each for each in siblings if not (each.id in held and held[each.id].excluded)]
        ids = [each.id for each in standing]
        if block in ids:
            first, *rest = standing[ids.index(block) :]
            joined = takewhile(lambda each: each.id in held and held[each.id].joined, rest)
            run = [first, *joined]
            end = next((place for place, each in enumerate(run, 1) if each.blocks), len(run))
            return run[:end], run[end:]
    return [], []


def _whole(block: Block) -> str:
    """The id of the block of which this is a part."""
    match = _PART.fullmatch(block.id)
    return match[1] if match else block.id


def _paragraphs(block: Block) -> Iterator[Block]:
    """What can be left out: a paragraph, or each item of a list."""
    if block.kind is BlockKind.PARAGRAPH:
        yield block
    for inner in block.blocks if block.kind is BlockKind.LIST else ():
        yield from _paragraphs(inner)


def _families(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    yield blocks
    for block in blocks:
        yield from _families(block.blocks)
