"""One comes to an account through one's own mailbox, and nobody learns who has one."""

import pytest

from app.accounts.actions import ask_to_register, registration_link
from app.accounts.limits import MAIL
from app.accounts.models import Account, Person
from app.core.words import TooMany
from app.db import db, write
from app.web.clock import now as this_moment
from tests import cast

NEW = {"name": "Bo Example", "organization": "Society", "password": cast.PASSWORD}


def test_somebody_registers_through_the_mailbox_and_is_signed_in(app, newest_link):
    bo = cast.visitor(app)
    assert bo.post("/register", {"email": "Bo@Example.org", "next": "/outbox"}).location == "/mailed"
    page = bo.get(newest_link())
    assert 'value="bo@example.org"' in page.text
    response = bo.post(newest_link(), NEW)
    assert response.status_code == 303
    assert response.location == "/outbox"
    assert "Bo Example" in bo.get("/").text
    with app.app_context():
        assert db.session.query(Account).one().email == "bo@example.org"


def test_opening_the_link_makes_nothing(app, newest_link):
    bo = cast.visitor(app)
    bo.post("/register", {"email": "bo@example.org"})
    for _ in range(3):
        assert bo.get(newest_link()).status_code == 200
    with app.app_context():
        assert db.session.query(Account).count() == 0


def test_a_link_registers_once(app, newest_link):
    bo = cast.visitor(app)
    bo.post("/register", {"email": "bo@example.org"})
    link = newest_link()
    bo.post(link, NEW)
    assert cast.visitor(app).get(link).status_code == 410
    assert cast.visitor(app).post(link, NEW).status_code == 410
    with app.app_context():
        assert db.session.query(Person).count() == 1


def test_the_pages_are_the_same_whether_or_not_there_is_an_account(app, amina):
    known, unknown = cast.visitor(app), cast.visitor(app)
    for path in ("/register", "/reset"):
        one = known.post(path, {"email": amina})
        other = unknown.post(path, {"email": "nobody@example.org"})
        assert (one.status_code, one.location, one.text) == (other.status_code, other.location, other.text)
        assert [name for name, _ in one.headers] == [name for name, _ in other.headers]
    assert [letter.occasion for letter in cast.letters(app)] == ["known", "register", "reset", "unknown"]


def test_who_registers_with_a_known_address_is_told_in_the_mail_alone(app, amina):
    cast.visitor(app).post("/register", {"email": "AMINA@example.org"})
    (letter,) = cast.letters(app)
    assert (letter.occasion, letter.address) == ("known", amina)


@pytest.mark.parametrize(
    "address",
    [
        "mıke@example.org",
        "mike@example.org\x00",
        "mike@example.org,evil@example.org",
        "mike@example.org\nBcc: evil@example.org",
        "ｍike@example.org",
        "mike",
        "@example.org",
        "mike@",
        "",
        " ",
        "x" * 300 + "@example.org",
        "<mike@example.org>",
    ],
)
@pytest.mark.parametrize("path", ["/register", "/reset"])
def test_what_looks_like_an_address_and_is_none_is_refused(app, path, address):
    response = cast.visitor(app).post(path, {"email": address})
    assert response.status_code == 422
    assert cast.letters(app) == []


def test_what_was_typed_is_kept(app, newest_link):
    bo = cast.visitor(app)
    bo.post("/register", {"email": "bo@example.org"})
    response = bo.post(newest_link(), NEW | {"password": "short"})
    assert response.status_code == 422
    assert "Bo Example" in response.text
    assert "short" not in response.text


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaa", "bo.exampleson@example.org", "x" * 201])
def test_a_password_that_is_guessed_first_is_refused(app, newest_link, password):
    bo = cast.visitor(app)
    bo.post("/register", {"email": "bo.exampleson@example.org"})
    assert bo.post(newest_link(), NEW | {"password": password}).status_code == 422


def test_more_columns_than_the_form_has_are_ignored(app, newest_link, amina):
    bo = cast.visitor(app)
    bo.post("/register", {"email": "bo@example.org"})
    more = {"id": 1, "person_id": 1, "may_open": "y", "email": amina, "key": "demo-chair"}
    bo.post(newest_link(), NEW | more)
    with app.app_context():
        bo = db.session.query(Account).filter_by(email="bo@example.org").one().person
        assert (bo.may_open, bo.key != "demo-chair") == (False, True)
        assert db.session.query(Account).filter_by(email=amina).one().person.name == "Amina Example"


def test_the_appointed_may_open_consultations(app):
    with app.app_context(), write():
        link = registration_link("head@example.org", this_moment(), may_open=True)
    head = cast.visitor(app)
    head.post(link.removeprefix("http://127.0.0.1:5000"), NEW)
    assert head.get("/consultations/new").status_code == 200


def test_a_link_leads_to_this_site_alone(app, newest_link):
    bo = cast.visitor(app)
    bo.post("/register", {"email": "bo@example.org", "next": "https://evil.example/"})
    assert bo.post(newest_link(), NEW).location == "/"


@pytest.mark.parametrize("header", ["HTTP_HOST", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED"])
@pytest.mark.parametrize("path", ["/register", "/reset"])
def test_a_letter_leads_to_the_address_of_the_settings(app, amina, header, path):
    for email in (amina, "new@example.org"):
        forged = {header: "host=evil.test" if header == "HTTP_FORWARDED" else "evil.test"}
        visitor = cast.visitor(app)
        data = {"email": email, "csrf_token": visitor.token()}
        visitor.client.set_cookie("plenary", visitor.client.get_cookie("plenary").value, domain="evil.test")
        assert visitor.client.post(path, data=data, environ_overrides=forged).status_code == 303
    assert len(cast.letters(app)) == 2
    for letter in cast.letters(app):
        assert letter.data["link"].startswith("http://127.0.0.1:5000/")


def test_one_address_registers_once_even_with_two_links(app):
    with app.app_context():
        links = [registration_link("bo@example.org", this_moment()) for _ in range(2)]
    paths = [link.removeprefix("http://127.0.0.1:5000") for link in links]
    assert [cast.visitor(app).post(path, NEW).status_code for path in paths] == [303, 410]


def test_letters_to_one_address_are_few(app, now):
    refused = 0
    for number in range(100):
        with app.app_context():
            try:
                with write():
                    ask_to_register("bo@example.org", "", "en", f"192.0.2.{number}", now)
            except TooMany:
                refused += 1
    assert (len(cast.letters(app)), refused) == (MAIL.per_address, 95)
