"""The annex on what the votes say: each picture with its table, the same figures in both."""

import json
from dataclasses import replace
from datetime import date

import pytest

from app.core.determinations import Status
from app.core.opinion.course import Day
from app.core.opinion.findings import Bridge, Divide, Findings, Line, OpinionGroup, Trait
from app.core.opinion.groups import Verdict
from app.core.opinion.places import Mark
from app.core.report.compose import compose
from app.core.report.document import Block, BlockKind, Report
from app.core.report.edition import Annex, Edition
from app.core.report.phrases import LANGUAGES
from app.core.report.pictures import picture_of
from app.core.report.record import Record
from app.core.report.seal import canonical, unseal
from app.core.votes import Tally
from tests.core.report.records import item, position, proposal, record

LINES = (
    Line("P1.1", Tally(20, 4, 1, 3, 1), 640, 910),
    Line("P1.2", Tally(10, 0, 2, 9, 1), 250, 600),
    Line("P1.3", Tally()),
)
FOUND = Findings(
    votes=51,
    voters=30,
    verdict=Verdict.FOUND,
    groups=(OpinionGroup("A", 20, (Trait("P1.2", True, 900, 100),)), OpinionGroup("B", 9)),
    between=("A", "B"),
    lines=LINES,
    bridges=(Bridge("P1.1", True, 620, "B"),),
    divides=(Divide("P1.2", ("A",), ("B",)),),
    unseen=("P1.3",),
    few=7,
    marks=(Mark(10, 20, 0, 20), Mark(-300, 5, 1, 9), Mark(0, 0, -1, 1)),
    days=(Day(date(2026, 3, 1), 9, 1, 0), Day(date(2026, 3, 4), 34, 14, 3)),
)


def taken(found: Findings | None = FOUND, text: str = "the gate should open") -> Record:
    positions = (
        position("P1.1", text, Status.CONSENSUS),
        position("P1.2", "the gate should shut"),
        position("P1.3", "there should be no gate"),
    )
    return record(item(1, proposal("P1", *positions)), findings=found)


def told(found: Findings | None = FOUND, language: str = "en", text: str = "the gate should open") -> Report:
    return compose(taken(found, text), Edition(language=language, annexes=(Annex.VOTES,)))


def annex(report: Report) -> dict[str, Block]:
    return {block.id: block for note in report.notes for block in note.blocks}


def cells(table: Block) -> list[list[str]]:
    return [[cell.text for cell in row.blocks] for row in table.blocks]


def test_every_picture_has_its_table_after_it() -> None:
    kinds = [block.kind for block in annex(told()).values()]
    pictures = [place for place, kind in enumerate(kinds) if kind is BlockKind.PICTURE]
    assert len(pictures) == 3
    assert all(kinds[place + 1] is BlockKind.TABLE for place in pictures)


def test_the_table_has_the_figures_of_the_strip() -> None:
    report = told()
    drawing = next(each for each in report.drawings if each.block == "said-strip")
    _, *rows = cells(annex(report)["said-support"])
    assert [row[0].split(" ")[0] for row in rows] == [line.ref for line in drawing.lines]
    assert [row[1:4] for row in rows] == [
        [str(n) for n in (line.tally.in_favour, line.tally.against, line.tally.abstain)]
        for line in drawing.lines
    ]
    assert rows[0][4] == "64\u00a0%–91\u00a0%"


def test_what_unites_and_what_divides_is_told_by_group() -> None:
    blocks = annex(told())
    assert cells(blocks["said-unites"])[1][1:] == ["In favour", "62\u00a0%"]
    assert cells(blocks["said-divides"])[1][1:] == ["A", "B"]
    assert "P1.3" in blocks["said-undecided"].text


def test_a_day_with_a_determination_is_told_even_if_nobody_voted_then() -> None:
    report = told()
    _, *rows = cells(annex(report)["said-days"])
    drawing = next(each for each in report.drawings if each.block == "said-course")
    assert {ruling.ref for ruling in drawing.rulings} == {row[5] for row in rows} - {"–"}


def test_one_day_has_no_course() -> None:
    report = told(replace(FOUND, days=FOUND.days[:1]))
    assert "said-course" not in annex(report)
    assert "said-days" not in annex(report)


def test_nothing_is_told_where_nothing_was_counted() -> None:
    assert told(None).notes == ()
    assert told(None).drawings == ()
    assert told(Findings(votes=0, voters=0, verdict=Verdict.TOO_FEW)).notes == ()


def test_without_a_map_there_are_no_groups() -> None:
    report = told(replace(FOUND, verdict=Verdict.WITHHELD, groups=(), marks=(), between=()))
    assert "said-map" not in annex(report)
    assert "secret" in annex(report)["said-counted"].text


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_on_groups_has_its_words(verdict: Verdict) -> None:
    for language in LANGUAGES:
        assert annex(told(replace(FOUND, verdict=verdict), language))["said-counted"].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_what_its_pictures_show(language: str) -> None:
    report = told(language=language)
    for block in annex(report).values():
        if block.kind is BlockKind.PICTURE:
            assert block.text
            assert picture_of(report, block, rtl=language == "ar").count("<svg") == 1


def test_a_sealed_report_draws_the_same_pictures_again() -> None:
    report = told()
    again = unseal(canonical(report), Report)
    assert again == report
    for block in annex(report).values():
        assert picture_of(again, block, rtl=False) == picture_of(report, block, rtl=False)


def test_what_was_sealed_before_there_were_pictures_stays_as_it_was() -> None:
    assert "findings" not in json.loads(canonical(taken(None)))
    assert "drawings" not in json.loads(canonical(told(None)))


def test_a_drawing_in_a_file_from_elsewhere_carries_no_script() -> None:
    document = canonical(told()).replace('"letters":["A","B"]', '"letters":["<script>","B"]')
    report = unseal(document.replace("said-map", '\\"><script>'), Report)
    (block, *_) = [b for b in annex(report).values() if b.kind is BlockKind.PICTURE]
    drawn = picture_of(report, block, rtl=False)
    assert drawn
    assert "<script" not in drawn
