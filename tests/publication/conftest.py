"""A consultation that is closed, with people in every role, and what one does with its draft."""

import html
import re
from datetime import datetime, timedelta

import pytest
from flask import Flask

from app.accounts.models import Account, Person
from app.core.phases import Phase
from app.core.roles import SEATED, Role
from app.db import db, write
from app.mail.composition import compose
from app.publication.models import Circulation
from app.web import clock
from tests import cast
from tests.sweeps.conftest import furnish, set_phase

FORUM = "p1-1"  # the item of the report that tells the first position
SENTENCE = "The name should be Forum"


class Procedure:
    """The draft of one consultation, and the requests by which people work on it."""

    def __init__(self, app: Flask, slug: str) -> None:
        self.app, self.slug = app, slug
        self.root = f"/consultations/{slug}"
        self.draft = f"{self.root}/report/drafts/1"

    def by(self, role: Role | str | None) -> cast.Visitor:
        return cast.visitor(self.app, role)

    def circulate(self, *, days: int = 3, message: str = "", by: Role = Role.RAPPORTEUR):
        closes = f"{clock.now() + timedelta(days=days):%Y-%m-%dT%H:%M}"
        return self.by(by).post(f"{self.root}/circulate", {"closes_at": closes, "message": message})

    def correct(self, text: str, *, reason: str = "It was said so.", by: str = Role.PARTICIPANT, block=FORUM):
        return self.by(by).post(f"{self.draft}/paragraphs/{block}", {"text": text, "reason": reason})

    def answer(self, number: int, state: str, *, text="", answer="", seen=None, by=Role.RAPPORTEUR):
        visitor, address = self.by(by), f"{self.draft}/corrections/{number}"
        seen = visitor.hidden(address, "seen") if seen is None else seen
        return visitor.post(address, {"state": state, "text": text, "answer": answer, "seen": seen})

    def digest_of(self, block: str = "", by: Role = Role.CHAIR) -> str:
        """What the button of the page sends along: the words as the chair sees them."""
        page = self.by(by).get(f"{self.root}/approval").text
        action = f"{self.root}/approval/{block}" if block else ""
        button = (
            rf'formaction="{action}" name="words" value="(\w+)"'
            if block
            else r'<button name="words" value="(\w+)"'
        )
        return re.search(button, page)[1]

    def approve(self, block: str = ""):
        address = f"{self.root}/approval/{block}" if block else f"{self.root}/approval"
        return self.by(Role.CHAIR).post(address, {"words": self.digest_of(block)})

    def publish(self, corrects: str = "", by: Role = Role.RAPPORTEUR):
        return self.by(by).post(f"{self.root}/publish", {"corrects": corrects})

    def end_circulation(self, number: int = 1) -> None:
        """As if its time had run out this very second."""
        with self.app.app_context(), write():
            db.session.query(Circulation).filter_by(number=number).one().closes_at = clock.now()

    def told(self, kind: str) -> list[str]:
        """Who is told of something, by role."""
        return sorted(notice.person.key for notice in cast.told(self.app, clock.now(), kind))

    def mail(self, at: datetime | None = None) -> dict[str, str]:
        """The texts of the last letters that have been posted by an instant, by their addresses."""
        at = at or clock.now() + timedelta(minutes=1)
        cast.listen(self.app, at)
        waiting = cast.letters(self.app)
        with self.app.app_context():
            return {
                letter.address: compose(letter, at).get_body(("plain",)).get_content() for letter in waiting
            }

    def read(self, address: str, by: Role | str | None = None) -> str:
        return html.unescape(self.by(by).get(address).text)


@pytest.fixture
def procedure(app: Flask, now: datetime) -> Procedure:
    slug = furnish(app, now, circulated=False)
    set_phase(app, slug, Phase.CLOSED)
    with app.app_context(), write():
        for role in SEATED:
            someone = db.session.query(Person).filter_by(key=role.value).one()
            db.session.add(
                Account(
                    person=someone,
                    email=f"{role.value}@example.org",
                    password_hash="",
                    stamp="",
                    created_at=now,
                )
            )
    cast.listen(app, clock.now())
    return Procedure(app, slug)


@pytest.fixture
def circulated(procedure: Procedure) -> Procedure:
    assert procedure.circulate().status_code == 303
    return procedure
