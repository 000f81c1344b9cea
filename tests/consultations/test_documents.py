"""Documents: judged by what they contain, kept under their digest, handed out for saving alone."""

import io
import zipfile

import pytest

from app.consultations import files
from app.consultations.files import ODT, PDF, WORD, type_of
from app.consultations.models import Document
from app.consultations.queries import find_consultation
from app.consultations.terms import Readers
from app.core.phases import Phase
from app.core.roles import Role
from app.db import db, write
from app.ledger.models import Event
from tests import cast

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16
SCRIPT = b"<script>alert(1)</script>"


def packed(**members: bytes) -> bytes:
    """A ZIP file with members, stored as they are."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/"), content)
    return file.getvalue()


DOCX = packed(**{"[Content_Types].xml": b"<Types/>", "word__document.xml": b"<w:document/>"})

TAKEN = {
    "paper.pdf": b"%PDF-1.7\n/JS (app.alert(1))",
    "paper.docx": DOCX,
    "paper.odt": packed(mimetype=ODT.encode(), **{"content.xml": b"<x/>"}),
    "notes.txt": "Résumé of the meeting\n".encode(),
    "plan.png": PNG,
    "plan.JPG": b"\xff\xd8\xff\xe0 <script>",
    "plan.gif": b"GIF89a/*<script>*/",
    "plan.webp": b"RIFF\x10\0\0\0WEBPVP8 ",
}
REFUSED = {
    "plan.svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "page.html": SCRIPT,
    "data.xml": b"<!DOCTYPE lolz><lolz/>",
    "image.jpg": SCRIPT,
    "paper.pdf": SCRIPT,
    "paper.docx": packed(
        **{"[Content_Types].xml": b"", "word__document.xml": b"", "word__vbaProject.bin": b"x"}
    ),
    "letter.docx": b"PK\x03\x04 torn",
    "sheet.docx": packed(**{"xl__workbook.xml": b""}),
    "paper.odt": packed(other=b"x"),
    "archive.zip": packed(a=b"b"),
    "notes.txt": b"\0\1\2 binary",
    "latin.txt": "Résumé".encode("latin-1"),
    "empty.txt": b"",
    "no-extension": b"text",
}


@pytest.fixture
def slug(app, now) -> str:
    with app.app_context(), write():
        return cast.consultation(now).slug


@pytest.fixture
def secretary(app, slug):
    return cast.visitor(app, "secretary")


def send(visitor, slug, filename, content, **more):
    data = {"title": "A paper", "agenda_item": "", "file": (io.BytesIO(content), filename)} | more
    return visitor.post(f"/consultations/{slug}/documents", data, content_type="multipart/form-data")


@pytest.mark.parametrize("filename", TAKEN)
def test_a_document_comes_back_as_it_was_sent_and_only_for_saving(secretary, slug, filename):
    assert send(secretary, slug, filename, TAKEN[filename]).status_code == 303
    answer = secretary.get(f"/consultations/{slug}/documents/1/file")
    assert answer.data == TAKEN[filename]
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.mimetype == files.TYPES["." + filename.rsplit(".", 1)[1].lower()]


@pytest.mark.parametrize("filename", REFUSED)
def test_what_is_not_what_its_name_says_is_refused_with_a_sentence(app, secretary, slug, filename):
    answer = send(secretary, slug, filename, REFUSED[filename], title="My title")
    assert answer.status_code == 422
    assert 'id="file-error"' in answer.text
    assert "My title" in answer.text
    with app.app_context():
        assert db.session.query(Document).count() == 0


def test_a_package_of_many_parts_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(files, "PARTS_LIMIT", 1)
    assert type_of(DOCX) == ""
    monkeypatch.undo()
    assert (type_of(DOCX), type_of(b"%PDF-")) == (WORD, PDF)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\papers\\plan.txt", "plan.txt"),
        ('x"; filename=x.html;.txt', 'x"; filename=x.html;.txt'),
        ("<svg onload=alert(1)>.txt", "<svg onload=alert(1)>.txt"),
        ("\u202etxt.exe.txt", "txt.exe.txt"),
        ("line\r\nSet-Cookie: a=b.txt", "line Set-Cookie: a=b.txt"),
        ("x" * 300 + ".txt", "x" * 180 + ".txt"),
        ("تقرير.TXT", "تقرير.txt"),
    ],
)
def test_a_hostile_name_harms_nobody(sent, kept):
    assert files.judge(sent, b"text").filename == kept


def test_a_name_is_written_into_the_header_by_the_book(secretary, slug):
    send(secretary, slug, "rapport “été” <b>.txt", b"text")
    page = secretary.get(f"/consultations/{slug}/documents").text
    assert "<b>" not in page
    header = secretary.get(f"/consultations/{slug}/documents/1/file").headers["Content-Disposition"]
    assert "filename*=UTF-8''rapport%20%E2%80%9C%C3%A9t%C3%A9" in header
    assert "\n" not in header


def test_a_file_lies_under_its_digest_and_once(app, secretary, slug):
    for _ in range(2):
        send(secretary, slug, "notes.txt", b"the same words")
    with app.app_context():
        digests = {document.digest for document in db.session.query(Document)}
    assert len(digests) == 1
    assert (app.config["SETTINGS"].uploads / digests.pop()).read_bytes() == b"the same words"


def test_a_link_leads_to_the_web_and_nowhere_else(secretary, slug):
    address = f"/consultations/{slug}/documents"
    sent = {"title": "A page", "agenda_item": "1"}
    for url in ("javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://example.org/x"):
        assert secretary.post(address, sent | {"url": url}).status_code == 422, url
    assert secretary.post(address, sent | {"url": "https://example.org/x"}).status_code == 303
    page = secretary.get(address).text
    assert 'href="https://example.org/x"' in page
    assert "Agenda item 1" in page
    assert secretary.get(f"{address}/1/file").status_code == 404


def test_one_gives_a_link_or_a_file_not_both_and_not_neither(secretary, slug):
    address = f"/consultations/{slug}/documents"
    assert secretary.post(address, {"title": "A page", "agenda_item": ""}).status_code == 422
    both = send(secretary, slug, "notes.txt", b"text", url="https://example.org/")
    assert both.status_code == 422


def test_a_removed_document_is_neither_listed_nor_handed_out(secretary, slug):
    send(secretary, slug, "notes.txt", b"text")
    assert secretary.post(f"/consultations/{slug}/documents/1/removal").status_code == 303
    assert "notes.txt" not in secretary.get(f"/consultations/{slug}/documents").text
    assert secretary.get(f"/consultations/{slug}/documents/1/file").status_code == 404
    assert secretary.get(f"/consultations/{slug}/documents/1/removal").status_code == 404
    send(secretary, slug, "notes.txt", b"text")
    assert secretary.get(f"/consultations/{slug}/documents/2/file").status_code == 200


def test_a_document_is_removed_after_a_question_and_can_be_put_back(app, secretary, slug):
    send(secretary, slug, "notes.txt", b"the same words")
    address = f"/consultations/{slug}/documents"
    asked = secretary.get(f"{address}/1/removal").text
    assert "keeps its file" in asked
    assert "notes.txt" in secretary.get(address).text, "to ask is not to do"
    secretary.post(f"{address}/1/removal")
    assert "Put it back" in secretary.get(address).text
    assert "A paper" not in cast.visitor(app).get(address).text
    for _ in range(2):
        assert secretary.post(f"{address}/1/return").status_code == 303
    assert cast.visitor(app).get(f"{address}/1/file").data == b"the same words"
    with app.app_context():
        events = db.session.query(Event).order_by(Event.id)
        acts = [event.act for event in events if event.act.endswith("document")]
    assert acts == ["add document", "remove document", "restore document"]


def test_only_the_secretariat_adds_and_removes(app, now, secretary, slug):
    send(secretary, slug, "notes.txt", b"text")
    with app.app_context(), write():
        cast.seat(find_consultation(slug), "chen", now, Role.CHAIR)
    chair = cast.visitor(app, "chen")
    before = set(app.config["SETTINGS"].uploads.iterdir())
    assert send(chair, slug, "other.txt", b"never kept").status_code == 403
    assert set(app.config["SETTINGS"].uploads.iterdir()) == before
    assert chair.post(f"/consultations/{slug}/documents/1/removal").status_code == 403


def test_files_are_for_those_who_may_read(app, secretary, slug):
    send(secretary, slug, "notes.txt", b"text")
    address = f"/consultations/{slug}/documents/1/file"
    assert cast.visitor(app).get(address).status_code == 200
    with app.app_context(), write():
        find_consultation(slug).readers = Readers.SEATED
    assert cast.visitor(app).get(address).status_code == 404
    with app.app_context(), write():
        find_consultation(slug).phase = Phase.DRAFT
    assert cast.visitor(app).get(address).status_code == 404
    assert secretary.get(address).status_code == 200


def test_a_file_that_is_too_large_is_told_so(app, secretary, slug, monkeypatch):
    monkeypatch.setitem(app.config, "MAX_CONTENT_LENGTH", 10_000)
    answer = send(secretary, slug, "notes.txt", b"x" * 20_000)
    assert answer.status_code == 413
    assert "too large" in answer.text
