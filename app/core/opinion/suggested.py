"""What the votes alone suggest of each position, with the groups that they reveal as those to be heard."""

from collections.abc import Iterator

from app.core.consensus import Suggestion, suggest
from app.core.evidence import DEFAULTS, Evidence, Thresholds
from app.core.opinion.analysis import Analysis
from app.core.opinion.counts import Counts
from app.core.votes import Tally


def suggested(found: Analysis, voters: int, thresholds: Thresholds = DEFAULTS) -> tuple[Suggestion, ...]:
    """The suggestion for each position, of so many who may vote.

    Nobody declared these groups, so that one which is too small is none.
    """
    sizes = {letter: int((found.groups.group == number).sum()) for number, letter in enumerate(found.letters)}
    large = {letter: size for letter, size in sizes.items() if size >= thresholds.faction * voters}
    entitled = {**large, "": voters - sum(large.values())}
    return tuple(
        suggest(Evidence(by_group, active=voters, entitled=entitled), thresholds=thresholds)
        for by_group in _tallies(found, tuple(large))
    )


def _tallies(found: Analysis, letters: tuple[str, ...]) -> Iterator[dict[str, Tally]]:
    """Of each position, by letter; of all who are in none of these groups together under no letter."""
    each = [_columns(found.overall.counts, None)]
    if found.by_group is not None:
        counts = found.by_group.counts
        each += [_columns(counts, found.letters.index(letter)) for letter in letters]
    for everybody, *grouped in zip(*each, strict=True):
        rest = [total - sum(parts) for total, *parts in zip(everybody, *grouped, strict=True)]
        yield {key: _tally(cell) for key, cell in zip(("", *letters), (rest, *grouped), strict=True)}


def _columns(counts: Counts, group: int | None) -> list[tuple[int, int, int]]:
    parts = (counts.in_favour, counts.against, counts.abstain)
    return list(zip(*((part if group is None else part[group]).tolist() for part in parts), strict=True))


def _tally(cell: tuple[int, int, int] | list[int]) -> Tally:
    in_favour, against, abstain = cell
    return Tally(support=in_favour, disagree=against, abstain=abstain)
