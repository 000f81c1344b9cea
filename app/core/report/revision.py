"""What the rapporteur makes of the composed report: words, order, joining, parting, leaving out, adding.

A revision says how one block is wanted, never what was done to it, and finds its block by the id that it
keeps for as long as the record does. So the same revisions hold when the report is composed anew.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Numbering, Run, Sentence
from app.core.words import N_, Incomplete

WORDS_LIMIT = 10_000  # characters of one block
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """How the rapporteur wants one block."""

    block: str  # the id of a composed block, or of one that is added
    text: str = ""  # instead of the words composed; after an empty line a paragraph of its own begins
    composed: str = ""  # the words that were composed when it was reworded
    joined: bool = False  # it runs on in the block before it
    excluded: str = ""  # why it is left out
    lang: str = ""  # in which the text is written; none: the report's
    after: str = ""  # of an added block: the one that it follows; none: it comes first
    sources: tuple[str, ...] = ()  # of an added block: the refs on which it rests


@dataclass(frozen=True, slots=True)
class Revisions:
    blocks: tuple[Revision, ...] = ()
    order: tuple[str, ...] = ()  # the ids of blocks that were put in order among those beside them

    @property
    def by_block(self) -> Mapping[str, Revision]:
        return {revision.block: revision for revision in self.blocks}


UNREVISED = Revisions()
ADDED = "own-"  # begins the id of a block that the rapporteur added


def revise(
    blocks: tuple[Block, ...], revisions: Revisions, paragraphs: Numbering, lang: str
) -> tuple[Block, ...]:
    """The blocks of a report in some language as the rapporteur wants them.

    `paragraphs` is how one that is added is numbered.
    """
    if revisions == UNREVISED:
        return blocks
    desk = _Desk(revisions, paragraphs, lang)
    return desk.arranged(desk.with_added(blocks))


def opened(revisions: Revisions) -> Revisions:
    """The same with nothing left out and every block for itself: what the rapporteur chooses from."""
    return Revisions(
        tuple(replace(revision, excluded="", joined=False) for revision in revisions.blocks), revisions.order
    )


def carried(revisions: Revisions, home: str, lang: str) -> tuple[Revisions, tuple[Revision, ...]]:
    """What of them goes along when a report of one language is told in another, and the rewordings that stay.

    Words that were written in place of composed ones stay behind unless they are in the other language: what
    is composed says the same in that. Paragraphs that were added have no like, and go along as they are.
    """
    told = tuple(replace(each, lang=each.lang or home) for each in revisions.blocks)
    left = tuple(
        each
        for each in told
        if lang != home and each.text and each.lang != lang and not each.block.startswith(ADDED)
    )
    kept = (replace(each, text="", composed="") if each in left else each for each in told)
    return Revisions(tuple(kept), revisions.order), left


def is_stale(block: Block, revision: Revision) -> bool:
    """Whether the record under a reworded block has changed since: other words are composed now."""
    return bool(revision.text) and revision.composed != block.text


def check_words(text: str) -> None:
    """Incomplete unless the text can stand as a paragraph, or as several."""
    if not parts(text):
        raise Incomplete("text", N_("Write the words, or leave the paragraph out."))
    if len(text) > WORDS_LIMIT:
        raise Incomplete(
            "text",
            N_("This has %(count)d characters. Shorten it to %(limit)d, or make several paragraphs of it."),
            count=len(text),
            limit=WORDS_LIMIT,
        )


def parts(text: str) -> list[str]:
    """The paragraphs of a text, each on one line; an empty line parts them."""
    return [" ".join(legible(part).split()) for part in _EMPTY_LINES.split(text.strip()) if part.strip()]


def part_id(block: str, place: int) -> str:
    """The id of a paragraph that was split off a block; the first keeps the block's own."""
    return block if place == 1 else f"{block}-part{place}"


def resourced(
    text: str, composed: tuple[Sentence, ...], lang: str = "", whole: str = ""
) -> tuple[Sentence, ...]:
    """A reworded text as sentences: those left as composed keep their sources, the rest shares the others'.

    What is written beside sentences that all still stand has no source: it is the rapporteur's own. They may
    stand in another part of the `whole`, where the text is one of several parts.
    """
    standing = [sentence for sentence in composed if sentence.text and sentence.text in (whole or text)]
    kept = [sentence for sentence in standing if sentence.text in text]
    lost = [sentence for sentence in composed if sentence not in standing]
    sources = tuple(dict.fromkeys(ref for sentence in lost for ref in sentence.sources))
    statuses = {sentence.status for sentence in lost}
    status = statuses.pop() if len(statuses) == 1 else None
    found: list[Sentence] = []
    rest = text
    while rest:
        first = min(
            (sentence for sentence in kept if sentence.text in rest),
            key=lambda sentence: rest.index(sentence.text),
            default=None,
        )
        own, rest = (rest, "") if first is None else _cut(rest, first.text)
        if own.strip():
            found.append(Sentence((Run(own.strip(), lang),), sources, status))
        if first:
            found.append(first)
            kept.remove(first)
    return tuple(found)


