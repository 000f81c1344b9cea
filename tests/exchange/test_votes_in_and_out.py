"""A conversation exported by Polis becomes a consultation, and comes out of it as it went in."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result

from app.accounts.models import Person
from app.analysis.queries import results
from app.cli import main
from app.consultations.models import Consultation, Seat
from app.consultations.queries import find_consultation
from app.core.opinion.groups import Verdict
from app.core.phases import Phase
from app.core.votes import Choice
from app.db import db, write
from app.deliberation.models import Position
from app.exchange.exporting import export_consultation
from app.exchange.importing import import_consultation
from app.exchange.polis import read_conversation
from app.exchange.polis_writing import write_conversation
from app.exchange.reading import read_file
from app.exchange.settling import as_file, of_consultation
from app.ledger.models import Event
from app.voting.actions import cast_vote
from app.voting.models import Cast, Vote
from tests.core.opinion.rooms import CONVERSATIONS, FOLDER
from tests.wanting import skip_for_want_of

COMMENTS = """\
timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1500282615559,Mon Jul 17 16:10:15 WIB 2017,2,0,2,1,1,"Open it, to all"
1500282615559,Mon Jul 17 16:10:15 WIB 2017,0,9,7,0,-1,« Trop tard »
1500282544716,Mon Jul 17 16:09:04 WIB 2017,1,4,1,1,0,"Two
lines"
"""
VOTES = """\
timestamp,datetime,comment-id,voter-id,vote
1500282700001,Mon Jul 17 16:11:40 WIB 2017,0,0,1
1500282700002,Mon Jul 17 16:11:40 WIB 2017,1,0,-1
1500282900000,Mon Jul 17 16:15:00 WIB 2017,1,0,1
1500282700003,Mon Jul 17 16:11:40 WIB 2017,1,4,-1
1500282700004,Mon Jul 17 16:11:40 WIB 2017,2,0,0
1500282700004,Mon Jul 17 16:11:40 WIB 2017,2,0,0
1500282700005,Mon Jul 17 16:11:40 WIB 2017,2,4,1
"""
TABLE = """\
participant,group-id,n-comments,n-votes,n-agree,n-disagree,1,2
4,1,1,2,1,1,-1,1
7,,0,0,0,0,,
0,0,1,2,1,0,1,0
"""
SUMMARY = 'topic,Our town\nurl,https://example.org/t\nconversation-description,"What now?\n\nSay it."\n'
FILES = {
    "comments.csv": COMMENTS,
    "votes.csv": VOTES,
    "participants-votes.csv": TABLE,
    "summary.csv": SUMMARY,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three statements, one of them moderated out; one participant changed a vote, another never voted."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_bytes(text.encode())
    return folder


def take_in(app, folder, now, *, is_open=False):
    with app.app_context(), write():
        file = as_file(read_conversation(folder), "our-town", "Our town", "en", now, is_open=is_open)
        import_consultation(file, app.config["SETTINGS"].uploads, now)


def give_out(app, folder):
    with app.app_context():
        write_conversation(of_consultation(find_consultation("our-town")), folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def as_bytes(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".csv"}


def test_what_was_imported_comes_out_equal(app, folder, tmp_path, now):
    take_in(app, folder, now)
    assert give_out(app, tmp_path / "out") == as_bytes(folder)


def test_without_times_it_comes_out_without_times(app, folder, tmp_path, now):
    (folder / "votes.csv").unlink()
    take_in(app, folder, now)
    assert give_out(app, tmp_path / "out") == as_bytes(folder)


@pytest.mark.parametrize("name", CONVERSATIONS)
@pytest.mark.sqlite_only
def test_real_conversations_come_out_equal(app, tmp_path, now, name):
    if not FOLDER.is_dir():
        skip_for_want_of("the real conversations", f"lay them into {FOLDER}")
    take_in(app, FOLDER / name, now)
    assert give_out(app, tmp_path / "out") == as_bytes(FOLDER / name)


def test_statements_are_positions_and_passing_is_abstaining(app, folder, now):
    take_in(app, folder, now)
    with app.app_context():
        held = db.session.query(Consultation).one()
        assert (held.phase, held.title, held.purpose) == (Phase.CLOSED, "Our town", "What now?\n\nSay it.")
        texts = {text.ref: text for text in db.session.query(Position)}
        assert texts["P1.3"].text == "Open it, to all"
        assert texts["P1.1"].is_hidden
        assert not texts["P1.2"].is_hidden
        votes = {(vote.position.ref, vote.seat.number): vote.choice for vote in db.session.query(Vote)}
        assert votes == {
            ("P1.1", 1): Choice.SUPPORT,
            ("P1.2", 1): Choice.SUPPORT,
            ("P1.2", 5): Choice.DISAGREE,
            ("P1.3", 1): Choice.ABSTAIN,
            ("P1.3", 5): Choice.SUPPORT,
        }
        assert db.session.query(Cast).count() == 7


def test_times_are_kept_to_the_millisecond(app, folder, now):
    take_in(app, folder, now)
    with app.app_context():
        first = db.session.query(Cast).order_by(Cast.cast_at).first()
        assert first.cast_at.isoformat() == "2017-07-17T09:11:40.001000+00:00"


def test_participants_have_seats_and_no_names(app, folder, now):
    take_in(app, folder, now)
    with app.app_context():
        people = db.session.query(Person).order_by(Person.name).all()
        assert [person.name for person in people] == ["Participant 0", "Participant 4", "Participant 7"]
        assert not any(person.organization or person.country for person in people)


def test_a_vote_cast_here_goes_out_with_the_others(app, folder, tmp_path, now):
    take_in(app, folder, now, is_open=True)
    with app.app_context(), write():
        seat = db.session.query(Seat).filter_by(number=8).one()
        for text in db.session.query(Position).filter_by(number=2):
            cast_vote(seat, text, Choice.ACCEPT, now)
    out = give_out(app, tmp_path / "out")
    assert out["votes.csv"].decode().count("\n") == VOTES.count("\n") + 1
    assert b"\n7,,0,1,1,0,1,\n" in out["participants-votes.csv"]
    assert b",1,4,2,1,0," in out["comments.csv"]


def test_an_imported_conversation_is_a_consultation_like_any_other(app, folder, now):
    take_in(app, folder, now)
    with app.app_context():
        uploads = app.config["SETTINGS"].uploads
        exported = export_consultation(find_consultation("our-town"), uploads)
        with write():
            import_consultation(read_file(exported, "again"), uploads, now)
        assert results(find_consultation("again"), now).results.found.groups.verdict is Verdict.TOO_FEW


def test_the_ledger_says_why_a_statement_is_hidden(app, folder, now):
    take_in(app, folder, now)
    with app.app_context():
        (hidden,) = db.session.scalars(sa.select(Event.data).where(Event.act == "hide"))
        assert "Moderated out" in hidden["reason"]


@pytest.fixture
def run(tmp_path, monkeypatch):
    """plenary votes, on an instance of its own."""
    monkeypatch.setenv("PLENARY_INSTANCE", str(tmp_path / "instance"))

    def call(*words: object) -> Result:
        return CliRunner().invoke(main, ["votes", *map(str, words)])

    return call


def test_in_and_out_by_the_command_line(run, folder, tmp_path):
    assert (
        run("import", folder).output
        == "Imported “Our town” as our-town: 3 positions, 3 participants, 7 votes.\n"
    )
    assert run("export", "our-town", "-o", tmp_path / "out").exit_code == 0
    assert as_bytes(tmp_path / "out") == as_bytes(folder)
    told = run("export", "our-town", "-o", tmp_path / "out")
    assert (told.exit_code, told.stderr) == (
        1,
        f"Error: {tmp_path / 'out'}: this folder is not empty; name another\n",
    )


def test_a_consultation_is_analysed_as_its_folder_is(run, folder):
    run("import", folder)
    of_folder = run("analyse", folder, "--json", "--entitled", 3)
    assert of_folder.exit_code == 0
    assert run("analyse", "our-town", "--json").output == of_folder.output


def test_of_a_consultation_that_is_not_there_one_is_told_so(run):
    told = run("analyse", "nowhere")
    assert told.exit_code == 1
    assert "neither a consultation nor a folder “nowhere”" in told.stderr


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("votes.csv", ",2,4,1\n", ",2,4,2\n", "votes.csv, line 8: “2” under vote is none of 1, 0, -1"),
        (
            "votes.csv",
            "2,0,0\n1500282700005",
            "2,0,1\n1500282700005",
            "votes.csv, line 7: participant 0 has another vote on statement 2 at the same time",
        ),
        (
            "votes.csv",
            "1500282700001",
            "99999999999999999",
            "votes.csv, line 2: 99999999999999999 under timestamp is not a time in milliseconds since 1970",
        ),
        ("comments.csv", "Open it", "Open\0it", "comments.csv, line 2: there is a NUL byte in this line"),
        ("comments.csv", "author-id", "author", "comments.csv, line 1: there is no column “author-id”"),
        (
            "comments.csv",
            ",7,0,-1,",
            ",7,0,5,",
            "comments.csv, line 3: “5” under moderated is none of 1, 0, -1",
        ),
        (
            "comments.csv",
            '"Open it, to all"',
            " ",
            "comments.csv, line 2: a statement has up to 400 characters, not none",
        ),
        (
            "comments.csv",
            "Open it",
            "Open it" * 60,
            "comments.csv, line 2: a statement has up to 400 characters, not none",
        ),
        (
            "participants-votes.csv",
            "7,,0,0,0,0,,",
            "4,,0,0,0,0,,",
            "participants-votes.csv, line 3: participant 4 is there a second time",
        ),
        ("summary.csv", "Our", "Our\0", "summary.csv, line 1: there is a NUL byte in this line"),
    ],
)
def test_of_what_is_not_in_order_nothing_is_imported(run, folder, tmp_path, name, before, after, said):
    path = folder / name
    assert before in path.read_text()
    path.write_bytes(path.read_text().replace(before, after).encode())
    told = run("import", folder)
    assert (told.exit_code, told.stdout, told.stderr) == (1, "", f"Error: {said}\n")
    assert "neither a consultation" in run("analyse", "our-town").stderr


def test_whoever_is_to_run_it_needs_an_account(run, folder):
    told = run("import", folder, "--secretariat", "head@example.org")
    assert "There is no account with head@example.org yet" in told.stderr
    assert "neither a consultation" in run("analyse", "our-town").stderr
