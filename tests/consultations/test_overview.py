"""The first page and the overview: what is open, what is agreed, and the next step of exactly this reader."""

from datetime import UTC, datetime, timedelta

import pytest

from app.chairing.models import Determination
from app.consultations.actions import open_consultation
from app.consultations.frame import move_part
from app.consultations.models import AgendaItem
from app.consultations.next_step import Situation, next_step
from app.consultations.queries import agenda, find_consultation
from app.consultations.terms import Participation
from app.core.determinations import Status
from app.core.phases import UNDER_WAY, Phase
from app.core.roles import Role
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice
from app.db import db, write
from app.deliberation.actions import comment_on, table_position, table_proposal
from app.deliberation.queries import proposals
from app.voting.actions import cast_vote
from tests import cast


@pytest.fixture
def slug(app, now) -> str:
    """Three positions: one agreed, one divided, one that nobody has determined."""
    with app.app_context(), write():
        held = cast.consultation(now)
        amina = cast.seat(held, "amina", now, delegation=cast.delegation(held, "Northland Society"))
        chen = cast.seat(held, "chen", now, Role.CHAIR)
        db.session.add(AgendaItem(consultation_id=held.id, number=2, title="Week"))
        proposal = table_proposal(agenda(held)[0], amina, ProposalKind.OPTIONS, "The name", "", now)
        forum, conference, _fair = (
            table_position(proposal, amina, f"it should be a {name}", Form.CLAUSE, now)
            for name in ("forum", "conference", "fair")
        )
        for position, status in ((forum, Status.AGREED), (conference, Status.DIVIDED)):
            db.session.add(
                Determination(
                    proposal_id=proposal.id,
                    position_id=position.id,
                    seat_id=chen.id,
                    status=status,
                    rationale="Heard.",
                    determined_at=now,
                )
            )
        cast_vote(amina, forum, Choice.SUPPORT, now)
        comment_on(proposal, amina, "Why?", now)
        return held.slug


def test_one_page_says_what_is_agreed_contested_and_open(app, slug):
    page = cast.visitor(app).get(f"/consultations/{slug}").text
    glance = page[page.index('id="standing"') : page.index('id="agenda"')]
    order = [glance.index(f"it should be a {name}") for name in ("forum", "conference", "fair")]
    assert order == sorted(order)
    assert "3 positions" in page
    assert "1 comment" in page
    assert "2 of 3 determined" in page
    assert "Civil society" in page


def test_hidden_and_withdrawn_proposals_are_left_out(app, now, slug):
    with app.app_context(), write():
        held = find_consultation(slug)
        amina = cast.seat(held, "bo", now)
        gone = table_proposal(agenda(held)[0], amina, ProposalKind.LIST, "A withdrawn list", "", now)
        gone.withdrawn_at = now
        hidden = table_proposal(agenda(held)[0], amina, ProposalKind.LIST, "A hidden list", "", now)
        hidden.hidden_at = now
        table_proposal(agenda(held)[0], amina, ProposalKind.LIST, "An empty list", "", now)
    for address in (f"/consultations/{slug}", f"/consultations/{slug}/agenda/1"):
        page = cast.visitor(app).get(address).text
        assert "A withdrawn list" not in page
        assert "A hidden list" not in page
        assert "An empty list" in page


def test_an_agenda_item_has_its_page(app, slug):
    reader = cast.visitor(app)
    assert "The name" in reader.get(f"/consultations/{slug}/agenda/1").text
    assert "Nothing has been put forward" in reader.get(f"/consultations/{slug}/agenda/2").text
    for number in (0, 3, 2**31, 10**30):
        assert reader.get(f"/consultations/{slug}/agenda/{number}").status_code == 404


def test_proposals_stand_in_the_order_of_the_agenda_as_it_is_now(app, now, slug):
    with app.app_context(), write():
        held = find_consultation(slug)
        seat = cast.seat(held, "bo", now)
        table_proposal(agenda(held)[1], seat, ProposalKind.TEXT, "The week", "", now)
        move_part(agenda(held)[1], seat, -1, now)
    with app.app_context():
        assert [text.title for text in proposals(find_consultation(slug))] == ["The week", "The name"]


def test_the_deadline_stands_in_the_readers_zone_and_in_utc(app, now, slug):
    with app.app_context(), write():
        find_consultation(slug).closes_at = datetime(2099, 7, 1, 16, 0, tzinfo=UTC)
        cast.person("lina", now, timezone="Asia/Tokyo")
    page = cast.visitor(app, "lina").get(f"/consultations/{slug}").text
    assert "2 July 2099, 01:00 (Asia/Tokyo)" in page
    assert "1 July 2099, 16:00 (UTC)" in page


def test_a_participant_is_told_on_how_many_positions_the_vote_is_out(app, slug):
    assert "wait for your vote: 2." in cast.visitor(app, "amina").get(f"/consultations/{slug}").text


