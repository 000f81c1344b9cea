"""How many is some: the words for shares, and their silence where few have spoken."""

import pytest

from app.core.determinations import Status
from app.core.report.compose import compose
from app.core.report.quantifiers import quantify, quantify_pair, share_of
from app.core.texts import Form, Relation
from app.core.votes import Tally
from tests.core.report.records import item, lines, position, proposal, record, told

SCALE = {"quantifiers": "scale"}


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        (40, {3: "a few", 5: "a few", 6: "some", 11: "some", 12: "several", 19: "several", 20: "many",
              29: "many", 30: "most", 35: "most", 36: "nearly all", 39: "nearly all", 40: "all"}),
        (8, {3: "several", 4: "several", 5: "many", 6: "most", 7: "most", 8: "all"}),
    ],
)  # fmt: skip
def test_words_for_shares(base: int, expected: dict[int, str]) -> None:
    assert {count: quantify(count, base) for count in expected} == expected


@pytest.mark.parametrize(("count", "base"), [(0, 0), (0, 9), (1, 1), (2, 2), (2, 40)])
def test_fewer_than_three_are_not_counted_in_words(count: int, base: int) -> None:
    assert quantify(count, base) is None


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        ((12, 8), ("some", "others")),
        ((14, 6), ("many", "several")),
        ((16, 4), ("most", "some")),
        ((8, 1), ("most", None)),
    ],
)
def test_sides_of_similar_size_are_some_and_others(sides: tuple[int, int], words: tuple) -> None:
    assert quantify_pair(*sides) == words


def test_shares_of_entries() -> None:
    assert [share_of(part, 4) for part in (1, 2, 3, 4)] == ["one", "many", "many", "all"]
    assert share_of(2, 5) == "some"


def pair(tally: Tally) -> tuple:
    return (
        position("P1.1", "opening the gate", Status.DIVIDED, form=Form.GERUND, tally=tally),
        position("P1.2", "the gate was fine", answers="P1.1", answers_as=Relation.COUNTER),
    )


@pytest.mark.parametrize(
    ("tally", "sentences"),
    [
        (
            Tally(support=14, disagree=6),
            ("Many participants were in favour of", "However, several participants"),
        ),
        (
            Tally(support=12, disagree=8),
            ("Some participants were in favour of", "However, some participants"),
        ),
        (
            Tally(support=18, object=2),
            ("Nearly all participants were in", "However, the view was expressed that"),
        ),
        (Tally(), ("Some participants were in favour of", "However, some participants")),
    ],
)
def test_the_scale_is_used_where_the_consultation_asks_for_it(
    tally: Tally, sentences: tuple[str, str]
) -> None:
    report = compose(record(item(1, proposal("P1", *pair(tally))), consultation=SCALE))
    for line, beginning in zip(lines(report)[1:], sentences, strict=True):
        assert line.partition(" ")[2].startswith(beginning)


def test_agreement_is_never_counted_in_words() -> None:
    votes = Tally(support=39, disagree=1)
    assert told(
        position("P1.1", "the gate should open", Status.CONSENSUS, tally=votes), consultation=SCALE
    ) == ["There was a consensus that the gate should open."]
