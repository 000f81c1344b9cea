"""Who took part, by stakeholder group, and which documents there were."""

from collections.abc import Iterable, Iterator

from app.core.report.context import Context
from app.core.report.document import Block, BlockKind, Numbering, Sentence
from app.core.report.phrases.frames import Noun, Words
from app.core.report.record import Record

Line = tuple[str, Words]  # the ref on which it rests, and the words


def participants(record: Record, context: Context, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """The delegations under their group, then whoever consents to be named."""
    return tuple(_gathered(record, context))


def documents(record: Record, context: Context, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """One list, in the order of the documents."""
    items = {item.ref: str(item.number) for item in record.agenda}
    said = [
        (
            document.ref,
            context.say(
                "annex.document",
                x=context.run(document.title, context.home),
                number=items.get(document.item, ""),
                by=Noun(context.directory.said(document.presented_by)),
            ),
        )
        for document in record.documents
    ]
    return (_list(context, "document", said),) if said else ()


def _gathered(record: Record, context: Context) -> Iterator[Block]:
    directory = context.directory
    for group in (*record.groups, None):
        ref = group.ref if group else ""
        known = {each.ref for each in record.groups}
        names = [
            (delegation.ref, directory.listed(delegation.ref))
            for delegation in record.delegations
            if (delegation.group if delegation.group in known else "") == ref
        ]
        key = ref.removeprefix("G:") or "delegations"
        lead = directory.listed(ref) if group else context.say("annex.delegations")
        yield from _under(context, key, lead, names)
    named = [(person.ref, directory.listed(person.ref)) for person in record.persons]
    yield from _under(context, "persons", context.say("annex.persons"), named)


def _under(context: Context, key: str, lead: Words, names: list[Line]) -> Iterator[Block]:
    """A paragraph that names a group, and what belongs to it as a list."""
    if names:
        title = Sentence(context.language.sentence(context.lead(lead), ""))
        yield Block(
            kind=BlockKind.PARAGRAPH,
            id=f"participants-{key}",
            sentences=(title,),
            blocks=(_list(context, key, names),),
        )


def _list(context: Context, key: str, lines: Iterable[Line]) -> Block:
    return Block(
        kind=BlockKind.LIST,
        id=f"annex-{key}",
        numbering=Numbering.DASH,
        blocks=tuple(
            Block(
                kind=BlockKind.PARAGRAPH,
                id=f"annex-{key}-{number}",
                label="–",
                numbering=Numbering.DASH,
                sentences=(Sentence(context.language.sentence(words, ""), (ref,)),),
            )
            for number, (ref, words) in enumerate(lines, 1)
        ),
    )
