"""What is said in the room is written down for a delegation, and counts once it is confirmed."""

import pytest

from app.consultations.queries import agenda, find_consultation
from app.core.interventions import InterventionState
from app.core.phases import Phase
from app.core.roles import Role
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice, total
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from app.deliberation.models import Comment, Position
from app.deliberation.queries import find_proposal, positions
from app.floor.models import Intervention
from app.voting.models import Objection, Vote
from app.voting.queries import recount, tallies
from tests import cast

HERE = "/consultations/name-of-the-cluster"
FLOOR = f"{HERE}/floor"
USUAL = {
    "delegation": "1",
    "speaker": "The head of the delegation",
    "about": "P1.1",
    "counts_as": "comment",
    "words": "A forum needs a week.",
    "form": "clause",
    "choice": "",
}


@pytest.fixture
def held(app, now):
    with app.app_context(), write():
        consultation = cast.consultation(now)
        northland = cast.delegation(consultation, "Northland")
        cast.seat(consultation, "nora", now, delegation=northland)
        cast.seat(consultation, "nils", now, delegation=northland)
        sven = cast.seat(consultation, "sven", now, delegation=cast.delegation(consultation, "Southland"))
        cast.seat(consultation, "chair", now, Role.CHAIR)
        proposal = table_proposal(agenda(consultation)[0], sven, ProposalKind.OPTIONS, "The name", "", now)
        table_position(proposal, sven, "the name should be Forum", Form.CLAUSE, now)


def enter(app, status=303, **sent):
    answered = cast.visitor(app, "secretary").post(f"{FLOOR}/new", USUAL | sent)
    assert answered.status_code == status, answered.text
    return answered


def confirm(app, who="nora", status=303, words=USUAL["words"]):
    answered = cast.visitor(app, who).post(f"{FLOOR}/1/confirmation", {"words": words})
    assert answered.status_code == status, answered.text
    return answered


def of(model):
    return db.session.query(model).all()


def test_what_waits_counts_for_nothing_and_is_between_the_delegation_and_the_secretariat(app, held):
    enter(app)
    with app.app_context():
        assert not of(Comment)
    for who, sees in (("nora", True), ("nils", True), ("secretary", True), ("sven", False), ("chair", False)):
        reader = cast.visitor(app, who)
        assert ("A forum needs a week." in reader.get(FLOOR).text) is sees, who
        assert reader.get(f"{FLOOR}/1").status_code == (200 if sees else 404), who
    assert (
        "What your delegation said in the room waits for you to confirm it: 1."
        in cast.visitor(app, "nora").get(HERE).text
    )
    assert "said in the room waits" not in cast.visitor(app, "sven").get(HERE).text


def test_confirmed_words_are_a_comment_of_whoever_confirmed_them(app, held):
    enter(app)
    confirm(app, "nils")
    with app.app_context():
        (comment,) = of(Comment)
        assert (comment.seat.person.key, comment.body, comment.position.ref) == (
            "nils",
            USUAL["words"],
            "P1.1",
        )
    page = cast.visitor(app).get(f"{FLOOR}/1").text
    assert "/proposals/1/comments/1#C1" in page
    assert "Nils Example" in page


def test_corrected_words_count_and_the_difference_shows(app, held):
    enter(app)
    confirm(app, words="A forum needs two weeks.")
    with app.app_context():
        assert of(Comment)[0].body == "A forum needs two weeks."
    page = cast.visitor(app).get(f"{FLOOR}/1").text
    assert "<del>" in page
    assert "<ins>" in page


def test_a_position_put_in_the_room_is_put_by_the_delegation(app, held):
    enter(app, counts_as="position", about="P1", words="the name should be Conference")
    confirm(app, words="the name should be Conference")
    with app.app_context():
        last = positions(find_proposal(find_consultation("name-of-the-cluster"), 1).id)[-1]
        assert (last.text, last.delegation.name, last.seat.person.key) == (
            "the name should be Conference",
            "Northland",
            "nora",
        )
    assert "/proposals/1#P1.2" in cast.visitor(app).get(f"{FLOOR}/1").text


