"""The empty Word file that a report is written into: our styles and our numbering, and nothing else.

Numbering belongs to the styles: every numbered paragraph of a report is of one style, and that style of one
list, so that a paragraph added in Word takes its number and all that follow take theirs. Sections and what is
counted within them are levels of one list; what is counted through the document has a list of its own, since
not every program honours a level that goes on over headings.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from itertools import groupby

from app.core.report.document import Block, BlockKind, Numbering, Report
from app.reports.render.docx_xml import latin
from app.reports.render.package import EPOCH
from app.web.languages import direction

FONT = "Times New Roman"
EAST_ASIAN_FONT = "SimSun"
FRONT, TITLE, KIND = "Front", "Title", "Kind"
HEADING = "UnnumberedHeading"
BODY, CONTINUATION, ITEM_CONTINUATION = "BodyText", "Continuation", "ItemContinuation"
CAPTION, TABLE, TABLE_TEXT = "Caption", "TableGrid", "TableText"
NOTE, NOTE_TEXT = "NoteHeading", "NoteText"
FOOTNOTE, FOOTNOTE_MARK = "FootnoteText", "FootnoteReference"
HEADER, FOOTER = "Header", "Footer"
MARGIN, INNER = 567, 1021  # twips: the columns in which numbers and the marks of items hang

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What Word calls the alphabets in which paragraphs can be lettered, by their first letter.
_ALPHABETS = {
    "a": "lowerLetter",
    "а": "russianLower",
    "أ": "arabicAbjad",
    "ا": "arabicAbjad",
    "一": "chineseCounting",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph style that is a level of a list: what Word writes before it, and how far in, in twips."""

    style: str
    name: str
    list: int
    level: int
    format: str
    text: str
    left: int = MARGIN
    hanging: int = MARGIN

    @property
    def is_heading(self) -> bool:
        return self.name == "heading 1"


# What labels a block, and how deep it hangs in lists and paragraphs, choose its style.
LISTED = {
    (Numbering.SECTION, 1): Listed("Heading1", "heading 1", 1, 0, "decimal", "%1."),
    (Numbering.DECIMAL, 1): Listed("DecimalParagraph", "Decimal Paragraph", 1, 1, "decimal", "%1.%2."),
    (Numbering.LETTER, 1): Listed("LetteredParagraph", "Lettered Paragraph", 1, 2, "lowerLetter", "(%3)"),
    (Numbering.PARAGRAPH, 1): Listed("NumberedParagraph", "Numbered Paragraph", 2, 0, "decimal", "%1."),
    (Numbering.DOT, 1): Listed("Bullet", "Bullet", 3, 0, "bullet", "•"),
    (Numbering.DASH, 1): Listed("Dash", "Dash", 4, 0, "bullet", "–"),
    (Numbering.DOT, 2): Listed("DotItem", "Dot Item", 5, 0, "bullet", "•", INNER, INNER - MARGIN),
    (Numbering.DASH, 2): Listed("DashItem", "Dash Item", 6, 0, "bullet", "–", INNER, INNER - MARGIN),
    (Numbering.DOT, 3): Listed("InnerDotItem", "Inner Dot Item", 7, 0, "bullet", "•", 1475, 454),
    (Numbering.DASH, 3): Listed("InnerDashItem", "Inner Dash Item", 8, 0, "bullet", "–", 1475, 454),
}
DEEPEST = 3


def is_small(note: Block) -> bool:
    """A note of paragraphs alone is in smaller letters; one with lists or tables reads as the report does."""
    return all(part.kind is BlockKind.PARAGRAPH for block in note.blocks for part in block.walk())


def listed_of(block: Block, depth: int) -> Listed | None:
    """The level of a list that labels a block, which hangs in so many paragraphs; none without a label."""
    found = (LISTED.get((block.numbering, deep)) for deep in range(min(depth + 1, DEEPEST), 0, -1))
    return next(filter(None, found), None)


def style_of(block: Block, depth: int) -> str:
    listed = listed_of(block, depth)
    if block.kind is BlockKind.HEADING and not listed:
        return HEADING
    return listed.style if listed else (BODY, CONTINUATION, ITEM_CONTINUATION)[min(depth, 2)]


def deeper(block: Block, depth: int) -> int:
    """How deep that stands which hangs on a block: a continuation is as deep as what it continues."""
    labelled = block.numbering is not Numbering.NONE or not depth
    return depth + 1 if block.kind is BlockKind.PARAGRAPH and labelled else depth


