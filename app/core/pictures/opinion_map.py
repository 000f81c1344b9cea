"""The opinion map: who votes alike lies close together; groups by shape, colour and letter; nobody's name."""

from dataclasses import dataclass
from math import dist

from app.core.opinion.places import REACH, Centre, Mark
from app.core.pictures.shapes import colour, shape, star
from app.core.pictures.svg import INK, PAPER, Caption, group, path, picture, text

WIDTH, LEAST_HEIGHT = 400, 160
EDGE = 22  # that no mark comes nearer than
CROWDED = 250  # marks from which on they are drawn smaller
SIZES = (1, 4, 12, 40, 150)  # voters from which on a mark is a step larger

HALO = {"stroke": PAPER, "stroke_width": "4", "paint_order": "stroke", "stroke_linejoin": "round"}

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class You:
    """Where the reader is on the map, and the word for it."""

    x: int
    y: int
    word: str


def opinion_map(
    caption: Caption,
    marks: tuple[Mark, ...],
    letters: tuple[str, ...],
    centres: tuple[Centre, ...] = (),
    you: You | None = None,
    *,
    hulls: bool = True,
) -> str:
    """The map. Stakeholder groups are numbered as they come in `centres`."""
    ground = _Ground.under(marks)
    smallest = 2 if len(marks) > CROWDED else 3
    places = [ground.at(*_middle(marks, place)) for place in range(len(letters))]
    body = "".join(
        _group(ground, place, [mark for mark in marks if mark.group == place], smallest, hulls=hulls)
        for place in range(-1, len(letters))
    )
    body += _letters(places, letters)
    body += "".join(_centre(ground.at(each.x, each.y), number) for number, each in enumerate(centres, 1))
    body += _you(ground, you, places) if you else ""
    return picture(caption, WIDTH, ground.height, body)


@dataclass(frozen=True, slots=True)
class _Ground:
    """The part of the sheet that is drawn."""

    top: int  # of the sheet, at the upper edge of the drawing
    height: int

    @classmethod
    def under(cls, marks: tuple[Mark, ...]) -> "_Ground":
        tall = [mark.y for mark in marks] or [0]
        span = (max(tall) - min(tall)) * _SCALE
        height = max(LEAST_HEIGHT, round(span) + 2 * EDGE)
        return cls(round((max(tall) + min(tall)) / 2 + (height / 2 - EDGE) / _SCALE), height)

    def at(self, x: float, y: float) -> Point:
        return round(EDGE + (x + REACH) * _SCALE), round(EDGE + (self.top - y) * _SCALE)


_SCALE = (WIDTH - 2 * EDGE) / (2 * REACH)


def _group(ground: _Ground, place: int, marks: list[Mark], smallest: int, *, hulls: bool) -> str:
    drawn = "".join(
        f"M{x} {y}{shape(place, smallest + _step(mark.voters))}"
        for mark in marks
        for x, y in [ground.at(mark.x, mark.y)]
    )
    around = _hull([ground.at(mark.x, mark.y) for mark in marks]) if hulls and place >= 0 else []
    outline = "M" + "L".join(f"{x} {y}" for x, y in around) + "z" if len(around) > 2 else ""
    own = colour(place)
    return group(
        path(outline, class_="hull", fill_opacity="0.1", stroke=own, stroke_dasharray="2 3")
        + path(drawn, fill_opacity="0.6"),
        class_=f"g{place}" if place >= 0 else "g",
        fill=own,
    )


def _step(voters: int) -> int:
    return sum(voters >= size for size in SIZES) - 1


def _middle(marks: tuple[Mark, ...], place: int) -> tuple[float, float]:
    """The mean of a group."""
    own = [mark for mark in marks if mark.group == place]
    many = sum(mark.voters for mark in own) or 1
    return sum(m.x * m.voters for m in own) / many, sum(m.y * m.voters for m in own) / many


def _letters(places: list[Point], letters: tuple[str, ...]) -> str:
    drawn = (
        text(x, y + 7, letter, class_=f"g{place}", fill=colour(place))
        for place, ((x, y), letter) in enumerate(zip(places, letters, strict=True))
    )
    return group("".join(drawn), class_="halo", font_size="22", font_weight="700", **HALO)


def _centre(at: Point, number: int) -> str:
    x, y = at
    return group(
        f'<circle cx="{x}" cy="{y}" r="9" fill="{PAPER}" stroke="{INK}" stroke-width="1.5"/>'
        + text(x, y + 4, str(number), font_size="12"),
        class_="centre",
    )


def _you(ground: _Ground, you: You, letters: list[Point]) -> str:
    """A star, and the word for it where it hides no letter."""
    x, y = ground.at(you.x, you.y)
    places = [(min(max(x, 40), WIDTH - 40), line) for line in (y + 26, y - 17) if 12 < line < ground.height]
    at = max(places, key=lambda place: min((dist(place, letter) for letter in letters), default=0))
    word = group(text(*at, you.word), class_="halo", font_weight="700", **HALO)
    return group(
        path(f"M{x} {y}{star(13)}", class_="halo", stroke=PAPER, stroke_width="2") + word, class_="you"
    )


def _hull(points: list[Point]) -> list[Point]:
    """The convex hull (Andrew 1979)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return _chain(ordered) + _chain(ordered[::-1])


def _chain(points: list[Point]) -> list[Point]:
    found: list[Point] = []
    for point in points:
        while len(found) > 1 and _turn(found[-2], found[-1], point) <= 0:
            found.pop()
        found.append(point)
    return found[:-1]


def _turn(a: Point, b: Point, c: Point) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
