"""Files read back as whoever opens them would see them: each paragraph's label, a space, its words."""

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALPHABETS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщэюя",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "chineseCounting": "一二三四五六七八九",
}


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def plain(text: str) -> str:
    """Without the marks that have no width."""
    return re.sub("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


class Word:
    """A Word file, its lists counted as Word counts them."""

    def __init__(self, content: bytes) -> None:
        self.parts = parts_of(content)
        self.body = self._part("document").find(f"{W}body")
        self.styles = {each.get(f"{W}styleId"): each for each in self._part("styles").iter(f"{W}style")}
        numbering = next(name for name in self.parts if name.endswith("numbering.xml"))
        root = etree.fromstring(self.parts[numbering])
        self.abstract = {each.get(f"{W}abstractNumId"): each for each in root.iter(f"{W}abstractNum")}
        self.lists = {
            each.get(f"{W}numId"): each.find(f"{W}abstractNumId").get(f"{W}val")
            for each in root.iter(f"{W}num")
        }
        self.counts: dict[str, list[int]] = {}

    def _part(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[f"word/{name}.xml"])

    def lines(self) -> list[str]:
        return [line for paragraph in self.body.findall(f"{W}p") if (line := self._line(paragraph))]

    def _line(self, paragraph: etree._Element) -> str:
        words = "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        return plain(f"{self._label(paragraph)} {words}").strip()

    def _label(self, paragraph: etree._Element) -> str:
        number, level = self.numbered(paragraph)
        if number not in self.lists:
            return ""
        counts = self.counts.setdefault(self.lists[number], [0] * 9)
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        levels = {int(e.get(f"{W}ilvl")): e for e in self.abstract[self.lists[number]].iter(f"{W}lvl")}
        text = levels[level].find(f"{W}lvlText").get(f"{W}val")
        for deep, found in levels.items():
            kind = found.find(f"{W}numFmt").get(f"{W}val")
            text = text.replace(f"%{deep + 1}", _counted(kind, counts[deep]))
        return text

    def numbered(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list and level of a paragraph: its own, else its style's."""
        style = self.styles[paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")]
        for owner in (paragraph, style):
            number = owner.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None:
                level = owner.find(f"{W}pPr/{W}numPr/{W}ilvl")
                return number.get(f"{W}val"), int(level.get(f"{W}val"))
        return "", 0

    def tables(self) -> list[list[list[str]]]:
        return [
            [["".join(cell.itertext(f"{W}t")) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
            for table in self.body.iter(f"{W}tbl")
        ]

    def footnotes(self) -> list[str]:
        """The words of the footnotes in the order in which the text calls them."""
        part = next(name for name in self.parts if name.endswith("footnotes.xml"))
        written = {
            note.get(f"{W}id"): "".join(note.itertext(f"{W}t")).strip()
            for note in etree.fromstring(self.parts[part]).iter(f"{W}footnote")
        }
        return [written[mark.get(f"{W}id")] for mark in self.body.iter(f"{W}footnoteReference")]


T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


class OpenDocument:
    """An ODT file, its lists counted as they say: one goes on where the one that it names stopped."""

    def __init__(self, content: bytes) -> None:
        self.parts = parts_of(content)
        self.styles = etree.fromstring(self.parts["styles.xml"])
        self.content = etree.fromstring(self.parts["content.xml"])
        self.body = next(self.content.iter("{*}text"))
        self.levels = {
            (each.get(f"{S}name"), int(level.get(f"{T}level"))): level
            for each in self.styles.iter(f"{T}list-style")
            for level in each
        }
        self.counts: dict[str, list[int]] = {}

    def lines(self) -> list[str]:
        return [line for child in self.body for line in self._lines(child) if line]

    def _lines(self, element: etree._Element) -> Iterator[str]:
        if element.tag == f"{T}list":
            yield from self._list(element)
        elif element.tag in (f"{T}p", f"{T}h"):
            yield self._words(element)

    def _list(self, element: etree._Element) -> Iterator[str]:
        before = self.counts.get(element.get(f"{T}continue-list", ""), [0] * 10)
        counts = list(before)
        for paragraph in element.iter(f"{T}p", f"{T}h"):
            if any(above.tag == f"{T}note" for above in paragraph.iterancestors()):
                continue
            level = sum(1 for above in paragraph.iterancestors() if above.tag == f"{T}list")
            counts[level - 1] += 1
            counts[level:] = [0] * (10 - level)
            label = self._label(element.get(f"{T}style-name"), level, counts)
            yield f"{label} {self._words(paragraph)}".strip()
        self.counts[element.get("{http://www.w3.org/XML/1998/namespace}id", "")] = counts

    def _label(self, style: str, level: int, counts: list[int]) -> str:
        found = self.levels[style, level]
        if bullet := found.get(f"{T}bullet-char"):
            return bullet
        shown = int(found.get(f"{T}display-levels", "1"))
        kind = {"1": "decimal", "a": "lowerLetter"}[found.get(f"{S}num-format")]
        numbers = ".".join(_counted(kind, number) for number in counts[level - shown : level])
        return f"{found.get(f'{S}num-prefix', '')}{numbers}{found.get(f'{S}num-suffix', '')}"

    def _words(self, element: etree._Element) -> str:
        """The text within, without what footnotes say."""
        found = element.text or ""
        for child in element:
            if child.tag == f"{T}s":
                found += " " * int(child.get(f"{T}c", "1"))
            elif child.tag == f"{T}tab":
                found += " "
            elif child.tag != f"{T}note":
                found += self._words(child)
            found += child.tail or ""
        return plain(found)

    def footnotes(self) -> list[str]:
        return [self._words(next(note.iter(f"{T}p"))).strip() for note in self.body.iter(f"{T}note")]

    def tables(self) -> list[list[list[str]]]:
        return [
            [
                [self._words(cell[0]) for cell in row.iter(f"{TABLE}table-cell")]
                for row in table.iter(f"{TABLE}table-row")
            ]
            for table in self.body.iter(f"{TABLE}table")
        ]


def _counted(kind: str, number: int) -> str:
    if kind == "decimal":
        return str(number)
    letters = ALPHABETS.get(kind, "")
    return (
        letters[(number - 1) % len(letters)] * ((number - 1) // len(letters) + 1)
        if number and letters
        else ""
    )


def inserted(body: etree._Element) -> Iterator[str]:
    return ("".join(each.itertext(f"{W}t")) for each in body.iter(f"{W}ins") if len(each))


def deleted(body: etree._Element) -> Iterator[str]:
    return ("".join(each.itertext(f"{W}delText")) for each in body.iter(f"{W}del") if len(each))
