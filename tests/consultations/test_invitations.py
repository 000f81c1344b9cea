"""A seat waits for its holder: invited singly or by a list, by mail or by hand, taken once."""

from datetime import timedelta
from threading import Barrier, Thread
from urllib.parse import urlsplit

import pytest

from app.accounts.actions import ask_to_reset
from app.accounts.models import Account
from app.consultations.actions import take_seat
from app.consultations.invitation_list import Asked, read_list
from app.consultations.models import Consultation, Delegation, Invitation, Seat
from app.consultations.queries import find_consultation
from app.consultations.terms import SeatState
from app.core.phases import Phase
from app.core.roles import Role
from app.db import db, write
from app.ledger.models import Event
from app.web.clock import now as this_moment
from tests import cast

ONE = {"email": "bo@example.org", "delegation": "Northland", "group": "governments", "role": "chair"}
NEW = {"name": "Bo Example", "organization": "", "password": cast.PASSWORD}


@pytest.fixture
def slug(app) -> str:
    with app.app_context(), write():
        held = cast.consultation(this_moment())
        cast.delegation(held, "Southland Society")
        cast.delegation(held, "Ungrouped").group = None
        return held.slug


@pytest.fixture
def secretary(app, slug) -> cast.Visitor:
    return cast.visitor(app, "secretary")


@pytest.fixture
def invite(app, slug, secretary):
    """Invites one person; gives the link of the letter and the one to hand over."""

    def invite(**changes: str) -> tuple[str, str]:
        page = secretary.post(f"/consultations/{slug}/invitations", ONE | changes)
        assert page.status_code == 200, page.text
        mailed = _path(cast.letters(app, "invitation")[-1].data["link"])
        handed = mailed.partition("?")[0]
        assert f'href="http://127.0.0.1:5000{handed}"' in page.text
        return mailed, handed

    return invite


def test_somebody_new_takes_the_seat_from_the_letter(app, slug, invite):
    mailed, handed = invite()
    bo = cast.visitor(app)
    page = bo.get(mailed)
    assert "Northland" in page.text
    assert 'value="bo@example.org"' in page.text
    taken = bo.post(f"{handed}/registration", NEW | {"proof": _proof(mailed)})
    assert taken.status_code == 303
    assert bo.get(taken.location).location == f"/consultations/{slug}"
    seat = _seat(app, "bo@example.org")
    assert seat == (Role.CHAIR, SeatState.ACTIVE, "Northland", "governments")


def test_somebody_with_an_account_accepts_signed_in(app, slug, invite):
    with app.app_context(), write():
        cast.account("bo", "bo@example.org", this_moment())
    mailed, handed = invite()
    bo = cast.visitor(app, "bo")
    assert bo.post(handed).status_code == 303
    assert _seat(app, "bo@example.org")[0] is Role.CHAIR
    assert bo.post(handed).status_code == 303  # twice clicked is once accepted
    assert cast.visitor(app).get(mailed).status_code == 410


def test_looking_at_an_invitation_accepts_nothing(app, slug, invite):
    with app.app_context(), write():
        cast.account("bo", "bo@example.org", this_moment())
    mailed, _handed = invite()
    for visitor in (cast.visitor(app), cast.visitor(app, "bo")):
        for _ in range(3):
            assert visitor.get(mailed).status_code == 200
    assert _seat(app, "bo@example.org") is None


def test_a_link_that_was_handed_over_does_not_show_whose_the_address_is(app, slug, invite):
    _mailed, handed = invite()
    stranger = cast.visitor(app)
    page = stranger.get(handed)
    assert 'type="password"' not in page.text
    assert "/register?next=" in page.text
    assert stranger.post(f"{handed}/registration", NEW).status_code == 410
    assert stranger.post(f"{handed}/registration", NEW | {"proof": "made up"}).status_code == 410
    with app.app_context():
        assert db.session.query(Account).count() == 0


def test_the_proof_of_one_letter_does_not_serve_another(app, slug, invite):
    mailed, _ = invite()
    _, other = invite(email="victim@example.org", delegation="")
    answer = cast.visitor(app).post(f"{other}/registration", NEW | {"proof": _proof(mailed)})
    assert answer.status_code == 410
    with app.app_context():
        assert db.session.query(Account).count() == 0


