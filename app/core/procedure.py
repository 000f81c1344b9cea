"""The rules by which a consultation comes to its conclusions: each a setting, with a default and words."""

from fractions import Fraction
from itertools import pairwise
from typing import Annotated, get_args, get_type_hints

from msgspec import Meta, Struct

from app.core.evidence import Thresholds
from app.core.words import N_, Incomplete

Share = Annotated[int, Meta(ge=0, le=100)]  # whole per cent
Count = Annotated[int, Meta(ge=1, le=1000)]
Sure = Annotated[int, Meta(ge=50, le=99)]  # whole per cent
Days = Annotated[int, Meta(ge=0, le=365)]


class Procedure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """How one consultation judges agreement; a share is of the voters who did not abstain."""

    consensus: Share = 80
    broad: Share = 67
    group: Share = 50
    divided: Share = 33
    rejected: Share = 20
    objections: Share = 10
    rival: Share = 20
    abstention: Share = 33
    certainty: Sure = 90
    voters: Count = 5
    turnout: Share = 10
    heard: Count = 2
    groups: Count = 2
    faction: Share = 10
    review_days: Days = 0
    challengers: Count = 3
    two_chairs: bool = False

    @property
    def thresholds(self) -> Thresholds:
        """The numbers behind a suggestion, exact: 33 and 67 mean thirds."""
        return Thresholds(
            consensus=_exact(self.consensus),
            broad=_exact(self.broad),
            group=_exact(self.group),
            divided=_exact(self.divided),
            rejected=_exact(self.rejected),
            objections=_exact(self.objections),
            rival=_exact(self.rival),
            abstention=_exact(self.abstention),
            certainty=_exact(self.certainty),
            voters=self.voters,
            turnout=_exact(self.turnout),
            heard=self.heard,
            groups=self.groups,
            faction=_exact(self.faction),
        )


# What the secretariat is asked, in the order of the sheet: the words of each setting and a hint.
SETTINGS: dict[str, tuple[str, str]] = {
    "consensus": (
        N_("Consensus: per cent in favour"),
        N_("Of those who take a side. From here on, where no objection is open, a consensus is suggested."),
    ),
    "broad": (N_("Broad support: per cent in favour"), N_("67 means two thirds.")),
    "group": (
        N_("Every group: per cent in favour"),
        N_("What each group must reach before a consensus or broad support is suggested."),
    ),
    "divided": (
        N_("Divided: per cent in favour"),
        N_("From here on there is real support, though not broad. 33 means one third."),
    ),
    "rejected": (
        N_("Not retained: per cent in favour"),
        N_("Up to here a position is not retained, unless a group is for it."),
    ),
    "objections": (
        N_("Broad support: per cent who object"),
        N_("How many unanswered objections broad support bears, of those who take a side."),
    ),
    "rival": (
        N_("Rival positions: per cent in favour"),
        N_("Support from which on a position is a rival where several compete."),
    ),
    "certainty": (
        N_("Certainty: per cent"),
        N_(
            "Where not all have voted, how sure it must be that all together would reach a share before it "
            "counts as reached. Where all have voted it changes nothing."
        ),
    ),
    "voters": (
        N_("Voters needed"),
        N_("Below this number nothing is suggested, unless the whole room is smaller."),
    ),
    "turnout": (
        N_("Turnout needed: per cent"),
        N_("Of those who may vote. Below it nothing is suggested."),
    ),
    "heard": (
        N_("Voters that make a group heard"),
        N_("So many in one group must have taken a side, or all whom it has."),
    ),
    "groups": (
        N_("Groups to be heard"),
        N_("Below this number nothing is suggested, unless there are fewer groups."),
    ),
    "abstention": (
        N_("Many abstain: per cent of voters"),
        N_("From here on the chair is told that many abstain. 33 means one third."),
    ),
    "faction": (
        N_("Opinion groups: per cent of voters"),
        N_(
            "A group that only the votes reveal cannot hold a position back while it is smaller than this. "
            "A stakeholder group always can."
        ),
    ),
    "review_days": (
        N_("Days to challenge a determination"),
        N_("After them it is final. With 0 it stands at once, until another takes its place."),
    ),
    "challengers": (
        N_("Challengers who oblige an answer"),
        N_("Until so many are answered in writing it is not final. One who speaks for a group is enough."),
    ),
    "two_chairs": (
        N_("Two chairs determine together"),
        N_("What one chair has prepared is public once another chair endorses it."),
    ),
}


def is_switch(name: str) -> bool:
    """Whether a setting is only on or off."""
    return get_type_hints(Procedure)[name] is bool


def bounds(name: str) -> tuple[int, int]:
    """The least and the greatest value of a setting that is a number."""
    meta = get_args(get_type_hints(Procedure, include_extras=True)[name])[1]
    return meta.ge, meta.le


def check_procedure(procedure: Procedure) -> None:
    """Incomplete, naming the setting, where the shares would contradict each other."""
    falling = ("consensus", "broad", "divided", "rejected")
    for higher, lower in pairwise(falling):
        if getattr(procedure, lower) > getattr(procedure, higher):
            raise Incomplete(
                lower,
                N_("This must not be more than the share above it, which is %(higher)d per cent."),
                higher=getattr(procedure, higher),
            )


def _exact(per_cent: int) -> Fraction:
    return {33: Fraction(1, 3), 67: Fraction(2, 3)}.get(per_cent, Fraction(per_cent, 100))
