"""The life of a determination is told: that it is provisional, challenged, answered, final."""

from datetime import timedelta

from app.chairing.actions import determine
from app.chairing.reviewing import (
    answer_challenges,
    appeal,
    challenge,
    extend_review,
    hear_appeal,
    withdraw_determination,
)
from app.chairing.rounds import Round, rounds_on
from app.core.determinations import Status
from app.core.objections import Behalf
from app.core.votes import Choice
from app.db import write
from app.voting.actions import cast_vote

DAY = timedelta(days=1)


def reviewed(room) -> None:
    """Bo votes for it, the chair finds it not retained, and it can be challenged for ten days."""
    with room.app.app_context(), write():
        procedure = {"review_days": 10, "challengers": 1}
        room.held.procedure = type(room.held.procedure)(**procedure)
    room.does("bo", lambda seat, at: cast_vote(seat, room.position, Choice.SUPPORT, at))
    room.does(
        "carla",
        lambda seat, at: determine(
            seat, room.proposal, room.position, Status.REJECTED, "Only one.", "One.", at
        ),
    )


def last(room, seat, at) -> Round:
    return rounds_on(room.proposal, room.position, at, seat)[-1]


def test_what_is_provisional_can_be_challenged_and_whoever_voted_otherwise_is_reminded(room):
    reviewed(room)
    assert room.told(kind="determined provisionally")[0] == ("amina", "determined provisionally")
    assert room.told(kind="determined") == []
    assert room.told(room.begun + 9 * DAY, "challenge soon") == [("bo", "challenge soon")]
    assert room.told(room.begun + 9 * DAY, "answer soon") == []
    assert len(room.told(room.begun + 10 * DAY, "final")) == 5


def test_a_challenge_waits_for_the_chair_and_its_answer_for_whoever_challenged(room):
    reviewed(room)
    room.told()
    room.does("bo", lambda seat, at: challenge(seat, last(room, seat, at), "Nobody asked.", Behalf.SELF, at))
    assert room.told(kind="challenged") == [("amina", "challenged"), ("carla", "challenged")]
    assert room.told(room.begun + 9 * DAY, "challenge soon") == []
    assert room.told(room.begun + 9 * DAY, "answer soon") == [("carla", "answer soon")]
    later = room.begun + 9 * DAY
    room.does(
        "carla", lambda seat, at: answer_challenges(seat, last(room, seat, at), "We did ask.", at), later
    )
    assert room.told(later, "challenge answered") == [("bo", "challenge answered")]


def test_more_time_a_withdrawal_and_an_appeal_with_its_answer_are_told(room):
    reviewed(room)
    room.told()
    room.does("bo", lambda seat, at: appeal(seat, last(room, seat, at), "Unheard.", Behalf.SELF, at))
    room.does(
        "carla",
        lambda seat, at: hear_appeal(seat, last(room, seat, at).appeals[0], "It was heard.", at),
    )
    room.does(
        "carla",
        lambda seat, at: extend_review(seat, last(room, seat, at), at + 20 * DAY, "Holidays.", at),
    )
    room.does("carla", lambda seat, at: withdraw_determination(seat, last(room, seat, at), "A slip.", at))
    told = room.told()
    assert [pair for pair in told if pair[1] == "appealed"] == [("carla", "appealed"), ("rafael", "appealed")]
    assert ("bo", "appeal answered") in told
    assert ("ola", "review extended") in told
    assert ("ola", "determination withdrawn") in told
    assert room.told(room.begun + 20 * DAY, "final") == []
