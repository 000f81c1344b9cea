"""What the counts of one minute say of a position."""

from fractions import Fraction

import pytest

from app.core.evidence import Evidence, bridge
from app.core.votes import Tally


@pytest.mark.parametrize(
    ("by_group", "entitled", "reach"),
    [
        ({}, {}, Fraction(0)),
        ({"a": Tally(support=8)}, {}, Fraction(0)),  # one group bridges nothing
        ({"a": Tally(support=8), "b": Tally(support=8)}, {}, Fraction(9, 10)),
        ({"a": Tally(support=8), "b": Tally(disagree=3)}, {}, Fraction(1, 5)),
        ({"a": Tally(support=8)}, {"a": 9, "b": 4}, Fraction(1, 2)),  # the other is silent
        ({"a": Tally(support=8), "": Tally(disagree=3)}, {}, Fraction(0)),  # without a group
    ],
)
def test_support_reaches_as_far_as_the_least_favourable_group(by_group, entitled, reach):
    assert bridge(Evidence(by_group=by_group, entitled=entitled)) == reach
