"""How many is "some": the scale of HOUSE-STYLE 8.2, and the neutral words that say nothing about size."""

from enum import StrEnum


class Quantifier(StrEnum):
    SOME = "some"
    OTHERS = "others"
    A_FEW = "a few"
    SEVERAL = "several"
    MANY = "many"
    MOST = "most"
    NEARLY_ALL = "nearly all"
    ALL = "all"


# Share of those who took a side, in per cent from which the word holds, and the least number it needs.
SCALE = (
    (100, 3, Quantifier.ALL),
    (90, 10, Quantifier.NEARLY_ALL),
    (75, 6, Quantifier.MOST),
    (50, 5, Quantifier.MANY),
    (30, 3, Quantifier.SEVERAL),
    (15, 3, Quantifier.SOME),
    (0, 3, Quantifier.A_FEW),
)


def quantify(count: int, base: int) -> Quantifier | None:
    """The word for so many of so many; None where they are too few to be spoken of in numbers."""
    for share, floor, word in SCALE:
        if base and count * 100 >= share * base and count >= floor:
            return word
    return None


def quantify_pair(side: int, other: int) -> tuple[Quantifier | None, Quantifier | None]:
    """The words for two sides; both are "some" where neither is at least twice the other."""
    words = quantify(side, side + other), quantify(other, side + other)
    if None not in words and max(side, other) < 2 * min(side, other):
        return Quantifier.SOME, Quantifier.OTHERS
    return words


def share_of(part: int, whole: int) -> str:
    """What share of the entries of a list a lead-in speaks of: "all", "one", "many" or "some"."""
    if part == whole:
        return "all"
    if part == 1:
        return "one"
    return "many" if part * 2 >= whole else "some"
