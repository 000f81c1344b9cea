"""Whatever people did, even what nobody would expect, leaves and comes back as it was."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from app.calls.actions import answer_call, extend_call, open_call
from app.chairing.actions import determine
from app.consultations.actions import take_seat
from app.consultations.frame import add_part, remove_part
from app.consultations.models import AgendaItem, Consultation, Invitation
from app.consultations.queries import agenda, find_consultation
from app.consultations.terms import SeatState
from app.core.calls import Answer, Manner
from app.core.determinations import Status
from app.core.objections import ObjectionState
from app.core.outcomes import OutcomeKind
from app.core.roles import Role
from app.core.texts import Form, Kind, ProposalKind, Relation
from app.core.votes import Choice
from app.db import db, write
from app.deliberation.actions import (
    comment_on,
    delete_comment,
    hide,
    replace_position,
    reword,
    table_position,
    table_proposal,
    withdraw,
)
from app.exchange.exporting import export_consultation, to_bytes
from app.exchange.importing import import_consultation
from app.exchange.reading import read_file
from app.ledger.actions import record
from app.outcomes.actions import conclude, withdraw_outcome
from app.voting.actions import cast_vote, undo_vote
from app.voting.hearing import reply_to_answer, retract_objection, settle_objection
from app.voting.models import Objection
from tests import cast


def everything(now: datetime) -> Consultation:
    """A consultation in which seats move, minds change, and things go that were spoken of."""
    found = cast.consultation(now)
    secretary = cast.seat(found, "desk", now, Role.SECRETARIAT)
    chair = cast.seat(found, "chair", now, Role.CHAIR)
    north, south = cast.delegation(found, "North"), cast.delegation(found, "South", speaks_for_group=True)
    ada = cast.seat(found, "ada", now, delegation=north)
    ben = cast.seat(found, "ben", now, delegation=south)
    cleo = cast.seat(found, "cleo", now, delegation=south)
    cast.seat(found, "dan", now, state=SeatState.REQUESTED)
    invitation = Invitation(
        consultation_id=found.id,
        number=1,
        email="eve@example.org",
        token_digest="0" * 64,
        role=Role.PARTICIPANT,
        invited_at=now,
        expires_at=now,
    )
    db.session.add(invitation)
    record("invite", invitation, now, seat=secretary)
    remove_part(add_part(AgendaItem, found, secretary, now, title="Nothing"), secretary, now)
    proposal = table_proposal(agenda(found)[0], ada, ProposalKind.LIST, "Doors", "Which?", now)
    oak = table_position(proposal, ada, "oak", Form.NOUN, now, kind=Kind.CONCERN)
    elm = table_position(proposal, ben, "elm", Form.NOUN, now, answers=oak, answers_as=Relation.REMARK)
    reword(elm, ben, "elms", Form.NOUN, Kind.VIEW, "Tall ones.", now)
    cast_vote(ben, oak, Choice.OBJECT, now, reason="No.", remedy="Elm.")
    cast_vote(cleo, oak, Choice.ACCEPT, now + timedelta(seconds=1), reservation="For all of South.")
    cast_vote(ben, oak, Choice.OBJECT, now + timedelta(seconds=2), reason="No, again.")
    settle_objection(_objections()[-1], chair, ObjectionState.STANDS, "It stands.", now)
    cast_vote(ada, oak, Choice.OBJECT, now, reason="Nor oak.")
    settle_objection(_objections()[-1], chair, ObjectionState.ACCOMMODATED, "It is ash now.", now)
    reply_to_answer(_objections()[-1], ada, "It is oak.", now)
    retract_objection(_objections()[-1], ada, "So be it.", now)
    called = open_call(chair, found, [oak], Manner.CALL, now + timedelta(seconds=3), now, question="Well?")
    extend_call(called, chair, now + timedelta(seconds=4), "A holiday.", now)
    answer_call(called.positions[0], cleo, Answer.OBJECT, now, reason="No, again.")
    silence = open_call(chair, found, [elm], Manner.SILENCE, now + timedelta(seconds=4), now)
    answer_call(silence.positions[0], ada, Answer.OBJECT, now, reason="Elms are ill.")
    cast_vote(ada, elm, Choice.SUPPORT, now)
    later = now + timedelta(seconds=5)
    replace_position(elm, ben, "elm trees", Form.NOUN, Kind.VIEW, "", later)
    undo_vote(ada, elm, now, later + timedelta(seconds=1))
    take_seat(found, ada.person, Role.PARTICIPANT, later, delegation=south)
    take_seat(found, cleo.person, Role.OBSERVER, later)
    first = comment_on(proposal, ada, "One", now, position=oak)
    comment_on(proposal, ben, "Two", now, parent=first)
    delete_comment(first, ada, later)
    hide(comment_on(proposal, ben, "Three", now), secretary, "Off the matter.", later)
    determine(chair, proposal, oak, Status.NOTED, "Heard.", "It is early.", later)
    determine(chair, proposal, None, Status.FORWARD, "Heard.", "It is early.", later)
    withdraw_outcome(conclude(chair, found, OutcomeKind.ACTION, "paint", later), chair, later)
    withdraw(proposal, ada, later)
    return found


def _objections() -> list[Objection]:
    db.session.flush()
    return db.session.query(Objection).order_by(Objection.id).all()


def test_it_leaves_and_comes_back(app: Flask, now: datetime, tmp_path: Path) -> None:
    with app.app_context():
        with write():
            slug = everything(now).slug
        first = export_consultation(find_consultation(slug), tmp_path)
        file = read_file(first)
        assert to_bytes(file) == first
        with write():
            import_consultation(read_file(first, "again"), tmp_path, now)
        again = export_consultation(find_consultation("again"), tmp_path).decode()
        assert again.replace('"slug": "again"', f'"slug": "{slug}"', 1) == first.decode()
        assert "eve@example.org" not in again
        assert {event.subject for event in file.events} >= {"C", "invitation", "P1.1/J2", "P1.1/D1", "P1/2"}


@pytest.fixture
def now() -> datetime:
    return datetime.fromisoformat("2026-03-02T09:00:00.000001Z")
