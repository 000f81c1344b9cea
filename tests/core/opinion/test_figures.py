"""The figures of a position are those that one reckons by hand, and behave as people expect."""

from fractions import Fraction
from math import sqrt

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.opinion.counts import Counts, shown
from app.core.opinion.figures import Across, Figures, across, figures, interval, probability, stands
from app.core.opinion.meanings import MEANINGS, NAMES
from app.core.support import Support
from tests.core.opinion.rooms import counted

few = st.integers(0, 40)
cell = st.tuples(few, few, few)
rooms = st.lists(cell, min_size=2, max_size=5)


def near(value: object) -> object:
    return pytest.approx(value, abs=1e-12, nan_ok=True)


@pytest.mark.parametrize(
    ("in_favour", "against", "abstain", "hand"),
    [
        (6, 3, 1, {"support": 0.6, "opposition": 0.3, "abstention": 0.1, "sides": 6 / 9, "contested": 0.6}),
        (6, 3, 1, {"turnout": 10 / 40, "expected": 7 / 12}),
        (5, 5, 0, {"contested": 1, "expected": 0.5}),
        (3, 0, 0, {"contested": 0}),
        (0, 2, 0, {"sides": 0}),
        (0, 0, 4, {"support": 0, "sides": np.nan, "abstention": 1}),
        (0, 0, 0, {"support": np.nan, "expected": 0.5, "low": 0, "high": 1, "turnout": 0}),
    ],
)
def test_figures_are_those_of_hand_arithmetic(in_favour: int, against: int, abstain: int, hand: dict) -> None:
    found = figures(counted((in_favour, against, abstain)).total(), 40)
    assert {name: getattr(found, name).tolist()[0] for name in hand} == {k: near(v) for k, v in hand.items()}


HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)


def test_chances_of_endlessly_many_are_those_of_hand_arithmetic() -> None:
    asked = counted((3, 0, 0), (5, 5, 0), (0, 2, 0), (0, 0, 0))
    assert probability(asked, HALF).ravel().tolist() == near([1 - 0.5**4, 0.5, 0.5**3, 0.5])
    assert probability(asked, TWO_THIRDS)[0, 0] == near(1 - (2 / 3) ** 4)


@given(few, few, st.integers(0, 60))
def test_chances_of_a_closed_electorate_are_exact(in_favour: int, against: int, unheard: int) -> None:
    asked = counted((in_favour, against, 0))
    found = probability(asked, TWO_THIRDS, in_favour + against + unheard)[0, 0]
    if in_favour + against + unheard:
        assert found == near(Support(in_favour, against, unheard).chance_above(TWO_THIRDS))


@given(st.integers(600, 20_000), st.data())
def test_chances_of_a_large_one_are_nearly_so(entitled: int, data: st.DataObject) -> None:
    voters = data.draw(st.integers(5, entitled))
    in_favour = data.draw(st.integers(0, voters))
    found = probability(counted((in_favour, voters - in_favour, 0)), HALF, entitled)[0, 0]
    exact = Support(in_favour, voters - in_favour, entitled - voters).chance_above(HALF)
    assert found == pytest.approx(exact, abs=0.05)


def test_the_interval_is_wilsons() -> None:
    z2 = 1.959963984540054**2
    low, high = interval(np.array([8]), np.array([10]))
    half = sqrt(z2) * sqrt(0.8 * 0.2 / 10 + z2 / 400) / (1 + z2 / 10)
    centre = (0.8 + z2 / 20) / (1 + z2 / 10)
    assert (low[0], high[0]) == (near(centre - half), near(centre + half))
    assert (round(low[0], 3), round(high[0], 3)) == (0.49, 0.943)  # as printed in tables


def test_of_a_closed_electorate_those_who_voted_tell_more_and_all_tell_all() -> None:
    plain = interval(np.array([8]), np.array([10]))
    half_of_them = interval(np.array([8]), np.array([10]), 20)
    as_many = interval(np.array([15.2]), np.array([19.0]))  # 10 × 19 / 10 voters
    assert (half_of_them[0][0], half_of_them[1][0]) == (near(as_many[0][0]), near(as_many[1][0]))
    assert plain[0] < half_of_them[0] < 0.8 < half_of_them[1] < plain[1]
    everybody = interval(np.array([8]), np.array([10]), 10)
    assert everybody[0] == everybody[1] == near(0.8)


def test_group_informed_consensus_is_the_product_of_expected_shares() -> None:
    found = across(counted((8, 1, 1), (3, 3, 2)))
    assert found.consensus[0] == near(9 / 12 * 4 / 10)
    assert found.consensus_root[0] == near(sqrt(9 / 12 * 4 / 10))
    assert found.consensus_against[0] == near(2 / 12 * 4 / 10)
    assert (found.least[0], found.divisive[0]) == (near(0.4), near(9 / 12 - 4 / 10))
    between = (10 / 18) * (8 / 10 - 11 / 18) ** 2 + (8 / 18) * (3 / 8 - 11 / 18) ** 2
    assert found.divided_share[0] == near(between / (11 / 18 * 7 / 18))


