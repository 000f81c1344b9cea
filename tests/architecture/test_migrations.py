"""What the migrations make is what the models say, on each database."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask

from app.db import db
from app.migrations.index import is_schema


def test_the_migrations_make_what_the_models_say(migrated_app: Flask) -> None:
    with migrated_app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_server_default": True, "include_name": is_schema}
        )
        assert compare_metadata(context, db.metadata) == []
