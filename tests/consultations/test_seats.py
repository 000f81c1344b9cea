"""Seats are taken, asked for, given, changed and taken back; somebody always runs the consultation."""

import pytest
import sqlalchemy as sa

from app.accounts.models import Person
from app.consultations.actions import open_consultation, take_seat
from app.consultations.models import Consultation, Delegation, Seat
from app.consultations.queries import find_consultation, groups
from app.consultations.seats import change_seat
from app.consultations.terms import Participation, SeatState
from app.core.phases import Phase
from app.core.roles import Role
from app.db import db, write
from app.ledger.models import Event
from app.web.clock import now as this_moment
from tests import cast


@pytest.fixture
def slug(app) -> str:
    with app.app_context(), write():
        held = cast.consultation(this_moment())
        body = cast.delegation(held, "Southland Society")
        cast.seat(held, "ann", this_moment(), delegation=body)
        cast.account("bo", "bo@example.org", this_moment())
        return held.slug


@pytest.fixture
def secretary(app, slug) -> cast.Visitor:
    return cast.visitor(app, "secretary")


@pytest.fixture
def bo(app, slug) -> cast.Visitor:
    return cast.visitor(app, "bo")


@pytest.fixture
def allow(app, slug):
    def allow(participation: Participation) -> None:
        with app.app_context(), write():
            find_consultation(slug).participation = participation

    return allow


JOINING = [
    (Participation.EVERYONE, {"group": "3"}, SeatState.ACTIVE),
    (Participation.EVERYONE, {"group": "1", "delegation": "Northland"}, SeatState.ACTIVE),
    (Participation.EVERYONE, {"group": "", "delegation": "  southland  SOCIETY"}, SeatState.REQUESTED),
    (Participation.APPROVAL, {"group": "3"}, SeatState.REQUESTED),
    (Participation.APPROVAL, {"group": "1", "delegation": "Northland"}, SeatState.REQUESTED),
    (Participation.INVITATION, {"group": "3"}, None),
]


@pytest.mark.parametrize(("participation", "data", "state"), JOINING, ids=range(len(JOINING)))
def test_one_takes_a_seat_or_asks_for_it(app, slug, bo, allow, participation, data, state):
    allow(participation)
    answer = bo.post(f"/consultations/{slug}/join", data)
    assert answer.status_code == (403 if state is None else 303)
    seat = _seat(app, "bo")
    assert (seat and seat["state"]) is state
    assert seat is None or seat["role"] is Role.PARTICIPANT
    assert bo.get(f"/consultations/{slug}/seat").status_code == (200 if state is SeatState.ACTIVE else 403)


@pytest.mark.parametrize(
    "data", [{"group": ""}, {"group": "", "delegation": "Northland"}, {"group": "9"}, {"group": "x"}], ids=str
)
def test_one_belongs_to_a_group(app, slug, bo, allow, data):
    allow(Participation.EVERYONE)
    answer = bo.post(f"/consultations/{slug}/join", data)
    assert answer.status_code == 422
    assert data.get("delegation", "") in answer.text
    assert _seat(app, "bo") is None


def test_who_has_not_signed_in_is_asked_to(app, slug, allow):
    allow(Participation.EVERYONE)
    visitor = cast.visitor(app)
    assert f"/sign-in?next=/consultations/{slug}/join" in visitor.get(f"/consultations/{slug}/join").text
    answer = visitor.post(f"/consultations/{slug}/join", {"group": "1"})
    assert answer.location == f"/sign-in?next=/consultations/{slug}/join"


def test_by_invitation_the_page_says_whom_to_ask(slug, bo, allow):
    allow(Participation.INVITATION)
    page = bo.get(f"/consultations/{slug}/join")
    assert "Ask the secretariat" in page.text
    assert 'name="group"' not in page.text


@pytest.mark.parametrize(
    ("act", "state", "letter"),
    [("admission", SeatState.ACTIVE, "approved"), ("removal", SeatState.LEFT, "declined")],
)
def test_the_secretariat_answers_a_request_by_mail(app, slug, bo, secretary, allow, act, state, letter):
    allow(Participation.APPROVAL)
    bo.post(f"/consultations/{slug}/join", {"delegation": "Northland", "group": "1"})
    assert "Northland" in secretary.get(f"/consultations/{slug}/participants").text
    seat = _seat(app, "bo")
    assert secretary.post(f"/consultations/{slug}/seats/{seat['number']}/{act}").status_code == 303
    assert _seat(app, "bo")["state"] is state
    (posted,) = cast.letters(app)
    assert (posted.occasion, posted.address) == (letter, "bo@example.org")
    with app.app_context():
        assert db.session.query(Delegation).filter_by(name="Northland").count() == (act == "admission")


