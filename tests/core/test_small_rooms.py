"""Every small room gets one status, and it is the one that plain shares give where all have spoken."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.consensus import suggest
from app.core.determinations import Status
from app.core.evidence import DEFAULTS, Evidence, Thresholds, Unanswered
from app.core.rules import STATUS, Rule, strength
from app.core.votes import Tally
from tests.core.test_consensus import evidences

SIDES = [(a, d) for a in range(7) for d in range(7 - a)]  # up to six voices of a group
OBJECTED = ((), (Unanswered("a"),), (Unanswered("a", True),))


def rooms(groups: int) -> Iterator[Evidence]:
    """All rooms of some groups, in one order of the groups."""
    for cells in combinations_with_replacement(SIDES, groups):
        yield Evidence({key: Tally(support=a, disagree=d) for key, (a, d) in zip("abc", cells, strict=False)})


def with_silence(room: Evidence, silent: int) -> Evidence:
    """The same room with so many more in each group who have not spoken."""
    entitled = {key: tally.voters + silent for key, tally in room.by_group.items()}
    return replace(room, entitled=entitled, active=sum(entitled.values()))


def by_plain_shares(room: Evidence) -> Status:
    """The table of statuses, read as it is written, for a room where all have spoken and nobody abstains."""
    tally, unanswered = room.tally, len(room.objections)
    shares = [Fraction(t.in_favour, t.sided) for t in room.by_group.values() if t.sided >= 2]
    if tally.sided < 5 or len(shares) < 2:
        return Status.FORWARD
    share = Fraction(tally.in_favour, tally.sided)
    if room.call_closed and not tally.against and not unanswered:
        return Status.AGREED
    if share >= Fraction(4, 5) and not unanswered and min(shares) >= Fraction(1, 2):
        return Status.CONSENSUS
    few = unanswered <= Fraction(tally.sided, 10) and not room.group_objections
    if share >= Fraction(2, 3) and min(shares) >= Fraction(1, 2) and few:
        return Status.BROAD
    if share >= Fraction(1, 3):
        return Status.DIVIDED
    refused = share <= Fraction(1, 5) and max(shares) <= Fraction(1, 2)
    return Status.REJECTED if refused else Status.MINORITY


@pytest.mark.parametrize("groups", [2, 3])
def test_where_all_have_spoken_plain_shares_decide(groups: int) -> None:
    for room in rooms(groups):
        for objections, called in ((OBJECTED[0], True), *((objected, False) for objected in OBJECTED)):
            evidence = replace(room, objections=objections, call_closed=called)
            assert suggest(evidence).status is by_plain_shares(evidence), evidence


@pytest.mark.parametrize("groups", [2, 3])
@pytest.mark.parametrize("silent", [0, 1, 4])
def test_every_room_gets_one_rule_and_more_support_no_weaker_one(groups: int, silent: int) -> None:
    for room in (with_silence(each, silent) for each in rooms(groups)):
        found = suggest(room)
        assert found.status is STATUS[found.rule]
        assert [step.fits for step in found.steps].count(True) == (1 if found.steps else 0)
        if silent and groups == 2:
            for group, tally in room.by_group.items():
                more = replace(room, by_group={**room.by_group, group: tally + Tally(support=1)})
                assert strength(suggest(more).rule) >= strength(found.rule), room


def test_every_rule_can_fire() -> None:
    fired = {
        suggest(replace(with_silence(room, silent), call_closed=called)).rule
        for room in rooms(3)
        for silent, called in ((0, False), (2, False), (0, True))
    }
    assert fired == set(Rule) - {Rule.NOTHING_ASKED}


def test_what_everybody_supports_is_a_consensus_however_small_its_groups() -> None:
    for sizes in product(range(1, 5), range(1, 5), range(5)):
        room = Evidence({key: Tally(support=size) for key, size in zip("abc", sizes, strict=True) if size})
        assert suggest(with_silence(room, 0)).status is Status.CONSENSUS, sizes


def test_a_room_whose_halves_mirror_each_other_is_divided() -> None:
    for a, d in SIDES:
        room = Evidence({"a": Tally(support=a, disagree=d), "b": Tally(support=d, disagree=a)})
        expected = Status.DIVIDED if a + d > 2 else Status.FORWARD
        assert suggest(room).status is expected
        if max(a, d) > 3 and a != d:
            assert suggest(room).rule is Rule.BOTH_SIDES
            assert set(suggest(room).groups) == {"a", "b"}


def test_a_room_without_groups_needs_none() -> None:
    held = Evidence({"": Tally(support=9, disagree=1)}, active=10, entitled={"": 10})
    assert suggest(held).status is Status.CONSENSUS
    assert suggest(replace(held, entitled={})).status is Status.FORWARD, "where groups are not known"


def test_one_voice_is_no_agreement() -> None:
    alone = Evidence({"a": Tally(support=1)}, active=1, entitled={"a": 1})
    assert suggest(alone).rule is Rule.TOO_FEW


def test_few_voices_of_many_settle_nothing_and_condemn_nothing() -> None:
    few = Evidence({"a": Tally(support=3, disagree=1), "b": Tally(support=4)}, active=80)
    assert suggest(few).rule is Rule.UNSETTLED
    many = Evidence({"a": Tally(support=3000, disagree=1000), "b": Tally(support=4000)}, active=80_000)
    assert suggest(many).status is Status.CONSENSUS
    split = Evidence(
        {"a": Tally(support=3400, disagree=1600), "b": Tally(support=3290, disagree=1710)}, active=80_000
    )
    assert suggest(split).rule is Rule.OPPOSED, "ten thousand have shown that there is opposition"


procedures = st.builds(
    Thresholds,
    group=st.sampled_from([Fraction(1, 4), Fraction(1, 2), Fraction(3, 5), Fraction(4, 5)]),
    certainty=st.sampled_from([Fraction(1, 2), Fraction(3, 4), Fraction(9, 10), Fraction(99, 100)]),
    voters=st.integers(1, 9),
    turnout=st.sampled_from([Fraction(0), Fraction(1, 10), Fraction(1, 2)]),
    heard=st.integers(1, 4),
    groups=st.integers(1, 3),
)
KEYS = st.sampled_from(["", "a", "b", "c"])


@given(evidences, procedures, KEYS, st.dictionaries(KEYS, st.integers(0, 12)), st.booleans())
def test_under_any_procedure_more_support_is_never_weaker(evidence, procedure, group, entitled, won) -> None:
    evidence = replace(evidence, entitled=entitled)
    tally = evidence.tally_of(group)
    change = Tally(support=1)
    if won and tally.disagree + tally.abstain:
        change += Tally(disagree=-1) if tally.disagree else Tally(abstain=-1)
    more = replace(evidence, by_group={**evidence.by_group, group: tally + change})
    before, after = (suggest(each, thresholds=procedure).rule for each in (evidence, more))
    assert strength(after) >= strength(before)


def test_the_certainty_is_a_setting() -> None:
    room = Evidence({"a": Tally(support=5, disagree=1), "b": Tally(support=3)}, active=24)
    assert [
        suggest(room, thresholds=replace(DEFAULTS, certainty=sure)).rule
        for sure in (Fraction(1, 2), Fraction(9, 10), Fraction(99, 100))
    ] == [Rule.CONSENSUS, Rule.BROAD, Rule.UNSETTLED]
