"""How remarks answer each other: their order, their depth, and what of them one screen shows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.words import N_

DEEPEST = 4  # levels on one page; what lies deeper continues on a page of its own
BATCH = 20  # remarks of the first level on one screen
LONGEST = 12  # lines under one of them, before it continues on a page of its own


class Sort(StrEnum):
    OLDEST = "oldest"
    NEWEST = "newest"
    ANSWERED = "answered"


SORT_LABELS = {
    Sort.OLDEST: N_("Oldest first"),
    Sort.NEWEST: N_("Newest first"),
    Sort.ANSWERED: N_("Most answered first"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: its number, the number of the one it answers, and whether its words are gone."""

    number: int
    answers: int | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A remark in its place: how deep it stands, and how many replies continue elsewhere."""

    number: int
    depth: int
    more: int


@dataclass(frozen=True, slots=True)
class Screen:
    """The lines that one screen shows, the last remark of its first level, and how many of those follow."""

    lines: Sequence[Line]
    last: int | None
    following: int


class Thread:
    """The remarks of one discussion; those whose words are gone count for nothing.

    Give them oldest first: no remark answers a later one.
    """

    def __init__(self, remarks: Iterable[Remark]) -> None:
        self._remarks = {remark.number: remark for remark in remarks}
        self._replies: dict[int | None, list[int]] = defaultdict(list)
        self._below: dict[int | None, int] = defaultdict(int)
        for remark in self._remarks.values():
            self._replies[remark.answers].append(remark.number)
        for remark in reversed(self._remarks.values()):
            self._below[remark.answers] += self._below[remark.number] + (not remark.gone)

    @property
    def count(self) -> int:
        """How many remarks can be read."""
        return self.replies_to(None)

    def replies_to(self, number: int | None) -> int:
        """How many readable remarks stand under one, at any depth."""
        return self._below.get(number, 0)

    def stands(self, number: int) -> bool:
        """Whether a remark has its place: its words, or readable replies to them."""
        remark = self._remarks.get(number)
        return remark is not None and (not remark.gone or self._below[number] > 0)

    def lineage(self, number: int) -> list[int]:
        """The remarks that lead to one, the first of them first."""
        found: list[int] = []
        answers = self._remarks[number].answers
        while answers is not None:
            found.append(answers)
            answers = self._remarks[answers].answers
        return found[::-1]

    def screen(
        self,
        under: int | None = None,
        sort: Sort = Sort.OLDEST,
        *,
        after: int | None = None,
        size: int | None = BATCH,
    ) -> Screen:
        """The next replies to one remark, or the next of the first level, with what hangs under each.

        `after` is the last one seen; without a size all are shown, however long.
        """
        ordered = self._sorted(self._replies[under], sort)
        start = ordered.index(after) + 1 if after in ordered else 0
        waiting = [number for number in ordered[start:] if self.stands(number)]
        shown = waiting[:size]
        lines = [line for number in shown for line in self._branch(number, LONGEST if size else None)]
        return Screen(lines, shown[-1] if shown else None, len(waiting) - len(shown))

    def _sorted(self, numbers: list[int], sort: Sort) -> list[int]:
        if sort is Sort.ANSWERED:
            return sorted(numbers, key=lambda number: (-self._below[number], number))
        return numbers[::-1] if sort is Sort.NEWEST else numbers

    def _branch(self, number: int, longest: int | None) -> list[Line]:
        """A remark and its replies, each after the one it answers; what does not fit is said in its place."""
        lines = list(self._walk(number))
        if longest is None or len(lines) <= longest:
            return lines
        missing = sum(line.more + (not self._remarks[line.number].gone) for line in lines[longest:])
        return [Line(number, 1, missing), *lines[1:longest]]

    def _walk(self, number: int) -> Iterable[Line]:
        waiting = [(number, 1)]
        while waiting:
            here, depth = waiting.pop()
            if not self.stands(here):
                continue
            deepest = depth == DEEPEST
            yield Line(here, depth, self._below[here] if deepest else 0)
            if not deepest:
                waiting += [(reply, depth + 1) for reply in reversed(self._replies[here])]
