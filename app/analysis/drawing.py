"""The pictures of findings, with their words in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext, ngettext
from markupsafe import Markup

from app.core.opinion.course import Ruling
from app.core.opinion.findings import Findings
from app.core.opinion.groups import VERDICTS
from app.core.pictures.opinion_map import You, opinion_map
from app.core.pictures.shapes import shape
from app.core.pictures.strip import support_strip
from app.core.pictures.svg import Caption
from app.core.pictures.timeline import timeline
from app.web.languages import RIGHT_TO_LEFT, choose_language, day

SWATCH = 5  # radius


@dataclass(frozen=True, slots=True)
class Pictures:
    """Elements to be put into a page; empty where there is nothing to draw."""

    map: Markup
    strip: Markup
    course: Markup
    shapes: Sequence[str]  # paths, of each opinion group's mark


def draw(found: Findings, rulings: tuple[Ruling, ...], you: tuple[int, int] | None) -> Pictures:
    """The map, the support of all positions, and the course over time."""
    return Pictures(
        _map(found, you) if found.marks else Markup(),
        _strip(found) if found.lines else Markup(),
        _course(found, rulings) if len(found.days) > 1 else Markup(),
        [f"M0 0{shape(place, SWATCH)}" for place in range(len(found.groups))],
    )


def _map(found: Findings, you: tuple[int, int] | None) -> Markup:
    title = gettext("Opinion map")
    sizes = ", ".join(f"{group.letter}: {group.voters}" for group in found.groups)
    description = " ".join(
        [
            ngettext(
                "One voter. Voters who vote alike lie close together.",
                "%(num)s voters. Voters who vote alike lie close together.",
                found.voters,
            ),
            gettext("Groups and how many they are: %(sizes)s.", sizes=sizes)
            if sizes
            else gettext(VERDICTS[found.verdict]),
        ]
    )
    here = You(*you, gettext("You")) if you else None
    return _shown(
        opinion_map(_caption("map", title, description), found.marks, found.letters, found.centres, here)
    )


def _strip(found: Findings) -> Markup:
    description = gettext(
        "One row for each of %(count)d positions, the best supported first: in favour, abstaining, against, "
        "and between which two figures support most likely lies.",
        count=len(found.lines),
    )
    return _shown(
        support_strip(_caption("strip", gettext("Support of all positions"), description), found.lines)
    )


def _course(found: Findings, rulings: tuple[Ruling, ...]) -> Markup:
    first, last = day(found.days[0].on), day(found.days[-1].on)
    description = gettext(
        "Of all votes that took a side, the share in favour when each day ended, from %(first)s to %(last)s.",
        first=first,
        last=last,
    )
    caption = _caption("course", gettext("Support over time"), description)
    return _shown(timeline(caption, found.days, rulings, first, last))


def _caption(key: str, title: str, description: str) -> Caption:
    return Caption(key, title, description, choose_language() in RIGHT_TO_LEFT)


def _shown(drawn: str) -> Markup:
    return Markup(drawn)  # noqa: S704 - drawn by ourselves, every word escaped
