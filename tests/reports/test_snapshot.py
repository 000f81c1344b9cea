"""The record lists who takes part, not who only asked to."""

from datetime import datetime

import pytest
from flask import Flask

from app.consultations.queries import agenda
from app.consultations.terms import SeatState
from app.core.texts import Form, ProposalKind
from app.db import write
from app.deliberation.actions import table_position, table_proposal
from app.reports.snapshot import take_snapshot
from tests import cast


@pytest.mark.parametrize(
    ("state", "speaks", "listed"),
    [
        (SeatState.ACTIVE, False, True),
        (SeatState.REQUESTED, False, False),
        (SeatState.LEFT, False, False),
        (SeatState.LEFT, True, True),
    ],
)
def test_a_delegation_is_on_record_if_it_sits_or_spoke(
    app: Flask, now: datetime, state: SeatState, speaks: bool, listed: bool
) -> None:
    with app.app_context(), write():
        held = cast.consultation(now)
        expected = cast.delegation(held, "Nobody's yet")
        found = cast.delegation(held, "Northland Society")
        seat = cast.seat(held, "ada", now, delegation=found)
        if speaks:
            proposal = table_proposal(agenda(held)[0], seat, ProposalKind.TEXT, "The name", "", now)
            table_position(proposal, seat, "the name should be Forum", Form.CLAUSE, now)
        seat.state = state
        cast.db.session.flush()
        names = [each.name for each in take_snapshot(held, now).delegations]
        assert names == [expected.name, *([found.name] if listed else [])]
