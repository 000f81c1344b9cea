"""Every component can be used by everybody: axe finds nothing, and nothing hides beyond the edge."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIGHTS = {  # those in which test_every_page does not see them
    "tablet": {"size": (768, 1024)},
    "narrow, right to left, dark": {"size": (320, 640), "language": "ar", "colours": "dark"},
}


@pytest.fixture(params=SIGHTS.values(), ids=SIGHTS)
def sight(open_page, request):
    page = open_page(**request.param)
    page.goto("/patterns")
    return page


@pytest.mark.sqlite_only
def test_axe_finds_nothing_in_any_component(sight):
    found = Axe().run(sight, options={"runOnly": RULES}).response
    assert found["passes"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []


@pytest.mark.sqlite_only
def test_no_component_makes_the_page_scroll_sideways(sight):
    assert sight.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.sqlite_only
def test_a_field_appears_with_the_vote_that_may_carry_it(open_page):
    page = open_page()
    page.goto("/patterns")
    ballot = page.locator("#vote-12")
    assert not ballot.get_by_role("textbox", name="Reason").is_visible()
    ballot.get_by_role("radio", name="Accept").check()
    assert ballot.get_by_role("textbox", name="Reservation").is_visible()
    ballot.get_by_role("radio", name="Object").check()
    assert ballot.get_by_role("textbox", name="Reason").is_visible()
    assert not ballot.get_by_role("textbox", name="Reservation").is_visible()


@pytest.mark.sqlite_only
def test_a_chosen_paper_is_kept(open_page):
    page = open_page()
    page.goto("/patterns")
    page.get_by_label("Paper").select_option("dark")
    page.goto("/patterns")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


@pytest.mark.sqlite_only
def test_typed_text_is_not_left_behind_unasked(open_page):
    page = open_page()
    page.goto("/patterns")
    page.get_by_label("Position", exact=True).fill("that the cluster be called a forum")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/")
    assert asked == ["beforeunload"]


@pytest.mark.sqlite_only
@pytest.mark.parametrize(("javascript", "shown"), [(True, "15:02 CET"), (False, "14:02 (UTC)")])
def test_every_time_says_its_zone_where_it_stands(open_page, javascript, shown):
    page = open_page(javascript=javascript)
    page.goto("/patterns")
    times = page.locator("#positions time").all_inner_texts()
    assert times
    assert [time for time in times if not time.endswith(shown)] == []
