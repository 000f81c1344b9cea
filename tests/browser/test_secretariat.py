"""A secretariat sets a consultation up from nothing, opens it and closes it, at the screen."""

import pytest
from playwright.sync_api import Page, expect

from app.consultations.queries import agenda, documents, find_consultation, groups, officers
from app.core.phases import Phase
from app.db import write
from tests import cast
from tests.browser.test_every_page import sign_in


@pytest.mark.sqlite_only
def test_a_secretariat_sets_a_consultation_up_opens_it_and_closes_it(app, now, page: Page, tmp_path):
    with app.app_context(), write():
        cast.person("secretary", now, may_open=True)
    paper = tmp_path / "plan “été” <b>.txt"
    paper.write_text("What the week could look like.")
    sign_in(page, app, "secretary")

    page.goto("/")
    page.get_by_role("link", name="New consultation").click()
    page.get_by_label("Title").fill("Name of the cluster")
    page.get_by_label("Purpose").fill("What the **cluster** is to be called.")
    page.get_by_label("Time zone").select_option("Europe/Zurich")
    page.get_by_role("button", name="Create the draft").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up")
    expect(page.get_by_text("Put at least one item on the agenda")).to_be_visible()

    _open_task(page, "Agenda")
    for title in ("Name", "Themes", "Week"):
        page.get_by_label("Title").fill(title)
        page.get_by_role("button", name="Add an item").click()
        expect(page.locator("#rows").get_by_role("link", name=title, exact=True)).to_be_visible()
    page.get_by_role("button", name="Move up Week").click()
    expect(page.locator("#rows li").nth(1)).to_contain_text("Week")
    page.get_by_role("button", name="Remove Themes").click()
    expect(page.locator("#rows li")).to_have_count(2)
    page.get_by_role("link", name="Back to the tasks").click()

    _open_task(page, "Dates and place")
    page.get_by_label("Closing time").fill("2030-03-31T02:30")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".errors")).to_contain_text("There is no 02:30")
    page.get_by_label("Closing time").fill("2099-07-01T18:00")
    page.get_by_label("Place").fill("Geneva")
    page.get_by_role("button", name="Save").click()

    _open_task(page, "Who takes part")
    page.get_by_label("Everyone, after approval by the secretariat").check()
    page.get_by_role("button", name="Save").click()

    _open_task(page, "Stakeholder groups")
    page.get_by_role("button", name="Remove Governments").click()
    expect(page.locator("#rows li")).to_have_count(4)
    page.get_by_role("link", name="Back to the tasks").click()

    _open_task(page, "Officers")
    page.get_by_label("Name as printed").fill("Ms. Amina Sample")
    page.get_by_label("Short form").fill("Ms. Sample")
    page.get_by_role("button", name="Name an officer").click()
    expect(page.locator("#rows")).to_contain_text("Ms. Amina Sample")
    page.get_by_role("link", name="Back to the tasks").click()

    _open_task(page, "Documents")
    page.get_by_label("Title").fill("A plan of the week")
    page.get_by_label("File").set_input_files(paper)
    page.get_by_role("button", name="Add the document").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="A plan of the week", exact=True).click()
    assert saved.value.path().read_text() == "What the week could look like."
    page.get_by_role("link", name="Remove A plan of the week").click()
    expect(page.get_by_text("You can put it back until the report is published.")).to_be_visible()
    page.get_by_role("button", name="Remove it").click()
    page.get_by_role("button", name="Put it back").click()

    page.get_by_role("link", name="Set up", exact=True).first.click()
    for move, phase in (("Open the consultation", "Open"), ("Close the consultation", "Closed")):
        page.get_by_role("link", name=move).click()
        expect(page.get_by_role("heading", name="What will happen")).to_be_visible()
        page.get_by_role("button", name=move).click()
        expect(page.locator(".standing .tag")).to_have_text(phase)
    with app.app_context():
        made = find_consultation("name-of-the-cluster")
        assert made.phase is Phase.CLOSED
        assert [item.title for item in agenda(made)] == ["Name", "Week"]
        assert len(groups(made)) == 4
        assert [officer.short for officer in officers(made)] == ["Ms. Sample"]
        assert [document.title for document in documents(made)] == ["A plan of the week"]


def _open_task(page: Page, name: str) -> None:
    page.locator("main").get_by_role("link", name=name).first.click()