def test_a_bridge_is_what_the_least_sure_group_surely_gives() -> None:
    found = across(counted((9, 0, 0), (4, 0, 0)))
    assert found.bridging[0] == near(0.1 ** (1 / 5))  # the 10 % point of Beta(5, 1)
    assert found.bridging_against[0] == near(1 - 0.9 ** (1 / 10))  # of Beta(1, 10)


def test_a_position_that_everybody_supports_is_a_bridge_and_a_mirrored_room_is_divided() -> None:
    united, mirrored = across(counted((30, 0, 0), (30, 0, 0))), across(counted((30, 2, 1), (2, 30, 1)))
    assert united.bridging[0] > 0.9
    assert (united.divisive[0], united.divided_share[0], united.divided[0]) == (0, 0, False)
    assert mirrored.bridging[0] < 0.2
    assert mirrored.divided[0]
    assert mirrored.divisive[0] > 0.7


def test_groups_that_were_not_heard_make_no_gap() -> None:
    found = across(counted((20, 0, 0), (0, 0, 0)))
    assert (found.divisive[0], found.divided_share[0]) == (near(np.nan), near(np.nan))
    assert found.bridging[0] == near(0.1), "of nobody, nothing is sure"


@pytest.mark.parametrize(
    ("voters", "withheld"),
    [
        ((3, 9), set()),
        ((1, 2, 9), {0, 1}),
        ((1, 9, 3), {0, 2}),  # else the first could be had by subtraction
        ((0, 2, 9), {1, 2}),
        ((1,), {0}),
    ],
)
def test_a_small_group_is_withheld_and_cannot_be_had_by_subtraction(voters: tuple, withheld: set) -> None:
    room = counted(*((n, 0, 0) for n in voters))
    show = shown(room, 3)
    assert set(np.flatnonzero(~show[:, 0]).tolist()) == withheld
    told = figures(room, show=show)
    assert np.isnan(told.expected[:, 0]).tolist() == (~show[:, 0]).tolist()
    assert bool(np.isnan(across(room, 3).consensus[0])) == bool(withheld)


@given(rooms)
def test_figures_stay_within_their_bounds(cells: list) -> None:
    room = counted(*cells)
    for found in (figures(room), figures(room, 1000), across(room, 0)):
        for name in found.__slots__:
            figure = getattr(found, name)
            if not isinstance(figure, Counts):
                assert ((figure >= 0) & (figure <= 1) | np.isnan(figure.astype(float))).all(), name
    found = figures(room, 1000)
    known = room.voters > 0
    assert (found.low <= found.high).all()
    assert (found.low[known] <= found.support[known] + 1e-12).all()
    assert (found.support[known] <= found.high[known] + 1e-12).all()


@given(rooms, st.data())
def test_one_more_in_favour_never_lowers_support(cells: list, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(cells) - 1))
    more = [(a + (place == n), d, p) for n, (a, d, p) in enumerate(cells)]
    before, after = figures(counted(*cells)), figures(counted(*more))
    for name in ("support", "sides", "low", "expected", "majority", "two_thirds"):
        old, new = getattr(before, name), getattr(after, name)
        assert (np.nan_to_num(new) >= np.nan_to_num(old) - 1e-12).all(), name
    groups_before, groups_after = across(counted(*cells), 0), across(counted(*more), 0)
    for name in ("consensus", "consensus_root", "bridging"):
        assert getattr(groups_after, name)[0] >= getattr(groups_before, name)[0] - 1e-12, name


@given(rooms, st.randoms(use_true_random=False))
def test_the_order_of_groups_changes_nothing(cells: list, draw) -> None:
    mixed = cells[:]
    draw.shuffle(mixed)
    first, second = across(counted(*cells)), across(counted(*mixed))
    for name in Across.__slots__:
        assert getattr(first, name).tolist() == near(getattr(second, name).tolist()), name


@given(cell)
def test_the_opposite_question_gets_the_opposite_figures(said: tuple) -> None:
    asked = counted(said)
    turned = figures(asked.turned)
    assert figures(asked).opposition == near(turned.support)
    assert figures(asked).contested == near(turned.contested)
    sides = Counts(asked.in_favour, asked.against, np.zeros_like(asked.abstain))
    assert probability(sides, HALF) == near(1 - probability(sides.turned, HALF))


@given(few, few, st.integers(1, 500))
def test_a_larger_electorate_never_narrows_the_interval(in_favour: int, against: int, beyond: int) -> None:
    n = in_favour + against
    assume(n)
    low, high = interval(
        np.array([in_favour, in_favour]), np.array([n, n]), np.array([n + beyond, n + beyond + 1])
    )
    assert high[0] - low[0] <= high[1] - low[1] + 1e-12


def test_a_group_stands_somewhere_only_when_that_is_sure() -> None:
    assert stands(counted((9, 1, 5), (1, 9, 5), (5, 4, 0), (0, 0, 9))).ravel().tolist() == [1, -1, 0, 0]


def test_every_figure_says_what_it_means() -> None:
    assert NAMES.keys() == MEANINGS.keys()
    told = {*Figures.__slots__, *Across.__slots__} - {"counts", "low", "high"}
    assert told - NAMES.keys() == {"consensus_against", "consensus_against_root", "bridging_against"}
