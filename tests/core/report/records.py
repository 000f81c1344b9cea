"""Small records for the tables of cases: everything that is not said is as plain as can be."""

import datetime as dt
from typing import Any

from app.core.determinations import Status
from app.core.report.compose import compose
from app.core.report.document import Block, BlockKind, Report
from app.core.report.edition import Edition
from app.core.report.record import AgendaItem, Consultation, Determination, Position, Proposal, Record

AT = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 2)


def position(ref: str, text: str, status: Status | None = None, **facts: Any) -> Position:
    determination = Determination(ref=f"D-{ref}", status=status, at=AT) if status else None
    return Position(ref=ref, text=text, determination=determination, **facts)


def proposal(ref: str, *positions: Position, **facts: Any) -> Proposal:
    return Proposal(ref=ref, title=facts.pop("title", f"Proposal {ref}"), positions=positions, **facts)


def item(number: int, *proposals: Proposal, **facts: Any) -> AgendaItem:
    return AgendaItem(
        ref=f"I{number}", number=number, title=f"Subject {number}", proposals=proposals, **facts
    )


def record(*items: AgendaItem, consultation: dict[str, Any] | None = None, **facts: Any) -> Record:
    settings = {"title": "The harbour", "held_on": DAY, **(consultation or {})}
    return Record(consultation=Consultation(**settings), at=AT, agenda=items, **facts)


def report_on(*positions: Position, style: str = "numbered", **facts: Any) -> Report:
    """The report of a meeting in which these positions were put, each in a thread of its own."""
    proposals = (proposal(f"P{n}", each) for n, each in enumerate(positions, 1))
    return compose(record(item(1, *proposals), **facts), Edition(style=style))


def lines(report: Report) -> list[str]:
    """The body as it reads: one line a block, its label before it."""
    return [
        f"{block.label} {block.text}".strip()
        for top in report.body
        for block in top.walk()
        if block.kind is not BlockKind.LIST
    ]


def told(*positions: Position, style: str = "numbered", **facts: Any) -> list[str]:
    """The words of the paragraphs alone, without headings and labels."""
    report = report_on(*positions, style=style, **facts)
    return [block.text for top in report.body for block in top.walk() if is_paragraph(block)]


def is_paragraph(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH
