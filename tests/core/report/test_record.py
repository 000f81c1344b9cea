"""The record and the report are values: they go into JSON and come back the same."""

import datetime as dt

import msgspec

from app.core.determinations import Status
from app.core.report.document import Block, BlockKind, Report, Run, Sentence
from app.core.report.record import (
    AgendaItem,
    Consultation,
    Determination,
    Position,
    Proposal,
    Record,
)
from app.core.votes import Tally

AT = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


def test_a_record_comes_back_from_json_as_it_was():
    position = Position(
        ref="P1.1",
        text="the doors should stay open",
        determination=Determination(ref="D1", status=Status.AGREED, at=AT),
        tally=Tally(support=3),
    )
    item = AgendaItem(
        ref="I1",
        number=1,
        title="Doors",
        proposals=(Proposal(ref="P1", title="Doors", positions=(position,)),),
    )
    record = Record(consultation=Consultation(title="House", held_on=AT.date()), at=AT, agenda=(item,))
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


def test_a_report_comes_back_from_json_as_it_was():
    inner = Block(kind=BlockKind.PARAGRAPH, id="b", sentences=(Sentence((Run("Ja.", "de"),), ("P1.1",)),))
    block = Block(kind=BlockKind.LIST, id="a", blocks=(inner,))
    report = Report(lang="en", style="numbered", title="House", kind="Final report", body=(block,))
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report
    assert [b.id for b in report.walk()] == ["a", "b"]
