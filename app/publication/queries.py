"""Questions about published reports."""

from collections.abc import Sequence

import sqlalchemy as sa

from app.consultations.models import Consultation
from app.db import db
from app.publication.models import PublishedReport


def published(consultation: Consultation) -> Sequence[PublishedReport]:
    """The versions of the report, oldest first."""
    return db.session.scalars(
        sa.select(PublishedReport)
        .where(PublishedReport.consultation_id == consultation.id)
        .order_by(PublishedReport.version)
    ).all()
