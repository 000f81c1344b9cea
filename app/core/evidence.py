"""What the counts of one minute say: support, and which groups are heard, in favour or against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil

from app.core.support import Support
from app.core.votes import Tally, total


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Every number in the rules, exact. Shares are of the voters who did not abstain."""

    consensus: Fraction = Fraction(4, 5)  # Delphi practice
    broad: Fraction = Fraction(2, 3)  # ISO's fallback and the supermajority tradition
    group: Fraction = Fraction(1, 2)  # the weakest meaning of "not against"
    divided: Fraction = Fraction(1, 3)
    rejected: Fraction = Fraction(1, 5)
    objections: Fraction = Fraction(1, 10)  # unanswered objections among voters, for broad support
    rival: Fraction = Fraction(1, 5)  # support that makes a position a rival on a question
    abstention: Fraction = Fraction(1, 3)  # of all voters, from which on it is said that many abstain
    certainty: Fraction = Fraction(9, 10)  # that everybody would bear out what is suggested
    voters: int = 5
    turnout: Fraction = Fraction(1, 10)  # of the active participants
    heard: int = 2  # voters for a group to be heard and to hold a position back
    groups: int = 2  # that must be heard, if there are so many
    faction: Fraction = Fraction(1, 10)  # of the voters, for a group that only votes reveal to be heard


DEFAULTS = Thresholds()


@dataclass(frozen=True, slots=True)
class Unanswered:
    """An objection that is open, or stands: whose, and in what words."""

    group: str = ""  # the key of the objector's stakeholder group
    for_group: bool = False  # by a delegation that speaks for its group
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the counts are drawn from at one minute."""

    by_group: Mapping[str, Tally] = field(default_factory=dict)  # "" are voters without a group
    objections: tuple[Unanswered, ...] = ()
    active: int = 0  # participants, or delegations, who may vote
    call_closed: bool = False  # it stood through a consensus call that has ended
    entitled: Mapping[str, int] = field(default_factory=dict)  # voices by group; empty: not known

    @property
    def tally(self) -> Tally:
        return total(self.by_group.values())

    @property
    def support(self) -> Support:
        return _support(self.tally, self.active)

    @property
    def group_objections(self) -> int:
        return sum(objection.for_group for objection in self.objections)

    def tally_of(self, group: str) -> Tally:
        return self.by_group.get(group, Tally())

    def support_in(self, group: str) -> Support:
        return _support(self.tally_of(group), self.entitled.get(group, 0))


def contest(evidence: Evidence) -> int:
    """How contested it is: the voters on the smaller side, and the objections that wait for an answer."""
    return min(evidence.tally.in_favour, evidence.tally.against) + len(evidence.objections)


def bridge(evidence: Evidence) -> Fraction:
    """How far support reaches across the groups: what it is expected to be in the least favourable one.

    A group that is silent counts as split, so that none is passed over; a single group bridges nothing.
    """
    keys = {key for key in (*evidence.by_group, *evidence.entitled) if key}
    each = [evidence.tally_of(key) for key in keys]
    return min((Fraction(t.in_favour + 1, t.sided + 2) for t in each), default=Fraction(0)) * (len(each) > 1)


def heard_groups(evidence: Evidence, thresholds: Thresholds = DEFAULTS) -> dict[str, Tally]:
    """The groups of which enough voters took a side, or all there are: the least favourable first."""
    heard = {
        key: t
        for key, t in evidence.by_group.items()
        if key and t.sided >= _enough(evidence, key, thresholds)
    }
    return dict(sorted(heard.items(), key=lambda entry: (_share(entry[1]), entry[0])))


def groups_against(evidence: Evidence, thresholds: Thresholds = DEFAULTS) -> tuple[str, ...]:
    """The groups that hold a position back: below the share asked of every group."""
    against = {key: tally.against for key, tally in evidence.by_group.items()}
    return _beyond(against, evidence, 1 - thresholds.group, thresholds.heard)


def groups_for(evidence: Evidence, thresholds: Thresholds = DEFAULTS) -> tuple[str, ...]:
    """The groups that keep a position from being turned down: above the share asked of every group."""
    in_favour = {key: tally.in_favour for key, tally in evidence.by_group.items()}
    return _beyond(in_favour, evidence, thresholds.group, thresholds.heard)


def groups_wanted(evidence: Evidence, thresholds: Thresholds = DEFAULTS) -> int:
    """How many groups must be heard: no more than there are."""
    there = sum(bool(key and voices) for key, voices in evidence.entitled.items())
    return min(thresholds.groups, there) if evidence.entitled else thresholds.groups


def voices_wanted(evidence: Evidence, thresholds: Thresholds = DEFAULTS) -> int:
    """How many must take a side before the figures say anything.

    In a small room no more than all who do not abstain, if that is more than half of it and more than one.
    """
    floor = max(thresholds.voters, ceil(thresholds.turnout * evidence.active))
    if not evidence.active:
        return floor
    return min(floor, max(2, evidence.active // 2 + 1, evidence.active - evidence.tally.abstain))


def sides(evidence: Evidence, thresholds: Thresholds) -> tuple[list[str], list[str]]:
    """The groups that are surely in favour by more than half, and those that are surely against."""
    each = {key: evidence.support_in(key) for key in sorted(evidence.by_group) if key}
    large = {key: support for key, support in each.items() if support.heard >= thresholds.heard}
    return (
        [key for key, s in large.items() if s.chance_above(Fraction(1, 2)) >= thresholds.certainty],
        [key for key, s in large.items() if s.turned.chance_above(Fraction(1, 2)) >= thresholds.certainty],
    )


def _beyond(voices: Mapping[str, int], evidence: Evidence, share: Fraction, heard: int) -> tuple[str, ...]:
    """The groups of which more than this share are among these voices, the least favourable first.

    One voice is no group: what misses until it is heard is taken to be on the other side.
    """
    tallies = evidence.by_group
    beyond = [key for key in tallies if key and voices[key] > share * max(tallies[key].sided, heard)]
    return tuple(sorted(beyond, key=lambda key: (_share(tallies[key]), key)))


def _enough(evidence: Evidence, group: str, thresholds: Thresholds) -> int:
    """How many voices make a group heard: in a small one, all that it has."""
    return min(thresholds.heard, max(1, evidence.entitled.get(group, thresholds.heard)))


def _support(tally: Tally, entitled: int) -> Support:
    return Support(tally.in_favour, tally.against, max(0, entitled - tally.voters))


def _share(tally: Tally) -> Fraction:
    return _support(tally, 0).share
