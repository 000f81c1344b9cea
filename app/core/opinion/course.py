"""How support went over time: where the votes stood at the end of each day, and what was determined when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from app.core.determinations import Status

MOST = 60  # days that are told; where there are more, some are left out, evenly


@dataclass(frozen=True, slots=True)
class Day:
    """All votes as they stood when a day ended."""

    on: date
    in_favour: int
    against: int
    abstain: int

    @property
    def sided(self) -> int:
        return self.in_favour + self.against

    def __add__(self, change: "Day") -> "Day":
        return Day(
            change.on,
            self.in_favour + change.in_favour,
            self.against + change.against,
            self.abstain + change.abstain,
        )


@dataclass(frozen=True, slots=True)
class Ruling:
    """That the chair determined something on a day."""

    on: date
    ref: str
    status: Status


def course(changes: Iterable[Day], most: int = MOST) -> tuple[Day, ...]:
    """The days on which votes changed, from by how much they did on each; the last is always told."""
    days = tuple(accumulate(sorted(changes, key=lambda day: day.on)))
    return _evenly(days, most)


def _evenly(days: Sequence[Day], most: int) -> tuple[Day, ...]:
    if len(days) <= most:
        return tuple(days)
    last = len(days) - 1
    return tuple(days[round(number * last / (most - 1))] for number in range(most))
