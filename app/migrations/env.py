"""Alembic's entry: runs within the transaction that `migrate` began."""

from typing import Any

import sqlalchemy as sa
from alembic import context

from app.db import Base
from app.migrations.index import is_schema


def _plain_types(kind: str, item: Any, _autogen: object) -> str | bool:
    """Migrations name the database's types, since ours may change their minds later."""
    if kind == "type" and isinstance(item, sa.TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=_plain_types,
    include_name=is_schema,
)
context.run_migrations()
