"""Local time and instants: what one types comes back as one typed it, or is asked about."""

from datetime import UTC, datetime, timedelta

import pytest

from app.core.words import Incomplete
from app.core.zones import to_instant, to_local, zone_names


@pytest.mark.parametrize("zone", zone_names()[::9])
def test_every_hour_of_the_years_comes_back_or_is_asked_about(zone):
    local, asked = datetime(2024, 1, 1, 0, 30), 0  # noqa: DTZ001 - a wall clock has no zone
    while local.year < 2027:
        try:
            assert to_local(to_instant(local, zone, "closes_at"), zone) == local
        except Incomplete:
            asked += 1
        local += timedelta(hours=1)
    assert asked <= 3 * 4  # two changes a year, and the year in which a zone changes its mind


def test_zurich_in_winter_and_in_summer():
    assert to_instant(datetime(2026, 1, 15, 18, 0), "Europe/Zurich", "x") == datetime(  # noqa: DTZ001
        2026, 1, 15, 17, 0, tzinfo=UTC
    )
    assert to_instant(datetime(2026, 7, 15, 18, 0), "Europe/Zurich", "x") == datetime(  # noqa: DTZ001
        2026, 7, 15, 16, 0, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("local", "zone", "word"),
    [
        (datetime(2026, 3, 29, 2, 0), "Europe/Zurich", "no 02:00"),  # noqa: DTZ001
        (datetime(2026, 3, 29, 2, 59), "Europe/Zurich", "no 02:59"),  # noqa: DTZ001
        (datetime(2026, 10, 25, 2, 0), "Europe/Zurich", "02:00 comes twice"),  # noqa: DTZ001
        (datetime(2026, 4, 5, 1, 45), "Australia/Lord_Howe", "01:45 comes twice"),  # noqa: DTZ001 half an hour
        (datetime(2011, 12, 30, 12, 0), "Pacific/Apia", "no 12:00"),  # noqa: DTZ001 a day left out
    ],
)
def test_an_hour_that_is_skipped_or_repeated_is_asked_about(local, zone, word):
    with pytest.raises(Incomplete, match=word):
        to_instant(local, zone, "closes_at")


@pytest.mark.parametrize(
    "local",
    [datetime(2026, 3, 29, 1, 59), datetime(2026, 3, 29, 3, 0), datetime(2026, 10, 25, 3, 0)],  # noqa: DTZ001
)
def test_the_minute_beside_it_is_not(local):
    assert to_local(to_instant(local, "Europe/Zurich", "x"), "Europe/Zurich") == local
