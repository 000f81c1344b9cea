"""What the votes suggest with the groups that they reveal, and with those that are too small to count."""

from dataclasses import replace
from fractions import Fraction

from app.core.evidence import DEFAULTS
from app.core.opinion.analysis import analyse
from app.core.opinion.suggested import suggested
from app.core.rules import Rule
from tests.core.opinion.rooms import camps, renumbered, table


def test_groups_that_votes_reveal_stand_on_both_sides_and_are_named() -> None:
    votes, _ = camps()
    found = suggested(analyse(votes), votes.voters)
    assert len(found) == votes.width
    both = [each for each in found if each.rule is Rule.BOTH_SIDES]
    assert both
    assert {each.groups for each in both} <= {("A", "B"), ("B", "A")}


def test_a_group_that_is_too_small_holds_nothing_back() -> None:
    votes, _ = camps()
    none_large_enough = replace(DEFAULTS, faction=Fraction(3, 4))
    found = suggested(analyse(votes), votes.voters, none_large_enough)
    assert not any(each.groups for each in found)
    assert all(each.support.heard for each in found), "and its votes count"


def test_where_votes_reveal_no_groups_none_has_to_be_heard() -> None:
    votes = table(["+-"] * 9 + ["++"])
    first, second = suggested(analyse(votes), 10)
    assert (first.rule, second.rule) == (Rule.CONSENSUS, Rule.REFUSED)
    assert suggested(analyse(votes), 1000)[0].rule is Rule.TOO_FEW, "ten of a thousand"


def test_the_same_votes_suggest_the_same_in_whatever_order_they_came() -> None:
    votes, _ = camps()
    again, _ = renumbered(votes, 7)
    before, after = (
        sorted(
            (each.rule, each.support.in_favour, each.support.against)
            for each in suggested(analyse(v), v.voters)
        )
        for v in (votes, again)
    )
    assert before == after
