"""Without public names a breakdown by group never tells how one or two people voted."""

import pytest

from app.core.votes import Tally, shown_breakdown

ONE, TWO, THREE, MANY = Tally(object=1), Tally(support=2), Tally(accept=3), Tally(support=9)
NOBODY = Tally()


@pytest.mark.parametrize(
    ("by_group", "withheld"),
    [
        ({"a": THREE, "b": MANY}, set()),
        ({"a": ONE, "b": TWO, "c": MANY}, {"a", "b"}),
        ({"a": ONE, "b": MANY, "c": THREE}, {"a", "c"}),  # else `a` could be had by subtraction
        ({"a": NOBODY, "b": TWO, "c": MANY}, {"b", "c"}),
        ({"a": ONE}, {"a"}),
        ({}, set()),
    ],
)
def test_a_group_of_one_or_two_is_withheld_and_cannot_be_had_by_subtraction(by_group, withheld):
    shown = shown_breakdown(by_group, names_public=False)
    assert {group for group, tally in shown.items() if tally is None} == withheld
    assert shown_breakdown(by_group, names_public=True) == by_group
