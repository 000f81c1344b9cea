"""A report as plain text: one line a paragraph, its label before it, what hangs on it indented."""

from collections.abc import Iterator

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Report
from app.reports.choices import Choices
from app.reports.render.telling import Footnote, Telling

INDENT = "    "


def render_text(report: Report, choices: Choices) -> str:
    """The whole report; ends with a newline."""
    telling = Telling(report, choices.sources)
    front = [report.symbol, report.title, report.date, report.place, report.kind]
    blocks = [legible(line) for line in front if line]
    for block in (*report.body, *report.notes):
        blocks.extend(_lines(block, "", telling))
    if report.digest_line:
        blocks.append(legible(report.digest_line))
    if telling.notes:
        blocks.append("\n".join(f"[{note.number}] {note.text}" for note in telling.notes))
    return "\n\n".join(blocks) + "\n"


def _lines(block: Block, indent: str, telling: Telling) -> Iterator[str]:
    if block.kind is BlockKind.PICTURE:
        return  # the table after it has its figures
    if block.kind is BlockKind.LIST:
        yield from _list(block, indent, telling)
        return
    label = f"{block.label} " if block.label else ""
    if block.sentences:
        yield f"{indent}{label}{_words(block, telling)}"
    if block.kind is BlockKind.TABLE:
        yield "\n".join(f"{indent}{_row(row)}" for row in block.blocks)
        return
    inner = indent + INDENT if block.kind is BlockKind.PARAGRAPH else indent
    for each in block.blocks:
        yield from _lines(each, inner, telling)


def _words(block: Block, telling: Telling) -> str:
    marked = (f" [{p.number}]" if isinstance(p, Footnote) else p.text for p in telling.parts(block))
    return "".join(marked)


def _list(block: Block, indent: str, telling: Telling) -> Iterator[str]:
    """Short items close together; items with something of their own under them apart."""
    items = [list(_lines(item, indent, telling)) for item in block.blocks]
    if all(len(lines) == 1 for lines in items):
        yield "\n".join(lines[0] for lines in items)
    else:
        yield from (line for lines in items for line in lines)


def _row(row: Block) -> str:
    return " | ".join(legible(cell.text) for cell in row.blocks)
