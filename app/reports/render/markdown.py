"""A report as Markdown: what people wrote is text in it and never markup; labels are those of the tree."""

import re
from collections.abc import Iterator

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Numbering, Report
from app.reports.choices import Choices
from app.reports.render.telling import Footnote, Telling

INDENT = "  "
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$&@]")
_LINKS = re.compile(r"(?<=\w)(?=://)|(?<=[wW]{3})(?=\.)")  # what some readers make into links by themselves
_BEGINNINGS = re.compile(r"^(\s*)([-+=!]|\d+(?=[.)]))")  # what would begin a list, a rule or a heading


def render_markdown(report: Report, choices: Choices) -> str:
    """The whole report; ends with a newline."""
    telling = Telling(report, choices.sources)
    front = [f"# {escape(report.title)}", *_line(report.date, report.place), *_line(report.kind)]
    written = [*([escape(report.symbol)] if report.symbol else []), *front]
    for block in report.body:
        written.extend(_blocks(block, "", telling))
    if report.notes or report.digest_line:
        written.append("---")
    for block in report.notes:
        written.extend(_blocks(block, "", telling))
    if report.digest_line:
        written.append(escape(report.digest_line))
    written.extend(f"[^{note.number}]: {escape(note.text)}" for note in telling.notes)
    return "\n\n".join(written) + "\n"


def escape(text: str) -> str:
    """Words that Markdown shows exactly as they are."""
    text = _MARKUP.sub(r"\\\g<0>", legible(text).strip())
    text = _LINKS.sub(r"\\", text)
    found = _BEGINNINGS.match(text)
    if not found:
        return text
    space, mark = found.groups()
    rest = text[found.end() :]
    return f"{space}{mark}\\{rest}" if mark.isdigit() else f"{space}\\{mark}{rest}"


def _line(*words: str) -> list[str]:
    said = [escape(word) for word in words if word]
    return [f"**{' · '.join(said)}**"] if said else []


def _words(block: Block, telling: Telling) -> str:
    """The words of a block; only what is written between marks of footnotes can begin or end in space."""
    told, words = "", ""
    for part in telling.parts(block):
        if isinstance(part, Footnote):
            told, words = f"{told}{escape(words)}[^{part.number}] ", ""
        else:
            words += part.text
    return f"{told}{escape(words)}".rstrip()


def _blocks(block: Block, indent: str, telling: Telling) -> Iterator[str]:
    if block.kind is BlockKind.PICTURE:
        return  # the table after it has its figures
    if block.kind is BlockKind.TABLE:
        yield from _table(block, indent)
    elif block.kind is BlockKind.LIST:
        yield from _list(block, indent, telling)
    elif block.kind in (BlockKind.HEADING, BlockKind.NOTE):
        label = f"{block.label} " if block.label else ""
        yield f"## {label}{escape(block.text)}"
        for each in block.blocks:
            yield from _blocks(each, indent, telling)
    else:
        yield from _paragraph(block, indent, telling)


def _paragraph(block: Block, indent: str, telling: Telling) -> Iterator[str]:
    """A numbered paragraph keeps its own number: a reader that counts for itself cannot change it."""
    label = f"{block.label.replace('.', chr(92) + '.')} " if block.label else ""
    if block.sentences:
        yield f"{indent}{label}{_words(block, telling)}"
    for each in block.blocks:
        yield from _blocks(each, indent, telling)


def _list(block: Block, indent: str, telling: Telling) -> Iterator[str]:
    marker = "-" if block.numbering is Numbering.DASH else "*"
    items: list[list[str]] = []
    for item in block.blocks:
        first, *rest = [
            _words(item, telling),
            *(part for each in item.blocks for part in _blocks(each, indent + INDENT, telling)),
        ]
        items.append([f"{indent}{marker} {first}", *rest])
    if all(len(lines) == 1 for lines in items):
        yield "\n".join(lines[0] for lines in items)
    else:
        yield from (line for lines in items for line in lines)


def _table(block: Block, indent: str) -> Iterator[str]:
    if block.sentences:
        yield f"{indent}{escape(block.text)}"
    head, *rows = [[escape(cell.text) for cell in row.blocks] for row in block.blocks]
    lines = [head, ["---"] * len(head), *rows]
    yield "\n".join(f"{indent}| {' | '.join(line)} |" for line in lines)
