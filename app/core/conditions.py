"""What statuses ask for, said with the figures: shares of everybody or of those heard, and of every group."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.core.evidence import Thresholds
from app.core.support import Support
from app.core.words import N_, Sentence


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a status asks for: whether it is so, and in words what is wanted and what there is."""

    holds: bool
    words: Sentence


def need(holds: bool, text: str, **values: object) -> Condition:
    return Condition(holds, Sentence(text, values))


def at_least(wanted: Fraction, support: Support, thresholds: Thresholds) -> Condition:
    """That so many of everybody are in favour, as surely as the procedure asks."""
    text = N_(
        "at least %(wanted)d\u00a0%% of all in favour (%(chance)d\u00a0%% sure, %(certainty)d\u00a0%% wanted)"
    )
    if not support.unheard:
        return so_far(wanted, support)
    return _sure(support.chance(wanted), text, wanted, thresholds)


def at_most(wanted: Fraction, support: Support, thresholds: Thresholds) -> Condition:
    """That no more than so many of everybody are in favour, as surely as the procedure asks."""
    text = N_(
        "at most %(wanted)d\u00a0%% of all in favour (%(chance)d\u00a0%% sure, %(certainty)d\u00a0%% wanted)"
    )
    if not support.unheard:
        plain = N_("at most %(wanted)d\u00a0%% in favour (%(there)d of %(sided)d)")
        return _share(support.share <= wanted, plain, wanted, support)
    return _sure(support.turned.chance(1 - wanted), text, wanted, thresholds)


def so_far(wanted: Fraction, support: Support) -> Condition:
    """That so many of those heard are in favour."""
    text = N_("at least %(wanted)d\u00a0%% in favour (%(there)d of %(sided)d)")
    return _share(support.share >= wanted, text, wanted, support)


def no_exception(
    groups: tuple[str, ...], text: str, exception: str, names: Mapping[str, str], **values: object
) -> Condition:
    """That what is asked of every group is so in every one."""
    if not groups:
        return need(True, text, **values)
    return need(False, exception, groups=tuple(names.get(key, key) for key in groups), **values)


def _share(holds: bool, text: str, wanted: Fraction, support: Support) -> Condition:
    return need(holds, text, wanted=round(100 * wanted), there=support.in_favour, sided=support.heard)


def _sure(chance: float, text: str, wanted: Fraction, thresholds: Thresholds) -> Condition:
    return need(
        chance >= thresholds.certainty,
        text,
        wanted=round(100 * wanted),
        chance=int(100 * chance),
        certainty=round(100 * thresholds.certainty),
    )
