"""Opinion groups: found in the votes alone, and shown only where they tell more than the positions do."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from app.core.opinion.clusters import part, part_into
from app.core.opinion.counts import count_by
from app.core.opinion.projection import Map, project
from app.core.opinion.votes import Floats, Ints, Marks, Votes
from app.core.words import N_

ENOUGH_VOTES = (
    7  # by which a voter is known well enough to be grouped, or all positions where there are fewer
)
ENOUGH_VOTERS = 15  # below which no groups are shown: they would tell how people voted
HIDDEN = 10  # one vote in so many is hidden, to see whether the groups foretell it
ASKED = 20_000  # votes that are hidden at least, others each time, where there are so many
CHANCE = 1.645  # standard errors that pure chance exceeds once in twenty


class Verdict(StrEnum):
    FOUND = "found"
    TOO_FEW = "too few"
    NOT_DISTINCT = "not distinct"
    WITHHELD = "withheld"


VERDICTS = {
    Verdict.FOUND: N_("The votes reveal opinion groups: who is in which tells how they vote elsewhere."),
    Verdict.TOO_FEW: N_("Too few voters have voted on enough positions to look for opinion groups."),
    Verdict.NOT_DISTINCT: N_("There are no distinct opinion groups: people who agree here differ there."),
    Verdict.WITHHELD: N_(
        "Votes are secret here, and opinion groups could tell who voted how: none are shown."
    ),
}


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """The opinion groups, or why there are none."""

    verdict: Verdict
    group: NDArray[np.int8]  # (voters,): from 0, the largest; -1 not grouped
    groups: int  # how many; 0 where there are none
    map: Map
    silhouette: float = 0.0  # how clearly they stand apart on the map, from -1 to 1
    told: float = (
        0.0  # of what is uncertain in hidden votes, the share that groups tell; below 0 they mislead
    )

    @property
    def may_be_drawn(self) -> bool:
        """Whether the map may be shown: that of a few, or of secret votes, would tell how people voted."""
        return self.verdict in (Verdict.FOUND, Verdict.NOT_DISTINCT)


def find_groups(votes: Votes, *, secret: bool = False) -> Groups:
    """The opinion groups of the votes on positions that are still up; the same votes give the same groups.

    Whoever voted on fewer than seven positions is on the map, and not grouped. Of secret votes nobody is.
    """
    drawn = project(votes)
    if secret:
        return Groups(Verdict.WITHHELD, np.full(votes.voters, -1, np.int8), 0, drawn)
    grouped = votes.each >= max(1, min(ENOUGH_VOTES, votes.width))
    nobody = np.full(votes.voters, -1, np.int8)
    if np.count_nonzero(grouped) < ENOUGH_VOTERS:
        return Groups(Verdict.TOO_FEW, nobody, 0, drawn)
    parting = part(drawn.points[grouped])
    if parting.groups < 2:
        return Groups(Verdict.NOT_DISTINCT, nobody, 0, drawn)
    told, surely = foretold(votes, grouped, parting.groups)
    if not surely:
        return Groups(Verdict.NOT_DISTINCT, nobody, 0, drawn, parting.silhouette, told)
    group = nobody.copy()
    group[grouped] = parting.group
    return Groups(Verdict.FOUND, group, parting.groups, drawn, parting.silhouette, told)


def foretold(votes: Votes, grouped: Marks, groups: int) -> tuple[float, bool]:
    """How much so many groups, found without one vote in ten, tell of those votes; and whether beyond chance.

    Explained deviance: 1 - (log likelihood by group) / (log likelihood by position). Silhouette cannot
    serve: it finds groups in votes that were shuffled within each position. A small room is asked again with
    other votes.
    """
    rounds = min(HIDDEN, max(1, round(ASKED * HIDDEN / max(len(votes.values), 1))))
    asked = [_asked(votes, grouped, groups, hidden) for hidden in range(rounds)]
    gain = np.concatenate([gains for gains, _ in asked])
    surprise = sum(each for _, each in asked)
    if len(gain) < 2 or surprise == 0:
        return 0.0, False
    total = float(gain.sum())
    return total / surprise, total > CHANCE * float(gain.std(ddof=1)) * len(gain) ** 0.5


def _asked(votes: Votes, grouped: Marks, groups: int, tenth: int) -> tuple[Floats, float]:
    """The log likelihood that groups gain on each hidden vote; and what all were worth by position alone."""
    hidden = _tenths(votes) == tenth
    seen = votes.kept(~hidden)
    group = np.full(votes.voters, -1, np.int64)
    group[grouped] = part_into(project(seen).points[grouped], groups)
    by_group, by_position = _expectations(seen, group, groups)
    gains, surprise = [np.zeros(0)], 0.0
    for voters, where in votes.blocks():
        asked = np.flatnonzero(hidden[where])
        who = group[votes.of_whom(voters)[asked]]
        asked, who = asked[who >= 0], who[who >= 0]
        what, said = votes.positions[where][asked], votes.values[where][asked] + 1
        plain = np.log(by_position[what, said])
        gains.append(np.log(by_group[who, what, said]) - plain)
        surprise -= float(plain.sum())
    return np.concatenate(gains), surprise


def _tenths(votes: Votes) -> NDArray[np.uint8]:
    """Each vote's tenth of all, (votes,): by a hash of voter and position, so always the same."""
    tenths = np.empty(len(votes.values), np.uint8)
    for voters, where in votes.blocks():
        seed = _mixed(np.arange(voters.start, voters.stop, dtype=np.uint64))
        mixed = _mixed(seed[votes.of_whom(voters) - voters.start] + votes.positions[where].astype(np.uint64))
        tenths[where] = mixed % np.uint64(HIDDEN)
    return tenths


def _mixed(number: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each bit depends on every other (the finalizer of SplitMix64, Steele et al. 2014)."""
    number = number + np.uint64(0x9E3779B97F4A7C15)
    number = (number ^ (number >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    number = (number ^ (number >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return number ^ (number >> np.uint64(31))


def _expectations(votes: Votes, group: Ints, groups: int) -> tuple[Floats, Floats]:
    """How probable each vote is, (groups, positions, 3) by group and (positions, 3) by position alone.

    A group's own is drawn towards the position's as if two more of its members had voted like everybody.
    """
    counts = count_by(votes, group, groups)
    cast = np.stack([counts.against, counts.abstain, counts.in_favour], axis=2)
    everybody = cast.sum(0)
    by_position = (everybody + 1) / (everybody.sum(1, keepdims=True) + 3)
    by_group = (cast + 2 * by_position) / (cast.sum(2, keepdims=True) + 2)
    return by_group, by_position
