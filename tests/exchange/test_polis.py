"""A conversation as Polis exports it is analysed from its folder, or refused at the line that is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import main
from app.exchange import tables
from app.exchange.polis import read_conversation

COMMENTS = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"
VOTES = "timestamp,datetime,comment-id,voter-id,vote"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twenty participants in two camps, on eight statements of which the last was moderated out."""
    comments = [
        f'{100 + n},,{n},0,0,0,{-1 if n == 7 else 1},"Statement {n}, with a\nsecond line"' for n in range(8)
    ]
    votes = [
        f"{1000 + who},,{what},{who},{1 if (who < 12) == (what % 2 == 0) else -1}"
        for who in range(20)
        for what in range(8)
    ]
    write(tmp_path, "comments.csv", COMMENTS, *comments)
    write(tmp_path, "votes.csv", VOTES, *votes)
    return tmp_path


def write(folder: Path, name: str, *lines: str) -> None:
    (folder / name).write_text("\r\n".join(lines) + "\r\n", encoding="utf-8")


def analyse(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["votes", "analyse", str(folder), *words])


def test_an_analysis_is_printed_with_groups_figures_and_suggestions(folder: Path) -> None:
    found = json.loads(analyse(folder, "--json").output)
    assert (found["participants"], found["votes"], len(found["positions"])) == (20, 140, 7)
    assert found["groups"]["verdict"] == "found"
    assert found["groups"]["sizes"] == {"A": 12, "B": 8}
    assert {found["groups"]["of"][str(who)] for who in range(12)} == {"A"}
    first = found["positions"][0]
    assert first["all"]["support"] == 0.6
    assert first["groups"]["B"]["against"] == 8
    assert first["across"]["divided"] is True
    assert first["suggestion"]["status"] == "divided"
    assert "12 of 20" in first["suggestion"]["reasons"][0]


def test_people_get_a_short_text(folder: Path) -> None:
    told = analyse(folder).output.splitlines()
    assert told[0] == "20 participants, 7 positions, 140 votes."
    assert "  A: 12 participants" in told
    assert any("Statement 0" in line for line in told)


def test_who_may_vote_narrows_the_interval(folder: Path) -> None:
    everybody = json.loads(analyse(folder, "--json", "--entitled", "20").output)["positions"][0]["all"]
    assert (everybody["low"], everybody["high"], everybody["turnout"]) == (0.6, 0.6, 1.0)


def test_the_last_vote_of_a_participant_counts_in_whatever_order_they_stand(folder: Path) -> None:
    write(folder, "votes.csv", VOTES, "30,,0,1,0", "10,,0,1,1", "20,,0,1,-1")
    (ballot,) = read_conversation(folder).ballots
    assert (ballot.value, ballot.cast_at) == (0, 30)


def test_the_table_says_the_same_as_the_votes(folder: Path) -> None:
    apart = analyse(folder, "--json").output
    (folder / "votes.csv").unlink()
    rows = [
        ",".join([str(who), "", *(str(1 if (who < 12) == (what % 2 == 0) else -1) for what in range(8))])
        for who in range(20)
    ]
    write(folder, "participants-votes.csv", ",".join(["participant", "group-id", *map(str, range(8))]), *rows)
    assert analyse(folder, "--json").output == apart


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("comments.csv", None, "comments.csv: this file is not in the folder"),
        ("comments.csv", "", "comments.csv, line 1: there is no column “timestamp”"),
        ("votes.csv", "timestamp,comment-id,vote\n", "votes.csv, line 1: there is no column “voter-id”"),
        ("votes.csv", f"{VOTES},vote\n", "votes.csv, line 1: the column “vote” is there twice"),
        (
            "votes.csv",
            f"{VOTES}\n1,,0,1,1\n1,,0,2,2\n",
            "votes.csv, line 3: “2” under vote is none of 1, 0, -1",
        ),
        (
            "votes.csv",
            f"{VOTES}\n1,,99,1,1\n",
            "votes.csv, line 2: a vote on statement 99, which comments.csv does not have",
        ),
        (
            "votes.csv",
            f"{VOTES}\n1,,x,1,1\n",
            "votes.csv, line 2: “x” under comment-id is not a whole number",
        ),
        ("votes.csv", f"{VOTES}\n1,,0,²,1\n", "votes.csv, line 2: “²” under voter-id is not a whole number"),
        ("votes.csv", f"{VOTES}\n1,,0,1\n", "votes.csv, line 2: 4 cells under 5 columns"),
        ("votes.csv", f'{VOTES}\n1,,0,1,"1', "votes.csv, line 2: this is not CSV (unexpected end of data)"),
        ("votes.csv", f"{VOTES}\n1,\xff,0,1,1\n".encode("latin-1"), "votes.csv, line 2: this is not UTF-8"),
        ("votes.csv", VOTES.encode("utf-16"), "votes.csv, line 1: this is not UTF-8"),
        ("votes.csv", None, "participants-votes.csv: this file is not in the folder"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    folder: Path, name: str, text: str | bytes | None, said: str
) -> None:
    (folder / name).unlink()
    if text is not None:
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    answer = analyse(folder)
    assert (answer.exit_code, answer.stdout, answer.stderr) == (1, "", f"Error: {said}\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("participant,0\n1,1\n1,0\n", "line 3: participant 1 is there a second time"),
        ("participant,0,9\n1,1,\n", "line 2: a column for statement 9, which comments.csv does not have"),
        ("participant,0\n1,agree\n", "line 2: “agree” under 0 is none of 1, 0, -1"),
    ],
)
def test_what_is_wrong_in_the_table_is_told_with_its_line(folder: Path, text: str, said: str) -> None:
    (folder / "votes.csv").unlink()
    (folder / "participants-votes.csv").write_text(text)
    assert analyse(folder).stderr == f"Error: participants-votes.csv, {said}\n"


def test_a_statement_that_comes_twice_is_refused(folder: Path) -> None:
    write(folder, "comments.csv", COMMENTS, "1,,0,0,0,0,1,One", "1,,0,0,0,0,1,Two")
    assert analyse(folder).stderr == "Error: comments.csv, line 3: statement 0 is there a second time\n"


def test_a_line_that_never_ends_is_not_read_to_its_end(folder: Path) -> None:
    with (folder / "votes.csv").open("wb") as file:
        file.write(VOTES.encode() + b"\n")
        file.truncate(2 << 30)  # sparse: two gigabytes of nothing
    assert (
        analyse(folder).stderr
        == f"Error: votes.csv, line 2: this line is longer than {tables.LONGEST} bytes\n"
    )


def test_linear_algebra_has_one_thread_in_each_process() -> None:
    order = "import app.cli, os; print(len(os.listdir('/proc/self/task')))"
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    told = subprocess.run([sys.executable, "-c", order], capture_output=True, check=True, env=environment)
    assert told.stdout == b"1\n"
