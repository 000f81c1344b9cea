"""What the counts suggest: the worked examples of the rules, and what holds for every input."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.consensus import Suggestion, suggest, suggest_on_question
from app.core.determinations import Status
from app.core.evidence import Evidence, Thresholds, Unanswered, heard_groups
from app.core.rules import STATUS, strength
from app.core.texts import Kind
from app.core.votes import Tally


def room(*tallies: Tally, objections: int = 0, for_group: int = 0, **others) -> Evidence:
    """Evidence with one tally a group: "a", "b", …"""
    opened = [Unanswered("a")] * (objections - for_group) + [Unanswered("a", for_group=True)] * for_group
    by_group = dict(zip("abcdefgh", tallies, strict=False))
    return Evidence(by_group=by_group, objections=tuple(opened), **others)


def says(suggestion: Suggestion, text: str) -> bool:
    told = [*suggestion.reasons, *(words for step in suggestion.steps for words in step.because)]
    return any(text in sentence.plain() for sentence in told)


WORKED = {
    "nobody is against and the call is closed": (
        room(Tally(support=10, abstain=2), Tally(accept=6), call_closed=True),
        Status.AGREED,
        "a consensus call that has ended",
    ),
    "the same before the call": (
        room(Tally(support=10, abstain=2), Tally(accept=6)),
        Status.CONSENSUS,
        "Nearly all are in favour",
    ),
    "one open objection among 22": (
        room(Tally(support=10), Tally(support=11, object=1), objections=1),
        Status.BROAD,
        "no unanswered objection (1)",
    ),
    "that objection answered and set aside": (
        room(Tally(support=10), Tally(support=11, object=1)),
        Status.CONSENSUS,
        "21 of 22",
    ),
    "all five of one group against, one with a mandate, 19 others for": (
        room(Tally(disagree=4, object=1), Tally(support=10), Tally(support=9), objections=1, for_group=1),
        Status.DIVIDED,
        "strong support, but significant opposition",
    ),
    "15 for, 11 against, across groups": (
        room(Tally(support=8, disagree=5), Tally(support=7, disagree=6)),
        Status.DIVIDED,
        "A majority is in favour",
    ),
    "2 for, 5 against": (
        room(Tally(support=1, disagree=3), Tally(support=1, disagree=2)),
        Status.MINORITY,
        "2 of 7",
    ),
    "2 for, 22 against": (
        room(Tally(support=1, disagree=11), Tally(support=1, disagree=11)),
        Status.REJECTED,
        "2 of 24",
    ),
    "3 views of 40": (
        room(Tally(support=2), Tally(support=1), active=40),
        Status.FORWARD,
        "at least 5 who take a side (3 did)",
    ),
}


@pytest.mark.parametrize(("evidence", "status", "words"), WORKED.values(), ids=WORKED)
def test_the_worked_examples(evidence: Evidence, status: Status, words: str) -> None:
    suggestion = suggest(evidence)
    assert suggestion.status is status
    assert says(suggestion, words)


EDGES = {
    "exactly four fifths is enough": (room(Tally(support=4), Tally(support=4, disagree=2)), Status.CONSENSUS),
    "exactly two thirds is enough": (
        room(Tally(support=3, disagree=1), Tally(support=3, disagree=2)),
        Status.BROAD,
    ),
    "exactly a third is enough": (
        room(Tally(support=1, disagree=2), Tally(support=1, disagree=2)),
        Status.DIVIDED,
    ),
    "exactly a fifth is refused": (
        room(Tally(support=1, disagree=4), Tally(support=1, disagree=4)),
        Status.REJECTED,
    ),
    "a fifth, but one group wants it": (
        room(Tally(support=2), Tally(disagree=4), Tally(disagree=4)),
        Status.MINORITY,
    ),
    "half of a group is not against": (
        room(Tally(support=1, disagree=1), Tally(support=8)),
        Status.CONSENSUS,
    ),
    "a tenth of objections is few": (
        room(Tally(support=5), Tally(support=4, object=1), objections=1),
        Status.BROAD,
    ),
    "one for a group is too many": (
        room(Tally(support=5), Tally(support=4, object=1), objections=1, for_group=1),
        Status.DIVIDED,
    ),
    "a tenth of 41 is more than four": (room(Tally(support=2), Tally(support=2), active=41), Status.FORWARD),
    "a tenth of 70 is seven": (room(Tally(support=4), Tally(support=3), active=70), Status.BROAD),
    "a tenth of 71 is more than seven": (room(Tally(support=4), Tally(support=3), active=71), Status.FORWARD),
    "one group alone is not spread": (room(Tally(support=30), Tally(support=1)), Status.FORWARD),
    "those without a group are no group": (
        Evidence(by_group={"": Tally(support=9), "a": Tally(support=9)}),
        Status.FORWARD,
    ),
    "abstentions are nobody's side": (room(Tally(support=2, abstain=40), Tally(support=2)), Status.FORWARD),
    "nobody spoke": (Evidence(), Status.FORWARD),
}


@pytest.mark.parametrize(("evidence", "status"), EDGES.values(), ids=EDGES)
def test_the_edges_are_exact(evidence: Evidence, status: Status) -> None:
    assert suggest(evidence).status is status


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.VIEW])
def test_what_asks_for_no_decision_is_noted(kind: Kind) -> None:
    assert suggest(room(Tally(support=9), Tally(support=9)), kind).status is Status.NOTED


WANTED = Evidence(by_group={"a": Tally(support=4, disagree=1), "b": Tally(support=5)})
SPLIT = Evidence(by_group={"a": Tally(support=3, disagree=2), "b": Tally(disagree=5, support=3)})
UNHEARD = Evidence(by_group={"a": Tally(support=1)})
REFUSED = Evidence(by_group={"a": Tally(disagree=9), "b": Tally(disagree=9)})
QUESTIONS = {
    "two rivals, neither broadly supported": ([SPLIT, SPLIT, UNHEARD], True, Status.NONE),
    "one of them wins": ([SPLIT, WANTED, SPLIT], True, Status.CONSENSUS),
    "one view, and one that nobody wants": ([SPLIT, REFUSED], True, Status.DIVIDED),
    "one voice does not outrank a tested position": ([UNHEARD, SPLIT], True, Status.DIVIDED),
    "nobody has spoken": ([UNHEARD, UNHEARD], True, Status.FORWARD),
    "no positions": ([], True, Status.FORWARD),
    "a list is as strong as its weakest entry": ([WANTED, SPLIT], False, Status.DIVIDED),
    "a list with an untested entry": ([WANTED, UNHEARD], False, Status.FORWARD),
}


@pytest.mark.parametrize(("positions", "competing", "status"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_whole_proposal(positions: list[Evidence], competing: bool, status: Status) -> None:
    by_ref = {f"P1.{number}": evidence for number, evidence in enumerate(positions, 1)}
    assert suggest_on_question(by_ref, competing=competing).status is status


counts = st.integers(0, 12)
tallies = st.builds(Tally, counts, counts, counts, counts, counts)
evidences = st.builds(
    Evidence,
    by_group=st.dictionaries(st.sampled_from(["", "a", "b", "c", "d", "e"]), tallies),
    objections=st.lists(
        st.builds(Unanswered, st.sampled_from(["", "a", "b"]), st.booleans()), max_size=6
    ).map(tuple),
    active=st.integers(0, 200),
    call_closed=st.booleans(),
)


@given(evidences, st.sampled_from(Kind))
def test_every_input_has_exactly_one_status(evidence: Evidence, kind: Kind) -> None:
    suggestion = suggest(evidence, kind)
    assert suggestion.status is STATUS[suggestion.rule]
    assert suggestion.reasons
    assert [step.fits for step in suggestion.steps] == [False] * (len(suggestion.steps) - 1) + [True] * bool(
        suggestion.steps
    )
    for sentence in (*suggestion.reasons, *(words for step in suggestion.steps for words in step.because)):
        assert sentence.plain()


@given(evidences, st.sampled_from(["", "a", "b", "c"]), st.sampled_from([Tally(support=1), Tally(accept=1)]))
def test_more_support_never_makes_it_weaker(evidence: Evidence, group: str, vote: Tally) -> None:
    before = suggest(evidence).rule
    more = dict(evidence.by_group)
    more[group] = more.get(group, Tally()) + vote
    after = suggest(replace(evidence, by_group=more)).rule
    assert strength(after) >= strength(before)


@given(evidences, st.randoms(use_true_random=False))
def test_the_order_of_groups_and_objections_changes_nothing(evidence: Evidence, random) -> None:
    groups, objections = list(evidence.by_group.items()), list(evidence.objections)
    random.shuffle(groups)
    random.shuffle(objections)
    shuffled = replace(evidence, by_group=dict(groups), objections=tuple(objections))
    assert suggest(shuffled) == suggest(evidence)


@given(evidences, st.permutations(["a", "b", "c", "d", "e"]))
def test_no_group_weighs_more_than_another(evidence: Evidence, names: list[str]) -> None:
    renamed = dict(zip("abcde", names, strict=True)) | {"": ""}
    by_group = {renamed[key]: tally for key, tally in evidence.by_group.items()}
    assert suggest(replace(evidence, by_group=by_group)).status is suggest(evidence).status


def test_the_least_favourable_group_comes_first() -> None:
    evidence = room(
        Tally(support=3), Tally(support=1, disagree=2), Tally(support=1, disagree=1), Tally(support=1)
    )
    assert list(heard_groups(evidence)) == ["b", "c", "a"]


def test_thresholds_are_settings() -> None:
    strict = Thresholds(consensus=Fraction(19, 20))
    evidence = room(Tally(support=9, disagree=1), Tally(support=9, disagree=1))
    assert suggest(evidence).status is Status.CONSENSUS
    assert suggest(evidence, thresholds=strict).status is Status.BROAD
