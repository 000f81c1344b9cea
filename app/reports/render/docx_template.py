"""The empty Word file that a report is written into: our styles and our numbering, and nothing else.

Numbering belongs to the styles: every numbered paragraph of a report is of one style, and that style of one
list, so that a paragraph added in Word takes its number and all that follow take theirs.
"""

import io
import zipfile
from dataclasses import dataclass

from app.core.report.document import Numbering

FONT = "Times New Roman"
EAST_ASIAN_FONT = "SimSun"
FRONT, TITLE, KIND = "Front", "Title", "Kind"
BODY, CONTINUATION, TABLE_TEXT = "BodyText", "Continuation", "TableText"
NOTE, NOTE_TEXT = "NoteHeading", "NoteText"
REGIONS = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ar": "ar-SA", "ru": "ru-RU", "zh": "zh-CN"}
MARGIN = 567  # twips: the width of the column in which numbers hang
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same report gives the same bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph style with a list of its own: what Word writes before it, and how far in, in twips."""

    style: str
    name: str
    format: str
    text: str
    left: int
    hanging: int


# What labels a block, and how deep it hangs in lists and paragraphs, choose its style.
LISTED = {
    (Numbering.SECTION, 1): Listed("Heading1", "heading 1", "decimal", "%1.", MARGIN, MARGIN),
    (Numbering.PARAGRAPH, 1): Listed(
        "NumberedParagraph", "Numbered Paragraph", "decimal", "%1.", MARGIN, MARGIN
    ),
    (Numbering.DOT, 1): Listed("Bullet", "Bullet", "bullet", "•", MARGIN, MARGIN),
    (Numbering.DOT, 2): Listed("DotItem", "Dot Item", "bullet", "•", 1021, 454),
    (Numbering.DASH, 1): Listed("Dash", "Dash", "bullet", "–", MARGIN, MARGIN),
    (Numbering.DASH, 2): Listed("DashItem", "Dash Item", "bullet", "–", 1021, 454),
}


def template(lang: str) -> io.BytesIO:
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
        ),
        "word/styles.xml": _styles(lang),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
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
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        "</w:settings>"
    )


def _styles(lang: str) -> str:
    fonts = (
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{EAST_ASIAN_FONT}"/>'
        '<w:kern w:val="0"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val="{_region(lang)}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
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
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_rules()}</w:tblBorders></w:tblPr>'
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
        _style(BODY, "Body Text", "", ""),
        _style(CONTINUATION, "Continuation", f'<w:ind w:left="{MARGIN}"/>', ""),
        _style(
            NOTE, "Note Heading", f'{keep}{above}{_space(480)}<w:outlineLvl w:val="0"/>', bold + _size(20)
        ),
        _style(NOTE_TEXT, "Note Text", _space(80), small),
        _style(TABLE_TEXT, "Table Text", _space(40, 40), _size(20)),
        _style("Header", "header", _space(0) + '<w:jc w:val="right"/>', small),
        _style("Footer", "footer", _space(0) + '<w:jc w:val="center"/>', small),
    )
    listed = "".join(_listed_style(number, each) for number, each in enumerate(LISTED.values(), 1))
    return f'<w:styles xmlns:w="{W}">{base}{"".join(written)}{listed}</w:styles>'


def _listed_style(number: int, listed: Listed) -> str:
    heading = listed.name == "heading 1"
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    before = "<w:keepNext/><w:keepLines/>" if heading else ""
    spacing = _space(320) if heading else _space(60) if listed.left > MARGIN else ""
    outline = '<w:outlineLvl w:val="0"/>' if heading else ""
    follows = "NumberedParagraph" if heading else listed.style
    run = f"<w:b/><w:bCs/>{_size(24)}" if heading else ""
    return _style(listed.style, listed.name, before + numbering + spacing + outline, run, follows)


def _style(key: str, name: str, paragraph: str, run: str, follows: str = "") -> str:
    following = f'<w:next w:val="{follows}"/>' if follows else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"{following}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _numbering() -> str:
    """One list a style; the list names the style and the style the list."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{listed.format}"/><w:pStyle w:val="{listed.style}"/>'
        f'<w:lvlText w:val="{listed.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{listed.left}"/></w:tabs>'
        f'<w:ind w:left="{listed.left}" w:hanging="{listed.hanging}"/></w:pPr></w:lvl></w:abstractNum>'
        for number, listed in enumerate(LISTED.values(), 1)
    )
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(1, len(LISTED) + 1)
    )
    return f'<w:numbering xmlns:w="{W}">{abstract}{used}</w:numbering>'


def _rules() -> str:
    sides = ("top", "bottom", "insideH")
    return "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)


def _space(before: int, after: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _region(lang: str) -> str:
    """Word wants a country with the language; UN English is British."""
    return REGIONS.get(lang, lang)
