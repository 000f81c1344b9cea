"""The opinion map: voters who vote alike lie close together, in two dimensions (principal components).

As Polis's (Small et al. 2021): a vote counts as its distance from the mean of the votes cast on the position,
no vote counts as nothing, and who voted little is moved out as if they had gone on as they began. The matrix
stays sparse: each pass is over the votes.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.linalg import LinearOperator, eigsh

from app.core.opinion.counts import count
from app.core.opinion.votes import Floats, Votes

KEPT = 12  # directions that are kept in sight while the two are sought
NOTHING = 1e-6  # of the variance in the first direction
LARGE = 5_000_000  # votes from which on single precision is enough, and half the memory


@dataclass(frozen=True, slots=True, eq=False)
class Map:
    """Where everybody stands; a dimension in which nobody differs is 0."""

    points: Floats  # (voters, 2)
    axes: Floats  # (positions, 2): where each position pulls; each column of length 1, or 0
    means: Floats  # (positions,): mean vote, from -1 to 1

    @property
    def extremity(self) -> Floats:
        """How far out one would lie who is against that position alone, (positions,): Polis's."""
        pull = np.sqrt((self.axes**2).sum(1))
        return np.asarray(np.sqrt(len(self.means)) * np.abs(-1 - self.means) * pull)


def project(votes: Votes) -> Map:
    """The map of the votes; which way round it lies is decided by the position that pulls most."""
    counts = count(votes)
    means = (counts.in_favour - counts.against) / np.maximum(counts.voters, 1)
    centred = _centred(votes, means)
    axes = _components(centred)
    further = np.sqrt(np.count_nonzero(counts.voters) / np.maximum(votes.each, 1))
    points = (centred @ axes).astype(np.float64) * further[:, None]
    return Map(points, axes.astype(np.float64), means)


def _centred(votes: Votes, means: Floats) -> csr_array:
    precision = np.float32 if len(votes.values) > LARGE else np.float64
    data = np.empty(len(votes.values), precision)
    for _, where in votes.blocks():
        data[where] = votes.values[where] - means[votes.positions[where]]
    return csr_array((data, votes.positions, votes.starts), shape=(votes.voters, votes.width))


def _components(centred: csr_array) -> NDArray[np.floating]:
    """The two directions of most variance, (positions, 2), sought from the same start every time."""
    width, precision = centred.shape[1], centred.dtype
    if not centred.data.any():
        return np.zeros((width, 2), precision)
    if width <= KEPT:
        return _exactly(centred)
    back = centred.T.tocsr() if centred.nnz < LARGE else centred.T
    scatter = LinearOperator((width, width), matvec=lambda x: back @ (centred @ x), dtype=precision)
    tolerance = 1e-4 if precision == np.float32 else 1e-6
    start = np.random.default_rng(0).standard_normal(width).astype(precision)  # at a right angle to nothing
    lengths, found = eigsh(scatter, k=2, v0=start, tol=tolerance, ncv=KEPT, rng=0)
    return _turned(found[:, ::-1], lengths[::-1])


def _exactly(centred: csr_array) -> NDArray[np.floating]:
    """The same, of few positions; beside the direction of a single one there is none."""
    scatter = np.zeros((max(centred.shape[1], 2),) * 2, centred.dtype)
    scatter[: centred.shape[1], : centred.shape[1]] = (centred.T @ centred).toarray()
    lengths, found = np.linalg.eigh(scatter)
    return _turned(found[: centred.shape[1], ::-1][:, :2], lengths[::-1][:2])


def _turned(axes: NDArray[np.floating], lengths: NDArray[np.floating]) -> NDArray[np.floating]:
    """The same way round every time; a direction in which nobody differs would be any, and is none."""
    foremost = np.abs(np.round(axes, 6)).argmax(0)
    sign = np.where(axes[foremost, [0, 1]] < 0, -1, 1)
    return np.ascontiguousarray(axes * sign * (lengths > NOTHING * lengths[0]), axes.dtype)
