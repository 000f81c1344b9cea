"""The chair approves these very words, whole or paragraph by paragraph; without it nothing is published."""

import re

import pytest

from app.core.phases import Phase
from app.core.roles import Role
from app.db import db, write
from app.drafting.actions import leave_out, open_desk, reword
from app.ledger.models import Event
from app.publication.models import Approval, PublishedReport
from app.web import clock
from tests import cast
from tests.publication.conftest import FORUM
from tests.sweeps.conftest import set_phase

PARAGRAPH = "p1"  # under which the item hangs


def approval_page(procedure) -> str:
    return procedure.read(f"{procedure.root}/approval", Role.CHAIR)


def waiting(procedure) -> list[str]:
    """The paragraphs that wait for approval."""
    return re.findall(rf'formaction="{procedure.root}/approval/([\w-]+)"', approval_page(procedure))


def change(procedure) -> None:
    with procedure.app.app_context(), write():
        seat = db.session.query(cast.Seat).filter_by(role=Role.RAPPORTEUR).one()
        reword(open_desk(seat.consultation), FORUM, "The name should be Fair.", "", seat, clock.now())


def test_the_chair_approves_the_whole(procedure):
    assert procedure.approve().status_code == 303
    assert "The report as it stands is approved." in approval_page(procedure)
    assert procedure.publish().status_code == 303


def test_whoever_approves_the_whole_has_approved_each_paragraph_in_one_act(procedure):
    procedure.approve()
    assert waiting(procedure) == []
    with procedure.app.app_context():
        assert db.session.query(Event).filter_by(act="approve").count() == 1
    change(procedure)
    assert waiting(procedure) == [PARAGRAPH], "what did not change is approved still"
    procedure.approve(PARAGRAPH)
    assert procedure.publish().status_code == 303


def test_the_chair_approves_paragraph_by_paragraph(procedure):
    first, *others = waiting(procedure)
    assert others
    words = {"words": procedure.digest_of(first)}
    gavelled = procedure.by(Role.CHAIR).post(
        f"{procedure.root}/approval/{first}", words, follow_redirects=True
    )
    assert re.search(r"aragraph[^<]* approved\.", gavelled.text)
    assert f"1 of {len(others) + 1} paragraphs are approved." in approval_page(procedure)
    assert procedure.publish().status_code == 409
    for block in others:
        procedure.approve(block)
    assert "The report as it stands is approved." in approval_page(procedure)
    assert procedure.publish().status_code == 303


def test_an_approval_lapses_with_the_words_and_is_seen_to(procedure):
    for block in waiting(procedure):
        procedure.approve(block)
    change(procedure)
    page = approval_page(procedure)
    assert "Changed since its approval" in page
    assert "its words have changed since" in page
    assert procedure.publish().status_code == 409
    assert waiting(procedure) == [PARAGRAPH]
    procedure.approve(PARAGRAPH)
    assert procedure.publish().status_code == 303


def test_what_is_left_out_after_every_paragraph_was_approved_is_approved_anew(procedure):
    for block in waiting(procedure):
        procedure.approve(block)
    with procedure.app.app_context(), write():
        seat = db.session.query(cast.Seat).filter_by(role=Role.RAPPORTEUR).one()
        leave_out(open_desk(seat.consultation), "o1", "Said twice.", seat, clock.now())
    assert "Every paragraph is approved, but something was left out" in approval_page(procedure)
    assert procedure.publish().status_code == 409
    procedure.approve()
    assert procedure.publish().status_code == 303


def test_nobody_approves_words_that_changed_meanwhile(procedure):
    seen, whole = procedure.digest_of(PARAGRAPH), procedure.digest_of()
    change(procedure)
    chair = procedure.by(Role.CHAIR)
    for address, words in ((f"approval/{PARAGRAPH}", seen), ("approval", whole)):
        refused = chair.post(f"{procedure.root}/{address}", {"words": words})
        assert refused.status_code == 409
        assert "The words have changed since you opened the page." in refused.text
    with procedure.app.app_context():
        assert db.session.query(Approval).count() == 0


def take_back(procedure, block: str = "", by: Role = Role.CHAIR):
    """As the button of the page does; it is not there where nothing can be taken back."""
    address = (
        f"{procedure.root}/approval/{block}/withdrawal" if block else f"{procedure.root}/approval/withdrawal"
    )
    return procedure.by(by).post(address, {})


