"""The Word file: its numbers are Word's own and those of the tree, and nothing in it is more than words."""

import io
import zipfile

import docx
import pytest

from app.core.report.document import Block, BlockKind, Report, Run, Sentence
from app.reports.choices import Choices
from app.reports.render.docx import render_docx
from app.reports.render.docx_template import EPOCH
from tests.reports.samples import harbour_report, lines_of, table_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(report: Report) -> docx.document.Document:
    return docx.Document(io.BytesIO(render_docx(report, Choices())))


def parts(report: Report) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(render_docx(report, Choices()))) as package:
        return {name: package.read(name) for name in package.namelist()}


def numbering(document: docx.document.Document) -> dict[str, tuple[str, str]]:
    """For each style that numbers, by following the style to its list: the list, and what it writes."""
    root = document.part.numbering_part.element
    abstract = {
        each.get(f"{W}abstractNumId"): each.find(f"{W}lvl/{W}lvlText").get(f"{W}val")
        for each in root.findall(f"{W}abstractNum")
    }
    texts = {
        each.get(f"{W}numId"): abstract[each.find(f"{W}abstractNumId").get(f"{W}val")]
        for each in root.findall(f"{W}num")
    }
    found = {}
    for style in document.styles:
        number = style.element.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            found[style.style_id] = (number.get(f"{W}val"), texts[number.get(f"{W}val")])
    return found


def counted_by_word(document: docx.document.Document) -> list[str]:
    """Every paragraph as Word shows it, the number counted list by list as Word counts."""
    lists, counts, shown = numbering(document), {}, []
    for paragraph in document.paragraphs:
        label = ""
        if paragraph.style.style_id in lists:
            number, text = lists[paragraph.style.style_id]
            counts[number] = counts.get(number, 0) + 1
            label = text.replace("%1", str(counts[number]))
        shown.append(f"{label} {paragraph.text}".strip())
    return shown


@pytest.mark.parametrize("style", ["numbered", "bulleted"])
def test_word_counts_the_labels_that_the_tree_has(style: str) -> None:
    report = harbour_report(style)
    shown = counted_by_word(opened(report))
    expected = lines_of(report)
    start = shown.index(expected[0])
    assert shown[start : start + len(expected)] == expected


def test_one_list_numbers_all_paragraphs_and_only_the_style_says_so() -> None:
    document = opened(harbour_report("numbered"))
    numbered = [p for p in document.paragraphs if p.style.style_id == "NumberedParagraph"]
    assert len(numbered) > 3
    assert all(p._p.find(f"{W}pPr/{W}numPr") is None for p in numbered)
    lists = numbering(document)
    assert len({number for number, _ in lists.values()}) == len(lists)


def test_headings_are_headings() -> None:
    document = opened(harbour_report("numbered"))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["The pier", "The tide tables"]


def test_nothing_in_the_file_points_outside() -> None:
    for name, part in parts(harbour_report("numbered")).items():
        assert b'TargetMode="External"' not in part, name


def test_the_same_report_gives_the_same_bytes() -> None:
    report = harbour_report("numbered")
    assert render_docx(report, Choices()) == render_docx(report, Choices())
    with zipfile.ZipFile(io.BytesIO(render_docx(report, Choices()))) as package:
        assert {part.date_time for part in package.infolist()} == {EPOCH}


def test_the_language_and_the_title_are_told_to_word() -> None:
    document = opened(harbour_report("numbered"))
    assert document.core_properties.title == "THE HARBOUR"
    assert document.core_properties.identifier == harbour_report("numbered").digest
    assert b'w:lang w:val="en-GB"' in parts(harbour_report("numbered"))["word/styles.xml"]


def test_words_in_another_language_are_marked_as_such() -> None:
    document = opened(_saying(Run("Ja. "), Run("نعم", "ar"), Run("oui", "fr")))
    xml = document.element.xml
    assert 'w:lang w:bidi="ar"' in xml
    assert "<w:rtl/>" in xml
    assert 'w:lang w:val="fr"' in xml


@pytest.mark.parametrize(
    "words", ["a\x00b\x0bc\x1b", "\ufffe\uffff", "\ud800", "</w:t><w:instrText>HYPERLINK", "\u202eabc", "🚢"]
)
def test_no_words_break_the_file_or_become_markup(words: str) -> None:
    document = opened(_saying(Run(f"before {words} after")))
    assert any(p.text.startswith("before ") and p.text.endswith(" after") for p in document.paragraphs)
    assert "<w:instrText" not in document.element.xml


def test_every_paragraph_can_be_pointed_to() -> None:
    report = harbour_report("numbered")
    body = opened(report).element.body
    starts, ends = (
        [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmark{end}")] for end in ("Start", "End")
    )
    names = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    assert starts == ends
    assert len(set(starts)) == len(starts) == len(names)
    assert names >= {f"b_{block.id}".replace("-", "__") for block in report.walk() if block.sentences}


def test_a_table_is_a_table() -> None:
    document = opened(table_report())
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows == [["Position", "For"], ["A", "3"]]


def _saying(*runs: Run) -> Report:
    paragraph = Block(kind=BlockKind.PARAGRAPH, id="p", sentences=(Sentence(runs),))
    return Report(lang="en", style="numbered", title="T", kind="K", body=(paragraph,))
