"""What a link in a letter proves, and when it no longer does."""

import re
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest

from app.accounts.actions import ask_to_reset, change_address
from app.accounts.links import LASTS, Purpose, is_proven, prove, seal, unseal
from app.accounts.models import Account, Session
from app.accounts.passwords import check_password
from app.accounts.queries import find_account
from app.db import db, write
from app.web.clock import now as this_moment
from tests import cast

NEW = {"password": "another staple of horses"}
APP = Path(__file__).parents[2] / "app"


def test_a_password_is_reset_once_and_signs_in_here_alone(app, amina, newest_link):
    elsewhere = cast.visitor(app, "amina")
    amina_here = cast.visitor(app)
    amina_here.post("/reset", {"email": amina})
    link = newest_link()
    assert amina_here.get(link).status_code == 200
    assert amina_here.post(link, NEW).status_code == 303
    assert amina_here.get("/profile").status_code == 200
    assert elsewhere.get("/profile").status_code == 303
    assert cast.visitor(app).get(link).status_code == 410
    assert cast.visitor(app).post(link, NEW).status_code == 410
    assert _password_is(app, amina, NEW["password"])
    assert cast.letters(app)[-1].occasion == "password"


def test_looking_at_the_link_uses_nothing_up(app, amina, newest_link):
    cast.visitor(app).post("/reset", {"email": amina})
    for _ in range(3):
        assert cast.visitor(app).get(newest_link()).status_code == 200
    assert _password_is(app, amina, cast.PASSWORD)


def _newer(account: Account) -> None:
    ask_to_reset(account.email, "en", "client", this_moment())


def _address_changed(account: Account) -> None:
    change_address(account, "elsewhere@example.org", this_moment())


@pytest.mark.parametrize("happening", [_newer, _address_changed], ids=["a newer link", "another address"])
def test_a_link_dies_with(app, amina, newest_link, happening):
    cast.visitor(app).post("/reset", {"email": amina})
    link = newest_link()
    with app.app_context(), write():
        happening(find_account(amina))
    assert cast.visitor(app).post(link, NEW).status_code == 410


def test_a_link_dies_with_a_change_of_the_password(app, amina, newest_link):
    cast.visitor(app).post("/reset", {"email": amina})
    link = newest_link()
    owner = cast.visitor(app, "amina")
    owner.post("/profile/password", {"current_password": cast.PASSWORD} | NEW)
    assert cast.visitor(app).post(link, {"password": "the thief's own words"}).status_code == 410
    assert _password_is(app, amina, NEW["password"])


def test_a_reset_link_lasts_an_hour(app, amina, newest_link):
    for age, status in ((timedelta(minutes=59), 200), (timedelta(minutes=61), 410)):
        with app.app_context(), write():
            ask_to_reset(amina, "en", "client", this_moment() - age)
        assert cast.visitor(app).get(newest_link()).status_code == status


def _spoilt(token: str) -> list[str]:
    head, tail = token.rsplit(".", 1)
    return [
        token[:-5],
        token.swapcase(),
        f"{head}.{tail.swapcase()}",
        head,
        f".{tail}",
        token + "A",
        "none." + tail,
        "",
        "a.b.c",
        "\x00",
    ]


@pytest.mark.parametrize("number", range(10))
def test_a_spoilt_token_says_nothing(app, now, number):
    with app.app_context():
        token = _spoilt(seal(Purpose.RESET, now, account=1, stamp="x"))[number]
        assert unseal(Purpose.RESET, token, now) is None


@pytest.mark.parametrize("made_for", list(LASTS))
@pytest.mark.parametrize("used_for", list(LASTS))
def test_a_token_serves_one_purpose(app, now, made_for, used_for):
    with app.app_context():
        token = seal(made_for, now, account=1)
        assert (unseal(used_for, token, now) is None) == (made_for is not used_for)


@pytest.mark.parametrize("purpose", list(LASTS))
def test_a_token_ends_with_its_hour(app, now, purpose):
    with app.app_context():
        token = seal(purpose, now)
        assert unseal(purpose, token, now + LASTS[purpose] - timedelta(seconds=1)) is not None
        assert unseal(purpose, token, now + LASTS[purpose]) is None


@pytest.mark.parametrize("used_for", list(Purpose))
def test_a_proof_serves_its_words_and_its_purpose(app, used_for):
    with app.app_context():
        proof = prove(Purpose.INVITATION, "the words")
        assert is_proven(used_for, "the words", proof) == (used_for is Purpose.INVITATION)
        for words, shown in (
            ("other words", proof),
            ("the words", proof[:-2]),
            ("the words", ""),
            ("the words", "é"),
        ):
            assert not is_proven(Purpose.INVITATION, words, shown)


def test_a_token_under_another_key_is_none_of_ours(app, now, monkeypatch):
    with app.app_context():
        token = seal(Purpose.RESET, now)
        monkeypatch.setattr(app, "secret_key", "another installation")
        assert unseal(Purpose.RESET, token, now) is None


def test_of_many_simultaneous_uses_one_wins(app, amina, newest_link):
    cast.visitor(app).post("/reset", {"email": amina})
    link, statuses, barrier = newest_link(), [], Barrier(16)

    def use(number: int) -> None:
        visitor = cast.visitor(app)
        data = {"password": f"another staple of horses {number}", "csrf_token": visitor.token()}
        barrier.wait()
        statuses.append(visitor.client.post(link, data=data).status_code)

    threads = [Thread(target=use, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [303] + [410] * 15
    with app.app_context():
        assert db.session.query(Session).count() == 1


def test_secrets_come_from_the_one_source_and_are_never_compared_in_python():
    for path in APP.rglob("*.py"):
        source = path.read_text()
        assert not re.search(r"^(import|from) (random|uuid)\b", source, re.MULTILINE), path
        assert not re.search(
            r"\btoken\w* == |== token\b|digest\(.*\) ==", source.replace("token_digest == digest", "")
        ), path
        for size in re.findall(r"token_(?:urlsafe|hex|bytes)\((\d+)\)", source):
            assert int(size) >= 16 or path.name in {"carriers.py", "actions.py"}, path


def _password_is(app, email: str, password: str) -> bool:
    with app.app_context():
        return check_password(password, find_account(email).password_hash)