def _cut(text: str, words: str) -> tuple[str, str]:
    at = text.index(words)
    return text[:at], text[at + len(words) :].lstrip()


class _Desk:
    """The revisions at hand while the blocks are gone through."""

    def __init__(self, revisions: Revisions, paragraphs: Numbering, lang: str) -> None:
        self.lang = lang
        self.by_block = revisions.by_block
        self.places = {block: place for place, block in enumerate(revisions.order)}
        self.paragraphs = paragraphs
        self.added: dict[str, list[Revision]] = {}
        for revision in revisions.blocks:
            if revision.block.startswith(ADDED) and revision.text:
                self.added.setdefault(revision.after, []).append(revision)

    def with_added(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks and those that were added; one whose place is gone comes last."""
        first = [self._make(revision, None) for revision in self.added.pop("", ())]
        found = (*first, *self._inserted(blocks))
        for revisions in list(self.added.values()):
            found = (*found, *(self._make(revision, None) for revision in revisions))
        return found

    def arranged(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks in their order, each with its words, those left out left out and those joined joined."""
        done: list[Block] = []
        for block in self._ordered([part for each in blocks for part in self._worded(each)]):
            revision = self.by_block.get(block.id)
            if revision and revision.excluded:
                continue
            block = _leading(block, self.arranged(block.blocks))
            if block.kind is BlockKind.LIST and not block.blocks:
                continue
            if revision and revision.joined and done and done[-1].kind is BlockKind.PARAGRAPH:
                done[-1] = _joined(done[-1], block)
            else:
                done.append(block)
        return tuple(done)

    def _inserted(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            yield replace(block, blocks=tuple(self._inserted(block.blocks)))
            following = self.added.pop(block.id, ())
            for revision in following:
                made = self._make(revision, block)
                yield from self._inserted([made])

    def _make(self, revision: Revision, before: Block | None) -> Block:
        like = before if before and before.kind is BlockKind.PARAGRAPH else None
        return Block(
            kind=BlockKind.PARAGRAPH,
            id=revision.block,
            numbering=like.numbering if like else self.paragraphs,
            level=like.level if like else 1,
            sentences=(
                Sentence((Run(" ".join(parts(revision.text)), self._foreign(revision)),), revision.sources),
            ),
        )

    def _worded(self, block: Block) -> list[Block]:
        revision = self.by_block.get(block.id)
        texts = parts(revision.text) if revision else []
        if not revision or not texts:
            return [block]
        return [
            replace(
                block,
                id=part_id(block.id, place),
                sentences=resourced(text, block.sentences, self._foreign(revision), "\n".join(texts)),
                blocks=block.blocks if place == len(texts) else (),
            )
            for place, text in enumerate(texts, 1)
        ]

    def _foreign(self, revision: Revision) -> str:
        """The language of a text, where it is not the report's."""
        return "" if revision.lang.partition("-")[0] == self.lang else revision.lang

    def _ordered(self, blocks: list[Block]) -> list[Block]:
        """Those that were put in order so; any other stays behind the one it was composed after."""
        if not any(block.id in self.places for block in blocks):
            return blocks
        before, following = "", defaultdict[str, list[Block]](list)
        for block in blocks:
            if block.id in self.places:
                before = block.id
            else:
                following[before].append(block)
        ordered = following[""]
        for block in sorted((b for b in blocks if b.id in self.places), key=lambda b: self.places[b.id]):
            ordered.extend((block, *following[block.id]))
        return ordered


def _leading(block: Block, blocks: tuple[Block, ...]) -> Block:
    """A block over what is left under it: a lead-in rests no longer on what its list has lost."""
    left = replace(block, blocks=blocks)
    lost = block.listed - left.listed
    if not lost:
        return left
    sentences = (
        replace(sentence, sources=tuple(ref for ref in sentence.sources if ref not in lost))
        for sentence in block.sentences
    )
    return replace(left, sentences=tuple(sentences))


def _joined(first: Block, second: Block) -> Block:
    """The second run on in the first, or under it where something hangs on the first already."""
    if first.blocks:
        second = replace(second, numbering=Numbering.NONE)
        return replace(first, blocks=(*first.blocks, second))
    return replace(first, sentences=(*first.sentences, *second.sentences), blocks=second.blocks)
