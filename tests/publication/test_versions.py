"""Published with what the desk made of it; set right by later versions; every version stays."""

import re
from datetime import timedelta

import pytest

from app.core.phases import Phase
from app.core.roles import SEATED, Role
from app.db import db, write
from app.drafting.actions import leave_out, open_desk, reword
from app.drafting.models import BlockRevision
from app.publication.actions import publish
from app.publication.models import PublishedReport
from app.web import clock
from tests import cast
from tests.publication.conftest import FORUM, SENTENCE

OTHER = "The name should be Plenary Forum."


def change(procedure) -> None:
    with procedure.app.app_context(), write():
        seat = db.session.query(cast.Seat).filter_by(role=Role.RAPPORTEUR).one()
        reword(open_desk(seat.consultation), FORUM, OTHER, "", seat, clock.now())


@pytest.fixture
def published(procedure):
    procedure.approve()
    assert procedure.publish().status_code == 303
    return procedure


@pytest.fixture
def corrected(published):
    change(published)
    published.approve()
    assert published.publish(corrects="The name was misheard.").status_code == 303
    return published


def test_what_is_published_is_what_the_desk_made(procedure):
    change(procedure)
    procedure.approve()
    procedure.publish()
    page = procedure.read(f"{procedure.root}/report")
    assert OTHER in page
    assert "FINAL REPORT" in page
    assert "DRAFT" not in page


def test_everybody_seated_is_told_once_a_version_but_whoever_publishes(corrected):
    people = sorted(role for role in SEATED if role is not Role.RAPPORTEUR)
    assert corrected.told("published") == corrected.told("set right") == people
    letter = corrected.mail(clock.now() + timedelta(days=1))["observer@example.org"]
    assert "The report is published." in letter
    assert f"{corrected.root}/report/1\n" in letter
    assert "sets something right.\n  The name was misheard." in letter
    assert f"{corrected.root}/report/2\n" in letter


def test_where_the_operator_publishes_all_who_are_seated_are_told(procedure):
    with procedure.app.app_context(), write():
        publish(db.session.query(cast.Consultation).one(), clock.now())
    assert procedure.told("published") == sorted(SEATED)


def test_a_corrigendum_is_a_new_version_and_says_what_it_sets_right(corrected):
    page = corrected.read(f"{corrected.root}/report")
    assert OTHER in page
    assert "Version 2 of this report sets right" in page
    assert "The name was misheard." in page
    assert "The name was misheard." in corrected.read(f"{corrected.root}/report/2.txt")
    with corrected.app.app_context():
        assert db.session.query(cast.Consultation).one().phase is Phase.REPORTED
        first, second = db.session.query(PublishedReport).order_by(PublishedReport.version)
        assert (first.corrects, second.corrects) == ("", "The name was misheard.")


def test_every_version_stays_with_links_to_its_paragraphs(corrected):
    first = corrected.read(f"{corrected.root}/report/1")
    assert SENTENCE in first
    assert OTHER not in first
    assert f'id="{FORUM}"' in first
    assert f'href="{corrected.root}/report/1#{FORUM}"' in first
    newest = corrected.read(f"{corrected.root}/report")
    assert f'href="{corrected.root}/report/2#{FORUM}"' in newest
    assert "This is an earlier version." in first
    assert "This is an earlier version." not in newest


@pytest.mark.parametrize("corrects", ["", "   "])
def test_a_corrigendum_without_its_word_is_refused(published, corrects):
    change(published)
    published.approve()
    refused = published.publish(corrects=corrects)
    assert refused.status_code == 422
    assert "Say what this version sets right." in refused.text


def test_what_says_the_same_is_no_corrigendum(corrected):
    refused = corrected.publish(corrects="Nothing.")
    assert refused.status_code == 409
    assert "Change it at the desk first." in refused.text


def test_a_corrigendum_needs_the_chair_as_well(published):
    change(published)
    assert published.publish(corrects="The name.").status_code == 409


def test_a_corrigendum_may_be_circulated_first(published):
    assert published.circulate().status_code == 303
    assert published.correct("The name should be Meeting.").status_code == 303
    assert published.answer(1, "accepted", text="The name should be Meeting.").status_code == 303
    published.end_circulation()
    published.approve()
    assert published.publish(corrects="The name.").status_code == 303
    assert "The name should be Meeting." in published.read(f"{published.root}/report")


def test_two_versions_are_compared_word_by_word(corrected):
    address = f"{corrected.root}/report/differences?from=1&to=2"
    page = corrected.read(address)
    assert re.search(r"<ins>.*Plenary.*</ins>", page)
    assert "Reworded" in page
    everything = corrected.read(f"{address}&all=y")
    assert "Unchanged" in everything
    assert "Unchanged" not in page


def test_a_circulated_draft_is_compared_with_a_version(circulated):
    circulated.correct(OTHER)
    circulated.answer(1, "accepted", text=OTHER)
    circulated.end_circulation()
    circulated.approve()
    circulated.publish()
    page = circulated.read(f"{circulated.root}/report/differences?from=c1&to=1")
    assert re.search(r"<ins>.*Plenary.*</ins>", page)
    assert "Draft 1, circulated on" in page


def test_what_was_moved_added_and_removed_is_said_in_words(published):
    with published.app.app_context(), write():
        seat = db.session.query(cast.Seat).filter_by(role=Role.RAPPORTEUR).one()
        desk = open_desk(seat.consultation)
        leave_out(desk, "p1-2", "Said twice.", seat, clock.now())
        added = {"block": "own-1", "text": "A word of our own.", "number": 1, "sources": []}
        db.session.add(BlockRevision(draft_id=desk.id, revised_at=clock.now(), **added))
        desk.order = ["o1", "i1"]
    address = f"{published.root}/report/differences?from=1&to=now"
    page = published.read(address, Role.RAPPORTEUR)
    assert {"Moved", "Added", "Removed"} <= set(re.findall(r'<span class="tag other">(\w+)</span>', page))
    assert published.by(None).get(address).status_code == 404


@pytest.mark.parametrize("asked", ["from=7&to=1", "from=c1&to=1", "from=%00&to=1", "from=1&to=x"])
def test_a_version_that_there_is_not_is_not_found(corrected, asked):
    assert corrected.by(None).get(f"{corrected.root}/report/differences?{asked}").status_code == 404


def test_without_a_choice_a_version_is_compared_with_what_was_sealed_before(corrected):
    for asked in ("", "?to=2"):
        page = corrected.read(f"{corrected.root}/report/differences{asked}", Role.RAPPORTEUR)
        assert re.search(r"<ins>.*Plenary.*</ins>", page)


def test_before_there_are_two_there_is_nothing_to_compare(procedure):
    assert "There are no two versions to compare yet." in procedure.read(
        f"{procedure.root}/report/differences"
    )
