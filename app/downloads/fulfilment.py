"""From a wish to the file: the report it asks for, in the format it asks for, with what it asks for."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.consultations.models import Consultation
from app.core.report.compose import compose
from app.core.report.document import Report
from app.core.report.record import Record
from app.core.report.seal import canonical, unseal
from app.core.words import N_, Refusal
from app.downloads.wishes import Wish
from app.drafting.queries import draft_of, edition_of, revisions_of
from app.publication.models import PublishedReport
from app.publication.queries import published
from app.reports.choices import Choices
from app.reports.citations import citations
from app.reports.formats import FORMATS
from app.reports.snapshot import take_snapshot


def told(consultation: Consultation, wish: Wish, now: datetime) -> tuple[Report, str]:
    """The report that a wish is for, and its record as sealed; Refusal where there is no such version."""
    if wish.version:
        found = _version(consultation, wish.version)
        return unseal(found.document, Report), found.record
    desk = draft_of(consultation)
    record = take_snapshot(consultation, now)
    edition = replace(edition_of(desk, consultation), draft=True)
    return compose(record, edition, revisions_of(desk)), canonical(record)


def write_file(
    consultation: Consultation, wish: Wish, report: Report, record: str, uploads: Path
) -> str | bytes:
    """The file; Refusal where the format cannot do what was asked for."""
    choices = Choices(
        sources=citations(unseal(record, Record), report.lang) if wish.sources else None,
        since=unseal(_version(consultation, wish.since).document, Report) if wish.since else None,
        letterhead=_letterhead(wish.letterhead, uploads) if wish.letterhead else None,
        record=record,
    )
    return FORMATS[wish.form].render(report, choices)


def _version(consultation: Consultation, number: int) -> PublishedReport:
    for version in published(consultation):
        if version.version == number:
            return version
    raise Refusal(N_("This version of the report does not exist. Go back and choose another."))


def _letterhead(digest: str, uploads: Path) -> bytes:
    path = uploads / digest
    if not path.is_file():
        raise Refusal(N_("The letterhead is gone. Go back and choose without it."))
    return path.read_bytes()
