"""A stakeholder comes by invitation: from the letter to the consultation, and back another day."""

import re
from urllib.parse import urlsplit

import pytest

from app.accounts.models import Person
from app.consultations.actions import take_seat
from app.consultations.queries import find_consultation
from app.core.phases import Phase
from app.core.roles import Role
from app.db import db, write
from app.mail.actions import deliver
from app.web.clock import now as this_moment
from tests import cast


@pytest.fixture
def slug(app, monkeypatch, tmp_path) -> str:
    settings = app.config["SETTINGS"]
    kept = {name: getattr(settings, name) for name in settings.__struct_fields__}
    monkeypatch.setitem(app.config, "SETTINGS", type(settings)(**kept | {"instance": str(tmp_path)}))
    with app.app_context(), write():
        held = cast.consultation(this_moment(), phase=Phase.OPEN)
        cast.account("head", "head@example.org", this_moment())
        seat = find_consultation(held.slug)
        take_seat(seat, db.session.query(Person).filter_by(key="head").one(), Role.SECRETARIAT, this_moment())
        return held.slug


@pytest.mark.sqlite_only
def test_a_stakeholder_registers_by_invitation_and_lands_in_the_consultation(app, slug, page, open_page):
    secretary = open_page()
    secretary.goto("/sign-in")
    secretary.fill("#email", "head@example.org")
    secretary.fill("#password", cast.PASSWORD)
    secretary.click("main form button")
    secretary.goto(f"/consultations/{slug}/participants")
    secretary.click("text=Invite people")
    secretary.fill("#lines", "address; delegation; group\nlina@example.org; Northland; governments")
    secretary.click("text=See what it will do")
    secretary.click("text=Send the invitations")
    secretary.wait_for_selector("text=1 invitation is on its way")
    with app.app_context():
        assert deliver(this_moment()) == 1

    page.goto("/outbox")
    page.click("main li a")
    letter = page.locator("main .record a").first.get_attribute("href")
    page.goto(_path(letter))
    page.fill("#name", "Lina Example")
    page.fill("#password", "short")
    page.click("text=Accept the invitation")
    page.wait_for_selector(".error")
    assert page.input_value("#name") == "Lina Example"
    page.fill("#password", "a long enough password")
    page.click("text=Accept the invitation")
    page.wait_for_url(re.compile(rf"/consultations/{slug}$"))
    assert "You have your seat" in page.inner_text("#flashes")
    page.click("text=Sign out")
    page.click("text=Sign in")
    page.fill("#email", "lina@example.org")
    page.fill("#password", "a long enough password")
    page.click("main form button")
    page.goto(f"/consultations/{slug}/seat")
    assert "Northland" in page.inner_text("main")
    page.check("#named")
    page.click("main form button")
    assert page.is_checked("#named")


@pytest.mark.sqlite_only
def test_somebody_registers_through_the_mailbox_and_asks_for_a_seat(app, slug, page):
    with app.app_context(), write():
        find_consultation(slug).participation = "approval"
    page.goto(f"/consultations/{slug}/join")
    page.get_by_role("link", name="Register").click()
    page.fill("#email", "dora@example.org")
    page.click("text=Mail me a link")
    page.wait_for_selector("text=Look in your mail")
    with app.app_context():
        assert deliver(this_moment()) == 1
    page.click("text=read the letter in the outbox")
    page.click("main li a")
    page.goto(_path(page.locator("main .record a").first.get_attribute("href")))
    page.fill("#name", "Dora Example")
    page.fill("#password", "a long enough password")
    page.click("text=Make my account")
    page.wait_for_url(re.compile(r"/join$"))
    page.select_option("#group", label="Civil society")
    page.click("text=Ask for a seat")
    page.wait_for_selector("text=The secretariat will answer by mail")


def _path(link: str) -> str:
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
