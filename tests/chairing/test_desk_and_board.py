"""The desk and the board stay light however many positions there are, and sort as they say."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from app.chairing.actions import determine
from app.chairing.board import board
from app.chairing.desk import SORTS, desk
from app.chairing.evidence import lay_before
from app.consultations.queries import agenda, find_consultation
from app.core.determinations import Status
from app.core.roles import Role
from app.core.texts import Form, Kind, ProposalKind
from app.core.votes import Choice
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from app.deliberation.queries import find_position, find_proposal
from app.voting.actions import cast_vote
from tests import cast

VOTES = {"calm": "SSSS", "contested": "SSDO", "busy": "SSSSSD", "silent": ""}
CHOICES = {"S": Choice.SUPPORT, "D": Choice.DISAGREE, "O": Choice.OBJECT}


@pytest.fixture
def slug(app, now):
    """Four positions with different fortunes, and six voters of three groups."""
    with app.app_context(), write():
        held = cast.consultation(now)
        cast.seat(held, "chen", now, Role.CHAIR)
        groups = ["governments", "private-sector", "civil-society"] * 2
        voters = [
            cast.seat(held, f"voter{n}", now, delegation=cast.delegation(held, f"Body {n}", group))
            for n, group in enumerate(groups)
        ]
        proposal = table_proposal(agenda(held)[0], voters[0], ProposalKind.LIST, "Themes", "", now)
        for text, choices in VOTES.items():
            position = table_position(proposal, voters[0], text, Form.NOUN, now)
            for voter, letter in zip(voters, choices, strict=False):
                cast_vote(voter, position, CHOICES[letter], now, reason="Because." * (letter == "O"))
        return held.slug


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("agenda", ["calm", "contested", "busy", "silent"]),
        ("contested", ["contested", "busy", "calm", "silent"]),
        ("bridging", ["calm", "busy", "silent", "contested"]),
        ("voted", ["busy", "calm", "contested", "silent"]),
        ("oldest", ["calm", "contested", "busy", "silent"]),
        ("nonsense", ["calm", "contested", "busy", "silent"]),
    ],
)
def test_the_desk_sorts_as_it_says(app, slug, now, sort, order):
    with app.app_context():
        assert [matter.position.text for matter in desk(find_consultation(slug), sort, now)] == order
    assert set(SORTS) == {"agenda", "contested", "bridging", "voted", "oldest"}


def test_what_asks_for_no_decision_waits_for_none(app, slug, now):
    with app.app_context(), write():
        held = find_consultation(slug)
        proposal = find_proposal(held, 1)
        table_position(proposal, proposal.seat, "the fees", Form.NOUN, now, kind=Kind.CONCERN)
        assert len(desk(held, "agenda", now)) == 4


def test_a_list_stands_together_until_an_entry_is_determined(app, slug, now):
    with app.app_context(), write():
        held = find_consultation(slug)
        assert [(entry.ref, entry.side, len(entry.covers)) for entry in board(held).entries] == [
            ("P1", "open", 4)
        ]
        proposal = find_proposal(held, 1)
        chair = cast.seat(held, "dana", now, Role.CHAIR)
        position = find_position(proposal, 3)
        determine(chair, proposal, position, Status.CONSENSUS, "Heard.", "", now)
        assert [(entry.ref, entry.side, len(entry.covers)) for entry in board(held).entries] == [
            ("P1", "open", 3),
            ("P1.3", "agreed", 0),
        ]


def test_the_words_that_lead_a_list_are_no_entry_of_it(app, slug, now):
    with app.app_context(), write():
        held = find_consultation(slug)
        proposal = find_proposal(held, 1)
        for number in (2, 4):  # what is contested, and what nobody spoke about
            find_position(proposal, number).withdrawn_at = now
        assert lay_before(proposal, None, now).suggestion.status is Status.FORWARD
        find_position(proposal, 1).leads = True  # of the two that are left, the one that too few voted on
        assert lay_before(proposal, None, now).suggestion.status is Status.CONSENSUS
        assert [(entry.ref, len(entry.covers)) for entry in board(held).entries] == [("P1.3", 0)]


def test_whoever_votes_without_a_group_has_a_row_with_a_name(app, slug, now):
    with app.app_context(), write():
        held = find_consultation(slug)
        cast_vote(
            cast.seat(held, "loner", now), find_position(find_proposal(held, 1), 1), Choice.SUPPORT, now
        )
    chen = cast.visitor(app, "chen")
    for page in ("desk", "proposals/1/positions/1/determination", "proposals/1"):
        assert "Without a group" in chen.get(f"/consultations/{slug}/{page}").text


def test_hidden_texts_are_on_nobodys_board(app, slug, now):
    with app.app_context(), write():
        held = find_consultation(slug)
        find_position(find_proposal(held, 1), 1).hidden_at = now
        assert [p.text for entry in board(held).entries for p in entry.covers] == [
            "contested",
            "busy",
            "silent",
        ]
        find_proposal(held, 1).hidden_at = now
        assert not board(held).entries
        assert not desk(held, "agenda", now)


def test_more_positions_cost_no_more_questions(app, slug, now):
    chen, reader = cast.visitor(app, "chen"), cast.visitor(app)
    pages = {"desk": chen, "board": reader, "objections": reader}
    few = {page: _asked(app, who, f"/consultations/{slug}/{page}") for page, who in pages.items()}
    with app.app_context(), write():
        held = find_consultation(slug)
        _fill(held, now)
    many = {page: _asked(app, who, f"/consultations/{slug}/{page}") for page, who in pages.items()}
    assert many == few
    assert 5 < max(few.values()) < 35


def _fill(held, now):
    """Sixty more positions, each with an objection."""
    item = agenda(held)[0]
    seat = find_proposal(held, 1).seat
    for number in range(20):
        proposal = table_proposal(item, seat, ProposalKind.OPTIONS, f"Options {number}", "", now)
        for text in ("one", "two", "three"):
            position = table_position(proposal, seat, text, Form.NOUN, now)
            cast_vote(seat, position, Choice.OBJECT, now, reason="No.")


def _asked(app, who, address):
    """How many statements a page sends to the database."""
    with app.app_context(), _counting(db.engine) as counted:
        assert who.get(address).status_code == 200
    return len(counted)


@contextmanager
def _counting(engine) -> Iterator[list[str]]:
    heard: list[str] = []

    def hear(_connection, _cursor, statement, *_more):
        heard.append(statement)

    sa.event.listen(engine, "before_cursor_execute", hear)
    yield heard
    sa.event.remove(engine, "before_cursor_execute", hear)
