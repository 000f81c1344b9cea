"""Moving a block by one place: up or down among those beside it, past a heading into the next section."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from app.core.redline import in_order
from app.core.report.document import Block, BlockKind
from app.core.report.revision import Revision, Revisions


def movable(beside: tuple[Block, ...], revisions: Revisions) -> Mapping[str, tuple[bool, bool]]:
    """Of the blocks beside each other: whether each can go up, and whether it can go down."""
    units = list(_units(beside, revisions.by_block))
    return {
        unit[0].id: (_can_go(units, place, -1), _can_go(units, place, 1)) for place, unit in enumerate(units)
    }


def move(blocks: tuple[Block, ...], revisions: Revisions, key: str, step: int) -> tuple[str, ...]:
    """The order with a block one place up (-1) or down (1); as it was where it can go no further.

    `blocks` are all that there are, none left out or joined. Those joined to a block go where it goes.
    """
    beside = siblings(blocks, key)
    units = list(_units(beside, revisions.by_block))
    at = next((place for place, unit in enumerate(units) if unit[0].id == key), None)
    if at is None or not _can_go(units, at, step):
        return revisions.order
    units[at], units[at + step] = units[at + step], units[at]
    own = [block.id for block in chain.from_iterable(units)]
    return (*(other for other in revisions.order if other not in set(own)), *own)


def siblings(blocks: tuple[Block, ...], key: str) -> tuple[Block, ...]:
    """The blocks among which one stands, in order; none where there is no such block."""
    if any(block.id == key for block in blocks):
        return blocks
    return next((found for block in blocks if (found := siblings(block.blocks, key))), ())


def strays(
    composed: tuple[Block, ...], arranged: tuple[Block, ...], touched: Sequence[str] = ()
) -> frozenset[str]:
    """The blocks that were moved: into another section, or else the fewest that account for the order.

    Of two that changed places it is the one in `touched`, or the later there.
    """
    before = {block.id: (section, place) for place, (section, block) in enumerate(_in_sections(composed))}
    found: set[str] = set()
    stayed: dict[str, list[str]] = defaultdict(list)
    for section, block in _in_sections(arranged):
        if block.kind is BlockKind.HEADING or block.id not in before:
            continue
        if before[block.id][0] == section:
            stayed[section].append(block.id)
        else:
            found.add(block.id)
    places = {key: place for key, (_, place) in before.items()}
    return frozenset(found.union(*(set(keys) - _settled(keys, places, touched) for keys in stayed.values())))


def _can_go(units: list[list[Block]], at: int, step: int) -> bool:
    """Never a heading, nor before the first: nothing stands there but what was composed there."""
    heading = units[at][0].kind is BlockKind.HEADING
    first = at + step == 0 and units[0][0].kind is BlockKind.HEADING
    return 0 <= at + step < len(units) and not heading and not first


def _units(beside: tuple[Block, ...], by_block: Mapping[str, Revision]) -> Iterator[list[Block]]:
    """Each block with those that run on in it, and what is left out between them."""
    unit: list[Block] = []
    waiting: list[Block] = []
    for block in beside:
        revision = by_block.get(block.id)
        if unit and revision and revision.joined and not revision.excluded:
            unit += [*waiting, block]
            waiting = []
        elif unit and revision and revision.excluded:
            waiting.append(block)
        else:
            yield from (each for each in (unit, *([w] for w in waiting)) if each)
            unit, waiting = [block], []
    yield from (each for each in (unit, *([w] for w in waiting)) if each)


def _settled(keys: list[str], places: Mapping[str, int], touched: Sequence[str]) -> set[str]:
    """Those in the order composed: of the untouched as many as can be, then of the others what fits."""
    kept = in_order([key for key in keys if key not in touched], places)
    for key in touched:
        if key in keys:
            at = keys.index(key)
            before = [places[other] for other in keys[:at] if other in kept]
            after = [places[other] for other in keys[at:] if other in kept]
            if max(before, default=-1) < places[key] < min(after, default=len(places)):
                kept.add(key)
    return kept


def _in_sections(blocks: tuple[Block, ...], section: str = "") -> Iterator[tuple[str, Block]]:
    """Every block, with the heading or the block under which it stands."""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            section = block.id
        yield section, block
        yield from _in_sections(block.blocks, block.id)
