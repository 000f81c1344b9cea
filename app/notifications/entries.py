"""What a notice says to its reader at this minute: nothing of what may no longer be read."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from flask_babel import gettext

from app.consultations.models import AgendaItem, Seat
from app.core.words import Sentence
from app.db import db
from app.notifications.acts import ACTS
from app.notifications.deadlines import DEADLINES
from app.notifications.kinds import DeadlineKind, Kind
from app.notifications.matters import Matter, find_subject, look
from app.notifications.models import Notice
from app.web.languages import day, in_zone, say

QUOTED = 300  # characters

KINDS: dict[str, Kind] = {kind.name: kind for kind in (*ACTS, *DEADLINES)}


class State(StrEnum):
    """Whether there is still something to be told."""

    STANDS = "stands"
    SETTLED = "settled"  # a reminder that has been answered, or whose time has passed
    WITHHELD = "withheld"  # hidden, deleted or taken back


@dataclass(frozen=True, slots=True)
class Entry:
    """One notice, read."""

    notice: Notice
    state: State
    kind: Kind | None = None
    matter: Matter | None = None
    zone: str = "UTC"

    @property
    def item(self) -> AgendaItem | None:
        return self.matter.item if self.matter else None

    @property
    def says(self) -> str:
        """The sentence, in the reader's language and by his or her clock."""
        if self.state is State.WITHHELD:
            return gettext("This can no longer be read.")
        told = {name: self._told(value) for name, value in self.matter.values.items()}
        return say(Sentence(self.kind.says, told))

    def address(self, build: Callable[..., str]) -> str:
        """Where it stands, as `build(endpoint, **values)` spells addresses; empty where nothing does."""
        if self.state is State.WITHHELD:
            return ""
        if self.kind.leads:
            return build(self.kind.leads, slug=self.notice.consultation.slug)
        path = build(self.matter.page, slug=self.notice.consultation.slug, **self.matter.place)
        return f"{path}#{self.matter.anchor}" if self.matter.anchor else path

    @property
    def thread(self) -> str:
        """What it belongs to, in a word: the proposal or outcome, else the consultation."""
        return re.split(r"[./]", str(self.matter.values.get("ref", "")))[0] or "all"

    @property
    def words(self) -> str:
        return self._shown(self.matter.words if self.matter else "")

    @property
    def answer(self) -> str:
        return self._shown(self.matter.answer if self.matter else "")

    @property
    def by(self) -> str:
        return self.matter.by if self._quotes and not self.kind.leads else ""

    @property
    def _quotes(self) -> bool:
        return self.state is not State.WITHHELD and not self.kind.hidden

    def _shown(self, text: str) -> str:
        plain = " ".join(text.split()) if self._quotes else ""
        return plain if len(plain) <= QUOTED else f"{plain[: QUOTED - 1].rstrip()}…"

    def _told(self, value: object) -> object:
        if isinstance(value, datetime):
            return " / ".join(dict.fromkeys(in_zone(value, zone) for zone in (self.zone, "UTC")))
        return day(value) if isinstance(value, date) else "" if value is None else value


def read(notices: Iterable[Notice], now: datetime, zone: str) -> list[Entry]:
    """Some notices as their reader may see them now."""
    return [_read(notice, now, zone) for notice in notices]


def _read(notice: Notice, now: datetime, zone: str) -> Entry:
    kind, subject = KINDS.get(notice.kind), find_subject(notice.subject)
    if kind is None or subject is None:
        return Entry(notice, State.WITHHELD)
    matter = look(subject)
    if matter.gone and not kind.hidden:
        return Entry(notice, State.WITHHELD)
    state = State.STANDS
    if isinstance(kind, DeadlineKind) and not kind.passed:
        until = kind.until(subject)
        waits = until and now < until and _is_concerned(notice, kind, subject)
        state = State.STANDS if waits else State.SETTLED
    return Entry(notice, state, kind, matter, zone)


def _is_concerned(notice: Notice, kind: Kind, subject: object) -> bool:
    """Whether the reader still belongs to those whom a reminder is for."""
    own = (Seat.consultation_id == notice.consultation_id) & (Seat.person_id == notice.person_id)
    return bool(db.session.scalar(sa.select(sa.exists().where(own, kind.to(subject)))))
