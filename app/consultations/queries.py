"""Questions about the frame: which consultations, which seats, who may see what."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased, joinedload

from app.accounts.models import Account, Person
from app.consultations.models import (
    AgendaItem,
    Consultation,
    Delegation,
    Document,
    Invitation,
    Officer,
    Seat,
    StakeholderGroup,
)
from app.consultations.terms import Readers, SeatState
from app.core.acts import READS_DRAFTS
from app.core.phases import Phase
from app.core.roles import Role
from app.db import Base, db, is_writing

LARGEST = 2**31 - 1  # that a number column holds


def find_consultation(slug: str) -> Consultation | None:
    """The consultation at an address. Within a write it is locked, so that acts in it come one by one."""
    if "\0" in slug:  # PostgreSQL does not even take the question
        return None
    return db.session.scalar(_locked(sa.select(Consultation).where(Consultation.slug == slug)))


def get_consultation(consultation_id: int) -> Consultation:
    """The consultation of something that belongs to it, locked likewise."""
    return db.session.scalars(
        _locked(sa.select(Consultation).where(Consultation.id == consultation_id))
    ).one()


def find_seat(consultation: Consultation, person: Person) -> Seat | None:
    """The seat that a person holds now."""
    return db.session.scalar(
        sa.select(Seat).where(
            Seat.consultation_id == consultation.id,
            Seat.person_id == person.id,
            Seat.state == SeatState.ACTIVE,
        )
    )


def may_see(consultation: Consultation, role: Role, *, signed_in: bool) -> bool:
    """Whether one may know that a consultation exists."""
    if consultation.phase is Phase.DRAFT:
        return role in READS_DRAFTS
    if role is not Role.VISITOR:
        return True
    return consultation.readers is Readers.PUBLIC or (consultation.readers is Readers.SIGNED_IN and signed_in)


def visible_to(person: Person | None, *where: sa.ColumnElement[bool]) -> Sequence[Consultation]:
    """The consultations that somebody may know of, those that close soonest first."""
    seats = sa.select(Seat.consultation_id).where(
        Seat.person_id == (person.id if person else -1), Seat.state == SeatState.ACTIVE
    )
    drafts = seats.where(Seat.role.in_(READS_DRAFTS))
    readable = [Readers.PUBLIC, Readers.SIGNED_IN] if person else [Readers.PUBLIC]
    begun = Consultation.phase != Phase.DRAFT
    return db.session.scalars(
        sa.select(Consultation)
        .where(
            sa.or_(
                Consultation.id.in_(drafts),
                sa.and_(begun, Consultation.id.in_(seats)),
                sa.and_(begun, Consultation.readers.in_(readable)),
            ),
            *where,
        )
        .order_by(Consultation.closes_at.is_(None), Consultation.closes_at, Consultation.id.desc())
    ).all()


def agenda(consultation: Consultation) -> Sequence[AgendaItem]:
    return parts(AgendaItem, consultation)


def adopted_under(consultation: Consultation) -> AgendaItem | None:
    """The item under which the adoption of the agenda is on record."""
    return next((item for item in agenda(consultation) if item.adoption), None)


def officers(consultation: Consultation) -> Sequence[Officer]:
    return parts(Officer, consultation)


def groups(consultation: Consultation) -> Sequence[StakeholderGroup]:
    return parts(StakeholderGroup, consultation)


def delegations(consultation: Consultation) -> Sequence[Delegation]:
    return parts(Delegation, consultation)


def documents(consultation: Consultation) -> Sequence[Document]:
    """The documents that have not been removed."""
    return [document for document in parts(Document, consultation) if document.removed_at is None]


def removed_documents(consultation: Consultation) -> Sequence[Document]:
    return [document for document in parts(Document, consultation) if document.removed_at]


def seats(consultation: Consultation) -> Sequence[Seat]:
    """All seats, also those requested and left."""
    return parts(Seat, consultation)


def present(consultation: Consultation) -> Sequence[tuple[str, int]]:
    """How many participants each stakeholder group has, in the groups' order; "" for those without one."""
    own, spoken_for = aliased(StakeholderGroup), aliased(StakeholderGroup)
    number = sa.func.coalesce(spoken_for.number, own.number)
    name = sa.func.coalesce(spoken_for.name, own.name, "")
    rows = db.session.execute(
        sa.select(name, sa.func.count())
        .select_from(Seat)
        .outerjoin(Delegation, Seat.delegation_id == Delegation.id)
        .outerjoin(spoken_for, Delegation.group_id == spoken_for.id)
        .outerjoin(own, Seat.own_group_id == own.id)
        .where(
            Seat.consultation_id == consultation.id,
            Seat.role == Role.PARTICIPANT,
            Seat.state == SeatState.ACTIVE,
        )
        .group_by(name, number)
        .order_by(number.is_(None), number)
    )
    return [(name, count) for name, count in rows]


