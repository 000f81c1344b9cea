"""Chairs prepare determinations among themselves, publish several in one act, or endorse each other's."""

import msgspec
import pytest

from app.chairing.models import Determination, Preparation
from app.chairing.preparing import prepare, prepared, publish_prepared
from app.consultations.models import Seat
from app.consultations.queries import agenda, find_consultation
from app.core.determinations import Status
from app.core.roles import Role
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice
from app.core.words import Refusal
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal, withdraw
from app.deliberation.models import Position
from app.deliberation.queries import find_position, find_proposal
from app.ledger.models import Event
from app.voting.actions import cast_vote
from tests import cast

PAGE = "/proposals/1/positions/{}/determination"
SECRET = "zqsecret"


@pytest.fixture
def room(app, now):
    """Three positions, a voter, and two chairs."""
    with app.app_context(), write():
        held = cast.consultation(now)
        ada = cast.seat(held, "ada", now, delegation=cast.delegation(held, "Northland"))
        cast.seat(held, "chen", now, Role.CHAIR)
        cast.seat(held, "dana", now, Role.CHAIR)
        cast.seat(held, "rosa", now, Role.RAPPORTEUR)
        proposal = table_proposal(agenda(held)[0], ada, ProposalKind.LIST, "Themes", "", now)
        for text in ("tides", "gates", "ships"):
            table_position(proposal, ada, text, Form.NOUN, now)
        return f"/consultations/{held.slug}"


def slug(room) -> str:
    return room.rpartition("/")[2]


def seat_of(key: str) -> Seat:
    return next(seat for seat in db.session.query(Seat) if seat.person.key == key)


def keep(visitor, room, position, **fields):
    """Opens a page and sends its form to be prepared, as the second button does."""
    page = room + PAGE.format(position)
    return visitor.post(f"{page}/preparation", {"seen": visitor.hidden(page, "seen"), **fields})


def ready(visitor, room, position, **more):
    return keep(visitor, room, position, status="forward", rationale=f"Heard {position}.", **more)


def made(app) -> list[str]:
    with app.app_context():
        return [d.rationale for d in db.session.query(Determination).order_by(Determination.id)]


def count(app) -> int:
    with app.app_context():
        return db.session.query(Preparation).count()


def test_what_is_prepared_is_for_the_chairs_alone_and_comes_back_to_them(app, room) -> None:
    chen, dana = cast.visitor(app, "chen"), cast.visitor(app, "dana")
    words = {"rationale": f"{SECRET} reason", "notes": f"{SECRET} note", "departure": f"{SECRET} why"}
    sent = keep(chen, room, 1, **words)
    assert (sent.status_code, sent.location) == (303, f"{room}/desk#prepared")
    for visitor in (chen, dana):
        assert f"{SECRET} note" in visitor.get(f"{room}/desk").text
        page = visitor.get(room + PAGE.format(1)).text
        assert all(text in page for text in words.values())
    for key in ("ada", "rosa", "secretary", None):
        visitor = cast.visitor(app, key)
        for page in (PAGE.format(1), "/board", "/proposals/1", "/proposals/1/positions/1"):
            assert SECRET not in visitor.get(room + page).text, (key, page)
    assert made(app) == []


def test_several_are_published_in_one_act_and_what_has_changed_comes_back(app, room, now) -> None:
    chen, ada = cast.visitor(app, "chen"), cast.visitor(app, "ada")
    for position in (1, 2, 3):
        ready(chen, room, position)
    with app.app_context(), write():
        position = find_position(find_proposal(find_consultation(slug(room)), 1), 2)
        cast_vote(seat_of("ada"), position, Choice.SUPPORT, now)
    desk = chen.get(f"{room}/desk").text
    assert desk.count(" checked") == 2, "those that nothing has changed under"
    assert "Votes cast or changed: 1." in desk
    sent = chen.post(f"{room}/desk/publication", {"ref": ["P1.1", "P1.2", "P1.3"]})
    assert sent.status_code == 303
    assert made(app) == ["Heard 1.", "Heard 3."]
    with app.app_context():
        at = {d.determined_at for d in db.session.query(Determination)}
    assert len(at) == 1, "of one minute"
    desk = chen.get(f"{room}/desk").text
    assert "2 determinations are on record." in desk
    assert "P1.2: Something has changed since it was prepared." in desk
    assert "Heard 2." in desk, "nothing typed is lost"
    assert "Heard 2." not in ada.get(f"{room}/board").text
    ready(chen, room, 2)  # looked at again
    chen.post(f"{room}/desk/publication", {"ref": "P1.2"})
    assert (len(made(app)), count(app)) == (3, 0)


def test_what_lacks_something_comes_back_with_the_sentence(app, room) -> None:
    chen = cast.visitor(app, "chen")
    lacking = {
        1: ({"rationale": "So."}, "Choose a status."),
        2: ({"status": "forward"}, "Give your reasons"),
        3: ({"status": "divided", "rationale": "So."}, "why you depart"),
    }
    for position, (fields, _) in lacking.items():
        assert keep(chen, room, position, **fields).status_code == 303
    chen.post(f"{room}/desk/publication", {"ref": ["P1.1", "P1.2", "P1.3"]})
    desk = chen.get(f"{room}/desk").text
    for _, sentence in lacking.values():
        assert sentence in desk
    assert (made(app), count(app)) == ([], 3)