def template(report: Report) -> io.BytesIO:
    """The package, ready to be opened."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("rId1", "officeDocument", "word/document.xml"),
            ("rId2", "core", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(
            ("rId1", "styles", "styles.xml"),
            ("rId2", "numbering", "numbering.xml"),
            ("rId3", "settings", "settings.xml"),
            ("rId4", "footnotes", "footnotes.xml"),
        ),
        "word/styles.xml": _styles(report.lang),
        "word/numbering.xml": _numbering(report),
        "word/settings.xml": _settings(),
        "word/footnotes.xml": _footnotes(report.lang),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, xml in parts.items():
            package.writestr(zipfile.ZipInfo(name, EPOCH), _HEAD + xml)
    packed.seek(0)
    return packed


def _content_types() -> str:
    overrides = {
        "word/document.xml": f"{_TYPE}.document.main+xml",
        "word/styles.xml": f"{_TYPE}.styles+xml",
        "word/numbering.xml": f"{_TYPE}.numbering+xml",
        "word/settings.xml": f"{_TYPE}.settings+xml",
        "word/footnotes.xml": f"{_TYPE}.footnotes+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    parts = "".join(f'<Override PartName="/{n}" ContentType="{kind}"/>' for n, kind in overrides.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relationships(*rows: tuple[str, str, str]) -> str:
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    inner = "".join(
        f'<Relationship Id="{key}" Type="{core if kind == "core" else f"{R}/{kind}"}" Target="{target}"/>'
        for key, kind, target in rows
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )


def _document() -> str:
    """A4 with the margins of a meeting document."""
    return (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:sectPr>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" '
        'w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def _settings() -> str:
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        "</w:settings>"
    )


def _footnotes(lang: str) -> str:
    """The lines above footnotes; the footnotes themselves come with the report."""
    turned = "<w:bidi/>" if direction(lang) == "rtl" else ""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr>{turned}<w:spacing w:before="0" '
        f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f'<w:footnotes xmlns:w="{W}">{lines}</w:footnotes>'


def _styles(lang: str) -> str:
    fonts = (
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{EAST_ASIAN_FONT}"/>'
        '<w:kern w:val="0"/>'
        f"{_size(22)}"
        f'<w:lang w:val="{latin(lang)}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    )
    base = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:before="120" w:after="0" w:line="276" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:semiHidden/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_rules()}</w:tblBorders><w:tblCellMar>'
        '<w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        "</w:style>"
    )
    bold = "<w:b/><w:bCs/>"
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="6" w:color="auto"/></w:pBdr>'
    above = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="8" w:color="auto"/></w:pBdr>'
    keep = "<w:keepNext/><w:keepLines/>"
    small = _size(18)
    written = (
        _style(FRONT, "Front", _space(0) + '<w:jc w:val="right"/>', _size(20)),
        _style(TITLE, "Title", keep + rule + _space(360), bold + _size(30)),
        _style(KIND, "Kind", _space(120, 240), bold + _size(24)),
        _style(
            HEADING,
            "Unnumbered Heading",
            f'{keep}{_space(320)}<w:outlineLvl w:val="0"/>',
            bold + _size(24),
            BODY,
        ),
        _style(BODY, "Body Text", "", ""),
        _style(CONTINUATION, "Continuation", f'<w:ind w:left="{MARGIN}"/>', ""),
        _style(ITEM_CONTINUATION, "Item Continuation", f'{_space(60)}<w:ind w:left="{INNER}"/>', ""),
        _style(
            NOTE, "Note Heading", f'{keep}{above}{_space(480)}<w:outlineLvl w:val="0"/>', bold + _size(20)
        ),
        _style(NOTE_TEXT, "Note Text", _space(80), small),
        _style(CAPTION, "caption", keep + _space(360, 80), bold + _size(20)),
        _style(TABLE_TEXT, "Table Text", _space(40, 40), _size(17)),
        _style(FOOTNOTE, "footnote text", '<w:spacing w:before="0" w:line="240" w:lineRule="auto"/>', small),
        _style(HEADER, "header", _space(0) + '<w:jc w:val="right"/>', small),
        _style(FOOTER, "footer", _space(0) + '<w:jc w:val="center"/>', small),
    )
    mark = (
        f'<w:style w:type="character" w:styleId="{FOOTNOTE_MARK}"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    listed = "".join(map(_listed_style, LISTED.values()))
    return f'<w:styles xmlns:w="{W}">{base}{"".join(written)}{mark}{listed}</w:styles>'


def _listed_style(listed: Listed) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{listed.level}"/><w:numId w:val="{listed.list}"/></w:numPr>'
    before = "<w:keepNext/><w:keepLines/>" if listed.is_heading else ""
    spacing = _space(320) if listed.is_heading else _space(60) if listed.left > MARGIN else ""
    outline = '<w:outlineLvl w:val="0"/>' if listed.is_heading else ""
    follows = "BodyText" if listed.is_heading else listed.style
    run = f"<w:b/><w:bCs/>{_size(24)}" if listed.is_heading else ""
    return _style(listed.style, listed.name, before + numbering + spacing + outline, run, follows)


def _style(key: str, name: str, paragraph: str, run: str, follows: str = "") -> str:
    following = f'<w:next w:val="{follows}"/>' if follows else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"{following}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _numbering(report: Report) -> str:
    """A level names its style and the style its level."""
    lists = groupby(LISTED.values(), key=lambda listed: listed.list)
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(_level(listed, report) for listed in levels)}</w:abstractNum>"
        for number, levels in lists
    )
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in dict.fromkeys(listed.list for listed in LISTED.values())
    )
    return f'<w:numbering xmlns:w="{W}">{abstract}{used}</w:numbering>'


def _level(listed: Listed, report: Report) -> str:
    kind, text = _lettered(report) if listed.format == "lowerLetter" else (listed.format, listed.text)
    return (
        f'<w:lvl w:ilvl="{listed.level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:pStyle w:val="{listed.style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{listed.left}"/></w:tabs>'
        f'<w:ind w:left="{listed.left}" w:hanging="{listed.hanging}"/></w:pPr></w:lvl>'
    )


def _lettered(report: Report) -> tuple[str, str]:
    """The alphabet, and what stands around a letter, as the report's own first lettered label has them."""
    label = next((block.label for block in report.walk() if block.numbering is Numbering.LETTER), "(a)")
    letter = next((letter for letter in label if letter.isalpha()), "a")
    return _ALPHABETS.get(letter, "lowerLetter"), re.sub(r"\w", "%3", label, count=1)


def _rules() -> str:
    sides = ("top", "bottom", "insideH")
    return "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)


def _space(before: int, after: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _size(half_points: int) -> str:
    """Letters of scripts such as Arabic are small for their size, so they are given more of it."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points * 6 // 5}"/>'
