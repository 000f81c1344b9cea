"""A harbour consultation with a draft to work on, and the people at the desk."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask

from app.chairing.actions import determine
from app.consultations.models import AgendaItem, Consultation
from app.consultations.queries import agenda, find_consultation
from app.core.determinations import Status
from app.core.roles import Role
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from app.deliberation.models import Position
from app.drafting.desk import Desk, lay_desk
from app.voting.actions import cast_vote
from tests import cast

PEOPLE = {
    "rapporteur": Role.RAPPORTEUR,
    "second": Role.RAPPORTEUR,
    "chair": Role.CHAIR,
    "participant": Role.PARTICIPANT,
    "observer": Role.OBSERVER,
}
LATER = datetime(2026, 3, 3, 9, tzinfo=UTC)
TEXTS = (
    ("Pier", "the pier should be repaired", Status.AGREED),
    ("Hours", "the harbour should stay open", Status.CONSENSUS),
    ("Tides", "the tide tables should be printed", None),
)


@pytest.fixture
def harbour(app: Flask, now: datetime) -> str:
    """The address of the consultation's draft: P1 and P2 under item 1, P3 with an objection under item 2."""
    with app.app_context(), write():
        held = cast.consultation(now, title="The harbour")
        db.session.add(AgendaItem(consultation_id=held.id, number=2, title="Tides"))
        seats = {key: cast.seat(held, key, now, role) for key, role in PEOPLE.items()}
        db.session.flush()
        items = agenda(held)
        for number, (title, text, status) in enumerate(TEXTS):
            item = items[0 if number < 2 else 1]
            proposal = table_proposal(item, seats["participant"], ProposalKind.TEXT, title, "", now)
            position = table_position(proposal, seats["participant"], text, Form.CLAUSE, now)
            if status:
                determine(seats["chair"], proposal, position, status, "So it was.", "Heard.", now)
        cast_vote(seats["participant"], position, Choice.OBJECT, now, reason="Nobody reads them.")
        return f"/consultations/{held.slug}/draft"


@pytest.fixture
def at(app: Flask, harbour: str) -> Callable[[], Desk]:
    """The desk as it is now."""

    def lay() -> Desk:
        with app.app_context():
            return lay_desk(held(harbour), LATER)

    return lay


def held(harbour: str) -> Consultation:
    return find_consultation(harbour.split("/")[2])


def change_record(app: Flask, ref: str, text: str) -> None:
    """Other words on record, as a chair's or participant's later act would bring them."""
    with app.app_context(), write():
        found = next(p for p in db.session.query(Position).all() if p.ref == ref)
        found.text = text
