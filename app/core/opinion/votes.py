"""What each voter said of each position, as arrays that grow with the votes alone."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.core.votes import Choice

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Marks = NDArray[np.bool_]

VALUE = {
    Choice.SUPPORT: 1,
    Choice.ACCEPT: 1,
    Choice.ABSTAIN: 0,
    Choice.DISAGREE: -1,
    Choice.OBJECT: -1,
}
BLOCK = 1 << 21  # votes that are worked on at once: fixed, so that sums are the same on every machine


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """Every vote once, by voter and then by position.

    Those of voter i lie at `starts[i]:starts[i + 1]`. Voters and positions are known by their place in an
    order that the caller keeps over time, such as that of their ids: same votes, same arrays, in whatever
    order they came.
    """

    starts: Ints  # (voters + 1,)
    positions: NDArray[np.int32]  # (votes,), from 0 to width - 1
    values: NDArray[np.int8]  # (votes,): 1 for, 0 abstaining, -1 against
    width: int  # how many positions there are, voted on or not

    @property
    def voters(self) -> int:
        return len(self.starts) - 1

    @property
    def each(self) -> Ints:
        """How many votes each voter cast: (voters,)."""
        return np.diff(self.starts)

    def of_whom(self, voters: range) -> Ints:
        """The voter of each vote of these voters."""
        first, last = voters.start, voters.stop
        return np.repeat(np.arange(first, last), np.diff(self.starts[first : last + 1]))

    def blocks(self) -> Iterator[tuple[range, slice]]:
        """Some voters at a time, until all: which they are, and where their votes lie."""
        first = 0
        while first < self.voters:
            last = int(np.searchsorted(self.starts, self.starts[first] + BLOCK, side="right")) - 1
            last = min(max(last, first + 1), self.voters)
            where = slice(int(self.starts[first]), int(self.starts[last]))
            yield range(first, last), where
            first = last

    def kept(self, keep: Marks) -> "Votes":
        """Only the votes marked in `keep`: (votes,); voters and positions stay what they are."""
        before = np.concatenate([[0], np.cumsum(keep, dtype=np.int64)])
        return Votes(before[self.starts], self.positions[keep], self.values[keep], self.width)


def gather(
    voters: NDArray[np.integer],
    positions: NDArray[np.integer],
    values: NDArray[np.integer],
    *,
    of: int,
    on: int,
) -> Votes:
    """The votes `of` so many voters `on` so many positions, in any order; ValueError if one comes twice."""
    if len(voters) and not (voters.min() >= 0 and voters.max() < of):
        raise ValueError("a vote of a voter who is not there")
    if len(positions) and not (positions.min() >= 0 and positions.max() < on):
        raise ValueError("a vote on a position that is not there")
    if len(values) and not (values.min() >= -1 and values.max() <= 1):
        raise ValueError("a vote that is neither for, nor against, nor abstaining")
    if not _ascends(voters, positions, strictly=False):
        order = np.lexsort((positions, voters))
        voters, positions, values = voters[order], positions[order], values[order]
    if not _ascends(voters, positions, strictly=True):
        raise ValueError("two votes of one voter on one position")
    starts = np.concatenate([[0], np.cumsum(np.bincount(voters, minlength=of), dtype=np.int64)])
    return Votes(starts, positions.astype(np.int32, copy=False), values.astype(np.int8, copy=False), on)


def _ascends(voters: NDArray[np.integer], positions: NDArray[np.integer], *, strictly: bool) -> bool:
    same, further = voters[1:] == voters[:-1], voters[1:] > voters[:-1]
    onward = positions[1:] > positions[:-1] if strictly else positions[1:] >= positions[:-1]
    return bool(np.all(further | (same & onward)))
