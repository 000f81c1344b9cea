"""The schema's history: run on start, up only, one process at a time."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from flask import Flask

from app.db import db, write
from app.migrations.index import index_texts

FOLDER = Path(__file__).parent


def migrate(app: Flask) -> None:
    """Brings the database to the newest schema; does nothing where it is there."""
    with app.app_context(), write():
        connection = db.session.connection()
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(7536283)"))
        command.upgrade(alembic_config(connection), "head")
        index_texts(connection)


def alembic_config(connection: sa.Connection) -> Config:
    """Alembic's settings for a connection that is already within a transaction."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config
