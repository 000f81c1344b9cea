"""A consensus call is told to those asked; who is silent is reminded once, and all learn that it is over."""

from datetime import timedelta

import pytest

from app.calls.actions import answer_call, cancel_call, extend_call, open_call
from app.calls.models import Call
from app.core.calls import Answer, Manner
from app.core.votes import Choice
from app.db import db
from app.voting.actions import cast_vote
from app.voting.hearing import settle_objection
from app.voting.models import Objection
from tests import cast
from tests.notifications.conftest import Room

DAY = timedelta(days=1)


def put(room: Room, manner: Manner = Manner.CALL) -> None:
    """The chair puts the position to all for ten days."""
    room.does(
        "carla",
        lambda seat, at: open_call(seat, room.held, [room.position], manner, room.begun + 10 * DAY, at),
    )


def only(room: Room) -> Call:
    return db.session.query(Call).one()


@pytest.mark.parametrize(
    ("manner", "kind"), [(Manner.CALL, "asked in a call"), (Manner.SILENCE, "put under silence")]
)
def test_those_asked_are_told_and_the_silent_are_reminded(room, manner, kind):
    put(room, manner)
    told = {name for name, _ in room.told(kind=kind)}
    assert {"amina", "bo"} <= told
    assert "carla" not in told
    if manner is Manner.CALL:
        room.does("bo", lambda seat, at: answer_call(only(room).positions[0], seat, Answer.ACCEPT, at))
    soon = {name for name, _ in room.told(room.begun + 9 * DAY, "answer a call soon")}
    assert ("bo" in soon) is (manner is Manner.SILENCE)
    assert "amina" in soon
    over = {name for name, _ in room.told(room.begun + 10 * DAY, "call over")}
    assert {"amina", "bo", "carla"} <= over


def test_more_time_and_the_end_of_a_call_are_told(room):
    put(room)
    room.told()
    room.does(
        "carla", lambda seat, at: extend_call(only(room), seat, room.begun + 12 * DAY, "A holiday.", at)
    )
    assert ("bo", "call extended") in room.told(kind="call extended")
    room.does("carla", lambda seat, at: cancel_call(only(room), seat, "The text was wrong.", at))
    assert ("bo", "call cancelled") in room.told(kind="call cancelled")
    assert room.told(room.begun + 11 * DAY, "answer a call soon") == []
    assert room.told(room.begun + 12 * DAY, "call over") == []


def test_whoever_breaks_the_silence_is_not_told_and_the_others_are(room):
    put(room, Manner.SILENCE)
    room.told()
    room.does(
        "bo",
        lambda seat, at: answer_call(only(room).positions[0], seat, Answer.OBJECT, at, reason="Not so."),
    )
    broken = {name for name, _ in room.told(kind="silence broken")}
    assert {"amina", "carla"} <= broken
    assert "bo" not in broken


def test_the_notice_of_an_answer_leads_to_the_objection(room):
    room.does("bo", lambda seat, at: cast_vote(seat, room.position, Choice.OBJECT, at, reason="Not so."))

    def answer(seat, at):
        settle_objection(db.session.query(Objection).one(), seat, "stands", "Heard.", at)

    room.does("carla", answer)
    assert ("bo", "objection answered") in room.told(kind="objection answered")
    page = cast.visitor(room.app, "bo").get("/notices").text
    assert "/proposals/1/positions/1/objections/1" in page
