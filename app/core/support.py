"""How sure one can be of everybody's support, from the voices heard of a closed electorate.

Before any voice is heard every support is equally likely, so that of the unheard voices a beta-binomial
number will be in favour, with the parameters in_favour + 1 and against + 1. Where nobody is unheard that is
the plain share; where they are very many, the beta posterior.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, comb, exp, inf, lgamma, sqrt

NORMAL_95 = 1.959963984540054  # two-sided
NEGLIGIBLE = 1e-17
SMALL = 500  # voices up to which binomial coefficients are reckoned as whole numbers


@dataclass(frozen=True, slots=True)
class Support:
    """Voices for, voices against, and voices of which nothing is known."""

    in_favour: int
    against: int
    unheard: int = 0

    @property
    def heard(self) -> int:
        return self.in_favour + self.against

    @property
    def everybody(self) -> int:
        return self.heard + self.unheard

    @property
    def share(self) -> Fraction:
        """Of those heard; 0 where nobody took a side."""
        return Fraction(self.in_favour, self.heard) if self.heard else Fraction(0)

    @property
    def turned(self) -> "Support":
        """The same voices asked the opposite question."""
        return Support(self.against, self.in_favour, self.unheard)

    def chance(self, least: Fraction) -> float:
        """How likely it is that at least this share of everybody is in favour."""
        more = ceil(least * self.everybody) - self.in_favour
        if more <= 0:
            return 1.0
        return 0.0 if more > self.unheard else self._chance_of(more)

    def chance_above(self, share: Fraction) -> float:
        """How likely it is that more than this share of everybody is in favour."""
        return 1 - self.turned.chance(1 - share)

    def interval(self) -> tuple[float, float]:
        """The 95 % interval of everybody's support: Wilson's, corrected for a closed electorate.

        Of E voices, n tell as much as n (E - 1) / (E - n) out of endlessly many; all of them tell all.
        """
        if not self.heard:
            return 0.0, 1.0
        share = float(self.share)
        n = self.heard * (self.everybody - 1) / self.unheard if self.unheard else inf
        narrowing = 1 / (1 + NORMAL_95**2 / n)
        centre = (share + NORMAL_95**2 / (2 * n)) * narrowing
        half = NORMAL_95 * narrowing * sqrt(share * (1 - share) / n + NORMAL_95**2 / (4 * n * n))
        return max(0.0, centre - half), min(1.0, centre + half)

    def _chance_of(self, more: int) -> float:
        """That at least so many of the unheard are in favour.

        The same as to draw `in_favour + more` out of `heard + 1` marked and `unheard` others, and to draw at
        most `in_favour` marked ones: a hypergeometric sum, taken from its end towards where it vanishes.
        """
        marked, drawn = self.heard + 1, self.in_favour + more
        rising = self.in_favour * (marked + self.unheard) < drawn * marked  # the end lies below the mean
        at = self.in_favour if rising else self.in_favour + 1
        term = tail = _share_of_draws(marked, self.unheard, drawn, at)
        while term > NEGLIGIBLE * tail:
            others = drawn - at
            if rising:
                term *= at * (self.unheard - others) / ((marked - at + 1) * (others + 1))
            else:
                term *= (marked - at) * others / ((at + 1) * (self.unheard - others + 1))
            at += -1 if rising else 1
            tail += term
        return min(1.0, tail) if rising else max(0.0, 1 - tail)


NOBODY = Support(0, 0)


def _share_of_draws(marked: int, others: int, drawn: int, at: int) -> float:
    """Of all draws of so many, those with exactly `at` marked."""
    if marked + others <= SMALL:
        return comb(marked, at) * comb(others, drawn - at) / comb(marked + others, drawn)
    return exp(_log(marked, at) + _log(others, drawn - at) - _log(marked + others, drawn))


def _log(n: int, k: int) -> float:
    """The logarithm of the binomial coefficient."""
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
