"""Questions about circulated drafts, corrections to them, approvals, and published reports."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.consultations.models import Consultation, Delegation, Seat
from app.consultations.queries import LARGEST
from app.consultations.terms import SeatState
from app.core.roles import Role
from app.db import db
from app.ledger.models import Event
from app.publication.models import Approval, Circulation, Correction, PublishedReport
from app.publication.terms import CorrectionState


def published(consultation: Consultation) -> Sequence[PublishedReport]:
    """The versions of the report, oldest first."""
    return db.session.scalars(
        sa.select(PublishedReport)
        .where(PublishedReport.consultation_id == consultation.id)
        .order_by(PublishedReport.version)
    ).all()


def circulations(consultation: Consultation) -> Sequence[Circulation]:
    """The drafts that were circulated, oldest first."""
    return db.session.scalars(
        sa.select(Circulation)
        .where(Circulation.consultation_id == consultation.id)
        .order_by(Circulation.number)
    ).all()


def in_circulation(consultation: Consultation, now: datetime) -> Circulation | None:
    """The draft to which corrections can be proposed at this instant."""
    latest = next(iter(reversed(circulations(consultation))), None)
    return latest if latest and latest.is_open_at(now) else None


def extensions(circulation: Circulation) -> Sequence[Event]:
    """When its time was extended, from when to when, and why; oldest first."""
    return db.session.scalars(
        sa.select(Event)
        .where(Event.act == "extend", Event.subject == f"circulation:{circulation.id}")
        .order_by(Event.id)
    ).all()


def corrections(circulation: Circulation) -> Sequence[Correction]:
    """All corrections to a draft, in the order in which they were proposed."""
    return db.session.scalars(
        _with_proposers().where(Correction.circulation_id == circulation.id).order_by(Correction.number)
    ).all()


def find_correction(circulation: Circulation, number: int) -> Correction | None:
    if number > LARGEST:
        return None
    return db.session.scalar(
        _with_proposers().where(Correction.circulation_id == circulation.id, Correction.number == number)
    )


def corrections_by(seat: Seat) -> Sequence[Correction]:
    """The corrections that a seat has proposed, oldest first."""
    return db.session.scalars(
        sa.select(Correction)
        .where(Correction.seat_id == seat.id)
        .options(joinedload(Correction.circulation))
        .order_by(Correction.id)
    ).all()


def newest(consultation: Consultation) -> PublishedReport | Circulation | None:
    """The report as all can read it: the newest version, else the draft last circulated."""
    return next(reversed(published(consultation)), None) or next(reversed(circulations(consultation)), None)


def unanswered(consultation: Consultation) -> Sequence[Correction]:
    """The corrections that wait for an answer, whichever draft they are to."""
    return db.session.scalars(
        _with_proposers()
        .join(Correction.circulation)
        .where(Circulation.consultation_id == consultation.id, Correction.state == CorrectionState.OPEN)
        .order_by(Circulation.number, Correction.number)
    ).all()


def approvals(consultation: Consultation) -> Sequence[Approval]:
    """Every approval ever given, oldest first."""
    return db.session.scalars(
        sa.select(Approval)
        .options(joinedload(Approval.seat).joinedload(Seat.person))
        .where(Approval.consultation_id == consultation.id)
        .order_by(Approval.id)
    ).all()


def is_chaired(consultation: Consultation) -> bool:
    """Whether somebody holds a chair's seat, whose approval the report then needs."""
    return bool(
        db.session.scalar(
            sa.select(sa.func.count()).where(
                Seat.consultation_id == consultation.id,
                Seat.role == Role.CHAIR,
                Seat.state == SeatState.ACTIVE,
            )
        )
    )


def _with_proposers() -> sa.Select[tuple[Correction]]:
    seat = joinedload(Correction.seat)
    return sa.select(Correction).options(
        seat.joinedload(Seat.person),
        seat.joinedload(Seat.own_group),
        seat.joinedload(Seat.delegation).joinedload(Delegation.group),
    )
