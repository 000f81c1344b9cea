"""A letter goes to one address, once, in its reader's language, and says nothing that was smuggled in."""

from contextlib import suppress
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from threading import Barrier, Thread

import msgspec
import pytest

from app.core.words import Refusal
from app.db import db, write
from app.mail.actions import PATIENCE, deliver, forget_letters, post
from app.mail.composition import compose
from app.mail.models import Letter
from app.mail.outbox import find_message
from app.mail.queries import unreached
from tests import cast
from tests.mail.sink import serving

ROOT_LINK = "http://127.0.0.1:5000/x"


@pytest.fixture
def sink(app, monkeypatch):
    with serving() as sink:
        _set(app, monkeypatch, smtp_host="127.0.0.1", smtp_port=sink.port, smtp_starttls=False)
        yield sink


@pytest.fixture
def outbox(app, monkeypatch, tmp_path):
    _set(app, monkeypatch, instance=str(tmp_path))
    return tmp_path / "outbox"


def test_a_letter_goes_to_its_one_recipient(app, sink, now):
    _post(app, now)
    assert _deliver(app, now) == 1
    (envelope,) = sink.received
    message = message_from_bytes(envelope.content, policy=default)
    assert envelope.rcpt_tos == ["amina@example.org"]
    assert envelope.mail_from == "plenary@localhost"
    assert ROOT_LINK in message.get_body(("plain",)).get_content()
    assert f'<a href="{ROOT_LINK}">' in message.get_body(("html",)).get_content()
    assert message["Auto-Submitted"] == "auto-generated"
    assert cast.letters(app) == []


def test_a_letter_goes_only_with_the_act(app, sink, now):
    with app.app_context():
        with suppress(Refusal), write():
            post("reset", "amina@example.org", "", now, link=ROOT_LINK)
            raise Refusal("It was not allowed after all.")
        assert deliver(now) == 0
    assert sink.received == []


HOSTILE = [
    "Title\r\nBcc: evil@example.org",
    "Title\nSubject: another",
    "Title\u2028Bcc: evil@example.org",
    "Title\x0bBcc: evil@example.org",
    "=?utf-8?q?=0D=0ABcc:_evil@example.org?=",
    '"quoted", <evil@example.org>',
    "x" * 10_000,
    "عنوان طويل جدا " * 20,
    "\x00\x1b[31m",
]


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_a_title_stays_within_its_header(app, sink, now, title):
    _post(app, now, occasion="invitation", consultation=title, role="Participant", delegation=title)
    assert _deliver(app, now) == 1
    (envelope,) = sink.received
    message = message_from_bytes(envelope.content, policy=default)
    assert envelope.rcpt_tos == ["amina@example.org"]
    assert message["To"] == "amina@example.org"
    assert [name for name in message.keys() if name.lower() in {"bcc", "cc"}] == []  # noqa: SIM118 - headers repeat
    assert len(message.get_all("Subject")) == 1
    assert len(message["Subject"]) <= 150
    assert message.defects == []


@pytest.mark.parametrize(
    "occasion", ["register", "known", "reset", "unknown", "password", "address", "moved"]
)
@pytest.mark.parametrize("language", ["", "en", "ar", "zh"])
def test_every_letter_can_be_written(app, now, occasion, language):
    with app.app_context(), write():
        post(occasion, "amina@example.org", language, now, link=ROOT_LINK)
        message = compose(db.session.query(Letter).one(), now)
    assert message["Subject"]
    assert ROOT_LINK in message.get_body(("plain",)).get_content()
    direction = "rtl" if language == "ar" else "ltr"
    assert f'dir="{direction}"' in message.get_body(("html",)).get_content()


def test_what_people_wrote_is_text_in_a_letter(app, now):
    data = {
        "link": ROOT_LINK,
        "consultation": "<script>alert(1)</script>",
        "role": "Chair",
        "delegation": "<b>",
    }
    with app.app_context(), write():
        post("invitation", "amina@example.org", "", now, **data)
        message = compose(db.session.query(Letter).one(), now)
    html = message.get_body(("html",)).get_content()
    assert "<script>" not in html
    assert "<b>" not in html


def test_without_a_server_mail_is_kept_in_the_outbox_and_read_there(app, outbox, now):
    _post(app, now)
    _deliver(app, now)
    (path,) = outbox.glob("*.eml")
    visitor = cast.visitor(app)
    assert "amina@example.org" in visitor.get("/outbox").text
    assert f'href="{ROOT_LINK}"' in visitor.get(f"/outbox/{path.stem}").text


@pytest.mark.parametrize("setting", [{"production": True}, {"smtp_host": "mail.example"}], ids=str)
def test_the_outbox_is_nobodys_business_elsewhere(app, outbox, now, monkeypatch, setting):
    _post(app, now)
    _deliver(app, now)
    (path,) = outbox.glob("*.eml")
    _set(app, monkeypatch, **setting)
    assert cast.visitor(app).get("/outbox").status_code == 404
    assert cast.visitor(app).get(f"/outbox/{path.stem}").status_code == 404


