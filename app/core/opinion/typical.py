"""What is typical of each group: the positions on which it differs most surely from everybody else."""

from dataclasses import dataclass

import numpy as np

from app.core.opinion.counts import Counts
from app.core.opinion.figures import expected
from app.core.opinion.votes import Floats, Marks

SURE = 1.2815515655446004  # z of 90 %, one-sided
MOST = 5


@dataclass(frozen=True, slots=True)
class Typical:
    """A position by which a group may be known."""

    position: int
    in_favour: bool  # the group is for it; else against
    share: float  # of the group, expected, who say so
    elsewhere: float  # of all others
    strength: float  # what it is ordered by


def typical(by_group: Counts, show: Marks | None = None, most: int = MOST) -> tuple[tuple[Typical, ...], ...]:
    """Of each group its typical positions, those it is for first, each side from the most typical.

    As Polis finds them (Small et al. 2021): the group says so more often than by chance (one-proportion z
    test) and than others do (two-proportion z test), each with 90 %; ordered by share, ratio and both z.
    `show`, (groups, positions), is where counts may be told.
    """
    pro, contra = _how_typical(by_group), _how_typical(by_group.turned)
    allowed = np.ones(by_group.voters.shape, np.bool_) if show is None else show
    return tuple(_foremost(pro, contra, allowed[group], group, most) for group in range(len(allowed)))


@dataclass(frozen=True, slots=True, eq=False)
class _HowTypical:
    """Of one side; all (groups, positions)."""

    share: Floats
    elsewhere: Floats
    beyond_others: Floats  # z
    strength: Floats
    sure: Marks


def _how_typical(by_group: Counts) -> _HowTypical:
    others = by_group.others()
    said, voted = by_group.in_favour + 1.0, by_group.voters + 1.0
    said_there, voted_there = others.in_favour + 1.0, others.voters + 1.0
    pooled = (said + said_there) / (voted + voted_there)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / voted + 1 / voted_there))
    apart = said / voted - said_there / voted_there
    share, elsewhere = expected(by_group), expected(others)
    beyond_chance = 2 * np.sqrt(voted) * (said / voted - 0.5)
    beyond_others = np.divide(apart, spread, out=np.zeros_like(apart), where=spread > 0)
    return _HowTypical(
        share,
        elsewhere,
        beyond_others,
        strength=share / elsewhere * beyond_others * share * beyond_chance,
        sure=(beyond_chance > SURE) & (beyond_others > SURE),
    )


def _foremost(
    pro: _HowTypical, contra: _HowTypical, allowed: Marks, group: int, most: int
) -> tuple[Typical, ...]:
    sure = allowed & (pro.sure[group] | contra.sure[group])
    found = []
    for position in np.flatnonzero(sure).tolist():
        in_favour = bool(pro.beyond_others[group, position] > contra.beyond_others[group, position])
        side = pro if in_favour else contra
        found.append(
            Typical(
                position,
                in_favour,
                float(side.share[group, position]),
                float(side.elsewhere[group, position]),
                float(side.strength[group, position]),
            )
        )
    found.sort(key=lambda each: (-each.strength, each.position))
    return tuple(sorted(found[:most], key=lambda each: not each.in_favour))
