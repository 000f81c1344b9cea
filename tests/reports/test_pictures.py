"""Pictures come along into every file that can show them, with words for those who cannot see them."""

import io
import zipfile

import pypdf
import pytest

from app.reports.formats import FORMATS
from app.reports.render.photograph import TALLEST, WIDEST, size_of
from tests.core.report.test_votes_say import annex, told
from tests.reports.reading import parts_of

PNG = b"\x89PNG"


def test_word_has_each_picture_with_its_words() -> None:
    parts = parts_of(FORMATS["docx"].render(told()))
    pictures = [content for name, content in parts.items() if name.startswith("word/media/")]
    assert [content[:4] for content in pictures] == [PNG] * 3
    document = parts["word/document.xml"].decode()
    assert document.count("<w:drawing>") == 3
    assert document.count('descr="') == 3
    assert 'descr="On this map voters who vote alike' in document


def test_opendocument_has_each_picture_with_its_words() -> None:
    parts = parts_of(FORMATS["odt"].render(told()))
    assert sum(name.startswith("Pictures/") for name in parts) == 3
    manifest = parts["META-INF/manifest.xml"].decode()
    content = parts["content.xml"].decode()
    assert manifest.count("Pictures/") == 3
    assert content.count("<svg:desc>") == 3


def test_a_pdf_says_what_its_pictures_show() -> None:
    reader = pypdf.PdfReader(io.BytesIO(FORMATS["pdf"].render(told())))
    said = [
        each["/Alt"]
        for number in range(len(reader.xref[0]) + 500)
        if isinstance(each := reader.get_object(number), dict) and "/Alt" in each
    ]
    assert sum(text.startswith(("On this map", "Each row", "The line")) for text in said) >= 3


def test_a_page_shows_the_pictures_and_runs_nothing(app) -> None:
    with app.test_request_context():
        page = FORMATS["html"].render(told())
    assert page.count("<svg xmlns") == 3
    assert "<script" not in page


def test_plain_text_has_the_tables_alone(app) -> None:
    for key in ("text", "markdown"):
        text = FORMATS[key].render(told())
        assert "On this map" not in text
        assert "P1.1" in text
        assert "svg" not in text


@pytest.mark.parametrize("key", ["docx", "odt", "pdf"])
def test_the_same_pictures_give_the_same_bytes(key: str) -> None:
    assert FORMATS[key].render(told()) == FORMATS[key].render(told())


def test_no_picture_leaves_the_page() -> None:
    for height in (100, 400, 5_000):
        wide, high = size_of(f'<svg width="400" height="{height}"')
        assert wide <= WIDEST
        assert high <= TALLEST


def test_every_part_of_a_word_file_with_pictures_is_announced() -> None:
    content = FORMATS["docx"].render(told())
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert 'Extension="png"' in package.read("[Content_Types].xml").decode()
    assert len(annex(told())) > 3
