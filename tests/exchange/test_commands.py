"""A consultation leaves and comes back by the command line; what is wrong is said in one sentence."""

import json
import os
import re
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from app.cli import main
from app.consultations.queries import find_consultation, seats
from app.core.report.document import BlockKind
from app.db import db, write
from app.demo.loading import FILES
from app.drafting.actions import open_desk, reword
from app.drafting.desk import lay_desk
from app.drafting.models import BlockRevision
from app.publication.queries import published
from tests.exchange.whole import whole

PLENARY = Path(sys.executable).with_name("plenary")
MEETING = "cluster-2009-open-consultation"
WRITTEN = "A new format|Des ateliers|My own words."


@pytest.fixture
def run(app: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A command on the database under test, from an instance of its own."""
    monkeypatch.setenv("PLENARY_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.setenv("PLENARY_DATABASE_URL", app.config["SETTINGS"].database)

    def call(*words: str | Path, **more: object) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words], **more)

    return call


def test_a_consultation_goes_out_and_comes_in_and_out_the_same(run, tmp_path: Path) -> None:
    assert run("demo").exit_code == 0
    slugs = run("list", "--slugs").output.split()
    assert slugs == [json.loads(path.read_bytes())["slug"] for path in FILES]
    for slug in slugs:
        first, second = tmp_path / f"{slug}.json", tmp_path / f"{slug}-again.json"
        assert run("export", slug, "-o", first).exit_code == 0
        assert run("import", first).exit_code == 1, "its address is taken"
        assert run("import", first, "--slug", f"{slug}-copy").exit_code == 0
        assert run("export", f"{slug}-copy", "-o", second).exit_code == 0
        assert second.read_text().replace(f"{slug}-copy", slug, 1) == first.read_text()
        assert run("export", slug).output == first.read_text()


def test_a_bad_file_is_refused_in_one_sentence_and_leaves_nothing(run, tmp_path: Path) -> None:
    tree = whole()
    tree["proposals"][0]["title"] = 7
    (tmp_path / "bad.json").write_text(json.dumps(tree))
    refused = run("import", tmp_path / "bad.json")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == "Error: $.proposals[0].title: Expected `str`, got `int`\n"
    assert run("list").output == ""


def test_a_file_comes_from_standard_input_too(run) -> None:
    assert run("import", "-", input=json.dumps(whole())).exit_code == 0
    assert run("list", "--slugs").output == "doors\n"


def test_the_schema_is_printed(run) -> None:
    assert "ConsultationFile" in json.loads(run("import", "--schema").output)["$defs"]


@pytest.mark.parametrize("words", [("export", "x"), ("report", "x"), ("import", "no-such-file"), ("import",)])
def test_what_is_not_there_is_named(run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code in {1, 2}
    assert isinstance(result.exception, SystemExit)
    assert "Error: " in result.stderr


def test_the_demonstration_wants_an_empty_database(run) -> None:
    assert run("import", "-", input=json.dumps(whole())).exit_code == 0
    assert run("demo", "--if-empty").exit_code == 0
    assert run("demo").exit_code == 1
    assert run("list", "--slugs").output == "doors\n"


def test_the_demonstration_is_not_for_production(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLENARY_PRODUCTION", "true")
    assert run("demo", "--if-empty").exit_code == 1
    assert run("list").output == ""


def test_a_report_is_written_in_every_style_and_format(run, tmp_path: Path) -> None:
    run("demo")
    for style in ("numbered", "bulleted"):
        for form, beginning in (
            ("html", b"<!doctype html>"),
            ("text", b""),
            ("markdown", b""),
            ("docx", b"PK"),
        ):
            path = tmp_path / f"{style}.{form}"
            assert run("report", MEETING, "--style", style, "--format", form, "-o", path).exit_code == 0
            assert path.read_bytes().startswith(beginning)
            assert form == "docx" or "written reports" in path.read_text()
    published = run("report", MEETING).output
    assert "SHA-256" in published
    assert published == (tmp_path / "numbered.text").read_text(), "as it was published"


def test_what_is_asked_of_a_report_is_done(run) -> None:
    run("demo")
    published = run("report", MEETING).output
    assert run("report", MEETING, "--annex", "method", "--annex", "minority").output == published, "as it was"
    lettered = run("report", MEETING, "--numbering", "letter").output
    assert "\n\n(a) " in lettered
    assert "\n\n(a) " not in published
    french = run("report", MEETING, "--language", "fr", "--annex", "documents").output
    assert "Liste des documents" in french
    assert "Note méthodologique" not in french
    noted = run("report", MEETING, "--sources").output
    assert "[1] " in noted
    assert "[1] " not in published


def test_a_version_told_otherwise_keeps_what_the_rapporteur_made_of_it(run, app: Flask) -> None:
    """As it was when that was published; of words in another language or without a place one is told."""
    run("demo")
    with app.app_context(), write():
        consultation = find_consultation(MEETING)
        version, draft = published(consultation)[-1], open_desk(consultation)
        for block, text, language, days in (
            ("p3-1", "A new format it must be.", "en", 0),
            ("p6-1", "Des ateliers, a-t-on dit.", "fr", 0),
            ("p1-1_gone", "Nowhere.", "en", 0),
            ("own-1", "My own words.", "en", 0),
            ("p7-1", "Thought of later.", "en", 1),
        ):
            then = version.published_at + timedelta(days=days)
            facts = {"block": block, "text": text, "language": language, "number": 1, "sources": []}
            db.session.add(BlockRevision(draft_id=draft.id, revised_at=then, **facts))
    told = run("report", MEETING, "--numbering", "letter")
    assert {"A new format", "Des ateliers", "My own words."} <= set(re.findall(WRITTEN, told.stdout))
    assert "Thought of later." not in told.stdout
    assert told.stderr == "p1-1_gone: reworded in en; left out, since it is not told in this manner.\n"
    french = run("report", MEETING, "--language", "fr")
    assert {"Des ateliers", "My own words."} == set(re.findall(WRITTEN, french.stdout))
    assert french.stderr.splitlines()[0] == "Paragraph 7: reworded in en; told as composed."


def test_an_unpublished_report_is_that_of_the_desk(run, app: Flask, now: datetime) -> None:
    run("demo")
    slug = run("list", "--slugs").output.split()[-1]
    with app.app_context(), write():
        consultation = find_consultation(slug)
        seat = seats(consultation)[0]
        draft = open_desk(consultation)
        draft.annexes = ["participants"]
        block = lay_desk(consultation, now).report.body[1]
        block = block.blocks[0] if block.kind is BlockKind.LIST else block
        reword(draft, block.id, "The rapporteur put it so.", block.text, seat, now)
    told = run("report", slug).output
    assert "The rapporteur put it so." in told
    assert "Participants" in told
    assert "Note on method" not in told
    assert "Participants" not in run("report", slug, "--annex", "method").output


def test_a_reader_who_has_seen_enough_is_no_trouble(run) -> None:
    run("demo")
    order = f"set -o pipefail; {PLENARY} export {MEETING} | head -c 10"
    result = subprocess.run(["bash", "-c", order], capture_output=True, text=True, check=False)
    assert result.stdout == '{\n  "forma'
    assert "Traceback" not in result.stderr


def test_a_folder_is_no_output_and_a_pipe_stays_one(run, tmp_path: Path) -> None:
    run("demo")
    refused = run("export", MEETING, "-o", tmp_path)
    assert (refused.exit_code, "is a folder" in refused.stderr) == (2, True)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert run("report", MEETING, "-o", pipe).exit_code == 0
    assert pipe.is_fifo()
    assert os.read(reader, 4).strip()
    os.close(reader)


def test_an_instance_that_cannot_be_made_is_told(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLENARY_INSTANCE", "/dev/null/instance")
    result = run("list")
    assert (result.exit_code, result.stderr) == (1, "Error: /dev/null/instance: Not a directory.\n")


def test_a_database_that_is_not_there_is_told(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLENARY_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nowhere")
    result = run("list")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: The database refuses: connection failed")
