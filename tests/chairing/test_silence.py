"""Who has not spoken is named to the chair by group, and reminded once a day at most, never who has voted."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.chairing.silence import remind, silent
from app.consultations.models import Seat
from app.consultations.queries import agenda, find_consultation
from app.core.phases import Phase
from app.core.roles import Role
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice
from app.core.words import Refusal, Untimely
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal, withdraw
from app.deliberation.queries import find_position, find_proposal
from app.ledger.models import Event
from app.voting.actions import cast_vote
from app.web import clock
from tests import cast

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
def room(app, now):
    """Three delegations, one of which has two seats, somebody alone, and one vote."""
    with app.app_context(), write():
        held = cast.consultation(now)
        north = cast.delegation(held, "Northland", "governments")
        reed = cast.delegation(held, "Reading Circle")
        ada = cast.seat(held, "ada", now, delegation=north)
        cast.seat(held, "amy", now, delegation=north)
        cast.seat(held, "flo", now, delegation=reed)
        cast.seat(held, "fay", now, delegation=reed)
        cast.seat(held, "hal", now)
        cast.seat(held, "otto", now, Role.OBSERVER)
        cast.seat(held, "chen", now, Role.CHAIR)
        proposal = table_proposal(agenda(held)[0], ada, ProposalKind.TEXT, "Tides", "", now)
        position = table_position(proposal, ada, "tides should turn", Form.CLAUSE, now)
        cast_vote(ada, position, Choice.SUPPORT, now)
        return f"/consultations/{held.slug}"


@pytest.fixture
def held(app, room):
    with app.app_context(), write():
        yield find_consultation(room.rpartition("/")[2])


def seat_of(key: str) -> Seat:
    return next(seat for seat in db.session.query(Seat) if seat.person.key == key)


def names(found) -> list[str]:
    return [voice.name for voice in found]


def test_the_chair_sees_who_has_not_spoken_and_reminds_them_once(app, room) -> None:
    chen = cast.visitor(app, "chen")
    desk = chen.get(f"{room}/desk").text.split('id="silent"')[1]
    assert "Reading Circle" in desk
    assert "Hal Example" in desk
    assert "Northland" not in desk
    sent = chen.post(f"{room}/desk/reminder")
    assert (sent.status_code, sent.location) == (303, f"{room}/desk#silent")
    desk = chen.get(f"{room}/desk").text
    assert "3 people are being reminded." in desk
    assert "Remind them" not in desk
    assert chen.post(f"{room}/desk/reminder").status_code == 403
    with app.app_context():
        assert db.session.query(Event).filter_by(act="remind").count() == 3


def test_a_reminder_reaches_those_it_is_for_and_leads_to_the_vote(app, room) -> None:
    with app.app_context(), write():
        for key in ("ada", "fay", "flo", "hal"):
            person, address = seat_of(key).person, f"{key}@example.org"
            more = {"password_hash": "", "stamp": "", "created_at": clock.now()}
            db.session.add(Account(person=person, email=address, **more))
    cast.listen(app, clock.now())
    cast.visitor(app, "chen").post(f"{room}/desk/reminder")
    told = cast.told(app, clock.now() + DAY, "asked for a vote")
    assert sorted(notice.person.key for notice in told) == ["fay", "flo", "hal"]
    page = cast.visitor(app, "flo").get("/notices").text
    assert "your voice has not been heard yet" in page
    assert f"{room}/vote" in page


@pytest.mark.parametrize("key", ["ada", "otto", "secretary", None])
def test_nobody_else_reminds(app, room, key) -> None:
    assert cast.visitor(app, key).post(f"{room}/desk/reminder").status_code == 403


def test_who_votes_is_silent_no_more_and_who_voted_on_what_is_gone_is_again(held, now) -> None:
    assert names(silent(held, now)) == ["Reading Circle", "Hal Example"]
    position = find_position(find_proposal(held, 1), 1)
    cast_vote(seat_of("fay"), position, Choice.ABSTAIN, now)
    assert names(silent(held, now)) == ["Hal Example"]
    withdraw(position, seat_of("ada"), now)
    assert names(silent(held, now)) == ["Northland", "Reading Circle", "Hal Example"]


@pytest.mark.parametrize(("after", "again"), [(DAY - SECOND, False), (DAY, True)])
def test_nobody_is_reminded_twice_within_a_day(held, now, after, again) -> None:
    chen = seat_of("chen")
    assert remind(chen, silent(held, now), now) == 3
    at = now + after
    if again:
        assert remind(chen, silent(held, at), at) == 3
        return
    assert all(voice.reminded for voice in silent(held, at))
    with pytest.raises(Refusal, match="within a day"):
        remind(chen, silent(held, at), at)


def test_nobody_is_reminded_of_a_vote_that_is_over(held, now) -> None:
    found = silent(held, now)
    held.phase = Phase.CLOSED
    assert not silent(held, now)
    with pytest.raises(Untimely):
        remind(seat_of("chen"), found, now)
