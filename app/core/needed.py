"""What is still needed for a position to stand one status higher, in plain sentences for whoever chairs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from app.core.consensus import Suggestion, suggest
from app.core.determinations import Status
from app.core.evidence import (
    DEFAULTS,
    Evidence,
    Thresholds,
    groups_against,
    groups_wanted,
    heard_groups,
    voices_wanted,
)
from app.core.rules import Rule, strength
from app.core.votes import Tally
from app.core.words import N_, Sentence, counted

# What the changes that are named would make of it.
_CONCLUSIONS = {
    Status.AGREED: N_("Then it would be agreed."),
    Status.CONSENSUS: N_("That would make it a consensus."),
    Status.BROAD: N_("That would give it broad support."),
    Status.DIVIDED: N_("That would show real support."),
    Status.FORWARD: N_("That would open the way to broad support."),
}

_Change = tuple[list[Sentence], Evidence]


def still_needed(
    evidence: Evidence,
    suggestion: Suggestion,
    thresholds: Thresholds = DEFAULTS,
    names: Mapping[str, str] | None = None,
) -> tuple[Sentence, ...]:
    """Who has not spoken, and the smallest changes that would lift a position; none where none is wanted."""
    rule, called = suggestion.rule, names or {}
    if rule in {None, Rule.NOTHING_ASKED, Rule.AGREED}:
        return ()
    if rule is Rule.TOO_FEW:
        return (*_silent(evidence, called), *_to_be_tested(evidence, thresholds, called))
    return (
        *_silent(evidence, called),
        *_to_be_lifted(evidence, suggestion, thresholds, called),
        *_to_be_agreed(evidence, suggestion),
    )


def _silent(evidence: Evidence, names: Mapping[str, str]) -> list[Sentence]:
    """The groups of which nobody has voted."""
    if not evidence.tally.voters:
        return [Sentence(N_("Nobody has spoken yet."))]
    silent = [
        key
        for key, voices in evidence.entitled.items()
        if key and voices and not evidence.tally_of(key).voters
    ]
    if not silent:
        return []
    return [
        counted(
            "%(num)d group has not spoken: %(groups)s.",
            "%(num)d groups have not spoken: %(groups)s.",
            len(silent),
            groups=_called(silent, names),
        )
    ]


def _to_be_tested(evidence: Evidence, thresholds: Thresholds, names: Mapping[str, str]) -> list[Sentence]:
    """The voices and groups that miss before anything is suggested."""
    heard = heard_groups(evidence, thresholds)
    voices = voices_wanted(evidence, thresholds) - evidence.tally.sided
    groups = groups_wanted(evidence, thresholds) - len(heard)
    said = []
    if voices > 0:
        said.append(
            counted(
                "One more voice that takes a side is needed before anything is suggested.",
                "%(num)d more voices that take a side are needed before anything is suggested.",
                voices,
            )
        )
    if groups > 0:
        said.append(
            counted(
                "One more group must be heard before anything is suggested.",
                "%(num)d more groups must be heard before anything is suggested.",
                groups,
            )
        )
        begun = [key for key, tally in evidence.by_group.items() if key and tally.voters and key not in heard]
        if begun:
            text = N_("Too few have taken a side to be heard as a group: %(groups)s.")
            said.append(Sentence(text, {"groups": _called(sorted(begun), names)}))
    return said


def _to_be_agreed(evidence: Evidence, suggestion: Suggestion) -> list[Sentence]:
    """That only a consensus call can show whether it is agreed."""
    if (
        evidence.call_closed
        or evidence.objections
        or suggestion.status not in {Status.CONSENSUS, Status.BROAD}
    ):
        return []
    against = evidence.tally.against
    if not against:
        return [Sentence(N_("Nobody is against it: a consensus call would show whether it is agreed."))]
    if suggestion.rule is not Rule.CONSENSUS:
        return []
    return [
        counted(
            "One voice is against it: a consensus call would show whether it maintains that.",
            "%(num)d voices are against it: a consensus call would show whether they maintain that.",
            against,
        )
    ]


def _to_be_lifted(
    evidence: Evidence, suggestion: Suggestion, thresholds: Thresholds, names: Mapping[str, str]
) -> list[Sentence]:
    """The fewest changes after which more is suggested, and what that would be."""
    if suggestion.rule in {Rule.REFUSED, Rule.CONSENSUS}:
        return []
    now = _rung(suggestion)
    objected, _ = _answers(evidence, names)

    def lifts(after: Evidence) -> bool:
        return _rung(suggest(after, thresholds=thresholds)) > now

    for said, after in _ways(evidence, _changes(evidence, suggestion, thresholds, names, lifts)):
        if lifts(after):
            would = Sentence(_CONCLUSIONS[suggest(after, thresholds=thresholds).status])
            return [*said, would, *(sentence for sentence in objected if sentence not in said)]
    return []


def _changes(
    evidence: Evidence,
    suggestion: Suggestion,
    thresholds: Thresholds,
    names: Mapping[str, str],
    lifts: Callable[[Evidence], bool],
) -> Iterator[Callable[[Evidence], _Change]]:
    """What may change: objections are answered, groups come round, more are in favour."""
    if suggestion.rule is Rule.FEW:
        yield lambda before: _voices(before, lifts, ())
        return
    if evidence.objections:
        yield lambda before: _answers(before, names)
    if groups_against(evidence, thresholds):
        yield lambda before: _groups(before, thresholds, names)
    yield lambda before: _voices(before, lifts, groups_against(before, thresholds))


def _ways(evidence: Evidence, changes: Iterable[Callable[[Evidence], _Change]]) -> Iterator[_Change]:
    """One change alone, then two of them, then all, in this order."""
    each = tuple(changes)
    for several in range(1, len(each) + 1):
        for chosen in combinations(each, several):
            said, after = [], evidence
            for change in chosen:
                sentences, after = change(after)
                said += sentences
            yield said, after


def _rung(suggestion: Suggestion) -> int:
    return strength(suggestion.rule or Rule.TOO_FEW)


def _answers(evidence: Evidence, names: Mapping[str, str]) -> _Change:
    """Every objection is answered and set aside, or taken back."""
    number = len(evidence.objections)
    if not number:
        return [], evidence
    groups = sorted({objection.group for objection in evidence.objections if objection.for_group})
    said = counted(
        "One objection is open: it needs an answer.",
        "%(num)d objections are open: they need answers.",
        number,
    )
    if groups:
        said = counted(
            "%(num)d objection is open, by a body that speaks for %(groups)s: it needs an answer.",
            "%(num)d objections are open, some by bodies that speak for %(groups)s: they need answers.",
            number,
            groups=_called(groups, names),
        )
    return [said], replace(evidence, objections=())


def _groups(evidence: Evidence, thresholds: Thresholds, names: Mapping[str, str]) -> _Change:
    """Every group that holds the position back comes round."""
    said = []
    for group in groups_against(evidence, thresholds):
        sentence, evidence = _group(evidence, group, thresholds, names)
        said.append(sentence)
    return said, evidence


def _group(
    evidence: Evidence, group: str, thresholds: Thresholds, names: Mapping[str, str]
) -> tuple[Sentence, Evidence]:
    """One group comes round: by voices of it that were not yet heard, or else by some of those against."""

    def free(after: Evidence) -> bool:
        return group not in groups_against(after, thresholds)

    called = {"group": names.get(group, group)}
    number = _fewest(evidence.support_in(group).unheard, lambda n: free(_joined(evidence, group, n)))
    if number:
        said = counted(
            "%(num)d more voice in favour is needed from %(group)s.",
            "%(num)d more voices in favour are needed from %(group)s.",
            number,
            **called,
        )
        return said, _joined(evidence, group, number)
    number = _fewest(evidence.tally_of(group).against, lambda n: free(_won(evidence, group, n)))
    said = counted(
        "%(num)d of those against in %(group)s would have to accept it.",
        "%(num)d of those against in %(group)s would have to accept it.",
        number,
        **called,
    )
    return said, _won(evidence, group, number)


def _voices(evidence: Evidence, lifts: Callable[[Evidence], bool], against: tuple[str, ...]) -> _Change:
    """So many more are in favour, whoever they are: voices not yet heard, or else some of those against.

    Where whole groups are against it does matter who they are.
    """
    number = _fewest(evidence.support.unheard, lambda n: lifts(_joined(evidence, "", n)))
    if number:
        said = counted(
            "One more voice in favour is needed, from any group.",
            "%(num)d more voices in favour are needed, from any group.",
            number,
        )
        return [said], _joined(evidence, "", number)
    number = 0 if against else _fewest(evidence.tally.against, lambda n: lifts(_all_won(evidence, n)))
    said = counted(
        "One of those against would have to accept it.",
        "%(num)d of those against would have to accept it.",
        number,
    )
    return ([said] if number else []), _all_won(evidence, number)


def _fewest(most: int, enough: Callable[[int], bool]) -> int:
    """The smallest number that is enough, given that more of it always is; 0 where none is."""
    if most < 1 or not enough(most):
        return 0
    low, high = 1, most
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle + 1, high)
    return high


def _joined(evidence: Evidence, group: str, number: int) -> Evidence:
    """So many more of a group are in favour."""
    joined = evidence.tally_of(group) + Tally(support=number)
    return replace(evidence, by_group={**evidence.by_group, group: joined})


def _won(evidence: Evidence, group: str, number: int) -> Evidence:
    """So many of those against in a group accept it: whoever disagrees before whoever objects."""
    tally = evidence.tally_of(group)
    mild = min(number, tally.disagree)
    change = Tally(accept=number, disagree=-mild, object=mild - number)
    return replace(evidence, by_group={**evidence.by_group, group: tally + change})


def _all_won(evidence: Evidence, number: int) -> Evidence:
    """So many of those against accept it, from the least favourable group on."""
    groups = sorted(evidence.by_group, key=lambda key: (evidence.support_in(key).share, key))
    for group in groups:
        some = min(number, evidence.tally_of(group).against)
        evidence, number = _won(evidence, group, some), number - some
    return evidence


def _called(groups: list[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(key, key) for key in groups)
