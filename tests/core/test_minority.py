"""Until when one may dissent, and as whom."""

from datetime import UTC, datetime, timedelta

import pytest

from app.core.determinations import Status
from app.core.minority import (
    ANSWERABLE,
    LONGEST_TIME,
    STATEMENT_LIMIT,
    Naming,
    check_deadline,
    check_naming,
    check_statement,
    deadline,
)
from app.core.words import Incomplete

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
UNTIL = AT + timedelta(days=40)


@pytest.mark.parametrize(
    ("days", "until", "expected"),
    [(None, None, None), (14, None, AT + timedelta(days=14)), (None, UNTIL, UNTIL)],
)
def test_the_time_ends_after_some_days_at_a_date_or_with_publication(days, until, expected) -> None:
    assert deadline(AT, days, until) == expected


def test_nobody_dissents_from_what_all_agreed_or_nobody_decided() -> None:
    assert set(Status) - ANSWERABLE == {Status.AGREED, Status.FORWARD, Status.NOTED}


@pytest.mark.parametrize(
    ("days", "until", "field"),
    [
        (7, UNTIL, "statements_until"),
        (0, None, "statement_days"),
        (-1, None, "statement_days"),
        (LONGEST_TIME + 1, None, "statement_days"),
    ],
)
def test_a_deadline_that_cannot_be_is_refused_beside_its_field(days, until, field) -> None:
    with pytest.raises(Incomplete) as lack:
        check_deadline(days, until)
    assert lack.value.field == field


@pytest.mark.parametrize(("days", "until"), [(None, None), (1, None), (LONGEST_TIME, None), (None, UNTIL)])
def test_a_deadline_that_can_be_is_taken(days, until) -> None:
    check_deadline(days, until)


@pytest.mark.parametrize("text", ["", " \n ", "x" * (STATEMENT_LIMIT + 1)])
def test_a_statement_says_something_and_not_too_much(text) -> None:
    with pytest.raises(Incomplete):
        check_statement(text)


def test_a_statement_of_just_the_limit_is_taken() -> None:
    check_statement("x" * STATEMENT_LIMIT)


@pytest.mark.parametrize(
    ("naming", "for_group", "may_be_named", "taken"),
    [
        (Naming.NAMED, False, True, True),
        (Naming.NAMED, False, False, False),
        (Naming.GROUP, True, True, True),
        (Naming.GROUP, False, True, False),
        (Naming.UNNAMED, False, False, True),
    ],
)
def test_nobody_is_named_without_consent_nor_as_a_group_without_mandate(
    naming, for_group, may_be_named, taken
) -> None:
    if taken:
        check_naming(naming, speaks_for_group=for_group, may_be_named=may_be_named)
    else:
        with pytest.raises(Incomplete):
            check_naming(naming, speaks_for_group=for_group, may_be_named=may_be_named)
