"""A real browser that tolerates no complaint: pages open as the person at the screen has set it up."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.wanting import skip_for_want_of

FLAGS = [
    "--no-sandbox",  # its sandbox refuses root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
REFUSED_FORM = "Failed to load resource: the server responded with a status of 422"  # how a form says no


def pytest_itemcollected(item: pytest.Item) -> None:
    if "browser" in getattr(item, "fixturenames", ()):
        item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        skip_for_want_of("a browser", "call scripts/setup test, or install Debian's chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What the browser objected to: errors on the console, broken scripts, breaches of the security policy.

    Any of them fails the test, unless the test has looked at them and cleared the list.
    """
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture
def open_page(browser: Browser, live_server: str, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens a page for one more person, who shares nothing with the others."""
    contexts = []

    def open_page(
        *,
        javascript: bool = True,
        size: tuple[int, int] = (1280, 800),
        colours: str = "light",
        language: str = "en",
    ) -> Page:
        context = browser.new_context(
            base_url=live_server,
            java_script_enabled=javascript,
            viewport={"width": size[0], "height": size[1]},
            color_scheme=colours,
            locale=language,
            timezone_id="Europe/Zurich",
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.on("console", lambda message: _hear(complaints, message.type, message.text))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(params=[True, False], ids=["javascript", "plain"])
def page(open_page: Callable[..., Page], request: pytest.FixtureRequest) -> Page:
    """A page as most people see it, once with JavaScript and once without."""
    return open_page(javascript=request.param)


def _hear(complaints: list[str], kind: str, text: str) -> None:
    if kind == "error" and not text.startswith(REFUSED_FORM):
        complaints.append(text)
