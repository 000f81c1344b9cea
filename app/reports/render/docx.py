"""A report as a Word file, the one that a secretariat wants: native numbering, headings that are headings."""

import io
import zipfile
from collections.abc import Iterable

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Report, Run
from app.reports.choices import Choices
from app.reports.render import docx_template as t

RIGHT_TO_LEFT = ("ar", "he", "fa", "ur")
DEEPEST = 2


def render_docx(report: Report, choices: Choices) -> bytes:
    """The whole report, the same bytes for the same report."""
    document = docx.Document(t.template(report.lang))
    _front(document, report)
    for block in report.body:
        _block(document, block, 0)
    for note in report.notes:
        _note(document, note)
    if report.digest_line:
        _write(document, t.NOTE_TEXT, (Run(report.digest_line),))
    _number_bookmarks(document)
    _running(document, report)
    _properties(document, report)
    return _packed(document)


def _front(document: Document, report: Report) -> None:
    for line in (report.symbol, ", ".join(filter(None, (report.place, report.date)))):
        if line:
            _write(document, t.FRONT, (Run(line),))
    _write(document, t.TITLE, (Run(report.title),))
    _write(document, t.KIND, (Run(report.kind),))


def _block(document: Document, block: Block, depth: int) -> None:
    """A block and what hangs on it; `depth` is in how many paragraphs it hangs."""
    if block.kind is BlockKind.TABLE:
        _table(document, block)
        return
    if block.kind is BlockKind.NOTE:
        _note(document, block)
        return
    if block.sentences:
        _write(document, _style_of(block, depth), _runs(block), block.id)
    deeper = depth + 1 if block.kind is BlockKind.PARAGRAPH else depth
    for each in block.blocks:
        _block(document, each, deeper)


def _style_of(block: Block, depth: int) -> str:
    listed = t.LISTED.get((block.numbering, min(depth + 1, DEEPEST))) or t.LISTED.get((block.numbering, 1))
    if listed:
        return listed.style
    return t.CONTINUATION if depth else t.BODY


def _note(document: Document, note: Block) -> None:
    _write(document, t.NOTE, _runs(note), note.id)
    for block in note.blocks:
        if block.kind is BlockKind.TABLE:
            _table(document, block)
        else:
            _write(document, t.NOTE_TEXT, _runs(block), block.id)


def _runs(block: Block) -> Iterable[Run]:
    """The runs of all its sentences, a space between one sentence and the next."""
    for index, sentence in enumerate(block.sentences):
        if index:
            yield Run(block.sentences[index - 1].gap)
        yield from sentence.runs


def _write(document: Document, style: str, runs: Iterable[Run], name: str = "") -> Paragraph:
    paragraph = document.add_paragraph(style=document.styles.get_by_id(style, 1))
    for run in runs:
        written = paragraph.add_run(legible(run.text))
        if run.lang:
            _mark_language(written._r.get_or_add_rPr(), run.lang)
    if name:
        _bookmark(paragraph, name)
    return paragraph


def _mark_language(properties: OxmlElement, lang: str) -> None:
    """Says what language the words are in, and turns the run where they run from right to left."""
    mark = OxmlElement("w:lang")
    right_to_left = lang.partition("-")[0] in RIGHT_TO_LEFT
    mark.set(qn("w:bidi" if right_to_left else "w:val"), lang)
    if right_to_left:
        properties.append(OxmlElement("w:rtl"))
    properties.append(mark)


def _bookmark(paragraph: Paragraph, name: str) -> None:
    """A place to which other documents can point: Word allows letters, digits and underscores."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:name"), f"b_{name}".replace("-", "__")[:40])
    first = paragraph._p.find(qn("w:r"))
    if first is not None:
        first.addprevious(start)
        paragraph._p.append(end)


def _number_bookmarks(document: Document) -> None:
    """Each beginning and its end under a number of their own."""
    for mark in ("w:bookmarkStart", "w:bookmarkEnd"):
        for number, found in enumerate(document.element.body.iter(qn(mark)), 1):
            found.set(qn("w:id"), str(number))


def _table(document: Document, table: Block) -> None:
    columns = max(len(row.blocks) for row in table.blocks)
    grid = document.add_table(rows=0, cols=columns, style=document.styles.get_by_id("TableGrid", 3))
    for number, row in enumerate(table.blocks):
        cells = grid.add_row().cells
        for cell, written in zip(cells, row.blocks, strict=False):
            paragraph = cell.paragraphs[0]
            paragraph.style = document.styles.get_by_id(t.TABLE_TEXT, 1)
            paragraph.add_run(legible(written.text)).bold = number == 0 or None


def _running(document: Document, report: Report) -> None:
    """The symbol or title over every page but the first, and the page's number under all."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.style = document.styles.get_by_id("Header", 1)
    head.add_run(legible(report.symbol or report.title))
    for footer in (section.footer, section.first_page_footer):
        foot = footer.paragraphs[0]
        foot.style = document.styles.get_by_id("Footer", 1)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        foot._p.append(field)


def _properties(document: Document, report: Report) -> None:
    properties = document.core_properties
    properties.title = legible(report.title)[:255]
    properties.subject = legible(report.kind)[:255]
    properties.language = report.lang
    properties.identifier = report.digest
    if report.at:
        properties.created = properties.modified = report.at.replace(tzinfo=None)


def _packed(document: Document) -> bytes:
    """The file, its parts in order and undated."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, t.EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return packed.getvalue()
