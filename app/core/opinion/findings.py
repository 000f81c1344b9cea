"""What the votes say, put in order for a reader: whole numbers that may be shown, and refs instead of texts.

A share is in thousandths. The page and the report tell the same findings.
"""

from dataclasses import dataclass

from app.core.opinion.course import Day
from app.core.opinion.groups import Verdict
from app.core.opinion.places import Centre, Mark
from app.core.votes import Tally


@dataclass(frozen=True, slots=True)
class Sides:
    """How the voters of one group stand."""

    in_favour: int
    against: int
    abstain: int

    @property
    def voters(self) -> int:
        return self.in_favour + self.against + self.abstain


@dataclass(frozen=True, slots=True)
class Line:
    """A position: how all stand, and each group; None for a group that is withheld."""

    ref: str
    tally: Tally
    low: int = 0  # of the likely support
    high: int = 1_000
    opinion: tuple[Sides | None, ...] = ()
    declared: tuple[Sides | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Bridge:
    """A position on which the groups agree."""

    ref: str
    in_favour: bool  # all are for it; else all are against
    surely: int  # the share that every group gives, nine chances in ten for each
    least: str = ""  # the group that says so least


@dataclass(frozen=True, slots=True)
class Divide:
    """A position that parts people; by groups, where there are groups on both sides."""

    ref: str
    in_favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trait:
    """A position by which an opinion group is known."""

    ref: str
    in_favour: bool  # the group is for it; else against
    share: int  # of the group, expected, who say so
    elsewhere: int  # of all others


@dataclass(frozen=True, slots=True)
class OpinionGroup:
    letter: str
    voters: int
    traits: tuple[Trait, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that is told of the votes; bridges and divides are those of the groups in `between`."""

    votes: int
    voters: int
    verdict: Verdict
    groups: tuple[OpinionGroup, ...] = ()
    declared: tuple[str, ...] = ()  # keys of the stakeholder groups that have voted
    between: tuple[str, ...] = ()  # letters, or keys of stakeholder groups
    lines: tuple[Line, ...] = ()  # every position, the best supported first
    bridges: tuple[Bridge, ...] = ()
    divides: tuple[Divide, ...] = ()
    uncertain: tuple[str, ...] = ()  # refs
    unseen: tuple[str, ...] = ()
    few: int = 0  # voters below whom a position counts as hardly seen
    marks: tuple[Mark, ...] = ()  # the map, where it may be drawn
    centres: tuple[Centre, ...] = ()
    days: tuple[Day, ...] = ()

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(group.letter for group in self.groups)

    @property
    def by_opinion(self) -> bool:
        """Whether bridges and divides are those of the opinion groups."""
        return bool(self.groups)
