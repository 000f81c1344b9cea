"""The secretariat of an installation begins on its command line, with or without a mail server."""

from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from app import create_app
from app.accounts.models import Account
from app.cli import main
from app.config import load_config
from app.db import db, write
from app.web.clock import now as this_moment
from tests import cast


@pytest.fixture
def house(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENARY_INSTANCE", str(tmp_path))
    monkeypatch.setenv("PLENARY_ARGON2_MEMORY_KIB", "8")
    return lambda *words: CliRunner().invoke(main, words)


def test_the_appointed_open_consultations_from_a_link_on(house):
    answer = house("appoint", " Head@Example.org ")
    assert answer.exit_code == 0
    path = urlsplit(answer.output.splitlines()[-1]).path
    head = cast.visitor(create_app(load_config()))
    data = {"name": "Head Example", "organization": "", "password": cast.PASSWORD}
    assert head.post(path, data).status_code == 303
    assert head.get("/consultations/new").status_code == 200


def test_who_has_an_account_is_appointed_at_once(house):
    house("appoint", "bo@example.org")
    app = create_app(load_config())
    with app.app_context(), write():
        cast.account("bo", "bo@example.org", this_moment())
    assert cast.visitor(app, "bo").get("/consultations/new").status_code == 403
    assert "may open" in house("appoint", "bo@example.org").output
    assert cast.visitor(app, "bo").get("/consultations/new").status_code == 200


def test_a_wrong_address_appoints_nobody(house):
    answer = house("appoint", "nobody")
    assert answer.exit_code == 1
    assert "name@example.org" in answer.output
    with create_app(load_config()).app_context():
        assert db.session.query(Account).count() == 0


def test_an_installation_without_anybody_says_how_to_begin(app, now):
    assert "plenary appoint" in cast.visitor(app).get("/").text
    with app.app_context(), write():
        cast.account("bo", "bo@example.org", now)
    assert "plenary appoint" not in cast.visitor(app).get("/").text
