"""Votes become arrays that are the same in whatever order they came."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.opinion import votes as module
from app.core.opinion.counts import count, count_by
from app.core.opinion.votes import VALUE, gather
from app.core.votes import Choice
from tests.core.opinion.rooms import camps, columns, table

cast = st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 4)), st.integers(-1, 1))


@given(cast, st.randoms(use_true_random=False))
def test_the_order_in_which_votes_came_is_forgotten(said: dict, draw) -> None:
    rows = [(who, what, value) for (who, what), value in said.items()]
    mixed = rows[:]
    draw.shuffle(mixed)
    first, second = (gather(*np.array(each, np.int64).reshape(-1, 3).T, of=7, on=5) for each in (rows, mixed))
    for part in ("starts", "positions", "values"):
        assert (getattr(first, part) == getattr(second, part)).all()
    assert (
        dict(
            zip(
                zip(*(c.tolist() for c in columns(first)[:2]), strict=True),
                first.values.tolist(),
                strict=True,
            )
        )
        == said
    )


@pytest.mark.parametrize(
    ("voter", "position", "value", "what"),
    [
        (2, 0, 1, "a voter who is not there"),
        (-1, 0, 1, "a voter who is not there"),
        (0, 3, 1, "a position that is not there"),
        (0, 1, 2, "neither for"),
        (0, 0, -1, "two votes of one voter"),
    ],
)
def test_votes_that_cannot_be_are_refused(voter: int, position: int, value: int, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        gather(np.array([0, voter]), np.array([0, position]), np.array([1, value]), of=2, on=3)


def test_every_choice_has_a_side_or_none() -> None:
    assert [VALUE[choice] for choice in Choice] == [1, 1, 0, -1, -1]


def test_counts_by_group_are_those_that_one_counts_by_hand() -> None:
    votes = table(["+-0", "++ ", "-+ ", "0 -"])
    everybody = count(votes)
    assert (everybody.in_favour.tolist(), everybody.against.tolist()) == ([2, 2, 0], [1, 1, 1])
    assert (everybody.abstain.tolist(), everybody.voters.tolist()) == ([1, 0, 1], [4, 3, 2])
    by_group = count_by(votes, np.array([0, 1, 1, -1]), 2)
    assert by_group.in_favour.tolist() == [[1, 0, 0], [1, 2, 0]]
    assert by_group.against.tolist() == [[0, 1, 0], [1, 0, 0]]
    assert by_group.others().voters.tolist() == by_group.voters[::-1].tolist()


def test_counts_are_the_same_in_blocks_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    votes, camp = camps()
    whole = count_by(votes, camp, 2)
    monkeypatch.setattr(module, "BLOCK", 7)
    assert len(list(votes.blocks())) == votes.voters
    assert (count_by(votes, camp, 2).in_favour == whole.in_favour).all()
    assert (count_by(votes, camp, 2).abstain == whole.abstain).all()
