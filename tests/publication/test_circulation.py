"""A draft goes round for corrections until a deadline that the server's clock decides."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from app.core.phases import Phase
from app.core.roles import Role
from app.core.words import Untimely
from app.db import db, write
from app.ledger.models import Event
from app.publication.actions import correct
from app.publication.models import Circulation, Correction
from app.web import clock
from tests import cast
from tests.publication.conftest import FORUM, SENTENCE
from tests.sweeps.conftest import set_phase


def test_a_circulated_draft_stays_as_it_stood(circulated):
    with circulated.app.app_context(), write():
        db.session.query(cast.AgendaItem).one().title = "Renamed"
    page = circulated.read(circulated.draft)
    assert SENTENCE in page
    assert "Renamed" not in page
    assert f'id="{FORUM}"' in page
    record = circulated.by(None).get(f"{circulated.draft}/record.json")
    assert json.loads(record.data)["agenda"]


def test_everybody_seated_is_told_at_once_but_whoever_circulates(procedure):
    procedure.circulate(message="Please look at paragraph 2.")
    assert procedure.told("circulated") == ["chair", "observer", "participant", "secretariat"]
    letters = procedure.mail()
    assert sorted(letters) == [
        "chair@example.org",
        "observer@example.org",
        "participant@example.org",
        "secretariat@example.org",
    ]
    assert "Please look at paragraph 2." in letters["chair@example.org"]
    assert f"{procedure.draft}\n" in letters["chair@example.org"]


def test_the_letter_names_the_deadline_in_the_zone_of_the_consultation_and_in_utc(procedure):
    with procedure.app.app_context(), write():
        db.session.query(cast.Consultation).one().timezone = "Asia/Tokyo"
    visitor = procedure.by(Role.RAPPORTEUR)
    visitor.post(f"{procedure.root}/circulate", {"closes_at": "2099-05-04T18:00"})
    with procedure.app.app_context():
        assert db.session.query(Circulation).one().closes_at == datetime(2099, 5, 4, 9, tzinfo=UTC)
    letter = procedure.mail()["chair@example.org"]
    assert "until 4 May 2099, 18:00 (Asia/Tokyo) / 4 May 2099, 09:00 (UTC)." in letter


@pytest.mark.parametrize("when", ["2000-01-01T10:00", "", "never", "20266-01-01T10:00"])
def test_a_deadline_lies_ahead(procedure, when):
    typed = {"closes_at": when, "message": "Kept all the same."}
    refused = procedure.by(Role.RAPPORTEUR).post(f"{procedure.root}/circulate", typed)
    assert refused.status_code == 422
    assert "Kept all the same." in refused.text
    with procedure.app.app_context():
        assert db.session.query(Circulation).count() == 0


def test_one_draft_circulates_at_a_time_and_another_may_follow(circulated):
    assert circulated.circulate().status_code == 409
    circulated.end_circulation()
    assert circulated.circulate().status_code == 303
    page = circulated.read(f"{circulated.root}/report/drafts/2")
    assert "Draft 2 of the report, circulated for corrections" in page


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.OBSERVER, Role.CHAIR])
def test_only_rapporteur_and_secretariat_circulate(procedure, role):
    assert procedure.circulate(by=role).status_code == 403


@pytest.mark.parametrize("phase", [Phase.OPEN, Phase.CALL])
def test_no_draft_circulates_while_people_still_speak(procedure, phase):
    set_phase(procedure.app, procedure.slug, phase)
    assert procedure.circulate().status_code == 409


def test_the_confirmation_says_what_will_happen(procedure):
    page = procedure.read(f"{procedure.root}/circulate", Role.RAPPORTEUR)
    assert "Everybody who has a seat is told" in page
    assert "sealed as draft number 1" in page


def test_the_overview_says_that_a_draft_is_in_circulation(circulated):
    overview = circulated.read(circulated.root, Role.PARTICIPANT)
    assert circulated.draft in overview
    circulated.end_circulation()
    assert "can be proposed until" not in circulated.read(circulated.root, Role.PARTICIPANT)


def test_more_time_is_given_with_a_reason_and_everybody_is_told(circulated):
    later = {
        "closes_at": f"{clock.now() + timedelta(days=9):%Y-%m-%dT%H:%M}",
        "reason": "A holiday lay between.",
    }
    assert circulated.by(Role.SECRETARIAT).post(f"{circulated.draft}/extension", later).status_code == 303
    assert "A holiday lay between." in circulated.read(circulated.draft)
    assert circulated.told("extended") == ["chair", "observer", "participant", "rapporteur"]
    assert "A holiday lay between." in circulated.mail()["chair@example.org"]
    with circulated.app.app_context():
        event = db.session.query(Event).filter_by(act="extend").one()
    assert event.data["reason"] == "A holiday lay between."
    assert event.data["before"] < event.data["closes_at"]


def test_time_that_is_over_can_be_given_again(circulated):
    circulated.end_circulation()
    assert circulated.correct("The name should be Conference.").status_code == 409
    later = {"closes_at": f"{clock.now() + timedelta(days=1):%Y-%m-%dT%H:%M}", "reason": "Few had read it."}
    circulated.by(Role.RAPPORTEUR).post(f"{circulated.draft}/extension", later)
    assert circulated.correct("The name should be Conference.").status_code == 303


def test_more_time_is_given_to_the_latest_draft_alone_also_when_its_own_is_over(circulated):
    circulated.end_circulation()
    circulated.circulate(days=1)
    circulated.end_circulation(2)
    later = {"closes_at": f"{clock.now() + timedelta(days=9):%Y-%m-%dT%H:%M}", "reason": "Few had read it."}
    refused = circulated.by(Role.RAPPORTEUR).post(f"{circulated.draft}/extension", later)
    assert refused.status_code == 409
    assert "A later draft has been circulated." in refused.text


@pytest.mark.parametrize(("days", "reason"), [(1, "Sooner."), (9, " ")])
def test_an_extension_is_later_and_has_its_reason(circulated, days, reason):
    typed = {"closes_at": f"{clock.now() + timedelta(days=days):%Y-%m-%dT%H:%M}", "reason": reason}
    assert circulated.by(Role.RAPPORTEUR).post(f"{circulated.draft}/extension", typed).status_code == 422


def test_the_deadline_holds_to_the_second(circulated):
    with circulated.app.app_context(), write():
        draft = db.session.query(Circulation).one()
        seat = db.session.query(cast.Seat).filter_by(role=Role.PARTICIPANT).one()
        last = draft.closes_at - timedelta(microseconds=1)
        assert correct(draft, FORUM, "The last word.", "In time.", last, seat=seat).number == 1
        with pytest.raises(Untimely):
            correct(draft, FORUM, "Another word.", "Too late.", draft.closes_at, seat=seat)


def test_what_comes_too_late_is_refused_and_given_back(circulated):
    circulated.end_circulation()
    refused = circulated.correct("名称应为会议", reason="理由")
    assert refused.status_code == 409
    assert "名称应为会议" in refused.text
    assert "理由" in refused.text
    assert "The time for corrections to this draft is over" in refused.text
    with circulated.app.app_context():
        assert db.session.query(Correction).count() == 0
