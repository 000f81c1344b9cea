"""In production mode cookies keep to this host and to https, and nothing of the demonstration is open."""

from http.cookies import SimpleCookie

import msgspec
import pytest
from flask import Flask

from app import create_app
from app.core.roles import Role
from app.db import db, write
from tests import cast
from tests.sweeps.addresses import address, rules

pytestmark = pytest.mark.sqlite_only
HTTPS = "https://plenary.example"


@pytest.fixture
def production(app: Flask):
    """The same house in production mode."""
    served = create_app(msgspec.structs.replace(app.config["SETTINGS"], production=True, base_url=HTTPS))
    yield served
    with served.app_context():
        db.engine.dispose()


def test_every_cookie_keeps_to_this_host_and_to_https(app: Flask, production: Flask, slug: str, now) -> None:
    with app.app_context(), write():
        cast.account("amina", "amina@example.org", now)
    somebody = production.test_client()
    kept = [somebody.get("/sign-in", base_url=HTTPS)]
    token = kept[0].text.split('name="csrf_token" value="')[1].split('"')[0]
    signing = {"csrf_token": token, "email": "amina@example.org", "password": cast.PASSWORD}
    kept.append(somebody.post("/sign-in", data=signing, base_url=HTTPS))
    assert kept[-1].status_code == 303
    for rule in rules(production):
        if "GET" in rule.methods:
            kept.append(somebody.get(address(production, rule, slug), base_url=HTTPS, buffered=True))
    cookies = [SimpleCookie(line) for each in kept for line in each.headers.getlist("Set-Cookie")]
    assert len(cookies) > 1
    for name, cookie in (pair for each in cookies for pair in each.items()):
        assert name.startswith("__Host-")
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
        assert (cookie["path"], cookie["domain"]) == ("/", "")
    assert all("max-age" in each.headers["Strict-Transport-Security"] for each in kept)


def test_nothing_of_the_demonstration_is_open(production: Flask, slug: str) -> None:
    somebody = cast.Visitor(production.test_client())
    assert somebody.get("/outbox", base_url=HTTPS).status_code == 404
    entered = somebody.client.post("/demonstration/sign-in", data={"key": Role.CHAIR}, base_url=HTTPS)
    assert entered.status_code in {400, 404}
    assert "Chair Example" not in somebody.get("/", base_url=HTTPS).text
