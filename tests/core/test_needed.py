"""What is still needed is said in plain sentences, and it would do."""

import pytest
from hypothesis import given

from app.core.consensus import suggest
from app.core.evidence import DEFAULTS, Evidence, Unanswered
from app.core.needed import still_needed
from app.core.rules import Rule
from app.core.texts import Kind
from app.core.votes import Tally
from tests.core.test_consensus import evidences, room

NAMES = {"a": "Governments", "b": "Private sector", "c": "Civil society", "d": "Academia"}
SEATS = {"a": 8, "b": 6, "c": 5, "d": 5}


def hall(*tallies: Tally, objections: tuple[Unanswered, ...] = (), **others) -> Evidence:
    """A room of 24 delegations in four groups."""
    return Evidence(dict(zip(SEATS, tallies, strict=False)), objections, 24, entitled=SEATS, **others)


NEEDED = {
    "nobody is against": (
        room(Tally(support=10, abstain=2), Tally(accept=6)),
        "Nobody is against it: a consensus call would show whether it is agreed.",
    ),
    "one open objection": (
        room(Tally(support=10), Tally(support=11, object=1), objections=1),
        "One objection is open: it needs an answer. That would make it a consensus.",
    ),
    "answered, and maintained": (
        room(Tally(support=10), Tally(support=11, object=1)),
        "One voice is against it: a consensus call would show whether it maintains that.",
    ),
    "two groups are silent, and one objects": (
        hall(Tally(support=6, disagree=1), Tally(support=5), objections=(Unanswered("b", True),)),
        (
            "2 groups have not spoken: Civil society, Academia. "
            "1 objection is open, by a body that speaks for Private sector: it needs an answer. "
            "That would give it broad support."
        ),
    ),
    "an objection that broad support bears": (
        hall(
            Tally(support=5, disagree=3),
            Tally(support=4, disagree=1),
            Tally(support=3, disagree=2),
            objections=(Unanswered("a"),),
        ),
        (
            "1 group has not spoken: Academia. "
            "3 more voices in favour are needed, from any group. "
            "That would give it broad support. One objection is open: it needs an answer."
        ),
    ),
    "a whole group is against": (
        hall(Tally(disagree=4), Tally(support=6), Tally(support=5)),
        (
            "1 group has not spoken: Academia. 4 more voices in favour are needed from Governments. "
            "That would give it broad support."
        ),
    ),
    "a whole group is against, and all of it has spoken": (
        room(Tally(disagree=5), Tally(support=10), Tally(support=9)),
        "3 of those against in Governments would have to accept it. That would make it a consensus.",
    ),
    "a group is against, and more is missing": (
        hall(Tally(support=5, disagree=3), Tally(support=3, disagree=1), Tally(support=1, disagree=3)),
        (
            "1 group has not spoken: Academia. "
            "1 of those against in Civil society would have to accept it. "
            "5 more voices in favour are needed, from any group. "
            "That would give it broad support."
        ),
    ),
    "few have spoken": (
        hall(Tally(support=3, disagree=1), Tally(support=2)),
        (
            "2 groups have not spoken: Civil society, Academia. "
            "2 more voices in favour are needed, from any group. That would give it broad support."
        ),
    ),
    "everybody has spoken": (
        room(Tally(support=8, disagree=5), Tally(support=7, disagree=6)),
        "3 of those against would have to accept it. That would give it broad support.",
    ),
    "a view of few": (
        room(Tally(support=1, disagree=3), Tally(support=1, disagree=2)),
        "One of those against would have to accept it. That would show real support.",
    ),
    "3 views of 40": (
        room(Tally(support=2), Tally(support=1), active=40),
        (
            "2 more voices that take a side are needed before anything is suggested. "
            "One more group must be heard before anything is suggested. "
            "Too few have taken a side to be heard as a group: Private sector."
        ),
    ),
    "nobody": (
        hall(),
        (
            "Nobody has spoken yet. 5 more voices that take a side are needed before anything is suggested. "
            "2 more groups must be heard before anything is suggested."
        ),
    ),
    "turned down": (room(Tally(support=1, disagree=11), Tally(support=1, disagree=11)), ""),
    "agreed": (room(Tally(support=9), Tally(support=9), call_closed=True), ""),
}


@pytest.mark.parametrize(("evidence", "words"), NEEDED.values(), ids=NEEDED)
def test_what_is_needed_is_said(evidence: Evidence, words: str) -> None:
    needed = still_needed(evidence, suggest(evidence), names=NAMES)
    assert " ".join(sentence.plain() for sentence in needed) == words


def test_nothing_is_needed_of_what_asks_for_no_decision() -> None:
    evidence = hall(Tally(support=3))
    assert still_needed(evidence, suggest(evidence, Kind.CONCERN)) == ()


SETTLED = {Rule.TOO_FEW, Rule.REFUSED, Rule.CONSENSUS, Rule.AGREED}


@given(evidences)
def test_a_way_up_is_always_told(evidence: Evidence) -> None:
    suggestion = suggest(evidence)
    needed = " ".join(sentence.plain() for sentence in still_needed(evidence, suggestion, DEFAULTS, NAMES))
    concluded = any(words in needed for words in ("That would", "Then it would"))
    assert concluded == (suggestion.rule not in SETTLED)
    assert ("before anything is suggested" in needed) == (suggestion.rule is Rule.TOO_FEW)
