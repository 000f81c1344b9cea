"""A report as a PDF for the archive (PDF/A-3a) and for every reader (PDF/UA-1), with its record inside."""

import json
import re
import tempfile
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import typst

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Report
from app.core.words import N_, Refusal
from app.reports.choices import Choices
from app.reports.render.columns import divides, fills, widths
from app.reports.render.fonts import FOLDERS, fonts
from app.reports.render.photograph import size_of
from app.reports.render.running import page_of, running
from app.reports.render.telling import Footnote, Part, Telling
from app.web.languages import direction

HERE = Path(__file__).parent
PAGES = (HERE / "report.typ").read_bytes()
EAST_ASIAN = (N_("Chinese, Japanese or Korean"), "fonts-noto-cjk")
SYMBOLS = (N_("symbols and emoji"), "fonts-noto-color-emoji")
USUAL = ["Noto Serif", "Noto Naskh Arabic", "Noto Serif CJK SC"]
FIRST = {  # letters that two have are shown in that of the language
    "ar": ["Noto Naskh Arabic"],
    "zh": [{"name": "Noto Serif", "covers": "latin-in-cjk"}, "Noto Serif CJK SC"],
}
SIZES = {"ar": 11.5}  # in points; Arabic letters are smaller than Latin ones of the same size
STANDARDS = ["a-3a", "ua-1"]
# So much without a place to break it would leave the page; scripts without spaces break anywhere.
_ENDLESS = re.compile(r"[^\s\u0e00-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\uffef]{70}")
_WITHOUT_FONT = re.compile(r'(?:text|codepoint) `"(?P<letter>\\u\{[0-9a-f]+\}|[^`"])')


def render_pdf(report: Report, choices: Choices) -> bytes:
    """The whole report, the same bytes for the same report; Refusal where there is no font for its words."""
    telling = Telling(report, choices.sources)
    inputs = {"report": json.dumps(_pages(report, telling)), "record": choices.record}
    at = int(report.at.timestamp()) if report.at else 0
    try:
        return _compiled(inputs, at, fonts())
    except typst.TypstError as lacking:
        _letter_without_font(lacking)
    try:
        return _compiled(inputs, at, fonts(*FOLDERS))
    except typst.TypstError as lacking:
        raise _refusal(_letter_without_font(lacking)) from lacking


def _compiled(inputs: Mapping[str, str], at: int, fonts: typst.Fonts) -> bytes:
    """The pages, set by a program that may read nothing but what it is given."""
    with tempfile.TemporaryDirectory() as nothing:
        compiler = typst.Compiler(PAGES, root=nothing, font_paths=fonts)
        return compiler.compile(format="pdf", sys_inputs=dict(inputs), pdf_standards=STANDARDS, timestamp=at)


def _pages(report: Report, telling: Telling) -> dict[str, object]:
    """What the pages show, as data."""
    main = report.lang.partition("-")[0]
    return {
        "lang": _language(report.lang),
        "rtl": direction(report.lang) == "rtl",
        "justified": main != "ar",
        "fonts": [*FIRST.get(main, []), *USUAL],
        "size": SIZES.get(main, 10.5),
        "title": legible(report.title),
        "kind": legible(report.kind),
        "keywords": [report.digest] if report.digest else [],
        "front": [legible(line) for line in (report.symbol, report.place, report.date) if line],
        "running": running(report),
        "page-of": page_of(report.lang),
        "body": [_block(block, telling) for block in report.body],
        "notes": [_block(block, telling) for block in report.notes],
        "seal": legible(report.digest_line),
        "attached": legible(report.digest_line or report.title),
    }


def _block(block: Block, telling: Telling) -> dict[str, object]:
    drawn = telling.picture(block)
    return {
        "kind": block.kind,
        "label": block.label,
        "lang": _language(block.lang) if block.lang else None,
        "dir": telling.direction(block),
        "leads": block.id in telling.leads,
        "mark": block.blocks[0].label if block.blocks else "",
        "widths": widths(block) if block.kind is BlockKind.TABLE and fills(block) else [],
        "drawn": drawn,
        "wide": size_of(drawn)[0] if drawn else 0,
        "alt": legible(block.text) if drawn else "",
        "divided": block.kind is BlockKind.TABLE and divides(block),
        "parts": [_part(part) for part in telling.parts(block)],
        "blocks": [_block(each, telling) for each in block.blocks],
    }


def _part(part: Part) -> dict[str, object]:
    if isinstance(part, Footnote):
        return {"note": part.text}
    lang = _language(part.lang) if part.lang else None
    fonts = [*FIRST.get(part.lang.partition("-")[0], []), *USUAL]
    return {"text": _ENDLESS.sub("\\g<0>\u200b", part.text), "lang": lang, "fonts": fonts}


def _language(tag: str) -> dict[str, str | None]:
    """A language as the pages need it: its code of two or three letters and, if there is one, its country."""
    code, *rest = tag.lower().split("-")
    country = next((each for each in rest if re.fullmatch("[a-z]{2}", each)), None)
    return {"code": code if re.fullmatch("[a-z]{2,3}", code) else "und", "region": country}


def _letter_without_font(error: typst.TypstError) -> str:
    """The first letter that could not be shown; any other fault is raised again."""
    found = _WITHOUT_FONT.search(error.message)
    if not found:
        raise error
    letter = found["letter"]
    return chr(int(letter[3:-1], 16)) if letter.startswith("\\u") else letter


def _refusal(letter: str) -> Refusal:
    if unicodedata.category(letter) in ("Cn", "Co", "Cf"):
        return Refusal(
            N_("No font can show the character %(code)s. Take it out of the text, or choose another format."),
            code=f"U+{ord(letter):04X}",
        )
    script, package = _script(letter)
    return Refusal(
        N_(
            "The PDF cannot show “%(letter)s” (%(script)s): there is no font for it here. The operator can "
            "install the package %(package)s; until then, choose another format."
        ),
        letter=letter,
        script=script,
        package=package,
    )


def _script(letter: str) -> tuple[str, str]:
    """What a letter belongs to, in words, and the package that has a font for it."""
    if unicodedata.east_asian_width(letter) in "WFH" and unicodedata.category(letter) != "So":
        return EAST_ASIAN
    if not letter.isalpha() and not unicodedata.combining(letter):
        return SYMBOLS
    return unicodedata.name(letter).split(" ")[0].title(), "fonts-noto-core"
