"""A report as its own tree in JSON: what is sealed when it is published, with its labels and its sources."""

from app.core.report.document import Report
from app.core.report.seal import canonical
from app.reports.choices import Choices


def render_tree(report: Report, choices: Choices) -> str:
    """The whole report, the same bytes for the same report."""
    return canonical(report)
