"""Figures → findings: which positions unite, which divide and whom, what is uncertain, what few have seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from app.core.opinion.analysis import Analysis
from app.core.opinion.counts import Counts
from app.core.opinion.course import Day
from app.core.opinion.figures import Across, Figures, across, stands
from app.core.opinion.findings import Bridge, Divide, Findings, Line, OpinionGroup, Sides, Trait
from app.core.opinion.places import Centre, centres, marks
from app.core.opinion.votes import Floats, Ints, Marks
from app.core.votes import Tally

WHOLE = 1_000
MOST = 10  # positions in each list
BRIDGE = 0.5  # the support that every group surely gives, from which a position is a bridge
CONTESTED = 0.6  # without groups, how contested a position must be to divide
FEW = 7  # voters below whom a position counts as hardly seen; half of them all in a smaller room


@dataclass(frozen=True, slots=True, eq=False)
class Between:
    """Groups by their names, what each says, and what is said when they are held against each other."""

    names: tuple[str, ...]
    by_group: Figures  # (groups, positions)
    across: Across  # (positions,)


@dataclass(frozen=True, slots=True, eq=False)
class Stakeholders:
    """The stakeholder groups: who belongs to which, and what they say."""

    member_of: Ints  # (voters,): place among the keys, -1 for none
    keys: tuple[str, ...]
    said: Between
    least: int  # voters below whom a group is not told apart


def sift(
    found: Analysis,
    refs: Sequence[str],  # of each position, in the order of the arrays; empty for one that is not shown
    tallies: Mapping[str, Tally],
    stakeholders: Stakeholders | None = None,
    days: tuple[Day, ...] = (),
) -> Findings:
    """The findings of an analysis; bridges and divides are by opinion groups, else by stakeholder groups."""
    opinion, declared = _opinion(found), stakeholders.said if stakeholders else None
    between = opinion or (declared if declared and len(declared.names) > 1 else _everybody(found.overall))
    counts, points = found.overall.counts, found.groups.map.points
    shown = np.array([bool(ref) for ref in refs], np.bool_)
    few = min(FEW, ceil(len(points) / 2))
    unseen = shown & (counts.voters < few)
    divided = shown & (between.across.divided if between.names else found.overall.contested >= CONTESTED)
    uncertain = shown & ~unseen & ~divided & (stands(counts) == 0)
    drawn = found.groups.may_be_drawn
    return Findings(
        votes=int(counts.voters.sum()),
        voters=len(points),
        verdict=found.groups.verdict,
        groups=_groups(found, refs) if opinion else (),
        declared=declared.names if declared else (),
        between=between.names,
        lines=_lines(found.overall, refs, tallies, opinion, declared),
        bridges=_bridges(between, refs, shown),
        divides=_divides(between, found.overall, refs, divided),
        uncertain=tuple(refs[place] for place in _first(uncertain, counts.voters)),
        unseen=tuple(refs[place] for place in _first(unseen, -counts.voters)),
        few=few,
        marks=marks(points, found.groups.group) if drawn else (),
        centres=_centres(points, stakeholders) if drawn and stakeholders else (),
        days=days,
    )


def _first(wanted: Marks, by: Floats | Ints, most: int = MOST) -> list[int]:
    """The places of the positions that are wanted, those with the highest figure first."""
    order = np.lexsort((np.arange(len(wanted)), -np.nan_to_num(by)))
    return [place for place in order.tolist() if wanted[place]][:most]


def _opinion(found: Analysis) -> Between | None:
    if found.by_group is None or found.across is None:
        return None
    return Between(found.letters, found.by_group, found.across)


def _everybody(overall: Figures) -> Between:
    """All voters as the one group that they are where there are no others; it has no name."""
    counts = overall.counts
    one = Counts(counts.in_favour[None], counts.against[None], counts.abstain[None])
    return Between((), overall, across(one, least=1))


def _groups(found: Analysis, refs: Sequence[str]) -> tuple[OpinionGroup, ...]:
    return tuple(
        OpinionGroup(
            letter,
            int((found.groups.group == place).sum()),
            tuple(
                Trait(refs[each.position], each.in_favour, _whole(each.share), _whole(each.elsewhere))
                for each in traits
                if refs[each.position]
            ),
        )
        for place, (letter, traits) in enumerate(zip(found.letters, found.typical, strict=True))
    )


def _lines(
    overall: Figures,
    refs: Sequence[str],
    tallies: Mapping[str, Tally],
    opinion: Between | None,
    declared: Between | None,
) -> tuple[Line, ...]:
    shown = np.array([bool(ref) for ref in refs], np.bool_)
    return tuple(
        Line(
            refs[place],
            tallies.get(refs[place], Tally()),
            _whole(overall.low[place]),
            _whole(overall.high[place]),
            _sides(opinion, place),
            _sides(declared, place),
        )
        for place in _first(shown, overall.expected, len(refs))
    )


def _centres(points: Floats, stakeholders: Stakeholders) -> tuple[Centre, ...]:
    return centres(points, stakeholders.member_of, stakeholders.keys, stakeholders.least)


def _sides(between: Between | None, place: int) -> tuple[Sides | None, ...]:
    """What each group says of a position; a figure that may not be shown is not a number."""
    if between is None:
        return ()
    counts, support = between.by_group.counts, between.by_group.support
    told = []
    for group in range(len(between.names)):
        cell = (group, place)
        sides = Sides(int(counts.in_favour[cell]), int(counts.against[cell]), int(counts.abstain[cell]))
        told.append(None if sides.voters and np.isnan(support[cell]) else sides)
    return tuple(told)


def _bridges(between: Between, refs: Sequence[str], shown: Marks) -> tuple[Bridge, ...]:
    surely = np.fmax(between.across.bridging, between.across.bridging_against)
    with np.errstate(invalid="ignore"):
        wanted = shown & (surely > BRIDGE)
    return tuple(_bridge(between, refs, place) for place in _first(wanted, surely))


def _bridge(between: Between, refs: Sequence[str], place: int) -> Bridge:
    pro, contra = between.across.bridging[place], between.across.bridging_against[place]
    in_favour = bool(pro >= contra)
    least = ""
    if between.names:
        counts = between.by_group.counts if in_favour else between.by_group.counts.turned
        share = (counts.in_favour[:, place] + 1) / (counts.voters[:, place] + 2)
        least = between.names[int(share.argmin())]
    return Bridge(refs[place], in_favour, _whole(max(pro, contra)), least)


def _divides(between: Between, overall: Figures, refs: Sequence[str], divided: Marks) -> tuple[Divide, ...]:
    gap = between.across.divisive if between.names else overall.contested
    return tuple(_divide(between, refs, place) for place in _first(divided, gap))


def _divide(between: Between, refs: Sequence[str], place: int) -> Divide:
    if not between.names:
        return Divide(refs[place])
    stand = stands(between.by_group.counts)[:, place].tolist()
    sides = [tuple(n for n, s in zip(between.names, stand, strict=True) if s == side) for side in (1, -1)]
    return Divide(refs[place], *sides)


def _whole(share: float) -> int:
    return round(float(share) * WHOLE)
