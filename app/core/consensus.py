"""The status that the counts suggest to the chair, with its arithmetic in words (HOUSE-STYLE 7.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.determinations import Status
from app.core.votes import Tally, total
from app.core.words import N_, Sentence


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Every number in the rules. Shares are of the voters who did not abstain."""

    consensus: float = 0.80  # Delphi practice
    broad: float = 2 / 3  # ISO's fallback and the supermajority tradition
    group: float = 0.50  # the weakest meaning of "not against"
    divided: float = 1 / 3
    rejected: float = 0.20
    objections: float = 0.10  # open objections among voters, for broad support
    rival: float = 0.20  # support that makes a position a rival on a question
    voters: int = 5
    turnout: float = 0.10  # of the active participants
    heard: int = 2  # voters for a group to count as heard, and groups to be heard


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the counts are drawn from at one minute."""

    by_group: Mapping[str, Tally]
    open_objections: int = 0
    group_objections: int = 0  # open objections by a delegation that speaks for its group
    active: int = 0  # participants, or delegations, who may vote
    call_closed: bool = False  # it stood through a consensus call that has ended

    @property
    def tally(self) -> Tally:
        return total(self.by_group.values())


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A status for the chair to consider, and why. Never shown as the status."""

    status: Status
    reasons: tuple[Sentence, ...]


def share(tally: Tally) -> float:
    """Support as a share of those who did not abstain; 0 where nobody took a side."""
    return tally.in_favour / tally.sided if tally.sided else 0.0


def group_shares(evidence: Evidence, thresholds: Thresholds) -> dict[str, float]:
    """The share of support in each group that is heard."""
    return {key: share(tally) for key, tally in evidence.by_group.items() if tally.sided >= thresholds.heard}


def suggest(evidence: Evidence, thresholds: Thresholds = Thresholds()) -> Suggestion:
    """The first status whose rule fits: every input gets exactly one."""
    tally, groups = evidence.tally, group_shares(evidence, thresholds)
    floor = max(thresholds.voters, round(thresholds.turnout * evidence.active))
    support, lowest = share(tally), min(groups.values(), default=0.0)
    counts = _counts(tally, support)
    if tally.sided < floor:
        too_few = Sentence(
            N_("%(sided)d took a side; %(floor)d are needed before the figures say anything."),
            {"sided": tally.sided, "floor": floor},
        )
        return Suggestion(Status.FORWARD, (counts, too_few))
    if len(groups) < thresholds.heard:
        one_sided = Sentence(N_("Fewer than two groups with two voters each have spoken."), {})
        return Suggestion(Status.FORWARD, (counts, one_sided))
    status = _status(evidence, thresholds, support, lowest, groups)
    return Suggestion(status, (counts, *_reasons(evidence, groups)))


def _status(
    evidence: Evidence,
    thresholds: Thresholds,
    support: float,
    lowest: float,
    groups: Mapping[str, float],
) -> Status:
    objections = evidence.open_objections
    spread = lowest >= thresholds.group
    few_objections = (
        objections <= thresholds.objections * evidence.tally.sided and not evidence.group_objections
    )
    ladder = (
        (Status.AGREED, evidence.call_closed and not evidence.tally.against and not objections),
        (Status.CONSENSUS, support >= thresholds.consensus and not objections and spread),
        (Status.BROAD, support >= thresholds.broad and spread and few_objections),
        (Status.DIVIDED, support >= thresholds.divided),
        (Status.REJECTED, support <= thresholds.rejected and max(groups.values()) <= thresholds.group),
        (Status.MINORITY, True),
    )
    return next(status for status, holds in ladder if holds)


def suggest_on_question(
    positions: Mapping[str, Evidence],
    thresholds: Thresholds = Thresholds(),
) -> Suggestion:
    """The status of a whole proposal whose positions compete: no agreement, or what the strongest one has."""
    if not positions:
        return Suggestion(Status.FORWARD, (Sentence(N_("No position has been put forward yet.")),))
    each = {key: suggest(evidence, thresholds) for key, evidence in positions.items()}
    strong = {Status.AGREED, Status.CONSENSUS, Status.BROAD}
    rivals = [key for key, evidence in positions.items() if share(evidence.tally) >= thresholds.rival]
    tested = [key for key in rivals if each[key].status is not Status.FORWARD]
    if len(tested) >= 2 and not any(each[key].status in strong for key in tested):
        return Suggestion(
            Status.NONE,
            (
                Sentence(
                    N_("%(rivals)d positions have real support, and none has broad support."),
                    {"rivals": len(tested)},
                ),
            ),
        )
    best = max(positions, key=lambda key: (each[key].status in strong, share(positions[key].tally)))
    return each[best]


def _counts(tally: Tally, support: float) -> Sentence:
    return Sentence(
        N_("%(for)d of %(sided)d who took a side are in favour (%(percent)d %%); %(abstain)d abstain."),
        {
            "for": tally.in_favour,
            "sided": tally.sided,
            "percent": round(100 * support),
            "abstain": tally.abstain,
        },
    )


def _reasons(evidence: Evidence, groups: Mapping[str, float]) -> tuple[Sentence, ...]:
    lowest = min(groups, key=lambda key: groups[key])
    return (
        Sentence(
            N_("The group that supports it least is %(group)s, with %(percent)d %%."),
            {"group": lowest, "percent": round(100 * groups[lowest])},
        ),
        Sentence(
            N_("Open objections: %(count)d, of which on behalf of a group: %(for_groups)d."),
            {"count": evidence.open_objections, "for_groups": evidence.group_objections},
        ),
        Sentence(
            N_("It stood through a consensus call.")
            if evidence.call_closed
            else N_("It has not stood through a consensus call.")
        ),
    )
