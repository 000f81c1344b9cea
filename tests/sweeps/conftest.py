"""One consultation that has one of everything, and people in every role, for the sweeps."""

from datetime import UTC, datetime

import pytest
from flask import Flask

from app.accounts.models import Person
from app.calls.actions import open_call
from app.chairing.actions import determine
from app.chairing.filing import file_statement
from app.chairing.reviewing import appeal, challenge
from app.chairing.rounds import rounds_on
from app.consultations.actions import take_seat
from app.consultations.models import Consultation, Document, Seat
from app.consultations.queries import agenda, find_seat
from app.core.calls import Manner
from app.core.determinations import Status
from app.core.interventions import Contribution
from app.core.minority import Naming
from app.core.objections import Behalf
from app.core.outcomes import OutcomeKind
from app.core.phases import Phase
from app.core.roles import SEATED, Role
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice
from app.db import db, write
from app.deliberation.actions import comment_on, table_position, table_proposal
from app.deliberation.queries import find_position, find_proposal
from app.floor.actions import enter_intervention
from app.outcomes.actions import conclude
from app.publication.actions import circulate, correct
from app.voting.actions import cast_vote
from app.web import clock
from tests import cast

DEADLINE = datetime(2090, 1, 1, tzinfo=UTC)  # for corrections and challenges
ROLES = [role.value for role in Role]


@pytest.fixture
def slug(app: Flask, now: datetime) -> str:
    """The address of the consultation; persons have the names of their roles as keys."""
    address = furnish(app, now)
    with app.app_context(), write():
        held = db.session.query(Consultation).filter_by(slug=address).one()
        _contest(held, _dissent(held, now), now)
        _call(held, now)
    return address


def furnish(app: Flask, now: datetime, *, circulated: bool = True) -> str:
    """Puts one of everything into an empty database; on request no draft that is in circulation."""
    with app.app_context(), write():
        held = cast.consultation(now)
        for role in SEATED:
            seat = cast.seat(held, role.value, now, role, **_delegation(held, role))
            if role is Role.PARTICIPANT:
                participant = seat
            if role is Role.CHAIR:
                chair = seat
            if role is Role.RAPPORTEUR:
                rapporteur = seat
        cast.person(Role.VISITOR.value, now)
        take_seat(held, cast.person("second chair", now), Role.CHAIR, now)
        item = agenda(held)[0]
        young = clock.now()  # can still be edited
        proposal = table_proposal(item, participant, ProposalKind.OPTIONS, "The name", "Background", young)
        position = table_position(proposal, participant, "the name should be Forum", Form.CLAUSE, now)
        table_position(proposal, participant, "the name should be Conference", Form.CLAUSE, now)
        root = comment_on(proposal, participant, "Why?", now)
        comment_on(proposal, participant, "Because.", young, parent=root)
        cast_vote(participant, position, Choice.OBJECT, now, reason="Too vague.")
        made = determine(chair, proposal, position, Status.FORWARD, "Only one voice.", "", now)
        made.review_until = DEADLINE
        society, said = participant.delegation, "We can live with it."
        for about in (position, None):
            enter_intervention(rapporteur, society, proposal, about, Contribution.COMMENT, said, now)
        conclude(chair, held, OutcomeKind.NEXT_STEP, "another meeting", now)
        db.session.add(
            Document(
                consultation_id=held.id,
                number=1,
                title="A paper",
                url="https://example.org/paper",
                added_at=now,
            )
        )
        if circulated:
            draft = circulate(held, DEADLINE, "Please read.", young, seat=rapporteur)
            correct(draft, "p1-1", "The name should be Meeting.", "So it was said.", young, seat=participant)
        return held.slug


def _dissent(held: Consultation, now: datetime) -> Seat:
    """What was determined of the second position is dissented from twice: the second can be hidden."""
    proposal = find_proposal(held, 1)
    position = find_position(proposal, 2)
    chair, participant = (find_seat(held, person_of(role)) for role in (Role.CHAIR, Role.PARTICIPANT))
    determine(chair, proposal, position, Status.DIVIDED, "Two names.", "They compete.", now)
    other = cast.seat(held, "somebody else", now)
    for seat in (participant, other):
        file_statement(seat, proposal, position, "A forum is no conference.", Naming.UNNAMED, now)
    return other


def _contest(held: Consultation, seat: Seat, now: datetime) -> None:
    """What was determined of the first position is challenged, and put before the host body."""
    proposal = find_proposal(held, 1)
    for act in (challenge, appeal):
        found = rounds_on(proposal, find_position(proposal, 1), now, seat)[-1]
        act(seat, found, "It was heard in haste.", Behalf.SELF, now)


def _call(held: Consultation, now: datetime) -> None:
    """A second proposal is put to all, and the call is running."""
    participant, chair = (find_seat(held, person_of(role)) for role in (Role.PARTICIPANT, Role.CHAIR))
    proposal = table_proposal(agenda(held)[0], participant, ProposalKind.TEXT, "The day", "", now)
    position = table_position(proposal, participant, "the day should be Monday", Form.CLAUSE, now)
    open_call(chair, held, [position], Manner.CALL, DEADLINE, now, question="Can anyone not live with it?")


def _delegation(held: Consultation, role: Role) -> dict[str, object]:
    spoken_for = role is Role.PARTICIPANT
    return {"delegation": cast.delegation(held, "Northland Society")} if spoken_for else {}


def set_phase(app: Flask, slug: str, phase: Phase) -> None:
    """Puts the consultation into a phase, whatever led there."""
    with app.app_context(), write():
        db.session.query(Consultation).filter_by(slug=slug).one().phase = phase


def person_of(role: Role) -> Person:
    """The person in a role of the consultation."""
    return db.session.query(Person).filter_by(key=role.value).one()
