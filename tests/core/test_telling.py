"""When a letter is due: at once, or on the morning of its reader; and how early one is reminded."""

from datetime import UTC, datetime, timedelta

import pytest

from app.core.mentions import mentioned
from app.core.telling import AHEAD, Rhythm, mail_at, next_morning, remind_at

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "zone", "morning"),
    [
        ("2026-03-02T06:59:59", "UTC", "2026-03-02T07:00"),
        ("2026-03-02T07:00:00", "UTC", "2026-03-03T07:00"),
        ("2026-03-02T12:00:00", "Asia/Tokyo", "2026-03-02T22:00"),
        ("2026-03-02T12:00:00", "America/Santiago", "2026-03-03T10:00"),
        ("2026-03-28T12:00:00", "Europe/Paris", "2026-03-29T05:00"),  # the clocks go forward that night
        ("2026-03-27T12:00:00", "Europe/Paris", "2026-03-28T06:00"),
        ("2026-10-24T12:00:00", "Europe/Paris", "2026-10-25T06:00"),  # and back
        ("2026-10-23T12:00:00", "Europe/Paris", "2026-10-24T05:00"),
        ("2026-03-02T12:00:00", "Nowhere/Land", "2026-03-03T07:00"),
    ],
)
def test_a_digest_is_written_at_seven_where_its_reader_is(at: str, zone: str, morning: str) -> None:
    expected = datetime.fromisoformat(morning).replace(tzinfo=UTC)
    assert next_morning(datetime.fromisoformat(at).replace(tzinfo=UTC), zone) == expected


@pytest.mark.parametrize(
    ("rhythm", "deadline", "when"),
    [
        (Rhythm.AT_ONCE, False, "now"),
        (Rhythm.AT_ONCE, True, "now"),
        (Rhythm.DAILY, False, "in the morning"),
        (Rhythm.DAILY, True, "now"),
        (Rhythm.DEADLINES, False, "never"),
        (Rhythm.DEADLINES, True, "now"),
        (Rhythm.NEVER, False, "never"),
        (Rhythm.NEVER, True, "never"),
    ],
)
def test_everybody_gets_the_mail_that_he_or_she_wants(rhythm: Rhythm, deadline: bool, when: str) -> None:
    expected = {"now": NOON, "in the morning": next_morning(NOON, "UTC"), "never": None}[when]
    assert mail_at(rhythm, NOON, "UTC", deadline=deadline) == expected


@pytest.mark.parametrize(("given", "ahead"), [(30, AHEAD), (4, AHEAD), (2, timedelta(days=1))])
def test_nobody_is_reminded_in_the_first_half_of_the_time(given: int, ahead: timedelta) -> None:
    until = NOON + timedelta(days=given)
    assert remind_at(NOON, until) == until - ahead


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("@Ann Example, what do you think?", {"Ann Example"}),
        ("I agree with @ann  example.", {"Ann Example"}),
        ("@Ann Example-Smith and not the other", {"Ann Example-Smith"}),
        ("@Ann Examples", set()),
        ("Ann Example was not addressed", set()),
        ("write to ann@example.org", set()),
        ("@أمينة مثال ما رأيك؟", {"أمينة مثال"}),
        ("@李明：请看", {"李明"}),
        ("@Rene\u0301 Example", {"René Example"}),
        ("@", set()),
    ],
)
def test_whoever_stands_after_an_at_sign_is_meant(text: str, meant: set[str]) -> None:
    names = ["Ann Example", "Ann Example-Smith", "أمينة مثال", "李明", "René Example", ""]
    assert mentioned(text, names) == meant
