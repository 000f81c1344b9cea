"""Questions about notices: whose they are, how many are new, what mail is wanted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from app.accounts.models import Account, Person
from app.accounts.queries import DEMONSTRATION_PEOPLE
from app.consultations.models import Consultation, Seat
from app.consultations.terms import SeatState
from app.core.acts import READS_DRAFTS
from app.core.phases import Phase
from app.core.telling import USUAL, Rhythm
from app.db import db
from app.notifications.circles import Circle
from app.notifications.models import MailChoice, Notice

PAGE = 50


def notices_to(person: Person, start: int = 0) -> Sequence[Notice]:
    """What a person is told of, newest first: one page, and one more where there is more."""
    return db.session.scalars(
        _readable(sa.select(Notice))
        .where(Notice.person_id == person.id)
        .options(contains_eager(Notice.consultation))
        .order_by(Notice.at.desc(), Notice.id.desc())
        .offset(start)
        .limit(PAGE + 1)
    ).all()


def notices_by_id(ids: Iterable[int]) -> Sequence[Notice]:
    """Those of some notices that their reader may read and has not read yet, newest first."""
    return db.session.scalars(
        _readable(sa.select(Notice))
        .where(Notice.id.in_(list(ids)), Notice.read_at.is_(None))
        .options(contains_eager(Notice.consultation), joinedload(Notice.person))
        .order_by(Notice.at.desc(), Notice.id.desc())
    ).all()


def count_new(person: Person) -> int:
    """How many notices a person has not read."""
    return db.session.scalar(
        _readable(sa.select(sa.func.count(Notice.id))).where(
            Notice.person_id == person.id, Notice.read_at.is_(None)
        )
    )


@dataclass(frozen=True, slots=True)
class Reader:
    """As much of a person as one needs to tell him or her something."""

    id: int
    timezone: str


def concerned(consultation: Consultation, circle: Circle, actor_id: int | None) -> Sequence[Reader]:
    """The people of a circle who can sign in and may read; nobody is told of his or her own acts."""
    reachable = sa.exists().where(Account.person_id == Person.id) | Person.key.in_(DEMONSTRATION_PEOPLE)
    query = (
        sa.select(Person.id, Person.timezone)
        .join(Seat, Seat.person_id == Person.id)
        .where(Seat.consultation_id == consultation.id, Seat.state == SeatState.ACTIVE, reachable, circle)
        .order_by(Person.id)
    )
    if consultation.phase is Phase.DRAFT:
        query = query.where(Seat.role.in_(READS_DRAFTS))
    return [Reader(*row) for row in db.session.execute(query) if row.id != actor_id]


def rhythms(people: Iterable[Person | Reader], consultation: Consultation) -> Mapping[int, Rhythm]:
    """What mail some people want about a consultation, by their ids."""
    ids = [person.id for person in people]
    here = (MailChoice.consultation_id == consultation.id) | MailChoice.consultation_id.is_(None)
    found = db.session.scalars(
        sa.select(MailChoice)
        .where(MailChoice.person_id.in_(ids), here)
        .order_by(MailChoice.consultation_id.is_not(None))  # what was chosen here has the last word
    )
    return dict.fromkeys(ids, USUAL) | {choice.person_id: choice.rhythm for choice in found}


def chosen_by(person: Person) -> Mapping[int | None, Rhythm]:
    """What a person has chosen, by the ids of consultations; None: wherever nothing else was chosen."""
    found = db.session.scalars(sa.select(MailChoice).where(MailChoice.person_id == person.id))
    return {choice.consultation_id: choice.rhythm for choice in found}


def sits_in(person: Person) -> Sequence[Consultation]:
    """The consultations in which a person has a seat and which he or she may read, the newest first."""
    return db.session.scalars(
        sa.select(Consultation)
        .join(Seat, Seat.consultation_id == Consultation.id)
        .where(Seat.person_id == person.id, _holds_a_seat())
        .order_by(Consultation.id.desc())
    ).all()


def _readable(query: sa.Select) -> sa.Select:
    """Those notices whose reader takes part in the consultation and may read it now."""
    own = (Seat.consultation_id == Notice.consultation_id) & (Seat.person_id == Notice.person_id)
    return query.join(Notice.consultation).join(Seat, own).where(_holds_a_seat())


def _holds_a_seat() -> Circle:
    return (Seat.state == SeatState.ACTIVE) & (
        (Consultation.phase != Phase.DRAFT) | Seat.role.in_(READS_DRAFTS)
    )
