"""What may be chosen of a file beside its format."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.report.document import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """As chosen; without any choice a file is clean."""

    sources: Mapping[str, str] | None = None  # what each ref is, in words: each sentence has a footnote
    since: Report | None = None  # the changes against this earlier report are tracked
    letterhead: bytes | None = None  # an institution's own Word file, into which the report is written
    record: str = ""  # as sealed; it goes along inside the file where the format has room for it


CLEAN = Choices()