@pytest.mark.parametrize(
    ("choice", "reason", "reservation"),
    [
        (Choice.OBJECT, "Too short.", ""),
        (Choice.ACCEPT, "", "Too short."),
        (Choice.DISAGREE, "Too short.", ""),
    ],
)
def test_a_vote_made_in_the_room_is_the_delegations_vote(app, held, choice, reason, reservation):
    enter(app, counts_as="vote", words="Too short.", choice=choice.value)
    with app.app_context():
        assert not of(Vote)
    confirm(app, words="Too short.")
    with app.app_context():
        (vote,) = of(Vote)
        assert (vote.choice, vote.reason, vote.reservation) == (choice, reason, reservation)
        assert vote.voter == f"delegation:{vote.seat.delegation_id}"
        assert len(of(Objection)) == (choice is Choice.OBJECT)
        (position,) = of(Position)
        assert recount(position) == total(tallies([position.id])[position.id].values())


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"words": " "}, "Write what was said."),
        ({"delegation": ""}, "Choose who spoke."),
        ({"delegation": "9"}, "Not a valid choice"),
        ({"about": "P9"}, "Not a valid choice"),
        ({"counts_as": "vote", "about": "P1", "choice": "support"}, "A vote is on a position"),
        ({"counts_as": "vote"}, "Choose how the delegation votes."),
        ({"counts_as": "vote", "choice": "object", "words": ""}, "Give the reason for your objection"),
        ({"counts_as": "position", "words": "x" * 5_000}, "Shorten the position"),
    ],
)
def test_what_could_not_stand_is_not_written_down(app, held, sent, says):
    page = enter(app, 422, **sent).text
    assert says in page
    assert USUAL["speaker"] in page, "what was typed stays"
    with app.app_context():
        assert not of(Intervention)


def test_another_delegation_confirms_nothing(app, held):
    enter(app)
    confirm(app, "sven", 404)
    confirm(app, "secretary", 403)
    with app.app_context():
        assert not of(Comment)
        assert of(Intervention)[0].is_waiting


def test_it_is_answered_once(app, held):
    enter(app)
    confirm(app)
    confirm(app, "nils", 403)
    refusal = cast.visitor(app, "nils").post(f"{FLOOR}/1/refusal", {"reason": "No."})
    assert refusal.status_code == 403
    assert cast.visitor(app, "secretary").post(f"{FLOOR}/1/withdrawal").status_code == 403
    with app.app_context():
        assert len(of(Comment)) == 1


def test_words_that_are_not_the_delegations_count_for_nothing(app, held):
    enter(app)
    refusal = cast.visitor(app, "nora").post(f"{FLOOR}/1/refusal", {"reason": "We said nothing."})
    assert refusal.status_code == 303
    with app.app_context():
        assert not of(Comment)
        assert of(Intervention)[0].state is InterventionState.REFUSED
    assert "We said nothing." in cast.visitor(app, "secretary").get(f"{FLOOR}/1").text
    assert cast.visitor(app).get(f"{FLOOR}/1").status_code == 404


def test_the_secretariat_takes_back_what_it_wrote_down(app, held):
    enter(app)
    assert cast.visitor(app, "secretary").post(f"{FLOOR}/1/withdrawal").status_code == 303
    confirm(app, status=403)
    with app.app_context():
        assert not of(Comment)


@pytest.mark.parametrize(
    ("phase", "counts_as", "status"),
    [
        (Phase.CLOSED, "comment", 409),
        (Phase.CALL, "comment", 303),
        (Phase.CALL, "vote", 303),
        (Phase.CALL, "position", 409),
    ],
)
def test_confirmed_words_need_the_phase_in_which_they_could_be_written(app, held, phase, counts_as, status):
    enter(
        app,
        counts_as=counts_as,
        choice="support" if counts_as == "vote" else "",
        words="the name should be Week",
    )
    with app.app_context(), write():
        find_consultation("name-of-the-cluster").phase = phase
    confirm(app, status=status, words="the name should be Week")


def test_what_concerns_a_hidden_text_can_no_longer_be_confirmed(app, held, now):
    enter(app)
    with app.app_context(), write():
        find_proposal(find_consultation("name-of-the-cluster"), 1).hidden_at = now
    confirm(app, status=403)
    with app.app_context():
        assert not of(Comment)
        assert of(Intervention)[0].is_waiting, "the whole act is undone"
