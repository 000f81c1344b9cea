"""The votes of a consultation as arrays, which are brought up to date by the votes that changed alone."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from app.core.opinion.votes import Ints, Votes


@dataclass(frozen=True, slots=True)
class Change:
    """What one voter says of one position now: 1 for, 0 abstaining, -1 against, None nothing any more."""

    voter: int
    position: int
    value: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Ballots:
    """Every vote on every position, also on those that were withdrawn since."""

    voters: Ints  # ascending: a seat by its id, a delegation by its id below zero
    positions: Ints  # ids, ascending
    votes: Votes  # by place in those two

    @property
    def size(self) -> int:
        """Bytes."""
        votes = self.votes
        arrays = (self.voters, self.positions, votes.starts, votes.positions, votes.values)
        return sum(array.nbytes for array in arrays)

    def on(self, up: Ints) -> Votes:
        """The votes on some positions alone, in the order in which those are given."""
        if np.array_equal(up, self.positions):
            return self.votes
        place = np.full(len(self.positions), -1, np.int32)
        _, here, there = np.intersect1d(self.positions, up, assume_unique=True, return_indices=True)
        place[here] = there
        kept = self.votes.kept(place[self.votes.positions] >= 0)
        return Votes(kept.starts, place[kept.positions], kept.values, len(up))

    def changed(self, changes: Iterable[Change]) -> "Ballots":
        """The ballots after some votes, of which the last of a voter on a position counts."""
        last = {(change.voter, change.position): change.value for change in changes}
        if not last:
            return self
        there = self._with_places({voter for voter, _ in last}, {position for _, position in last})
        votes, given = there.votes, []
        keep = np.ones(len(votes.values), np.bool_)
        values, each = votes.values.copy(), votes.each
        for (voter, position), value in sorted(last.items()):
            row = int(np.searchsorted(there.voters, voter))
            column = int(np.searchsorted(there.positions, position))
            first, end = votes.starts[row : row + 2]
            at = int(first + np.searchsorted(votes.positions[first:end], column))
            had = at < end and votes.positions[at] == column
            if had and value is not None:
                values[at] = value
            elif had:
                keep[at] = False
                each[row] -= 1
            elif value is not None:
                given.append((at, column, value))
                each[row] += 1
        at, columns, said = np.array(given, np.int64).reshape(-1, 3).T
        keep = np.insert(keep, at, True)
        return Ballots(
            there.voters,
            there.positions,
            Votes(
                np.concatenate([[0], np.cumsum(each)]),
                np.insert(votes.positions, at, columns)[keep],
                np.insert(values, at, said)[keep],
                votes.width,
            ),
        )

    def _with_places(self, voters: set[int], positions: set[int]) -> "Ballots":
        """The same votes, with a place for voters and positions that have none yet."""
        new_voters, rows = _missing(self.voters, voters)
        new_positions, columns = _missing(self.positions, positions)
        if not len(new_voters) and not len(new_positions):
            return self
        votes = self.votes
        starts = np.insert(votes.starts, rows, votes.starts[rows])
        further = np.searchsorted(new_positions, self.positions).astype(np.int32)
        moved = votes.positions + further[votes.positions] if len(new_positions) else votes.positions
        return Ballots(
            np.insert(self.voters, rows, new_voters),
            np.insert(self.positions, columns, new_positions),
            Votes(starts, moved, votes.values, votes.width + len(new_positions)),
        )


def _missing(known: Ints, wanted: set[int]) -> tuple[Ints, Ints]:
    """Those that are not known, ascending, and before which of the known each belongs."""
    new = np.setdiff1d(np.array(sorted(wanted), np.int64), known, assume_unique=True)
    return new, np.searchsorted(known, new)
