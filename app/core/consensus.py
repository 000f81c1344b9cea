"""The status that the counts suggest to the chair, with its arithmetic in words (HOUSE-STYLE 7.2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil

from app.core.determinations import Status
from app.core.texts import Kind, asks_for_a_decision
from app.core.votes import Tally, total
from app.core.words import N_, Sentence


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
    voters: int = 5
    turnout: Fraction = Fraction(1, 10)  # of the active participants
    heard: int = 2  # voters for a group to count as heard, and groups to be heard


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

    @property
    def tally(self) -> Tally:
        return total(self.by_group.values())

    @property
    def group_objections(self) -> int:
        return sum(objection.for_group for objection in self.objections)


@dataclass(frozen=True, slots=True)
class Step:
    """A status that was tried: why it fits or, where it does not, what it lacks."""

    status: Status
    fits: bool
    because: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A status for the chair to consider, and why. Never shown as the status."""

    status: Status
    reasons: tuple[Sentence, ...]  # the figures and what is worth knowing about them
    steps: tuple[Step, ...] = ()  # the statuses tried, the last of which fits


# From the weakest to the strongest; `forward` and `noted` say that nothing has been tested.
STRENGTH = (
    Status.FORWARD,
    Status.NOTED,
    Status.REJECTED,
    Status.MINORITY,
    Status.DIVIDED,
    Status.BROAD,
    Status.CONSENSUS,
    Status.AGREED,
)
_STRONG = frozenset({Status.BROAD, Status.CONSENSUS, Status.AGREED})


def share(tally: Tally) -> Fraction:
    """Support as a share of those who did not abstain; 0 where nobody took a side."""
    return Fraction(tally.in_favour, tally.sided) if tally.sided else Fraction(0)


def contest(evidence: Evidence) -> int:
    """How contested it is: the voters on the smaller side, and the objections that wait for an answer."""
    return min(evidence.tally.in_favour, evidence.tally.against) + len(evidence.objections)


def heard_groups(evidence: Evidence, thresholds: Thresholds = Thresholds()) -> dict[str, Tally]:
    """The stakeholder groups of which enough voters took a side, the least favourable first."""
    heard = {key: t for key, t in evidence.by_group.items() if key and t.sided >= thresholds.heard}
    return dict(sorted(heard.items(), key=lambda entry: (share(entry[1]), entry[0])))


def suggest(
    evidence: Evidence,
    kind: Kind = Kind.VIEW,
    thresholds: Thresholds = Thresholds(),
    group_names: Mapping[str, str] | None = None,
) -> Suggestion:
    """The first status whose conditions hold: every input gets exactly one."""
    if not asks_for_a_decision(kind):
        asks_nothing = Sentence(N_("By its kind it asks for no decision."))
        return Suggestion(Status.NOTED, (_counts(evidence.tally), asks_nothing))
    too_few = tuple(condition.words for condition in _tested(evidence, thresholds) if not condition.holds)
    if too_few:
        return Suggestion(Status.FORWARD, (_counts(evidence.tally),), (Step(Status.FORWARD, True, too_few),))
    steps: list[Step] = []
    for status, conditions in _ladder(evidence, thresholds, group_names or {}):
        lacking = tuple(condition.words for condition in conditions if not condition.holds)
        steps.append(Step(status, not lacking, lacking or tuple(c.words for c in conditions)))
        if not lacking:
            break
    status = steps[-1].status
    reasons = (_counts(evidence.tally), *_remarks(status, evidence, thresholds))
    return Suggestion(status, reasons, tuple(steps))


def suggest_on_question(
    positions: Mapping[str, Evidence],
    thresholds: Thresholds = Thresholds(),
    *,
    competing: bool = True,
    group_names: Mapping[str, str] | None = None,
) -> Suggestion:
    """The status of a whole proposal, from its positions by their refs.

    Where they compete: no agreement among rivals, or what the strongest has. A list stands as a whole only
    as far as its weakest entry.
    """
    if not positions:
        return Suggestion(Status.FORWARD, (Sentence(N_("No position has been put forward yet.")),))
    each = {ref: suggest(e, Kind.VIEW, thresholds, group_names) for ref, e in positions.items()}
    by_strength = sorted(
        positions, key=lambda ref: (STRENGTH.index(each[ref].status), share(positions[ref].tally))
    )
    if not competing:
        weakest = by_strength[0]
        which = Sentence(N_("A list stands as far as its weakest entry, which is %(ref)s."), {"ref": weakest})
        return Suggestion(each[weakest].status, (which, *each[weakest].reasons), each[weakest].steps)
    tested = [ref for ref in positions if each[ref].status is not Status.FORWARD]
    rivals = [ref for ref in tested if share(positions[ref].tally) >= thresholds.rival]
    strongest = by_strength[-1]
    if len(rivals) >= 2 and each[strongest].status not in _STRONG:
        split = Sentence(
            N_("%(count)d positions have real support, and none has broad support: %(refs)s."),
            {"count": len(rivals), "refs": tuple(rivals)},
        )
        return Suggestion(Status.NONE, (split,))
    which = Sentence(N_("The strongest position is %(ref)s."), {"ref": strongest})
    return Suggestion(each[strongest].status, (which, *each[strongest].reasons), each[strongest].steps)


