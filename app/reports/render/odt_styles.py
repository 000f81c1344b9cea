"""The styles of an ODT file: those of the Word file, in the words of OpenDocument."""

import re
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from app.core.report.document import Numbering, Report
from app.reports.render import docx_template as t
from app.reports.render.docx_template import LISTED, Listed
from app.reports.render.docx_xml import latin, region
from app.reports.render.running import page_of, running
from app.web.languages import direction

FONTS = (t.FONT, t.EAST_ASIAN_FONT)
OUTLINED = ' style:default-outline-level="1"'
FIRST_PAGE, PAGE = "First", "Standard"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "style": "style", "text": "text", "table": "table",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
)  # fmt: skip


def styles(report: Report) -> bytes:
    """The part of the file that says how each kind of paragraph looks, and what stands on each page."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {_NAMESPACES} office:version="1.3">'
        f"<office:styles>{_defaults(report)}{_paragraphs(report)}{_lists(report)}</office:styles>"
        f"<office:automatic-styles>{_layout(report)}</office:automatic-styles>"
        f"<office:master-styles>{_pages(report)}</office:master-styles></office:document-styles>"
    ).encode()


def language(lang: str) -> str:
    """The language of words, said in the place that OpenDocument has for its script."""
    code, _, country = region(lang).partition("-")
    script = {"ar": "-complex", "he": "-complex", "fa": "-complex", "zh": "-asian", "ja": "-asian"}.get(
        code, ""
    )
    prefix = "style:" if script else "fo:"
    return (
        f"{prefix}language{script}={quoteattr(code)} {prefix}country{script}={quoteattr(country or 'none')}"
    )


def _languages(report: Report) -> str:
    """The report's, and that of Latin letters where those are not its own."""
    own, of_latin = language(report.lang), language(latin(report.lang))
    return own if own == of_latin else f"{of_latin} {own}"


def letters(report: Report) -> tuple[str, str] | None:
    """What stands before and after a letter; nothing where OpenDocument has no name for the alphabet."""
    label = next((block.label for block in report.walk() if block.numbering is Numbering.LETTER), "(a)")
    found = re.fullmatch(r"(\W*)[a-z](\W*)", label)
    return (found[1], found[2]) if found else None


def _defaults(report: Report) -> str:
    latin, asian = FONTS
    fonts = f'fo:font-family="{latin}" style:font-family-asian="{asian}" style:font-family-complex="{latin}" '
    levels = "".join(
        f'<text:outline-level-style text:level="{level}" style:num-format=""/>' for level in range(1, 11)
    )
    return (
        f'<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-top="0.21cm" '
        f'fo:line-height="115%" fo:orphans="2" fo:widows="2" {along(direction(report.lang))}/>'
        f"<style:text-properties {fonts}{_size(11)} {_languages(report)}/></style:default-style>"
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
        f'<text:outline-style style:name="Outline">{levels}</text:outline-style>'
        '<style:style style:name="Mark" style:family="text"><style:text-properties '
        'style:text-position="super 58%"/></style:style>'
        '<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" '
        'text:default-style-name="FootnoteText" text:citation-style-name="Mark" '
        'text:citation-body-style-name="Mark" text:footnotes-position="page" '
        'text:start-numbering-at="document"/>'
    )


def _paragraphs(report: Report) -> str:
    _, end = _sides(report)
    bold = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"'
    keep = 'fo:keep-with-next="always" '
    rule, above = (
        'fo:border-bottom="1pt solid #000000" fo:padding-bottom="0.2cm" ',
        'fo:border-top="0.5pt solid #000000" fo:padding-top="0.25cm" ',
    )
    first = f' style:master-page-name="{FIRST_PAGE}"'
    made = [
        _style(t.FRONT, f'fo:text-align="{end}" fo:margin-top="0cm"', _size(10)),
        _style(t.TITLE, f'{keep}{rule}fo:margin-top="0.6cm"', f"{_size(15)} {bold}"),
        _style(t.KIND, 'fo:margin-top="0.2cm" fo:margin-bottom="0.4cm"', f"{_size(12)} {bold}"),
        _style(t.HEADING, f'{keep}fo:margin-top="0.56cm"', f"{_size(12)} {bold}", more=OUTLINED),
        _style(t.BODY, "", ""),
        _style(t.CONTINUATION, f'fo:margin-left="{_cm(t.MARGIN)}"', ""),
        _style(t.ITEM_CONTINUATION, f'fo:margin-left="{_cm(t.INNER)}" fo:margin-top="0.1cm"', ""),
        _style(t.NOTE, f'{keep}{above}fo:margin-top="0.8cm"', f"{_size(10)} {bold}"),
        _style(t.NOTE_TEXT, 'fo:margin-top="0.14cm"', _size(9)),
        _style(t.CAPTION, f'{keep}fo:margin-top="0.6cm" fo:margin-bottom="0.14cm"', f"{_size(10)} {bold}"),
        _style(t.TABLE_TEXT, 'fo:margin-top="0.07cm" fo:margin-bottom="0.07cm"', _size(8.5)),
        _style("TableHead", 'fo:margin-top="0.07cm" fo:margin-bottom="0.07cm"', f"{_size(8.5)} {bold}"),
        _style(t.FOOTNOTE, 'fo:margin-top="0cm" fo:line-height="100%"', _size(9)),
        _style(t.HEADER, f'fo:text-align="{end}" fo:margin-top="0cm"', _size(9)),
        _style(t.FOOTER, 'fo:text-align="center" fo:margin-top="0cm"', _size(9)),
        _style("FrontFirst", "", "", like=t.FRONT, more=first),
        _style("TitleFirst", "", "", like=t.TITLE, more=first),
    ]
    for listed in LISTED.values():
        look = f"{_size(12)} {bold}" if listed.is_heading else ""
        top = "0.56cm" if listed.is_heading else "0.21cm" if listed.left == t.MARGIN else "0.1cm"
        level = OUTLINED if listed.is_heading else ""
        numbered = f'{level} style:list-style-name="List{listed.list}"'
        space = f'{keep if listed.is_heading else ""}fo:margin-top="{top}"'
        made.append(_style(listed.style, space, look, more=numbered))
    return "".join(made)


