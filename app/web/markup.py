"""Text from people becomes safe HTML here and nowhere else: Markdown, then bleach, then nh3."""

from html import unescape
from urllib.parse import urlsplit

import bleach
import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = (
    frozenset({"p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "a"})
    | {"ul", "ol", "li", "h3", "h4", "h5"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)
SCHEMES = frozenset({"http", "https", "mailto"})

_markdown = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table", "strikethrough"])
_cleaner = bleach.Cleaner(
    tags=TAGS, attributes={"a": ["href"], "ol": ["start"]}, protocols=SCHEMES, strip=True
)
_HEADINGS = str.maketrans("123456", "345555")  # a text's headings stand below the page's


def to_html(text: str) -> str:
    """The HTML of a Markdown text; safe to store and to show."""
    tokens = _markdown.parse(text)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = token.tag.translate(_HEADINGS)
    return _last_word(_cleaner.clean(_markdown.renderer.render(tokens, _markdown.options, {})))


def show_html(stored: str) -> Markup:
    """Stored HTML made safe once more, since older rules may have let more through."""
    return Markup(_last_word(stored))  # noqa: S704 - the sanitizer's own output


def to_text(stored: str) -> str:
    """The words of stored HTML in one line: text, to be escaped like any other."""
    return " ".join(unescape(nh3.clean(stored, tags=set())).split())


def is_safe_url(url: str) -> bool:
    """Whether a link leads to the web or to a mailbox."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and "\\" not in url


def _last_word(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer nofollow ugc",
    )
