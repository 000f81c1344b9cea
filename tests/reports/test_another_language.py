"""A paragraph that the rapporteur wrote in another language than the report's is so in every format."""

import io
import re
from collections.abc import Iterator

import pytest
from pypdf import PdfReader

from app.core.report.compose import compose
from app.core.report.document import Report
from app.core.report.edition import Edition
from app.core.report.revision import Revision, Revisions
from app.reports.choices import CLEAN, Choices
from app.reports.render.docx import render_docx
from app.reports.render.html import render_html
from app.reports.render.odt import render_odt
from app.reports.render.pdf import render_pdf
from tests.reports.reading import OpenDocument, W, Word
from tests.reports.samples import harbour

WORDS = "اتُّفق على إصلاح الرصيف."
ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"


def told(*blocks: Revision, lang: str = "en") -> Report:
    return compose(harbour(), Edition(language=lang), Revisions(blocks))


@pytest.fixture
def report() -> Report:
    """Paragraph 2’s first item reworded in Arabic, and one of the rapporteur's own after it."""
    reworded = Revision(block="p1-1", text=WORDS, lang="ar")
    return told(reworded, Revision(block="own-1", text="كل شيء مهم.", lang="ar", after="p1-1"))


def test_word_writes_it_its_way(report: Report) -> None:
    paragraphs = list(Word(render_docx(report, CLEAN)).body.iter(f"{W}p"))
    found = {"".join(each.itertext(f"{W}t")): each for each in paragraphs}
    for words in (WORDS, "كل شيء مهم."):
        assert found[words].find(f"{W}pPr/{W}bidi") is not None
        assert found[words].find(f"{W}r/{W}rPr/{W}rtl") is not None
        assert found[words].find(f"{W}r/{W}rPr/{W}lang").get(f"{W}bidi") == "ar-SA"
    assert sum(each.find(f"{W}pPr/{W}bidi") is not None for each in paragraphs) == 2


def test_an_english_paragraph_of_an_arabic_report_is_not_turned() -> None:
    english = told(Revision(block="p1-1", text="As agreed.", lang="en"), lang="ar")
    (found,) = (
        each
        for each in Word(render_docx(english, CLEAN)).body.iter(f"{W}p")
        if "".join(each.itertext(f"{W}t")) == "As agreed."
    )
    assert found.find(f"{W}pPr/{W}bidi") is None
    assert found.find(f"{W}r/{W}rPr/{W}lang").get(f"{W}val") == "en-GB"


def test_opendocument_writes_it_its_way(report: Report) -> None:
    content = OpenDocument(render_odt(report, CLEAN)).content
    styles = {each.get(ODF % "style" + "name"): each for each in content.iter(ODF % "style" + "style")}
    turned = [
        each
        for each in content.iter(ODF % "text" + "p")
        if (style := styles.get(each.get(ODF % "text" + "style-name"))) is not None
        and style[0].get(ODF % "style" + "writing-mode") == "rl-tb"
    ]
    assert ["".join(each.itertext()) for each in turned] == [WORDS, "كل شيء مهم."]
    assert all(next(each.iter(ODF % "text" + "span")) is not None for each in turned)


def test_a_page_writes_it_its_way(app, report: Report) -> None:
    with app.test_request_context():
        page = render_html(report, CLEAN)
    assert re.search(rf'<li id="p1-1"><span class="tongue" lang="ar" dir="rtl">{WORDS}</span>', page)


def test_the_pdf_tells_readers_aloud(report: Report) -> None:
    """Each stretch of the page that is spoken in another language says so in the tree of its structure."""
    assert "ar" in spoken(report)
    assert "ar" not in spoken(told())


def test_tracked_changes_keep_the_language_of_what_was_deleted(report: Report) -> None:
    back = Word(render_docx(told(), Choices(since=report)))
    languages = {
        "".join(run.itertext(f"{W}delText")): dict(run.find(f"{W}rPr/{W}lang").attrib)
        for run in back.body.iter(f"{W}r")
        if run.find(f"{W}delText") is not None
    }
    assert languages[WORDS] == {f"{W}bidi": "ar-SA"}
    assert languages["كل شيء مهم."] == {f"{W}bidi": "ar-SA"}


def spoken(report: Report) -> set[str]:
    """The languages that the structure of a PDF names."""
    reader = PdfReader(io.BytesIO(render_pdf(report, CLEAN)))
    return set(_languages(reader.trailer["/Root"]["/StructTreeRoot"]))


def _languages(element: object) -> Iterator[str]:
    found = element.get_object()
    if isinstance(found, list):
        for each in found:
            yield from _languages(each)
    elif isinstance(found, dict):
        if "/Lang" in found:
            yield str(found["/Lang"])
        if "/K" in found:
            yield from _languages(found["/K"])
