"""The consultations that somebody may know of, on the shelves of the first page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.accounts.models import Person
from app.consultations.models import Consultation
from app.consultations.queries import seated, visible_to
from app.core.phases import UNDER_WAY, Phase
from app.core.words import N_

OWN_ORDER = (Phase.OPEN, Phase.CALL, Phase.DRAFT, Phase.CLOSED, Phase.REPORTED)
FIRST = 20  # of those that are over; the others on demand


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some consultations under one title, each with the phase that holds."""

    title: str
    consultations: Sequence[tuple[Consultation, Phase]]


def shelves(person: Person | None, now: datetime) -> list[Shelf]:
    """Your own first, then what is open now, then what is over; each consultation once, no shelf empty."""
    mine = seated(person) if person else set()
    found = [(consultation, consultation.phase_at(now)) for consultation in visible_to(person)]
    own = [pair for pair in found if pair[0].id in mine]
    others = [pair for pair in found if pair[0].id not in mine]
    filled = (
        Shelf(N_("Your consultations"), sorted(own, key=lambda pair: OWN_ORDER.index(pair[1]))),
        Shelf(N_("Open now"), [pair for pair in others if pair[1] in UNDER_WAY]),
        Shelf(
            N_("Closed and reported"),
            sorted((pair for pair in others if pair[1] not in UNDER_WAY), key=_end, reverse=True),
        ),
    )
    return [shelf for shelf in filled if shelf.consultations]


def _end(pair: tuple[Consultation, Phase]) -> datetime:
    consultation, _ = pair
    held = consultation.held_on
    return consultation.ended_at or (
        datetime(held.year, held.month, held.day, tzinfo=UTC) if held else consultation.created_at
    )
