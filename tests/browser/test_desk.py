"""Two at the rapporteur's desk, at the same paragraph; and one whose browser runs no scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from app.chairing.actions import determine
from app.consultations.models import Seat
from app.core.determinations import Status
from app.core.roles import Role
from app.db import db, write
from app.deliberation.models import Position
from app.web import clock
from tests.browser.test_every_page import sign_in
from tests.browser.test_patterns import RULES
from tests.drafting.conftest import harbour  # noqa: F401 - a fixture
from tests.drafting.test_desk import withdraw

CONFLICT = "Failed to load resource: the server responded with a status of 409"


@pytest.mark.sqlite_only
@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_two_reword_one_paragraph_and_neither_text_is_lost(
    app,
    open_page,
    complaints,
    harbour,  # noqa: F811
    javascript,
):
    first, second = (_seated(open_page, app, key, javascript) for key in ("rapporteur", "second"))
    for page in (first, second):
        page.goto(harbour)
        page.locator("#p1-1").get_by_role("link", name="Reword").click()
        page.get_by_label("The words in the report").wait_for()
        assert not javascript or _barriers(page) == []

    first.get_by_label("The words in the report").fill("The pier is old.")
    if javascript:
        first.get_by_label("The words in the report").press("Tab")
        first.get_by_role("status").filter(has_text="Kept at").wait_for()
    first.get_by_role("button", name="Save in the draft").click()
    first.locator("#p1-1 .words", has_text="The pier is old.").wait_for()
    if javascript:
        assert first.evaluate("document.activeElement.closest('#p1-1') !== null"), (
            "the keyboard goes on there"
        )

    second.get_by_label("The words in the report").fill("The pier is rotten.")
    second.get_by_role("button", name="Save in the draft").click()
    second.get_by_role("heading", name="Somebody else saved this paragraph meanwhile").wait_for()
    assert second.get_by_text("Rapporteur Example").is_visible()
    _forget_refusal(complaints)
    assert not javascript or _barriers(second) == []
    words = second.get_by_label("Yours, or one text of both")
    assert words.input_value() == "The pier is rotten."
    words.fill("The pier is old and rotten.")
    second.get_by_role("button", name="Save these words").click()
    second.locator("#p1-1 .words", has_text="The pier is old and rotten.").wait_for()

    second.locator("#p1-1").get_by_role("link", name="History").click()
    second.get_by_text("History of this paragraph").wait_for()
    assert second.locator("#p1-1 ol.rows > li").count() == 2
    second.get_by_role("button", name=re.compile("Restore this")).click()
    second.locator("#p1-1 .words", has_text=re.compile(r"The pier is old\.$")).wait_for()

    second.locator("#p1-1").get_by_role("button", name="Move down").click()
    second.locator("#p1-1 .words", has_text="2.").wait_for()


@pytest.mark.sqlite_only
def test_a_new_determination_shows_at_reworded_words_and_earlier_ones_come_back(
    app,
    page,
    harbour,  # noqa: F811
):
    sign_in(page, app, "rapporteur")
    for words in ("Everybody wants the pier repaired.", "All want the pier repaired."):
        page.goto(f"{harbour}?at=p1-1&tool=reword")
        page.get_by_label("The words in the report").fill(words)
        page.get_by_role("button", name="Save in the draft").click()
        page.locator("#p1-1 .words", has_text=words).wait_for()

    _determine(app, "P1.1", Status.DIVIDED)
    page.goto(harbour)
    page.get_by_text("1 paragraph whose record has changed").click()
    page.locator("#checks details[open]").get_by_role("link", name=re.compile("All want")).click()
    page.get_by_text("Composed now, beside what was composed when you reworded it").wait_for()
    assert page.locator("#p1-1 ins").count() >= 1
    page.get_by_role("button", name="Keep my words").click()
    page.get_by_text("whose record has changed").wait_for(state="detached")

    page.locator("#p1-1").get_by_role("link", name="History").click()
    page.get_by_text("The words were kept after the record had changed.").wait_for()
    page.get_by_role("button", name="Restore this").last.click()
    page.locator("#p1-1 .words", has_text="Everybody wants the pier repaired.").wait_for()
    page.get_by_text("1 paragraph whose record has changed").wait_for()


@pytest.mark.sqlite_only
def test_a_paragraph_is_added_with_what_it_rests_on(app, page, harbour):  # noqa: F811
    sign_in(page, app, "rapporteur")
    page.goto(harbour)
    page.locator("#p1-1").get_by_role("link", name="Add after").click()
    page.get_by_label("The new paragraph").fill("The tides were spoken of.")
    page.locator("#find-source").fill("tide")
    page.locator("#p1-1").get_by_role("button", name="Find").click()
    page.get_by_label(re.compile(r"P3\.1 the tide tables")).check()
    assert page.get_by_label("The new paragraph").input_value() == "The tides were spoken of."
    page.get_by_role("button", name="Add the paragraph").click()
    added = page.locator("#own-1", has_text="The tides were spoken of.")
    added.get_by_role("link", name="P3.1").wait_for()
    page.get_by_text("Every sentence has a source").wait_for()


@pytest.mark.sqlite_only
def test_words_for_a_paragraph_that_leaves_the_record_become_one_of_their_own(
    app,
    page,
    harbour,  # noqa: F811
    now,
    complaints,
):
    sign_in(page, app, "rapporteur")
    page.goto(f"{harbour}?at=p1-1&tool=reword")
    page.get_by_label("The words in the report").fill("The pier is old.")
    withdraw(app, now)
    page.get_by_role("button", name="Save in the draft").click()
    page.get_by_text("The paragraph has left the draft meanwhile").wait_for()
    _forget_refusal(complaints)
    assert not page.evaluate("typeof htmx !== 'undefined'") or _barriers(page) == []
    page.get_by_role("link", name="Your words are kept, at the end of the draft.").click()
    page.get_by_role("button", name="Make this a paragraph of its own").click()
    added = page.locator("#own-1", has_text="The pier is old.")
    added.get_by_role("link", name="P1.1").wait_for()
    assert page.locator("#strays").count() == 0


def _determine(app, ref: str, status: Status) -> None:
    with app.app_context(), write():
        position = next(each for each in db.session.query(Position).all() if each.ref == ref)
        chair = db.session.query(Seat).filter_by(role=Role.CHAIR).one()
        determine(chair, position.proposal, position, status, "Heard again.", "Some objected.", clock.now())


def _seated(open_page, app, key: str, javascript: bool):
    page = open_page(javascript=javascript)
    sign_in(page, app, key)
    return page


def _barriers(page) -> list[str]:
    found = Axe().run(page, options={"runOnly": RULES}).response
    return [node["html"] for each in found["violations"] for node in each["nodes"]]


def _forget_refusal(complaints: list[str]) -> None:
    complaints[:] = [said for said in complaints if CONFLICT not in said]
