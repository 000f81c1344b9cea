"""A table of words as a file for spreadsheets, in which nothing is ever computed, linked or run."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter

from app.core.report.characters import legible
from app.web.languages import direction

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
LONGEST = 32_767  # letters that a cell holds
LINE = 15  # points
TALLEST = 27  # lines that a row can hold
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# What begins a formula, and the full-width forms that some programs take for it.
_FORMULA = "=+\\-@|%\u2212\uff1d\uff0b\uff0d\ufe62\ufe63\ufe66\uff20\ufe6b\uff5c"
# At the beginning, or after what another program may take for the end of a cell.
_DANGER = re.compile(rf"(^|[,;|])(?=[\s\"'’\u00ad\u200b-\u200f\u2060\ufeff]*[{_FORMULA}])")


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    width: int  # letters


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    lang: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]


def write_csv(table: Table) -> bytes:
    """UTF-8 with its mark, every cell in quotation marks; an apostrophe disarms what would be computed."""
    written = io.StringIO()
    lines = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    lines.writerow(disarmed(column.title) for column in table.columns)
    lines.writerows([disarmed(cell) for cell in row] for row in table.rows)
    return written.getvalue().encode("utf-8-sig")


def disarmed(text: str) -> str:
    """Words on one line of which no program makes a formula."""
    return _DANGER.sub(r"\1'", legible(text))


def write_xlsx(table: Table, made: datetime) -> bytes:
    """One sheet of strings under a head that stays in sight; the same bytes for the same table."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {**_PLAIN, "in_memory": True}) as book:
        book.set_properties({"title": legible(table.title)[:255], "created": made.replace(tzinfo=None)})
        sheet = book.add_worksheet()
        if direction(table.lang) == "rtl":
            sheet.right_to_left()
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        cell = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        for number, column in enumerate(table.columns):
            sheet.set_column(number, number, column.width)
            sheet.write_string(0, number, legible(column.title), head)
        for place, row in enumerate(table.rows, 1):
            sheet.set_row(place, LINE * _lines(table, row))
            for number, words in enumerate(row):
                sheet.write_string(place, number, legible(words)[:LONGEST], cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return written.getvalue()


def _lines(table: Table, row: Sequence[str]) -> int:
    """How many lines the longest of its cells takes; not every program measures that by itself."""
    longest = max(-(-len(words) // column.width) for words, column in zip(row, table.columns, strict=True))
    return min(TALLEST, max(1, longest))
