"""Four real conversations, as Polis published them: the same groups every time, and Polis's own figures."""

import csv
from functools import cache

import numpy as np
import pytest

from app.core.opinion.counts import count_by
from app.core.opinion.figures import across
from app.core.opinion.groups import Verdict, find_groups
from app.exchange.polis import Conversation, read_conversation
from tests.core.opinion.rooms import CONVERSATIONS, FOLDER, alike, renumbered, shuffled

pytestmark = [
    pytest.mark.skipif(not FOLDER.is_dir(), reason=f"The real conversations are not in {FOLDER}."),
    pytest.mark.parametrize("name", CONVERSATIONS),
]


@cache
def read(name: str) -> Conversation:
    return read_conversation(FOLDER / name)


def of_production(name: str) -> np.ndarray:
    """The group that Polis put each participant in, -1 for none."""
    with (FOLDER / name / "participants-votes.csv").open(encoding="utf-8") as file:
        told = {int(row["participant"]): row["group-id"] for row in csv.DictReader(file)}
    return np.array([int(told[participant] or -1) for participant in read(name).participants])


def test_groups_are_much_like_those_of_production(name: str) -> None:
    found, theirs = find_groups(read(name).votes()), of_production(name)
    assert (found.verdict, found.groups) == (Verdict.FOUND, 2)
    assert alike(found.group, theirs) > 0.7


def test_other_numbers_make_the_same_groups(name: str) -> None:
    votes = read(name).votes()
    again, now = renumbered(votes, 5)
    assert (find_groups(votes).group == find_groups(again).group[now]).all()


@pytest.mark.parametrize("seed", range(3))
def test_votes_dealt_out_anew_make_no_groups(name: str, seed: int) -> None:
    found = find_groups(shuffled(read(name).votes(), seed))
    assert found.verdict is Verdict.NOT_DISTINCT
    assert found.told < 0


def test_consensus_across_given_groups_is_polis_s_to_the_last_digit(name: str) -> None:
    votes, theirs = read(name).votes(), of_production(name)
    found = across(count_by(votes, theirs, theirs.max() + 1), least=0)
    who = votes.of_whom(range(votes.voters))
    for position in range(0, votes.width, 7):
        here = votes.positions == position
        product = 1.0
        for group in range(theirs.max() + 1):
            said = votes.values[here & (theirs[who] == group)].tolist()
            product *= (said.count(1) + 1) / (len(said) + 2)
        assert found.consensus[position] == product


def test_counts_are_those_that_polis_published(name: str) -> None:
    with (FOLDER / name / "participants-votes.csv").open(encoding="utf-8") as file:
        rows = [(int(r["n-agree"]), int(r["n-disagree"]), int(r["n-votes"])) for r in csv.DictReader(file)]
    ballots = read(name).ballots
    assert sum(ballot.value == 1 for ballot in ballots) == sum(row[0] for row in rows)
    assert sum(ballot.value == -1 for ballot in ballots) == sum(row[1] for row in rows)
    assert len(ballots) == sum(row[2] for row in rows)
