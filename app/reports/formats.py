"""The formats in which a report can be had, each a pure function of the report and of what was chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from app.core.report.document import Report
from app.core.words import N_, Refusal
from app.reports.choices import CLEAN, Choices
from app.reports.render.docx import render_docx
from app.reports.render.html import render_html
from app.reports.render.markdown import render_markdown
from app.reports.render.odt import render_odt
from app.reports.render.pdf import render_pdf
from app.reports.render.text import render_text
from app.reports.render.tree import render_tree


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its extension, its media type, its name for people, what writes it and what it takes."""

    extension: str
    media_type: str
    label: str
    write: Callable[[Report, Choices], str | bytes]
    notes: bool = True  # sources can be footnotes
    office: bool = False  # changes can be tracked, and a letterhead be written into
    quick: bool = True  # however long the report is

    def render(self, report: Report, choices: Choices = CLEAN) -> str | bytes:
        """The file; Refusal where the format cannot do what was chosen."""
        if choices.since and not self.office:
            raise Refusal(N_("Only the Word file can show tracked changes. Choose Word, or leave them out."))
        if choices.letterhead and not self.office:
            raise Refusal(N_("Only the Word file can use a letterhead. Choose Word, or leave it out."))
        return self.write(report, choices)


FORMATS = {
    "docx": Format(
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        N_("Word"),
        render_docx,
        office=True,
        quick=False,
    ),
    "odt": Format(
        "odt", "application/vnd.oasis.opendocument.text", N_("OpenDocument"), render_odt, quick=False
    ),
    "pdf": Format("pdf", "application/pdf", N_("PDF"), render_pdf, quick=False),
    "html": Format("html", "text/html; charset=utf-8", N_("Web page"), render_html),
    "text": Format("txt", "text/plain; charset=utf-8", N_("Plain text"), render_text),
    "markdown": Format("md", "text/markdown; charset=utf-8", N_("Markdown"), render_markdown),
    "json": Format("json", "application/json", N_("JSON"), render_tree, notes=False),
}

BY_EXTENSION = {form.extension: key for key, form in FORMATS.items()}
