"""From a wish to the file: a state of the report in the format that is asked for, with what is asked for."""

from pathlib import Path

from app.consultations.models import Consultation
from app.core.report.document import Report
from app.core.report.record import Record
from app.core.report.seal import unseal
from app.core.words import N_, Refusal
from app.downloads.wishes import Wish
from app.publication.states import State, sealed_states
from app.reports.choices import Choices
from app.reports.citations import citations
from app.reports.formats import FORMATS


def write_file(consultation: Consultation, wish: Wish, state: State, uploads: Path) -> str | bytes:
    """The file; Refusal where the format cannot do what was asked for."""
    cited = citations(unseal(state.record, Record), state.report.lang) if wish.sources else None
    choices = Choices(
        sources=cited,
        since=_earlier(consultation, wish.since) if wish.since else None,
        letterhead=_letterhead(wish.letterhead, uploads) if wish.letterhead else None,
        record=state.record,
    )
    return FORMATS[wish.form].render(state.report, choices)


def _earlier(consultation: Consultation, key: str) -> Report:
    return unseal(sealed_states(consultation)[key].document, Report)


def _letterhead(digest: str, uploads: Path) -> bytes:
    path = uploads / digest
    if not path.is_file():
        raise Refusal(N_("The letterhead is gone. Go back and choose without it."))
    return path.read_bytes()
