"""What holds at every address: forged requests are refused, reading changes nothing, the gate decides."""

import hashlib

import pytest
import sqlalchemy as sa
from flask import Flask
from wtforms.validators import InputRequired

from app.consultations.queries import find_consultation
from app.core.acts import RULES, Act, may
from app.core.phases import Phase
from app.core.roles import Role
from app.db import db
from app.web.forms import TIDIED, TidyForm
from app.web.origin import SAFE_METHODS
from tests import cast
from tests.sweeps.addresses import act_of, address, rules
from tests.sweeps.conftest import ROLES, set_phase

FORGERIES = {
    "from another site": {"Sec-Fetch-Site": "cross-site"},
    "from a sibling host": {"Sec-Fetch-Site": "same-site"},
    "from another origin": {"Origin": "https://evil.example"},
    "from nowhere": {"Origin": "null"},
}
WITHOUT_TRACE = {"session"}  # signing in is not part of the record
ONE_CLICK = {"notices.stop"}  # sent by mail programs; the token in its address is the proof


@pytest.mark.parametrize("forgery", FORGERIES)
def test_no_forged_request_gets_in(app: Flask, slug: str, forgery: str) -> None:
    secretary = cast.visitor(app, Role.SECRETARIAT)
    before = state(app)
    for rule in rules(app):
        if rule.methods - SAFE_METHODS:
            response = secretary.post(address(app, rule, slug), headers=FORGERIES[forgery])
            assert response.status_code == 400, f"{rule.rule} lets a request in {forgery}"
    assert state(app) == before


def test_no_request_gets_in_without_its_token(app: Flask, slug: str) -> None:
    secretary = cast.visitor(app, Role.SECRETARIAT)
    before = state(app)
    for rule in rules(app):
        if rule.methods - SAFE_METHODS:
            response = secretary.client.post(address(app, rule, slug))
            assert response.status_code == (410 if rule.endpoint in ONE_CLICK else 400), rule.rule
    assert state(app) == before


@pytest.mark.parametrize("role", ROLES)
def test_reading_changes_nothing(app: Flask, slug: str, role: str) -> None:
    reader = cast.visitor(app, role)
    before = state(app)
    for rule in rules(app):
        if "GET" in rule.methods:
            for _ in range(2):
                response = reader.get(address(app, rule, slug))
                assert response.status_code < 500, f"{rule.rule} fails for the {role}"
    assert state(app) == before


@pytest.mark.sqlite_only  # the gate asks the same of either database
@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("role", ROLES)
def test_the_table_of_acts_decides_at_every_address(app: Flask, slug: str, role: str, phase: Phase) -> None:
    for rule in rules(app):
        act = act_of(app, rule.endpoint)
        if act is None:
            continue
        set_phase(app, slug, phase)
        asker = cast.visitor(app, role)
        ask = asker.get if "GET" in rule.methods else asker.post
        response = ask(address(app, rule, slug))
        status = response.status_code
        sees = may(Act.READ, Role(role), phase)
        refused = 409 if Role(role) in RULES[act].roles else 403
        expected = 404 if not sees else refused if not may(act, Role(role), phase) else None
        if expected:
            assert status == expected, f"{rule.rule} answers {status} to the {role} while {phase}"
        else:
            assert not (status in {403, 409} and RULES[act].words in response.text), (
                f"{rule.rule} refuses the {role} while {phase}"
            )
        restore(app, slug)


def test_every_answer_carries_the_headers(app: Flask, slug: str) -> None:
    reader = cast.visitor(app, Role.SECRETARIAT)
    for rule in rules(app):
        if "GET" in rule.methods:
            headers = reader.get(address(app, rule, slug)).headers
            policy = headers["Content-Security-Policy"]
            assert "unsafe" not in policy, rule.rule
            assert "frame-ancestors 'none'" in policy or "sandbox" in policy, rule.rule
            assert headers["X-Content-Type-Options"] == "nosniff", rule.rule
            assert "no-store" in headers["Cache-Control"], rule.rule


def state(app: Flask) -> dict[str, str]:
    """A digest of every table's rows."""
    with app.app_context():
        return {
            table.name: hashlib.sha256(
                repr(db.session.execute(sa.select(table).order_by(*table.primary_key)).all()).encode()
            ).hexdigest()
            for table in db.metadata.sorted_tables
            if table.name not in WITHOUT_TRACE
        }


def restore(app: Flask, slug: str) -> None:
    """A route may have moved the consultation or its address; the next one finds it again."""
    with app.app_context():
        assert find_consultation(slug), "an empty form must not change the address"


def test_white_space_is_not_a_text(app: Flask) -> None:
    """A field that must be filled is not filled by blanks: whatever people read has words in it."""
    with app.test_request_context(method="POST"):
        for form in forms():
            for field in form(meta={"csrf": False}):
                needed = any(isinstance(check, InputRequired) for check in field.validators)
                assert not (needed and type(field) in TIDIED), (
                    f"{form.__name__}.{field.name}: DataRequired asks for words, InputRequired for anything"
                )


def forms() -> list[type[TidyForm]]:
    """Every form of the application."""
    found, waiting = [], [TidyForm]
    while waiting:
        kin = waiting.pop().__subclasses__()
        found += kin
        waiting += kin
    return found
