"""What somebody wants of a report: which one, in what format, with what."""

import hashlib

import msgspec


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """Zero stands for what is not wanted."""

    form: str  # a key of FORMATS
    version: int = 0  # of the published report; zero: the draft
    sources: bool = False  # as footnotes
    since: int = 0  # changes are tracked against this version
    letterhead: str = ""  # the digest of the institution's own Word file

    def key(self, *on: str) -> str:
        """A name for the file that is to come: the same for the same wish on the same text."""
        return hashlib.sha256(msgspec.json.encode([self, *on])).hexdigest()[:40]
