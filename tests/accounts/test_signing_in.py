"""Who signs in, how often one may try, and what ends with a session."""

from contextlib import nullcontext
from datetime import timedelta
from threading import Thread

import pytest

from app.accounts.limits import MAIL, SIGN_IN, spend
from app.accounts.models import Attempts, Session
from app.accounts.signing import LASTS, LASTS_FORGOTTEN, digest, end_all_sessions
from app.core.words import TooMany
from app.db import db, write
from app.web.clock import now as this_moment
from tests import cast

RIGHT = {"email": "amina@example.org", "password": cast.PASSWORD}


def test_somebody_signs_in_and_out(app, amina):
    visitor = cast.visitor(app)
    assert visitor.post("/sign-in", RIGHT | {"email": " Amina@EXAMPLE.org "}).status_code == 303
    assert "Amina Example" in visitor.get("/").text
    response = visitor.post("/sign-out")
    assert response.status_code == 303
    assert response.headers["Clear-Site-Data"]
    assert "Amina Example" not in visitor.get("/").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "wrong password"},
        {"password": cast.PASSWORD.upper()},
        {"email": "nobody@example.org"},
        {"email": "not an address"},
        {"email": "amına@example.org"},
    ],
    ids=str,
)
def test_a_wrong_address_and_a_wrong_password_get_the_same_answer(app, amina, wrong):
    response = cast.visitor(app).post("/sign-in", RIGHT | wrong)
    assert response.status_code == 422
    assert "The address or the password is not right." in response.text


def test_a_copied_cookie_is_dead_after_signing_out(app, amina):
    visitor, thief = cast.visitor(app), cast.visitor(app)
    visitor.post("/sign-in", RIGHT)
    thief.client.set_cookie("plenary", visitor.client.get_cookie("plenary").value)
    assert "Amina Example" in thief.get("/").text
    visitor.post("/sign-out")
    assert "Amina Example" not in thief.get("/").text


def test_a_planted_cookie_is_worth_nothing_after_signing_in(app, amina):
    visitor = cast.visitor(app)
    visitor.get("/sign-in")
    planted = visitor.client.get_cookie("plenary")
    visitor.post("/sign-in", RIGHT)
    assert planted is None or visitor.client.get_cookie("plenary").value != planted.value
    first = _token(visitor)
    visitor.post("/sign-out")
    visitor.post("/sign-in", RIGHT)
    assert _token(visitor) != first


def test_only_the_digest_of_a_session_is_kept(app, amina):
    visitor = cast.visitor(app)
    visitor.post("/sign-in", RIGHT)
    with app.app_context():
        kept = db.session.query(Session).one()
        assert kept.token_digest == digest(_token(visitor)) != _token(visitor)


@pytest.mark.parametrize(("remember", "lasts"), [("", LASTS_FORGOTTEN), ("y", LASTS)])
def test_a_session_lasts_as_long_as_was_asked(app, amina, remember, lasts):
    visitor = cast.visitor(app)
    response = visitor.post("/sign-in", RIGHT | {"remember": remember})
    assert bool(remember) == ("Expires=" in response.headers["Set-Cookie"])
    with app.app_context():
        kept = db.session.query(Session).one()
        assert kept.expires_at - kept.begun_at == lasts


def test_an_expired_session_is_over_and_goes_with_the_next(app, amina):
    visitor = cast.visitor(app)
    visitor.post("/sign-in", RIGHT)
    with app.app_context(), write():
        db.session.query(Session).one().expires_at = this_moment()
    assert "Amina Example" not in visitor.get("/").text
    visitor.post("/sign-in", RIGHT)
    with app.app_context():
        assert db.session.query(Session).count() == 1


def test_cookies_are_closed_to_scripts_and_other_sites(app, amina):
    cookie = cast.visitor(app).post("/sign-in", RIGHT).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_wrong_guesses_for_one_account_end_soon_and_the_owner_waits_a_quarter_of_an_hour(app, amina):
    for number in range(SIGN_IN.per_address):
        assert _guess(app, number).status_code == 422
    refused = cast.visitor(app).post("/sign-in", RIGHT, environ_base={"REMOTE_ADDR": "198.51.100.7"})
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 15 * 60
    assert "minutes" in refused.text
    _let_pass(app, timedelta(minutes=15))
    assert cast.visitor(app).post("/sign-in", RIGHT).status_code == 303


def test_refused_guesses_do_not_prolong_the_wait(app, now):
    with app.app_context():
        for minutes in range(14):
            with pytest.raises(TooMany) if minutes >= SIGN_IN.per_address else nullcontext(), write():
                spend(SIGN_IN, "amina@example.org", "client", now + timedelta(minutes=minutes))
        with write():
            spend(SIGN_IN, "amina@example.org", "client", now + timedelta(minutes=15))


def test_guesses_from_one_place_at_many_accounts_end_too(app):
    statuses = [
        cast.visitor(app).post("/sign-in", {"email": f"p{n}@example.org", "password": "x"}).status_code
        for n in range(SIGN_IN.per_client + 2)
    ]
    assert statuses == [422] * SIGN_IN.per_client + [429] * 2


