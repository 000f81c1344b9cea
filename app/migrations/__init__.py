"""The schema's history: run on start, up only, one process at a time."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask

from app.db import db, rebuild, write
from app.migrations.index import index_texts

FOLDER = Path(__file__).parent


def migrate(app: Flask) -> None:
    """Brings the database to the newest schema and its indexes to what they should be."""
    with app.app_context():
        if not is_newest(db.session.connection()):
            with rebuild() as connection:
                _wait_for_others(connection)
                command.upgrade(alembic_config(connection), "head")
        with write():
            index_texts(db.session.connection())


def is_newest(connection: sa.Connection) -> bool:
    """Whether the database has the schema that this version needs."""
    newest = ScriptDirectory(str(FOLDER)).get_current_head()
    return MigrationContext.configure(connection).get_current_revision() == newest


def alembic_config(connection: sa.Connection) -> Config:
    """Alembic's settings for a connection that is already within a transaction."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


def _wait_for_others(connection: sa.Connection) -> None:
    """Another process may have begun the same; on SQLite the write itself has waited."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(7536283)"))
