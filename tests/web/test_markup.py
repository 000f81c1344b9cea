"""Text from people: its HTML is tame, stays as it is when it is cleaned again, and is made at once."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.web.markup import is_safe_url, show_html, to_html
from tests.sweeps.hostile import ALL, dangers

PIECES = st.sampled_from([*ALL, *"<>\"'`&;[]()!*_~#|\\/ \n\t", "<a href=", "<p", "</", "&#", "svg", "x"])
TEXTS = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=80)
SECONDS = 5.0  # of one thread: what is slow by design takes minutes, and garbage of other tests counts in
LONGEST = 20_000  # characters that a form takes
DEEP = 10_000


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_no_text_becomes_dangerous_html(text: str) -> None:
    assert dangers(to_html(text.replace("829348951", ""))) == [
        f"{char!r} in the page" for char in "\u202d\u202e\x00\x1b" if char in to_html(text)
    ]


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = to_html(text)
    assert show_html(once) == once
    raw = show_html(text)
    assert show_html(raw) == raw
    assert not [danger for danger in dangers(raw) if danger.startswith("<")]


@pytest.mark.parametrize("html", ["<b>x</b>", "<p>x</p>", "<a href=https://example.org>x</a>", "<!-- x -->"])
def test_tags_that_people_write_are_words(html: str) -> None:
    assert to_html(html) == f"<p>{html.replace('<', '&lt;').replace('>', '&gt;')}</p>\n"


@pytest.mark.parametrize("vector", ALL)
def test_stored_html_of_an_older_day_is_tame_when_shown(vector: str) -> None:
    assert not [danger for danger in dangers(show_html(f"<p>{vector}</p>")) if danger.startswith("<")]


@pytest.mark.parametrize(
    "text",
    [
        *(piece * (LONGEST // len(piece)) for piece in ("a", "(", "[", "<", "*_", "&#", "`", "![", "~", "|")),
        *(piece * DEEP for piece in ("> ", "- ", "<b>", "[a](", "**a ", "1. ", "# ", "<!--")),
        "\n".join("  " * depth + "- x" for depth in range(300)),
        "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|a" * 5_000,
    ],
    ids=lambda text: text[:4],
)
def test_a_text_that_is_made_to_be_slow_is_not(text: str) -> None:
    begun = time.thread_time()
    show_html(to_html(text))
    assert time.thread_time() - begun < SECONDS


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)"),
        *(
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://x",
            "//evil.example",
            "/x",
            "x",
        ),
        *(
            "https:",
            "https:///x",
            "https:evil.example",
            "http:\\\\evil.example",
            "https://[",
            "\x01javascript:x",
        ),
        *("ftp://x", "", "https://\\evil.example", "about:blank", "view-source:https://x"),
    ],
)
def test_a_link_that_is_none_is_refused(url: str) -> None:
    assert not is_safe_url(url)
