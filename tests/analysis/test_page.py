"""The page of what the votes say: tables first, each picture with its own, nobody given away."""

import re
from datetime import timedelta

from flask import Flask

from app.analysis import queries
from app.analysis.actions import catch_up
from app.analysis.days import read_days
from app.analysis.findings import told
from app.analysis.terms import STEPS
from app.consultations.queries import find_consultation
from app.core.opinion.groups import VERDICTS, Verdict
from app.core.votes import Choice, total
from app.db import write
from app.deliberation.actions import hide
from app.voting.actions import undo_vote
from app.voting.queries import own_votes, tallies
from tests import cast
from tests.analysis.assembly import assemble, say, seat_of, texts_of


def page(app: Flask, slug: str, key: str = "", **asked: object) -> str:
    """What the page tells to somebody seated, or to anybody."""
    answer = cast.visitor(app, key or None).get(f"/consultations/{slug}/votes", query_string=asked)
    assert answer.status_code == 200
    return answer.text


def test_the_page_says_of_how_many_votes_it_tells(app, slug, now):
    with app.app_context():
        number = told(find_consultation(slug), now).findings.votes
    assert f"From {number} votes, as of" in page(app, slug)


def test_groups_are_described_and_nobody_is_named(app, slug):
    text = page(app, slug)
    assert "Group A" in text
    assert "What is typical of this group" in text
    main = text[text.index("<main") : text.index("</main")]
    assert not re.search(r"\bv\d+\b", main)


def test_a_voter_finds_himself_on_the_map_and_a_visitor_nobody(app, slug):
    assert 'class="you"' in page(app, slug, "v3")
    assert 'class="you"' not in page(app, slug)


def test_below_fifteen_there_are_no_groups_and_no_map(app, now):
    text = page(app, assemble(app, now, voters=12))
    assert VERDICTS[Verdict.TOO_FEW] in text
    assert "Group A" not in text
    assert 'id="map-title"' not in text


def test_of_secret_votes_there_are_no_groups_and_no_map(app, slug):
    with app.app_context(), write():
        find_consultation(slug).names_public = False
    text = page(app, slug)
    assert "Group A" not in text
    assert 'id="map-title"' not in text


def test_the_table_of_all_positions_has_the_figures_of_the_strip(app, slug, now):
    text = page(app, slug)
    section = text[text.index('id="positions"') :]
    with app.app_context():
        lines = told(find_consultation(slug), now).findings.lines
    rows = re.findall(r'<tr role="row"><th scope="row".*?</tr>', section, re.DOTALL)
    drawn = re.findall(r">(P\d+\.\d+)</text>", section)
    assert drawn == [line.ref for line in lines]
    for row, line in zip(rows, lines, strict=True):
        assert f"{line.ref}</a>" in row
        shown = re.findall(r"</svg> (\w+) <b>(\d+)</b>", row)
        assert {name.lower(): int(number) for name, number in shown} == {
            choice.value: line.tally.count(choice) for choice in Choice if line.tally.count(choice)
        }


def test_many_positions_come_in_pages_that_lose_none(app, now):
    long = assemble(app, now, positions=45)
    with app.app_context():
        refs = {line.ref for line in told(find_consultation(long), now).findings.lines}
    seen = []
    for start in (0, 20, 40):
        section = page(app, long, **{"from": start}).split('id="positions"')[1]
        seen += re.findall(r'(P\d+\.\d+)</a> <span class="record"', section)
    assert sorted(seen) == sorted(refs)


def test_the_course_ends_where_the_votes_stand(app, slug, now):
    say(app, slug, "v1", Choice.OBJECT, now + timedelta(days=2), "P1.2", reason="No.")
    say(app, slug, "v2", Choice.SUPPORT, now + timedelta(days=3), "P1.2")
    with app.app_context(), write():
        held = find_consultation(slug)
        seat, position = seat_of(held, "v2"), texts_of(held)[1]
        cast_at = own_votes(seat, [position.id])[position.id].cast_at
        undo_vote(seat, position, cast_at, cast_at + timedelta(seconds=5))
    with app.app_context():
        ids = [position.id for position in texts_of(find_consultation(slug))]
        days = read_days(ids)
        stand = total(tally for by_group in tallies(ids).values() for tally in by_group.values())
    assert (days[-1].in_favour, days[-1].against, days[-1].abstain) == (
        stand.in_favour,
        stand.against,
        stand.abstain,
    )
    assert days[0].on == now.date()


def test_before_the_first_vote_the_page_says_so(app, now):
    with app.app_context(), write():
        empty = cast.consultation(now).slug
    assert "Nobody has voted yet" in page(app, empty)


def test_hidden_positions_are_not_told(app, slug, now):
    assert "we want view 0" in page(app, slug)
    with app.app_context(), write():
        held = find_consultation(slug)
        hide(texts_of(held)[0], seat_of(held, "secretary"), "Off the subject.", now)
    assert "we want view 0" not in page(app, slug)


def test_where_so_many_votes_take_long_the_page_says_so_and_where_it_has_come_to(app, slug, now, monkeypatch):
    monkeypatch.setattr(queries, "AT_ONCE", 0)
    waiting = page(app, slug)
    assert STEPS[0] in waiting
    assert "What unites" not in waiting
    with app.app_context():
        assert catch_up(now) == 1
    assert "What unites" in page(app, slug)
    say(app, slug, "v1", Choice.ABSTAIN, now + timedelta(minutes=1), "P1.2")
    assert "One vote has been cast since" in page(app, slug)
