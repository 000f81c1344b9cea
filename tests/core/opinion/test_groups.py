"""Opinion groups are found where there are any, the same ones every time, and never out of nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.opinion.analysis import analyse
from app.core.opinion.groups import ENOUGH_VOTERS, VERDICTS, Verdict, find_groups
from app.core.opinion.votes import gather
from tests.core.opinion.rooms import camps, columns, renumbered, shuffled, table


def test_two_camps_are_found_and_the_larger_is_the_first() -> None:
    votes, camp = camps()
    found = find_groups(votes)
    assert (found.verdict, found.groups) == (Verdict.FOUND, 2)
    assert (found.group == camp).mean() > 0.95
    assert found.told > 0.05


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=15, deadline=None)
def test_the_order_in_which_votes_came_changes_nothing_at_all(seed: int) -> None:
    votes, _ = camps(seed=4)
    order = np.random.default_rng(seed).permutation(len(votes.values))
    again = gather(*(column[order] for column in columns(votes)), of=votes.voters, on=votes.width)
    first, second = find_groups(votes), find_groups(again)
    assert (first.group == second.group).all()
    assert (first.map.points == second.map.points).all()
    assert first.told == second.told


@pytest.mark.parametrize("seed", range(5))
def test_other_numbers_for_voters_and_positions_make_the_same_groups(seed: int) -> None:
    votes, _ = camps(120, 30, seed=seed)
    again, now = renumbered(votes, seed)
    first, second = find_groups(votes), find_groups(again)
    assert first.verdict is second.verdict is Verdict.FOUND
    assert (first.group == second.group[now]).all()


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(("voters", "positions"), [(30, 12), (60, 20), (150, 30)])
def test_votes_dealt_out_anew_make_no_groups(voters: int, positions: int, seed: int) -> None:
    found = find_groups(shuffled(camps(voters, positions, seed=seed)[0], seed))
    assert found.verdict is Verdict.NOT_DISTINCT
    assert (found.groups, set(found.group.tolist())) == (0, {-1})


def test_below_fifteen_voters_who_voted_enough_there_are_no_groups() -> None:
    row = {True: "+++++----", False: "-----++++"}
    few, enough = ([row[n % 3 > 0] for n in range(voters)] for voters in (ENOUGH_VOTERS - 1, ENOUGH_VOTERS))
    little = ["++++++   "] * 30  # six votes of nine are too few
    assert find_groups(table(few + little)).verdict is Verdict.TOO_FEW
    found = find_groups(table(enough + little))
    assert found.verdict is Verdict.FOUND
    assert set(found.group[ENOUGH_VOTERS:].tolist()) == {-1}


@pytest.mark.parametrize(
    "rows",
    [
        ["+"] * 20,
        ["+-"] * 10 + ["-+"] * 10,
        ["+++++++++"] * 20,
        ["000000000"] * 20,
        [" " * 9] * 20,
        ["+" + " " * 8] * 40,
        ["++++++++-", "+++++++-+"] + ["+++++++++"] * 18,
    ],
)
def test_odd_rooms_get_an_answer(rows: list[str]) -> None:
    found = analyse(table(rows))
    assert np.isfinite(found.groups.map.points).all()
    assert found.groups.verdict in VERDICTS


def test_a_room_without_voters_or_positions_gets_an_answer() -> None:
    nothing = np.array([], np.int64)
    for of, on in ((0, 0), (3, 0), (0, 3), (20, 3)):
        found = analyse(gather(nothing, nothing, nothing, of=of, on=on))
        assert found.groups.verdict is Verdict.TOO_FEW


def test_one_vote_more_leaves_nearly_everybody_where_they_were() -> None:
    votes, _ = camps(120, 30, seed=2)
    said = votes.values.copy()
    said[17] = -said[17]
    again = gather(*columns(votes)[:2], said, of=votes.voters, on=votes.width)
    assert (find_groups(votes).group == find_groups(again).group).mean() > 0.97


def test_an_analysis_tells_what_is_typical_of_each_group() -> None:
    votes, _ = camps()
    found = analyse(votes)
    assert found.letters == ("A", "B")
    assert all(found.typical)
    for group, typical in enumerate(found.typical):
        for each in typical:
            assert each.share > each.elsewhere
            counts = found.by_group.counts
            more = counts.in_favour if each.in_favour else counts.against
            assert more[group, each.position] > more[1 - group, each.position] * 2 / 3


@pytest.mark.parametrize("pairs", [4, 12])
def test_where_all_differ_in_one_way_the_map_is_a_line(pairs: int) -> None:
    found = find_groups(table(["+-" * pairs] * 12 + ["-+" * pairs] * 8))
    assert (found.map.points[:, 1] == 0).all()
    assert found.group.tolist() == [0] * 12 + [1] * 8
