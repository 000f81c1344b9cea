"""All that the votes of a consultation say, computed at once: a pure function of votes and who may vote."""

from dataclasses import dataclass

from app.core.opinion.counts import Counts, count, count_by, shown
from app.core.opinion.figures import HEARD, Across, Figures, across, figures
from app.core.opinion.groups import Groups, Verdict, find_groups
from app.core.opinion.letters import first_letters
from app.core.opinion.order import usefulness
from app.core.opinion.typical import Typical, typical
from app.core.opinion.votes import Floats, Votes


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """Figures of all voters and, where the votes reveal groups, of each of them and across them."""

    overall: Figures  # (positions,)
    useful: Floats  # (positions,): how useful one more vote would be
    groups: Groups
    letters: tuple[str, ...] = ()
    by_group: Figures | None = None  # (groups, positions)
    across: Across | None = None  # (positions,)
    typical: tuple[tuple[Typical, ...], ...] = ()  # of each group


def analyse(
    votes: Votes, entitled: int | None = None, least: int = HEARD, *, secret: bool = False
) -> Analysis:
    """The analysis of the votes on positions that are still up.

    `entitled` is how many may vote, where that is known. What fewer than `least` voters of a group said of a
    position is withheld. Who is in which group is for the figures alone: it is never shown to others.
    """
    everybody = count(votes)
    groups = find_groups(votes, secret=secret)
    overall = figures(everybody, entitled)
    useful = usefulness(everybody, groups.map.extremity)
    if groups.verdict is not Verdict.FOUND:
        return Analysis(overall, useful, groups)
    counts = count_by(votes, groups.group, groups.groups)
    return Analysis(overall, useful, groups, first_letters(groups.groups), *_of_groups(counts, least))


def _of_groups(counts: Counts, least: int) -> tuple[Figures, Across, tuple[tuple[Typical, ...], ...]]:
    show = shown(counts, least)
    return figures(counts, show=show), across(counts, least), typical(counts, show)
