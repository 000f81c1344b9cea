"""The figures of each position, from counts: exact formulas, one for each question people ask.

A group's figures are (groups, positions), all others (positions,); shares and probabilities are from 0 to 1.
NaN is what cannot be said: of nobody, or where a small group is withheld.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from scipy.special import betainc, betaincinv

from app.core.opinion.counts import Counts, shown
from app.core.opinion.votes import Floats, Ints, Marks
from app.core.support import NORMAL_95, Support

SURE = 0.9  # how probable a side of a group must be for the group to stand there
SMALL = 500  # voices up to which a closed electorate is reckoned exactly
HEARD = 3  # voters of a group, for it to count as heard on a position


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """What some voters say of each position, all or each group of them; arrays of the shape of the counts."""

    counts: Counts
    support: Floats  # in favour, of all who voted
    opposition: Floats  # against, of all who voted
    abstention: Floats  # abstaining, of all who voted
    sides: Floats  # in favour, of those who took a side
    turnout: Floats  # voted, of those entitled
    low: Floats  # 95 % interval of the support of everybody entitled
    high: Floats
    expected: Floats  # posterior mean of support
    majority: Floats  # probability that more than half support
    two_thirds: Floats  # probability that more than two thirds support
    contested: Floats  # 0 everybody on one side, 1 two equal sides and nobody abstaining


@dataclass(frozen=True, slots=True, eq=False)
class Across:
    """What is said of each position when groups are held against each other: all of shape (positions,)."""

    consensus: Floats  # group-informed consensus: product of the groups' expected support
    consensus_root: (
        Floats  # its root by the number of groups: 0.5 where nothing is known, however many groups
    )
    consensus_against: Floats
    consensus_against_root: Floats
    least: Floats  # expected support of the group that supports it least
    bridging: Floats  # support that every group gives, with 90 % probability each
    bridging_against: Floats
    divisive: (
        Floats  # expected support of the group most for, less that of the group least for, of those heard
    )
    divided_share: Floats  # of the variance of support, what lies between the groups (eta squared)
    divided: Marks  # one group is for and another against, each with 90 % probability


def figures(counts: Counts, entitled: Ints | int | None = None, show: Marks | None = None) -> Figures:
    """Figures of the counts; `entitled` is how many might have voted, NaN stands where not to `show`."""
    n, a = counts.voters, counts.in_favour
    electorate = np.full(n.shape, np.nan) if entitled is None else np.broadcast_to(entitled, n.shape)
    low, high = interval(a, n, entitled)
    every = {
        "support": _share(a, n),
        "opposition": _share(counts.against, n),
        "abstention": _share(counts.abstain, n),
        "sides": _share(a, counts.sided),
        "turnout": _share(n, electorate),
        "low": low,
        "high": high,
        "expected": expected(counts),
        "majority": probability(counts, Fraction(1, 2), entitled),
        "two_thirds": probability(counts, Fraction(2, 3), entitled),
        "contested": _share(2 * np.minimum(a, counts.against), n),
    }
    if show is not None:
        every = {name: np.where(show, figure, np.nan) for name, figure in every.items()}
    return Figures(counts, **every)


def interval(in_favour: Ints, voters: Ints, entitled: Ints | int | None = None) -> tuple[Floats, Floats]:
    """The 95 % interval of support (Wilson 1927, score interval).

    Of a closed electorate of E, n who voted tell as much as n (E - 1) / (E - n) out of an endless one (finite
    population correction); all of them tell all.
    """
    n, share = _worth(voters, entitled), _share(in_favour, voters)
    with np.errstate(divide="ignore", invalid="ignore"):
        z2 = NORMAL_95**2
        narrowing = 1 / (1 + z2 / n)
        centre = (share + z2 / (2 * n)) * narrowing
        half = NORMAL_95 * narrowing * np.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    unknown = n == 0
    low = np.where(unknown, 0.0, np.clip(centre - half, 0, 1))
    high = np.where(unknown, 1.0, np.clip(centre + half, 0, 1))
    return low, high


def expected(counts: Counts) -> Floats:
    """The posterior mean of support, (A + 1) / (N + 2), with a uniform prior (Laplace's rule)."""
    return np.asarray((counts.in_favour + 1) / (counts.voters + 2))


def probability(counts: Counts, more_than: Fraction, entitled: Ints | int | None = None) -> Floats:
    """The posterior probability that support is more than so much: Beta(A + 1, N - A + 1), uniform prior.

    Of a small closed electorate it is exact (`Support`), of a large one the votes count for what they tell.
    """
    a, n = counts.in_favour, counts.voters
    if entitled is None:
        return _beyond(a, n, more_than)
    worth = _worth(n, entitled)
    with np.errstate(invalid="ignore"):
        chance = _beyond(np.nan_to_num(_share(a, n)) * worth, worth, more_than)
    chance = np.where(np.isinf(worth), a > n * float(more_than), chance)
    unheard = np.maximum(np.broadcast_to(entitled, n.shape) - n, 0)
    for at in zip(*np.nonzero((n + unheard <= SMALL) & (unheard > 0)), strict=True):
        support = Support(int(a[at]), int(n[at] - a[at]), int(unheard[at]))
        chance[at] = support.chance_above(more_than)
    return chance


def across(by_group: Counts, least: int = HEARD) -> Across:
    """Figures across groups, from counts of shape (groups, positions); NaN where a group is withheld.

    Group-informed consensus is Polis's (Small et al. 2021), the share between groups the usual eta squared.
    """
    show = shown(by_group, least).all(0)
    heard = by_group.voters >= HEARD
    share, enough = expected(by_group), heard.sum(0) >= 2
    groups = max(len(share), 1)
    against = expected(by_group.turned)
    consensus, refusal = share.prod(0), against.prod(0)
    top = np.where(heard, share, -np.inf).max(0, initial=-np.inf)
    bottom = np.where(heard, share, np.inf).min(0, initial=np.inf)
    with np.errstate(invalid="ignore"):
        gap = np.where(enough, top - bottom, np.nan)
    every = {
        "consensus": consensus,
        "consensus_root": consensus ** (1 / groups),
        "consensus_against": refusal,
        "consensus_against_root": refusal ** (1 / groups),
        "least": np.where(heard.any(0), bottom, np.nan),
        "bridging": _given_by_all(by_group),
        "bridging_against": _given_by_all(by_group.turned),
        "divisive": gap,
        "divided_share": np.where(enough, _between(by_group), np.nan),
    }
    return Across(
        **{name: np.where(show, figure, np.nan) for name, figure in every.items()},
        divided=show & _divided(by_group),
    )


def stands(by_group: Counts) -> Ints:
    """Where each group stands, (groups, positions): 1 for, -1 against, 0 not known with 90 % probability."""
    sides = Counts(by_group.in_favour, by_group.against, np.zeros_like(by_group.abstain))
    surely = probability(sides, Fraction(1, 2))
    return (surely >= SURE).astype(np.int64) - (1 - surely >= SURE)


def _given_by_all(by_group: Counts) -> Floats:
    """The least of the groups' supports, each as low as it is with one chance in ten."""
    a, n = by_group.in_favour, by_group.voters
    return np.asarray(betaincinv(a + 1, n - a + 1, 1 - SURE).min(0, initial=1.0))


def _between(by_group: Counts) -> Floats:
    everybody = by_group.total()
    mean = _share(everybody.in_favour, everybody.voters)
    own = np.nan_to_num(_share(by_group.in_favour, by_group.voters))
    spread = (_share(by_group.voters, everybody.voters) * (own - mean) ** 2).sum(0)
    return np.where(mean * (1 - mean) > 0, _share(spread, mean * (1 - mean)), 0.0)


def _divided(by_group: Counts) -> Marks:
    stand = stands(by_group)
    return np.asarray((stand > 0).any(0) & (stand < 0).any(0))


def _beyond(in_favour: Ints | Floats, voters: Ints | Floats, share: Fraction) -> Floats:
    return np.asarray(1 - betainc(in_favour + 1, voters - in_favour + 1, float(share)))


def _worth(voters: Ints, entitled: Ints | int | None) -> Floats:
    """How many votes out of endlessly many would tell as much as these do of a closed electorate."""
    n = np.asarray(voters, np.float64)
    if entitled is None:
        return n
    everybody = np.broadcast_to(np.asarray(entitled, np.float64), n.shape)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(everybody > n, n * (everybody - 1) / (everybody - n), np.where(n > 0, np.inf, 0.0))


def _share(part: Ints | Floats, whole: Ints | Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.asarray(whole) == 0, np.nan, np.asarray(part) / whole)
