"""Whoever comes at the same time: one vote a voter, and none after the close."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from threading import Barrier

import pytest
import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from app.consultations.models import Consultation
from app.core.votes import Tally, total
from app.db import db, write
from app.deliberation.models import Position
from app.ledger.models import Event
from app.voting.models import Cast, Objection, Vote
from app.voting.queries import recount, tallies
from tests import cast
from tests.table import Table

CROWD = 64
GUARD = "uq_vote_position_id_voter"


def at_once(acts: list[Callable[[], int]]) -> list[int]:
    """What comes of acts that all begin at the same instant."""
    barrier = Barrier(len(acts))

    def begin(act: Callable[[], int]) -> int:
        barrier.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as crowd:
        return list(crowd.map(begin, acts))


def votes_of_bo(table: Table, choices: list[str], reason: str = "Why not.") -> list[int]:
    """One person in as many windows as there are choices."""
    ballot = f"{table.address}/positions/1/votes"
    windows = [(table.visitor("bo"), {"choice": choice, "reason": reason}) for choice in choices]
    tokens = [window.token() for window, _ in windows]
    return at_once(
        [
            lambda w=window, d=data, t=token: w.client.post(ballot, data={**d, "csrf_token": t}).status_code
            for (window, data), token in zip(windows, tokens, strict=True)
        ]
    )


def count(model: type, *where: sa.ColumnElement[bool]) -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(model).where(*where))


def test_sixty_four_votes_of_one_voter_leave_one(table):
    answers = votes_of_bo(table, ["support", "disagree", "object", "abstain"] * (CROWD // 4))
    assert set(answers) == {303}
    with table.app.app_context():
        position = db.session.query(Position).one()
        shown = total(tallies([position.id])[position.id].values())
        assert count(Vote) == 1
        assert shown.voters == 1
        assert recount(position) == shown
        assert count(Objection, Objection.state == "open") == shown.object
        assert count(Cast) == count(Event, Event.act == "vote")


def test_sixty_four_clicks_on_the_same_button_are_one_act(table):
    assert set(votes_of_bo(table, ["object"] * CROWD)) == {303}
    with table.app.app_context():
        assert (count(Vote), count(Cast), count(Objection)) == (1, 1, 1)
        assert count(Event, Event.act == "vote") == 1


@contextmanager
def without_the_guard(table: Table) -> Iterator[None]:
    """The table of votes without its unique constraint."""

    def alter(change: Callable[[Operations], None]) -> None:
        with table.app.app_context(), write():
            operations = Operations(MigrationContext.configure(db.session.connection()))
            with operations.batch_alter_table("vote") as batch:
                change(batch)

    alter(lambda batch: batch.drop_constraint(GUARD, type_="unique"))
    try:
        yield
    finally:
        with table.app.app_context(), write():
            db.session.execute(sa.delete(Vote))
        alter(lambda batch: batch.create_unique_constraint(GUARD, ["position_id", "voter"]))


def test_the_constraint_is_what_holds(table):
    """Without it the race above fails: the act relies on nothing else, and lets no vote in at all."""
    with without_the_guard(table), pytest.raises(sa.exc.DBAPIError, match="ON CONFLICT"):
        votes_of_bo(table, ["support", "disagree"])
    assert set(votes_of_bo(table, ["support", "disagree"])) == {303}


def test_the_database_refuses_a_second_vote_whoever_writes_it(table):
    votes_of_bo(table, ["support"])
    with table.app.app_context(), write():
        columns = [column for column in Vote.__table__.columns if column.name != "id"]
        copy = sa.insert(Vote).from_select(columns, sa.select(*columns))
        with pytest.raises(sa.exc.IntegrityError):
            db.session.execute(copy)
        db.session.rollback()


def test_every_vote_that_was_accepted_came_before_the_close(table, now):
    with table.app.app_context(), write():
        held = db.session.query(Consultation).one()
        for number in range(30):
            cast.seat(held, f"voter {number}", now)
    ballot = f"{table.address}/positions/1/votes"
    windows = [table.visitor(f"voter {number}") for number in range(30)]
    tokens = [window.token() for window in windows]
    chair = table.visitor("chen")
    ending = {"csrf_token": chair.token()}

    def votes(number: int) -> int:
        sent = {"choice": "support", "csrf_token": tokens[number]}
        return windows[number].client.post(ballot, data=sent).status_code

    def closes() -> int:
        return chair.client.post(f"/consultations/{table.slug}/phase/closed", data=ending).status_code

    acts = [partial(votes, number) for number in range(30)]
    acts.insert(15, closes)
    answers = at_once(acts)
    assert answers.pop(15) == 303
    assert set(answers) <= {303, 409}
    with table.app.app_context():
        close = db.session.scalar(sa.select(Event.id).where(Event.act == "advance"))
        assert count(Event, Event.act == "vote", Event.id > close) == 0
        assert count(Vote) == answers.count(303)
        assert recount(db.session.query(Position).one()) == Tally(support=answers.count(303))
