"""The PDF: for the archive and for every reader, its record inside, and no letter that cannot be read."""

import io
import re
import unicodedata
from collections import Counter

import pypdf
import pytest

from app.core.report.document import Block, BlockKind, Report, Run, Sentence
from app.core.words import Refusal
from app.reports.choices import Choices
from app.reports.render import pdf
from app.reports.render.pdf import render_pdf
from tests.reports.samples import lines_of, meeting

CLEAN = Choices()
RECORD = '{"title":"The harbour – الميناء"}'


def opened(report: Report, choices: Choices = CLEAN) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render_pdf(report, choices)))


def letters(text: str) -> str:
    """The text without spaces and without the marks that show where it is read from."""
    return "".join(
        c for c in unicodedata.normalize("NFKC", text) if not c.isspace() and c not in "\u200e\u200f"
    )


def shown(report: Report, choices: Choices = CLEAN) -> str:
    return letters("".join(page.extract_text() for page in opened(report, choices).pages))


def saying(*runs: Run, lang: str = "en") -> Report:
    block = Block(kind=BlockKind.PARAGRAPH, id="p", label="1.", sentences=(Sentence(runs, ("P1.1",)),))
    return Report(lang=lang, style="numbered", title="T", kind="K", body=(block,))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_line_is_there_with_its_label_in_order(lang: str) -> None:
    report = meeting(lang)
    found, place = shown(report), 0
    for line in lines_of(report):
        words = letters(line)
        assert words in found[place:], line
        place = found.index(words, place)


def test_arabic_has_its_letters_none_lost() -> None:
    report = meeting("ar")
    missing = Counter(letters("".join(lines_of(report)))) - Counter(shown(report))
    assert not {letter: n for letter, n in missing.items() if unicodedata.category(letter).startswith("L")}


@pytest.mark.parametrize(("lang", "hyphens"), [("en", True), ("ar", False)])
def test_words_are_divided_only_where_the_hyphen_ends_its_line(lang: str, hyphens: bool) -> None:
    words = "Internationalization notwithstanding, implementation considerations were acknowledged. " * 8
    text = "".join(page.extract_text() for page in opened(saying(Run(words, "en"), lang=lang)).pages)
    assert bool(re.search("[-\u2010\u00ad]", text)) == hyphens


def test_a_table_and_the_notes_are_there() -> None:
    found = shown(meeting("en"))
    for words in ("Positions by group", "Civil society", "P1.2315", "Note on method", "SHA-256"):
        assert letters(words) in found


def test_it_calls_itself_what_it_is_made_to_be() -> None:
    reader = opened(meeting("en"))
    told = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part>3<", told)
    assert re.search(r"pdfaid:conformance>A<", told)
    assert re.search(r"pdfuaid:part>1<", told)
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.metadata.title == "Meeting on the tide tables"


def test_the_record_lies_inside_as_it_was_sealed() -> None:
    reader = opened(meeting("en"), Choices(record=RECORD))
    assert {name: found[0].decode() for name, found in reader.attachments.items()} == {"record.json": RECORD}
    assert not opened(meeting("en")).attachments


@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
def test_the_same_report_gives_the_same_bytes(lang: str) -> None:
    choices = Choices(sources={}, record=RECORD)
    assert render_pdf(meeting(lang), choices) == render_pdf(meeting(lang), choices)


def test_it_is_dated_by_its_record() -> None:
    report = meeting("en")
    assert opened(report).metadata.creation_date == report.at


def test_what_a_sentence_rests_on_stands_below() -> None:
    found = shown(saying(Run("It is so.")), Choices(sources={"P1.1": "P1.1; determination of 2 March"}))
    assert letters("1. It is so.1") in found
    assert letters("1P1.1; determination of 2 March") in found


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ar", "ru", "zh"])
def test_pages_are_counted_in_the_language_of_the_report(lang: str) -> None:
    counted = {
        "en": "Page1of1",
        "fr": "Page1sur1",
        "es": "Página1de1",
        "ru": "Страница1из1",
        "zh": "第1页,共1页",
    }
    found = shown(saying(Run("Yes."), lang=lang))
    assert counted.get(lang, "الصفحة"[0]) in found


@pytest.mark.parametrize(
    "words",
    ['#read("/etc/passwd")', '#import "@preview/x:1.0.0"', "$x^2$ *a* _b_ `c` @d <e> #f",
     "[a](b) = \\u{1}", "// no comment /* none */", "<script>hit()</script>",
     "a\x00b\ufeffc\u202ed", "1. - + / t: x"],
)  # fmt: skip
def test_no_markup_gets_through(words: str) -> None:
    report = saying(Run(words))
    report = Report(
        **{name: getattr(report, name) for name in report.__slots__} | {"title": words, "symbol": words}
    )
    found = shown(report, Choices(sources={"P1.1": words}))
    legible = re.sub("[\x00\ufeff\u202e]", "", words)
    assert found.count(letters(legible)) == 4  # symbol, title, sentence, footnote


def test_nothing_in_it_leads_anywhere() -> None:
    reader = opened(saying(Run("https://evil.example/ mailto:a@b.example")), Choices(sources={}))
    actions = [annotation for page in reader.pages for annotation in page.get("/Annots", ())]
    assert not [each for each in actions if "/URI" in each.get_object().get("/A", {})]


@pytest.mark.parametrize("words", ["a" * 100_000, "word " * 20_000])
def test_a_very_long_paragraph_stays_on_the_pages(words: str) -> None:
    reader = opened(saying(Run(words)))
    assert len(reader.pages) > 10
    assert Counter("".join(page.extract_text() for page in reader.pages))["a"] >= words.count("a")


def test_without_a_font_it_says_which_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "FOLDERS", ())
    with pytest.raises(Refusal) as refused:
        render_pdf(meeting("zh"), CLEAN)
    assert refused.value.sentence.values["package"] == "fonts-noto-cjk"
    assert refused.value.sentence.values["script"] == "Chinese, Japanese or Korean"


@pytest.mark.parametrize("letter", ["\ue000", "\u0378"])
def test_a_character_that_no_font_can_have_is_named(letter: str) -> None:
    with pytest.raises(Refusal, match=f"U\\+{ord(letter):04X}"):
        render_pdf(saying(Run(f"a{letter}b")), CLEAN)
