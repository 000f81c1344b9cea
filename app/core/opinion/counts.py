"""How many were for, against and abstaining on each position: of all, and of each group."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.core.opinion.votes import Ints, Marks, Votes


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Voters who said so: arrays of one shape, (positions,) of all or (groups, positions)."""

    in_favour: Ints
    against: Ints
    abstain: Ints

    @property
    def voters(self) -> Ints:
        return self.in_favour + self.against + self.abstain

    @property
    def sided(self) -> Ints:
        return self.in_favour + self.against

    @property
    def turned(self) -> "Counts":
        """The same room asked the opposite question."""
        return Counts(self.against, self.in_favour, self.abstain)

    def of(self, groups: Ints) -> "Counts":
        """Some of the groups alone."""
        return Counts(self.in_favour[groups], self.against[groups], self.abstain[groups])

    def total(self) -> "Counts":
        """All groups together."""
        return Counts(self.in_favour.sum(0), self.against.sum(0), self.abstain.sum(0))

    def others(self) -> "Counts":
        """Beside each group, everybody in the other groups."""
        return Counts(*(each.sum(0) - each for each in (self.in_favour, self.against, self.abstain)))


def count(votes: Votes) -> Counts:
    """Of all voters: arrays of shape (positions,)."""
    counts = np.zeros(votes.width * 3, np.int64)
    for _, where in votes.blocks():
        counts += _cells(votes, where, 0, len(counts))
    return _of(counts.reshape(votes.width, 3))


def count_by(votes: Votes, group: NDArray[np.integer], groups: int) -> Counts:
    """Of each group: arrays of shape (groups, positions). `group` gives each voter's, or -1 for none."""
    counts = np.zeros((groups + 1) * votes.width * 3, np.int64)
    first = (group.astype(np.int64) + 1) * votes.width
    for voters, where in votes.blocks():
        counts += _cells(votes, where, first[votes.of_whom(voters)], len(counts))
    return _of(counts.reshape(groups + 1, votes.width, 3)[1:])


def _cells(votes: Votes, where: slice, first: Ints | int, many: int) -> Ints:
    return np.bincount((first + votes.positions[where]) * 3 + (votes.values[where] + 1), minlength=many)


def _of(counts: Ints) -> Counts:
    against, abstain, in_favour = np.moveaxis(counts, -1, 0)
    return Counts(in_favour, against, abstain)


def shown(by_group: Counts, least: int) -> Marks:
    """Which cells, (groups, positions), may be shown where names are not public.

    A group with fewer than `least` voters on a position is withheld there, and if only one would be, the next
    smallest goes with it, so that it cannot be had by subtraction. Nobody at all is no secret.
    """
    voters = by_group.voters
    small = (voters > 0) & (voters < least)
    large = voters >= least
    alone = np.flatnonzero((small.sum(0) == 1) & large.any(0))
    if len(alone):
        size = np.where(large, voters, np.iinfo(np.int64).max)
        small[size.argmin(0)[alone], alone] = True
    return np.asarray(~small)
