"""A consultation in which a chair can call, and a clock that the tests set."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from flask import Flask

from app.calls.models import Call
from app.calls.queries import find_call, results, state_of
from app.consultations.models import Consultation
from app.core.calls import CallState
from app.core.roles import Role
from app.core.texts import Form
from app.core.zones import to_local
from app.db import db, write
from app.deliberation.actions import table_position
from app.deliberation.models import Position
from tests import cast
from tests.table import Table, lay


@dataclass
class Hall:
    """`amina`, `bo` speak for delegations, `cleo` for herself; `chen` chairs; two positions stand."""

    table: Table
    clock: list[datetime]

    @property
    def app(self) -> Flask:
        return self.table.app

    @property
    def root(self) -> str:
        return f"/consultations/{self.table.slug}"

    def visitor(self, key: str | None = None) -> cast.Visitor:
        return self.table.visitor(key)

    def at(self, instant: datetime) -> None:
        self.clock[0] = instant

    def call(self, *refs: str, manner: str = "call", **more: str):
        """What comes of opening a call for a day."""
        sent = {
            "manner": manner,
            "positions": list(refs) or ["P1.1"],
            "closes_at": f"{to_local(self.clock[0] + timedelta(days=1), 'UTC'):%Y-%m-%dT%H:%M:%S}",
            **more,
        }
        return self.visitor("chen").post(f"{self.root}/calls/new", sent)

    def answer(self, key: str, answer: str, place: int = 1, call: int = 1, **more: str):
        sent = {"answer": answer, **more}
        return self.visitor(key).post(f"{self.root}/calls/{call}/positions/{place}", sent)

    def state(self, call: int = 1) -> CallState:
        with self.app.app_context():
            return state_of(self.find(call), self.clock[0])

    def find(self, number: int = 1) -> Call:
        return find_call(db.session.query(Consultation).one(), number)

    def counted(self, call: int = 1) -> list[tuple[int, int, int]]:
        """Accepted, objected and silent, position by position."""
        with self.app.app_context():
            return [
                (found.tally.accept, found.tally.object, found.silent) for found in results(self.find(call))
            ]


@pytest.fixture
def hall(app: Flask, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Hall:
    table = lay(app, now)
    with app.app_context(), write():
        held = db.session.query(Consultation).one()
        for key, role in (("rosa", Role.RAPPORTEUR), ("olga", Role.OBSERVER)):
            cast.seat(held, key, now, role)
        first = db.session.query(Position).one()
        table_position(first.proposal, first.seat, "the forum should meet once a year", Form.CLAUSE, now)
    clock = [now]
    clock_of_the_server = SimpleNamespace(now=lambda zone: clock[0].astimezone(zone))
    monkeypatch.setattr("app.web.clock.datetime", clock_of_the_server)
    return Hall(table, clock)