def _style(name: str, paragraph: str, words: str, *, like: str = "Standard", more: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{like}"{more}>'
        f"<style:paragraph-properties {paragraph}/><style:text-properties {words}/></style:style>"
    )


def _lists(report: Report) -> str:
    """One list style for each list; its levels are the same as in Word."""
    return "".join(
        f'<text:list-style style:name="List{number}">{"".join(_level(each, report) for each in levels)}'
        "</text:list-style>"
        for number, levels in groupby(LISTED.values(), key=lambda listed: listed.list)
    )


def _level(listed: Listed, report: Report) -> str:
    place = (
        f'<style:list-level-properties fo:text-align="{_label_side(report)}" '
        'text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab" '
        f'text:list-tab-stop-position="{_cm(listed.left)}" fo:text-indent="-{_cm(listed.hanging)}" '
        f'fo:margin-left="{_cm(listed.left)}"/></style:list-level-properties>'
    )
    level = f'text:level="{listed.level + 1}"'
    if listed.format == "bullet":
        kind = f"bullet {level} text:bullet-char={quoteattr(listed.text)}"
    elif listed.format == "lowerLetter":
        before, after = letters(report) or ("(", ")")
        kind = (
            f'number {level} style:num-format="a" style:num-letter-sync="true" '
            f"style:num-prefix={quoteattr(before)} style:num-suffix={quoteattr(after)}"
        )
    else:
        shown = listed.text.count("%")
        kind = f'number {level} style:num-format="1" style:num-suffix="." text:display-levels="{shown}"'
    return f"<text:list-level-style-{kind}>{place}</text:list-level-style-{kind.split()[0]}>"


def _layout(report: Report) -> str:
    return (
        '<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" '
        f'fo:page-height="29.7cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm" fo:margin-top="1.25cm" '
        'fo:margin-bottom="1.4cm" '
        f'style:writing-mode="{_way(report)}"><style:footnote-sep style:width="0.02cm" '
        f'style:rel-width="25%" style:adjustment="{_sides(report)[0]}" '
        'style:distance-before-sep="0.2cm" style:distance-after-sep="0.15cm"/></style:page-layout-properties>'
        '<style:header-style><style:header-footer-properties fo:min-height="1.25cm"/></style:header-style>'
        '<style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.5cm"/>'
        "</style:footer-style></style:page-layout>"
    )


def _pages(report: Report) -> str:
    """The first page has nothing above, the others what the report is; under all is how many there are."""
    before, between, after = map(escape, page_of(report.lang))
    counted = (
        f'<style:footer><text:p text:style-name="{t.FOOTER}">{before}<text:page-number '
        f'text:select-page="current">1</text:page-number>{between}<text:page-count>1</text:page-count>{after}'
        "</text:p></style:footer>"
    )
    head = f'<text:p text:style-name="{t.HEADER}">{escape(running(report))}</text:p>'
    return _page(PAGE, head, counted) + _page(FIRST_PAGE, f'<text:p text:style-name="{t.HEADER}"/>', counted)


def _page(name: str, head: str, counted: str) -> str:
    return (
        f'<style:master-page style:name="{name}" style:page-layout-name="Page" '
        f'style:next-style-name="{PAGE}"><style:header>{head}</style:header>{counted}</style:master-page>'
    )


def along(way: str) -> str:
    """Where the lines of a paragraph begin, said outright: not every program turns "start" around."""
    side, mode = ("right", "rl-tb") if way == "rtl" else ("left", "lr-tb")
    return f'fo:text-align="{side}" style:writing-mode="{mode}"'


def _sides(report: Report) -> tuple[str, str]:
    """Where lines begin and end, said outright: not every program turns "start" around."""
    return ("right", "left") if direction(report.lang) == "rtl" else ("left", "right")


def _label_side(report: Report) -> str:
    """In text from right to left LibreOffice takes the side of a number for that of its end."""
    return "end" if direction(report.lang) == "rtl" else "start"


def _way(report: Report) -> str:
    return "rl-tb" if direction(report.lang) == "rtl" else "lr-tb"


def _size(points: float) -> str:
    """Letters of scripts such as Arabic are small for their size, so they are given more of it."""
    larger = round(points * 1.2)
    return (
        f'fo:font-size="{points}pt" style:font-size-asian="{points}pt" style:font-size-complex="{larger}pt"'
    )


def _cm(twips: int) -> str:
    return f"{twips / 567:.2f}cm"