def follow_ups(consultation: Consultation, person: Person | None) -> Sequence[Consultation]:
    """The consultations that follow up this one, as far as somebody may know of them."""
    return visible_to(person, Consultation.follows_id == consultation.id)


def followed(consultation: Consultation, person: Person | None) -> Consultation | None:
    """The consultation that this one follows up, where somebody may know of it."""
    return next(iter(visible_to(person, Consultation.id == consultation.follows_id)), None)


def seated(person: Person) -> set[int]:
    """The consultations in which a person has a seat."""
    return set(
        db.session.scalars(
            sa.select(Seat.consultation_id).where(Seat.person_id == person.id, Seat.state == SeatState.ACTIVE)
        )
    )


def requests(consultation: Consultation) -> Sequence[Seat]:
    """The seats for which people have asked and wait."""
    return [seat for seat in seats(consultation) if seat.state is SeatState.REQUESTED]


def invitations(consultation: Consultation) -> Sequence[Invitation]:
    """All invitations, the newest first."""
    return db.session.scalars(
        sa.select(Invitation)
        .options(joinedload(Invitation.delegation), joinedload(Invitation.own_group))
        .where(Invitation.consultation_id == consultation.id)
        .order_by(Invitation.number.desc())
    ).all()


def invited_addresses(consultation: Consultation) -> set[str]:
    """The addresses whose invitations were neither accepted nor revoked, also those that expired."""
    return set(
        db.session.scalars(
            sa.select(Invitation.email).where(
                Invitation.consultation_id == consultation.id,
                Invitation.accepted_at.is_(None),
                Invitation.revoked_at.is_(None),
            )
        )
    )


def seated_addresses(consultation: Consultation) -> set[str]:
    """The addresses of those who hold a seat."""
    return set(
        db.session.scalars(
            sa.select(Account.email)
            .join(Seat, Seat.person_id == Account.person_id)
            .where(Seat.consultation_id == consultation.id, Seat.state == SeatState.ACTIVE)
        )
    )


def parts(model: type, consultation: Consultation) -> Sequence:
    """The rows of one list of the frame, in their order."""
    return db.session.scalars(
        sa.select(model).where(model.consultation_id == consultation.id).order_by(model.number)
    ).all()


def find_part(model: type, consultation: Consultation, number: int) -> Any:
    """The row with a number, which an address may have made up."""
    if number > LARGEST:
        return None
    return db.session.scalar(
        sa.select(model).where(model.consultation_id == consultation.id, model.number == number)
    )


def in_use(model: type[Base], ids: Iterable[int]) -> set[int]:
    """Those rows on which something rests: whatever the tables, of any room, let point to them."""
    pointers = [
        key.parent
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table is model.__table__
    ]
    ids = list(ids)
    uses = [sa.select(pointer).where(pointer.in_(ids)) for pointer in pointers]
    return set(db.session.scalars(sa.union(*uses)))


def next_number(model: type, *where: sa.ColumnElement[bool]) -> int:
    """The next free number among siblings; safe because the consultation is locked."""
    return (db.session.scalar(sa.select(sa.func.max(model.number)).where(*where)) or 0) + 1


def _locked(query: sa.Select) -> sa.Select:
    return query.with_for_update() if is_writing() else query
