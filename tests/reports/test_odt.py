"""The OpenDocument file: its numbers are its own and those of the tree; nothing in it is more than words."""

import io
import zipfile

import odfdo
import pytest

from app.core.report.document import Block, BlockKind, Numbering, Report, Run, Sentence
from app.core.report.labels import label
from app.core.report.phrases import LANGUAGES
from app.reports.choices import Choices
from app.reports.render.odt import render_odt
from app.reports.render.package import EPOCH
from app.reports.render.telling import Telling
from tests.reports.reading import OpenDocument, S, T, plain
from tests.reports.samples import harbour_report, lines_of, meeting, table_report

FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
COUNTED = [Numbering.PARAGRAPH, Numbering.DECIMAL, Numbering.LETTER]


def read(report: Report, **choices: object) -> OpenDocument:
    return OpenDocument(render_odt(report, Choices(**choices)))


def saying(*runs: Run) -> Report:
    paragraph = Block(kind=BlockKind.PARAGRAPH, id="p", sentences=(Sentence(runs, ("P1.1",)),))
    return Report(lang="en", style="numbered", title="T", kind="K", body=(paragraph,))


def assert_has_lines(report: Report, read_back: OpenDocument) -> None:
    shown, expected = read_back.lines(), [plain(line) for line in lines_of(report)]
    start = shown.index(expected[0])
    assert shown[start : start + len(expected)] == expected


@pytest.mark.parametrize("style", ["numbered", "bulleted"])
def test_it_counts_the_labels_that_the_tree_has(style: str) -> None:
    report = harbour_report(style)
    assert_has_lines(report, read(report))


@pytest.mark.parametrize("numbering", COUNTED)
@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
def test_it_counts_in_every_language_and_manner(lang: str, numbering: Numbering) -> None:
    report = meeting(lang, numbering, repeat=2)
    assert_has_lines(report, read(report))


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_it_letters_paragraphs_as_the_language_does(lang: str) -> None:
    def lettered(n: int) -> Block:
        words = (Sentence((Run(f"Paragraph {n}."),)),)
        return Block(kind=BlockKind.PARAGRAPH, id=f"p{n}", numbering=Numbering.LETTER, sentences=words)

    body = label(tuple(map(lettered, range(1, 8))), LANGUAGES[lang].letter)
    report = Report(lang=lang, style="numbered", title="T", kind="K", body=body)
    assert_has_lines(report, read(report))


def test_an_alphabet_without_a_name_in_opendocument_is_written_out() -> None:
    def letter(number: int) -> str:
        return f"({'абвгд'[number - 1]})"

    words = (Sentence((Run("Да."),)),)
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, id=f"p{n}", numbering=Numbering.LETTER, sentences=words)
        for n in (1, 2)
    )
    report = Report(lang="ru", style="numbered", title="T", kind="K", body=label(blocks, letter))
    assert read(report).lines()[-2:] == ["(а) Да.", "(б) Да."]


def test_headings_are_headings_and_every_list_goes_on() -> None:
    found = read(meeting("en", repeat=2))
    headings = ["".join(each.itertext()) for each in found.body.iter(f"{T}h")]
    assert headings == ["Opening of the meeting", "The pier"] * 2
    numbered = [each for each in found.body.findall(f"{T}list") if each.get(f"{T}style-name") == "List2"]
    assert [each.get(f"{T}continue-list") for each in numbered[1:]] == [
        each.get("{http://www.w3.org/XML/1998/namespace}id") for each in numbered[:-1]
    ]
    outline = next(found.styles.iter(f"{T}outline-style"))
    assert {level.get(f"{S}num-format") for level in outline} == {""}


def test_the_same_report_gives_the_same_bytes() -> None:
    report, choices = meeting("ar"), Choices(sources={})
    assert render_odt(report, choices) == render_odt(report, choices)
    with zipfile.ZipFile(io.BytesIO(render_odt(report, choices))) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert {part.date_time for part in package.infolist()} == {EPOCH}


def test_an_independent_reader_opens_it() -> None:
    document = odfdo.Document(io.BytesIO(render_odt(meeting("en"), Choices())))
    assert document.get_type() == "text"
    assert document.meta.title == "Meeting on the tide tables"
    assert (document.language, document.meta.language) == ("en-GB", "en")


def test_arabic_runs_from_right_to_left() -> None:
    found = read(meeting("ar"))
    ways = {each.get(f"{S}writing-mode") for each in (*found.styles.iter(), *found.content.iter())} - {None}
    assert ways == {"rl-tb"}
    default = next(found.styles.iter(f"{S}default-style"))
    assert default.find(f"{S}text-properties").get(f"{S}language-complex") == "ar"
    assert default.find(f"{S}paragraph-properties").get(f"{FO}text-align") == "right"


def test_words_in_another_language_are_marked_as_such() -> None:
    found = read(saying(Run("Ja. "), Run("نعم", "ar"), Run("oui", "fr"), Run("是", "zh")))
    spans = {
        plain("".join(span.itertext())): span.get(f"{T}style-name") for span in found.body.iter(f"{T}span")
    }
    styles = {
        each.get(f"{S}name"): each.find(f"{S}text-properties") for each in found.content.iter(f"{S}style")
    }
    assert styles[spans["نعم"]].get(f"{S}language-complex") == "ar"
    assert styles[spans["oui"]].get(f"{FO}language") == "fr"
    assert styles[spans["是"]].get(f"{S}language-asian") == "zh"


def test_footnotes_are_its_own() -> None:
    report = meeting("en")
    expected = [note.text for note in Telling(report, {"P1.1": "P1.1; in words"}).notes]
    assert read(report, sources={"P1.1": "P1.1; in words"}).footnotes() == expected
    assert read(report).footnotes() == []


def test_a_table_is_a_table() -> None:
    assert read(table_report()).tables() == [[["Position", "For"], ["A", "3"]]]


def test_every_paragraph_can_be_pointed_to() -> None:
    report = meeting("en", repeat=2)
    body = read(report).body
    starts, ends = ([m.get(f"{T}name") for m in body.iter(f"{T}bookmark-{end}")] for end in ("start", "end"))
    assert starts == ends == [block.id for block in report.walk() if _is_told(block)]


@pytest.mark.parametrize(
    "words",
    ["a\x00b\x0bc\x1b", "\ufffe\uffff", "\ud800", '</text:p><text:a xlink:href="https://evil.example">', "🚢",
     "two  three   spaces", " edge ", "&lt;&amp;\"'", "<text:script/>", "{= 1 + 1}"],
)  # fmt: skip
def test_no_words_break_the_file_or_become_markup(words: str) -> None:
    report = saying(Run(f"before {words} after"), Run(words, 'x"y<'))
    report = Report(lang="en", style="numbered", title=words, kind=words, symbol=words, body=report.body)
    found = read(report, sources={"P1.1": words})
    assert (
        any(line.startswith("before ") and words[:3] in line for line in found.lines())
        or not words.isprintable()
    )
    for part in (found.styles, found.content):
        acting = (
            "{*}a",
            "{*}script",
            "{*}event-listener",
            "{*}database-display",
            "{*}text-input",
            "{*}frame",
        )
        assert [*part.iter(*acting)] == []


def test_several_spaces_stay_several() -> None:
    assert "a  b   c" in read(saying(Run("a  b   c"))).lines()


def test_nothing_of_the_makers_comes_along() -> None:
    names = read(meeting("en")).parts.keys()
    assert not [name for name in names if "thumbnail" in name.lower()]


def _is_told(block: Block) -> bool:
    return bool(block.sentences) and block.kind not in (BlockKind.ROW, BlockKind.CELL)
