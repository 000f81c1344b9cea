"""What is written down in the room reaches the delegation that spoke, and only it."""

from datetime import timedelta

from app.core.interventions import Contribution
from app.db import db
from app.floor.actions import confirm, enter_intervention, refuse_intervention
from app.floor.models import Intervention
from tests import cast

LATER = timedelta(seconds=1)


def write_down(room):
    def act(seat, at):
        society = cast.delegation(room.held, "Northland Society")
        room.seat("bo").delegation = society
        room.seat("ola").delegation = cast.delegation(room.held, "Southland")
        enter_intervention(seat, society, room.proposal, None, Contribution.COMMENT, "We agree.", at)

    room.does("rafael", act)


def said():
    return db.session.query(Intervention).one()


def test_the_delegation_that_spoke_is_asked_to_confirm(room):
    write_down(room)
    assert room.told() == [("bo", "written down")]


def test_who_wrote_it_down_is_told_that_it_was_not_said(room):
    write_down(room)
    room.does("bo", lambda seat, at: refuse_intervention(said(), seat, "No.", at + LATER))
    assert room.told(room.begun + 2 * LATER)[-1:] == [("rafael", "written down wrongly")]


def test_what_was_confirmed_asks_for_nothing_any_more(room):
    write_down(room)
    assert room.told() == [("bo", "written down")]
    bo = cast.visitor(room.app, "bo")
    assert "Confirm or correct it: N1." in bo.get("/notices").text
    room.does("bo", lambda seat, at: confirm(said(), seat, "We agree.", at + LATER))
    assert "Confirm or correct it: N1." not in bo.get("/notices").text
