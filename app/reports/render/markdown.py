"""A report as Markdown: what people wrote is text in it and never markup; labels are those of the tree."""

import re
from collections.abc import Iterator

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Numbering, Report

INDENT = "  "
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$&@]")
_LINKS = re.compile(r"(?<=\w)(?=://)|(?<=[wW]{3})(?=\.)")  # what some readers make into links by themselves
_BEGINNINGS = re.compile(r"^(\s*)([-+=!]|\d+(?=[.)]))")  # what would begin a list, a rule or a heading


def render_markdown(report: Report) -> str:
    """The whole report; ends with a newline."""
    front = [f"# {escape(report.title)}", *_line(report.date, report.place), *_line(report.kind)]
    parts = [*([escape(report.symbol)] if report.symbol else []), *front]
    for block in report.body:
        parts.extend(_blocks(block, ""))
    if report.notes or report.digest_line:
        parts.append("---")
    for block in report.notes:
        parts.extend(_blocks(block, ""))
    if report.digest_line:
        parts.append(escape(report.digest_line))
    return "\n\n".join(parts) + "\n"


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
    return [f"**{', '.join(said)}**"] if said else []


def _blocks(block: Block, indent: str) -> Iterator[str]:
    if block.kind is BlockKind.TABLE:
        yield _table(block, indent)
    elif block.kind is BlockKind.LIST:
        yield from _list(block, indent)
    elif block.kind in (BlockKind.HEADING, BlockKind.NOTE):
        label = f"{block.label} " if block.label else ""
        yield f"## {label}{escape(block.text)}"
        for each in block.blocks:
            yield from _blocks(each, indent)
    else:
        yield from _paragraph(block, indent)


def _paragraph(block: Block, indent: str) -> Iterator[str]:
    """A numbered paragraph keeps its own number: a reader that counts for itself cannot change it."""
    label = f"{block.label.replace('.', chr(92) + '.')} " if block.label else ""
    if block.sentences:
        yield f"{indent}{label}{escape(block.text)}"
    for each in block.blocks:
        yield from _blocks(each, indent)


def _list(block: Block, indent: str) -> Iterator[str]:
    marker = "-" if block.numbering is Numbering.DASH else "*"
    items: list[list[str]] = []
    for item in block.blocks:
        first, *rest = [
            escape(item.text),
            *(part for each in item.blocks for part in _blocks(each, indent + INDENT)),
        ]
        items.append([f"{indent}{marker} {first}", *rest])
    if all(len(parts) == 1 for parts in items):
        yield "\n".join(parts[0] for parts in items)
    else:
        yield from (part for parts in items for part in parts)


def _table(block: Block, indent: str) -> str:
    head, *rows = [[escape(cell.text) for cell in row.blocks] for row in block.blocks]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"{indent}| {' | '.join(line)} |" for line in lines)
