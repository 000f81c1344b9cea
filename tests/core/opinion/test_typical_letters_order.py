"""Groups are known by what is typical of them and keep their letters; each voter has an order."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.opinion.counts import Counts
from app.core.opinion.letters import first_letters, keep_letters
from app.core.opinion.order import asking_order, usefulness
from app.core.opinion.typical import typical
from tests.core.opinion.rooms import counted


def test_what_is_typical_is_weighed_as_by_hand() -> None:
    (first, second) = typical(counted((18, 2, 0), (4, 16, 0)))
    share, elsewhere = 19 / 22, 5 / 22
    beyond_chance = 2 * sqrt(21) * (19 / 21 - 1 / 2)
    pooled = (19 + 5) / (21 + 21)
    beyond_others = (19 / 21 - 5 / 21) / sqrt(pooled * (1 - pooled) * (2 / 21))
    assert [(each.in_favour, each.share, each.elsewhere) for each in first] == [(True, share, elsewhere)]
    assert first[0].strength == pytest.approx(share / elsewhere * beyond_others * share * beyond_chance)
    assert [(each.in_favour, each.share) for each in second] == [(False, 17 / 22)]


def test_what_all_groups_share_is_typical_of_none() -> None:
    assert typical(counted((20, 0, 0), (20, 0, 0))) == ((), ())


def test_what_may_not_be_shown_is_not_told() -> None:
    assert typical(counted((18, 2, 0), (4, 16, 0)), np.array([[False], [True]]))[0] == ()


def test_five_at_most_are_told_those_in_favour_first() -> None:
    pro, contra = [18] * 4 + [2] * 4, [2] * 4 + [18] * 4
    counts = Counts(np.array([pro, contra]), np.array([contra, pro]), np.zeros((2, 8), np.int64))
    for told in typical(counts):
        assert [each.in_favour for each in told] == sorted((each.in_favour for each in told), reverse=True)
        assert len(told) == 5


@pytest.mark.parametrize(
    ("before", "letters", "now", "groups", "kept"),
    [
        ([0, 0, 0, 1, 1], "AB", [0, 0, 0, 1, 1], 2, "AB"),
        ([0, 0, 0, 1, 1], "AB", [1, 1, 0, 0, 0, 0], 2, "BA"),
        ([0, 0, 1, 1, 2, 2], "ABC", [0, 0, 0, 1, 1, 1], 2, "AC"),
        ([0, 0, 0, 1, 1], "AC", [0, 0, 2, 1, 1], 3, "ACB"),
        ([0, 0, 1, 1], "AB", [-1, -1, -1, -1, 0, 0, 1, 1], 2, "CD"),
        ([], "", [0, 0, 1], 2, "AB"),
        ([0, 1], "AB", [-1, -1], 0, ""),
    ],
)
def test_a_group_keeps_its_letter_as_long_as_its_people_stay(before, letters, now, groups, kept) -> None:
    was = np.array(before, np.int64), tuple(letters)
    assert keep_letters(*was, np.array(now, np.int64), groups) == tuple(kept)


@given(st.lists(st.integers(-1, 4), max_size=30), st.lists(st.integers(-1, 4), max_size=30))
def test_letters_are_never_given_twice_and_new_numbers_for_the_same_groups_change_none(before, now) -> None:
    was, new = np.array(before, np.int64), np.array(now, np.int64)
    letters = keep_letters(was, first_letters(5), new, 5)
    assert len(set(letters)) == 5
    if set(before) >= set(range(5)):
        turned = np.where(was >= 0, 4 - was, -1)
        assert keep_letters(was, first_letters(5), turned, 5) == tuple("EDCBA")


def test_usefulness_is_that_of_hand_arithmetic() -> None:
    useful = usefulness(counted((3, 1, 1)).total(), np.array([2.0]))
    assert useful[0] == pytest.approx(((1 - 2 / 7) * 3 * (4 / 7) * (1 + 8 / 2)) ** 2)


def test_what_is_new_and_what_tells_voters_apart_comes_first() -> None:
    counts = Counts(np.array([0, 10, 10]), np.array([0, 10, 10]), np.zeros(3, np.int64))
    useful = usefulness(counts, np.array([0.0, 0.0, 3.0]))
    assert useful[0] > useful[1] < useful[2]


@given(st.text(), st.lists(st.floats(0, 1e9), max_size=12))
def test_a_voter_is_asked_everything_once_and_in_the_same_order_on_every_page(
    voter: str, useful: list
) -> None:
    voter = voter.encode(errors="replace").decode()
    names = [str(n) for n in range(len(useful))]
    order = asking_order(np.array(useful), names, voter)
    assert sorted(order) == list(range(len(useful)))
    assert order == asking_order(np.array(useful), names, voter)
    turned = asking_order(np.array(useful)[::-1], names[::-1], voter)
    if len(set(useful)) == len(useful) and 0 not in useful:
        assert [names[place] for place in order] == [names[::-1][place] for place in turned]


def test_voters_are_asked_in_different_orders_and_mostly_what_is_useful_first() -> None:
    useful = np.array([1.0, 4.0, 1.0, 1.0])
    orders = [asking_order(useful, "abcd", f"seat {n}") for n in range(400)]
    assert len(set(orders)) > 10
    first = sum(order[0] == 1 for order in orders) / len(orders)
    assert 4 / 7 - 0.1 < first < 4 / 7 + 0.1
