"""What somebody has at stake is declared, stands beside the name and beside what he or she determines."""

import pytest

from app.chairing.actions import determine
from app.consultations.models import Seat
from app.consultations.queries import agenda
from app.core.determinations import Status
from app.core.phases import Phase
from app.core.roles import Role
from app.core.texts import Form, ProposalKind
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from app.ledger.models import Event
from tests import cast

STAKE = "My company builds gates."


@pytest.fixture
def room(app, now):
    with app.app_context(), write():
        held = cast.consultation(now)
        ada = cast.seat(held, "ada", now, delegation=cast.delegation(held, "Northland"))
        chen = cast.seat(held, "chen", now, Role.CHAIR)
        cast.seat(held, "otto", now, Role.OBSERVER)
        proposal = table_proposal(agenda(held)[0], ada, ProposalKind.TEXT, "The gate", "", now)
        position = table_position(proposal, ada, "the gate should open", Form.CLAUSE, now)
        determine(chen, proposal, position, Status.FORWARD, "Heard.", "", now)
        return f"/consultations/{held.slug}"


def acts(app) -> list[str]:
    with app.app_context():
        events = db.session.query(Event).order_by(Event.id)
        return [event.act for event in events if event.subject.startswith("interest:")]


def test_an_interest_is_declared_shown_and_taken_back(app, room) -> None:
    chen, reader = cast.visitor(app, "chen"), cast.visitor(app)
    assert "Declare an interest" in chen.get(f"{room}/participants").text
    lacking = chen.post(f"{room}/interests", {"text": " ", "item": "1"})
    assert lacking.status_code == 422
    assert chen.post(f"{room}/interests", {"text": STAKE, "item": "1"}).status_code == 303
    page = "/proposals/1/positions/1/determination"
    for address in ("/participants", page):
        assert STAKE in reader.get(room + address).text, address
    assert chen.post(f"{room}/interests/1/removal").status_code == 303
    for address in ("/participants", page, "/interests"):
        assert STAKE not in chen.get(room + address).text, address
    assert chen.post(f"{room}/interests/1/removal").status_code == 403
    assert acts(app) == ["declare", "withdraw"]


def test_an_interest_in_another_item_stands_beside_the_name_alone(app, room) -> None:
    chen = cast.visitor(app, "chen")
    chen.post(f"{room}/interests", {"text": "We all breathe here.", "item": ""})
    with app.app_context(), write():
        held = db.session.query(Seat).first().consultation
        db.session.add(type(agenda(held)[0])(consultation_id=held.id, number=2, title="Other"))
    chen.post(f"{room}/interests", {"text": STAKE, "item": "2"})
    page = chen.get(f"{room}/proposals/1/positions/1/determination").text
    assert STAKE not in page
    assert "We all breathe here." in page
    assert "on item 2" in chen.get(f"{room}/participants").text


def test_nobody_takes_back_what_another_declared_and_observers_declare_nothing(app, room) -> None:
    cast.visitor(app, "chen").post(f"{room}/interests", {"text": STAKE, "item": ""})
    assert cast.visitor(app, "ada").post(f"{room}/interests/1/removal").status_code == 403
    for key in ("otto", None):
        assert cast.visitor(app, key).post(f"{room}/interests", {"text": STAKE}).status_code == 403
    assert (
        cast.visitor(app, "chen").post(f"{room}/interests", {"text": STAKE, "item": "9"}).status_code == 422
    )
    assert acts(app) == ["declare"]


def test_interests_are_declared_until_the_report_is_published(app, room) -> None:
    with app.app_context(), write():
        db.session.query(Seat).first().consultation.phase = Phase.REPORTED
    assert cast.visitor(app, "chen").post(f"{room}/interests", {"text": STAKE}).status_code == 409
