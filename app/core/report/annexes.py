"""What stands after the report proper, each part under its own heading: asked for, or owed to the reader."""

from collections.abc import Callable

from app.core.report.context import Context
from app.core.report.document import Block, BlockKind, Sentence
from app.core.report.edition import Annex
from app.core.report.method import method
from app.core.report.minority import minority_statements
from app.core.report.presence import documents, participants
from app.core.report.record import Record
from app.core.report.review import under_review
from app.core.report.votes_say import votes_say
from app.core.report.votes_table import votes_table

Part = Callable[[Record, Context, tuple[Block, ...]], tuple[Block, ...]]

PARTS: dict[Annex, Part] = {
    Annex.PARTICIPANTS: participants,
    Annex.POSITIONS: votes_table,
    Annex.VOTES: votes_say,
    Annex.MINORITY: minority_statements,
    Annex.DOCUMENTS: documents,
    Annex.METHOD: method,
}


def annexes(
    record: Record, context: Context, body: tuple[Block, ...], wanted: tuple[Annex, ...]
) -> tuple[Block, ...]:
    """What is not settled, asked for or not, then the parts that were asked for, in their fixed order.

    One that would be empty is left out.
    """
    made = [("review", under_review(record, context, body))]
    made += [(annex.value, PARTS[annex](record, context, body)) for annex in Annex if annex in wanted]
    return tuple(_note(context, key, blocks) for key, blocks in made if blocks)


def _note(context: Context, key: str, blocks: tuple[Block, ...]) -> Block:
    title = Sentence(context.say(f"annex.{key}"))
    return Block(kind=BlockKind.NOTE, id=f"note-{key}", sentences=(title,), blocks=blocks)
