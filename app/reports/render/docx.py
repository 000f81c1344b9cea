"""A report as a Word file, the one that a secretariat wants: native numbering, headings that are headings."""

import hashlib
import io
import re
from collections.abc import Iterable
from itertools import count

from docx.oxml.ns import qn

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Report, Run
from app.reports.choices import Choices
from app.reports.render import docx_template as t
from app.reports.render.columns import widths
from app.reports.render.docx_changes import Changes
from app.reports.render.docx_xml import Element, field, paragraph, text_run, w
from app.reports.render.package import repacked
from app.reports.render.running import page_of, running
from app.reports.render.stationery import Stationery, letterhead, own
from app.reports.render.telling import Footnote, Telling
from app.web.languages import direction

BOOKMARK = 40  # the longest name that Word takes
UNNUMBERED = (0, 0)  # of a list: none
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
        self.changes = Changes(choices.since, report, self.ids) if choices.since else None
        self.setup = stationery.document.element.body[-1]
        noted = (int(note.get(qn("w:id"))) for note in stationery.footnotes)
        self.first_note = max((0, *noted))

    def write(self) -> None:
        report = self.report
        front = (report.symbol, report.place, report.date)
        for style, words in (
            *((t.FRONT, line) for line in front),
            (t.TITLE, report.title),
            (t.KIND, report.kind),
        ):
            if words:
                self._add(style, [self._run(words)])
        self._deleted("", 0)
        for block in report.body:
            self._block(block, 0)
        for note in report.notes:
            self._note(note)
        if report.digest_line:
            self._add(t.NOTE_TEXT, [self._run(report.digest_line)])
        for note in self.telling.notes:
            self._footnote(note)
        self._turn_page()

    def _block(self, block: Block, depth: int) -> None:
        """A block and what hangs on it; `depth` is in how many paragraphs it hangs."""
        if block.kind is BlockKind.TABLE:
            self._table(block)
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
        turned = [w("bidiVisual")] if self.rtl else []
        style = w("tblStyle", val=self._named(t.TABLE))
        made = w(
            "tbl",
            w(
                "tblPr",
                style,
                *turned,
                w("tblW", w="5000", type="pct"),
                w("tblLook", val="0020", firstRow="1"),
            ),
            w("tblGrid", *(w("gridCol", w=str(PAGE * share // sum(shares))) for share in shares)),
        )
        for number, row in enumerate(table.blocks):
            cells = [*row.blocks, *[None] * (len(shares) - len(row.blocks))]
            head = [w("trPr", w("cantSplit"), w("tblHeader"))] if number == 0 else [w("trPr", w("cantSplit"))]
            made.append(w("tr", *head, *(self._cell(cell, bold=number == 0) for cell in cells)))
        self.setup.addprevious(made)

    def _cell(self, cell: Block | None, *, bold: bool) -> Element:
        runs = [run for sentence in cell.sentences for run in sentence.runs] if cell else []
        told = [self._run(run.text, run.lang, bold=bold) for run in runs]
        return w("tc", w("tcPr"), self._paragraph(t.TABLE_TEXT, told))

    def _tell(self, style: str, block: Block, depth: int) -> None:
        """The block's own words, a bookmark around them, and after them what stood there before."""
        parts = self.telling.parts(block)
        told = self.changes.pieces(block, parts) if self.changes else (("same", part) for part in parts)
        content = [
            self._mark(part)
            if isinstance(part, Footnote)
            else self.changes.written(change, part)
            if self.changes
            else self._run(part.text, part.lang)
            for change, part in told
        ]
        made = self._add(style, [*self._bookmarked(block.id, content)], block)
        if self.changes and self.changes.is_new(block):
            self.changes.mark(made, "ins")
        self._deleted(block.id, depth)

    def _deleted(self, after: str, depth: int) -> None:
        """Paragraphs that an earlier report had; they do not count, so that the numbers are those of now."""
        for block in self.changes.gone.pop(after, ()) if self.changes else ():
            run = self.changes.written("delete", Run(block.text, block.lang))
            made = self._paragraph(t.style_of(block, depth), [run], block, list_of=UNNUMBERED)
            self.changes.mark(made, "del")
            self.setup.addprevious(made)

    def _add(self, style: str, content: Iterable[Element], block: Block | None = None) -> Element:
        made = self._paragraph(style, content, block, list_of=self.stationery.lists.get(style))
        self.setup.addprevious(made)
        return made

    def _paragraph(
        self,
        style: str,
        content: Iterable[Element],
        block: Block | None = None,
        list_of: tuple[int, int] | None = None,
    ) -> Element:
        rtl = self.telling.direction(block) == "rtl" if block else self.rtl
        return paragraph(self._named(style), content, rtl=rtl, list_of=list_of)

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
            place = self.setup.find(qn("w:rtlGutter")) or self.setup.find(qn("w:docGrid"))
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
