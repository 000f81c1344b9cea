"""Characters that a reader cannot see and a format may choke on never reach a report."""

import re

# C0 and C1 controls but tab and newline, lone surrogates, non-characters, and the marks that override or
# isolate the direction of the text around them: the report sets direction itself.
_ILLEGIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_BREAKS = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]+")


def legible(text: str) -> str:
    """The text on one line, without what cannot be read."""
    return _ILLEGIBLE.sub("", _BREAKS.sub(" ", text))
