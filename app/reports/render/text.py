"""A report as plain text: one line a paragraph, its label before it, what hangs on it indented."""

from collections.abc import Iterator

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Report

INDENT = "    "


def render_text(report: Report) -> str:
    """The whole report; ends with a newline."""
    front = [report.symbol, report.title, report.date, report.place, report.kind]
    blocks = [line for line in front if line]
    for block in (*report.body, *report.notes):
        blocks.extend(_lines(block, ""))
    if report.digest_line:
        blocks.append(report.digest_line)
    return "\n\n".join(legible(line) if "\n" not in line else line for line in blocks) + "\n"


def _lines(block: Block, indent: str) -> Iterator[str]:
    if block.kind is BlockKind.TABLE:
        yield "\n".join(f"{indent}{_row(row)}" for row in block.blocks)
        return
    if block.kind is BlockKind.LIST:
        yield from _list(block, indent)
        return
    label = f"{block.label} " if block.label else ""
    if block.sentences:
        yield f"{indent}{label}{legible(block.text)}"
    inner = indent + INDENT if block.kind is BlockKind.PARAGRAPH else indent
    for each in block.blocks:
        yield from _lines(each, inner)


def _list(block: Block, indent: str) -> Iterator[str]:
    """Short items close together; items with something of their own under them apart."""
    items = [list(_lines(item, indent)) for item in block.blocks]
    if all(len(lines) == 1 for lines in items):
        yield "\n".join(lines[0] for lines in items)
    else:
        yield from (line for lines in items for line in lines)


def _row(row: Block) -> str:
    return " | ".join(legible(cell.text) for cell in row.blocks)
