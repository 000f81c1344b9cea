"""Who is mentioned in a text: @ and a name, as it is written on the list of participants."""

import unicodedata
from collections.abc import Iterable


def mentioned(text: str, names: Iterable[str]) -> frozenset[str]:
    """Those of some names that follow an @ in a text; of two that begin alike, the longer one is meant."""
    spelled = {_plain(name): name for name in names if name.strip()}
    longest_first = sorted(spelled, key=len, reverse=True)
    found = set()
    for piece in _plain(text).split("@")[1:]:
        for name in longest_first:
            if piece.startswith(name) and not piece[len(name) : len(name) + 1].isalnum():
                found.add(spelled[name])
                break
    return frozenset(found)


def _plain(text: str) -> str:
    """Without regard to case, to the spelling of accents, or to how words are spaced."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
