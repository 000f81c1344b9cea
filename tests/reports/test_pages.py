"""Where lines and pages end: with no lead-in, within no Latin word, and no title read the wrong way."""

import re

import pytest

from app.core.report.compose import compose
from app.core.report.edition import Edition
from app.core.report.phrases import LANGUAGES
from app.reports.choices import CLEAN
from app.reports.render.docx import render_docx
from app.reports.render.odt import render_odt
from app.reports.render.telling import Telling
from tests.core.report.records import record
from tests.reports.reading import OpenDocument, S, T, W, Word
from tests.reports.samples import harbour_report, meeting

FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


def test_a_lead_in_is_one_whether_its_list_hangs_on_it_or_comes_next() -> None:
    told = Telling(harbour_report("numbered"), None)
    assert told.leads == {"p1-1_lead", "p4", "p4_rejected", "p4_forward"}


@pytest.mark.parametrize("style", ["numbered", "bulleted"])
def test_no_page_ends_with_a_lead_in(style: str) -> None:
    report = harbour_report(style)
    leads = len(Telling(report, None).leads)
    word = Word(render_docx(report, CLEAN)).body
    assert leads == len(word.findall(f"{W}p/{W}pPr/{W}keepNext"))
    content = OpenDocument(render_odt(report, CLEAN)).content
    kept = {
        each.get(f"{S}name")
        for each in content.iter(f"{S}style")
        if each[0].get(f"{FO}keep-with-next") == "always"
    }
    assert leads == sum(each.get(f"{T}style-name") in kept for each in content.iter(f"{T}p"))


@pytest.mark.parametrize("lang", ["ar", "zh"])
def test_latin_words_are_of_a_language_that_divides_none(lang: str) -> None:
    """In Chinese a line may end anywhere, and LibreOffice takes that for words in Latin letters too."""
    styles = Word(render_docx(meeting(lang), CLEAN)).parts["word/styles.xml"]
    assert b'<w:lang w:val="en-GB"' in styles
    defaults = next(OpenDocument(render_odt(meeting(lang), CLEAN)).styles.iter(f"{S}default-style"))
    assert defaults.find(f"{S}text-properties").get(f"{FO}language") == "en"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("title", ["The harbour", "المرفأ"])
def test_a_date_after_a_title_of_the_other_direction_stays_after_it(code: str, title: str) -> None:
    taken = record(consultation={"title": title})
    told = compose(taken, Edition(language=code, style="bulleted")).title
    other = title.isascii() == (code == "ar")
    assert bool(re.search("[\u200e\u200f]", told)) == other
