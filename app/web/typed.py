"""What people type, made regular: one spelling of each letter, and no hidden characters."""

import unicodedata

KEPT = "\n\t"
OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"  # they reorder the text of others; isolates do not


def tidy_line(text: str | None) -> str:
    """One line: white space of any kind becomes single spaces."""
    return " ".join(tidy(text).split())


def tidy(text: str | None) -> str:
    """Several lines: NFC, line ends as \\n, no control characters or half characters, trimmed."""
    plain = unicodedata.normalize("NFC", (text or "").replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(char for char in plain if _is_text(char)).strip()


def _is_text(char: str) -> bool:
    return char in KEPT or (unicodedata.category(char) not in {"Cc", "Cs"} and char not in OVERRIDES)
