"""How people are told: at once or every morning, of everything or of deadlines; and when of a deadline."""

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from app.core.words import N_
from app.core.zones import find_zone

MORNING = time(7)  # when a digest is written, where its reader is
AHEAD = timedelta(days=2)  # how early one is reminded


class Rhythm(StrEnum):
    """What mail somebody wants."""

    AT_ONCE = "at once"
    DAILY = "daily"
    DEADLINES = "deadlines"
    NEVER = "never"


USUAL = Rhythm.DAILY

LABELS = {
    Rhythm.AT_ONCE: N_("At once"),
    Rhythm.DAILY: N_("Once a day"),
    Rhythm.DEADLINES: N_("Only deadlines"),
    Rhythm.NEVER: N_("No mail"),
}

MEANINGS = {
    Rhythm.AT_ONCE: N_("A letter for each thing, as soon as it has happened."),
    Rhythm.DAILY: N_("One letter in the morning with all that is new. Deadlines come at once."),
    Rhythm.DEADLINES: N_("What has to be done by a time, and nothing else."),
    Rhythm.NEVER: N_("What concerns you is still on the page “For you”."),
}


def mail_at(rhythm: Rhythm, at: datetime, zone: str, *, deadline: bool) -> datetime | None:
    """When somebody gets a letter about what happened at an instant; None: never."""
    if rhythm is Rhythm.NEVER or (rhythm is Rhythm.DEADLINES and not deadline):
        return None
    return at if deadline or rhythm is Rhythm.AT_ONCE else next_morning(at, zone)


def next_morning(at: datetime, zone: str) -> datetime:
    """The first morning after an instant, by the clocks of a zone."""
    there = find_zone(zone)
    day = at.astimezone(there).date()
    morning = datetime.combine(day, MORNING, there)
    if morning.astimezone(UTC) <= at:
        morning = datetime.combine(day + timedelta(days=1), MORNING, there)
    return morning.astimezone(UTC)


def remind_at(begun: datetime, until: datetime) -> datetime:
    """When to remind of a deadline: two days ahead, but not in the first half of the time that was given."""
    return max(until - AHEAD, begun + (until - begun) / 2)
