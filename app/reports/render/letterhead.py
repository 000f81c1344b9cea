"""An institution's own Word file as a letterhead: nothing in it may act, hide, or lead elsewhere."""

import io
import re
import zipfile

from lxml import etree

from app.core.words import N_, Incomplete

MOST_PARTS = 500
MOST_BYTES = 30_000_000  # unpacked
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ENCRYPTED = b"\xd0\xcf\x11\xe0"  # how an encrypted file begins, or one of Word before 2007
ACTIVE = re.compile("macroEnabled|vba|activeX|oleObject|control+xml", re.IGNORECASE)
ACTIVE_PARTS = re.compile(r"vbaProject|vbaData|activeX|embeddings/|\.bin$", re.IGNORECASE)
# Fields that fetch, run or lead; of QUOTE any other can be made.
ACTIVE_FIELDS = re.compile(
    "DDE|INCLUDE|LINK|IMPORT|DATABASE|MACRO|GOTO|QUOTE|MERGE|AUTOTEXT|FILLIN|ASK", re.IGNORECASE
)
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
            for part in package.infolist():
                _judge_part(part.filename, package.read(part))
            types = package.read("[Content_Types].xml").decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError, OSError, EOFError,
            etree.XMLSyntaxError) as broken:  # fmt: skip
        raise not_word() from broken
    if ACTIVE.search(types):
        raise _active()
    if DOCUMENT not in types:
        raise not_word()


def _judge_size(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise _flaw(N_("Unpacked, this file is too large. Leave only the letterhead in it."))
    if len({part.filename.lower() for part in parts}) < len(parts):
        raise not_word()


def _judge_part(name: str, content: bytes) -> None:
    if ACTIVE_PARTS.search(name):
        raise _active()
    if not name.lower().endswith((".xml", ".rels")):
        return
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.doctype:
        raise not_word()
    if any(each.get("TargetMode", "").lower() == "external" for each in root.iter("{*}Relationship")):
        raise _flaw(
            N_("This file takes in or leads to something outside it. Remove its links and linked pictures.")
        )
    fields = "".join(each.text or "" for each in root.iter(f"{_W}instrText"))
    simple = "".join(each.get(f"{_W}instr", "") for each in root.iter(f"{_W}fldSimple"))
    if ACTIVE_FIELDS.search(re.sub(r"\s", "", fields + simple)):
        raise _active()


def _flaw(sentence: str) -> Incomplete:
    return Incomplete("letterhead", sentence)


def _active() -> Incomplete:
    return _flaw(N_("This file has macros, embedded objects or fields that act. Save a copy without them."))


def not_word() -> Incomplete:
    return _flaw(N_("This is not a Word file. Send the letterhead as a .docx, as Word saves it."))
