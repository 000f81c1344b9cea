"""Every page of the URL map, by somebody who may see it: axe finds nothing, nothing hides beyond the edge."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask

from app.core.acts import RULES as ACTS
from app.core.acts import Act
from app.core.phases import Phase
from app.core.roles import Role
from tests import cast
from tests.browser.test_patterns import RULES
from tests.sweeps.addresses import act_of, address, rules
from tests.sweeps.conftest import set_phase, slug  # noqa: F401 - a fixture

SIGHTS = {
    "light": {},
    "dark": {"colours": "dark"},
    "narrow": {"size": (320, 640)},
    "right to left": {"language": "ar"},
}
READERS = (Role.SECRETARIAT, Role.PARTICIPANT)
ELSEWHERE = (Role.SECRETARIAT,)  # who visits the pages outside any consultation


@pytest.mark.sqlite_only
@pytest.mark.parametrize("sight", SIGHTS)
def test_every_page_can_be_used_by_everybody(app: Flask, slug: str, open_page, sight: str) -> None:  # noqa: F811
    page = open_page(**SIGHTS[sight])
    axe, faults = Axe(), []
    for role, path in pages(app, slug):
        sign_in(page, app, role)
        page.goto(path)
        found = axe.run(page, options={"runOnly": RULES}).response
        faults += [
            f"{path} ({role}): {each['id']}: {node['html']}"
            for each in found["violations"]
            for node in each["nodes"]
        ]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{path} ({role}): scrolls sideways")
        if page.locator("h1").count() != 1 and path != "/patterns":
            faults.append(f"{path} ({role}): has {page.locator('h1').count()} h1")
    assert not faults, "\n".join(faults)


def pages(app: Flask, slug: str) -> Iterator[tuple[Role, str]]:  # noqa: F811
    """Each address that answers with a page, with the people who are to look at it."""
    for rule in sorted(rules(app), key=lambda rule: rule.rule):
        if "GET" not in rule.methods:
            continue
        act = act_of(app, rule.endpoint)
        path = address(app, rule, slug)
        for role in _lookers(act):
            set_phase(app, slug, _phase_for(act))
            response = cast.visitor(app, role).get(path)
            if response.status_code == 200 and response.mimetype == "text/html":
                yield role, path


def _lookers(act: Act | None) -> tuple[Role, ...]:
    if act is None:
        return ELSEWHERE
    return READERS if act is Act.READ else tuple(role for role in Role if role in ACTS[act].roles)[-1:]


def _phase_for(act: Act | None) -> Phase:
    return Phase.OPEN if act is None or Phase.OPEN in ACTS[act].phases else Phase.CLOSED


def sign_in(page, app: Flask, role: str) -> None:
    """Makes the browser that of the person with a key."""
    cookie = cast.visitor(app, role).client.get_cookie("plenary")
    page.context.clear_cookies()
    page.context.add_cookies(
        [{"name": "plenary", "value": cookie.value, "domain": "127.0.0.1", "path": "/", "httpOnly": True}]
    )
