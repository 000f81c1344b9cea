"""The verb of the rapporteur: publish."""

from datetime import datetime

from app.consultations.models import Consultation, Seat
from app.consultations.terms import ReportStyle
from app.core.phases import Phase, find_move
from app.core.report.compose import compose
from app.core.report.edition import Edition
from app.core.report.seal import canonical, digest
from app.db import db
from app.ledger.actions import record
from app.publication.models import PublishedReport
from app.publication.queries import published
from app.reports.snapshot import take_snapshot


def publish(
    consultation: Consultation, style: ReportStyle, now: datetime, *, seat: Seat | None = None
) -> PublishedReport:
    """Seals the record of this instant and the report composed from it; the consultation is then reported.

    Without a seat it is the operator who publishes, from the command line.
    """
    find_move(consultation.phase_at(now), Phase.REPORTED)
    taken = take_snapshot(consultation, now)
    sealed = canonical(taken)
    report = PublishedReport(
        consultation_id=consultation.id,
        version=len(published(consultation)) + 1,
        style=style,
        record=sealed,
        document=canonical(compose(taken, Edition(style=style.value))),
        digest=digest(sealed),
        seat_id=seat.id if seat else None,
        published_at=now,
    )
    consultation.phase = Phase.REPORTED
    consultation.report_style = style
    db.session.add(report)
    record("publish", report, now, seat=seat, consultation_id=consultation.id, version=report.version)
    return report
