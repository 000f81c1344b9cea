"""An institution's own Word file as a letterhead: nothing in it may act, hide, or fetch."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from lxml import etree

from app.core.words import N_, Incomplete

MOST_PARTS = 500
MOST_BYTES = 30_000_000  # unpacked
XML_NAMES = (".xml", ".rels")
XML_TYPE = re.compile(r"^(?!\s*image/).*[/+]xml\b", re.IGNORECASE)  # of a picture no field is read
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ENCRYPTED = b"\xd0\xcf\x11\xe0"  # how an encrypted file begins, or one of Word before 2007
ACTIVE = re.compile("macroEnabled|vba|activeX|oleObject|control+xml", re.IGNORECASE)
ACTIVE_PARTS = re.compile(r"vbaProject|vbaData|activeX|embeddings/|\.bin$", re.IGNORECASE)
# Fields that fetch, run or lead; of QUOTE any other can be made.
ACTIVE_FIELDS = re.compile(
    "DDE|INCLUDE|LINK|IMPORT|DATABASE|MACRO|GOTO|QUOTE|MERGE|AUTOTEXT|FILLIN|ASK", re.IGNORECASE
)
# An address to click on, as a relationship and as a field; nothing is asked of it before somebody does.
ADDRESS = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
ADDRESS_FIELD = re.compile(
    r'\s*HYPERLINK\s+"(https?://|mailto:)[^"\0]*"(\s+\\[a-z](\s+"[^"\0]*")?)*\s*', re.IGNORECASE
)
CLICKED = {"hyperlink", "hlinkClick", "hlinkHover"}  # the elements that may name one
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_V = "{urn:schemas-microsoft-com:vml}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def judge_letterhead(content: bytes) -> None:
    """Incomplete, with a sentence that says what is wrong, unless the file may be used."""
    if content.startswith(ENCRYPTED):
        raise _flaw(
            N_("This file is protected by a password or of an old kind. Save it as .docx without a password.")
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _judge_size(package)
            parts = {part.filename.lower(): package.read(part) for part in package.infolist()}
            for name, part in parts.items():
                _judge_part(name, part, parts)
            types = package.read("[Content_Types].xml")
            _judge_names(types)
    except (zipfile.BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError, OSError, EOFError,
            etree.XMLSyntaxError) as broken:  # fmt: skip
        raise not_word() from broken
    declared = types.decode("utf-8", "replace")
    if ACTIVE.search(declared):
        raise _active()
    if DOCUMENT not in declared:
        raise not_word()


def _judge_size(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise _flaw(N_("Unpacked, this file is too large. Leave only the letterhead in it."))
    if len({part.filename.lower() for part in parts}) < len(parts):
        raise not_word()


def _judge_names(types: bytes) -> None:
    """Whatever Word would read as text of its own has a name by which it has been judged."""
    for each in _read(types).iter(etree.Element):
        name = each.get("PartName") or f".{each.get('Extension', '')}"
        if XML_TYPE.search(each.get("ContentType", "")) and not name.lower().endswith(XML_NAMES):
            raise not_word()


def _judge_part(name: str, content: bytes, parts: Mapping[str, bytes]) -> None:
    if ACTIVE_PARTS.search(name):
        raise _active()
    if not name.lower().endswith(XML_NAMES):
        return
    root = _read(content)
    outside = _addresses(parts.get(_relationships_of(name), b"<none/>"))
    for element in root.iter(etree.Element):
        if element.tag == RELATIONSHIP:
            _judge_relationship(element)
        named = {value for key, value in element.attrib.items() if key.startswith("{")}
        takes_in = named & outside and etree.QName(element).localname not in CLICKED
        if takes_in or (element.tag.startswith(_V) and "src" in element.attrib):
            raise _outside()
    fields = "".join(each for each in _fields(root) if not ADDRESS_FIELD.fullmatch(each))
    if ACTIVE_FIELDS.search(re.sub(r"\s", "", fields)):
        raise _active()


def _read(content: bytes) -> etree._Element:
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.doctype:
        raise not_word()
    return root


def _relationships_of(name: str) -> str:
    part = PurePosixPath(name)
    return str(part.parent / "_rels" / f"{part.name}.rels")


def _addresses(relationships: bytes) -> set[str]:
    """The names under which a part knows what is outside the file."""
    found = _read(relationships).iter(RELATIONSHIP)
    return {each.get("Id", "") for each in found if _is_external(each)}


def _is_external(relationship: etree._Element) -> bool:
    return relationship.get("TargetMode", "").lower() == "external"


def _judge_relationship(relationship: etree._Element) -> None:
    """Outside the file there may be an address that somebody clicks on, and nothing that is fetched."""
    kind = relationship.get("Type", "").rpartition("/")[2]
    if kind == "aFChunk":
        raise _active()
    is_address = kind == "hyperlink" and ADDRESS.match(relationship.get("Target", ""))
    if _is_external(relationship) and not is_address:
        raise _outside()


def _fields(root: etree._Element) -> Iterator[str]:
    """The instruction of each field; one within another belongs to it, after a mark that no address has."""
    yield from (each.get(f"{_W}instr", "") for each in root.iter(f"{_W}fldSimple"))
    depth, told = 0, ""
    for each in root.iter(f"{_W}fldChar", f"{_W}instrText"):
        kind = each.get(f"{_W}fldCharType")
        if each.tag == f"{_W}instrText":
            told += each.text or ""
        elif kind == "begin":
            depth, told = depth + 1, told + "\0" * bool(depth)
        elif kind == "end":
            depth = max(0, depth - 1)
        if not depth and told:
            yield told
            told = ""
    yield told


def _outside() -> Incomplete:
    return _flaw(
        N_(
            "This file takes in something from outside it. Remove its linked pictures, templates and "
            "documents; addresses to click on may stay if they begin with http, https or mailto."
        )
    )


def _flaw(sentence: str) -> Incomplete:
    return Incomplete("letterhead", sentence)


def _active() -> Incomplete:
    return _flaw(N_("This file has macros, embedded objects or fields that act. Save a copy without them."))


def not_word() -> Incomplete:
    return _flaw(N_("This is not a Word file. Send the letterhead as a .docx, as Word saves it."))
