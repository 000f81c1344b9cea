"""The table of positions × stakeholder groups: who was in favour, who against, who abstained."""

from collections.abc import Iterable, Iterator, Sequence

from app.core.determinations import Status
from app.core.report.context import Context
from app.core.report.document import Block, BlockKind, Run, Sentence
from app.core.report.labels import numbers
from app.core.report.phrases.frames import Words
from app.core.report.record import Position, Record
from app.core.report.styles.layout import block_id
from app.core.votes import Tally

WITHHELD = "–"
SLASH = "\u202f/\u202f"  # with spaces at which no line breaks
NOBODY = Tally()
NO_GROUP = "G:"


def votes_table(record: Record, context: Context, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """A row for each position that was not withdrawn; how its figures are to be read stands above it.

    Where nobody has voted on any of them there are no figures to be read.
    """
    positions = [
        position
        for item in record.agenda
        for proposal in item.proposals
        for position in proposal.positions
        if not (position.withdrawn or proposal.withdrawn)
    ]
    if not any(position.tally for position in positions):
        return ()
    return (_table(record, context, positions, numbers(body)),)


def _table(record: Record, context: Context, positions: list[Position], told: dict[str, str]) -> Block:
    counted = {tally.group for position in positions for tally in position.by_group}
    groups = [group.ref for group in record.groups if group.ref in counted]
    others = [NO_GROUP] if NO_GROUP in counted else []
    head = (
        context.say("annex.position"),
        context.say("annex.all"),
        *(context.directory.listed(ref) for ref in groups),
        *(context.say("annex.no group") for _ in others),
    )
    columns = ("position", "all", *groups, *others)
    rows = [_row("head", columns, (context.language.sentence(words, "") for words in head))]
    for position in positions:
        put = _put(context, position, told.get(position.ref, ""))
        figures = ((Run(figure),) for figure in _figures(position, (*groups, *others)))
        rows.append(_row(position.ref, columns, (put, *figures), position.ref))
    hidden = any(tally.tally is None for position in positions for tally in position.by_group)
    context.begin_paragraph()
    said = ("annex.figures", *(("annex.withheld",) if hidden else ()))
    caption = tuple(context.sentence(context.say(key)) for key in said)
    return Block(kind=BlockKind.TABLE, id="votes", sentences=caption, blocks=tuple(rows))


def _row(key: str, columns: Sequence[str], cells: Iterable[Words], *sources: str) -> Block:
    """A row whose cells are known by it and by their columns, however many these are."""
    name = f"votes-{block_id(key)}"
    return Block(
        kind=BlockKind.ROW,
        id=name,
        blocks=tuple(
            Block(kind=BlockKind.CELL, id=f"{name}-{block_id(column)}", sentences=(Sentence(words, sources),))
            for column, words in zip(columns, cells, strict=True)
        ),
    )


def _put(context: Context, position: Position, label: str) -> Words:
    """The position as it was put, its status in words, and where it is told."""
    status = position.determination.status if position.determination else Status.FORWARD
    words = context.run(position.text, position.language or context.home)
    return context.say(
        "annex.put", ref=position.ref, x=words, status=context.say(f"status.{status}"), label=label
    )


def _figures(position: Position, groups: tuple[str, ...]) -> Iterator[str]:
    yield _figure(position.tally or NOBODY)
    by_group = {tally.group: tally.tally for tally in position.by_group}
    for ref in groups:
        tally = by_group.get(ref, NOBODY)
        yield WITHHELD if tally is None else _figure(tally)


def _figure(tally: Tally) -> str:
    return SLASH.join(map(str, (tally.in_favour, tally.against, tally.abstain)))
