"""The notes at the end: minority statements in their proponents' words, and how the report was made."""

from collections.abc import Callable, Iterator

from app.core.report.context import Context
from app.core.report.document import Block, BlockKind, Sentence
from app.core.report.edition import Annex
from app.core.report.record import MinorityStatement, Record
from app.core.report.styles.layout import block_id


def notes(
    record: Record, context: Context, body: tuple[Block, ...], annexes: tuple[Annex, ...]
) -> tuple[Block, ...]:
    """What stands after the report proper, each under a heading of its own."""
    made: dict[Annex, Callable[[], Block | None]] = {
        Annex.MINORITY: lambda: _minority_statements(record, context, body),
        Annex.METHOD: lambda: _method(record, context),
    }
    found = (made[annex]() for annex in Annex if annex in annexes and annex in made)
    return tuple(note for note in found if note)


def _minority_statements(record: Record, context: Context, body: tuple[Block, ...]) -> Block | None:
    paragraphs = []
    labels = _labels(body)
    for ref, statement in _statements(record):
        of = context.directory.name(statement.of) or context.language.sentences["minority.anonymous"]
        label = labels.get(ref, "")
        key = "minority.of.paragraph" if label else "minority.of"
        context.begin_paragraph()
        words = context.say(key, of=of, label=label, x=context.put(statement.text))
        paragraphs.append(
            Block(
                kind=BlockKind.PARAGRAPH,
                id=block_id(statement.ref),
                sentences=(context.sentence(words, statement.ref, ref),),
            )
        )
    return _note(context, "minority", tuple(paragraphs)) if paragraphs else None


def _statements(record: Record) -> Iterator[tuple[str, MinorityStatement]]:
    for item in record.agenda:
        for proposal in item.proposals:
            for statement in proposal.minority_statements:
                yield proposal.ref, statement
            for position in proposal.positions:
                for statement in position.minority_statements:
                    yield position.ref, statement


def _labels(body: tuple[Block, ...]) -> dict[str, str]:
    """The number of the paragraph in which each ref is first told."""
    labels: dict[str, str] = {}
    for top in body:
        number = top.label.rstrip(".") if top.kind is BlockKind.PARAGRAPH else ""
        for block in top.walk():
            for ref in block.sources:
                labels.setdefault(ref, number)
    return labels


def _method(record: Record, context: Context) -> Block:
    """A few short paragraphs: what was determined and by whom, what was counted, who is named."""
    consultation, limits = record.consultation, record.thresholds
    said = (
        (context.say("method.vote"),),
        (
            context.say("method.status"),
            context.say(
                "method.thresholds", consensus=limits.consensus, each=limits.group, broad=limits.broad
            ),
        ),
        (
            *((context.say(f"method.{consultation.unit}", n=record.voters),) if record.voters else ()),
            context.say("method.scale" if context.scale else "method.neutral"),
        ),
        (context.say("method.names"), *((context.say("method.languages"),) if context.quoted else ())),
    )
    paragraphs = tuple(
        Block(
            kind=BlockKind.PARAGRAPH,
            id=f"method-{number}",
            sentences=tuple(context.sentence(words) for words in sentences),
        )
        for number, sentences in enumerate(said, 1)
    )
    return _note(context, "method", paragraphs)


def _note(context: Context, key: str, paragraphs: tuple[Block, ...]) -> Block:
    title = Sentence(context.say(key))
    return Block(kind=BlockKind.NOTE, id=f"note-{key}", sentences=(title,), blocks=paragraphs)
