"""The formats in which a report can be had, each a pure function of the report."""

from collections.abc import Callable
from dataclasses import dataclass

from app.core.report.document import Report
from app.core.words import N_
from app.reports.render.docx import render_docx
from app.reports.render.html import render_html
from app.reports.render.markdown import render_markdown
from app.reports.render.text import render_text


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its extension, its media type, its name for people, and what writes it."""

    extension: str
    media_type: str
    label: str
    render: Callable[[Report], str | bytes]


FORMATS = {
    "docx": Format(
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        N_("Word"),
        render_docx,
    ),
    "html": Format("html", "text/html; charset=utf-8", N_("Web page"), render_html),
    "text": Format("txt", "text/plain; charset=utf-8", N_("Plain text"), render_text),
    "markdown": Format("md", "text/markdown; charset=utf-8", N_("Markdown"), render_markdown),
}

BY_EXTENSION = {form.extension: form for form in FORMATS.values()}
