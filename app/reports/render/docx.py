"""A report as a Word file, the one that a secretariat wants: native numbering, headings that are headings."""

import hashlib
import io
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import count, groupby

from docx.oxml.ns import qn
from docx.shared import Mm

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Report, Run
from app.reports.choices import Choices
from app.reports.render import docx_template as t
from app.reports.render.columns import widths
from app.reports.render.docx_changes import Changes, Piece, whole
from app.reports.render.docx_xml import Element, field, paragraph, text_run, w
from app.reports.render.package import repacked
from app.reports.render.photograph import photograph, size_of
from app.reports.render.running import page_of, running
from app.reports.render.stationery import Stationery, letterhead, own
from app.reports.render.telling import Footnote, Telling
from app.web.languages import direction

BOOKMARK = 40  # the longest name that Word takes
UNNUMBERED = (0, 0)  # of a list: none
TITLE_BLOCK = (
    (t.FRONT, "symbol"),
    (t.FRONT, "place"),
    (t.FRONT, "date"),
    (t.TITLE, "title"),
    (t.KIND, "kind"),
)
# What comes after the direction in the set-up of a section.
AFTER_BIDI = tuple(qn(f"w:{name}") for name in ("rtlGutter", "docGrid", "printerSettings", "sectPrChange"))
Row = tuple[Block, str]  # ins, del or neither
PAGE = 9070  # the width of its text, in twentieths of a point


def render_docx(report: Report, choices: Choices) -> bytes:
    """The whole report, the same bytes for the same report."""
    stationery = letterhead(choices.letterhead, report) if choices.letterhead else own(report)
    _Writer(stationery, report, choices).write()
    _describe(stationery, report)
    written = io.BytesIO()
    stationery.document.save(written)
    return repacked(written, "[Content_Types].xml")


