"""The adoption of the agenda is an act, and the report tells it once."""

import re

import pytest

from app.consultations.models import AgendaItem
from app.consultations.queries import adopted_under, agenda, find_consultation
from app.consultations.terms import Adoption
from app.core.phases import Phase
from app.core.roles import Role
from app.db import db, write
from app.ledger.models import Event
from tests import cast

HERE = "/consultations/name-of-the-cluster"
PAGE = f"{HERE}/adoption"


@pytest.fixture
def held(app, now):
    with app.app_context(), write():
        consultation = cast.consultation(now)
        for role in (Role.CHAIR, Role.SECRETARIAT, Role.RAPPORTEUR, Role.PARTICIPANT):
            cast.seat(consultation, role.value, now, role)
        db.session.add(AgendaItem(consultation_id=consultation.id, number=2, title="Date"))


@pytest.mark.parametrize("who", [Role.CHAIR, Role.SECRETARIAT])
def test_the_chair_or_the_secretariat_records_how_the_agenda_was_adopted(app, held, who):
    officer = cast.visitor(app, who.value)
    assert "Record the adoption of the agenda" in officer.get(HERE).text
    assert officer.post(PAGE, {"manner": "as drafted", "item": "1"}).status_code == 303
    shown = officer.get(HERE).text
    assert "Adopted as drafted" in shown
    draft = officer.get(f"{HERE}/draft/preview").text
    assert "adopted as drafted" in draft, re.sub("<[^>]*>", "", draft)


def test_what_was_recorded_can_be_corrected_and_is_told_once(app, held):
    chair = cast.visitor(app, "chair")
    chair.post(PAGE, {"manner": "as drafted", "item": "1"})
    assert chair.post(PAGE, {"manner": "as amended", "item": "2"}).status_code == 303
    with app.app_context():
        consultation = find_consultation("name-of-the-cluster")
        assert [item.adoption for item in agenda(consultation) if item.adoption] == [Adoption.AS_AMENDED]
        assert adopted_under(consultation).number == 2
        assert [
            event.data["manner"]
            for event in db.session.query(Event).filter_by(act="adopt").order_by(Event.id)
        ] == [
            "as drafted",
            "as amended",
        ]


@pytest.mark.parametrize(
    "sent", [{"manner": "twice", "item": "1"}, {"manner": "as drafted", "item": "9"}, {}]
)
def test_an_adoption_that_nobody_offered_is_refused(app, held, sent):
    answered = cast.visitor(app, "chair").post(PAGE, sent)
    assert answered.status_code == 422


@pytest.mark.parametrize(
    ("who", "phase", "status"),
    [
        ("participant", Phase.OPEN, 403),
        ("rapporteur", Phase.OPEN, 403),
        ("chair", Phase.REPORTED, 409),
    ],
)
def test_who_may_record_it_and_when(app, held, who, phase, status):
    with app.app_context(), write():
        find_consultation("name-of-the-cluster").phase = phase
    assert cast.visitor(app, who).post(PAGE, {"manner": "as drafted", "item": "1"}).status_code == status
