"""What a picture in a document is drawn from, so that a document keeps values and never somebody's markup."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.opinion.course import Day, Ruling
from app.core.opinion.findings import Line
from app.core.opinion.places import Centre, Mark
from app.core.pictures.opinion_map import opinion_map
from app.core.pictures.strip import support_strip
from app.core.pictures.svg import Caption
from app.core.pictures.timeline import timeline


class Kind(StrEnum):
    MAP = "map"
    STRIP = "strip"
    COURSE = "course"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One picture: what its kind needs is there."""

    block: str  # the id of the block that shows it, and says in words what it shows
    kind: Kind
    marks: tuple[Mark, ...] = ()
    letters: tuple[str, ...] = ()
    centres: tuple[Centre, ...] = ()
    lines: tuple[Line, ...] = ()
    days: tuple[Day, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    first: str = ""  # the first day, in words
    last: str = ""


def draw(drawing: Drawing, caption: Caption) -> str:
    """The picture as SVG."""
    match drawing.kind:
        case Kind.MAP:
            return opinion_map(caption, drawing.marks, drawing.letters, drawing.centres)
        case Kind.STRIP:
            return support_strip(caption, drawing.lines)
        case Kind.COURSE:
            return timeline(caption, drawing.days, drawing.rulings, drawing.first, drawing.last)
