"""Small rooms and real conversations, as votes."""

from pathlib import Path

import numpy as np

from app.core.opinion.counts import Counts
from app.core.opinion.votes import Votes, gather

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "votes"
CONVERSATIONS = (
    "american-assembly.bowling-green",
    "brexit-consensus",
    "scoop-hivemind.biodiversity",
    "vtaiwan.uberx",
)


def counted(*cells: tuple[int, int, int]) -> Counts:
    """One position: of each group those in favour, against and abstaining."""
    return Counts(*(np.array(column)[:, None] for column in zip(*cells, strict=True)))


def table(rows: list[str]) -> Votes:
    """A row a voter: + for, - against, 0 abstaining, anything else not voted."""
    value = {"+": 1, "-": -1, "0": 0}
    cast = [(i, j, value[said]) for i, row in enumerate(rows) for j, said in enumerate(row) if said in value]
    return gather(*np.array(cast, np.int64).reshape(-1, 3).T, of=len(rows), on=len(rows[0]))


def camps(voters: int = 60, positions: int = 20, *, seed: int = 1) -> tuple[Votes, np.ndarray]:
    """Two camps, 3 : 2, that mostly disagree, and which camp each voter is of."""
    draw = np.random.default_rng(seed)
    camp = (np.arange(voters) % 5 >= 3).astype(np.int64)
    rate = np.where(draw.random(positions) < 0.5, 0.85, 0.15)
    who, what = np.nonzero(draw.random((voters, positions)) < 0.8)
    favour = np.where(camp[who] == 1, 1 - rate[what], rate[what])
    said = np.where(draw.random(len(who)) < 0.1, 0, np.where(draw.random(len(who)) < favour, 1, -1))
    return gather(who, what, said, of=voters, on=positions), camp


def columns(votes: Votes) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return votes.of_whom(range(votes.voters)), votes.positions, votes.values


def renumbered(votes: Votes, seed: int) -> tuple[Votes, np.ndarray]:
    """The same votes under other numbers of voters and positions, in another order; and who is who now."""
    draw = np.random.default_rng(seed)
    voter, position = draw.permutation(votes.voters), draw.permutation(votes.width)
    order = draw.permutation(len(votes.values))
    who, what, said = (column[order] for column in columns(votes))
    return gather(voter[who], position[what], said, of=votes.voters, on=votes.width), voter


def shuffled(votes: Votes, seed: int) -> Votes:
    """Every position keeps its votes, and they are dealt out anew among those who voted on it."""
    draw = np.random.default_rng(seed)
    place = np.argsort(votes.positions, kind="stable")
    dealt = np.lexsort((draw.random(len(place)), votes.positions))
    values = votes.values.copy()
    values[place] = votes.values[dealt]
    return Votes(votes.starts, votes.positions, values, votes.width)


def alike(one: np.ndarray, other: np.ndarray) -> float:
    """The adjusted Rand index (Hubert and Arabie 1985) of two groupings, of whoever is in a group in both."""
    known = (one >= 0) & (other >= 0)
    both = np.zeros((one.max() + 1, other.max() + 1))
    np.add.at(both, (one[known], other[known]), 1)
    pairs, first, second = ((n * (n - 1) / 2).sum() for n in (both, both.sum(0), both.sum(1)))
    chance = first * second / (both.sum() * (both.sum() - 1) / 2)
    return float((pairs - chance) / ((first + second) / 2 - chance))