def test_too_much_is_refused_with_all_that_was_typed(app, room) -> None:
    chen = cast.visitor(app, "chen")
    refused = keep(chen, room, 1, rationale="x" * 4001, notes="a note")
    assert refused.status_code == 422
    assert "a note" in refused.text
    assert count(app) == 0


def test_what_is_determined_or_discarded_is_prepared_no_more(app, room) -> None:
    chen = cast.visitor(app, "chen")
    ready(chen, room, 1)
    page = room + PAGE.format(1)
    chen.post(page, {"seen": chen.hidden(page, "seen"), "status": "forward", "rationale": "At once."})
    assert (made(app), count(app)) == (["At once."], 0)
    ready(chen, room, 2)
    assert chen.post(f"{room}{PAGE.format(2)}/preparation/removal").status_code == 303
    assert chen.post(f"{room}{PAGE.format(2)}/preparation/removal").status_code == 404
    assert count(app) == 0


@pytest.mark.parametrize("key", ["ada", "rosa", "secretary", None])
def test_nobody_else_prepares_or_publishes(app, room, key) -> None:
    ready(cast.visitor(app, "chen"), room, 1)
    visitor = cast.visitor(app, key)
    for address in (
        f"{PAGE.format(1)}/preparation",
        f"{PAGE.format(1)}/preparation/removal",
        "/desk/publication",
    ):
        assert visitor.post(room + address, {"ref": "P1.1", "rationale": "Mine."}).status_code == 403
    assert (made(app), count(app)) == ([], 1)


def test_a_whole_proposal_is_prepared_once(app, room, now) -> None:
    with app.app_context(), write():
        held = find_consultation(slug(room))
        proposal = find_proposal(held, 1)
        for rationale in ("First.", "Second."):
            prepare(seat_of("chen"), proposal, None, Status.FORWARD, now, rationale=rationale)
        (found,) = prepared(held, seat_of("dana"), now)
        assert (found.preparation.ref, found.preparation.rationale) == ("P1", "Second.")


def test_what_was_withdrawn_meanwhile_comes_back(app, room, now) -> None:
    ready(cast.visitor(app, "chen"), room, 1)
    with app.app_context(), write():
        held = find_consultation(slug(room))
        position = find_position(find_proposal(held, 1), 1)
        withdraw(position, seat_of("ada"), now)
        chen = seat_of("chen")
        done, back = publish_prepared(chen, [p.preparation for p in prepared(held, chen, now)], now)
        assert not done
        assert len(back) == 1
        with pytest.raises(Refusal, match="withdrawn or hidden"):
            prepare(chen, position.proposal, position, None, now)


# Two chairs


@pytest.fixture
def two(app, room):
    with app.app_context(), write():
        held = find_consultation(slug(room))
        held.procedure = msgspec.structs.replace(held.procedure, two_chairs=True)
    return room


def test_what_one_chair_has_prepared_another_endorses(app, two) -> None:
    chen, dana = cast.visitor(app, "chen"), cast.visitor(app, "dana")
    page = two + PAGE.format(1)
    alone = chen.post(page, {"seen": chen.hidden(page, "seen"), "status": "forward", "rationale": "Alone."})
    assert alone.status_code == 403
    assert "two chairs determine together" in alone.text
    ready(chen, two, 1)
    assert "Waits for another chair" in chen.get(f"{two}/desk").text
    chen.post(f"{two}/desk/publication", {"ref": "P1.1"})
    assert made(app) == [], "nobody endorses what he or she prepared"
    assert "Endorse and publish" in dana.get(f"{two}/desk").text
    dana.post(f"{two}/desk/publication", {"ref": "P1.1"})
    assert made(app) == ["Heard 1."]
    public = cast.visitor(app).get(page).text
    assert "Chen Example" in public
    assert "Dana Example" in public
    with app.app_context():
        events = db.session.query(Event).filter(Event.subject.like("determination:%")).order_by(Event.id)
        told = [(event.act, event.seat_id) for event in events]
        assert told == [("determine", seat_of("chen").id), ("endorse", seat_of("dana").id)]


def test_whoever_changes_what_is_prepared_needs_the_other(app, two) -> None:
    chen, dana = cast.visitor(app, "chen"), cast.visitor(app, "dana")
    ready(chen, two, 1)
    keep(dana, two, 1, status="forward", rationale="Better said.")
    dana.post(f"{two}/desk/publication", {"ref": "P1.1"})
    assert made(app) == []
    chen.post(f"{two}/desk/publication", {"ref": "P1.1"})
    assert made(app) == ["Better said."]


def test_who_is_no_chair_any_more_determines_nothing_by_anothers_hand(app, two) -> None:
    ready(cast.visitor(app, "chen"), two, 1)
    with app.app_context(), write():
        seat_of("chen").role = Role.OBSERVER
    cast.visitor(app, "dana").post(f"{two}/desk/publication", {"ref": "P1.1"})
    assert made(app) == []


def test_whoever_endorses_an_own_text_is_shown_to_have_done_so(app, two) -> None:
    ready(cast.visitor(app, "chen"), two, 1)
    with app.app_context(), write():
        db.session.query(Position).filter_by(number=1).one().seat = seat_of("dana")
    cast.visitor(app, "dana").post(f"{two}/desk/publication", {"ref": "P1.1"})
    with app.app_context():
        assert db.session.query(Determination).one().own