def test_a_request_gives_no_voice_and_is_shown_to_the_secretariat_alone(app, slug, bo, allow):
    allow(Participation.APPROVAL)
    bo.post(f"/consultations/{slug}/join", {"group": "1"})
    assert "Bo Example" not in cast.visitor(app, "ann").get(f"/consultations/{slug}/participants").text
    assert bo.post(f"/consultations/{slug}/join", {"group": "1"}).status_code == 403


def test_who_was_unseated_does_not_sit_down_again(app, slug, bo, secretary, allow):
    allow(Participation.EVERYONE)
    bo.post(f"/consultations/{slug}/join", {"group": "1"})
    number = _seat(app, "bo")["number"]
    assert secretary.post(f"/consultations/{slug}/seats/{number}/removal").status_code == 303
    assert cast.letters(app) == []
    answer = bo.post(f"/consultations/{slug}/join", {"group": "1"})
    assert answer.status_code == 403
    assert "taken your seat back" in answer.text
    assert secretary.post(f"/consultations/{slug}/seats/{number}/admission").status_code == 303
    assert _seat(app, "bo")["state"] is SeatState.ACTIVE


def test_a_seat_is_taken_back_after_a_question_that_says_what_will_happen(app, slug, secretary):
    address = f"/consultations/{slug}/seats/{_seat(app, 'ann')['number']}"
    asked = secretary.get(f"{address}/removal")
    assert "texts, comments and votes stay and count" in asked.text
    assert _seat(app, "ann")["state"] is SeatState.ACTIVE
    for _ in range(2):
        secretary.post(f"{address}/removal")
    assert secretary.get(f"{address}/removal").status_code == 404
    with app.app_context():
        assert db.session.query(Event).filter_by(act="unseat").count() == 1
    secretary.post(f"{address}/admission")
    assert "has the seat." in secretary.get(f"/consultations/{slug}/participants").text


def test_a_request_is_declined_after_a_question(app, slug, bo, secretary, allow):
    allow(Participation.APPROVAL)
    bo.post(f"/consultations/{slug}/join", {"group": "1"})
    asked = secretary.get(f"/consultations/{slug}/seats/{_seat(app, 'bo')['number']}/removal").text
    assert "gets a letter that says so" in asked
    assert cast.letters(app) == []


def test_who_is_declined_and_then_given_the_seat_has_a_group(app, slug, bo, secretary, allow):
    allow(Participation.APPROVAL)
    bo.post(f"/consultations/{slug}/join", {"delegation": "Northland", "group": "1"})
    seat = f"/consultations/{slug}/seats/{_seat(app, 'bo')['number']}"
    for act in ("removal", "admission"):
        secretary.post(f"{seat}/{act}")
    with app.app_context():
        assert db.session.query(Seat).filter(Seat.person.has(key="bo")).one().group.number == 1


def test_who_was_unseated_is_out_at_once(app, slug, secretary):
    with app.app_context(), write():
        find_consultation(slug).readers = "seated"
    ann = cast.visitor(app, "ann")
    assert ann.get(f"/consultations/{slug}").status_code == 200
    secretary.post(f"/consultations/{slug}/seats/{_seat(app, 'ann')['number']}/removal")
    assert ann.get(f"/consultations/{slug}").status_code == 404
    assert ann.post(f"/consultations/{slug}/seat", {"named": "y"}).status_code == 404


def test_the_secretariat_changes_role_delegation_and_group(app, slug, secretary):
    number = _seat(app, "ann")["number"]
    path = f"/consultations/{slug}/seats/{number}"
    page = secretary.get(path)
    assert '<option value="1" selected>Southland Society' in page.text
    secretary.post(path, {"role": "chair", "delegation": "", "group": "2"})
    seat = _seat(app, "ann")
    assert (seat["role"], seat["delegation"], seat["group"]) == (Role.CHAIR, None, "private-sector")
    secretary.post(path, {"role": "participant", "delegation": "1", "group": "2"})
    seat = _seat(app, "ann")
    assert (seat["role"], seat["delegation"], seat["group"]) == (Role.PARTICIPANT, 1, "civil-society")


@pytest.mark.parametrize(
    "data", [{"role": "visitor"}, {"role": "king"}, {"role": "chair", "delegation": "99"}], ids=str
)
def test_a_seat_takes_nothing_that_is_not_there(app, slug, secretary, data):
    before = _seat(app, "ann")
    answer = secretary.post(
        f"/consultations/{slug}/seats/{before['number']}", {"delegation": "", "group": ""} | data
    )
    assert answer.status_code == 422
    assert _seat(app, "ann") == before


@pytest.mark.parametrize("path", ["/seats/1", "/seats/1/removal"])
def test_the_last_seat_of_the_secretariat_stays(app, slug, secretary, path):
    data = {"role": "observer", "delegation": "", "group": ""}
    answer = secretary.post(f"/consultations/{slug}{path}", data)
    assert answer.status_code == 403
    assert "only seat of the secretariat" in answer.text
    if path.endswith("removal"):
        assert "only seat of the secretariat" in secretary.get(f"/consultations/{slug}{path}").text
    assert _seat(app, "secretary")["role"] is Role.SECRETARIAT
    with app.app_context(), write():
        cast.seat(find_consultation(slug), "second", this_moment(), Role.SECRETARIAT)
    assert secretary.post(f"/consultations/{slug}{path}", data).status_code == 303


