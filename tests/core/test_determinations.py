"""A determination carries its reasons, and a chair is told what changed under his or her eyes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.determinations import (
    DEPARTURE_LIMIT,
    RATIONALE_LIMIT,
    Sight,
    Status,
    changes,
    check_determination,
    check_own,
)
from app.core.words import Incomplete, Refusal

SIGHT = Sight("a1", "divided", determinations=1, casts=14, objections=2, answered=1, challenges=0)


@pytest.mark.parametrize(
    ("status", "rationale", "departure", "field"),
    [
        (Status.BROAD, "", "", "rationale"),
        (Status.BROAD, " \n", "", "rationale"),
        (Status.BROAD, "x" * (RATIONALE_LIMIT + 1), "", "rationale"),
        (Status.DIVIDED, "Because.", " ", "departure"),
        (Status.DIVIDED, "Because.", "x" * (DEPARTURE_LIMIT + 1), "departure"),
    ],
)
def test_what_lacks_a_reason_is_incomplete(status, rationale, departure, field):
    with pytest.raises(Incomplete) as stopped:
        check_determination(status, Status.BROAD, rationale, departure)
    assert stopped.value.field == field


def test_a_departure_is_asked_for_only_where_there_is_one():
    check_determination(Status.BROAD, Status.BROAD, "Because.", "")
    check_determination(Status.DIVIDED, Status.BROAD, "Because.", "One group is split.")


@pytest.mark.parametrize(
    ("own", "others", "refused"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_a_chair_judges_an_own_text_only_without_a_co_chair(own, others, refused):
    if refused:
        with pytest.raises(Refusal):
            check_own(own, others)
    else:
        check_own(own, others)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"words": "b2"}, "The text is another"),
        ({"suggested": "broad"}, "now suggest another"),
        ({"determinations": 2}, "Another determination"),
        ({"casts": 17}, "Votes cast or changed: 3."),
        ({"objections": 3}, "Objections: 2 then, 3 now."),
        ({"answered": 2}, "answered or retracted"),
        ({"challenges": 1}, "was challenged"),
    ],
)
def test_a_chair_is_told_what_changed(change, words):
    told = [sentence.text % sentence.values for sentence in changes(SIGHT, replace(SIGHT, **change))]
    assert len(told) == 1
    assert words in told[0]


def test_nothing_changed_is_nothing_to_tell():
    assert changes(Sight.parse(str(SIGHT)), SIGHT) == ()


@given(st.text())
def test_what_a_page_did_not_carry_counts_as_unknown(text):
    told = changes(Sight.parse(text), SIGHT)
    assert told
