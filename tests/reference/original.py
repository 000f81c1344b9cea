"""The reference reports read back into labelled paragraphs, normalized as HOUSE-STYLE.md, 2.4, says."""

import re
import unicodedata
from dataclasses import dataclass

from app.core.report.document import Block, BlockKind, Report
from tests.reference.units import FOLDER

FILES = {
    "A": "2008-open-consultation-final-report.txt",
    "B": "2005-informal-consultation-meeting-summary.txt",
}
BULLETS = "-·o•–"


@dataclass(frozen=True)
class Line:
    label: str  # "7.", "•" for any bullet, "" for none
    text: str


def original(doc: str) -> list[Line]:
    """Every paragraph of a reference report, its label joined to it and all bullets alike."""
    text = unicodedata.normalize("NFC", (FOLDER / FILES[doc]).read_text(encoding="utf-8"))
    rows = [row.strip() for row in text.splitlines() if row.strip()]
    joined: list[str] = []
    for row in rows:
        if joined and re.fullmatch(rf"\d+\.|[{BULLETS}]", joined[-1]):
            joined[-1] += f" {row}"
        else:
            joined.append(row)
    return [_line(row) for row in joined]


def composed(report: Report) -> list[Line]:
    """Every paragraph of a composed report in the same shape."""
    title = [Line("", text) for text in (report.title, report.date, report.kind) if text]
    body = [
        Line("•" if block.label in BULLETS and block.label else block.label, block.text)
        for top in report.body
        for block in _in_order(top)
        if block.kind is not BlockKind.LIST
    ]
    return title + body


def _in_order(block: Block) -> list[Block]:
    return list(block.walk())


def _line(row: str) -> Line:
    found = re.match(rf"(\d+\.|[{BULLETS}])\s+(.*)", row)
    if not found:
        return Line("", row)
    label, text = found.groups()
    return Line("•" if label in BULLETS else label, text)
