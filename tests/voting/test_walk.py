"""One position at a time: in an order in which votes help most, the same whenever one looks."""

import re

import pytest

from app.analysis.asking import asked_first
from app.consultations.queries import find_consultation
from app.core.votes import Choice
from app.db import write
from tests import cast
from tests.analysis.assembly import assemble, say, texts_of


@pytest.fixture
def room(app, now):
    """Thirty who have voted on most of twelve positions, and `late`, who has voted on none."""
    slug = assemble(app, now)
    with app.app_context(), write():
        cast.seat(find_consultation(slug), "late", now)
    return slug


@pytest.fixture
def late(app, room):
    return cast.visitor(app, "late")


def shown(page):
    """The ref of the position that a page asks about; None where it asks about none."""
    found = re.search(r"Your vote on (P1\.\d+)", page.text)
    return found[1] if found else None


def walked(who, slug):
    """Everything that is asked about until the end, with a vote on each."""
    address, asked = f"/consultations/{slug}/vote", []
    while ref := shown(page := who.get(address)):
        asked.append(ref)
        action = re.search(r'<form[^>]*action="([^"]*votes\?[^"]*)"', page.text)[1].replace("&amp;", "&")
        address = who.post(action, {"choice": "abstain"}).location
    assert "You have voted on every position" in page.text
    return asked


def test_it_ends_when_all_are_voted_on(late, room):
    asked = walked(late, room)
    assert sorted(asked) == sorted(f"P1.{number}" for number in range(1, 13))


def test_a_reload_asks_about_the_same_position(late, room):
    assert len({shown(late.get(f"/consultations/{room}/vote")) for _ in range(5)}) == 1


def test_voters_are_asked_in_orders_of_their_own(app, room, now):
    with app.app_context():
        held = find_consultation(room)
        ids = [text.id for text in texts_of(held)]
        orders = {asked_first(held, f"seat:{number}", ids, now) for number in range(20)}
        again = {asked_first(held, f"seat:{number}", ids, now) for number in range(20)}
    assert orders == again
    assert len(orders) > 15


def test_a_position_nobody_has_seen_comes_early(app, room, now):
    with app.app_context():
        held = find_consultation(room)
        ids = [text.id for text in texts_of(held)] + [10_000]
        places = [asked_first(held, f"seat:{number}", ids, now).index(12) for number in range(60)]
    assert sum(places) / len(places) < 4


def test_what_is_left_for_later_comes_last(late, room):
    first = late.get(f"/consultations/{room}/vote")
    ref = shown(first)
    leave = re.search(r'href="([^"]*)"[^>]*>[^<]*Leave it for now', first.text)[1].replace("&amp;", "&")
    second = late.get(leave)
    assert shown(second) not in (None, ref)
    assert f"left={ref}" in second.text
    many = ",".join(f"P1.{number}" for number in range(1, 13))
    assert "12 positions for later" in late.get(f"/consultations/{room}/vote?left={many}").text


def test_a_switch_leads_to_the_order_of_the_agenda_and_back(late, room):
    page = late.get(f"/consultations/{room}/vote")
    assert f'href="/consultations/{room}/vote?order=agenda"' in page.text
    by_agenda = late.get(f"/consultations/{room}/vote?order=agenda")
    assert shown(by_agenda) == "P1.1"
    assert f'href="/consultations/{room}/vote"' in by_agenda.text


def test_a_vote_that_lacks_something_stays_where_it_is(late, room):
    ref = shown(late.get(f"/consultations/{room}/vote?left=P1.1"))
    number = ref.removeprefix("P1.")
    address = f"/consultations/{room}/proposals/1/positions/{number}/votes?calm=1&left=P1.1"
    refused = late.post(address, {"choice": "object"})
    assert (refused.status_code, shown(refused)) == (422, ref)
    assert "left=P1.1" in refused.text


def test_the_tallies_of_now_count(app, room, now):
    def places():
        """At which place each of forty is asked about the first position."""
        with app.app_context():
            held = find_consultation(room)
            ids = [text.id for text in texts_of(held)]
            return [asked_first(held, f"seat:{number}", ids, now).index(0) for number in range(40)]

    before = places()
    for number in range(30):
        say(app, room, f"v{number}", Choice.ABSTAIN, now, "P1.1")
    assert sum(places()) > sum(before)
