"""A consensus call on a phone without scripts: put by a chair, answered one by one, heard and reported."""

import pytest
from playwright.sync_api import expect

from app.consultations.models import Consultation
from app.db import db, write
from app.deliberation.actions import table_position
from app.deliberation.models import Position
from tests.browser.test_every_page import sign_in
from tests.table import lay

PHONE = (360, 740)


@pytest.mark.sqlite_only
def test_a_call_is_put_answered_and_objected_to_without_scripts(app, open_page, now):
    table = lay(app, now)
    with app.app_context(), write():
        first = db.session.query(Position).one()
        table_position(first.proposal, first.seat, "the forum should meet once a year", first.form, now)
        db.session.query(Consultation).one().timezone = "Europe/Zurich"
    root = f"/consultations/{table.slug}"

    chair = open_page(javascript=False, size=PHONE)
    sign_in(chair, app, "chen")
    chair.goto(f"{root}/board")
    chair.get_by_role("link", name="Consensus calls").click()
    chair.get_by_role("link", name="Open a call").click()
    chair.get_by_role("button", name="Open the call").click()
    expect(chair.get_by_role("alert")).to_contain_text("Choose at least one position.")
    for words in ("should be called a forum", "once a year"):
        chair.get_by_label(words).check()
    chair.get_by_label("Message").fill("May we take these as agreed?")
    chair.get_by_role("button", name="Open the call").click()
    expect(chair.get_by_text("The call is open")).to_be_visible()

    voter = open_page(javascript=False, size=PHONE)
    sign_in(voter, app, "bo")
    voter.goto(root)
    expect(voter.get_by_text("A consensus call is running")).to_be_visible()
    expect(voter.locator(".notice time").first).to_contain_text("UTC")
    voter.get_by_role("link", name="Answer the call").click()
    expect(voter.get_by_text("May we take these as agreed?")).to_be_visible()
    voter.get_by_role("link", name="Answer").first.click()
    expect(voter.get_by_text("1 of 2")).to_be_visible()
    voter.get_by_label("I can live with this").check()
    voter.get_by_role("button", name="Record my answer").click()
    expect(voter.get_by_text("2 of 2")).to_be_visible()
    voter.get_by_label("I cannot live with this").check()
    voter.get_by_label("What would remove the objection").fill("Twice a year.")
    voter.get_by_role("button", name="Record my answer").click()
    expect(voter.get_by_role("alert")).to_contain_text("Give the reason for your objection")
    expect(voter.get_by_label("What would remove the objection")).to_have_value("Twice a year.")
    voter.get_by_label("Reason", exact=True).fill("Once is not enough.")
    voter.get_by_role("button", name="Record my answer").click()
    expect(voter.get_by_text("Your answer is recorded")).to_be_visible()
    assert voter.evaluate("document.documentElement.scrollWidth <= innerWidth")

    chair.goto(f"{root}/objections?state=open")
    expect(chair.get_by_text("Once is not enough.")).to_be_visible()
    chair.get_by_role("link", name="Answer").click()
    chair.get_by_label("Set aside: not on the merits").check()
    chair.get_by_label("Answer", exact=True).fill("The text speaks of the place, not of how often.")
    chair.get_by_role("button", name="Answer the objection").click()

    voter.goto(f"{root}/mine")
    voter.get_by_role("link", name="Your objection:").click()
    voter.get_by_label("Why the answer does not satisfy").fill("It says once a year.")
    voter.get_by_role("button", name="Reply to the answer").click()
    expect(voter.locator("#history")).to_contain_text("It says once a year.")
    voter.get_by_role("button", name="Take the objection back").click()
    expect(voter.get_by_text("Your objection is taken back")).to_be_visible()
