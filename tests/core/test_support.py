"""What the heard say of everybody: exact, whatever the size of the electorate."""

from fractions import Fraction
from math import ceil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta, betabinom

from app.core.opinion.figures import interval
from app.core.support import Support

voices = st.integers(0, 60)
shares = st.fractions(0, 1, max_denominator=20)
supports = st.builds(Support, voices, voices, voices)


@given(supports, shares)
def test_the_chance_is_the_tail_of_a_beta_binomial(support: Support, share: Fraction) -> None:
    more = ceil(share * support.everybody) - support.in_favour
    unheard = betabinom(support.unheard, support.in_favour + 1, support.against + 1)
    assert support.chance(share) == pytest.approx(unheard.sf(more - 1), abs=1e-12)


@pytest.mark.parametrize("everybody", [700, 20_000, 1_000_000])
def test_so_it_is_in_large_electorates(everybody: int) -> None:
    draw = np.random.default_rng(1)
    for _ in range(20):
        heard = int(draw.integers(1, everybody))
        support = Support(for_ := int(draw.integers(0, heard + 1)), heard - for_, everybody - heard)
        for share in (Fraction(2, 3), support.share, support.share * Fraction(101, 100)):
            more = ceil(share * everybody) - for_
            unheard = betabinom(support.unheard, for_ + 1, support.against + 1)
            assert support.chance(share) == pytest.approx(unheard.sf(more - 1), abs=1e-7)


@given(voices, voices, shares)
def test_where_all_have_spoken_it_is_the_plain_share(in_favour: int, against: int, share: Fraction) -> None:
    support = Support(in_favour, against)
    if support.heard:
        assert support.chance(share) == (support.share >= share)
        assert support.chance_above(share) == (support.share > share)


@given(st.integers(0, 20), st.integers(0, 20), shares)
def test_of_endlessly_many_it_is_the_beta_posterior(in_favour: int, against: int, share: Fraction) -> None:
    support = Support(in_favour, against, 10**8)
    assert support.chance(share) == pytest.approx(beta(in_favour + 1, against + 1).sf(float(share)), abs=1e-5)


@given(supports, shares)
def test_one_more_in_favour_never_lowers_the_chance(support: Support, share: Fraction) -> None:
    chance = support.chance(share) - 1e-12
    joined = Support(support.in_favour + 1, support.against, max(0, support.unheard - 1))
    assert joined.chance(share) >= chance
    if support.against:
        assert Support(support.in_favour + 1, support.against - 1, support.unheard).chance(share) >= chance


@given(supports, shares)
def test_the_opposite_question_gets_the_opposite_chance(support: Support, share: Fraction) -> None:
    assert support.turned.chance_above(1 - share) == pytest.approx(1 - support.chance(share), abs=1e-12)


@given(supports)
def test_the_interval_is_the_one_of_the_figures(support: Support) -> None:
    for_, heard, everybody = (np.array([n]) for n in (support.in_favour, support.heard, support.everybody))
    low, high = interval(for_, heard, everybody)
    assert support.interval() == (pytest.approx(low[0]), pytest.approx(high[0]))
