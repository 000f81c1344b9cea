"""The status that the counts suggest to the chair, with its arithmetic in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.core.determinations import Status
from app.core.evidence import DEFAULTS, Evidence, Thresholds
from app.core.rules import REMARKS, STATUS, WORDS, Rule, concerned, ladder, strength, tested
from app.core.support import NOBODY, Support
from app.core.texts import Kind, asks_for_a_decision
from app.core.words import N_, Sentence

_STRONG = frozenset({Status.BROAD, Status.CONSENSUS, Status.AGREED})


@dataclass(frozen=True, slots=True)
class Step:
    """A status that was tried: why it fits or, where it does not, what it lacks."""

    status: Status
    fits: bool
    because: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A status for the chair to consider, and why. Never shown as the status."""

    rule: Rule | None  # the one that decided; None where it was the comparison of several positions
    status: Status
    reasons: tuple[Sentence, ...]  # the figures and what is worth knowing about them
    steps: tuple[Step, ...] = ()  # the statuses tried, the last of which fits
    support: Support = NOBODY  # its figures
    groups: tuple[str, ...] = ()  # the keys of the groups concerned


def suggest(
    evidence: Evidence,
    kind: Kind = Kind.VIEW,
    thresholds: Thresholds = DEFAULTS,
    group_names: Mapping[str, str] | None = None,
) -> Suggestion:
    """The first rule whose conditions hold: every input gets exactly one."""
    names = group_names or {}
    if not asks_for_a_decision(kind):
        return _conclude(Rule.NOTHING_ASKED, evidence, thresholds, names)
    too_few = tuple(condition.words for condition in tested(evidence, thresholds) if not condition.holds)
    if too_few:
        step = Step(Status.FORWARD, True, too_few)
        return _conclude(Rule.TOO_FEW, evidence, thresholds, names, (step,))
    steps: list[Step] = []
    for rule, conditions in ladder(evidence, thresholds, names):
        lacking = tuple(condition.words for condition in conditions if not condition.holds)
        if not lacking or rule is not Rule.UNSETTLED:
            steps.append(Step(STATUS[rule], not lacking, lacking or tuple(c.words for c in conditions)))
        if not lacking:
            break
    return _conclude(rule, evidence, thresholds, names, tuple(steps))


def suggest_on_question(
    positions: Mapping[str, Evidence],
    thresholds: Thresholds = DEFAULTS,
    *,
    competing: bool = True,
    group_names: Mapping[str, str] | None = None,
) -> Suggestion:
    """The status of a whole proposal, from its positions by their refs.

    Where they compete: no agreement among rivals, or what the strongest has. A list stands as a whole only
    as far as its weakest entry.
    """
    if not positions:
        return Suggestion(None, Status.FORWARD, (Sentence(N_("No position has been put forward yet.")),))
    each = {ref: suggest(e, Kind.VIEW, thresholds, group_names) for ref, e in positions.items()}
    by_strength = sorted(each, key=lambda ref: (_strength(each[ref]), each[ref].support.share))
    if not competing:
        weakest = by_strength[0]
        which = Sentence(N_("A list stands as far as its weakest entry, which is %(ref)s."), {"ref": weakest})
        return replace(each[weakest], reasons=(which, *each[weakest].reasons))
    rivals = [
        ref
        for ref, found in each.items()
        if found.rule is not Rule.TOO_FEW and found.support.share >= thresholds.rival
    ]
    strongest = by_strength[-1]
    if len(rivals) >= 2 and each[strongest].status not in _STRONG:
        split = Sentence(
            N_("%(count)d positions have real support, and none has broad support: %(refs)s."),
            {"count": len(rivals), "refs": tuple(rivals)},
        )
        return Suggestion(None, Status.NONE, (split,))
    which = Sentence(N_("The strongest position is %(ref)s."), {"ref": strongest})
    return replace(each[strongest], reasons=(which, *each[strongest].reasons))


def how_it_stands(evidence: Evidence) -> tuple[Sentence, ...]:
    """The support of those heard and, where some are not, what it may be of everybody."""
    tally, support = evidence.tally, evidence.support
    if not tally.sided:
        return (Sentence(N_("Nobody has taken a side yet.")),)
    counts = Sentence(
        N_(
            "%(there)d of %(sided)d who took a side are in favour (%(percent)d\u00a0%%); %(abstain)d abstain."
        ),
        {
            "there": tally.in_favour,
            "sided": tally.sided,
            "percent": round(100 * support.share),
            "abstain": tally.abstain,
        },
    )
    if not support.unheard:
        return (counts,)
    low, high = support.interval()
    between = N_("Were everyone to vote, between %(low)d\u00a0%% and %(high)d\u00a0%% would be in favour.")
    return counts, Sentence(between, {"low": round(100 * low), "high": round(100 * high)})


def _conclude(
    rule: Rule,
    evidence: Evidence,
    thresholds: Thresholds,
    names: Mapping[str, str],
    steps: tuple[Step, ...] = (),
) -> Suggestion:
    groups = concerned(rule, evidence, thresholds)
    called: dict[str, object] = {"groups": tuple(names.get(key, key) for key in groups)}
    said = [*how_it_stands(evidence), Sentence(WORDS[rule], called)]
    if groups and rule in REMARKS:
        said.append(Sentence(REMARKS[rule], called))
    if evidence.tally.voters and evidence.tally.abstain >= thresholds.abstention * evidence.tally.voters:
        said.append(Sentence(N_("Many abstain: they have no view, or it is not their area.")))
    return Suggestion(rule, STATUS[rule], tuple(said), steps, evidence.support, groups)


def _strength(suggestion: Suggestion) -> int:
    return strength(suggestion.rule) if suggestion.rule else 0