@dataclass(frozen=True, slots=True)
class _Condition:
    """One thing that a status asks for: whether it is so, and in words what is wanted and what there is."""

    holds: bool
    words: Sentence


def _tested(evidence: Evidence, thresholds: Thresholds) -> tuple[_Condition, ...]:
    """What must be so before the figures say anything."""
    floor = max(thresholds.voters, ceil(thresholds.turnout * evidence.active))
    sided, heard = evidence.tally.sided, len(heard_groups(evidence, thresholds))
    return (
        _need(
            sided >= floor,
            N_("at least %(wanted)d who take a side (%(there)d did)"),
            wanted=floor,
            there=sided,
        ),
        _need(
            heard >= thresholds.heard,
            N_("at least %(wanted)d groups with %(wanted)d such voters each (%(there)d)"),
            wanted=thresholds.heard,
            there=heard,
        ),
    )


def _ladder(
    evidence: Evidence, thresholds: Thresholds, names: Mapping[str, str]
) -> tuple[tuple[Status, tuple[_Condition, ...]], ...]:
    """The statuses in the order in which they are tried, with what each asks for."""
    tally, heard = evidence.tally, heard_groups(evidence, thresholds)
    support, unanswered = share(tally), len(evidence.objections)
    least, most = next(iter(heard)), next(reversed(heard))

    def amounts(wanted: Fraction, key: str = "") -> dict[str, object]:
        counted = heard[key] if key else tally
        shown = {"wanted": round(100 * wanted), "there": counted.in_favour, "sided": counted.sided}
        return shown | ({"group": names.get(key, key)} if key else {})

    def at_least(wanted: Fraction) -> _Condition:
        text = N_("at least %(wanted)d\u00a0%% in favour (%(there)d of %(sided)d)")
        return _need(support >= wanted, text, **amounts(wanted))

    called = _need(evidence.call_closed, N_("a consensus call that has ended"))
    nobody_against = _need(not tally.against, N_("nobody against (%(there)d)"), there=tally.against)
    all_answered = _need(not unanswered, N_("no unanswered objection (%(there)d)"), there=unanswered)
    few_objections = _need(
        Fraction(unanswered, tally.sided) <= thresholds.objections,
        N_("unanswered objections from at most %(wanted)d\u00a0%% (%(there)d of %(sided)d)"),
        **amounts(thresholds.objections) | {"there": unanswered},
    )
    none_for_group = _need(
        not evidence.group_objections,
        N_("none of them on behalf of a group (%(there)d)"),
        there=evidence.group_objections,
    )
    spread = _need(
        share(heard[least]) >= thresholds.group,
        N_("at least %(wanted)d\u00a0%% in every group (fewest in %(group)s, %(there)d of %(sided)d)"),
        **amounts(thresholds.group, least),
    )
    refused = _need(
        support <= thresholds.rejected,
        N_("at most %(wanted)d\u00a0%% in favour (%(there)d of %(sided)d)"),
        **amounts(thresholds.rejected),
    )
    refused_by_all = _need(
        share(heard[most]) <= thresholds.group,
        N_("at most %(wanted)d\u00a0%% in every group (most in %(group)s, %(there)d of %(sided)d)"),
        **amounts(thresholds.group, most),
    )
    return (
        (Status.AGREED, (called, nobody_against, all_answered)),
        (Status.CONSENSUS, (at_least(thresholds.consensus), all_answered, spread)),
        (Status.BROAD, (at_least(thresholds.broad), spread, few_objections, none_for_group)),
        (Status.DIVIDED, (at_least(thresholds.divided),)),
        (Status.REJECTED, (refused, refused_by_all)),
        (Status.MINORITY, ()),
    )


def _need(holds: bool, text: str, **values: object) -> _Condition:
    return _Condition(holds, Sentence(text, values))


def _counts(tally: Tally) -> Sentence:
    if not tally.sided:
        return Sentence(N_("Nobody has taken a side yet."))
    return Sentence(
        N_(
            "%(there)d of %(sided)d who took a side are in favour (%(percent)d\u00a0%%); %(abstain)d abstain."
        ),
        {
            "there": tally.in_favour,
            "sided": tally.sided,
            "percent": round(100 * share(tally)),
            "abstain": tally.abstain,
        },
    )


def _remarks(status: Status, evidence: Evidence, thresholds: Thresholds) -> tuple[Sentence, ...]:
    """What a chair will want to know besides the status."""
    tally = evidence.tally
    if status is Status.CONSENSUS and not tally.against and not evidence.call_closed:
        return (Sentence(N_("Nobody is against it: a consensus call would show whether it is agreed.")),)
    if status is Status.DIVIDED:
        if share(tally) >= thresholds.broad:
            return (Sentence(N_("There is strong support, but significant opposition.")),)
        if tally.in_favour > tally.against:
            return (Sentence(N_("A majority is in favour.")),)
        return (Sentence(N_("There is no majority in favour.")),)
    return ()
