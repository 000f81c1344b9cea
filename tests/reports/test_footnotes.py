"""Asked for, what a sentence rests on stands under it, in the same words and numbers in every format."""

import re

import pytest
from flask import Flask

from app.core.calls import CallFigures, CallState, Manner
from app.core.determinations import Status
from app.core.report.compose import compose
from app.core.report.document import Block, BlockKind, Report, Run, Sentence
from app.reports.choices import Choices
from app.reports.citations import citations
from app.reports.formats import FORMATS
from app.reports.render.telling import Telling
from tests.core.report.records import AT, item, position, proposal, record
from tests.reports.samples import harbour, harbour_report


def paragraph(*sources: tuple[str, ...], hanging: tuple[Block, ...] = ()) -> Report:
    sentences = tuple(Sentence((Run(f"Sentence {n}."),), refs) for n, refs in enumerate(sources, 1))
    block = Block(kind=BlockKind.PARAGRAPH, id="p", sentences=sentences, blocks=hanging)
    return Report(lang="en", style="numbered", title="T", kind="K", body=(block,))


def said(report: Report, words: dict[str, str]) -> list[tuple[int, str]]:
    return [(note.number, note.text) for note in Telling(report, words).notes]


def test_without_being_asked_for_there_are_none() -> None:
    assert Telling(paragraph(("P1.1",)), None).notes == []


def test_a_sentence_without_a_source_has_no_footnote() -> None:
    assert said(paragraph(("P1.1",), (), ("P2.1",)), {}) == [(1, "P1.1"), (2, "P2.1")]


def test_sentences_that_rest_on_the_same_share_one_footnote() -> None:
    assert said(paragraph(("P1.1",), ("P1.1",), ("P2.1",)), {}) == [(1, "P1.1"), (2, "P2.1")]


def test_a_lead_in_leaves_the_sources_to_its_items() -> None:
    item = Block(kind=BlockKind.PARAGRAPH, id="i", sentences=(Sentence((Run("It."),), ("P1.1",)),))
    assert said(paragraph(("P1.1", "P1.2"), hanging=(item,)), {}) == [(1, "P1.2"), (2, "P1.1")]


def test_a_heading_has_none() -> None:
    heading = Block(kind=BlockKind.HEADING, id="h", sentences=(Sentence((Run("Pier"),), ("I1",)),))
    assert said(Report(lang="en", style="numbered", title="T", kind="K", body=(heading,)), {}) == []


def test_a_source_is_told_in_words(app: Flask) -> None:
    with app.app_context():
        english, french = (citations(harbour(), lang) for lang in ("en", "fr"))
    assert english["D-P1.1"] == "determination D-P1.1 of 2 March 2026"
    assert english["P5.1"] == "P5.1"
    assert english["I1"] == "agenda item 1"
    assert "2 mars 2026" in french["D-P1.1"]


def test_every_source_of_a_report_has_its_words(app: Flask) -> None:
    with app.app_context():
        words = citations(harbour(), "en")
    report = harbour_report("numbered")
    assert {ref for block in report.walk() for ref in block.sources} <= words.keys()


def test_a_call_to_which_nobody_objected_has_its_words(app: Flask) -> None:
    call = CallFigures(
        ref="P1.1/K1", manner=Manner.CALL, state=CallState.ENDED, closes_at=AT, asked=12, objected=0
    )
    agreed = record(
        item(1, proposal("P1", position("P1.1", "the gate should open", Status.AGREED, call=call)))
    )
    with app.app_context():
        words = citations(agreed, "en")
    assert "P1.1/K1" in {ref for block in compose(agreed).walk() for ref in block.sources}
    assert words["P1.1/K1"] == "consensus call P1.1/K1"


@pytest.mark.parametrize("extension", ["txt", "md", "html"])
def test_marks_and_notes_agree(app: Flask, extension: str) -> None:
    report = harbour_report("numbered")
    expected = Telling(report, {}).notes
    form = next(form for form in FORMATS.values() if form.extension == extension)
    with app.test_request_context():
        written = str(form.render(report, Choices(sources={})))
    marks, notes = {
        "txt": (r"\S \[(\d+)\]", r"^\[(\d+)\] (.+)$"),
        "md": (r"\[\^(\d+)\](?!:)", r"^\[\^(\d+)\]: (.+)$"),
        "html": (r'href="#note-(\d+)"', r'<li id="note-(\d+)" role="doc-footnote">(.+?) <a'),
    }[extension]
    assert re.findall(marks, written) == [str(note.number) for note in expected]
    assert re.findall(notes, written, re.MULTILINE) == [(str(note.number), note.text) for note in expected]


@pytest.mark.parametrize(
    ("lang", "words", "mark"),
    [
        ("en", "It was 2026.", ""),
        ("en", "It was “مرحبا”.", "\u200e"),
        ("ar", "عُقد الاجتماع في عام 2026.", "\u200f"),
        ("ar", "قال Ada Quay", "\u200f"),
    ],
)
def test_a_footnote_stays_at_its_sentence_in_either_direction(lang: str, words: str, mark: str) -> None:
    block = Block(kind=BlockKind.PARAGRAPH, id="p", sentences=(Sentence((Run(words),), ("P1.1",)),))
    report = Report(lang=lang, style="numbered", title="T", kind="K", body=(block,))
    run, note = Telling(report, {}).parts(block)
    assert run == Run(words + mark)
    assert note.number == 1


def test_annexes_have_none() -> None:
    report = paragraph(("P1.1",))
    annexed = Report(lang="en", style="numbered", title="T", kind="K", notes=report.body)
    assert said(annexed, {}) == []