class _Writer:
    """Puts a report, block by block, before the set-up of its section."""

    def __init__(self, stationery: Stationery, report: Report, choices: Choices) -> None:
        self.stationery = stationery
        self.report = report
        self.telling = Telling(report, choices.sources)
        self.rtl = direction(report.lang) == "rtl"
        self.ids = count(1)
        self.names: set[str] = set()
        self.changes = Changes(choices.since, report, self.ids)
        self.setup = stationery.document.element.body[-1]
        noted = (int(note.get(qn("w:id"))) for note in stationery.footnotes)
        self.first_note = max((0, *noted))

    def write(self) -> None:
        for style, name in TITLE_BLOCK:
            self._line(style, name)
        self._deleted("", 0)
        for block in self.report.body:
            self._block(block, 0)
        for note in self.report.notes:
            self._note(note)
        self._line(t.NOTE_TEXT, "digest_line")
        for note in self.telling.notes:
            self._footnote(note)
        self._turn_page()

    def _line(self, style: str, name: str) -> None:
        """A line that is no block of the tree, where there is one or was."""
        told = list(self.changes.line(name, getattr(self.report, name)))
        if told:
            self._add(style, self._content(told), change=whole(told))

    def _block(self, block: Block, depth: int) -> None:
        """A block and what hangs on it; `depth` is in how many paragraphs it hangs."""
        if block.kind is BlockKind.TABLE:
            self._table(block)
            return
        if block.kind is BlockKind.PICTURE:
            self._picture(block)
            return
        if block.kind is BlockKind.NOTE:
            self._note(block)
            return
        if block.sentences:
            self._tell(t.style_of(block, depth), block, depth)
        for each in block.blocks:
            self._block(each, t.deeper(block, depth))

    def _note(self, note: Block) -> None:
        if note.kind is BlockKind.TABLE:
            self._table(note)
            return
        self._tell(t.NOTE, note, 0)
        for block in note.blocks:
            if t.is_small(note):
                for each in block.walk():
                    self._tell(t.NOTE_TEXT, each, 0)
            else:
                self._block(block, 0)

    def _table(self, table: Block) -> None:
        if table.sentences:
            self._tell(t.CAPTION, table, 0)
        shares = widths(table)
        if not shares:
            return
        rows: list[Row] = []
        for row in table.blocks:
            rows.append((row, "ins" if self.changes.is_new(row) else ""))
            rows.extend((gone, "del") for gone in self.changes.rows(row.id))
        self._grid(rows, shares)
        for row in table.blocks:
            self._deleted(row.id, 0)

    def _grid(self, rows: list[Row], shares: list[int]) -> None:
        """Rows under their columns, each with how it has changed as a whole."""
        turned = [w("bidiVisual")] if self.rtl else []
        style = w("tblStyle", val=self._named(t.TABLE))
        width, look = w("tblW", w="5000", type="pct"), w("tblLook", val="0020", firstRow="1")
        columns = (w("gridCol", w=str(PAGE * share // sum(shares))) for share in shares)
        made = w("tbl", w("tblPr", style, *turned, width, look), w("tblGrid", *columns))
        for number, (row, change) in enumerate(rows):
            head = [w("tblHeader")] if number == 0 else []
            tracked = [self.changes.tracked(change)] if change else []
            cells = (self._cell(cell, change, bold=number == 0) for cell in row.blocks)
            empty = (w("tc", w("tcPr"), self._paragraph(t.TABLE_TEXT, [])) for _ in shares[len(row.blocks) :])
            made.append(w("tr", w("trPr", w("cantSplit"), *head, *tracked), *cells, *empty))
        self.setup.addprevious(made)

    def _cell(self, cell: Block, change: str, *, bold: bool) -> Element:
        runs = [run for sentence in cell.sentences for run in sentence.runs]
        told = (("delete", run) for run in runs) if change == "del" else self.changes.pieces(cell, runs)
        paragraph = self._paragraph(t.TABLE_TEXT, self._content(told, bold=bold))
        if change:
            self.changes.mark(paragraph, change)
        return w("tc", w("tcPr"), paragraph)

    def _picture(self, block: Block) -> None:
        if drawn := self.telling.picture(block):
            wide, high = (Mm(each) for each in size_of(drawn))
            photo = io.BytesIO(photograph(drawn, self.report.lang))
            inline = self.stationery.document.part.new_pic_inline(photo, wide, high)
            inline.docPr.set("descr", legible(block.text))
            self._add(t.BODY, [w("r", w("drawing", inline))])
        self._tell(t.NOTE_TEXT, block, 0)

    def _tell(self, style: str, block: Block, depth: int) -> None:
        """The block's own words, a bookmark around them, and after them what stood there before."""
        content = self._content(self.changes.pieces(block, self.telling.parts(block)))
        change = "ins" if self.changes.is_new(block) else ""
        self._add(style, self._bookmarked(block.id, content), block, change)
        self._deleted(block.id, depth)

    def _content(self, told: Iterable[Piece], *, bold: bool = False) -> list[Element]:
        return [
            self._mark(part) if isinstance(part, Footnote) else self.changes.written(change, part, bold=bold)
            for change, part in told
        ]

    def _deleted(self, after: str, depth: int) -> None:
        """What an earlier report had there; it does not count, so that the numbers are those of now."""
        gone = self.changes.gone.pop(after, [])
        for are_rows, blocks in groupby(gone, key=lambda block: block.kind is BlockKind.ROW):
            if are_rows:
                rows = tuple(blocks)
                self._grid([(row, "del") for row in rows], widths(replace(rows[0], blocks=rows)))
                continue
            for block in blocks:
                run = self.changes.written("delete", Run(block.text, block.lang))
                made = self._paragraph(t.style_of(block, depth), [run], block, list_of=UNNUMBERED)
                self.changes.mark(made, "del")
                self.setup.addprevious(made)

    def _add(
        self, style: str, content: Iterable[Element], block: Block | None = None, change: str = ""
    ) -> None:
        made = self._paragraph(style, content, block, list_of=self.stationery.lists.get(style))
        if change:
            self.changes.mark(made, change)
        self.setup.addprevious(made)

    def _paragraph(
        self,
        style: str,
        content: Iterable[Element],
        block: Block | None = None,
        list_of: tuple[int, int] | None = None,
    ) -> Element:
        rtl = self.telling.direction(block) == "rtl" if block else self.rtl
        keep = block is not None and block.id in self.telling.leads
        return paragraph(self._named(style), content, rtl=rtl, keep=keep, list_of=list_of)

    def _run(self, words: str, lang: str = "", *, bold: bool = False) -> Element:
        return text_run(words, lang or self.report.lang, bold=bold)

    def _named(self, style: str) -> str:
        return self.stationery.styles.get(style, style)

    def _mark(self, note: Footnote) -> Element:
        style = w("rPr", w("rStyle", val=self._named(t.FOOTNOTE_MARK)))
        return w("r", style, w("footnoteReference", id=str(self.first_note + note.number)))

    def _footnote(self, note: Footnote) -> None:
        style = w("rPr", w("rStyle", val=self._named(t.FOOTNOTE_MARK)))
        content = [w("r", style, w("footnoteRef")), self._run(f" {note.text}")]
        told = self._paragraph(t.FOOTNOTE, content)
        self.stationery.footnotes.append(w("footnote", told, id=str(self.first_note + note.number)))

    def _bookmarked(self, key: str, content: list[Element]) -> Iterable[Element]:
        """A place to which other documents can point."""
        number = str(next(self.ids))
        yield w("bookmarkStart", id=number, name=self._name(key))
        yield from content
        yield w("bookmarkEnd", id=number)

    def _name(self, key: str) -> str:
        """Word allows letters, digits and underscores, a letter first; two may not be the same."""
        name = re.sub("[^A-Za-z0-9_]", "_", key.replace("-", "__"))
        if not name[:1].isalpha():
            name = f"b_{name}"
        if len(name) > BOOKMARK or name in self.names:
            name = f"{name[: BOOKMARK - 9]}_{hashlib.sha256(key.encode()).hexdigest()[:8]}"
        self.names.add(name)
        return name

    def _turn_page(self) -> None:
        """The section's direction and, on our own paper, what stands over and under its pages."""
        if self.rtl and self.setup.find(qn("w:bidi")) is None:
            place = next(self.setup.iterchildren(*AFTER_BIDI), None)
            self.setup.append(w("bidi")) if place is None else place.addprevious(w("bidi"))
        if not self.stationery.is_own:
            return
        section = self.stationery.document.sections[0]
        self._print(section.header, t.HEADER, [self._run(running(self.report))])
        before, between, after = page_of(self.report.lang)
        for footer in (section.footer, section.first_page_footer):
            lang = self.report.lang
            counted = [self._run(before), field("PAGE", lang), self._run(between), field("NUMPAGES", lang)]
            self._print(footer, t.FOOTER, [*counted, self._run(after)])

    def _print(self, edge: object, style: str, content: list[Element]) -> None:
        old = edge.paragraphs[0]._p
        old.getparent().replace(old, self._paragraph(style, content))


def _describe(stationery: Stationery, report: Report) -> None:
    properties = stationery.document.core_properties
    properties.title = legible(report.title)[:255]
    properties.subject = legible(report.kind)[:255]
    properties.language = report.lang
    properties.identifier = report.digest
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    if report.at:
        properties.created = properties.modified = report.at.replace(tzinfo=None)
