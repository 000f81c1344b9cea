"""How corrected words get onto the desk: as revisions of the blocks that the paragraph is made of."""

import re
from collections.abc import Iterator, Sequence

from app.core.redline import redline
from app.core.report.document import Block
from app.core.report.revision import parts
from app.drafting.desk import Desk

_PART = re.compile(r"(.+)-part([1-9][0-9]*)")


def rewordings(desk: Desk, block: str, text: str) -> Sequence[tuple[str, str, str]]:
    """(block, its new text, the words composed for it) of each block in which a paragraph's words lie.

    A paragraph may be a part of a block that was split, or several blocks that run on in one another; one
    of those to which no words are left has none.
    """
    run = _run(desk, block)
    found = []
    for member, words in zip(run, dealt([each.text for each in run], text), strict=True):
        match = _PART.fullmatch(member.id)
        own, place = (match[1], int(match[2])) if match else (member.id, 1)
        held = desk.revisions.by_block.get(own)
        texts = parts(held.text) if held and held.text else [desk.words_composed(own)]
        texts[place - 1 : place] = [words]
        found.append((own, "\n\n".join(filter(None, texts)), desk.words_composed(own)))
    return found


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


def _run(desk: Desk, block: str) -> list[Block]:
    """The block and those that run on in it; none where it is no longer there."""
    held = desk.revisions.by_block
    for siblings in _families(desk.laid_out):
        standing = [each for each in siblings if not (each.id in held and held[each.id].excluded)]
        ids = [each.id for each in standing]
        if block in ids:
            run = [standing[ids.index(block)]]
            for each in standing[ids.index(block) + 1 :]:
                if run[-1].blocks or not (each.id in held and held[each.id].joined):
                    break
                run.append(each)
            return run
    return []


def _families(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    yield blocks
    for block in blocks:
        yield from _families(block.blocks)
