"""Mail is a reading of what was recorded: as people want it, once for each thing, whoever dies meanwhile."""

import re
import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import msgspec
import pytest

from app.accounts.models import Account
from app.chairing.actions import determine
from app.core.determinations import Status
from app.core.outcomes import OutcomeKind
from app.core.roles import Role
from app.core.telling import Rhythm
from app.core.words import Refusal
from app.db import db, write
from app.deliberation.actions import comment_on
from app.deliberation.models import Comment
from app.mail.actions import deliver
from app.outcomes.actions import conclude
from tests import cast
from tests.mail.sink import serving
from tests.notifications.conftest import text_of

ROOT = Path(__file__).resolve().parents[2]
DAY = timedelta(days=1)
DEATHS = [  # the statements before which a process dies, one after another
    ("INSERT INTO reminder", 1),
    ("INSERT INTO notice", 2),
    ("UPDATE reading", 1),
    ("INSERT INTO letter", 2),
    ("UPDATE notice", 3),
    ("UPDATE letter", 2),
    ("DELETE FROM letter WHERE letter.id", 2),
    ("DELETE FROM letter WHERE letter.id", 3),
]


@pytest.mark.parametrize("rhythm", list(Rhythm))
def test_each_gets_the_mail_that_was_chosen(room, rhythm):
    with room.app.app_context(), write():
        room.held.closes_at = room.begun + DAY
    room.wants("amina", rhythm)
    room.does("bo", lambda seat, at: comment_on(room.proposal, seat, "Why?", at))
    room.does("bo", lambda seat, at: comment_on(room.proposal, seat, "And why not?", at))
    at = room.begun + timedelta(hours=22)  # past seven in the morning, and near the close
    cast.listen(room.app, at)
    own = [letter for letter in cast.letters(room.app) if letter.address == "amina@example.org"]
    assert (
        Counter(letter.occasion for letter in own)
        == {
            Rhythm.AT_ONCE: {"notice": 3},
            Rhythm.DAILY: {"digest": 1},
            Rhythm.DEADLINES: {"notice": 1},
            Rhythm.NEVER: {},
        }[rhythm]
    )


def test_nothing_is_told_of_what_was_rolled_back(room):
    with room.app.app_context(), suppress(Refusal), write():
        comment_on(room.proposal, room.seat("bo"), "Why?", room.begun)
        raise Refusal("It was not allowed after all.")
    assert room.told(room.begun + DAY) == []


def test_a_digest_comes_on_the_morning_of_its_reader(room):
    with room.app.app_context(), write():
        room.person("amina").timezone = "Asia/Tokyo"
    room.does("bo", lambda seat, at: comment_on(room.proposal, seat, "Why?", at))
    assert room.mail(room.begun.replace(hour=21, minute=59)) == {}
    assert list(room.mail(room.begun.replace(hour=22, minute=0))) == ["amina"]


def test_the_digest_reads_as_a_person_would_read_it(room):
    furnish(room)
    message = room.mail(room.begun + DAY, "digest")["bo"]
    assert message["Subject"] == "What is new: Name of the cluster"
    assert (
        _told(text_of(message))
        == """\
Name of the cluster

The consultation as a whole

* What happens next is on record: Next step.
  another meeting
  2 March 2026, 12:00 (UTC)
  http://127.0.0.1:5000/consultations/name-of-the-cluster/outcomes/1

1. Name

* Your comment on P1 has an answer.
  Amina Example: Because the forum meets there.
  2 March 2026, 11:00 (UTC)
  http://127.0.0.1:5000/consultations/name-of-the-cluster/proposals/1/comments/2#C2

* The chair has determined P1.1: Put forward.
  the name should be Forum
  — Only one voice.
  2 March 2026, 10:00 (UTC)
  http://127.0.0.1:5000/consultations/name-of-the-cluster/proposals/1/positions/1/determination

You get this because you have a seat in this consultation.
Choose what mail you get:
http://127.0.0.1:5000/notices/mail

No more mail:
http://127.0.0.1:5000/unsubscribe/…

--
Sent by Plenary, http://127.0.0.1:5000/
"""
    )


def test_a_digest_speaks_the_language_of_its_reader(room):
    with room.app.app_context(), write():
        room.person("bo").language = "ar"
    furnish(room)
    message = room.mail(room.begun + DAY, "digest")["bo"]
    assert message["Content-Language"] == "ar"
    told = _told(text_of(message))
    assert "* بتّ الرئيس في P1.1: مطروح.\n  the name should be Forum\n  — Only one voice.\n" in told
    assert "* رُدّ على تعليقكم على P1.\n  Amina Example: Because" in told
    assert "2 مارس 2026, 11:00 (UTC)" in told
    assert "The chair" not in told
    html = message.get_body(("html",)).get_content()
    assert '<html lang="ar" dir="rtl">' in html
    assert '<blockquote lang="en" dir="auto">' in html


def furnish(room) -> None:
    """What happens in one day: a comment with its answer, a determination, a next step."""
    hour = timedelta(hours=1)
    room.does("bo", lambda seat, at: comment_on(room.proposal, seat, "Why?", at))
    room.does(
        "carla",
        lambda seat, at: determine(
            seat, room.proposal, room.position, Status.FORWARD, "Only one voice.", "", at
        ),
    )
    room.does(
        "amina",
        lambda seat, at: comment_on(
            room.proposal,
            seat,
            "Because the *forum* meets there.",
            at,
            parent=db.session.query(Comment).first(),
        ),
        room.begun + hour,
    )
    room.does(
        "carla",
        lambda seat, at: conclude(seat, room.held, OutcomeKind.NEXT_STEP, "another meeting", at),
        room.begun + 2 * hour,
    )


