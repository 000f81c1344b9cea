"""The phases of a consultation: every move, by everybody who might try it."""

from datetime import UTC, datetime, timedelta

import pytest

from app.consultations.models import AgendaItem
from app.consultations.queries import agenda, find_consultation
from app.core.acts import RULES, Act, may
from app.core.phases import MOVES, Phase
from app.core.roles import SEATED, Role
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from app.ledger.models import Event
from app.reports.snapshot import take_snapshot
from app.voting.actions import cast_vote
from tests import cast

MOVERS = RULES[Act.ADVANCE].roles
LEGAL = {(move.source, move.target) for move in MOVES if move.target is not Phase.REPORTED}


@pytest.fixture
def slug(app, now) -> str:
    """A consultation with a seat for every role, whose persons have the names of their roles."""
    with app.app_context(), write():
        held = cast.consultation(now)
        for role in SEATED:
            cast.seat(held, role.value, now, role)
        cast.person("visitor", now)
        return held.slug


def put(app, slug: str, phase: Phase) -> None:
    with app.app_context(), write():
        find_consultation(slug).phase = phase


def phase_of(app, slug: str) -> Phase:
    with app.app_context():
        return find_consultation(slug).phase


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_every_move_by_everybody(app, slug, role):
    mover = cast.visitor(app, role.value)
    for source in Phase:
        for target in Phase:
            put(app, slug, source)
            address = f"/consultations/{slug}/phase/{target}"
            asked, moved = mover.get(address).status_code, mover.post(address).status_code
            allowed = may(Act.ADVANCE, role, source) and (source, target) in LEGAL
            hidden = not may(Act.READ, role, source)
            elsewhere = target is Phase.REPORTED and source is not Phase.REPORTED  # it is published there
            refused = 403 if role not in MOVERS or elsewhere else 409
            expected = (200, 303) if allowed else (404, 404) if hidden else (refused, refused)
            assert (asked, moved) == expected, f"{role} moves {source} to {target}"
            assert phase_of(app, slug) is (target if allowed else source)


def test_only_the_chair_and_the_secretariat_move_anything():
    assert {role for role in Role if any(may(Act.ADVANCE, role, phase) for phase in Phase)} == {
        Role.CHAIR,
        Role.SECRETARIAT,
    }


def test_a_phase_that_there_is_not_has_no_page(app, slug):
    chair = cast.visitor(app, "chair")
    assert chair.get(f"/consultations/{slug}/phase/paused").status_code == 404
    assert chair.post(f"/consultations/{slug}/phase/paused").status_code == 404


def test_a_report_is_not_published_by_the_way(app, slug):
    put(app, slug, Phase.CLOSED)
    secretary = cast.visitor(app, "secretary")
    answer = secretary.post(f"/consultations/{slug}/phase/reported")
    assert answer.status_code == 403
    assert "A report is published from its draft" in answer.text
    assert f"/consultations/{slug}/phase/reported" not in secretary.get(f"/consultations/{slug}").text


def test_a_move_leaves_one_event(app, slug):
    cast.visitor(app, "chair").post(f"/consultations/{slug}/phase/closed")
    with app.app_context():
        events = db.session.query(Event).filter_by(act="advance").order_by(Event.id).all()
        assert [event.data for event in events] == [{"source": "open", "target": "closed"}]
        assert events[0].seat_id is not None


def test_a_consultation_without_an_agenda_does_not_open(app, now):
    with app.app_context(), write():
        held = cast.consultation(now, phase=Phase.DRAFT)
        db.session.delete(agenda(held)[0])
        slug = held.slug
    answer = cast.visitor(app, "secretary").post(f"/consultations/{slug}/phase/open")
    assert answer.status_code == 409
    assert "Put at least one item on the agenda" in answer.text
    assert phase_of(app, slug) is Phase.DRAFT


def test_the_page_that_asks_says_what_is_left_undone(app, now, slug):
    with app.app_context(), write():
        held = find_consultation(slug)
        seat = cast.seat(held, "amina", now)
        proposal = table_proposal(agenda(held)[0], seat, ProposalKind.OPTIONS, "Name", "", now)
        for text in ("it should be a forum", "it should be a conference"):
            position = table_position(proposal, seat, text, Form.CLAUSE, now)
        cast_vote(seat, position, Choice.OBJECT, now, reason="Too vague.")
    page = cast.visitor(app, "chair").get(f"/consultations/{slug}/phase/closed").text
    assert "Positions that nobody has determined yet: 2." in page
    assert "Objections that nobody has answered: 1." in page


def test_the_clock_closes_whoever_is_awake(app, now, slug):
    with app.app_context(), write():
        find_consultation(slug).closes_at = now + timedelta(days=1)
    page = cast.visitor(app, "chair").get(f"/consultations/{slug}")
    assert '<span class="tag">Closed</span>' in page.text
    assert cast.visitor(app, "chair").post(f"/consultations/{slug}/phase/consensus call").status_code == 409


@pytest.mark.parametrize("planned", [None, datetime(2099, 7, 1, tzinfo=UTC)], ids=["no time", "later"])
def test_what_an_act_closes_is_reported_by_the_day_of_that_act(app, slug, planned):
    with app.app_context(), write():
        find_consultation(slug).closes_at = planned
    chair = cast.visitor(app, "chair")
    before = datetime.now(UTC)
    chair.post(f"/consultations/{slug}/phase/closed")
    with app.app_context():
        held = find_consultation(slug)
        reported = take_snapshot(held, datetime.now(UTC)).consultation.closes_at
        assert before <= reported <= datetime.now(UTC)
        assert held.closes_at == planned, "what was announced stays on record"
    page = chair.get(f"/consultations/{slug}").text
    assert "<dt>Closed</dt>" in page
    assert "2099" not in page
    assert chair.post(f"/consultations/{slug}/phase/open").status_code == 303
    with app.app_context():
        assert find_consultation(slug).closed_at is None


def test_what_its_time_has_closed_opens_again_with_a_later_time(app, now, slug):
    """The page that asks says so before anybody tries, and to whom it falls."""
    with app.app_context(), write():
        find_consultation(slug).closes_at = now
    reopen = f"/consultations/{slug}/phase/open"
    chair, secretary = cast.visitor(app, "chair"), cast.visitor(app, "secretary")
    for asker in (chair, secretary):
        asked = asker.get(reopen).text
        assert "The closing time has passed: to open, set a later one, or none." in asked
        assert "What will happen" not in asked
    assert "Ask the secretariat to change this." in chair.get(reopen).text
    assert f'href="/consultations/{slug}/set-up/dates"' in secretary.get(reopen).text
    refused = chair.post(reopen)
    assert refused.status_code == 409
    assert "right role" not in refused.text
    secretary.post(
        f"/consultations/{slug}/set-up/dates", {"timezone": "UTC", "closes_at": "2099-07-01T12:00"}
    )
    with app.app_context():
        assert find_consultation(slug).ended_at == now, "it was closed then, whatever is planned now"
    assert "It closes by itself" in chair.get(reopen).text
    assert chair.post(reopen).status_code == 303
    assert phase_of(app, slug) is Phase.OPEN


def test_the_page_that_asks_to_open_says_what_is_still_missing(app, now):
    with app.app_context(), write():
        held = cast.consultation(now, phase=Phase.DRAFT)
        db.session.query(AgendaItem).filter_by(consultation_id=held.id).delete()
        slug = held.slug
    page = cast.visitor(app, "secretary").get(f"/consultations/{slug}/phase/open").text
    assert "Put at least one item on the agenda" in page
