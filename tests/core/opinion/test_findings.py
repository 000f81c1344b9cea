"""Findings tell what the votes say in order, and nothing that could tell a vote."""

from datetime import date

import numpy as np

from app.core.opinion.analysis import analyse
from app.core.opinion.counts import count, count_by, shown
from app.core.opinion.course import Day, course
from app.core.opinion.figures import across, figures
from app.core.opinion.findings import Findings
from app.core.opinion.groups import Verdict
from app.core.opinion.sifting import FEW, MOST, Between, Stakeholders, sift
from app.core.opinion.votes import Votes
from app.core.votes import Tally
from tests.core.opinion.rooms import camps, table

JANUARY = [date(2026, 1, number) for number in range(1, 31)]


def refs(votes: Votes) -> list[str]:
    return [f"P1.{number}" for number in range(1, votes.width + 1)]


def tallies(votes: Votes) -> dict[str, Tally]:
    counts = count(votes)
    rows = zip(counts.in_favour, counts.abstain, counts.against, strict=True)
    told = [Tally(support=int(a), abstain=int(p), disagree=int(d)) for a, p, d in rows]
    return dict(zip(refs(votes), told, strict=True))


def findings(votes: Votes, stakeholders: Stakeholders | None = None, **terms: object) -> Findings:
    return sift(analyse(votes, **terms), refs(votes), tallies(votes), stakeholders)


def of_stakeholders(votes: Votes, member_of: np.ndarray, least: int) -> Stakeholders:
    keys = tuple("abc"[: member_of.max() + 1])
    counts = count_by(votes, member_of, len(keys))
    said = Between(keys, figures(counts, show=shown(counts, least)), across(counts, least))
    return Stakeholders(member_of, keys, said, least)


def test_what_divides_names_the_groups_on_both_sides():
    told = findings(camps()[0])
    assert told.verdict is Verdict.FOUND
    assert told.by_opinion
    assert told.divides
    for divide in told.divides:
        assert {*divide.in_favour, *divide.against} == {"A", "B"}


def test_a_position_that_every_group_supports_is_a_bridge():
    votes, _ = camps()
    everybody = np.where(votes.positions == 3, 1, votes.values).astype(np.int8)
    told = findings(Votes(votes.starts, votes.positions, everybody, votes.width))
    assert told.bridges[0].ref == "P1.4"
    assert told.bridges[0].in_favour
    assert "P1.4" not in {divide.ref for divide in told.divides}
    assert told.lines[0].ref == "P1.4"


def test_a_position_that_every_group_is_against_unites_too():
    votes, _ = camps()
    nobody = np.where(votes.positions == 3, -1, votes.values).astype(np.int8)
    told = findings(Votes(votes.starts, votes.positions, nobody, votes.width))
    assert told.bridges[0].ref == "P1.4"
    assert not told.bridges[0].in_favour


def test_every_position_is_in_the_lines_once_and_its_groups_add_up():
    votes, _ = camps()
    told = findings(votes)
    assert sorted(line.ref for line in told.lines) == sorted(refs(votes))
    for line in told.lines:
        assert line.low <= 1000 * line.tally.in_favour / line.tally.voters <= line.high
        assert sum(sides.voters for sides in line.opinion) == line.tally.voters


def test_what_has_no_ref_is_told_nowhere():
    votes, _ = camps()
    names = refs(votes)
    names[0] = ""
    told = sift(analyse(votes), names, tallies(votes))
    assert "" not in {line.ref for line in told.lines}
    assert len(told.lines) == votes.width - 1
    assert all(trait.ref for group in told.groups for trait in group.traits)


def test_a_small_room_has_no_groups_and_no_map():
    told = findings(table(["++-", "+-+", "--+", "+++", "-+-"]))
    assert told.verdict is Verdict.TOO_FEW
    assert (told.groups, told.marks, told.between) == ((), (), ())
    assert all(line.opinion == () for line in told.lines)


def test_secret_votes_have_no_groups_and_no_map():
    told = findings(camps()[0], secret=True)
    assert (told.groups, told.marks) == ((), ())


def test_a_small_stakeholder_group_is_withheld_where_votes_are_secret():
    votes, _ = camps()
    member_of = np.where(np.arange(votes.voters) < 2, 1, 0)
    told = findings(votes, of_stakeholders(votes, member_of, least=3), secret=True)
    voted = [line for line in told.lines if sum(1 for sides in line.declared if sides is None)]
    assert voted
    assert all(line.declared[1] is None or line.declared[1].voters == 0 for line in told.lines)


def test_the_middle_of_a_stakeholder_group_of_two_is_not_drawn():
    votes, _ = camps()
    member_of = np.where(np.arange(votes.voters) < 2, 1, 0)
    told = findings(votes, of_stakeholders(votes, member_of, least=3))
    assert [centre.key for centre in told.centres] == ["a"]


def test_without_opinion_groups_the_stakeholder_groups_are_held_against_each_other():
    room = table(["+++--+", "+++-+-", "++-+--", "---+++", "---++-", "--++++", "---+-+", "+++---"])
    member_of = np.array([0, 0, 0, 1, 1, 1, 1, 0])
    told = findings(room, of_stakeholders(room, member_of, least=1))
    assert told.verdict is Verdict.TOO_FEW
    assert told.between == ("a", "b")
    assert "P1.1" in {divide.ref for divide in told.divides}


def test_what_few_have_voted_on_is_neither_uncertain_nor_left_out():
    room = table(["++ ", "+- ", "-+ ", "++ ", "+- ", "-- ", "+++", "-+-"])
    told = findings(room)
    assert told.unseen == ("P1.3",)
    assert told.few == 4
    assert told.few < FEW
    assert "P1.3" not in told.uncertain


def test_no_list_is_longer_than_a_page_bears():
    told = findings(camps(60, 60)[0])
    assert len(told.divides) <= MOST
    assert len(told.lines) == 60


def test_every_voter_is_in_one_mark():
    votes, _ = camps()
    told = findings(votes)
    assert sum(mark.voters for mark in told.marks) == votes.voters
    for place, group in enumerate(told.groups):
        assert sum(mark.voters for mark in told.marks if mark.group == place) == group.voters


def test_a_crowd_has_no_more_marks_than_can_be_drawn():
    votes, _ = camps(3_000, 10)
    told = findings(votes)
    assert len(told.marks) < 2_000
    assert sum(mark.voters for mark in told.marks) == 3_000


def test_the_course_adds_up_the_changes_of_each_day():
    told = course([Day(JANUARY[2], -1, 1, 0), Day(JANUARY[0], 3, 1, 1)])
    assert told == (Day(JANUARY[0], 3, 1, 1), Day(JANUARY[2], 2, 2, 1))


def test_a_long_course_keeps_its_first_day_and_its_last():
    told = course([Day(day, 1, 0, 0) for day in JANUARY], most=7)
    assert len(told) == 7
    assert (told[0].on, told[-1]) == (JANUARY[0], Day(JANUARY[-1], 30, 0, 0))
