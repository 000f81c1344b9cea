"""One spelling for each address, and each way on stays on this site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.accounts.addresses import normalize
from app.core.words import Incomplete
from app.web.answers import own_path


@given(
    st.one_of(st.text(), st.emails(), st.builds("{}@{}".format, st.text(max_size=12), st.text(max_size=12)))
)
def test_normalizing_twice_is_normalizing_once(text):
    try:
        once = normalize(text)
    except Incomplete:
        return
    assert normalize(once) == once
    assert once.isascii()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("MIKE@Example.ORG", "mike@example.org"),
        (" mike@example.org ", "mike@example.org"),
        ("mike@bücher.example", "mike@xn--bcher-kva.example"),
        ("mike+tag@example.org", "mike+tag@example.org"),
    ],
)
def test_an_address_is_kept_in_one_spelling(typed, kept):
    assert normalize(typed) == kept


@pytest.mark.parametrize(
    "target",
    [
        *(
            "//e",
            "///e",
            "////e",
            "/\\e",
            "\\\\e",
            "\\/e",
            "/\\/e",
            "//\\e",
            "//%65",
            "//[::1]/",
            "//e:80",
            "//e?x",
            "//e#x",
        ),
        *(
            "https:e",
            "https://e",
            "http://e",
            "HTTPS://e",
            "http:/e",
            "http:///e",
            "https:\\\\e",
            "ftp://e",
            "file:///e",
        ),
        *(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "mailto:x@e",
            "://e",
            ":e",
        ),
        *("/\t/e", "/\n/e", "/\r/e", "\t//e", "\n//e", " //e", "/\x00/e", "\x00//e", "\x01//e", "\x1f//e"),
        *("/\x0b/e", "/\x0c/e", "/\x7f/e", "/a\r\nSet-Cookie: x=1", "/a\nLocation: //e"),
        *(
            "@e",
            "e",
            "e.example",
            ".e",
            "..//e",
            "?next=//e",
            "#//e",
            "//e@localhost",
            "//localhost@e",
            "",
            None,
        ),
    ],
)
def test_nothing_leads_away(target):
    assert own_path(target, "/home") == "/home"


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/consultations/x",
        "/consultations/x?page=2#P3.2",
        "/%09/e",
        "/%5ce",
        "/a@e",
        "/a//e",
        "/x?next=https://e",
    ],
)
def test_a_path_of_ones_own_is_followed(target):
    assert own_path(target, "/home") == target
