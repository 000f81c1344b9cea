"""English lead-ins of lists, what entries are called, and the words for how many."""

from app.core.determinations import Status
from app.core.report.phrases.frames import Called, Noun
from app.core.report.quantifiers import Quantifier
from app.core.texts import Kind

MERGED: dict[Status | Kind, str] = {
    Status.AGREED: "the following was agreed",
    Status.CONSENSUS: "there was a consensus on the following",
    Status.BROAD: "there was broad support for the following",
    Status.REJECTED: "the following did not find favour",
    Status.MINORITY: "the following minority views were put on record",
    Status.NOTED: "the following was noted",
    Kind.VIEW: "the following proposals were put forward",
    Kind.CONCERN: "the following concerns were raised",
    Kind.EMPHASIS: "the following was emphasized",
    Kind.INFORMATION: "the following was noted",
    Kind.RECALLED: "the following was recalled",
    Kind.INVITATION: "participants were invited to consider the following",
}

_SHARE = "{share:all|one|many|some}"

ENTRIES = {
    Status.AGREED: f"on {_SHARE} of these, there was agreement",
    Status.CONSENSUS: f"on {_SHARE} of these, there was a consensus",
    Status.BROAD: f"{_SHARE} of these received broad support",
    Status.REJECTED: (
        "{share:none of these found favour|one of these did not find favour|"
        "many of these did not find favour|some of these did not find favour}"
    ),
    Status.MINORITY: (
        "{share:all of these were|one of these was|many of these were|some of these were} put on record as "
        "{share:minority views|a minority view|minority views|minority views}"
    ),
    Status.NOTED: "{share:all of these were|one of these was|many of these were|some of these were} noted",
    Status.FORWARD: "the following {entries} were also {made}",
}

_MADE = {
    "proposed": "themes topics principles options names measures activities objectives documents ",
    "made": "comments remarks suggestions recommendations observations",
    "put forward": "thoughts views ideas proposals",
    "raised": "concerns questions issues points",
}


def calling(noun: str) -> Called:
    """Entries called by a noun that is not in the table."""
    return Called(Noun(noun, plural=True), "proposed")


CALLED = {
    "": calling("proposals"),
    **{
        word: Called(Noun(word, plural=True), made) for made, words in _MADE.items() for word in words.split()
    },
}


def _several(word: str) -> tuple[Noun, Noun]:
    return Noun(f"{word} participants", plural=True), Noun(word, plural=True)


QUANTIFIERS = {
    Quantifier.SOME: _several("some"),
    Quantifier.OTHERS: (Noun("others", plural=True), Noun("others", plural=True)),
    Quantifier.A_FEW: _several("a few"),
    Quantifier.SEVERAL: _several("several"),
    Quantifier.MANY: _several("many"),
    Quantifier.MOST: _several("most"),
    Quantifier.NEARLY_ALL: _several("nearly all"),
    Quantifier.ALL: (
        Noun("all participants who expressed a view", plural=True),
        Noun("all who expressed a view", plural=True),
    ),
}
