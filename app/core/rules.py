"""The rules by which a status is suggested, in the order in which they are tried: a decision list.

What a status says of everybody it must surely say: a share is reached where everybody who may vote would
reach it with the certainty that the procedure asks for, whatever the unheard voices are. Where all have
spoken that is the plain share.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from app.core.conditions import Condition, at_least, at_most, need, no_exception, so_far
from app.core.determinations import Status
from app.core.evidence import (
    Evidence,
    Thresholds,
    groups_against,
    groups_for,
    groups_wanted,
    heard_groups,
    sides,
    voices_wanted,
)
from app.core.words import N_


class Rule(StrEnum):
    """What decided: from what says least of a position to what says most for it."""

    TOO_FEW = "too few voices"
    NOTHING_ASKED = "no decision asked"
    REFUSED = "refused"
    FEW = "few in favour"
    CONTESTED = "no majority"
    MAJORITY = "majority"
    BOTH_SIDES = "groups on both sides"
    OPPOSED = "significant opposition"
    UNSETTLED = "not settled yet"
    BROAD = "broad support"
    CONSENSUS = "consensus"
    AGREED = "agreed"


STATUS = {
    Rule.TOO_FEW: Status.FORWARD,
    Rule.NOTHING_ASKED: Status.NOTED,
    Rule.REFUSED: Status.REJECTED,
    Rule.FEW: Status.MINORITY,
    Rule.CONTESTED: Status.DIVIDED,
    Rule.MAJORITY: Status.DIVIDED,
    Rule.BOTH_SIDES: Status.DIVIDED,
    Rule.OPPOSED: Status.DIVIDED,
    Rule.UNSETTLED: Status.FORWARD,
    Rule.BROAD: Status.BROAD,
    Rule.CONSENSUS: Status.CONSENSUS,
    Rule.AGREED: Status.AGREED,
}

# The rule in words, each whole: %(groups)s are those concerned.
WORDS = {
    Rule.TOO_FEW: N_("Too few have spoken for the figures to suggest anything."),
    Rule.NOTHING_ASKED: N_("By its kind it asks for no decision."),
    Rule.REFUSED: N_("Hardly anybody is in favour, and no group is."),
    Rule.FEW: N_("Few are in favour, but it is not turned down by all."),
    Rule.CONTESTED: N_("There is real support, but no sure majority in favour."),
    Rule.MAJORITY: N_("A majority is in favour, but not a broad one."),
    Rule.BOTH_SIDES: N_("Groups stand on both sides: %(groups)s."),
    Rule.OPPOSED: N_("There is strong support, but significant opposition."),
    Rule.UNSETTLED: N_("Most who spoke are in favour, but too few have spoken to call it broad support."),
    Rule.BROAD: N_("Most are in favour, and no group as a whole is against."),
    Rule.CONSENSUS: N_("Nearly all are in favour, no group is against, and no objection is open."),
    Rule.AGREED: N_("It was put to all in a consensus call, and nobody is against."),
}


# Of the groups that a rule is concerned with, besides its words.
REMARKS = {
    Rule.OPPOSED: N_("Mostly against: %(groups)s."),
    Rule.MAJORITY: N_("Mostly against: %(groups)s."),
    Rule.CONTESTED: N_("Mostly against: %(groups)s."),
    Rule.FEW: N_("Mostly in favour: %(groups)s."),
}


_ORDER = list(Rule)
_DIVIDED = (Rule.CONTESTED, Rule.MAJORITY, Rule.BOTH_SIDES, Rule.OPPOSED)


def strength(rule: Rule) -> int:
    """How much a rule says for a position: more support never makes it less."""
    return _ORDER.index(_DIVIDED[0] if rule in _DIVIDED else rule)  # those say the same


def tested(evidence: Evidence, thresholds: Thresholds) -> tuple[Condition, ...]:
    """What must be so before the figures say anything."""
    floor, sided = voices_wanted(evidence, thresholds), evidence.tally.sided
    groups, heard = groups_wanted(evidence, thresholds), len(heard_groups(evidence, thresholds))
    return (
        need(
            sided >= floor,
            N_("at least %(wanted)d who take a side (%(there)d did)"),
            wanted=floor,
            there=sided,
        ),
        need(
            heard >= groups,
            N_("at least %(wanted)d groups heard, of %(voices)d voices or all they have (%(there)d)"),
            wanted=groups,
            voices=thresholds.heard,
            there=heard,
        ),
    )


def ladder(
    evidence: Evidence, thresholds: Thresholds, names: Mapping[str, str]
) -> tuple[tuple[Rule, tuple[Condition, ...]], ...]:
    """The rules in the order in which they are tried, with what each asks for."""
    tally, support, unanswered = evidence.tally, evidence.support, len(evidence.objections)
    called = need(evidence.call_closed, N_("a consensus call that has ended"))
    nobody_against = need(not tally.against, N_("nobody against (%(there)d)"), there=tally.against)
    all_answered = need(not unanswered, N_("no unanswered objection (%(there)d)"), there=unanswered)
    few_objections = need(
        Fraction(unanswered, tally.sided) <= thresholds.objections,
        N_("unanswered objections from at most %(wanted)d\u00a0%% (%(there)d of %(sided)d)"),
        wanted=round(100 * thresholds.objections),
        there=unanswered,
        sided=tally.sided,
    )
    none_for_group = need(
        not evidence.group_objections,
        N_("none of them on behalf of a group (%(there)d)"),
        there=evidence.group_objections,
    )
    per_group = {"wanted": round(100 * thresholds.group)}
    spread = no_exception(
        groups_against(evidence, thresholds),
        N_("at least %(wanted)d\u00a0%% in every group"),
        N_("at least %(wanted)d\u00a0%% in every group (not in %(groups)s)"),
        names,
        **per_group,
    )
    refused_by_all = no_exception(
        groups_for(evidence, thresholds),
        N_("at most %(wanted)d\u00a0%% in every group"),
        N_("at most %(wanted)d\u00a0%% in every group (not in %(groups)s)"),
        names,
        **per_group,
    )
    tolerable = (spread, few_objections, none_for_group)
    possible = need(
        support.chance(thresholds.consensus) > 1 - thresholds.certainty,
        N_("enough unheard voices for it to become a consensus (%(there)d)"),
        there=support.unheard,
    )
    return (
        (Rule.AGREED, (called, nobody_against, all_answered)),
        (Rule.CONSENSUS, (at_least(thresholds.consensus, support, thresholds), all_answered, spread)),
        (Rule.BROAD, (at_least(thresholds.broad, support, thresholds), *tolerable)),
        (Rule.UNSETTLED, (so_far(thresholds.broad, support), *tolerable, possible)),
        (_divided(evidence, thresholds), (so_far(thresholds.divided, support),)),
        (Rule.REFUSED, (at_most(thresholds.rejected, support, thresholds), refused_by_all)),
        (Rule.FEW, ()),
    )


def _divided(evidence: Evidence, thresholds: Thresholds) -> Rule:
    """In what way a room is divided, if it is."""
    support = evidence.support
    if support.share >= thresholds.broad:
        return Rule.OPPOSED
    if all(sides(evidence, thresholds)):
        return Rule.BOTH_SIDES
    half_is_passed = support.chance_above(Fraction(1, 2)) >= thresholds.certainty
    return Rule.MAJORITY if half_is_passed else Rule.CONTESTED


def concerned(rule: Rule, evidence: Evidence, thresholds: Thresholds) -> tuple[str, ...]:
    """The groups that a rule speaks of."""
    if rule is Rule.TOO_FEW:
        known = {*evidence.entitled, *evidence.by_group} - {""}
        return tuple(sorted(known - heard_groups(evidence, thresholds).keys()))
    if rule is Rule.BOTH_SIDES:
        in_favour, against = sides(evidence, thresholds)
        return (*in_favour, *against)
    if rule in {Rule.OPPOSED, Rule.MAJORITY, Rule.CONTESTED}:
        return groups_against(evidence, thresholds)
    return groups_for(evidence, thresholds) if rule is Rule.FEW else ()
