"""The states of a report: each draft that was circulated, each version, and the draft as it is now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from flask import url_for
from flask_babel import gettext as _

from app.consultations.models import Consultation
from app.core.report.document import Report
from app.core.report.record import Record
from app.core.report.seal import canonical, unseal
from app.core.report.trail import Trail
from app.drafting.desk import lay_desk
from app.publication.models import Circulation, PublishedReport
from app.publication.queries import circulations, published
from app.web.languages import day

NOW = "now"  # the key of the draft at the desk
Sealed = Circulation | PublishedReport


@dataclass(frozen=True, slots=True)
class State:
    """What a report says in one state, and what it rests on."""

    key: str
    report: Report
    record: str  # canonical JSON
    set_aside: Mapping[str, str] = field(default_factory=dict)

    @property
    def trail(self) -> Trail:
        return Trail(unseal(self.record, Record), self.report, self.set_aside)


def key_of(*, version: int = 0, number: int = 0) -> str:
    """By which addresses and wishes name a version, a circulated draft, or the draft as it is now."""
    return str(version) if version else f"c{number}" if number else NOW


def place_of(key: str) -> dict[str, int]:
    """The same as an address has it."""
    if key == NOW:
        return {}
    return {"number": int(key[1:])} if key.startswith("c") else {"version": int(key)}


def sealed_states(consultation: Consultation) -> dict[str, Sealed]:
    """All that is sealed, by its key, in the order of time."""
    found: list[Sealed] = [*circulations(consultation), *published(consultation)]
    return {_key(each): each for each in sorted(found, key=_time)}


def state_at(consultation: Consultation, key: str, now: datetime) -> State | None:
    """None where nothing is sealed under this key."""
    if key == NOW:
        desk = lay_desk(consultation, now)
        return State(key, desk.report, canonical(desk.record), desk.reasons)
    sealed = sealed_states(consultation).get(key)
    return unsealed(sealed) if sealed else None


def unsealed(sealed: Sealed) -> State:
    return State(_key(sealed), unseal(sealed.document, Report), sealed.record, sealed.set_aside)


def name_of(sealed: Sealed) -> str:
    if isinstance(sealed, Circulation):
        return _(
            "Draft %(number)s, circulated on %(day)s", number=sealed.number, day=day(sealed.circulated_at)
        )
    return _("Version %(number)s of %(day)s", number=sealed.version, day=day(sealed.published_at))


def title_of(key: str) -> str:
    """A state in few words."""
    place = place_of(key)
    if "version" in place:
        return _("Version %(number)s of the report", number=place["version"])
    return _("Draft %(number)s", number=place["number"]) if place else _("The draft as it stands now")


def file_part(key: str) -> str:
    """A state within the name of a file."""
    place = place_of(key)
    return "-".join(("report" if "version" in place else "draft", *map(str, place.values())))


def page_of(key: str, slug: str) -> str:
    """The address of the page that shows a state."""
    place = place_of(key)
    if not place:
        return url_for("drafting.preview", slug=slug)
    endpoint = "publication.show_version" if "version" in place else "circulating.show"
    return url_for(endpoint, slug=slug, **place)


def _key(sealed: Sealed) -> str:
    if isinstance(sealed, Circulation):
        return key_of(number=sealed.number)
    return key_of(version=sealed.version)


def _time(sealed: Sealed) -> datetime:
    return sealed.circulated_at if isinstance(sealed, Circulation) else sealed.published_at
