"""One picture as an SVG element with its title and description, well-formed whatever words are put in."""

import re
from dataclasses import dataclass
from html import escape

INK, PAPER, RULE, MUTED = "#1c1a17", "#ffffff", "#ddd6c9", "#5f594f"
FONTS = ("Noto Sans", "Noto Serif", "Noto Naskh Arabic", "Noto Serif CJK SC", "sans-serif")
RTL_FONTS = ("Noto Naskh Arabic",)
EMBED, END = "\u202b", "\u202c"  # what lies between runs from right to left, whatever is around it
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture is called and what it shows, in the reader's language."""

    key: str  # unique in a page: the ids of title and description begin with it
    title: str
    description: str
    rtl: bool = False  # whether one reads from right to left


@dataclass(frozen=True, slots=True)
class Sheet:
    """The width of a picture, and which way one reads along it."""

    width: int
    rtl: bool = False

    def x(self, along: float) -> int:
        """Where something lies that is so far along the line of reading."""
        return round(self.width - along if self.rtl else along)

    def label(self, along: float, y: float, said: str, anchor: str, **attributes: object) -> str:
        """A text that begins (start) or ends (end) so far along."""
        turned = {"start": "end", "end": "start"}.get(anchor, anchor)
        words = f"{EMBED}{said}{END}" if self.rtl else said
        return text(self.x(along), y, words, turned if self.rtl else anchor, **attributes)


def picture(caption: Caption, width: int, height: int, body: str) -> str:
    """The whole element."""
    key = escape(caption.key)
    fonts = ", ".join(RTL_FONTS + FONTS if caption.rtl else FONTS)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" role="img" aria-labelledby="{key}-title {key}-desc"'
        f' font-family="{fonts}" font-size="13" fill="{INK}" direction="ltr">'
        f'<title id="{key}-title">{words(caption.title)}</title>'
        f'<desc id="{key}-desc">{words(caption.description)}</desc>{body}</svg>'
    )


def words(text: str) -> str:
    """Text as XML can carry it."""
    return escape(_NOT_XML.sub("", text))


def text(x: float, y: float, said: str, anchor: str = "middle", **attributes: object) -> str:
    return (
        f'<text x="{round(x)}" y="{round(y)}" text-anchor="{anchor}"{_told(attributes)}>{words(said)}</text>'
    )


def path(d: str, **attributes: object) -> str:
    return f'<path d="{d}"{_told(attributes)}/>' if d else ""


def group(inner: str, **attributes: object) -> str:
    return f"<g{_told(attributes)}>{inner}</g>" if inner else ""


def _told(attributes: dict[str, object]) -> str:
    """Attributes by their names in Python: class_, stroke_width."""
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for name, value in attributes.items()
    )
