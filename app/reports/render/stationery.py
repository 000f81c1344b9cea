"""The file that a report is written into: our own empty one, or an institution's letterhead."""

import io
from copy import deepcopy
from dataclasses import dataclass, field

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import PartFactory, XmlPart
from docx.oxml.ns import qn
from lxml import etree

from app.core.report.document import Report
from app.reports.render.docx_template import LISTED, template
from app.reports.render.docx_xml import Element, w
from app.reports.render.letterhead import judge_letterhead, not_word

PartFactory.part_type_for[CONTENT_TYPE.WML_FOOTNOTES] = XmlPart
# What a letterhead brings along; whatever else hangs on its text goes with the text.
KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FOOTNOTES,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.FOOTER,
}
KEPT_OF_PACKAGE = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}
UNWANTED = (
    "attachedTemplate",
    "mailMerge",
    "documentProtection",
    "writeProtection",
    "trackRevisions",
    "docVars",
)


@dataclass(frozen=True, slots=True)
class Stationery:
    document: Document
    is_own: bool
    styles: dict[str, str] = field(default_factory=dict)  # ours → as the file calls it, where it differs
    lists: dict[str, tuple[int, int]] = field(
        default_factory=dict
    )  # of styles that do not number: list, level

    @property
    def footnotes(self) -> Element:
        return self.document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).element


def own(report: Report) -> Stationery:
    return Stationery(docx.Document(template(report)), is_own=True)


def letterhead(content: bytes, report: Report) -> Stationery:
    """The institution's file without its text; its styles go before ours where they have the same name."""
    judge_letterhead(content)
    ours = docx.Document(template(report))
    try:
        document = docx.Document(io.BytesIO(content))
        _empty(document)
        _bring_parts(document, ours)
        first = _bring_lists(document, ours)
        styles = _bring_styles(document, ours, first)
    except (KeyError, ValueError, AttributeError, IndexError, etree.XMLSyntaxError) as broken:
        raise not_word() from broken
    theirs = {key for key in styles if key in {listed.style for listed in LISTED.values()}}
    lists = {each.style: (first + each.list, each.level) for each in LISTED.values() if each.style in theirs}
    _unlink_levels(document, theirs, first)
    return Stationery(document, is_own=False, styles=styles, lists=lists)


def _empty(document: Document) -> None:
    """Leaves the set-up of the first page's section: its paper, its margins, its header and footer."""
    body = document.element.body
    found = next(body.iter(qn("w:sectPr")), None)
    setup = w("sectPr") if found is None else deepcopy(found)
    for child in list(body):
        body.remove(child)
    body.append(setup)
    for owner, kept in ((document.part, KEPT), (document.part.package, KEPT_OF_PACKAGE)):
        for key, relationship in list(owner.rels.items()):
            if relationship.reltype not in kept:
                del owner.rels[key]
    for name in UNWANTED:
        for found in list(document.settings.element.iter(qn(f"w:{name}"))):
            found.getparent().remove(found)


def _bring_parts(document: Document, ours: Document) -> None:
    """The parts that a report needs and the letterhead lacks; of its footnotes only the lines above stay."""
    for kind in (RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.FOOTNOTES):
        if any(each.reltype == kind for each in document.part.rels.values()):
            continue
        part = ours.part.part_related_by(kind)
        element = deepcopy(part.element)
        if kind == RELATIONSHIP_TYPE.NUMBERING:
            element[:] = []
        name = PackURI(f"/word/plenary-{part.partname.filename}")
        added = type(part)(name, part.content_type, element, document.part.package)
        document.part.relate_to(added, kind)
    notes = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).element
    for note in list(notes):
        if note.get(qn("w:type")) is None:
            notes.remove(note)


def _bring_lists(document: Document, ours: Document) -> int:
    """Our lists behind theirs; how far the numbers of ours are moved up."""
    theirs = document.part.numbering_part.element
    numbers = [
        int(each.get(qn(f"w:{name}"), "0"))
        for tag, name in (("abstractNum", "abstractNumId"), ("num", "numId"))
        for each in theirs.iter(qn(f"w:{tag}"))
    ]
    first = max(numbers, default=0)
    place = len(theirs.findall(qn("w:numPicBullet")) + theirs.findall(qn("w:abstractNum")))
    for abstract in ours.part.numbering_part.element.iter(qn("w:abstractNum")):
        moved = deepcopy(abstract)
        _move(moved, "abstractNumId", first)
        theirs.insert(place, moved)
        place += 1
    place += len(theirs.findall(qn("w:num")))
    for number in ours.part.numbering_part.element.iter(qn("w:num")):
        moved = deepcopy(number)
        _move(moved, "numId", first)
        _move(moved.find(qn("w:abstractNumId")), "val", first)
        theirs.insert(place, moved)
        place += 1
    return first


def _bring_styles(document: Document, ours: Document, first: int) -> dict[str, str]:
    """Adds our styles that are missing; returns what those are called that the file has, or has to rename."""
    theirs = document.styles.element
    by_name = {_name(style): style.get(qn("w:styleId")) for style in theirs.iter(qn("w:style"))}
    called: dict[str, str] = {}
    for style in ours.styles.element.iter(qn("w:style")):
        key = style.get(qn("w:styleId"))
        if _name(style) in by_name:
            called[key] = by_name[_name(style)]
            continue
        if key in by_name.values():
            called[key] = f"Plenary{key}"
        added = deepcopy(style)
        added.set(qn("w:styleId"), called.get(key, key))
        added.attrib.pop(qn("w:default"), None)
        for number in added.iter(qn("w:numId")):
            _move(number, "val", first)
        theirs.append(added)
    for style in theirs.iter(qn("w:style")):
        if style.get(qn("w:styleId")) not in by_name.values():
            for other in style.iter(qn("w:basedOn"), qn("w:next")):
                other.set(qn("w:val"), called.get(other.get(qn("w:val")), other.get(qn("w:val"))))
    return called


def _unlink_levels(document: Document, theirs: set[str], first: int) -> None:
    """A level of ours may name only a style of ours: one of theirs is numbered paragraph by paragraph."""
    for abstract in document.part.numbering_part.element.iter(qn("w:abstractNum")):
        if int(abstract.get(qn("w:abstractNumId"))) > first:
            for linked in list(abstract.iter(qn("w:pStyle"))):
                if linked.get(qn("w:val")) in theirs:
                    linked.getparent().remove(linked)


def _move(element: Element, name: str, by: int) -> None:
    element.set(qn(f"w:{name}"), str(int(element.get(qn(f"w:{name}"))) + by))


def _name(style: Element) -> str:
    found = style.find(qn("w:name"))
    return "" if found is None else found.get(qn("w:val"), "").lower()
