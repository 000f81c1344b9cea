"""In which order a voter is asked, one position at a time: first what makes the next vote most useful."""

from collections.abc import Sequence
from hashlib import blake2b
from math import log

import numpy as np

from app.core.opinion.counts import Counts
from app.core.opinion.votes import Floats

EAGER = 8.0  # how much more a position counts on which nobody has voted
FADING = 5.0  # votes by which that is halved
NEW = ((1 - 1 / 2) * (1 / 2) * (1 + EAGER)) ** 2  # the usefulness of a vote on what nobody has voted on


def usefulness(counts: Counts, extremity: Floats) -> Floats:
    """How useful one more vote is on each position, (positions,), as Polis reckons it.

    ((1 - p)(E + 1) a (1 + 8 · 2^(-n / 5)))² of the expected shares that abstain (p) and support (a), of n
    voters and of how far out on the map the position pulls (E): it tells voters apart, finds support, or is
    new.
    """
    n = counts.voters
    abstain, support = (counts.abstain + 1) / (n + 2), (counts.in_favour + 1) / (n + 2)
    new = 1 + EAGER * np.exp2(-n / FADING)
    return np.asarray(((1 - abstain) * (extremity + 1) * support * new) ** 2)


def asking_order(useful: Floats, positions: Sequence[str], voter: str) -> tuple[int, ...]:
    """The places of the positions in the order in which that voter is asked.

    A lottery weighted by usefulness (Efraimidis and Spirakis 2006) whose lots are a hash of voter and
    position: each voter has an order of their own, and the same one on every page.
    """
    due = [
        (-log(_lot(voter, position)) / max(float(weight), 1e-300), place)
        for place, (position, weight) in enumerate(zip(positions, useful, strict=True))
    ]
    return tuple(place for _, place in sorted(due))


def _lot(voter: str, position: str) -> float:
    """Between 0 and 1, neither included."""
    digest = blake2b(f"{voter}\n{position}".encode(), digest_size=6).digest()
    return (int.from_bytes(digest, "big") + 1) / (2**48 + 1)
