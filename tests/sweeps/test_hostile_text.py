"""Whatever people write, wherever it is shown, nothing of it acts: no page, fragment, letter or error."""

import io
import zipfile
from collections.abc import Iterator
from itertools import product

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app.consultations.terms import ReportStyle
from app.core.acts import RULES, Act
from app.core.roles import Role
from app.mail.composition import compose
from app.web import clock
from tests import cast
from tests.sweeps import hostile
from tests.sweeps.addresses import act_of, addresses, rules
from tests.sweeps.conftest import set_phase
from tests.sweeps.files import wrong_in_markdown, wrong_in_text, wrong_in_word
from tests.sweeps.filling import WRITERS, Sent, fill_every_form, phase_for

READERS = (Role.SECRETARIAT, Role.PARTICIPANT)
_QUERY = "q sort after at next layout kind on text form about under depth lang key answers"
QUERY = dict.fromkeys(_QUERY.split(), hostile.BREAKOUT)

WRONG = {"docx": wrong_in_word, "md": wrong_in_markdown, "txt": wrong_in_text}

pytestmark = pytest.mark.sqlite_only


@pytest.mark.parametrize("vector", hostile.MARKUP)
def test_the_detector_sees_what_is_not_escaped(vector: str) -> None:
    assert hostile.dangers(f"<p>{vector}</p><p title='x'>x</p>"), "the sweeps below would not notice this"


@pytest.mark.parametrize("vector", hostile.ATTRIBUTES)
def test_the_detector_sees_what_breaks_out_of_an_attribute(vector: str) -> None:
    raw = [f"<p title={mark}{vector}{mark}>x</p>" for mark in ('"', "'", "")]
    assert any(map(hostile.dangers, raw))


def test_the_detectors_of_files_see_what_acts() -> None:
    assert [*wrong_in_markdown("[x](https://evil.example)")]
    assert [*wrong_in_markdown("<b onclick=hit()>x</b>")]
    assert [*wrong_in_text("\x1b")]
    with io.BytesIO() as packed:
        with zipfile.ZipFile(packed, "w") as package:
            package.writestr("word/document.xml", "<d><hyperlink/></d>")
        assert [*wrong_in_word(packed.getvalue())]


def test_nothing_that_people_write_acts(app: Flask, slug: str) -> None:
    sent = list(fill_every_form(app, slug, hostile.words()))
    refused = {each.form.name for each in sent} - {each.form.name for each in sent if each.accepted}
    assert not refused, "these forms took nothing, so that nothing was shown"
    assert len({each.form.name for each in sent}) > 20
    found = [*in_answers(sent), *in_pages(app, slug), *in_letters(app), *in_files(app, slug)]
    assert not found, "\n".join(found)


def in_answers(sent: list[Sent]) -> Iterator[str]:
    """What is wrong with the pages that say what a form lacks."""
    for each in sent:
        yield from _told(f"POST {each.form.action}", each.response.text)


def in_pages(app: Flask, slug: str) -> Iterator[str]:
    """What is wrong with any page, as its readers see it, whole and as a fragment asked for in evil ways."""
    visitors, shown = {role: cast.visitor(app, role) for role in WRITERS}, 0
    for rule in rules(app):
        if "GET" not in rule.methods:
            continue
        act = act_of(app, rule.endpoint)
        set_phase(app, slug, phase_for(act))
        readers = (
            READERS if act in (None, Act.READ) else [role for role in WRITERS if role in RULES[act].roles]
        )
        for role, path in product(readers, addresses(app, rule, slug)):
            for ask in ({}, {"headers": {"HX-Request": "true"}, "query_string": QUERY}):
                response = visitors[role].get(path, **ask)
                assert response.status_code < 500
                if response.mimetype == "text/html":
                    shown += "hit()" in response.text
                    yield from _told(f"{path} ({role}, {[*ask]})", _page_of(response))
    assert shown > 50, "the hostile words are not on the pages"


def in_letters(app: Flask) -> Iterator[str]:
    """What is wrong with a letter's HTML, or with its headers."""
    with app.app_context():
        for letter in cast.letters(app):
            message = compose(letter, clock.now())
            assert "\n" not in message["Subject"]
            assert "Bcc" not in message
            html = message.get_body(("html",)).get_content()
            yield from (f"{letter.occasion}: {danger}" for danger in hostile.dangers(html))


def in_files(app: Flask, slug: str) -> Iterator[str]:
    """What is wrong with the files of the report, in each of its styles."""
    rapporteur = cast.visitor(app, Role.RAPPORTEUR)
    for style in ReportStyle:
        for kind, wrong in WRONG.items():
            answer = rapporteur.get(f"/consultations/{slug}/draft.{kind}?layout={style}")
            content = answer.get_data() if kind == "docx" else answer.text
            assert kind == "docx" or "hit" in content, "the hostile words are not in the report"
            yield from (f"{style}.{kind}: {each}" for each in wrong(content))


@pytest.mark.parametrize("vector", [vector for vector in hostile.MARKUP if "\x00" not in vector])
def test_an_address_that_is_not_there_is_not_taken_for_markup(app: Flask, slug: str, vector: str) -> None:
    somebody = cast.visitor(app)
    for path in (f"/{vector}", f"/consultations/{vector}", f"/consultations/{slug}/texts/{vector}"):
        for headers in ({}, {"HX-Request": "true"}):
            page = somebody.get(path, headers=headers)
            assert page.status_code in {308, 404}
            assert hostile.dangers(page.text) == []


def _page_of(response: TestResponse) -> str:
    """A page; one that is handed out as a file brings its own style along."""
    is_file = response.headers.get("Content-Disposition", "").startswith("attachment")
    return response.text.replace("<style>", "", 1) if is_file else response.text


def _told(where: str, page: str) -> Iterator[str]:
    yield from (f"{where}: {danger}" for danger in hostile.dangers(page))
