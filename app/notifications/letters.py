"""What a letter about notices says: looked up at the minute at which it leaves, as a page would be."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby

from app.accounts.links import Purpose, seal
from app.consultations.models import AgendaItem
from app.core.telling import Rhythm
from app.mail.composition import Filling, Writer, domain, link
from app.mail.models import Letter
from app.notifications.entries import Entry, State, read
from app.notifications.queries import notices_by_id, rhythms

Section = tuple[AgendaItem | None, Sequence[Entry]]


def write_notice(letter: Letter, now: datetime) -> Filling | None:
    """A letter about one thing."""
    entries = _entries(letter, now)
    return _filling(letter, entries, entries[0].thread, entry=entries[0]) if entries else None


def write_digest(letter: Letter, now: datetime) -> Filling | None:
    """A letter about all that is new, by agenda item, the newest first."""
    entries = _entries(letter, now)
    return _filling(letter, entries, "digest", sections=by_item(entries)) if entries else None


WRITERS: Mapping[str, Writer] = {"notice": write_notice, "digest": write_digest}


def by_item(entries: Sequence[Entry]) -> list[Section]:
    """Some notices in the order of the agenda; first what belongs to none of its items."""

    def number(entry: Entry) -> int:
        return entry.item.number if entry.item else 0

    ordered = sorted(entries, key=number)  # keeps the newest first within
    return [(found[0].item, found) for _, group in groupby(ordered, number) if (found := list(group))]


def _entries(letter: Letter, now: datetime) -> list[Entry]:
    """What there is still to tell, newest first; nothing to whoever wants no mail any more."""
    notices = notices_by_id(letter.data["notices"])
    if not notices:
        return []
    person, held = notices[0].person, notices[0].consultation
    if rhythms([person], held)[person.id] is Rhythm.NEVER:
        return []
    entries = read(notices, now, person.timezone or held.timezone)
    return [entry for entry in entries if entry.state is State.STANDS]


def _filling(letter: Letter, entries: Sequence[Entry], thread: str, **data: object) -> Filling:
    notice = entries[0].notice
    held = notice.consultation
    token = seal(Purpose.UNSUBSCRIBE, letter.posted_at, person=notice.person.key, consultation=held.slug)
    unsubscribe = link("notices.unsubscribe", token=token)
    thread_id = f"<{held.slug}.{thread}@{domain()}>"
    return Filling(
        {
            "consultation": held.title,
            "link": link,
            "choose": link("notices.choose"),
            "unsubscribe": unsubscribe,
            **data,
        },
        {
            "List-Unsubscribe": f"<{unsubscribe}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
            "List-Id": f"<{held.slug}.{domain()}>",
            "In-Reply-To": thread_id,
            "References": thread_id,
        },
    )
