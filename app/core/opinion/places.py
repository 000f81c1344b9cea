"""The opinion map as it may be drawn: whole numbers on a sheet, nobody's name, no more marks than fit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.core.opinion.votes import Floats, Ints

REACH = 1_000  # the sheet goes from -REACH to REACH, both ways
SINGLY = 1_000  # voters up to whom each has a mark
GRID = 44  # cells along each dimension where there are more
FAR_OUT = 0.001  # of the voters at each edge may lie further out than the sheet: they are drawn at its edge


@dataclass(frozen=True, slots=True)
class Mark:
    """Some voters of one group who lie close together."""

    x: int
    y: int
    group: int  # place among the groups; -1 not grouped
    voters: int


@dataclass(frozen=True, slots=True)
class Centre:
    """Where a stakeholder group lies on average."""

    x: int
    y: int
    key: str
    voters: int


def marks(points: Floats, group: NDArray[np.integer]) -> tuple[Mark, ...]:
    """The voters as marks, those of a group together, largest marks first."""
    if not len(points):
        return ()
    sheet = on_sheet(points)
    cells = sheet if len(points) <= SINGLY else (sheet + REACH) * GRID // (2 * REACH + 1)
    keys = np.column_stack([group.astype(np.int64), cells])
    taken, cell_of = np.unique(keys, axis=0, return_inverse=True)
    cell_of = cell_of.reshape(-1)
    voters = np.bincount(cell_of)
    means = [np.rint(np.bincount(cell_of, sheet[:, axis]) / voters).astype(np.int64) for axis in (0, 1)]
    found = zip(means[0].tolist(), means[1].tolist(), taken[:, 0].tolist(), voters.tolist(), strict=True)
    return tuple(sorted((Mark(*each) for each in found), key=lambda m: (m.group, -m.voters, m.x, m.y)))


def centres(
    points: Floats, member_of: NDArray[np.integer], keys: tuple[str, ...], least: int
) -> tuple[Centre, ...]:
    """The means of the stakeholder groups of which at least so many voters are on the map."""
    sheet = on_sheet(points)
    found = []
    for place, key in enumerate(keys):
        own = sheet[member_of == place]
        if len(own) >= least:
            x, y = np.rint(own.mean(0)).astype(np.int64).tolist()
            found.append(Centre(x, y, key, len(own)))
    return tuple(found)


def on_sheet(points: Floats) -> Ints:
    """Where each voter lies, (voters, 2), at one scale both ways, so that distances stay true."""
    if not len(points):
        return np.zeros((0, 2), np.int64)
    low, high = np.quantile(points, [FAR_OUT, 1 - FAR_OUT], axis=0)
    scale = float((high - low).max()) / 2 or 1.0
    placed = (points - (low + high) / 2) / scale * REACH
    return np.asarray(np.clip(np.rint(placed), -REACH, REACH), np.int64)
