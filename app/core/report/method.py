"""How the report was made: what was determined and by whom, what was counted, who is named."""

from app.core.report.context import Context
from app.core.report.document import Block, BlockKind
from app.core.report.phrases.frames import Words
from app.core.report.record import Record


def method(record: Record, context: Context, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """A few short paragraphs."""
    consultation, limits = record.consultation, record.thresholds
    said = (
        (context.say("method.vote"),),
        (
            context.say("method.status"),
            context.say(
                "method.thresholds", consensus=limits.consensus, each=limits.group, broad=limits.broad
            ),
            context.say(
                "method.limits",
                objections=limits.objections,
                divided=limits.divided,
                rejected=limits.rejected,
            ),
            context.say("method.certainty", certainty=limits.certainty),
            context.say(
                "method.heard",
                voters=limits.voters,
                turnout=limits.turnout,
                groups=limits.groups,
                heard=limits.heard,
            ),
        ),
        (
            *((context.say(f"method.{consultation.unit}", n=record.voters),) if record.voters else ()),
            context.say("method.scale" if context.scale else "method.neutral"),
        ),
        (context.say("method.names"), *((context.say("method.languages"),) if context.quoted else ())),
    )
    return tuple(
        _paragraph(context, f"method-{number}", *sentences) for number, sentences in enumerate(said, 1)
    )


def _paragraph(context: Context, key: str, *sentences: Words) -> Block:
    context.begin_paragraph()
    return Block(kind=BlockKind.PARAGRAPH, id=key, sentences=tuple(map(context.sentence, sentences)))
