"""What the votes say is computed once, belongs to the votes it was computed from, and tells no secret."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from app.analysis import queries, reading
from app.analysis.actions import catch_up
from app.analysis.ballots import Ballots, Change
from app.analysis.queries import memory, results, shelf, support, votes_now
from app.analysis.reading import name_of, read_ballots
from app.consultations.actions import open_consultation
from app.consultations.models import AgendaItem, StakeholderGroup
from app.consultations.queries import agenda, find_consultation
from app.core.opinion.groups import Verdict
from app.core.opinion.votes import gather
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal, withdraw
from app.voting.actions import cast_vote, undo_vote
from app.voting.queries import tallies
from tests import cast
from tests.analysis.assembly import answer, say, seat_of, texts_of
from tests.core.opinion.rooms import columns

LATER = timedelta(minutes=5)


def same(one: Ballots, other: Ballots) -> bool:
    pairs = [
        (one.voters, other.voters),
        (one.positions, other.positions),
        (one.votes.starts, other.votes.starts),
        (one.votes.positions, other.votes.positions),
        (one.votes.values, other.votes.values),
    ]
    return all(np.array_equal(mine, yours) for mine, yours in pairs)


def as_said(ballots: Ballots) -> dict[tuple[int, int], int]:
    rows, places, values = columns(ballots.votes)
    keys = zip(ballots.voters[rows].tolist(), ballots.positions[places].tolist(), strict=True)
    return dict(zip(keys, values.tolist(), strict=True))


def test_two_camps_are_found_and_described(app, slug, now):
    found = answer(app, slug, now).results
    assert found.found.groups.verdict is Verdict.FOUND
    assert found.found.letters == ("A", "B")
    assert len(found.positions) == 12
    assert len(found.voters) == 30
    assert all(found.found.typical)


def test_the_counts_are_those_that_every_page_shows(app, slug, now):
    found = answer(app, slug, now).results
    with app.app_context():
        shown = tallies(found.positions.tolist())
    keys = found.declared.keys
    assert keys == ("private-sector",)
    for place, position in enumerate(found.positions.tolist()):
        by_group, counts = shown[position], found.found.overall.counts
        assert counts.in_favour[place] == sum(tally.in_favour for tally in by_group.values())
        assert counts.against[place] == sum(tally.against for tally in by_group.values())
        business = found.declared.by_group.counts
        assert business.abstain[0, place] == by_group["private-sector"].abstain


def test_results_are_computed_once_whoever_asks(app, slug, now):
    first = answer(app, slug, now).results
    assert answer(app, slug, now + LATER).results is first
    with app.app_context():
        app.extensions.pop("analysis")  # another process
    again = answer(app, slug, now + LATER).results
    assert again.computed_at == now
    assert again.version == first.version
    assert np.array_equal(again.found.groups.map.points, first.found.groups.map.points)


def test_a_vote_more_gives_new_results(app, slug, now):
    before = answer(app, slug, now).results
    say(app, slug, "v3", Choice.ABSTAIN, now + LATER, "P1.1", "P1.2")
    after = answer(app, slug, now + LATER).results
    assert after.version.casts > before.version.casts
    assert after.computed_at == now + LATER
    assert after.found.overall.counts.abstain[0] > before.found.overall.counts.abstain[0]


def test_arrays_brought_up_to_date_are_those_read_anew(app, slug, now):
    answer(app, slug, now)
    say(app, slug, "v3", Choice.OBJECT, now + LATER, "P1.2", "P1.5", reason="it harms us")
    say(app, slug, "v4", Choice.SUPPORT, now + LATER, "P1.1")
    with app.app_context():
        held = find_consultation(slug)
        before = memory().held.get(held.id).ballots
        after = votes_now(held).ballots
        assert same(after, read_ballots(held))
        assert not same(after, before)


def test_a_vote_taken_back_is_gone(app, slug, now):
    with app.app_context(), write():
        held = find_consultation(slug)
        new = cast.seat(held, "late", now)
        cast_vote(new, texts_of(held)[0], Choice.ABSTAIN, now)
    answer(app, slug, now)
    with app.app_context():
        held = find_consultation(slug)
        before = votes_now(held).ballots
        with write():
            undo_vote(seat_of(held, "late"), texts_of(held)[0], now, now)
        after = votes_now(held).ballots
    assert before.votes.each[-1] == 1
    assert after.votes.each[-1] == 0


@pytest.mark.parametrize("seed", range(20))
def test_any_changes_lead_to_the_same_arrays_as_votes_cast_so_from_the_start(seed):
    draw = np.random.default_rng(seed)
    nothing = np.zeros(0, np.int64)
    ballots = Ballots(nothing, nothing, gather(nothing, nothing, nothing, of=0, on=0))
    said: dict[tuple[int, int], int | None] = {}
    for _ in range(6):
        changes = []
        for _ in range(draw.integers(0, 40)):
            key = int(draw.choice([-3, -1, 2, 5, 9, 12])), int(draw.choice([4, 7, 8, 20]))
            value = None if draw.random() < 0.3 else int(draw.integers(-1, 2))
            changes.append(Change(*key, value))
            said[key] = value
        ballots = ballots.changed(changes)
    assert as_said(ballots) == {key: value for key, value in said.items() if value is not None}
    assert (np.diff(ballots.voters) > 0).all()
    assert (np.diff(ballots.positions) > 0).all()
    gather(*columns(ballots.votes), of=ballots.votes.voters, on=ballots.votes.width)  # none comes twice


def test_votes_elsewhere_change_nothing_and_are_passed_over(app, slug, now, monkeypatch):
    monkeypatch.setattr(reading, "OUT_OF_TURN", 0)
    before = answer(app, slug, now).results
    with app.app_context(), write():
        opener = cast.person("opener", now, may_open=True)
        other = open_consultation(opener, "Elsewhere", "Why we meet.", "UTC", now)
        db.session.add(AgendaItem(consultation_id=other.id, number=1, title="Other things"))
        seat = cast.seat(other, "elsewhere", now)
        put = table_proposal(agenda(other)[0], seat, ProposalKind.LIST, "Other things", "", now)
        text = table_position(put, seat, "other things matter", Form.CLAUSE, now)
        cast_vote(seat, text, Choice.SUPPORT, now)
    with app.app_context():
        held = find_consultation(slug)
        mark = votes_now(held).mark
        assert mark.casts_seen > mark.cast
        assert results(held, now).results is before
    say(app, slug, "v3", Choice.ABSTAIN, now + LATER, "P1.1")
    assert answer(app, slug, now + LATER).results.version.casts > before.version.casts


def test_a_position_withdrawn_no_longer_counts(app, slug, now):
    before = answer(app, slug, now).results
    with app.app_context():
        held = find_consultation(slug)
        with write():
            withdraw(texts_of(held)[1], seat_of(held, "v0"), now + LATER)
    after = answer(app, slug, now + LATER).results
    assert len(after.positions) == len(before.positions) - 1
    assert after.votes < before.votes


def test_where_votes_are_secret_there_are_no_groups(app, slug, now):
    with app.app_context(), write():
        find_consultation(slug).names_public = False
    found = answer(app, slug, now).results
    assert found.found.groups.verdict is Verdict.WITHHELD
    assert found.found.by_group is None
    assert not found.found.letters
    assert not found.found.groups.may_be_drawn


def test_where_votes_are_secret_a_small_stakeholder_group_is_withheld(app, slug, now):
    with app.app_context(), write():
        held = find_consultation(slug)
        held.names_public = False
        government = db.session.query(StakeholderGroup).filter_by(key="governments").one()
        for number in (1, 3):
            seat_of(held, f"v{number}").own_group = government
    found = answer(app, slug, now).results
    small = found.declared.keys.index("governments")
    shown = ~np.isnan(found.declared.by_group.support[small])
    assert not shown[found.declared.by_group.counts.voters[small] > 0].any()


def test_support_alone_is_that_of_the_results(app, slug, now):
    found = answer(app, slug, now).results
    with app.app_context():
        positions, figures = support(find_consultation(slug))
    assert np.array_equal(positions, found.positions)
    assert np.array_equal(figures.support, found.found.overall.support)


def test_letters_stay_with_those_who_had_them(app, slug, now):
    first = answer(app, slug, now).results
    with app.app_context():
        turned = replace(first, found=replace(first.found, letters=("B", "A")))
        shelf().put(find_consultation(slug).id, turned)
    say(app, slug, "v3", Choice.ABSTAIN, now + LATER, "P1.1")
    assert answer(app, slug, now + LATER).results.found.letters == ("B", "A")


def test_a_voter_finds_the_own_place(app, slug, now):
    found = answer(app, slug, now).results
    with app.app_context():
        seat = seat_of(find_consultation(slug), "v5")
        at = found.place_of(name_of(f"seat:{seat.id}"))
    assert found.voters[at] == seat.id
    assert found.place_of(name_of("delegation:7")) is None


def test_results_of_many_votes_are_computed_by_the_clerk(app, slug, now, monkeypatch):
    monkeypatch.setattr(queries, "AT_ONCE", 10)
    waiting = answer(app, slug, now)
    assert waiting.results is None
    assert waiting.step == 0
    with app.app_context():
        assert catch_up(now) == 1
        assert catch_up(now) == 0
    assert answer(app, slug, now).is_newest


def test_meanwhile_the_last_results_are_shown_and_how_old_they_are(app, slug, now, monkeypatch):
    first = answer(app, slug, now).results
    monkeypatch.setattr(queries, "AT_ONCE", 10)
    say(app, slug, "v3", Choice.ACCEPT, now, "P1.1", "P1.2")
    say(app, slug, "v4", Choice.ACCEPT, now, "P1.1")
    meanwhile = answer(app, slug, now + LATER)
    assert meanwhile.results.version == first.version
    assert meanwhile.behind == 3
    assert not meanwhile.is_newest
    with app.app_context():
        assert catch_up(now + LATER) == 1
    assert answer(app, slug, now + LATER).behind == 0


def test_results_of_many_votes_are_not_computed_again_and_again(app, slug, now, monkeypatch):
    answer(app, slug, now)
    monkeypatch.setattr(queries, "AT_ONCE", 10)
    monkeypatch.setattr(queries, "RESTED", 1_000_000_000)
    say(app, slug, "v3", Choice.ACCEPT, now, "P1.1")
    answer(app, slug, now + LATER)
    with app.app_context():
        assert catch_up(now + LATER) == 0


def test_one_at_a_time_computes(app, slug, now, monkeypatch):
    monkeypatch.setattr(queries, "AT_ONCE", 10)
    with app.app_context():
        key = find_consultation(slug).id
        with shelf().turn(key):
            shelf().note(key, 2)
            assert results(find_consultation(slug), now).step == 2
            assert catch_up(now) == 0
        assert catch_up(now) == 1


def test_a_file_that_cannot_be_read_is_written_anew(app, slug, now):
    answer(app, slug, now)
    with app.app_context():
        app.extensions.pop("analysis")
        (shelf().folder / f"{find_consultation(slug).id}.results").write_bytes(b"\x93\x01")
    assert answer(app, slug, now + LATER).results.computed_at == now + LATER


def test_without_any_votes_there_is_an_answer(app, now):
    with app.app_context(), write():
        empty = cast.consultation(now)
        slug = empty.slug
    found = answer(app, slug, now).results
    assert found.found.groups.verdict is Verdict.TOO_FEW
    assert found.votes == 0
    assert found.declared is None
