"""The formats in which a report can be had, each a pure function of the report."""

from collections.abc import Callable
from dataclasses import dataclass

from app.core.report.document import Report


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its extension, its media type, its name for people, and what writes it."""

    extension: str
    media_type: str
    label: str
    render: Callable[[Report], str | bytes]


FORMATS: dict[str, Format] = {}

BY_EXTENSION = {form.extension: form for form in FORMATS.values()}
