"""The catalogues: compiled as they are written, every placeholder kept, every language whole."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.web.languages import LANGUAGES

FOLDER = Path(__file__).resolve().parents[2] / "app" / "translations"
TRANSLATED = sorted(set(LANGUAGES) - {"en"})
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def catalogue(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_compiled_is_what_is_written(language):
    written = BytesIO()
    write_mo(written, catalogue(language))
    compiled = (FOLDER / language / "LC_MESSAGES" / "messages.mo").read_bytes()
    assert written.getvalue() == compiled, "run scripts/words"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_of_a_catalogue_is_translated(language):
    lacking = [message.id for message in messages(language) if not all(forms(message.string))]
    assert lacking == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_placeholder_is_kept(language):
    for message in messages(language):
        wanted = set().union(*(PLACEHOLDER.findall(form) for form in forms(message.id)))
        for form in forms(message.string):
            found = set(PLACEHOLDER.findall(form))
            assert found <= wanted, (message.id, form)
            assert isinstance(message.id, tuple) or found == wanted, (message.id, form)


@pytest.mark.sqlite_only
@pytest.mark.parametrize(("language", "word"), [("fr", "Consultations"), ("ar", "المشاورات"), ("zh", "磋商")])
def test_the_pages_speak_the_language_asked_for(client, language, word):
    page = client.get("/", headers={"Accept-Language": language}).text
    assert f'<html lang="{language}"' in page
    assert word in page
