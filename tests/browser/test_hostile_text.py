"""In a real browser, with the security policy and without it: nothing that people wrote runs or calls out."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext

from app.core.acts import Act
from app.core.roles import Role
from app.web.headers import POLICY
from tests import cast
from tests.sweeps import hostile
from tests.sweeps.addresses import act_of, addresses, rules
from tests.sweeps.conftest import set_phase, slug  # noqa: F401 - a fixture
from tests.sweeps.filling import fill_every_form, phase_for

WATCH = """
window.hits = [];
window.hit = () => hits.push("hit");
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => hits.push(name);
addEventListener("DOMContentLoaded", () => {
  for (const each of document.querySelectorAll("*")) {
    const leads = each.href?.baseVal ?? each.href ?? each.getAttribute("formaction") ?? each.action;
    const evil = leads && !/^(https?|mailto):$/.test(new URL(leads, location).protocol);
    if (evil || [...each.attributes].some(({ name }) => /^(data-)?(on|hx-on)/.test(name)))
      hits.push(each.outerHTML);
  }
});
"""
# What would take the page away, or swallow the rest of it.
LEAVING = ("<meta", "<base", "<xmp", "<!--", "<noscript", "<template", "<!-->", "<img src='//")
RAW = "<!doctype html><p>" + "</p><p>".join(
    vector for vector in hostile.MARKUP if not vector.startswith(LEAVING)
)
READ_BY = (Role.PARTICIPANT, Role.SECRETARIAT)

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def watched(browser: Browser, live_server: str) -> Iterator:
    """Opens contexts that notice what runs and what is asked of other hosts."""
    contexts = []

    def watched(*, policy: bool) -> BrowserContext:
        context = browser.new_context(base_url=live_server, bypass_csp=not policy)
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.add_init_script(WATCH)
        context.outside = []
        context.route(lambda url: not url.startswith(live_server), lambda route: refuse(context, route))
        return context

    yield watched
    for context in contexts:
        context.close()


def refuse(context: BrowserContext, route) -> None:
    context.outside.append(route.request.url)
    route.abort()


def test_what_is_not_escaped_runs_and_the_policy_stops_it(watched) -> None:
    """The control: the detector sees raw words run; the policy alone lets none of them run or call out."""
    for policy in (False, True):
        context = watched(policy=policy)
        context.route("**/raw", lambda route: route.fulfill(body=RAW, headers=HEADERS))
        page = context.new_page()
        page.goto("/raw")
        ran = page.evaluate("hits.filter(each => !each.startsWith('<')).length")
        assert (ran, context.outside) == (0, []) if policy else ran >= 3 and context.outside


HEADERS = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}


def test_without_the_policy_nothing_runs_either(app: Flask, slug: str, watched, live_server: str) -> None:  # noqa: F811
    assert len(list(fill_every_form(app, slug, hostile.words(), ways=2))) > 20
    found, context = [], watched(policy=False)
    page = context.new_page()
    for role, path in places(app, slug):
        cookie = cast.visitor(app, role).client.get_cookie("plenary")
        context.add_cookies([{"name": "plenary", "value": cookie.value, "url": live_server}])
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found += [f"{path}: {hit}" for hit in page.evaluate("hits")]
    assert (found, context.outside) == ([], [])


def places(app: Flask, slug: str) -> Iterator[tuple[Role, str]]:  # noqa: F811
    """Each page with people's words on it, and somebody who may see it."""
    for rule in rules(app):
        act = act_of(app, rule.endpoint)
        if "GET" not in rule.methods or act is None:
            continue
        set_phase(app, slug, phase_for(act))
        role = Role.CHAIR if act is Act.DETERMINE else READ_BY[act not in (Act.READ, Act.VOTE, Act.COMMENT)]
        asker = cast.visitor(app, role)
        for path in addresses(app, rule, slug):
            answer = asker.get(path)
            file = "Content-Disposition" in answer.headers
            if answer.status_code == 200 and answer.mimetype == "text/html" and not file:
                yield role, path
