"""Questions about letterheads and files to fetch."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from app.accounts.models import Person
from app.consultations.models import Consultation
from app.db import db
from app.downloads.models import Download, Letterhead


def letterhead_of(consultation: Consultation) -> Letterhead | None:
    return db.session.scalar(sa.select(Letterhead).where(Letterhead.consultation_id == consultation.id))


def find_download(key: str, consultation: Consultation) -> Download | None:
    return db.session.scalar(
        sa.select(Download).where(Download.key == key, Download.consultation_id == consultation.id)
    )


def downloads_of(person: Person, consultation: Consultation) -> Sequence[Download]:
    """What somebody asked for, newest first."""
    return db.session.scalars(
        sa.select(Download)
        .where(Download.person_id == person.id, Download.consultation_id == consultation.id)
        .order_by(Download.asked_at.desc(), Download.id.desc())
    ).all()


def due_downloads(now: datetime) -> Sequence[int]:
    """Those that wait for a clerk, oldest first."""
    return db.session.scalars(
        sa.select(Download.id).where(Download.try_at <= now).order_by(Download.asked_at, Download.id)
    ).all()
