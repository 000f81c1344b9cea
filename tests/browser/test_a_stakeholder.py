"""A stakeholder proposes, votes, thinks again, objects and comments, with JavaScript and without."""

import pytest
from playwright.sync_api import Page, expect

from tests import cast
from tests.table import lay


def sign_in(page: Page, app, key: str, address: str) -> None:
    cookie = cast.visitor(app, key).client.get_cookie("plenary")
    page.context.add_cookies([{"name": "plenary", "value": cookie.value, "url": address}])


@pytest.mark.sqlite_only
def test_a_stakeholder_takes_part(app, now, live_server, page: Page):
    table = lay(app, now)
    sign_in(page, app, "bo", live_server)

    page.goto(f"/consultations/{table.slug}/agenda/1/propose")
    page.get_by_role("link", name="Options that compete").click()
    page.get_by_label("Title").fill("The name of the cluster")
    page.get_by_label("The first entries").fill("a forum\na conference")
    page.get_by_role("button", name="Preview the sentence").click()
    expect(page.locator("#phrasing")).to_contain_text("There was support for a conference.")
    page.get_by_role("button", name="Put it forward").click()
    forum, conference = page.locator("[id='P2.1']"), page.locator("[id='P2.2']")
    expect(forum).to_contain_text("a forum")

    vote(forum, "Support")
    expect(forum).to_contain_text("Recorded: Support.")
    expect(forum.locator(".figures").first).to_contain_text("Support 1")
    vote(forum, "Accept", "Reservation", "if the French title is settled")
    expect(forum.locator(".figures").first).to_contain_text("Accept 1")
    forum.get_by_role("button", name="Undo").click()
    expect(forum.locator(".figures").first).to_contain_text("Support 1")

    vote(conference, "Object")
    expect(conference).to_contain_text("Give the reason for your objection")
    conference.get_by_label("Reason", exact=True).fill("A conference is heavier.")
    conference.get_by_label("What would remove the objection").fill("One day instead of a week.")
    conference.get_by_role("button", name="Record my vote").click()
    expect(conference.locator(".objection")).to_contain_text("A conference is heavier.")
    expect(conference.locator(".objection")).to_contain_text("One day instead of a week.")

    page.get_by_label("Your comment on P2").fill("Which names were used *before*?")
    page.get_by_role("button", name="Comment").click()
    expect(page.locator("#C1")).to_contain_text("Which names were used before?")
    page.locator("#C1").get_by_role("link", name="Reply").click()
    page.get_by_label("Your reply to Bo Example").fill("I have looked: none.")
    page.locator("#reply-1").get_by_role("button", name="Reply").click()
    expect(page.locator("#C2")).to_contain_text("I have looked: none.")

    page.goto(f"/consultations/{table.slug}/mine")
    for said in ("if the French title is settled", "A conference is heavier.", "I have looked: none."):
        expect(page.locator("main")).to_contain_text(said)


@pytest.mark.sqlite_only
def test_one_position_at_a_time(app, now, live_server, page: Page):
    table = lay(app, now)
    sign_in(page, app, "bo", live_server)
    page.goto(f"/consultations/{table.slug}/vote")
    page.get_by_role("link", name="Leave it for now").click()
    page.get_by_role("link", name="P1.1").click()
    page.get_by_label("Abstain").check()
    page.get_by_role("button", name="Record my vote").click()
    expect(page.locator("main")).to_contain_text("You have voted on every position")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("main")).to_contain_text("one position for later")


def vote(position, choice: str, field: str = "", words: str = "") -> None:
    """Opens the ballot if it is folded, and votes."""
    if not position.locator("form.vote").is_visible():
        position.locator(".ballots > summary").click()
    position.get_by_role("radio", name=choice).check()
    if field:
        position.get_by_label(field, exact=True).fill(words)
    position.locator("form.vote button").click()


@pytest.mark.sqlite_only
def test_the_keyboard_goes_on_where_one_acted(app, now, live_server, open_page):
    table = lay(app, now)
    page = open_page()
    sign_in(page, app, "bo", live_server)
    page.goto(table.address)
    position = page.locator("[id='P1.1']")
    vote(position, "Object")
    expect(position.get_by_label("Reason", exact=True)).to_be_focused()
    vote(position, "Support")
    expect(position.locator(".ballots > summary")).to_be_focused()
    position.get_by_role("button", name="Undo").click()
    expect(position.locator(".ballots > summary")).to_be_focused()
    page.get_by_label("Your comment on P1").fill("A first word.")
    page.get_by_role("button", name="Comment").click()
    page.locator("#C1").get_by_role("link", name="Reply").click()
    expect(page.get_by_label("Your reply to Bo Example")).to_be_focused()


@pytest.mark.sqlite_only
def test_the_sentence_is_finished_while_one_writes(app, now, live_server, open_page):
    table = lay(app, now)
    page = open_page()
    sign_in(page, app, "bo", live_server)
    page.goto(f"{table.address}/positions/new")
    page.get_by_label("The words").press_sequentially("the week should be short")
    expect(page.locator("#phrasing")).to_contain_text("It was agreed that the week should be short.")
    page.get_by_label("Doing something").check()
    expect(page.locator("#phrasing")).to_contain_text("in favour of the week should be short.")
    expect(page.get_by_label("Doing something")).to_be_focused()
