"""A form changes what it shows and nothing else, wherever its request says that the thing is."""

import secrets
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from flask import Flask

from app.consultations.models import Consultation
from app.core.phases import Phase
from app.core.roles import Role
from app.db import UtcDateTime, db, write
from app.deliberation.forms import CommentForm, PositionForm, ProposalForm
from app.voting.forms import VoteForm
from app.web.origin import SAFE_METHODS
from tests import cast, databases
from tests.sweeps.addresses import act_of, addresses, rules
from tests.sweeps.conftest import furnish, set_phase
from tests.sweeps.filling import WRITERS, fill_every_form, phase_for
from tests.sweeps.test_requests import state

CHANGING = ("token_digest", "stamp", "password_hash", "key", "document", "record", "digest")
VARIED = (ProposalForm, PositionForm, CommentForm, VoteForm)  # forms with more fields than each page shows
ASKED_ELSEWHERE = {name for form in VARIED for name in dir(form)}
TRICKS = {
    "a header": {"headers": {"X-HTTP-Method-Override": "POST"}},
    "another header": {"headers": {"X-HTTP-Method": "DELETE", "X-Method-Override": "DELETE"}},
    "a field": {"query_string": {"_method": "POST", "method": "DELETE", "_HttpMethod": "PUT"}},
}

pytestmark = pytest.mark.sqlite_only


def test_a_form_changes_nothing_but_what_it_asks(app: Flask, now, monkeypatch) -> None:
    plain, overposted = (rows_after(app, now, monkeypatch, more) for more in ({}, every_column()))
    assert plain["comment"], "the forms wrote nothing"
    for table, rows in plain.items():
        assert overposted[table] == rows, table


def rows_after(app: Flask, now, monkeypatch, more: dict[str, str]) -> dict[str, list]:
    """All rows but their instants and secrets, after each form has been sent, with more than it asks."""
    databases.empty(app)
    slug = furnish(app, now)
    counted = iter(range(10**6))
    monkeypatch.setattr(secrets, "token_hex", lambda _=None: f"{next(counted):032x}")
    sent = list(fill_every_form(app, slug, lambda limit: "some words"[:limit], more, ways=1))
    assert sum(each.accepted for each in sent) > 20
    with app.app_context():
        return {
            table.name: [
                tuple(value for value, column in zip(row, table.columns, strict=True) if is_kept(column))
                for row in db.session.execute(sa.select(table).order_by(*table.primary_key))
            ]
            for table in db.metadata.sorted_tables
            if table.name not in {"session", "letter", "attempts"}
        }


def is_kept(column: sa.Column) -> bool:
    """Whether a column is the same in two runs; whether an instant is set at all is looked at elsewhere."""
    return not isinstance(column.type, UtcDateTime) and column.name not in CHANGING


def every_column() -> dict[str, str]:
    """A value for each column of each table, as somebody would send it who knows their names."""
    columns = {column.name: column for table in db.metadata.sorted_tables for column in table.columns}
    return {name: _value(column) for name, column in columns.items() if name not in ASKED_ELSEWHERE}


def _value(column: sa.Column) -> str:
    if isinstance(column.type, UtcDateTime):
        return datetime(2001, 1, 1, tzinfo=UTC).isoformat()
    named = {"role": "secretariat", "phase": "reported", "state": "active", "voter": "person:1"}
    return named.get(column.name, "7" if isinstance(column.type, sa.Integer) else "y")


@pytest.mark.parametrize("role", WRITERS)
def test_what_belongs_to_another_consultation_is_not_there(app: Flask, slug: str, now, role: Role) -> None:
    """The other consultation is empty: none of the numbers of this one mean anything in it."""
    with app.app_context(), write():
        empty = Consultation(slug="empty", title="Empty", phase=Phase.OPEN, created_at=now)
        db.session.add(empty)
        db.session.flush()
        cast.seat(empty, f"{role} of empty", now, role).number = 99  # which nobody asks for
    asker = cast.visitor(app, f"{role} of empty")
    before = state(app)
    for rule in rules(app):
        numbered = {"number", "ref", "version", "outcome_number"} & rule.arguments
        act = act_of(app, rule.endpoint)
        if not numbered or act is None:
            continue
        set_phase(app, "empty", phase_for(act))
        for path in addresses(app, rule, "empty"):
            for ask in (asker.get,) if "GET" in rule.methods else (asker.post,):
                status = ask(path).status_code
                assert status in {403, 404, 422}, f"{path} answers {status}"
            assert "The name" not in asker.get(path).text
    set_phase(app, "empty", Phase.OPEN)
    assert state(app) == before


@pytest.mark.parametrize("trick", TRICKS)
def test_a_method_is_what_it_says(app: Flask, slug: str, trick: str) -> None:
    secretary = cast.visitor(app, Role.SECRETARIAT)
    before = state(app)
    for rule in rules(app):
        for path in addresses(app, rule, slug)[:1]:
            if "GET" in rule.methods:
                assert secretary.get(path, **TRICKS[trick]).status_code < 500
            for method in {"PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"} - rule.methods:
                status = secretary.client.open(path, method=method, **TRICKS[trick]).status_code
                tame = status < 500 if method in SAFE_METHODS else status in {400, 405}
                assert tame, f"{method} {path} answers {status}"
    assert state(app) == before
