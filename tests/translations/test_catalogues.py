"""The catalogues: every sentence in every language, every placeholder kept, compiled as they are written."""

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.web.languages import LANGUAGES, size

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "app" / "translations"
TRANSLATED = sorted(set(LANGUAGES) - {"en"})
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def catalogue(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """All that code and templates say to people, as `scripts/words` gathers it: each with its context."""
    file = tmp_path_factory.mktemp("words") / "messages.pot"
    subprocess.run([ROOT / "scripts" / "words", "gather", file], check=True)
    with file.open("rb") as gathered:
        return {key(message) for message in read_po(gathered) if message.id}


def key(message: Message) -> tuple[str, str]:
    return forms(message.id)[0], message.context or ""


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated(said, language):
    whole = {key(each) for each in messages(language) if all(forms(each.string)) and not each.fuzzy}
    assert not said - whole, f"call scripts/words, then translate into {language}: {sorted(said - whole)}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_catalogue_keeps_what_nobody_says(said, language):
    kept = {key(each) for each in messages(language)} - said
    assert not kept, f"call scripts/words: {language} keeps {sorted(kept)}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_compiled_is_what_is_written(language):
    written = BytesIO()
    write_mo(written, catalogue(language))
    compiled = (FOLDER / language / "LC_MESSAGES" / "messages.mo").read_bytes()
    assert written.getvalue() == compiled, "call scripts/setup"


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


@pytest.mark.sqlite_only
@pytest.mark.parametrize(("language", "sizes"), [("en", ["0.7 kB", "1.4 MB"]), ("fr", ["0,7 ko", "1,4 Mo"])])
def test_the_size_of_a_file_is_said_in_the_readers_units(app, language, sizes):
    with app.test_request_context(headers={"Accept-Language": language}):
        assert [size(count).replace("\u202f", " ") for count in (712, 1_400_000)] == sizes


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_line_ends_between_a_figure_and_its_per_cent_sign(language: str) -> None:
    for message in messages(language):
        for text in (*forms(message.id), *forms(message.string)):
            assert not re.search(r"\)d %", text), text
