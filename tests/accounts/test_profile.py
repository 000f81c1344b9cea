"""A person's own pages: what others see, and what ends when it is changed."""

import pytest

from app.accounts.models import Account, Person, Session
from app.accounts.queries import find_account
from app.db import db, write
from app.ledger.models import Event
from app.mail.models import Letter
from app.web.clock import now as this_moment
from tests import cast

PROFILE = {
    "name": "Amina",
    "organization": "Society",
    "country": "Northland",
    "language": "fr",
    "timezone": "Africa/Cairo",
}
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 987 * 6543 }}",
    "${987*6543}",
    "O'Brien & Söhne <b>",
    "أمينة",
    "%(name)s %s",
]


def test_a_profile_is_kept(app, amina):
    visitor = cast.visitor(app, "amina")
    assert visitor.post("/profile", PROFILE).status_code == 303
    with app.app_context():
        person = find_account(amina).person
        assert {name: getattr(person, name) for name in PROFILE} == PROFILE
    assert '<html lang="fr"' in visitor.get("/profile").text


def test_the_language_chosen_for_good_replaces_the_one_chosen_for_a_while(app, amina):
    visitor = cast.visitor(app, "amina")
    visitor.get("/profile?lang=es")
    visitor.post("/profile", PROFILE)
    assert '<html lang="fr"' in visitor.get("/profile").text


def test_times_are_shown_in_the_zone_of_the_profile(app, amina):
    visitor = cast.visitor(app, "amina")
    visitor.post("/profile", PROFILE | {"language": "en"})
    assert ">12 January 2009, 16:02 (Africa/Cairo)</time>" in visitor.get("/patterns").text


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_shown_as_it_is_written_and_does_nothing(app, amina, name):
    visitor = cast.visitor(app, "amina")
    visitor.post("/profile", PROFILE | {"name": name, "language": "en"})
    page = visitor.get("/").text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>" not in page
    assert "6457941" not in page
    with app.app_context():
        assert find_account(amina).person.name == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Amina\r\nBcc: x@example.org", "Amina Bcc: x@example.org"),
        ("Amina\u2028Example", "Amina Example"),
        ("\u202eanimA", "animA"),
        ("  Amina \t Example ", "Amina Example"),
        ("A\x00mina", "Amina"),
        ("Ame\u0301lie", "Am\xe9lie"),
    ],
)
def test_a_name_has_one_line_and_nothing_hidden(app, amina, typed, kept):
    cast.visitor(app, "amina").post("/profile", PROFILE | {"name": typed})
    with app.app_context():
        assert find_account(amina).person.name == kept


@pytest.mark.parametrize("name", ["", "  ", "\u202e\n", "x" * 121])
def test_a_name_is_needed_and_has_an_end(app, amina, name):
    assert cast.visitor(app, "amina").post("/profile", PROFILE | {"name": name}).status_code == 422


@pytest.mark.parametrize("field", ["timezone", "language"])
def test_only_known_zones_and_languages_are_taken(app, amina, field):
    assert cast.visitor(app, "amina").post("/profile", PROFILE | {field: "../../etc"}).status_code == 422


def test_a_new_password_ends_all_other_sessions_and_this_one_begins_afresh(app, amina):
    here, *others = (cast.visitor(app, "amina") for _ in range(4))
    with here.client.session_transaction() as kept:
        before = kept["_user_id"]
    assert here.post("/profile/password", _new_password()).status_code == 303
    assert here.get("/profile").status_code == 200
    with here.client.session_transaction() as kept:
        assert kept["_user_id"] != before
    assert [other.get("/profile").status_code for other in others] == [303, 303, 303]
    with app.app_context():
        assert db.session.query(Session).count() == 1


@pytest.mark.parametrize("page", ["password", "address", "farewell"])
def test_only_who_knows_the_password_changes_the_account(app, amina, page):
    visitor = cast.visitor(app, "amina")
    data = _new_password() | {"email": "new@example.org", "current_password": "a wrong password"}
    assert visitor.post(f"/profile/{page}", data).status_code == 422
    with app.app_context():
        assert find_account(amina)
    assert cast.letters(app) == []


