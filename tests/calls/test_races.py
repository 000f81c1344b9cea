"""Fifty who answer while a chair closes: what counted before the close is what is counted after it."""

from functools import partial

import pytest
import sqlalchemy as sa

from app.calls.models import CallAnswer
from app.consultations.models import Consultation
from app.core.calls import CallState
from app.core.votes import Tally
from app.db import db, write
from app.deliberation.models import Position
from app.ledger.models import Event
from app.voting.models import Objection
from app.voting.queries import recount
from tests import cast
from tests.calls.conftest import Hall
from tests.voting.test_races import at_once

CROWD = 50


@pytest.mark.parametrize(
    ("ending", "sent", "act", "state"),
    [
        ("calls/1/cancellation", {"reason": "The text was wrong."}, "cancel", CallState.CANCELLED),
        ("phase/closed", {}, "advance", CallState.CUT_SHORT),
    ],
)
def test_fifty_answers_race_a_chair_who_closes(hall: Hall, now, ending, sent, act, state):
    with hall.app.app_context(), write():
        held = db.session.query(Consultation).one()
        for number in range(CROWD):
            cast.seat(held, f"voter {number}", now)
    assert hall.call("P1.1").status_code == 303
    ballot = f"{hall.root}/calls/1/positions/1"
    windows = [hall.visitor(f"voter {number}") for number in range(CROWD)]
    tokens = [window.token() for window in windows]
    chair = hall.visitor("chen")
    closing = {**sent, "csrf_token": chair.token()}

    def answers(number: int) -> int:
        given = {"answer": "accept"} if number % 2 else {"answer": "object", "reason": "Not so."}
        return windows[number].client.post(ballot, data={**given, "csrf_token": tokens[number]}).status_code

    def closes() -> int:
        return chair.client.post(f"{hall.root}/{ending}", data=closing).status_code

    acts = [partial(answers, number) for number in range(CROWD)]
    acts.insert(CROWD // 2, closes)
    came = at_once(acts)
    assert came.pop(CROWD // 2) == 303
    assert set(came) <= {303, 409}
    accepted = sum(code == 303 for code in came[1::2])
    objected = sum(code == 303 for code in came[::2])
    assert hall.counted() == [(accepted, objected, CROWD + 3 - accepted - objected)]
    assert hall.state() is state
    with hall.app.app_context():
        close = db.session.scalar(sa.select(Event.id).where(Event.act == act).order_by(Event.id.desc()))
        late = sa.select(sa.func.count()).select_from(Event).where(Event.act == "answer", Event.id > close)
        assert db.session.scalar(late) == 0
        assert db.session.query(CallAnswer).count() == accepted + objected
        assert recount(db.session.query(Position).filter_by(number=1).one()) == Tally(
            accept=accepted, object=objected
        )
        assert db.session.query(Objection).count() == objected


def test_of_fifty_objections_at_once_one_stops_a_silence_procedure(hall: Hall, now):
    with hall.app.app_context(), write():
        held = db.session.query(Consultation).one()
        for number in range(CROWD):
            cast.seat(held, f"voter {number}", now)
    hall.call("P1.1", manner="silence")
    windows = [hall.visitor(f"voter {number}") for number in range(CROWD)]
    sent = [{"answer": "object", "reason": "Not so.", "csrf_token": window.token()} for window in windows]
    ballot = f"{hall.root}/calls/1/positions/1"
    came = at_once(
        [
            lambda w=window, d=data: w.client.post(ballot, data=d).status_code
            for window, data in zip(windows, sent, strict=True)
        ]
    )
    assert sorted(came) == [303] + [409] * (CROWD - 1)
    assert hall.state() is CallState.STOPPED
    assert hall.counted() == [(0, 1, CROWD + 2)]