def test_a_chair_takes_the_approval_of_a_paragraph_back_and_with_it_that_of_the_whole(procedure):
    for block in waiting(procedure):
        procedure.approve(block)
    assert "Take the approval back" in approval_page(procedure)
    assert take_back(procedure, PARAGRAPH).status_code == 303
    assert waiting(procedure) == [PARAGRAPH]
    assert procedure.publish().status_code == 409
    with procedure.app.app_context():
        taken = db.session.query(Event).filter_by(act="take back").all()
    assert [event.data["block"] for event in taken] == [PARAGRAPH]
    procedure.approve(PARAGRAPH)
    assert procedure.publish().status_code == 303


def test_a_chair_takes_the_approval_of_the_whole_back(procedure):
    procedure.approve()
    assert "Take the whole approval back" in approval_page(procedure)
    assert take_back(procedure).status_code == 303
    assert "approval back" not in approval_page(procedure)
    assert "0 of " in approval_page(procedure)
    assert procedure.publish().status_code == 409


@pytest.mark.parametrize("block", ["", PARAGRAPH, "p9"])
def test_nothing_is_taken_back_that_was_not_approved(procedure, block):
    refused = take_back(procedure, block)
    assert refused.status_code == 409
    assert "there is nothing to take back" in refused.text


def test_what_is_published_stays_approved(procedure):
    procedure.approve()
    procedure.publish()
    assert "approval back" not in approval_page(procedure)
    for block in ("", PARAGRAPH):
        assert take_back(procedure, block).status_code == 409
    with procedure.app.app_context():
        assert db.session.query(Event).filter_by(act="take back").count() == 0


@pytest.mark.parametrize("role", [Role.RAPPORTEUR, Role.SECRETARIAT, Role.PARTICIPANT, Role.OBSERVER])
def test_only_a_chair_takes_an_approval_back(procedure, role):
    procedure.approve()
    assert take_back(procedure, by=role).status_code == 403
    assert "approval back" not in procedure.read(f"{procedure.root}/approval", Role.RAPPORTEUR)


@pytest.mark.parametrize("role", [Role.RAPPORTEUR, Role.SECRETARIAT, Role.PARTICIPANT, Role.OBSERVER])
def test_only_a_chair_approves(procedure, role):
    words = procedure.digest_of()
    for address in ("approval", f"approval/{PARAGRAPH}"):
        assert procedure.by(role).post(f"{procedure.root}/{address}", {"words": words}).status_code == 403


@pytest.mark.parametrize("phase", [Phase.OPEN, Phase.CALL])
def test_nothing_is_approved_while_people_still_speak(procedure, phase):
    words = procedure.digest_of()
    set_phase(procedure.app, procedure.slug, phase)
    assert procedure.by(Role.CHAIR).post(f"{procedure.root}/approval", {"words": words}).status_code == 409


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.OBSERVER, Role.VISITOR, None])
def test_the_draft_under_approval_is_for_officers(procedure, role):
    assert procedure.by(role).get(f"{procedure.root}/approval").status_code == 403


def test_where_nobody_holds_the_chair_it_is_said_and_the_report_is_published(procedure):
    with procedure.app.app_context(), write():
        for seat in db.session.query(cast.Seat).filter_by(role=Role.CHAIR):
            seat.state = "left"
    page = procedure.read(f"{procedure.root}/publish", Role.RAPPORTEUR)
    assert "Nobody holds the chair’s seat" in page
    assert procedure.publish().status_code == 303
    with procedure.app.app_context():
        assert db.session.query(PublishedReport).count() == 1


def test_the_confirmation_says_what_is_still_lacking(circulated):
    circulated.correct("The name should be Conference.")
    page = circulated.read(f"{circulated.root}/publish", Role.RAPPORTEUR)
    assert "Corrections can still be proposed." in page
    assert "Corrections that wait for an answer: 1." in page
    assert "The chair has not approved these words yet." in page
    assert f"{circulated.draft}/corrections/1" in page
    assert "What will happen" not in page


def test_nothing_is_published_before_every_correction_is_answered(circulated):
    circulated.correct("The name should be Conference.")
    circulated.approve()
    circulated.end_circulation()
    refused = circulated.publish()
    assert refused.status_code == 409
    assert "Corrections that wait for an answer: 1." in refused.text
    circulated.answer(1, "declined", answer="Nobody said so.")
    assert circulated.publish().status_code == 303


def test_nothing_is_published_while_corrections_can_be_proposed(circulated):
    circulated.approve()
    refused = circulated.publish()
    assert refused.status_code == 409
    assert "Corrections can still be proposed." in refused.text