def test_guesses_at_the_own_password_are_counted(app, amina):
    visitor = cast.visitor(app, "amina")
    wrong = {"current_password": "a wrong password"}
    assert [visitor.post("/profile/farewell", wrong).status_code for _ in range(12)][-2:] == [429, 429]


def test_an_address_changes_when_the_new_one_confirms_it(app, amina, newest_link):
    visitor = cast.visitor(app, "amina")
    visitor.post("/profile/address", {"email": "New@example.org", "current_password": cast.PASSWORD})
    link = newest_link()
    assert cast.letters(app)[-1].address == "new@example.org"
    assert visitor.get(link).status_code == 200
    with app.app_context():
        assert find_account(amina)
    assert visitor.post(link).status_code == 303
    assert visitor.post(link).status_code == 410
    with app.app_context():
        assert find_account("new@example.org")
        assert not find_account(amina)
    assert (cast.letters(app)[-1].occasion, cast.letters(app)[-1].address) == ("moved", amina)


def test_somebody_elses_link_changes_nothing(app, amina, newest_link):
    with app.app_context(), write():
        cast.account("bo", "bo@example.org", this_moment())
    cast.visitor(app, "amina").post(
        "/profile/address", {"email": "new@example.org", "current_password": cast.PASSWORD}
    )
    bo = cast.visitor(app, "bo")
    assert bo.get(newest_link()).status_code == 410
    assert bo.post(newest_link()).status_code == 410
    with app.app_context():
        assert {account.email for account in db.session.query(Account)} == {amina, "bo@example.org"}


def test_of_two_wishes_for_an_address_the_one_that_is_confirmed_holds(app, amina, newest_link):
    visitor = cast.visitor(app, "amina")
    links = []
    for email in ("victim@example.org", "own@example.org"):
        visitor.post("/profile/address", {"email": email, "current_password": cast.PASSWORD})
        links.append(newest_link())
    assert visitor.post(links[0]).status_code == 410
    assert visitor.post(links[1]).status_code == 303
    with app.app_context():
        assert find_account("own@example.org")
        assert not find_account("victim@example.org")


def test_a_taken_address_is_not_given_away_nor_told(app, amina, newest_link):
    with app.app_context(), write():
        cast.account("bo", "bo@example.org", this_moment())
    visitor = cast.visitor(app, "amina")
    answers = [
        visitor.post("/profile/address", {"email": email, "current_password": cast.PASSWORD})
        for email in ("bo@example.org", "free@example.org")
    ]
    assert answers[0].status_code == answers[1].status_code
    assert answers[0].location == answers[1].location
    assert [letter.occasion for letter in cast.letters(app)] == ["known", "address"]


def test_an_erased_account_leaves_no_name_and_no_address(app, amina):
    visitor, elsewhere = cast.visitor(app, "amina"), cast.visitor(app, "amina")
    visitor.post("/profile", PROFILE | {"name": "Canary Canarsson"})
    cast.visitor(app).post("/reset", {"email": amina})
    assert visitor.post("/profile/farewell", {"current_password": cast.PASSWORD}).status_code == 303
    assert elsewhere.get("/profile").status_code == 303
    with app.app_context():
        assert [db.session.query(model).count() for model in (Account, Session, Letter)] == [0, 0, 0]
        person = db.session.query(Person).one()
        assert (person.name, person.organization, person.country) == ("Former participant", "", "")
        assert person.key != "amina"
        kept = repr([(event.act, event.data) for event in db.session.query(Event)])
        assert "Canary" not in kept
        assert amina not in kept
    assert cast.visitor(app).post("/sign-in", {"email": amina, "password": cast.PASSWORD}).status_code == 422


@pytest.mark.parametrize("page", ["password", "address", "farewell"])
def test_the_demonstrations_people_have_a_profile_and_nothing_to_erase(app, now, page):
    with app.app_context(), write():
        cast.person("demo-chair", now)
    visitor = cast.visitor(app, "demo-chair")
    assert visitor.get("/profile").status_code == 200
    assert visitor.get(f"/profile/{page}").status_code == 404


def _new_password() -> dict[str, str]:
    return {"current_password": cast.PASSWORD, "password": "another staple of horses"}
