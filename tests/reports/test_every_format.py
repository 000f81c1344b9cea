"""One tree feeds all: whatever was said, every format has the same labels and words in the same order."""

import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from html import unescape

import pypdf
import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.core.report.compose import compose
from app.core.report.document import Numbering, Report
from app.core.report.edition import Annex, Edition
from app.core.report.phrases import LANGUAGES
from app.core.report.record import Record
from app.core.report.seal import canonical, unseal
from app.reports.choices import Choices
from app.reports.formats import FORMATS
from app.reports.render.running import page_of, running
from tests.core.report.test_every_record import records
from tests.reports.reading import OpenDocument, Word, plain
from tests.reports.samples import lines_of, meeting

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False}).disable("linkify")
EDITIONS = st.builds(
    Edition,
    style=st.sampled_from(["numbered", "bulleted"]),
    language=st.sampled_from(sorted(LANGUAGES)),
    numbering=st.sampled_from([Numbering.NONE, Numbering.PARAGRAPH, Numbering.DECIMAL, Numbering.LETTER]),
    annexes=st.just(tuple(Annex)),
)


def pdf_text(content: bytes, report: Report) -> str:
    """The text of all pages, without what stands over and under each."""
    before, between, after = map(re.escape, page_of(report.lang))
    edges = re.compile(rf"{before}\d+{between}\d+{after}|^{re.escape(running(report))}$", re.MULTILINE)
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return "".join(edges.sub("", page.extract_text()) for page in pages)


def html_text(content: str) -> str:
    body = content[content.index("<body>") :]
    shown = re.sub(r'<span class="unseen">[^<]*</span>', "", body)
    return unescape(re.sub(r"<[^>]+>", " ", shown))


READ: dict[str, Callable] = {
    "docx": lambda content, _: "\n".join(Word(content).lines()),
    "odt": lambda content, _: "\n".join(OpenDocument(content).lines()),
    "pdf": pdf_text,
    "html": lambda content, _: html_text(content),
    "text": lambda content, _: content,
    "markdown": lambda content, _: html_text("<body>" + MARKDOWN.render(content)),
    "json": lambda content, _: "\n".join(lines_of(unseal(content, Report))),
}


def squeezed(text: str) -> str:
    """Letters and signs alone, without bullets and without the hyphens at the ends of lines."""
    bare = re.sub(r"[•–]|\s", "", plain(unicodedata.normalize("NFKC", text)))
    return bare.replace("-", "").replace("\u00ad", "")


def is_turned(report: Report) -> bool:
    """Whether anything in it runs from right to left."""
    sentences = (sentence for block in report.walk() for sentence in block.sentences)
    return "ar" in {report.lang, *(run.lang for sentence in sentences for run in sentence.runs)}


def assert_same_words(report: Report, name: str) -> None:
    read = squeezed(READ[name](FORMATS[name].render(report, Choices()), report))
    if name == "pdf" and is_turned(report):  # whose pages are read from both ends
        lost = Counter(squeezed("".join(lines_of(report)))) - Counter(read)
        assert not [letter for letter in lost if letter.isalpha()]
        return
    place = 0
    for line in map(squeezed, lines_of(report)):
        found = read.find(line, place)
        assert found >= 0, (name, line, read[place : place + 200])
        place = found + len(line)


def test_no_format_is_left_out() -> None:
    assert READ.keys() == FORMATS.keys()


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
def test_a_meeting_reads_the_same_in_all(app: Flask, name: str, lang: str) -> None:
    with app.test_request_context():
        assert_same_words(meeting(lang, repeat=2), name)


@pytest.mark.sqlite_only
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records(), EDITIONS)
def test_whatever_was_said(app: Flask, taken: Record, edition: Edition) -> None:
    report = compose(taken, edition)
    with app.test_request_context():
        for name in READ:
            assert_same_words(report, name)
    assert json.loads(FORMATS["json"].render(report)) == json.loads(canonical(report))