def test_a_seat_of_another_consultation_cannot_be_reached(app, slug, secretary):
    with app.app_context(), write():
        other = open_consultation(
            cast.person("other", this_moment(), may_open=True), "Another", "", "UTC", this_moment()
        )
        for number in range(5):
            cast.seat(other, f"x{number}", this_moment())
    assert secretary.get(f"/consultations/{slug}/seats/5").status_code == 404
    assert secretary.post(f"/consultations/{_other_slug(app)}/seats/2/removal").status_code == 404


def test_one_says_whether_the_report_may_name_one(app, slug):
    ann = cast.visitor(app, "ann")
    assert "Southland Society" in ann.get(f"/consultations/{slug}/seat").text
    for sent, kept in (("y", True), ("", False)):
        ann.post(f"/consultations/{slug}/seat", {"named": sent} if sent else {})
        with app.app_context():
            seat = db.session.query(Seat).filter(Seat.person.has(key="ann")).one()
            assert seat.consents_to_name is kept


def test_the_list_names_people_only_where_names_are_public(app, slug):
    visitor = cast.visitor(app)
    assert "Ann Example" in visitor.get(f"/consultations/{slug}/participants").text
    with app.app_context(), write():
        find_consultation(slug).names_public = False
    page = visitor.get(f"/consultations/{slug}/participants").text
    assert "Ann Example" not in page
    assert "Southland Society" in page
    assert "Ann Example" in cast.visitor(app, "ann").get(f"/consultations/{slug}/participants").text


def test_no_address_is_on_the_list(app, slug, bo, secretary, allow):
    allow(Participation.EVERYONE)
    bo.post(f"/consultations/{slug}/join", {"group": "1"})
    assert "@example.org" not in secretary.get(f"/consultations/{slug}/participants").text


def test_the_only_secretary_stays_until_there_is_another(app, slug):
    with app.app_context(), write():
        held = find_consultation(slug)
        account = cast.account("head", "head@example.org", this_moment())
        db.session.query(Seat).filter(Seat.person.has(key="secretary")).one().person_id = account.person_id
        held.phase = Phase.OPEN
    head = cast.visitor(app, "head")
    data = {"current_password": cast.PASSWORD}
    assert head.post("/profile/farewell", data).status_code == 422
    assert "Name of the cluster" in head.get("/profile/farewell").text
    with app.app_context(), write():
        cast.seat(find_consultation(slug), "second", this_moment(), Role.SECRETARIAT)
    assert head.post("/profile/farewell", data).status_code == 303
    with app.app_context():
        running = db.session.query(Seat).filter_by(role=Role.SECRETARIAT, state=SeatState.ACTIVE)
        assert [seat.person.key for seat in running] == ["second"]


def test_whoever_is_erased_serves_no_meeting_any_more(app, slug, bo):
    with app.app_context(), write():
        held = find_consultation(slug)
        take_seat(held, db.session.query(Person).filter_by(key="bo").one(), Role.CHAIR, this_moment())
    bo.post("/profile/farewell", {"current_password": cast.PASSWORD})
    with app.app_context():
        chair = db.session.query(Seat).filter(Seat.role == Role.CHAIR).one()
        assert (chair.state, chair.person.name) == (SeatState.LEFT, "Former participant")


def test_a_longer_list_costs_no_more_questions(app, slug):
    few = _questions(app, slug)
    with app.app_context(), write():
        held = find_consultation(slug)
        for number in range(60):
            seat = cast.seat(
                held, f"p{number}", this_moment(), delegation=db.session.query(Delegation).first()
            )
            if number % 3 == 0:
                change_seat(seat, Role.PARTICIPANT, None, groups(held)[number % 5], seat, this_moment())
    assert _questions(app, slug) == few


def _questions(app, slug: str) -> int:
    asked = []
    with app.app_context():
        engine = db.engine

    def hear(*_: object) -> None:
        asked.append(1)

    sa.event.listen(engine, "before_cursor_execute", hear)
    assert cast.visitor(app).get(f"/consultations/{slug}/participants").status_code == 200
    sa.event.remove(engine, "before_cursor_execute", hear)
    return len(asked)


def _other_slug(app) -> str:
    with app.app_context():
        return db.session.query(Consultation).filter_by(title="Another").one().slug


def _seat(app, key: str) -> dict | None:
    with app.app_context():
        seat = db.session.query(Seat).filter(Seat.person.has(key=key)).one_or_none()
        return seat and {
            "number": seat.number,
            "state": seat.state,
            "role": seat.role,
            "delegation": seat.delegation and seat.delegation.number,
            "group": seat.group and seat.group.key,
        }
