"""What the votes of a consultation say, with the version of the votes to which it belongs."""

from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from app.analysis.ballots import Ballots
from app.analysis.reading import Frame, Mark
from app.core.opinion.analysis import Analysis, analyse
from app.core.opinion.counts import count, count_by, shown
from app.core.opinion.figures import Across, Figures, across, figures
from app.core.opinion.groups import Verdict
from app.core.opinion.letters import keep_letters
from app.core.opinion.votes import Ints, Votes
from app.core.votes import SMALL_GROUP

ENGINE = 1  # to be raised when the same votes would give other results


@dataclass(frozen=True, slots=True)
class Version:
    """The votes and the settings to which results belong: others give other results."""

    cast: int  # the last
    cast_at: datetime | None
    casts: int
    event: int  # the last act that may have changed who votes on what
    secret: bool
    engine: int = ENGINE


@dataclass(frozen=True, slots=True, eq=False)
class Declared:
    """What the stakeholder groups say that have a vote at all."""

    keys: tuple[str, ...]
    by_group: Figures  # (groups, positions)
    across: Across  # (positions,)


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """All that may be shown of the votes, and who stands where, which is for each alone to see."""

    version: Version
    computed_at: datetime
    votes: int
    positions: Ints  # ids, in the order of all arrays
    voters: Ints  # in the order of the map and the groups; see reading.name_of
    found: Analysis
    declared: Declared | None  # where there are stakeholder groups
    stakeholders: Ints  # (voters,): the place of each one's among all groups of the consultation, -1 for none
    seconds: float = 0.0  # that it took

    def place_of(self, voter: int) -> int | None:
        """Where a voter is in the order of voters."""
        at = int(np.searchsorted(self.voters, voter))
        return at if at < len(self.voters) and self.voters[at] == voter else None


def version_of(mark: Mark, *, secret: bool) -> Version:
    return Version(mark.cast, mark.cast_at, mark.casts, mark.event, secret)


def support(ballots: Ballots, frame: Frame) -> Figures:
    """The figures of all voters alone: the fastest answer."""
    return figures(count(ballots.on(frame.up)), frame.entitled)


def compute(
    ballots: Ballots, frame: Frame, version: Version, before: Results | None, now: datetime
) -> Results:
    """The results; letters of opinion groups stay with those who had them before."""
    votes = ballots.on(frame.up)
    group = frame.group_of(ballots.voters)
    found = analyse(votes, frame.entitled, secret=version.secret)
    if before and found.groups.verdict is Verdict.FOUND and before.found.letters:
        found = replace(found, letters=_kept_letters(before, ballots.voters, found))
    return Results(
        version=version,
        computed_at=now,
        votes=len(votes.values),
        positions=frame.up,
        voters=ballots.voters,
        found=found,
        declared=_declared(votes, frame.groups, group, secret=version.secret),
        stakeholders=group,
    )


def _declared(votes: Votes, keys: tuple[str, ...], group: Ints, *, secret: bool) -> Declared | None:
    counts = count_by(votes, group, len(keys))
    there = np.flatnonzero(counts.voters.sum(1))
    if not len(there):
        return None
    counts = counts.of(there)
    least = SMALL_GROUP if secret else 1
    show = shown(counts, least)
    return Declared(
        tuple(keys[place] for place in there.tolist()),
        figures(counts, show=show),
        across(counts, least),
    )


def _kept_letters(before: Results, voters: Ints, found: Analysis) -> tuple[str, ...]:
    """By who was in which group before; who was not there was in none."""
    at = np.searchsorted(before.voters, voters)
    at[at == len(before.voters)] = 0
    known = before.voters[at] == voters if len(before.voters) else np.zeros(len(voters), np.bool_)
    earlier = np.where(known, before.found.groups.group[at] if known.any() else -1, -1)
    return keep_letters(earlier, before.found.letters, found.groups.group, found.groups.groups)
