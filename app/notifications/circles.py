"""Whom a thing concerns: conditions on the seats of its consultation."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from app.accounts.models import Person
from app.calls.models import Call
from app.calls.queries import silent_seats, voice_of
from app.chairing.models import Appeal, Challenge, Determination, MinorityStatement, Signature
from app.consultations.models import Consultation, Seat
from app.consultations.terms import SeatState, VotingUnit
from app.core.mentions import mentioned
from app.core.minority import dissents
from app.core.roles import Role
from app.db import db
from app.deliberation.models import Comment, Position, Proposal
from app.outcomes.models import Outcome
from app.publication.models import Circulation, Correction
from app.voting.models import Objection, Vote

Circle = sa.ColumnElement[bool]


def everybody(_: Any) -> Circle:
    return sa.true()


def chairs(_: Any) -> Circle:
    return Seat.role == Role.CHAIR


def drafters(_: Any) -> Circle:
    return Seat.role.in_((Role.RAPPORTEUR, Role.SECRETARIAT))


def officers(_: Any) -> Circle:
    return Seat.role.in_((Role.CHAIR, Role.RAPPORTEUR, Role.SECRETARIAT))


def secretariat(_: Any) -> Circle:
    return Seat.role == Role.SECRETARIAT


def owners(text: Any) -> Circle:
    """Who put something forward, and all who speak for the same delegation."""
    if text is None:
        return sa.false()
    whose = Seat.id == text.seat_id
    return whose | (Seat.delegation_id == text.delegation_id) if text.delegation_id else whose


def author(text: Comment | Correction | None) -> Circle:
    """Who wrote something, and nobody else."""
    return Seat.id == text.seat_id if text else sa.false()


def addressed(comment: Comment) -> Circle:
    """Who is mentioned by name in a comment."""
    seated = db.session.execute(
        sa.select(Seat.id, Person.name)
        .join(Seat.person)
        .where(Seat.consultation_id == comment.proposal.consultation_id, Seat.state == SeatState.ACTIVE)
    ).all()
    meant = mentioned(comment.body, {name for _, name in seated})
    return Seat.id.in_([seat_id for seat_id, name in seated if name in meant])


def voice(row: Objection | Challenge | Appeal) -> Circle:
    """Whose voice it is: a person's, or that of all who speak for a delegation."""
    return _whose(row.voter)


def asked(call: Call) -> Circle:
    """Those whose voices were asked when a call was opened."""
    return sa.or_(sa.false(), *(_whose(voice_of(each)) for each in call.asked))


def silent(call: Call) -> Circle:
    """Those among them who have not answered all of it."""
    return Seat.id.in_([seat.id for seat in silent_seats(call)])


def acting(outcome: Outcome) -> Circle:
    """The delegation that sees to an outcome."""
    return Seat.delegation_id == outcome.delegation_id if outcome.delegation_id else sa.false()


def answerable(outcome: Outcome) -> Circle:
    """Who says what has become of an outcome."""
    return officers(outcome) | acting(outcome)


def lapsed(statement: MinorityStatement) -> Circle:
    """Who had signed words that were then revised."""
    signed = sa.select(Signature.seat_id).where(
        Signature.statement_id == statement.id, Signature.withdrawn_at == statement.revised_at
    )
    return Seat.id.in_(signed)


def without_a_vote(held: Consultation) -> Circle:
    """Participants whose voice has not spoken on each position that can be voted on."""
    open_ = _votable().where(Proposal.consultation_id == held.id)
    spoken = sa.select(sa.func.count()).where(
        Vote.voter == _voter(held), Vote.position_id.in_(open_.correlate(None))
    )
    wanted = db.session.scalar(sa.select(sa.func.count()).select_from(open_.subquery()))
    return (Seat.role == Role.PARTICIPANT) & (spoken.correlate(Seat).scalar_subquery() < wanted)


def without_a_correction(circulation: Circulation) -> Circle:
    """Those who take part and have proposed nothing to a draft."""
    proposed = sa.select(Correction.seat_id).where(Correction.circulation_id == circulation.id)
    return (Seat.role != Role.OBSERVER) & Seat.id.not_in(proposed)


def challengers(determination: Determination) -> Circle:
    """Those whose voices challenged a determination and have not taken that back."""
    return sa.or_(sa.false(), *(voice(each) for each in determination.challenges if not each.withdrawn_at))


def owing(determination: Determination) -> Circle:
    """The chairs, while challenges wait for their answer."""
    waits = any(challenge.is_waiting for challenge in determination.challenges)
    return chairs(determination) if waits else sa.false()


def unheard(determination: Determination) -> Circle:
    """Those who voted otherwise than was determined and have not challenged it."""
    return _opposed(determination) & ~challengers(determination)


def dissenters(determination: Determination) -> Circle:
    """Those who voted otherwise than was determined, and have neither filed a statement nor signed one."""
    on = MinorityStatement
    here = (on.proposal_id == determination.proposal_id) & (
        on.position_id.is_(None)
        if determination.position_id is None
        else on.position_id == determination.position_id
    )
    standing = here & on.withdrawn_at.is_(None)
    signed = Signature.statement_id.in_(sa.select(on.id).where(standing)) & Signature.withdrawn_at.is_(None)
    held = determination.proposal.consultation
    return _opposed(determination) & ~_spoke(on, standing, held) & ~_spoke(Signature, signed, held)


def _whose(voter: str) -> Circle:
    kind, _, number = voter.partition(":")
    return (Seat.delegation_id if kind == "delegation" else Seat.id) == int(number)


def _opposed(determination: Determination) -> Circle:
    votable = _votable().where(
        Proposal.id == determination.proposal_id
        if determination.position_id is None
        else Position.id == determination.position_id
    )
    against = sa.select(Vote.voter).where(
        Vote.position_id.in_(votable), Vote.choice.in_(dissents(determination.status))
    )
    held = determination.proposal.consultation
    return (Seat.role == Role.PARTICIPANT) & _voter(held).in_(against)


def _spoke(model: Any, where: Circle, held: Consultation) -> Circle:
    """Whether a seat, or another of its delegation, is behind one of some statements or signatures."""
    by = aliased(Seat)
    same = (by.id == Seat.id) | (by.delegation_id == Seat.delegation_id)
    return (
        sa.exists().where(model.seat_id == by.id, where, same, by.consultation_id == held.id).correlate(Seat)
    )


def _voter(held: Consultation) -> sa.ColumnElement[str]:
    """Whose voice the vote of a seat is, as `voting.queries.voter_of` has it."""
    own = sa.literal("seat:") + sa.cast(Seat.id, sa.String)
    if held.voting_unit is not VotingUnit.DELEGATION:
        return own
    shared = sa.literal("delegation:") + sa.cast(Seat.delegation_id, sa.String)
    return sa.func.coalesce(shared, own)


def _votable() -> sa.Select[tuple[int]]:
    return (
        sa.select(Position.id)
        .join(Position.proposal)
        .where(
            Position.withdrawn_at.is_(None),
            Position.hidden_at.is_(None),
            Proposal.withdrawn_at.is_(None),
            Proposal.hidden_at.is_(None),
            ~Position.leads,
        )
    )
