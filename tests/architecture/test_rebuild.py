"""A table can be made anew under those that refer to it, and nothing that people said is lost."""

import pytest
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from flask import Flask

from app.core.roles import Role
from app.db import db, rebuild, write
from app.migrations.index import index_texts
from app.voting.models import Vote
from tests import cast
from tests.sweeps.conftest import slug  # noqa: F401 - a fixture


def copy_table(connection: sa.Connection, name: str) -> None:
    with Operations(MigrationContext.configure(connection)).batch_alter_table(name, recreate="always"):
        pass


@pytest.mark.sqlite_only  # elsewhere a table is altered where it stands
def test_a_table_is_copied_with_all_that_hangs_on_it(app: Flask, slug: str) -> None:  # noqa: F811
    with app.app_context():
        with rebuild() as connection:
            copy_table(connection, "position")
            index_texts(connection)  # the copy has lost its triggers
        assert db.session.query(Vote).count() == 1


@pytest.mark.sqlite_only
def test_a_copy_with_its_references_enforced_is_refused_by_the_database(app: Flask, slug: str) -> None:  # noqa: F811
    with app.app_context(), pytest.raises(sa.exc.IntegrityError), write():
        copy_table(db.session.connection(), "position")


def test_a_migration_that_would_lose_rows_changes_nothing(app: Flask, slug: str) -> None:  # noqa: F811
    with app.app_context():
        with pytest.raises(RuntimeError, match="vote"), rebuild() as connection:
            connection.execute(sa.delete(Vote))
        assert db.session.query(Vote).count() == 1


def test_after_a_rebuild_references_are_enforced_again(app: Flask, slug: str) -> None:  # noqa: F811
    with app.app_context():
        with rebuild():
            pass
        with pytest.raises(sa.exc.IntegrityError), write():
            db.session.execute(
                sa.insert(Vote).values(
                    position_id=10_000,
                    voter="x",
                    seat_id=10_000,
                    choice="support",
                    reason="",
                    reservation="",
                    cast_at=db.session.query(Vote).one().cast_at,
                )
            )


def test_a_write_within_a_write_is_refused(app: Flask) -> None:
    with app.app_context(), pytest.raises(RuntimeError, match="going on already"), write(), write():
        pass


def test_reading_cannot_write_in_the_databases_own_eyes(app: Flask, slug: str) -> None:  # noqa: F811
    with app.app_context(), pytest.raises(sa.exc.DBAPIError, match=r"(?i)read.?only"):
        db.session.execute(sa.delete(Vote))
    assert cast.visitor(app, Role.PARTICIPANT).get("/").status_code == 200