def test_the_letter_does_not_open_an_account_that_is_there(app, slug, invite):
    with app.app_context(), write():
        cast.account("bo", "bo@example.org", this_moment())
    mailed, handed = invite()
    intruder = cast.visitor(app)
    assert 'type="password"' not in intruder.get(mailed).text
    assert intruder.post(f"{handed}/registration", NEW | {"proof": _proof(mailed)}).status_code == 403
    assert intruder.get("/profile").status_code == 303
    assert _seat(app, "bo@example.org") is None


def test_an_invitation_ends_after_thirty_days_and_a_new_password_does_not_revive_it(app, slug, invite):
    with app.app_context(), write():
        cast.account("bo", "bo@example.org", this_moment())
    mailed, handed = invite()
    with app.app_context(), write():
        db.session.query(Invitation).one().expires_at = this_moment()
    bo = cast.visitor(app, "bo")
    assert bo.get(mailed).status_code == 410
    with app.app_context(), write():
        ask_to_reset("bo@example.org", "en", "client", this_moment())
    fresh = cast.visitor(app)
    fresh.post(_path(cast.letters(app, "reset")[-1].data["link"]), {"password": "another staple of horses"})
    assert fresh.get("/profile").status_code == 200
    assert fresh.post(handed).status_code == 403
    assert cast.visitor(app).post(f"{handed}/registration", NEW | {"proof": _proof(mailed)}).status_code in (
        403,
        410,
    )
    assert _seat(app, "bo@example.org") is None


def test_sending_again_makes_a_new_link_and_kills_the_old_one(app, slug, secretary, invite):
    mailed, handed = invite()
    page = secretary.post(f"/consultations/{slug}/invitations/1/again")
    fresh = _path(cast.letters(app, "invitation")[-1].data["link"])
    assert fresh.partition("?")[0] in page.text
    assert cast.visitor(app).get(mailed).status_code == 410
    assert cast.visitor(app).get(handed).status_code == 410
    assert cast.visitor(app).get(fresh).status_code == 200


def test_a_revoked_invitation_leads_nowhere(app, slug, secretary, invite):
    mailed, handed = invite()
    assert secretary.post(f"/consultations/{slug}/invitations/1/revocation").status_code == 303
    assert cast.visitor(app).get(mailed).status_code == 410
    with app.app_context(), write():
        cast.account("bo", "bo@example.org", this_moment())
    assert cast.visitor(app, "bo").post(handed).status_code == 403
    assert secretary.post(f"/consultations/{slug}/invitations/1/again").status_code == 403


def test_an_accepted_invitation_is_neither_sent_again_nor_revoked(app, slug, secretary, invite):
    mailed, handed = invite()
    cast.visitor(app).post(f"{handed}/registration", NEW | {"proof": _proof(mailed)})
    for act in ("again", "revocation"):
        assert secretary.post(f"/consultations/{slug}/invitations/1/{act}").status_code == 403
    assert "Accepted" in secretary.get(f"/consultations/{slug}/invitations").text


def test_who_has_a_seat_keeps_it_whatever_link_is_opened(app, slug, invite):
    _, handed = invite(role="observer")
    secretary = cast.visitor(app, "secretary")
    assert secretary.post(handed).status_code == 403
    with app.app_context():
        assert db.session.query(Seat).one().role is Role.SECRETARIAT


