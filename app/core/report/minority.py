"""Minority statements, in their proponents' words."""

from collections.abc import Iterator

from app.core.report.context import Context
from app.core.report.document import Block, BlockKind
from app.core.report.labels import numbers
from app.core.report.phrases.frames import plain
from app.core.report.record import MinorityStatement, Record
from app.core.report.styles.layout import block_id


def minority_statements(record: Record, context: Context, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """A paragraph for each, with the number of the one in which that which it speaks of is told."""
    told = numbers(body)
    return tuple(
        _statement(context, ref, statement, told.get(ref, "")) for ref, statement in _statements(record)
    )


def _statement(context: Context, ref: str, statement: MinorityStatement, label: str) -> Block:
    of = context.directory.name(statement.of) or context.language.sentences["minority.anonymous"]
    key = "minority.of.paragraph" if label else "minority.of"
    context.begin_paragraph()
    texts = tuple(text for text in statement.text.splitlines() if text.strip()) or ("",)
    first, *more = context.paragraphs(texts, statement.language)
    words = context.say(key, of=of, supporters=_supporters(context, statement), label=label, x=first)
    name = block_id(statement.ref)
    return Block(
        kind=BlockKind.PARAGRAPH,
        id=name,
        sentences=(context.sentence(words, statement.ref, ref),),
        blocks=tuple(
            Block(
                kind=BlockKind.PARAGRAPH,
                id=f"{name}-{number}",
                sentences=(context.sentence(words, statement.ref, ref, own=True),),
            )
            for number, words in enumerate(more, 2)
        ),
    )


def _supporters(context: Context, statement: MinorityStatement) -> str:
    """Those who have signed it: by name where they agreed to that, and how many others there are."""
    names = [name for ref in statement.supporters if (name := context.directory.name(ref))]
    others = statement.others + len(statement.supporters) - len(names)
    if others:
        names.append(plain(context.say("minority.others" if names else "minority.signatories", n=others)))
    return context.language.listing(names) if names else ""


def _statements(record: Record) -> Iterator[tuple[str, MinorityStatement]]:
    for item in record.agenda:
        for proposal in item.proposals:
            for statement in proposal.minority_statements:
                yield proposal.ref, statement
            for position in proposal.positions:
                for statement in position.minority_statements:
                    yield position.ref, statement
