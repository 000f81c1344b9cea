"""The letters by which people know the opinion groups: they stay with those who make up the group."""

from itertools import count, permutations
from string import ascii_uppercase

import numpy as np
from numpy.typing import NDArray


def first_letters(groups: int) -> tuple[str, ...]:
    """A for the largest, and so on."""
    return tuple(ascii_uppercase[:groups])


def keep_letters(
    before: NDArray[np.integer], letters: tuple[str, ...], now: NDArray[np.integer], groups: int
) -> tuple[str, ...]:
    """The letter of each of the new groups, so that most people find themselves under the letter they had.

    `before` and `now` give each voter's group, (voters,), or -1 for none; who came since is at the end of
    `now`. A group without a predecessor takes the first letter that no group had.
    """
    both = min(len(before), len(now))
    shared = np.zeros((groups, len(letters)), np.int64)
    stayed = (before[:both] >= 0) & (now[:both] >= 0)
    np.add.at(shared, (now[:both][stayed], before[:both][stayed]), 1)
    places = [*range(len(letters)), *[-1] * max(0, groups - len(letters))]

    def kept(matching: tuple[int, ...]) -> int:
        return sum(int(shared[new, old]) for new, old in enumerate(matching) if old >= 0)

    matching = max(permutations(places, groups), key=kept) if groups else ()
    free = (letter for letter in (_letter(n) for n in count()) if letter not in letters)
    return tuple(
        letters[old] if old >= 0 and shared[new, old] else next(free) for new, old in enumerate(matching)
    )


def _letter(number: int) -> str:
    """A to Z, then A2 to Z2 and so on."""
    return ascii_uppercase[number % 26] + (str(number // 26 + 1) if number >= 26 else "")