def test_of_many_who_open_one_link_at_once_one_is_seated(app, slug, invite):
    _, handed = invite()
    with app.app_context(), write():
        for number in range(8):
            cast.account(f"p{number}", f"p{number}@example.org", this_moment())
    visitors = [cast.visitor(app, f"p{number}") for number in range(8)]
    requests = [(visitor, {"csrf_token": visitor.token()}) for visitor in visitors]
    statuses, barrier = [], Barrier(8)

    def take(visitor: cast.Visitor, data: dict[str, str]) -> None:
        barrier.wait()
        statuses.append(visitor.client.post(handed, data=data).status_code)

    threads = [Thread(target=take, args=request) for request in requests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [303] + [403] * 7
    with app.app_context():
        assert db.session.query(Seat).count() == 2  # the secretariat's, and this one


@pytest.mark.parametrize("phase", list(Phase))
def test_a_seat_can_be_taken_until_the_report_is_published(app, slug, invite, phase):
    mailed, handed = invite(role="participant")
    with app.app_context(), write():
        find_consultation(slug).phase = phase
    bo = cast.visitor(app)
    answer = bo.post(f"{handed}/registration", NEW | {"proof": _proof(mailed)})
    if phase is Phase.REPORTED:
        assert answer.status_code == 409
        assert _seat(app, "bo@example.org") is None
        return
    arrived = bo.get(answer.location)
    if phase is Phase.DRAFT:
        assert "still being prepared" in arrived.text
    else:
        assert arrived.location == f"/consultations/{slug}"


def test_a_seat_is_as_it_was_offered_whatever_is_sent_along(app, slug, invite):
    mailed, handed = invite(role="observer")
    more = {"role": "secretariat", "delegation": "1", "email": "evil@example.org", "may_open": "y"}
    cast.visitor(app).post(f"{handed}/registration", NEW | more | {"proof": _proof(mailed)})
    assert _seat(app, "bo@example.org")[0] is Role.OBSERVER
    with app.app_context():
        assert not db.session.query(Account).one().person.may_open


READ = [
    ("bo@example.org", "", "", ""),
    ("bo@example.org, Northland , governments, chair", "Northland", "governments", "chair"),
    ("bo@example.org;Northland, Republic of;governments", "Northland, Republic of", "governments", ""),
    ("bo@example.org\tNorthland\t\tchair", "Northland", "", "chair"),
    ('bo@example.org,"Northland, Republic of",governments', "Northland, Republic of", "governments", ""),
    ("bo@example.org,Northland,governments,chair,,", "Northland", "governments", "chair"),
    ('bo@example.org,"unclosed, governments', "unclosed, governments", "", ""),
    ("bo@example.org,\u202eNorth\x00land", "Northland", "", ""),
]


@pytest.mark.parametrize(("text", "delegation", "group", "role"), READ)
def test_a_line_is_read_between_commas_semicolons_or_tabs(app, text, delegation, group, role):
    with app.app_context():
        assert read_list(text) == [Asked(1, "bo@example.org", delegation, group, role)]


@pytest.mark.parametrize(
    "head", ["address, delegation, group, role", "E-mail;Delegation", "EMAIL\tDelegation"]
)
def test_a_line_of_headings_and_empty_lines_are_passed_over(app, head):
    with app.app_context():
        asked = read_list(f"\n{head}\r\n\r\n  \nbo@example.org\n")
    assert asked == [Asked(5, "bo@example.org")]


def test_only_the_first_line_can_be_a_heading_and_a_wrong_address_is_none(app):
    with app.app_context():
        assert len(read_list("bo@example.org\naddress, delegation")) == 2
        assert len(read_list("bo.example.org, Northland")) == 1


FLAWS = [
    ("bo.example.org, Northland, governments", "e-mail address"),
    ("bo@example.org, Northland, martians", "“martians” is no group"),
    ("bo@example.org, Northland, governments, king", "“king” is no role"),
    ("bo@example.org, Ministry of Trade, Northland, governments, chair", "“chair” is left over"),
    ("bo@example.org, Noland", "Name the group"),
    ("bo@example.org, Ungrouped", "Ungrouped has no group yet"),
    ("bo@example.org, Ungrouped, governments", "Ungrouped has no group yet"),
    ("bo@example.org", "Name the group"),
    ("bo@example.org, Southland Society, governments", "Southland Society is in the group Civil society"),
    (
        "ann@example.org, Westland, governments\nbo@example.org, westland, civil-society",
        "Westland is in the group",
    ),
    ("bo@example.org,,governments\nBO@example.org,,governments", "twice"),
    ("seated@example.org,,governments", "has a seat here already"),
    ("invited@example.org,,governments", "invited already"),
    ("bo@example.org, " + "x" * 200 + ", governments", "too long"),
]


@pytest.mark.parametrize(("text", "sentence"), FLAWS, ids=range(len(FLAWS)))
def test_a_list_with_a_flaw_invites_nobody_and_says_where(app, slug, secretary, text, sentence):
    with app.app_context(), write():
        seated = cast.account("seated", "seated@example.org", this_moment())
        take_seat(find_consultation(slug), seated.person, Role.OBSERVER, this_moment())
    secretary.post(f"/consultations/{slug}/invitations", ONE | {"email": "invited@example.org"})
    before = len(cast.letters(app))
    lines = f"good@example.org, Eastland, governments\n{text}"
    for confirmed in ("", "y"):
        page = secretary.post(
            f"/consultations/{slug}/invitations/list", {"lines": lines, "confirmed": confirmed}
        )
        assert page.status_code == 422
        assert sentence in page.text
        assert f'<li value="{lines.count(chr(10)) + 1}">' in page.text
        assert "good@example.org, Eastland, governments" in page.text
    assert len(cast.letters(app)) == before
    with app.app_context():
        assert db.session.query(Invitation).count() == 1
        assert db.session.query(Delegation).filter_by(name="Eastland").count() == 0


def test_a_list_is_shown_before_it_is_sent(app, slug, secretary):
    lines = (
        "address;delegation;group\nann@example.org;Westland;Governments\nbo@example.org;WESTLAND;;observer"
    )
    seen = secretary.post(f"/consultations/{slug}/invitations/list", {"lines": lines})
    assert seen.status_code == 200
    assert "2 people will be invited" in seen.text
    assert cast.letters(app) == []
    sent = secretary.post(f"/consultations/{slug}/invitations/list", {"lines": lines, "confirmed": "y"})
    assert sent.status_code == 200
    assert len(cast.letters(app, "invitation")) == 2
    with app.app_context():
        (delegation,) = db.session.query(Delegation).filter_by(name="Westland").all()
        invitations = db.session.query(Invitation).order_by(Invitation.number).all()
        assert [i.role for i in invitations] == [Role.PARTICIPANT, Role.OBSERVER]
        assert {i.delegation_id for i in invitations} == {delegation.id}
        assert delegation.group.key == "governments"


def test_a_list_of_three_hundred_goes_at_once(app, slug, secretary):
    lines = "\n".join(f"p{n}@example.org, Delegation {n % 30}, governments" for n in range(300))
    page = secretary.post(f"/consultations/{slug}/invitations/list", {"lines": lines, "confirmed": "y"})
    assert "300 invitations" in page.text
    assert len(cast.letters(app)) == 300


def test_an_empty_list_and_an_endless_one_are_refused(app, slug, secretary):
    for lines in ("", "\n\n", "address, delegation", "a@example.org,,governments\n" * 1_001):
        page = secretary.post(f"/consultations/{slug}/invitations/list", {"lines": lines})
        assert page.status_code == 422


@pytest.mark.parametrize("field", ["email", "group", "role"])
def test_a_wrong_single_invitation_keeps_what_was_typed(app, slug, secretary, field):
    page = secretary.post(f"/consultations/{slug}/invitations", ONE | {field: "nonsense"})
    assert page.status_code == 422
    assert "Northland" in page.text
    assert cast.letters(app) == []


def test_one_address_is_not_pestered(app, slug, secretary, invite):
    invite()
    statuses = [secretary.post(f"/consultations/{slug}/invitations/1/again").status_code for _ in range(6)]
    assert statuses == [200] * 4 + [429] * 2
    assert len(cast.letters(app)) == 5


def test_the_record_of_an_invitation_has_no_address(app, slug, invite):
    invite()
    with app.app_context():
        assert "bo@example.org" not in repr([event.data for event in db.session.query(Event)])
        invitation = db.session.query(Invitation).one()
        mailed = _path(cast.letters(app)[-1].data["link"])
        assert invitation.token_digest not in mailed
        assert len(mailed.split("/")[2].partition("?")[0]) >= 43


def test_an_erased_account_is_forgotten_by_its_invitations(app, slug, invite):
    mailed, handed = invite(role="participant")
    bo = cast.visitor(app)
    bo.post(f"{handed}/registration", NEW | {"proof": _proof(mailed)})
    bo.post("/profile/farewell", {"current_password": cast.PASSWORD})
    with app.app_context():
        invitation = db.session.query(Invitation).one()
        assert (invitation.email, invitation.seat.person.name) == ("", "Former participant")
        assert invitation.seat.state is SeatState.ACTIVE


def test_the_link_of_a_hidden_consultation_opens_nothing_else(app, slug, invite):
    mailed, _ = invite(role="participant")
    with app.app_context(), write():
        db.session.query(Consultation).one().phase = Phase.DRAFT
    visitor = cast.visitor(app)
    assert visitor.get(mailed).status_code == 200
    assert visitor.get(f"/consultations/{slug}").status_code == 404


def test_an_invitation_lasts_thirty_days(app, slug, invite):
    invite()
    with app.app_context():
        invitation = db.session.query(Invitation).one()
        assert invitation.expires_at - invitation.invited_at == timedelta(days=30)


def _path(link: str) -> str:
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _proof(mailed: str) -> str:
    return mailed.partition("proof=")[2]


def _seat(app, email: str):
    with app.app_context():
        found = (
            db.session.query(Seat)
            .join(Account, Account.person_id == Seat.person_id)
            .filter(Account.email == email)
        )
        seat = found.one_or_none()
        if seat is None:
            return None
        delegation, group = seat.delegation, seat.group
        return seat.role, seat.state, delegation and delegation.name, group and group.key
