"""Characters that a reader cannot see: those that a format may choke on never reach a report, and marks
without width keep what follows words of the other direction in its place."""

import re
import unicodedata

# C0 and C1 controls but tab and newline, lone surrogates, non-characters, and the marks that override or
# isolate the direction of the text around them: the report sets direction itself.
_ILLEGIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
MARKS = {"ltr": "\u200e", "rtl": "\u200f"}  # what is next to one is read in its direction
_DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_BREAKS = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]+")


def legible(text: str) -> str:
    """The text on one line, without what cannot be read."""
    return _ILLEGIBLE.sub("", _BREAKS.sub(" ", text))


def anchored(text: str, way: str) -> str:
    """The text, with a mark after it where it ends in the other direction than that in which it stands."""
    return text + MARKS[way] * (_ending(text) not in ("", way))


def _ending(text: str) -> str:
    """The direction in which a text ends; none where nothing in it has one."""
    found = (_DIRECTIONS.get(unicodedata.bidirectional(letter), "") for letter in reversed(text))
    return next(filter(None, found), "")