def test_the_first_page_shows_ones_own_then_what_is_open_then_what_is_over(app, now, slug):
    with app.app_context(), write():
        opener = cast.person("lina", now, may_open=True)
        over = open_consultation(opener, "A meeting of long ago", "", "UTC", now)
        over.phase, over.held_on = Phase.REPORTED, now.date()
        due = open_consultation(opener, "Closed by the clock", "", "UTC", now)
        due.phase, due.closes_at = Phase.OPEN, now + timedelta(minutes=1)
    page = cast.visitor(app).get("/").text
    order = [page.index(words) for words in ("Open now", "Name of the cluster", "Closed and reported")]
    assert order == sorted(order)
    assert page.index("Closed and reported") < page.index("Closed by the clock")
    own = cast.visitor(app, "amina").get("/").text
    assert own.index("Your consultations") < own.index("Name of the cluster") < own.index("Closed and rep")
    assert own.count("Name of the cluster") == 1
    assert "New consultation" not in own
    assert "New consultation" in cast.visitor(app, "lina").get("/").text


def test_a_stranger_who_may_not_is_asked_to_sign_in_and_comes_back(app, slug):
    refused = cast.visitor(app).get(f"/consultations/{slug}/vote")
    assert refused.status_code == 403
    assert f'<a class="button" href="/sign-in?next=/consultations/{slug}/vote">' in refused.text
    assert f'href="/consultations/{slug}"' in refused.text
    assert f'href="/sign-in?next=/consultations/{slug}/board"' in (
        cast.visitor(app).get(f"/consultations/{slug}/board").text
    )
    assert "Sign in</a>" not in cast.visitor(app, "chen").get(f"/consultations/{slug}/vote").text


def test_a_reported_consultation_can_still_be_followed_up(app, slug):
    with app.app_context(), write():
        find_consultation(slug).phase = Phase.REPORTED
    door = f'href="/consultations/{slug}/copy"'
    assert door in cast.visitor(app, "secretary").get(f"/consultations/{slug}").text
    assert door not in cast.visitor(app, "amina").get(f"/consultations/{slug}").text


def test_every_title_of_a_page_says_of_which_consultation(app, slug):
    for part in ("", "/board", "/documents", "/mine", "/proposals/1", "/report"):
        page = cast.visitor(app, "amina").get(f"/consultations/{slug}{part}").text
        title = page[page.index("<title>") : page.index("</title>")]
        assert title.count("Name of the cluster") == 1


STEPS = [
    (Role.VISITOR, Phase.OPEN, {"participation": Participation.EVERYONE}, "sign in"),
    (Role.VISITOR, Phase.OPEN, {"participation": Participation.INVITATION}, "sign in"),
    (Role.VISITOR, Phase.OPEN, {"participation": Participation.EVERYONE, "signed_in": True}, "join"),
    (Role.VISITOR, Phase.OPEN, {"participation": Participation.APPROVAL, "signed_in": True}, "join"),
    (Role.VISITOR, Phase.OPEN, {"signed_in": True, "asked": True}, ""),
    (Role.VISITOR, Phase.OPEN, {"participation": Participation.INVITATION, "signed_in": True}, ""),
    (Role.VISITOR, Phase.CLOSED, {}, "board"),
    (Role.OBSERVER, Phase.OPEN, {}, "board"),
    (Role.PARTICIPANT, Phase.OPEN, {"unvoted": 3}, "vote"),
    (Role.PARTICIPANT, Phase.OPEN, {}, "agenda"),
    (Role.PARTICIPANT, Phase.CALL, {}, "mine"),
    (Role.PARTICIPANT, Phase.CLOSED, {"unvoted": 3}, "board"),
    (Role.CHAIR, Phase.OPEN, {"objections": 1, "undetermined": 2}, "objections"),
    (Role.CHAIR, Phase.CLOSED, {"undetermined": 2}, "desk"),
    (Role.CHAIR, Phase.CLOSED, {}, "approval"),
    (Role.PARTICIPANT, Phase.CLOSED, {"circulating": True}, "circulation"),
    (Role.VISITOR, Phase.CLOSED, {"circulating": True}, "circulation"),
    (Role.RAPPORTEUR, Phase.CLOSED, {"corrections": 2}, "corrections"),
    (Role.SECRETARIAT, Phase.CLOSED, {"corrections": 2}, "corrections"),
    (Role.RAPPORTEUR, Phase.CLOSED, {}, "draft"),
    (Role.SECRETARIAT, Phase.DRAFT, {}, "set up"),
    (Role.SECRETARIAT, Phase.OPEN, {"requests": 2}, "participants"),
    (Role.SECRETARIAT, Phase.CLOSED, {}, "draft"),
    (Role.OBSERVER, Phase.REPORTED, {}, "report"),
]


@pytest.mark.parametrize(("role", "phase", "more", "door"), STEPS, ids=str)
def test_the_next_step_leads_through_the_right_door(role, phase, more, door):
    usual = {"participation": Participation.EVERYONE}
    assert next_step(Situation(role, phase, **usual | more)).door == door


def test_every_situation_has_a_step_with_a_sentence_and_no_door_without_words():
    for role in Role:
        for phase in Phase:
            for participation in Participation:
                for signed_in in (False, True):
                    step = next_step(Situation(role, phase, participation, signed_in=signed_in))
                    assert step.sentence.text
                    assert bool(step.door) == bool(step.label)
    assert Phase.CLOSED not in UNDER_WAY
