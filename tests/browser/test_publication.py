"""From the draft to the published report at the screen, and from what was said to where it is told."""

import re

import pytest

from app.core.phases import Phase
from app.core.roles import Role
from app.db import db, write
from app.publication.models import Circulation
from app.web import clock
from tests.browser.test_every_page import sign_in
from tests.sweeps.conftest import furnish, set_phase

FORUM = "p1-1"


@pytest.mark.sqlite_only
def test_from_the_draft_to_the_report_with_two_corrections_and_one_conflict(app, page, now, complaints):
    slug = furnish(app, now, circulated=False)
    set_phase(app, slug, Phase.CLOSED)
    root = f"/consultations/{slug}"

    sign_in(page, app, Role.RAPPORTEUR)
    page.goto(f"{root}/draft")
    page.get_by_role("link", name="Circulate the draft").click()
    page.get_by_label("Message").fill("Please look at the names.")
    page.get_by_role("button", name="Circulate the draft").click()
    page.get_by_text("The draft is in circulation, and the letters are on their way.").wait_for()

    words = _propose(page, app, root, Role.PARTICIPANT, "Forum", "Plenary Forum")
    _propose(page, app, root, Role.CHAIR, "Forum", "Open Forum")
    assert page.locator("article", has_text="Not answered yet").count() == 2

    sign_in(page, app, Role.RAPPORTEUR)
    other = page.context.new_page()  # where the same words are at work
    other.goto(f"{root}/draft?at={FORUM}&tool=reword")
    other.get_by_label("The words in the report").fill("The name should be short.")
    _answer(page, root, 1, "Accept")
    page.goto(f"{root}/report/drafts/1/corrections/2")
    page.get_by_text("The draft no longer says what was circulated.").wait_for()
    page.get_by_label("The words for the draft").fill(words.replace("Forum", "Open Plenary Forum"))
    page.get_by_role("textbox", name="Answer").fill("Both corrections in one.")
    page.get_by_label("Accept", exact=True).check()
    page.get_by_role("button", name="Answer the correction").click()
    page.get_by_text("Your answer is on the list").wait_for()
    other.get_by_role("button", name="Save in the draft").click()
    other.get_by_role("heading", name="Somebody else saved this paragraph meanwhile").wait_for()
    assert all("409" in complaint for complaint in complaints)
    complaints.clear()
    other.get_by_role("button", name="Keep theirs").click()
    other.get_by_role("heading", name="The rapporteur’s desk").wait_for()

    _end_circulation(app)
    page.goto(f"{root}/publish")
    page.get_by_text("The chair has not approved these words yet.").wait_for()
    sign_in(page, app, Role.CHAIR)
    page.goto(f"{root}/approval")
    page.get_by_role("button", name="Approve Paragraph 1", exact=True).click()
    page.get_by_text("Paragraph 1 approved.").wait_for()
    page.get_by_role("button", name="Approve the whole report").click()
    page.get_by_text("The report is approved as it stands.").wait_for()

    sign_in(page, app, Role.RAPPORTEUR)
    page.goto(f"{root}/publish")
    page.get_by_role("button", name="Publish the report").click()
    page.get_by_text("FINAL REPORT", exact=True).wait_for()
    assert page.locator(f"#{FORUM}", has_text="Open Plenary Forum").count() == 1
    page.get_by_role("link", name="Differences between versions").click()
    assert page.locator("ins", has_text="Open Plenary").count() == 1

    sign_in(page, app, Role.PARTICIPANT)
    page.goto(f"{root}/mine")
    page.get_by_role("link", name="Where did my words go?").click()
    hers = page.locator("#text-P1\\.1")
    assert "Open Plenary Forum" in hers.inner_text()
    hers.get_by_role("link", name="paragraph 1", exact=True).click()
    page.wait_for_url(re.compile(f"#{FORUM}$"))
    assert page.locator(f"#{FORUM}", has_text="Open Plenary Forum").count() == 1


@pytest.mark.sqlite_only
def test_a_correction_is_declined_another_leaves_out_and_the_chair_approves_to_the_end(app, page, now):
    slug = furnish(app, now)  # with a correction that waits
    set_phase(app, slug, Phase.CLOSED)
    root = f"/consultations/{slug}"
    sign_in(page, app, Role.PARTICIPANT)
    page.goto(f"{root}/report/drafts/1/paragraphs/{FORUM}")
    page.get_by_label("Leave the paragraph out").check()
    page.get_by_label("Reason").fill("It was withdrawn in the room.")
    page.get_by_role("button", name="Send the correction").click()
    page.get_by_text("Your correction is on the list.").wait_for()

    sign_in(page, app, Role.RAPPORTEUR)
    page.goto(f"{root}/report/drafts/1/corrections/1")
    page.get_by_label("Decline", exact=True).check()
    page.get_by_role("button", name="Answer the correction").click()
    page.get_by_role("link", name="Say why the words stay as they are.").wait_for()
    page.get_by_role("textbox", name="Answer").fill("The record has it so.")
    page.get_by_role("button", name="Answer the correction").click()
    page.locator("#correction-1", has_text="The record has it so.").get_by_text("Declined").wait_for()
    _answer(page, root, 2, "Accept")
    page.goto(f"{root}/draft")
    page.locator(f"#{FORUM}").get_by_text("Left out").wait_for()
    _end_circulation(app)

    sign_in(page, app, Role.CHAIR)
    page.goto(f"{root}/approval")
    assert page.locator(f"#{FORUM}").count() == 0
    waiting = page.get_by_role("button", name=re.compile("^Approve (?!the whole)"))
    assert waiting.count() > 1
    for left in range(waiting.count(), 0, -1):
        waiting.first.click()
        waiting.nth(left - 1).wait_for(state="detached")
    page.get_by_text("The report as it stands is approved.").wait_for()
    page.get_by_role("button", name=re.compile("^Take the approval back")).first.click()
    page.get_by_text("The approval is taken back").wait_for()
    assert page.get_by_text("The report as it stands is approved.").count() == 0
    waiting.click()
    page.get_by_role("button", name="Take the whole approval back").wait_for()

    sign_in(page, app, Role.RAPPORTEUR)
    page.goto(f"{root}/publish")
    page.get_by_role("button", name="Publish the report").click()
    page.get_by_text("FINAL REPORT", exact=True).wait_for()
    assert page.get_by_text("The name should be Forum").count() == 0


def _propose(page, app, root, role, old, new) -> str:
    """A correction, with the difference in view before it is sent; the words as they were circulated."""
    sign_in(page, app, role)
    page.goto(f"{root}/report/drafts/1")
    page.locator(f"#{FORUM}").get_by_role("link", name="Propose a correction").click()
    field = page.get_by_label("The words as they should stand")
    words = field.input_value()
    field.fill(words.replace(old, new))
    if not page.evaluate("typeof htmx !== 'undefined'"):
        page.get_by_role("button", name="Show the difference").click()
    page.locator("#difference ins", has_text=new.removesuffix(old).strip()).wait_for()
    page.get_by_label("Reason").fill("So it was said.")
    page.get_by_role("button", name="Send the correction").click()
    page.get_by_text("Your correction is on the list.").wait_for()
    return words


def _answer(page, root, number, state) -> None:
    page.goto(f"{root}/report/drafts/1/corrections/{number}")
    page.get_by_label(state, exact=True).check()
    page.get_by_role("button", name="Answer the correction").click()
    page.get_by_text("Your answer is on the list").wait_for()


def _end_circulation(app) -> None:
    with app.app_context(), write():
        db.session.query(Circulation).one().closes_at = clock.now()
