"""What the chair is told of a position: by which rule, how sure, what is still needed, and of whom."""

import pytest

from app.chairing.evidence import SMALL, lay_before
from app.consultations.models import Consultation, Delegation, Seat
from app.consultations.queries import agenda, find_consultation
from app.consultations.terms import VotingUnit
from app.core.evidence import Evidence
from app.core.roles import Role
from app.core.rules import Rule
from app.core.texts import Form, Kind, ProposalKind
from app.core.votes import Choice
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from app.deliberation.queries import find_position, find_proposal
from app.voting.actions import cast_vote
from app.voting.queries import entitled
from tests import cast

SEATS = {
    "ada": ("Northland", "governments"),
    "bo": ("Southland", "governments"),
    "cy": ("Trade Council", "private-sector"),
    "di": ("Makers' League", "private-sector"),
    "eve": ("Open Society of Samples", "civil-society"),
    "flo": ("Reading Circle", "civil-society"),
    "gus": ("Academy", "technical-academic"),
}
PAGE = "/consultations/name-of-the-cluster/proposals/1/positions/1/determination"


@pytest.fixture
def room(app, now):
    """Seven delegations in four groups: two groups support, one is against, one has not spoken."""
    with app.app_context(), write():
        held = cast.consultation(now)
        seats = {
            key: cast.seat(held, key, now, delegation=cast.delegation(held, name, group))
            for key, (name, group) in SEATS.items()
        }
        cast.seat(held, "chen", now, Role.CHAIR)
        found = table_proposal(agenda(held)[0], seats["ada"], ProposalKind.TEXT, "A forum", "", now)
        position = table_position(found, seats["ada"], "it should be a forum", Form.CLAUSE, now)
        for key in ("ada", "bo", "eve", "flo"):
            cast_vote(seats[key], position, Choice.SUPPORT, now)
        for key in ("cy", "di"):
            cast_vote(seats[key], position, Choice.DISAGREE, now)


def held() -> Consultation:
    return find_consultation("name-of-the-cluster")


def brief(now, number: int | None = 1):
    found = find_proposal(held(), 1)
    return lay_before(found, find_position(found, number) if number else None, now)


def words(sentences) -> str:
    return " ".join(sentence.plain() for sentence in sentences)


def test_the_chair_reads_why_how_sure_and_what_is_still_needed(app, room, now):
    page = cast.visitor(app, "chen").get(PAGE).text
    for told in (
        "4 of 6 who took a side are in favour (67\u00a0%); 0 abstain. Were everyone to vote, between",
        "There is strong support, but significant opposition. Mostly against: Private sector.",
        "What is still needed",
        "1 group has not spoken: Technical and academic community.",
        "1 of those against in Private sector would have to accept it. That would",
    ):
        assert told in page
    public = cast.visitor(app).get(PAGE).text
    assert "Were everyone to vote, between" in public
    assert "What is still needed" not in public
    assert "Mostly against" not in public


def test_the_desk_says_it_of_each_matter(app, room, now):
    desk = cast.visitor(app, "chen").get("/consultations/name-of-the-cluster/desk").text
    assert "Mostly against: Private sector." in desk
    assert "1 of those against in Private sector would have to accept it." in desk


def test_a_group_that_is_withheld_is_not_named(app, room, now):
    with app.app_context(), write():
        held().names_public = False
    with app.app_context():
        found = brief(now)
        assert found.suggestion.rule is Rule.OPPOSED
        told = words(found.suggestion.reasons) + words(found.needed)
        assert f"Mostly against: {SMALL}." in told
        assert "Private sector" not in told
        assert "has not spoken: Technical and academic community" in told, "silence tells of nobody's vote"


def test_each_delegation_has_one_voice_whoever_sits_for_it(app, room, now):
    with app.app_context(), write():
        consultation = held()
        northland = db.session.query(Delegation).filter_by(name="Northland").one()
        cast.seat(consultation, "hal", now, delegation=northland)
        cast.seat(consultation, "ivy", now)
        assert consultation.voting_unit is VotingUnit.DELEGATION
        per_delegation = entitled(consultation)
        consultation.voting_unit = VotingUnit.PERSON
        per_person = entitled(consultation)
    assert per_delegation == {
        "governments": 2,
        "private-sector": 2,
        "civil-society": 2,
        "technical-academic": 1,
        "": 1,
    }
    assert per_person == per_delegation | {"governments": 3}


def test_a_whole_proposal_is_judged_by_its_views_alone(app, room, now):
    with app.app_context(), write():
        found = find_proposal(held(), 1)
        concern = table_position(found, found.seat, "its name", Form.NOUN, now, kind=Kind.CONCERN)
        for seat in db.session.query(Seat).filter_by(role=Role.PARTICIPANT):
            cast_vote(seat, concern, Choice.SUPPORT, now)
        whole = brief(now, None)
        assert len(whole.evidence) == 2
        assert whole.suggestion.rule is Rule.OPPOSED
        assert "The strongest position is P1.1." in words(whole.suggestion.reasons)


def test_the_evidence_of_a_determination_keeps_who_could_have_spoken(app, room, now):
    with app.app_context():
        (evidence,) = brief(now).evidence.values()
        assert isinstance(evidence, Evidence)
        assert (evidence.active, evidence.support.unheard, evidence.entitled["technical-academic"]) == (
            7,
            1,
            1,
        )