@pytest.mark.parametrize(
    "name", ["../secret_key", "..%2fsecret_key", "x", "secret_key", "%00", "20260101-000000-000000-"]
)
def test_the_outbox_shows_nothing_but_letters(app, outbox, name):
    outbox.mkdir()
    (outbox.parent / "secret_key.eml").write_text("Subject: secret\n\nsecret")
    assert cast.visitor(app).get(f"/outbox/{name}").status_code == 404
    with app.app_context():
        assert find_message(name) is None


def test_a_letter_that_fails_is_kept_and_tried_again_later_and_later(app, sink, now):
    _post(app, now)
    sink.answer = "451 Try again later"
    assert _deliver(app, now) == 0
    assert _deliver(app, now + timedelta(minutes=4)) == 0
    with app.app_context():
        assert unreached(["amina@example.org", "bo@example.org"]) == {"amina@example.org"}
    sink.answer = "250 OK"
    assert _deliver(app, now + timedelta(minutes=5)) == 1
    assert len(sink.received) == 1


def test_a_letter_that_fails_for_days_is_given_up_and_at_last_forgotten(app, sink, now):
    _post(app, now)
    sink.answer = "550 No such user"
    later = now
    for wait in (*PATIENCE, timedelta(days=1)):
        _deliver(app, later)
        later += wait
    assert [letter.try_at for letter in cast.letters(app)] == [None]
    _post(app, now + timedelta(days=40), address="bo@example.org")
    sink.answer = "250 OK"
    _deliver(app, now + timedelta(days=40))
    assert cast.letters(app) == []
    assert [envelope.rcpt_tos for envelope in sink.received] == [["bo@example.org"]]


def test_where_there_is_no_server_all_wait_and_nobody_is_given_up(app, sink, monkeypatch, now):
    for number in range(3):
        _post(app, now, address=f"p{number}@example.org")
    _set(app, monkeypatch, smtp_port=1)
    for days in range(10):
        assert _deliver(app, now + timedelta(days=days)) == 0
    assert [letter.tries for letter in cast.letters(app)] == [0, 0, 0]
    _set(app, monkeypatch, smtp_port=sink.port)
    assert _deliver(app, now + timedelta(days=10)) == 3
    assert len(sink.received) == 3


def test_of_whom_it_is_not_known_whether_it_arrived_nothing_is_sent_again(app, sink, now):
    _post(app, now)
    with app.app_context(), write():  # as a process leaves it that dies with the letter in hand
        db.session.query(Letter).one().handed_at = now
    assert _deliver(app, now + timedelta(days=1)) == 0
    assert sink.received == []
    with app.app_context():
        assert unreached(["amina@example.org"]) == {"amina@example.org"}
    _post(app, now + timedelta(days=40), address="bo@example.org")
    _deliver(app, now + timedelta(days=40))
    assert cast.letters(app) == []


def test_each_try_of_a_letter_is_the_same_message(app, sink, now):
    _post(app, now)
    first = cast.letters(app)[0]
    sink.answer = "451 Try again later"
    _deliver(app, now)
    with app.app_context():
        (second,) = cast.letters(app)
        assert compose(first, now)["Message-ID"] == compose(second, now)["Message-ID"]


def test_a_server_without_encryption_is_not_trusted_when_encryption_is_wanted(app, sink, monkeypatch, now):
    _set(app, monkeypatch, smtp_starttls=True)
    _post(app, now)
    assert _deliver(app, now) == 0
    assert sink.received == []


@pytest.mark.parametrize(("password", "gone"), [("right", 1), ("wrong", 0)])
def test_the_server_is_told_who_sends(app, sink, monkeypatch, now, password, gone):
    _set(app, monkeypatch, smtp_user="plenary", smtp_password=password)
    _post(app, now)
    assert _deliver(app, now) == gone == len(sink.received)


def test_two_postmen_carry_each_letter_once(app, sink, now):
    for number in range(20):
        _post(app, now, address=f"p{number}@example.org")
    barrier = Barrier(4)

    def walk() -> None:
        barrier.wait()
        _deliver(app, now)

    threads = [Thread(target=walk) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(envelope.rcpt_tos[0] for envelope in sink.received) == sorted(
        f"p{n}@example.org" for n in range(20)
    )


def test_what_waits_for_somebody_can_be_taken_back(app, sink, now):
    for address in ("amina@example.org", "bo@example.org"):
        _post(app, now, address=address)
    with app.app_context(), write():
        forget_letters(["amina@example.org"])
    _deliver(app, now)
    assert [envelope.rcpt_tos for envelope in sink.received] == [["bo@example.org"]]


def _post(app, now, occasion: str = "reset", address: str = "amina@example.org", **data: str) -> None:
    with app.app_context(), write():
        post(occasion, address, "", now, **({"link": ROOT_LINK} | data))


def _deliver(app, now) -> int:
    with app.app_context():
        return deliver(now)


def _set(app, monkeypatch, **settings) -> None:
    changed = msgspec.structs.replace(app.config["SETTINGS"], **settings)
    monkeypatch.setitem(app.config, "SETTINGS", changed)
