"""The Word file: its numbers are Word's own and those of the tree, and nothing in it is more than words."""

import io
import zipfile

import docx
import pytest

from app.core.report.document import Block, BlockKind, Numbering, Report, Run, Sentence
from app.core.report.labels import label
from app.core.report.phrases import LANGUAGES
from app.reports.choices import Choices
from app.reports.render.docx import render_docx
from app.reports.render.package import EPOCH
from app.reports.render.telling import Telling
from tests.reports.reading import W, Word, parts_of, plain
from tests.reports.samples import harbour_report, lines_of, meeting, table_report

COUNTED = [Numbering.PARAGRAPH, Numbering.DECIMAL, Numbering.LETTER]


def read(report: Report, **choices: object) -> Word:
    return Word(render_docx(report, Choices(**choices)))


def assert_has_lines(report: Report, word: Word) -> None:
    shown, expected = word.lines(), [plain(line) for line in lines_of(report)]
    start = shown.index(expected[0])
    assert shown[start : start + len(expected)] == expected


@pytest.mark.parametrize("style", ["numbered", "bulleted"])
def test_word_counts_the_labels_that_the_tree_has(style: str) -> None:
    report = harbour_report(style)
    assert_has_lines(report, read(report))


@pytest.mark.parametrize("numbering", COUNTED)
@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
def test_word_counts_in_every_language_and_manner(lang: str, numbering: Numbering) -> None:
    report = meeting(lang, numbering, repeat=2)
    assert_has_lines(report, read(report))


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_word_letters_paragraphs_as_the_language_does(lang: str) -> None:
    def lettered(n: int) -> Block:
        words = (Sentence((Run(f"Paragraph {n}."),)),)
        return Block(kind=BlockKind.PARAGRAPH, id=f"p{n}", numbering=Numbering.LETTER, sentences=words)

    body = label(tuple(map(lettered, range(1, 8))), LANGUAGES[lang].letter)
    report = Report(lang=lang, style="numbered", title="T", kind="K", body=body)
    assert_has_lines(report, read(report))


def test_one_list_numbers_all_paragraphs_and_only_the_style_says_so() -> None:
    word = read(harbour_report("numbered"))
    numbered = [p for p in word.body.findall(f"{W}p") if "NumberedParagraph" in _style_of(p)]
    assert len(numbered) > 3
    assert all(p.find(f"{W}pPr/{W}numPr") is None for p in numbered)
    for abstract in word.abstract.values():
        for level in abstract.iter(f"{W}lvl"):
            style = word.styles[level.find(f"{W}pStyle").get(f"{W}val")]
            number = style.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
            assert word.abstract[word.lists[number]] is abstract


def test_headings_are_headings() -> None:
    document = docx.Document(io.BytesIO(render_docx(harbour_report("numbered"), Choices())))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["The pier", "The tide tables"]


def test_nothing_in_the_file_points_outside() -> None:
    for name, part in read(meeting("en"), sources={}).parts.items():
        assert b'TargetMode="External"' not in part, name


def test_the_same_report_gives_the_same_bytes() -> None:
    choices = Choices(sources={}, since=meeting("en"))
    report = meeting("en", repeat=2)
    assert render_docx(report, choices) == render_docx(report, choices)
    with zipfile.ZipFile(io.BytesIO(render_docx(report, choices))) as package:
        assert {part.date_time for part in package.infolist()} == {EPOCH}


def test_the_language_and_the_title_are_told_to_word() -> None:
    report = harbour_report("numbered")
    properties = docx.Document(io.BytesIO(render_docx(report, Choices()))).core_properties
    assert properties.title == "THE HARBOUR"
    assert properties.identifier == report.digest
    assert b'w:lang w:val="en-GB"' in read(report).parts["word/styles.xml"]


def test_words_in_another_language_are_marked_as_such() -> None:
    xml = read(_saying(Run("Ja. "), Run("نعم", "ar"), Run("oui", "fr"), Run("是", "zh"))).parts[
        "word/document.xml"
    ]
    assert b'<w:rtl/><w:lang w:bidi="ar-SA"/>' in xml
    assert b'<w:lang w:val="fr-FR"/>' in xml
    assert b'<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/>' in xml


