"""A report as an OpenDocument text: native numbering and footnotes, every paragraph a bookmark."""

import io
import re
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from odfdo import Document, Element

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Numbering, Report
from app.reports.choices import Choices
from app.reports.render import docx_template as t
from app.reports.render.columns import widths
from app.reports.render.docx_template import Listed
from app.reports.render.odt_styles import along, language, letters, styles
from app.reports.render.package import repacked
from app.reports.render.photograph import photograph, size_of
from app.reports.render.telling import Footnote, Part, Telling
from app.web.languages import direction

TEXT_WIDTH = 16  # of a page, in centimetres
_SPACES = re.compile("^ | $|(?<= ) +")


def render_odt(report: Report, choices: Choices) -> bytes:
    """The whole report, the same bytes for the same report."""
    document = Document("text")
    for name in ("Thumbnails/thumbnail.png", "manifest.rdf"):
        document.del_part(name)
    document.set_part("styles.xml", styles(report))
    document.body.clear()
    _Writer(document, report, choices).write()
    _describe(document, report)
    written = io.BytesIO()
    document.save(written)
    return repacked(written, "mimetype")


class _Writer:
    """Puts a report, block by block, into the body of a file."""

    def __init__(self, document: Document, report: Report, choices: Choices) -> None:
        self.document = document
        self.report = report
        self.telling = Telling(report, choices.sources)
        self.letters = letters(report)
        self.languages: dict[str, str] = {}  # the styles of words in another language
        self.continued: dict[int, str] = {}  # by list: the last element of it
        self.items: list[str] = []  # of the bulleted list under way
        self.listed: Listed | None = None
        self.columns: dict[str, str] = {}  # the styles of columns, by their width
        self.variants: dict[tuple[str, str], str] = {}  # of styles, by what they differ in
        self.ids = count(1)

    def write(self) -> None:
        report = self.report
        self._look_of_tables()
        front = [*filter(None, (report.symbol, report.place, report.date))]
        for place, line in enumerate(front):
            self._add(_paragraph(t.FRONT if place else "FrontFirst", _words(line)))
        self._add(_paragraph(t.TITLE if front else "TitleFirst", _words(report.title)))
        self._add(_paragraph(t.KIND, _words(report.kind)))
        for block in (*report.body, *report.notes):
            self._block(block, 0)
        if report.digest_line:
            self._add(_paragraph(t.NOTE_TEXT, _words(report.digest_line)))
        self._close()

    def _look_of_tables(self) -> None:
        way = "rl-tb" if direction(self.report.lang) == "rtl" else "lr-tb"
        width = f'style:width="{TEXT_WIDTH}cm" table:align="margins" style:writing-mode="{way}"'
        rule = 'fo:border-bottom="0.5pt solid #000000" fo:padding="0.1cm"'
        self._automatic("ReportTable", "table", "table-properties", width)
        self._automatic("ReportRow", "table-row", "table-row-properties", 'fo:keep-together="always"')
        self._automatic("ReportCell", "table-cell", "table-cell-properties", rule)

    def _block(self, block: Block, depth: int, *, small: bool = False) -> None:
        """A block and what hangs on it; `depth` is in how many paragraphs it hangs."""
        if block.kind is BlockKind.TABLE:
            self._table(block)
            return
        if block.kind is BlockKind.PICTURE:
            self._picture(block)
        if block.sentences:
            self._tell(block, depth, small=small)
        small = small or (block.kind is BlockKind.NOTE and t.is_small(block))
        for each in block.blocks:
            self._block(each, t.deeper(block, depth), small=small)

    def _tell(self, block: Block, depth: int, *, small: bool) -> None:
        style = t.NOTE if block.kind is BlockKind.NOTE else t.NOTE_TEXT if small else t.style_of(block, depth)
        words = self._told(block)
        listed = t.listed_of(block, depth)
        style = self._varied(style, block)
        heading = block.kind is BlockKind.HEADING
        if listed is None:
            self._add(_paragraph(style, words, heading=heading))
        elif block.numbering is Numbering.LETTER and not self.letters:
            self._add(_paragraph(style, f"{_words(block.label)}<text:tab/>{words}"))
        else:
            self._enter(listed, _paragraph(style, words, heading=heading))

    def _enter(self, listed: Listed, paragraph: str) -> None:
        """Puts a paragraph into its list: one that counts goes on where it stopped, bullets stay together."""
        if listed.format == "bullet":
            if self.listed is not listed:
                self._close()
                self.listed = listed
            self.items.append(f"<text:list-item>{paragraph}</text:list-item>")
            return
        self._close()
        before = self.continued.get(listed.list)
        key = f"list-{next(self.ids)}"
        follows = f' text:continue-list="{before}"' if before else ""
        opened = "<text:list><text:list-item>" * listed.level
        closed = "</text:list-item></text:list>" * listed.level
        self._append(
            f'<text:list xml:id="{key}" text:style-name="List{listed.list}"{follows}><text:list-item>'
            f"{opened}{paragraph}{closed}</text:list-item></text:list>"
        )
        self.continued[listed.list] = key

    def _close(self) -> None:
        if self.listed:
            self._append(
                f'<text:list text:style-name="List{self.listed.list}">{"".join(self.items)}</text:list>'
            )
            self.listed, self.items = None, []

    def _table(self, table: Block) -> None:
        if table.sentences:
            self._add(_paragraph(t.CAPTION, self._told(table)))
        shares = widths(table)
        if not shares:
            return
        head, *rows = (self._row(row, len(shares), head=not place) for place, row in enumerate(table.blocks))
        named = (self._column(f"{TEXT_WIDTH * share / sum(shares):.2f}cm") for share in shares)
        columns = "".join(f'<table:table-column table:style-name="{name}"/>' for name in named)
        self._add(
            f'<table:table table:name="Table{next(self.ids)}" table:style-name="ReportTable">{columns}'
            f"<table:table-header-rows>{head}</table:table-header-rows>{''.join(rows)}</table:table>"
        )

    def _picture(self, block: Block) -> None:
        drawn = self.telling.picture(block)
        if not drawn:
            return
        wide, high = size_of(drawn)
        number = next(self.ids)
        name = f"Pictures/{number}.png"
        self.document.set_part(name, photograph(drawn, self.report.lang))
        self.document.manifest.add_full_path(name, "image/png")
        self._add(
            _paragraph(
                t.BODY,
                f'<draw:frame draw:name="Picture{number}" text:anchor-type="as-char" svg:width="{wide}mm" '
                f'svg:height="{high}mm"><draw:image xlink:href="{name}" xlink:type="simple" '
                'xlink:show="embed" xlink:actuate="onLoad"/>'
                f"<svg:desc>{escape(legible(block.text))}</svg:desc></draw:frame>",
            )
        )

    def _row(self, row: Block, columns: int, *, head: bool) -> str:
        style = "TableHead" if head else t.TABLE_TEXT
        told = [self._cell(cell) for cell in row.blocks] + [""] * (columns - len(row.blocks))
        filled = "".join(
            '<table:table-cell table:style-name="ReportCell" office:value-type="string">'
            f"{_paragraph(style, words)}</table:table-cell>"
            for words in told
        )
        return f'<table:table-row table:style-name="ReportRow">{filled}</table:table-row>'

    def _cell(self, cell: Block) -> str:
        return "".join(self._part(run) for sentence in cell.sentences for run in sentence.runs)

    def _column(self, width: str) -> str:
        if width not in self.columns:
            self.columns[width] = f"Column{len(self.columns) + 1}"
            properties = f'style:column-width="{width}"'
            self._automatic(self.columns[width], "table-column", "table-column-properties", properties)
        return self.columns[width]

    def _told(self, block: Block) -> str:
        """The block's own words with their footnotes, a bookmark around them."""
        name = quoteattr(block.id)
        words = "".join(map(self._part, self.telling.parts(block)))
        return f"<text:bookmark-start text:name={name}/>{words}<text:bookmark-end text:name={name}/>"

    def _part(self, part: Part) -> str:
        if isinstance(part, Footnote):
            body = _paragraph(t.FOOTNOTE, _words(f" {part.text}"))
            return (
                f'<text:note text:id="ftn{part.number}" text:note-class="footnote"><text:note-citation>'
                f"{part.number}</text:note-citation><text:note-body>{body}</text:note-body></text:note>"
            )
        if not part.lang:
            return _words(part.text)
        return f'<text:span text:style-name="{self._language(part.lang)}">{_words(part.text)}</text:span>'

    def _varied(self, style: str, block: Block) -> str:
        """The style; or one like it that goes the way of another language, or keeps to what comes next."""
        turned = along(self.telling.direction(block)) if block.lang else ""
        kept = 'fo:keep-with-next="always"' if block.id in self.telling.leads else ""
        properties = f"{turned} {kept}".strip()
        if not properties:
            return style
        if (style, properties) not in self.variants:
            name = self.variants[style, properties] = f"{style}{len(self.variants) + 1}"
            self._automatic(name, "paragraph", "paragraph-properties", properties, like=style)
        return self.variants[style, properties]

    def _language(self, lang: str) -> str:
        if lang not in self.languages:
            self.languages[lang] = f"Language{len(self.languages) + 1}"
            self._automatic(self.languages[lang], "text", "text-properties", language(lang))
        return self.languages[lang]

    def _automatic(self, name: str, family: str, kind: str, properties: str, like: str = "") -> None:
        parent = f' style:parent-style-name="{like}"' if like else ""
        made = (
            f'<style:style style:name="{name}" style:family="{family}"{parent}><style:{kind} {properties}/>'
        )
        self.document.insert_style(Element.from_tag(f"{made}</style:style>"), automatic=True)

    def _add(self, xml: str) -> None:
        self._close()
        self._append(xml)

    def _append(self, xml: str) -> None:
        self.document.body.append(Element.from_tag(xml))


def _paragraph(style: str, words: str, *, heading: bool = False) -> str:
    tag, level = ("text:h", ' text:outline-level="1"') if heading else ("text:p", "")
    return f'<{tag} text:style-name="{style}"{level}>{words}</{tag}>'


def _words(text: str) -> str:
    """Words as they are: OpenDocument would take several spaces for one, and none at either end."""
    return _SPACES.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', escape(legible(text)))


def _describe(document: Document, report: Report) -> None:
    meta = document.meta
    meta.set_language(report.lang)
    meta.set_title(legible(report.title))
    meta.set_subject(legible(report.kind))
    if report.digest:
        meta.set_keywords(report.digest)
    if report.at:
        meta.set_creation_date(report.at)
        meta.set_modification_date(report.at)