def _told(text: str) -> str:
    """A letter with the token of its link left out, and no blanks at the ends of its lines."""
    return re.sub(r"(/unsubscribe/)\S+", r"\1…", re.sub(r" +$", "", text, flags=re.MULTILINE))


def test_letters_about_one_matter_hang_together_and_can_be_stopped_in_one_click(room):
    room.wants("amina", Rhythm.AT_ONCE)
    room.does("bo", lambda seat, at: comment_on(room.proposal, seat, "Why?", at, position=room.position))
    message = room.mail(room.begun + DAY)["amina"]
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Id"] == "<name-of-the-cluster.localhost>"
    assert message["References"] == message["In-Reply-To"] == "<name-of-the-cluster.P1@localhost>"
    path = message["List-Unsubscribe"].removeprefix("<http://127.0.0.1:5000").removesuffix(">")
    program = room.app.test_client()  # without a session, without a token
    assert "Stop the letters" in program.get(path).text
    assert room.mail(room.begun + DAY)["amina"], "looking at it stops nothing"
    assert program.post(path, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    assert room.mail(room.begun + DAY) == {}
    assert program.post(path[:-2], data={}).status_code == 410
    page = cast.visitor(room.app, "amina").get("/notices/mail").text
    assert '<option value="never" selected>' in page


HOSTILE = [
    "x\r\nBcc: evil@example.org",
    "x\nSubject: another",
    "=?utf-8?q?=0D=0ABcc:_evil@example.org?=",
    "x\u2028y",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_names_and_titles_stay_within_their_headers(room, words):
    with room.app.app_context(), write():
        room.held.title = words
        room.person("bo").name = words
    room.wants("amina", Rhythm.AT_ONCE)
    room.does("bo", lambda seat, at: comment_on(room.proposal, seat, "Why?", at))
    with serving() as sink:
        _deliver(room, sink, room.begun + DAY)
    (message,) = [message_from_bytes(envelope.content, policy=default) for envelope in sink.received]
    assert message["To"] == "amina@example.org"
    assert message["Bcc"] is None
    assert len(message.get_all("Subject")) == 1
    assert message.defects == []


def test_while_the_mail_server_is_down_letters_wait_and_then_go_once(room):
    room.wants("amina", Rhythm.AT_ONCE)
    room.does("bo", lambda seat, at: comment_on(room.proposal, seat, "Why?", at))
    with serving() as sink:
        pass  # it was there, and is gone
    for days in range(1, 4):
        assert _deliver(room, sink, room.begun + days * DAY) == 0
    with serving() as sink:
        assert _deliver(room, sink, room.begun + 4 * DAY) == 1
        assert _deliver(room, sink, room.begun + 5 * DAY) == 0
    assert len(sink.received) == 1


def test_whichever_processes_die_in_the_middle_each_notice_is_mailed_exactly_once(room):
    with room.app.app_context(), write():
        room.held.closes_at = room.begun + DAY
        for number in range(8):
            seat = cast.seat(room.held, f"p{number}", room.begun, Role.PARTICIPANT)
            db.session.add(
                Account(
                    person=seat.person,
                    email=f"p{number}@example.org",
                    password_hash="",
                    stamp="",
                    created_at=room.begun,
                )
            )
    for number in range(4):
        room.wants(f"p{number}", Rhythm.AT_ONCE)
    furnish(room)
    now = room.begun + timedelta(hours=22)
    with serving() as sink:
        for statement, nth in DEATHS:
            assert _run(room, sink, now, statement, str(nth)).wait() == -signal.SIGKILL, statement
        last = [_run(room, sink, now) for _ in range(2)]
        assert [child.wait() for child in last] == [0, 0]
    left = cast.letters(room.app)
    assert len(left) == 2, "those that were in hand, of which nobody knew"
    assert all(letter.handed_at for letter in left)
    messages = [message_from_bytes(envelope.content, policy=default) for envelope in sink.received]
    got = Counter((message["To"].partition("@")[0], str(message["Subject"])[:21]) for message in messages)
    assert got == dict.fromkeys(_due(), 1)


def _due() -> list[tuple[str, str]]:
    """Who is to get which letter, by the beginning of its subject."""
    singly, together = ([f"p{number}" for number in numbers] for numbers in (range(4), range(4, 8)))
    return [
        *((key, "You can vote until 3 ") for key in singly),
        *((key, "What is new: Name of ") for key in ("amina", "bo", "rafael", "ola", *together)),
        *((key, "The chair has determi") for key in singly),
        *((key, "What happens next is ") for key in singly),
    ]


def _run(room, sink, now, *death: str) -> subprocess.Popen:
    url = room.app.config["SQLALCHEMY_DATABASE_URI"]
    order = [sys.executable, "-m", "tests.notifications.child", url, str(sink.port), now.isoformat(), *death]
    return subprocess.Popen(order, cwd=ROOT)


def _deliver(room, sink, at) -> int:
    """What leaves by a server, at an instant."""
    cast.listen(room.app, at)
    settings = room.app.config["SETTINGS"]
    room.app.config["SETTINGS"] = msgspec.structs.replace(
        settings, smtp_host="127.0.0.1", smtp_port=sink.port, smtp_starttls=False
    )
    try:
        with room.app.app_context():
            return deliver(at)
    finally:
        room.app.config["SETTINGS"] = settings
