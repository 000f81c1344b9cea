"""Points of a map parted into as many groups as stand clearly apart; nothing here is drawn by lot."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from app.core.opinion.votes import Floats, Ints

CELLS = 1_000  # points from which on those close together are taken as one
GRID = 44  # cells along each dimension then
ROUNDS = 100
MOST = 5  # groups
NEAR = 0.02  # of silhouette, within which fewer groups are better
FAR_AWAY = 1e12
SMALLEST = 0.02  # of everybody, for a group; and two at least


@dataclass(frozen=True, slots=True, eq=False)
class Parting:
    """Which group each point is in, (points,), 0 being the largest; and how clearly they stand apart."""

    group: Ints
    groups: int
    silhouette: float  # mean over points, from -1 to 1


def part(points: Floats) -> Parting:
    """The fewest groups that stand nearly as clearly apart as any number up to five.

    One group, with silhouette 0, where none would have enough members. Silhouette after Rousseeuw (1987).
    """
    cell_of, cells, weights = _cells(points)
    apart = _distances(cells)
    least = max(2.0, SMALLEST * len(points))
    tried = []
    for groups, labels in _partings(cells, weights, min(MOST, 2 + len(cells) // 12)):
        if np.bincount(labels, weights, groups).min() >= least:
            tried.append(Parting(labels, groups, _silhouette(apart, weights, labels, groups)))
    if not tried:
        return Parting(np.zeros(len(points), np.int64), 1, 0.0)
    best = max(each.silhouette for each in tried)
    chosen = next(each for each in tried if each.silhouette >= best - NEAR)
    return Parting(_by_size(chosen, cells, weights)[cell_of], chosen.groups, chosen.silhouette)


def part_into(points: Floats, groups: int) -> Ints:
    """Which of so many groups each point would be in, (points,), however clearly they stand apart."""
    cell_of, cells, weights = _cells(points)
    *_, (_, labels) = _partings(cells, weights, groups)
    return np.asarray(labels[cell_of])


def _partings(cells: Floats, weights: Floats, most: int) -> Iterator[tuple[int, Ints]]:
    """Two groups, three and so on: k-means (Lloyd 1982), each started from the last by splitting a group."""
    labels = np.zeros(len(cells), np.int64)
    for groups in range(2, most + 1):
        labels = _settled(cells, weights, _split(cells, weights, labels, groups - 1), groups)
        yield groups, labels


def _cells(points: Floats) -> tuple[Ints, Floats, Floats]:
    """The cell of each point, the mean of each cell's points, and how many they are."""
    if len(points) <= CELLS:
        return np.arange(len(points)), points, np.ones(len(points))
    low, high = np.quantile(points, [0.001, 0.999], axis=0)
    width = np.where(high > low, high - low, 1.0)
    place = np.clip(((points - low) / width * GRID).astype(np.int64), 0, GRID - 1)
    taken, cell_of = np.unique(place[:, 0] * GRID + place[:, 1], return_inverse=True)
    weights = np.bincount(cell_of).astype(np.float64)
    means = np.stack([np.bincount(cell_of, points[:, axis]) / weights for axis in (0, 1)], axis=1)
    return cell_of, means[: len(taken)], weights


def _distances(cells: Floats) -> Floats:
    across, along = (axis[:, None] - axis for axis in cells.T)
    return np.asarray(np.sqrt(across * across + along * along))


def _split(cells: Floats, weights: Floats, labels: Ints, groups: int) -> Ints:
    """One group more: that of largest scatter is cut at its mean, across its longest direction."""
    centres = _centres(cells, weights, labels, groups)
    scatter = np.bincount(labels, weights * ((cells - centres[labels]) ** 2).sum(1), groups)
    widest = int(scatter.argmax())
    inside = labels == widest
    away = cells[inside] - centres[widest]
    _, directions = np.linalg.eigh((away * weights[inside, None]).T @ away)
    longest = directions[:, -1]
    longest = longest * (1 if longest[np.abs(longest).argmax()] > 0 else -1)
    split = labels.copy()
    split[np.flatnonzero(inside)[away @ longest > 0]] = groups
    return split


def _settled(cells: Floats, weights: Floats, labels: Ints, groups: int) -> Ints:
    for _ in range(ROUNDS):
        centres = _centres(cells, weights, labels, groups)
        nearest = ((centres**2).sum(1) - 2 * cells @ centres.T).argmin(1)
        if (nearest == labels).all():
            break
        labels = nearest
    return labels


def _centres(cells: Floats, weights: Floats, labels: Ints, groups: int) -> Floats:
    """The mean of each group; a group that is empty lies nowhere, and stays empty."""
    sizes = np.bincount(labels, weights, groups)
    sums = np.stack([np.bincount(labels, weights * cells[:, axis], groups) for axis in (0, 1)], axis=1)
    return np.where(sizes[:, None] > 0, sums / np.maximum(sizes, 1)[:, None], FAR_AWAY)


def _silhouette(apart: Floats, weights: Floats, labels: Ints, groups: int) -> float:
    """The mean over points of how much nearer the own group is than the next; being alone counts as 0."""
    member = (labels[:, None] == np.arange(groups)) * weights[:, None]
    sizes, far = member.sum(0), apart @ member
    rows = np.arange(len(labels))
    own = far[rows, labels] / np.maximum(sizes[labels] - 1, 1)
    others = far / sizes
    others[rows, labels] = np.inf
    other = others.min(1)
    larger = np.maximum(own, other)
    value = np.where((sizes[labels] > 1) & (larger > 0), (other - own) / np.where(larger > 0, larger, 1), 0.0)
    return float((value * weights).sum() / weights.sum())


def _by_size(parting: Parting, cells: Floats, weights: Floats) -> Ints:
    """The same groups, numbered from the largest; of equal ones from the left of the map."""
    sizes = np.bincount(parting.group, weights, parting.groups)
    centres = _centres(cells, weights, parting.group, parting.groups)
    order = np.lexsort((centres[:, 1], centres[:, 0], -sizes))
    place = np.empty(parting.groups, np.int64)
    place[order] = np.arange(parting.groups)
    return np.asarray(place[parting.group])
