"""The demonstration is what it says it is: three files, two of them from facts, the third open and lively."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app.accounts.queries import DEMONSTRATION_PEOPLE, demonstration_cast
from app.consultations.queries import find_consultation
from app.core.phases import Phase
from app.core.report.document import Report
from app.core.report.seal import unseal
from app.db import write
from app.demo.loading import FILES, load_demonstration
from app.exchange.exporting import export_consultation, to_bytes
from app.exchange.reading import read_file
from app.publication.queries import published
from tests.demo.facts import FACTS, INFORMAL, OPEN

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference"
TREES = {tree["slug"]: tree for tree in (json.loads(path.read_bytes()) for path in FILES)}
ONLINE = "cluster-2009-name-and-organization"
BORROWED = 9  # words in a row that would be somebody else's


@pytest.fixture
def loaded(app: Flask, now: datetime, tmp_path: Path) -> Iterator[Path]:
    with app.app_context():
        with write():
            load_demonstration(tmp_path, now)
        yield tmp_path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_its_files_are_spelt_as_an_export_spells(path: Path) -> None:
    data = path.read_bytes()
    assert to_bytes(read_file(data)) == data


def test_the_meetings_are_reported_and_the_online_consultation_is_open(loaded: Path, now: datetime) -> None:
    assert {slug: find_consultation(slug).phase for slug in TREES} == {
        INFORMAL: Phase.REPORTED,
        OPEN: Phase.REPORTED,
        ONLINE: Phase.OPEN,
    }
    assert [len(published(find_consultation(slug))) for slug in TREES] == [1, 1, 0]
    assert find_consultation(ONLINE).follows.slug == OPEN
    assert export_consultation(find_consultation(ONLINE), loaded) == FILES[2].read_bytes()


def test_it_stays_open_for_years() -> None:
    assert find_closing(ONLINE) > datetime(2030, 1, 1, tzinfo=UTC)


def find_closing(slug: str) -> datetime:
    return datetime.fromisoformat(TREES[slug]["closes_at"])


@pytest.mark.usefixtures("loaded")
def test_its_four_roles_can_be_taken_and_only_the_secretariat_may_open() -> None:
    cast = demonstration_cast()
    assert [person.key for person in cast] == list(DEMONSTRATION_PEOPLE)
    assert [person.may_open for person in cast] == [False, False, False, True]


def test_loading_it_twice_is_refused(loaded: Path, now: datetime) -> None:
    with pytest.raises(Exception, match="already"), write():
        load_demonstration(loaded, now)


def test_the_online_consultation_is_lively() -> None:
    tree = TREES[ONLINE]
    positions = [position for proposal in tree["proposals"] for position in proposal["positions"]]
    votes = [vote for position in positions for vote in position.get("votes", [])]
    comments = [comment for proposal in tree["proposals"] for comment in proposal.get("comments", [])]
    participants = {seat["number"] for seat in tree["seats"] if seat["role"] == "participant"}
    assert (len(tree["groups"]), len(tree["delegations"]), len(participants)) == (5, 30, 80)
    assert {vote["seat"] for vote in votes} == participants
    assert 300 < len(votes) < 900
    assert sum("reason" in vote for vote in votes) > 50
    assert sum("reservation" in vote for vote in votes) > 10
    assert len(comments) > 90
    determined = [position for position in positions if "determinations" in position]
    assert 3 <= len(determined) < len(positions) / 2
    assert Counter(seat["role"] for seat in tree["seats"])["chair"] == 2


def test_two_objections_are_open_one_on_behalf_of_a_group() -> None:
    tree = TREES[ONLINE]
    still = [
        objection
        for proposal in tree["proposals"]
        for position in proposal["positions"]
        for objection in position.get("objections", [])
        if objection.get("state", "open") == "open"
    ]
    seats = {seat["number"]: seat for seat in tree["seats"]}
    bodies = {body["number"]: body for body in tree["delegations"]}
    speaks = [bodies[seats[each["seat"]]["delegation"]].get("speaks_for_group", False) for each in still]
    assert sorted(speaks) == [False, True]


@pytest.mark.parametrize(("slug", "ref", "pattern"), FACTS, ids=lambda value: str(value)[:24])
def test_a_fact_of_the_reports_is_in_the_file(slug: str, ref: str, pattern: str) -> None:
    assert re.search(pattern, told(TREES[slug], ref), re.DOTALL), told(TREES[slug], ref)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("slug", [INFORMAL, OPEN])
def test_every_fact_in_the_file_is_in_the_published_report(slug: str) -> None:
    report = unseal(published(find_consultation(slug))[-1].document, Report)
    text = plain(" ".join(block.text for block in report.walk()))
    for thing in [*TREES[slug]["outcomes"], *TREES[slug]["officers"][:-1]]:
        assert plain(thing.get("text") or thing["name"]) in text
    for proposal in TREES[slug]["proposals"]:
        for position in proposal["positions"]:
            assert plain(position["text"]) in text
            assert plain(position.get("elaboration", "")) in text


@pytest.mark.parametrize("slug", TREES)
def test_it_borrows_no_sentence(slug: str) -> None:
    if not REFERENCE.is_dir():
        pytest.skip(f"The reference reports are not in {REFERENCE}.")
    theirs = set()
    for path in REFERENCE.glob("*.txt"):
        theirs |= set(stretches(path.read_text(encoding="utf-8")))
    assert len(theirs) > 1000
    for text in strings(TREES[slug]):
        assert not theirs.intersection(stretches(text)), text


def told(tree: dict[str, Any], ref: str) -> str:
    """All that the file says of a thing, with who put it, in the order of the schema."""
    letter, number = ref[0], ref[1:]
    if letter == "C":
        return f"{tree['title']} {tree['held_on']}"
    if letter == "P":
        return told_of_proposal(tree, *number.split("."))
    rows = {"I": "agenda", "D": "documents", "O": "outcomes", "F": "officers"}[letter]
    thing = next(each for each in tree[rows] if each["number"] == int(number))
    return " ".join(strings(thing))


def told_of_proposal(tree: dict[str, Any], number: str, position: str = "") -> str:
    proposal = next(each for each in tree["proposals"] if each["number"] == int(number))
    thing = proposal
    if position:
        thing = next(each for each in proposal["positions"] if each["number"] == int(position))
    words = [*strings({**thing, "positions": [], "determinations": []})]
    for officer in tree["officers"]:
        words += strings(officer) if officer["number"] == thing.get("officer") else []
    for body in tree.get("delegations", []):
        if body["number"] == thing.get("delegation"):
            words += [body["name"], "speaks" if body.get("speaks_for_group") else ""]
    return " ".join([*words, *(each["status"] for each in thing.get("determinations", []))])


def strings(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    for each in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from strings(each)


def stretches(text: str) -> Iterator[tuple[str, ...]]:
    """Every nine words in a row."""
    words = re.findall(r"\w+", text.casefold())
    return zip(*(words[start:] for start in range(BORROWED)), strict=False)


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
