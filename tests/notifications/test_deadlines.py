"""Of a deadline those are reminded who have not answered, once, and the others are left in peace."""

from datetime import date, timedelta

from app.chairing.actions import determine
from app.chairing.filing import file_statement
from app.consultations.frame import set_dates
from app.core.determinations import Status
from app.core.minority import Naming
from app.core.outcomes import OutcomeKind
from app.core.phases import Phase
from app.core.votes import Choice
from app.db import db, write
from app.notifications.models import Notice
from app.outcomes.actions import conclude
from app.publication.actions import circulate, correct, extend
from app.publication.models import Circulation
from app.voting.actions import cast_vote
from tests import cast
from tests.notifications.conftest import text_of

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def closes(room, after: timedelta) -> None:
    with room.app.app_context(), write():
        room.held.opens_at = room.begun
        room.held.closes_at = room.begun + after


def test_who_has_not_voted_is_reminded_two_days_ahead_and_who_has_is_not(room):
    closes(room, 10 * DAY)
    room.does("bo", lambda seat, at: cast_vote(seat, room.position, Choice.SUPPORT, at))
    assert room.told(room.begun + 8 * DAY - HOUR) == []
    assert room.told(room.begun + 8 * DAY + HOUR) == [("amina", "vote soon")]
    assert room.told(room.begun + 9 * DAY) == [("amina", "vote soon")]


def test_another_closing_time_is_another_deadline(room):
    closes(room, 10 * DAY)
    room.told(room.begun + 9 * DAY)
    closes(room, 20 * DAY)
    assert len(room.told(room.begun + 19 * DAY, "vote soon")) == 4  # amina and bo, twice


def test_when_the_time_has_passed_everybody_hears_it_though_nobody_was_awake(room):
    closes(room, 10 * DAY)
    assert [key for key, _ in room.told(room.begun + 10 * DAY, "closed by the clock")] == [
        "amina",
        "bo",
        "carla",
        "rafael",
        "ola",
    ]


def test_who_was_asleep_for_a_week_does_not_hear_of_what_is_long_over(room):
    closes(room, 10 * DAY)
    assert room.told(room.begun + 17 * DAY) == []


def test_a_reminder_that_was_answered_meanwhile_is_not_mailed(room):
    closes(room, 10 * DAY)
    at = room.begun + 9 * DAY
    assert sorted(room.mail(at)) == ["amina", "bo"]
    room.does("bo", lambda seat, at: cast_vote(seat, room.position, Choice.SUPPORT, at))
    assert sorted(room.mail(at)) == ["amina"]
    assert room.mail(room.begun + 10 * DAY).keys() & {"amina"} == {"amina"}  # that it is closed
    page = cast.visitor(room.app, "bo").get("/notices").text
    assert "Settled" in page


def test_the_draft_report_asks_those_who_proposed_no_correction(room):
    with room.app.app_context(), write():
        room.held.phase = Phase.CLOSED
    until = room.begun + 6 * DAY
    room.does("rafael", lambda seat, at: circulate(room.held, until, "", at, seat=seat))
    draft = lambda: db.session.query(Circulation).one()  # noqa: E731
    room.does("amina", lambda seat, at: correct(draft(), "p1-1", "Better.", "So.", at, seat=seat))
    reminded = room.told(room.begun + 5 * DAY, "correct soon")
    assert [key for key, _ in reminded] == ["bo", "carla", "rafael"]
    room.does("rafael", lambda seat, at: extend(draft(), until + 9 * DAY, "Holidays.", at, seat=seat))
    assert len(room.told(room.begun + 14 * DAY, "correct soon")) == 6
    assert [key for key, _ in room.told(until + 9 * DAY, "corrections over")] == ["rafael"]


def test_dissenters_are_reminded_of_the_time_for_their_statements(room):
    with room.app.app_context(), write():
        room.held.statement_days = 6
    for key in ("amina", "bo"):
        room.does(
            key, lambda seat, at: cast_vote(seat, room.position, Choice.DISAGREE, at, reason="Too vague.")
        )
    room.does(
        "carla",
        lambda seat, at: determine(seat, room.proposal, room.position, Status.BROAD, "Most.", "So.", at),
    )
    room.does(
        "amina",
        lambda seat, at: file_statement(seat, room.proposal, room.position, "No.", Naming.UNNAMED, at),
    )
    assert room.told(room.begun + 3 * DAY, "dissent soon") == []
    assert room.told(room.begun + 5 * DAY, "dissent soon") == [("bo", "dissent soon")]


def test_officers_are_reminded_of_what_is_due_and_told_what_is_overdue(room):
    due = (room.begun + 10 * DAY).date()
    room.does(
        "carla",
        lambda seat, at: conclude(seat, room.held, OutcomeKind.DEADLINE, "comments", at, due_on=due),
    )
    assert room.told(room.begun + 10 * DAY, "due soon") == [("carla", "due soon"), ("rafael", "due soon")]
    assert len(room.told(room.begun + 11 * DAY, "overdue")) == 2
    letter = text_of(room.mail(room.begun + 11 * DAY)["rafael"])
    assert "O1 was due on 12 March 2026: Deadline." in letter
    assert due == date(2026, 3, 12)


def test_another_closing_time_is_told_at_once(room):
    def postpone(seat, at):
        set_dates(
            room.held,
            seat,
            at,
            timezone="UTC",
            closes_at=room.begun + 30 * DAY,
            held_on=None,
            place="",
            statement_days=None,
            statements_until=None,
        )

    room.does("carla", postpone)
    assert {kind for _, kind in room.told()} == {"closing moved"}
    with room.app.app_context():
        assert db.session.query(Notice).filter_by(mail_at=None).count() == 4
