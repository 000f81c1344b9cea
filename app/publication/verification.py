"""Whether what was sealed is still what was sealed."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from app.consultations.models import Consultation
from app.core.report.document import Report
from app.core.report.record import Record
from app.core.report.seal import digest, unseal
from app.publication.models import PublishedReport
from app.publication.queries import published


@dataclass(frozen=True, slots=True)
class Verdict:
    """One version: what is wrong with it; nothing, where it holds."""

    version: int
    digest: str
    fault: str = ""


def verify(consultation: Consultation) -> Iterator[Verdict]:
    """Holds every version's record against the digest kept of it and against the one its report prints."""
    for version in published(consultation):
        yield Verdict(version.version, version.digest, _fault(version))


def recognize(content: bytes, consultation: Consultation) -> int | None:
    """The version of which a file is the sealed record, byte for byte; None where it is that of none."""
    found = digest(content.decode("utf-8", "replace"))
    return next((each.version for each in published(consultation) if each.digest == found), None)


def _fault(version: PublishedReport) -> str:
    if digest(version.record) != version.digest:
        return "the record is not the one that was sealed"
    try:
        unseal(version.record, Record)
        report = unseal(version.document, Report)
    except msgspec.DecodeError:
        return "what was sealed cannot be read"
    return "" if report.digest == version.digest else "the report prints another digest than its record has"
