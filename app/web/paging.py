"""Batches with "show more": by the last id seen, never by offset."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Batch(Generic[Row]):
    """Some rows, and whether there are more after the last one."""

    rows: Sequence[Row]
    more: bool


def batch(rows: Sequence[Row], size: int) -> Batch[Row]:
    """The first `size` of rows that were asked for as `size + 1`."""
    return Batch(rows[:size], len(rows) > size)
