"""Two at the rapporteur's desk, at the same paragraph; and one whose browser runs no scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_every_page import sign_in
from tests.browser.test_patterns import RULES
from tests.drafting.conftest import harbour  # noqa: F401 - a fixture

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


def _seated(open_page, app, key: str, javascript: bool):
    page = open_page(javascript=javascript)
    sign_in(page, app, key)
    return page


def _barriers(page) -> list[str]:
    found = Axe().run(page, options={"runOnly": RULES}).response
    return [node["html"] for each in found["violations"] for node in each["nodes"]]


def _forget_refusal(complaints: list[str]) -> None:
    complaints[:] = [said for said in complaints if CONFLICT not in said]
