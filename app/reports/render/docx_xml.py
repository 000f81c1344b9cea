"""The few kinds of element that a Word file's text is made of, as Word wants them ordered."""

from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from app.core.report.characters import legible
from app.web.languages import direction

Element = BaseOxmlElement
REGIONS = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ar": "ar-SA", "ru": "ru-RU", "zh": "zh-CN"}


def w(tag: str, *children: Element, **attributes: str) -> Element:
    """An element of Word's own namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def paragraph(
    style: str, content: Iterable[Element], *, rtl: bool, keep: bool, list_of: tuple[int, int] | None
) -> Element:
    """A paragraph of a style; `list_of` is the list and level that number it where its style does not.

    One that is kept stands on the page on which the next begins.
    """
    numbered = (
        [w("numPr", w("ilvl", val=str(list_of[1])), w("numId", val=str(list_of[0])))] if list_of else []
    )
    kept, turned = [w("keepNext")] * keep, [w("bidi")] * rtl
    properties = w("pPr", w("pStyle", val=style), *kept, *numbered, *turned)
    return w("p", properties, *content)


def text_run(words: str, lang: str, *, tag: str = "t", bold: bool = False) -> Element:
    """Words in a language, which runs from right to left where its letters do."""
    made = w(tag)
    made.text = legible(words)
    made.set(qn("xml:space"), "preserve")
    fonts = [w("rFonts", hint="eastAsia")] if _is_east_asian(lang) else []
    heavy = [w("b"), w("bCs")] if bold else []
    turned = [w("rtl")] if direction(lang) == "rtl" else []
    return w("r", w("rPr", *fonts, *heavy, *turned, _spoken(lang)), made)


def field(instruction: str, lang: str) -> Element:
    """What Word works out for itself: the number of a page."""
    return w("fldSimple", text_run("1", lang), instr=instruction)


def region(lang: str) -> str:
    """Word wants a country with the language; UN English is British."""
    return REGIONS.get(lang, lang)


def latin(lang: str) -> str:
    """The language of what is in Latin letters: where those are not its own, one that divides no words."""
    return "en-GB" if direction(lang) == "rtl" or _is_east_asian(lang) else region(lang)


def _spoken(lang: str) -> Element:
    """The language, said in the place that Word has for its script."""
    script = "bidi" if direction(lang) == "rtl" else "eastAsia" if _is_east_asian(lang) else "val"
    return w("lang", **{script: region(lang)})


def _is_east_asian(lang: str) -> bool:
    return lang.partition("-")[0] in ("zh", "ja", "ko")
