"""A report as a file to take away, and the row of links to the formats in which it can be had."""

from flask import Response, url_for
from flask_babel import gettext as _

from app.core.report.document import Report
from app.reports.formats import FORMATS, Format

LONG = 1_000  # blocks, from which an office file or a PDF is not waited for


def file_links(endpoint: str, **values: object) -> list[tuple[str, str, bool]]:
    """(name, address, whether it is the one shown) of every format."""
    return [
        (_(form.label), url_for(endpoint, extension=form.extension, **values), False)
        for form in FORMATS.values()
    ]


def is_long(report: Report, form: Format) -> bool:
    """Whether the file takes so long that nobody should wait for the answer."""
    return not form.quick and sum(1 for _ in report.walk()) > LONG


def send_attachment(filename: str, media_type: str, content: str | bytes) -> Response:
    """A file that is saved and never shown in the page's own origin."""
    response = Response(content, content_type=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=filename)
    return response