def test_an_address_that_nobody_has_is_counted_alike(app):
    statuses = [_guess(app, number, "nobody@example.org").status_code for number in range(12)]
    assert statuses == [422] * 10 + [429] * 2


def test_signing_in_gives_the_tries_back(app, amina):
    for _ in range(3):
        for number in range(SIGN_IN.per_address - 1):
            assert _guess(app, number).status_code == 422
        assert cast.visitor(app).post("/sign-in", RIGHT).status_code == 303


def test_a_caller_cannot_hide_behind_addresses_of_one_network(app):
    statuses = [
        cast.visitor(app)
        .post(
            "/sign-in",
            {"email": f"p{n}@example.org", "password": "x"},
            environ_base={"REMOTE_ADDR": f"2001:db8::{n:x}"},
        )
        .status_code
        for n in range(1, SIGN_IN.per_client + 2)
    ]
    assert statuses[-1] == 429


def test_counts_that_are_over_are_forgotten(app, now):
    with app.app_context():
        for number in range(30):
            with write():
                spend(MAIL, f"p{number}@example.org", f"client {number}", now)
        with write():
            spend(MAIL, "late@example.org", "client", now + MAIL.span)
        assert db.session.query(Attempts).count() == 2


def test_no_address_is_kept_with_the_counts(app, now):
    with app.app_context(), write():
        spend(MAIL, "amina@example.org", "192.0.2.1", now)
        assert all(len(row.key) == 64 for row in db.session.query(Attempts))


def test_simultaneous_guesses_are_all_counted(app, now):
    outcomes = []

    def guess() -> None:
        with app.app_context():
            try:
                with write():
                    spend(SIGN_IN, "amina@example.org", "client", now)
                outcomes.append("counted")
            except TooMany:
                outcomes.append("refused")

    threads = [Thread(target=guess) for _ in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["counted"] * 10 + ["refused"] * 14


def test_all_sessions_of_a_person_end_at_once_and_nobody_elses(app, amina, now):
    with app.app_context(), write():
        cast.account("bo", "bo@example.org", this_moment())
    visitors = {key: cast.visitor(app, key) for key in ("amina", "bo")}
    with app.app_context(), write():
        end_all_sessions(
            db.session.query(Session).filter_by(token_digest=digest(_token(visitors["amina"]))).one().person
        )
    assert visitors["amina"].get("/profile").status_code == 303
    assert visitors["bo"].get("/profile").status_code == 200


def test_a_session_begins_with_an_empty_cookie(app, amina):
    visitor = cast.visitor(app)
    with visitor.client.session_transaction() as kept:
        kept.update(language="fr", planted="by somebody")
    visitor.post("/sign-in", RIGHT)
    with visitor.client.session_transaction() as kept:
        assert "planted" not in kept
        assert kept["language"] == "fr"


def test_the_chosen_language_outlives_signing_in_and_out(app, amina):
    visitor = cast.visitor(app)
    visitor.get("/sign-in?lang=es")
    visitor.post("/sign-in", {"email": amina, "password": cast.PASSWORD})
    assert '<html lang="es"' in visitor.get("/profile").text
    visitor.post("/sign-out")
    assert '<html lang="es"' in visitor.get("/").text


def test_who_is_asked_to_sign_in_comes_back(app, amina):
    visitor = cast.visitor(app)
    asked = visitor.get("/profile/password")
    assert asked.location == "/sign-in?next=/profile/password"
    answer = visitor.post("/sign-in", RIGHT | {"next": "/profile/password"})
    assert answer.location == "/profile/password"


@pytest.mark.parametrize("production", [True, False])
def test_one_click_signs_in_only_where_nothing_is_real(app, amina, production, monkeypatch, now):
    with app.app_context(), write():
        cast.person("demo-chair", now, name="Chair of the Demonstration")
    settings = type(app.config["SETTINGS"])(**_fields(app) | {"production": production})
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    visitor = cast.visitor(app)
    assert ("demo-chair" in visitor.get("/sign-in").text) != production
    assert visitor.post("/demonstration/sign-in", {"key": "demo-chair"}).status_code == (
        404 if production else 303
    )
    assert visitor.post("/demonstration/sign-in", {"key": "amina"}).status_code == (
        404 if production else 403
    )


def _fields(app) -> dict:
    settings = app.config["SETTINGS"]
    return {name: getattr(settings, name) for name in settings.__struct_fields__}


def _guess(app, number: int, email: str = "amina@example.org"):
    return cast.visitor(app).post(
        "/sign-in",
        {"email": email, "password": "a wrong guess"},
        environ_base={"REMOTE_ADDR": f"192.0.2.{number + 1}"},
    )


def _let_pass(app, span: timedelta) -> None:
    with app.app_context(), write():
        for row in db.session.query(Attempts):
            row.resets_at -= span


def _token(visitor: cast.Visitor) -> str:
    with visitor.client.session_transaction() as kept:
        return kept["_user_id"]
