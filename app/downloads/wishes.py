"""What somebody wants of a report: in which state, in what format, with what."""

import hashlib

import msgspec


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing stands for what is not wanted."""

    form: str  # a key of FORMATS
    state: str  # the key of one of publication.states
    sources: bool = False  # as footnotes
    since: str = ""  # changes are tracked against this earlier state
    letterhead: str = ""  # the digest of the institution's own Word file

    def key(self, *on: str) -> str:
        """A name for the file that is to come: the same for the same wish on the same text."""
        return hashlib.sha256(msgspec.json.encode([self, *on])).hexdigest()[:40]
