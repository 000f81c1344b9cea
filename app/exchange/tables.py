"""A CSV file, row by row: whatever is wrong is one sentence with its line, however large or odd the file."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from app.exchange.flaws import FileError

LONGEST = 1_000_000  # bytes of a line
END = 253_402_300_800_000  # milliseconds since 1970: the end of the year 9999


class Row(dict[str, str]):
    """What stands under each column, and where in the file."""

    where: str

    def flaw(self, what: str) -> FileError:
        return FileError(self.where, what)

    def number(self, column: str) -> int:
        text = self[column].strip()
        if not text.removeprefix("-").isdecimal() or len(text) > 18:
            raise self.flaw(f"“{_short(text)}” under {column} is not a whole number")
        return int(text)

    def instant(self, column: str) -> int:
        """Milliseconds since 1970, within the calendar."""
        number = self.number(column)
        if not 0 <= number < END:
            raise self.flaw(f"{number} under {column} is not a time in milliseconds since 1970")
        return number

    def one_of(self, values: Mapping[str, int], column: str) -> int:
        text = self[column].strip()
        if text not in values:
            raise self.flaw(f"“{_short(text)}” under {column} is none of {', '.join(values)}")
        return values[text]


def rows(path: Path, needed: Sequence[str]) -> Iterator[Row]:
    """The rows of a file that has at least the columns needed."""
    lines = _numbered(path)
    columns = next(lines, (1, []))[1]
    for column in needed:
        if column not in columns:
            raise FileError(f"{path.name}, line 1", f"there is no column “{column}”")
    for column in columns:
        if columns.count(column) > 1:
            raise FileError(f"{path.name}, line 1", f"the column “{_short(column)}” is there twice")
    for number, line in lines:
        if not line:
            continue
        row = Row(zip(columns, line, strict=False))
        row.where = f"{path.name}, line {number}"
        if len(line) != len(columns):
            raise row.flaw(f"{len(line)} cells under {len(columns)} columns")
        yield row


def cells(path: Path) -> Iterator[list[str]]:
    """The cells of a file without columns, line by line."""
    return (line for _, line in _numbered(path))


def _numbered(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line, and the number of the line."""
    if not path.is_file():
        raise FileError(path.name, "this file is not in the folder")
    csv.field_size_limit(LONGEST)
    with path.open("rb") as file:
        reader = csv.reader(_lines(file, path.name), strict=True)
        for line in _told(reader, path.name):
            yield reader.line_num, line


def _told(reader: "csv._reader", name: str) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as error:
        raise FileError(f"{name}, line {reader.line_num}", f"this is not CSV ({error})") from None


def _lines(file: BinaryIO, name: str) -> Iterator[str]:
    """The lines of a file as text; one that never ends is not read to its end."""
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        where = f"{name}, line {number}"
        if len(line) > LONGEST:
            raise FileError(where, f"this line is longer than {LONGEST} bytes")
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise FileError(where, "this is not UTF-8") from None
        if "\0" in text:
            raise FileError(where, "there is a NUL byte in this line")
        yield text


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
