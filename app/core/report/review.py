"""What is not settled: determinations that are provisional when the record is taken, and appeals."""

from collections.abc import Iterator

from app.core.report.context import Context
from app.core.report.document import Block, BlockKind
from app.core.report.labels import numbers
from app.core.report.record import Appeal, Determination, Position, Proposal, Record
from app.core.report.styles.layout import block_id


def under_review(record: Record, context: Context, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """A paragraph for each, with the number of the one in which the matter is told; none in most reports."""
    told = numbers(body)
    blocks: list[Block] = []
    for ref, determination, in_force in _determinations(record):
        if in_force and not determination.final:
            blocks.append(_provisional(context, ref, determination, told.get(ref, "")))
        for appeal in determination.appeals:
            blocks.append(_appeal(context, ref, determination, appeal, told.get(ref, "")))
    return tuple(blocks)


def _provisional(context: Context, ref: str, determination: Determination, label: str) -> Block:
    context.begin_paragraph()
    words = context.say(_key("review.provisional", label), ref=ref, label=label)
    return Block(
        kind=BlockKind.PARAGRAPH,
        id=f"{block_id(determination.ref)}-review",
        sentences=(context.sentence(words, determination.ref, ref),),
    )


def _appeal(context: Context, ref: str, determination: Determination, appeal: Appeal, label: str) -> Block:
    context.begin_paragraph()
    of = context.directory.name(appeal.of)
    key = _key("review.appeal", label)
    said = [context.say(key, of=of, ref=ref, label=label, x=context.put(appeal.text))]
    if appeal.answer:
        said.append(context.say("review.heard", x=context.put(appeal.answer)))
    return Block(
        kind=BlockKind.PARAGRAPH,
        id=block_id(appeal.ref),
        sentences=tuple(context.sentence(words, determination.ref, ref) for words in said),
    )


def _key(key: str, label: str) -> str:
    return f"{key}.paragraph" if label else key


def _determinations(record: Record) -> Iterator[tuple[str, Determination, bool]]:
    """Every determination with the ref of its matter, and whether it is in force."""
    for item in record.agenda:
        for proposal in item.proposals:
            matters: tuple[Proposal | Position, ...] = (proposal, *proposal.positions)
            for matter in matters:
                for determination in matter.earlier:
                    yield matter.ref, determination, False
                if matter.determination:
                    yield matter.ref, matter.determination, True
