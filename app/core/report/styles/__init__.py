"""The manners of laying a report out: a table each, one way of laying out for all."""

from app.core.report.styles.bulleted import BULLETED
from app.core.report.styles.numbered import NUMBERED
from app.core.report.styles.style import Style

STYLES: dict[str, Style] = {style.name: style for style in (NUMBERED, BULLETED)}
