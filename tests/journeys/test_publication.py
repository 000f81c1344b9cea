"""The rapporteur publishes: what is sealed stays as it is, and every sentence leads back."""

import hashlib
import json
import re

import pytest

from app.core.phases import Phase
from app.core.roles import Role
from app.db import write
from app.publication.models import PublishedReport
from tests import cast
from tests.sweeps.conftest import furnish, set_phase


@pytest.fixture
def slug(app, now):
    return furnish(app, now, circulated=False)


def approve(app, slug):
    """The chair approves the whole, as the page offers it."""
    chair, address = cast.visitor(app, Role.CHAIR), f"/consultations/{slug}/approval"
    words = re.search(r'<button name="words" value="(\w+)"', chair.get(address).text)[1]
    assert chair.post(address, {"words": words}).status_code == 303


@pytest.fixture
def report(app, slug):
    set_phase(app, slug, Phase.CLOSED)
    approve(app, slug)
    rapporteur = cast.visitor(app, Role.RAPPORTEUR)
    assert rapporteur.post(f"/consultations/{slug}/publish").status_code == 303
    return f"/consultations/{slug}/report"


def test_every_paragraph_leads_back_to_the_record(app, report):
    page = cast.visitor(app).get(report).text
    assert "The name should be Forum" in page
    assert re.search(r'href="/consultations/[\w-]+/proposals/1#P1\.1"', page)


def test_the_printed_digest_is_that_of_the_sealed_record(app, report):
    reader = cast.visitor(app)
    record = reader.get(f"{report}/1/record.json")
    assert json.loads(record.data)["agenda"]
    assert hashlib.sha256(record.data).hexdigest() in reader.get(report).text


def test_a_published_report_stays_as_it_was_sealed(app, slug, report):
    before = cast.visitor(app).get(report).text
    with app.app_context(), write():
        held = cast.db.session.query(cast.Consultation).filter_by(slug=slug).one()
        held.purpose = "Something else."
        cast.db.session.query(cast.AgendaItem).filter_by(consultation_id=held.id).one().title = "Renamed"
    after = cast.visitor(app).get(report).text
    assert "Renamed" not in after
    assert after == before


def test_nothing_can_be_changed_once_the_report_is_published(app, slug, report):
    chair = cast.visitor(app, Role.CHAIR)
    refused = chair.post(
        f"/consultations/{slug}/proposals/1/positions/1/determination",
        {"status": "broad", "rationale": "Late.", "departure": "Late."},
    )
    assert refused.status_code == 409
    again = cast.visitor(app, Role.RAPPORTEUR).post(f"/consultations/{slug}/publish")
    assert again.status_code == 409
    with app.app_context():
        assert cast.db.session.query(PublishedReport).count() == 1


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.OBSERVER, Role.CHAIR])
def test_only_rapporteur_and_secretariat_publish(app, slug, role):
    set_phase(app, slug, Phase.CLOSED)
    assert cast.visitor(app, role).post(f"/consultations/{slug}/publish").status_code == 403


def test_a_report_is_not_published_while_people_still_speak(app, slug):
    rapporteur = cast.visitor(app, Role.RAPPORTEUR)
    assert rapporteur.post(f"/consultations/{slug}/publish").status_code == 409


@pytest.mark.parametrize("style", ["numbered", "bulleted"])
def test_the_draft_can_be_read_in_both_styles(app, slug, style):
    rapporteur = cast.visitor(app, Role.RAPPORTEUR)
    wanted = {"style": style, "language": "en", "numbering": "none"}
    assert rapporteur.post(f"/consultations/{slug}/draft/edition", wanted).status_code == 303
    page = rapporteur.get(f"/consultations/{slug}/draft/preview")
    assert page.status_code == 200
    assert "The name should be Forum" in page.text
    assert re.search("draft (final report|meeting summary)", page.text, re.IGNORECASE)


def test_a_report_in_english_is_written_from_the_left_on_an_arabic_page(app, report):
    page = cast.visitor(app).get(f"{report}?lang=ar").text
    assert '<html lang="ar" dir="rtl">' in page
    assert '<main id="main" tabindex="-1" lang="en" dir="ltr">' in page
