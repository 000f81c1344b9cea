"""Addresses made of titles."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import count

RESERVED = frozenset({"new"})  # pages of their own stand at these addresses


def slugs(title: str, otherwise: str) -> Iterator[str]:
    """The addresses that fit a title, the plainest first: "name-of-the-forum", "name-of-the-forum-2", …"""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:56].rstrip("-") or otherwise
    if stem not in RESERVED:
        yield stem
    yield from (f"{stem}-{number}" for number in count(2))
