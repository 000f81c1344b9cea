"""Local time and the instants it names; an hour that the clocks skip or repeat is never guessed."""

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from app.core.words import N_, Incomplete


@cache
def zone_names() -> tuple[str, ...]:
    """The time zones one can choose: UTC, then places."""
    places = sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    return ("UTC", *places)


def find_zone(name: str) -> ZoneInfo:
    """The zone with a name; UTC where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def to_instant(local: datetime, zone: str, field: str) -> datetime:
    """The instant of a local time, in UTC; Incomplete on `field` where the clocks skip or repeat it."""
    first, second = (local.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first.astimezone(UTC)
    skipped = to_local(first.astimezone(UTC), zone) != local
    raise Incomplete(
        field,
        N_("There is no %(time)s on %(day)s in %(zone)s: the clocks go forward. Choose another hour.")
        if skipped
        else N_("%(time)s comes twice on %(day)s in %(zone)s: the clocks go back. Choose another hour."),
        time=f"{local:%H:%M}",
        day=local.date().isoformat(),
        zone=zone,
    )


def to_local(instant: datetime, zone: str) -> datetime:
    """What the clocks of a zone show at an instant, without the zone."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