def test_an_arabic_file_runs_from_right_to_left_in_all_its_parts() -> None:
    word = read(meeting("ar"), sources={})
    for part in ("document", "footnotes"):
        root = word._part(part)
        told = [p for p in root.iter(f"{W}p") if p.find(f".//{W}t") is not None]
        assert told
        assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in told)
    runs = [run for run in word.body.iter(f"{W}r") if run.find(f"{W}t") is not None]
    latin = [run for run in runs if run.find(f"{W}rPr/{W}rtl") is None]
    assert [run.find(f"{W}t").text for run in latin] == ["Ada Quay\u200f"]
    assert word.body.find(f".//{W}tbl/{W}tblPr/{W}bidiVisual") is not None
    assert word.body.find(f"{W}sectPr/{W}bidi") is not None


def test_an_english_file_does_not() -> None:
    assert b"<w:bidi/>" not in read(meeting("en")).parts["word/document.xml"]


@pytest.mark.parametrize(
    "words",
    ["a\x00b\x0bc\x1b", "\ufffe\uffff", "\ud800", "</w:t><w:instrText>HYPERLINK", "\u202eabc", "🚢",
     "{ INCLUDETEXT x }", "=cmd|' /C calc'!A0", "<w:fldSimple w:instr='DDE'/>", "&lt;&amp;"],
)  # fmt: skip
def test_no_words_break_the_file_or_become_markup(words: str) -> None:
    saying = _saying(Run(f"before {words} after"))
    report = Report(lang="en", style="numbered", title=words, kind=words, symbol=words, body=saying.body)
    word = read(report, sources={"P1.1": words}, since=_saying(Run(words)))
    assert any(line.startswith("before ") and line.endswith(" after") for line in word.lines())
    fields = [
        (field.tag, field.get(f"{W}instr"))
        for name in word.parts
        if name.endswith(".xml") and name.startswith("word/")
        for field in word._part(name[5:-4]).iter(f"{W}instrText", f"{W}fldSimple", f"{W}hyperlink")
    ]
    assert {instruction for _, instruction in fields} == {"PAGE", "NUMPAGES"}


def test_every_paragraph_can_be_pointed_to() -> None:
    report = meeting("en", repeat=2)
    long = Block(kind=BlockKind.PARAGRAPH, id="p-" * 40, sentences=(Sentence((Run("Long."),)),))
    odd = [Block(kind=BlockKind.PARAGRAPH, id=i, sentences=long.sentences) for i in ("x-y", "x__y", "1")]
    report = Report(lang="en", style="numbered", title="T", kind="K", body=(*report.body, long, *odd))
    body = read(report).body
    starts, ends = ([m.get(f"{W}id") for m in body.iter(f"{W}bookmark{end}")] for end in ("Start", "End"))
    names = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    assert starts == ends
    assert len(set(starts)) == len(names) == len({name.lower() for name in names})
    assert all(len(name) <= 40 and name[0].isalpha() and name.replace("_", "a").isalnum() for name in names)
    assert len(names) == sum(1 for block in report.walk() if block.sentences)
    assert "pier__1" in names


def test_footnotes_are_words_own() -> None:
    report = meeting("en")
    expected = [note.text for note in Telling(report, {"P1.1": "P1.1; in words"}).notes]
    assert read(report, sources={"P1.1": "P1.1; in words"}).footnotes() == expected
    assert "P1.1; in words" in expected
    assert read(report).footnotes() == []


def test_a_table_is_a_table() -> None:
    assert read(table_report()).tables() == [[["Position", "For"], ["A", "3"]]]
    report = meeting("zh")
    assert read(report).tables()[0][0] == ["立场", "政府", "民间社会"]


def test_pages_are_counted_in_the_language_of_the_report() -> None:
    footers = [
        part for name, part in parts_of(render_docx(meeting("ar"), Choices())).items() if "footer" in name
    ]
    assert all("الصفحة".encode() in part and b"NUMPAGES" in part for part in footers)
    assert len(footers) == 2


def _saying(*runs: Run) -> Report:
    paragraph = Block(kind=BlockKind.PARAGRAPH, id="p", sentences=(Sentence(runs, ("P1.1",)),))
    return Report(lang="en", style="numbered", title="T", kind="K", body=(paragraph,))


def _style_of(paragraph: object) -> str:
    return paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def test_items_of_one_paragraph_stand_in_one_column_whatever_comes_between() -> None:
    word = read(harbour_report("bulleted"))
    items = [
        _style_of(p)
        for p in word.body.findall(f"{W}p")
        if "".join(p.itertext(f"{W}t")) in ("Lamps", "Horns", "Bells")
    ]
    assert items == ["DashItem"] * 3
