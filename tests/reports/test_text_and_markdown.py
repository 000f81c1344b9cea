"""Plain text and Markdown say what the tree says, and what people wrote is never markup."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Report, Run, Sentence
from app.reports.choices import Choices
from app.reports.render.markdown import escape, render_markdown
from app.reports.render.text import render_text
from tests.reports.samples import harbour_report, lines_of, table_report

GITHUB = MarkdownIt("gfm-like", {"linkify": False}).disable("linkify")


@pytest.mark.parametrize("style", ["numbered", "bulleted"])
def test_plain_text_has_every_line_with_its_label(style: str) -> None:
    report = harbour_report(style)
    text = [line.strip() for line in render_text(report, Choices()).splitlines() if line.strip()]
    expected = lines_of(report)
    start = text.index(expected[0])
    assert text[start : start + len(expected)] == expected
    assert text[0] == report.title
    assert text[-1] == report.digest_line


def test_what_hangs_on_a_paragraph_is_indented_in_plain_text() -> None:
    text = render_text(harbour_report("numbered"), Choices())
    assert "\n    • The pier should be repaired." in text
    assert "\n    – Lamps\n" in text


@pytest.mark.parametrize("style", ["numbered", "bulleted"])
def test_markdown_reads_as_the_tree_does(style: str) -> None:
    report = harbour_report(style)
    html = GITHUB.render(render_markdown(report, Choices()))
    expected = [line.lstrip("•– ") for line in lines_of(report)]
    shown = [line for line in _text_of(html) if line]
    start = shown.index(expected[0])
    assert shown[start : start + len(expected)] == expected


def test_paragraph_numbers_are_words_in_markdown_so_that_no_reader_recounts_them() -> None:
    assert "<ol" not in GITHUB.render(render_markdown(harbour_report("numbered"), Choices()))


def test_a_table_is_a_table_in_both() -> None:
    assert "Position | For\nA | 3" in render_text(table_report(), Choices())
    assert "| Position | For |\n| --- | --- |\n| A | 3 |" in render_markdown(table_report(), Choices())


@given(st.text().filter(lambda words: legible(words).strip()))
def test_words_are_words_in_markdown(words: str) -> None:
    opening, paragraph, closing = GITHUB.parse(escape(words))
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    assert {child.type for child in paragraph.children} <= {"text", "text_special"}
    shown = "".join(child.content for child in paragraph.children)
    assert shown.split() == legible(words).split()


@pytest.mark.parametrize(
    "words",
    ["# a", "- a", "+ a", "1. a", "12) a", "> a", "*a*", "_a_", "`a`", "[a](b)", "![a](b)", "<b>", "&amp;",
     "a|b", "~~a~~", "---", "===", "$a$", "@a", "#1", "http://a.b", "www.a.b", "\\*a"],
)  # fmt: skip
def test_no_markdown_gets_through(words: str) -> None:
    paragraph = Block(kind=BlockKind.PARAGRAPH, id="p", sentences=(Sentence((Run(words),)),))
    report = Report(lang="en", style="numbered", title=words, kind=words, body=(paragraph,))
    tokens = GITHUB.parse(render_markdown(report, Choices()))
    assert {token.tag for token in tokens} <= {"h1", "p", ""}
    inner = [child for token in tokens if token.children for child in token.children]
    assert {child.type for child in inner} <= {"text", "text_special", "strong_open", "strong_close"}
    assert not re.search(
        r"\w://|www\.", render_markdown(report, Choices())
    )  # some readers make links of these


def _text_of(html: str) -> list[str]:
    """The text of each block of simple HTML."""
    blocks = re.split(r"</?(?:p|li|ul|h\d|hr|strong)[^>]*>", html)
    return [" ".join(unescape(block).split()) for block in blocks if block.strip()]
