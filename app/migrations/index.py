"""What people can search for, as the database indexes it: derived from the tables, made where missing."""

import sys

import sqlalchemy as sa

sys.modules.setdefault("numpy", None)  # sqlite-utils would load it wherever it is, and every server with it
from sqlite_utils import Database  # noqa: E402

if sys.modules["numpy"] is None:
    del sys.modules["numpy"]

SEARCHED = {"proposal": ("title", "body"), "position": ("text", "elaboration"), "comment": ("body",)}


def index_texts(connection: sa.Connection) -> None:
    """Makes the indexes of the searched columns where they are missing; within the caller's transaction."""
    if connection.dialect.name == "sqlite":
        _index_sqlite(connection)
    else:
        _index_postgresql(connection)


def is_schema(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a table or an index is described by the models; these indexes are not."""
    derived = (kind == "table" and "_fts" in str(name)) or (kind == "index" and str(name).startswith("fts_"))
    return not derived


def searched_text(table: str) -> str:
    """The SQL of all that can be searched for in a row, for PostgreSQL's index and for the question to it."""
    return " || ' ' || ".join(f"{table}.{column}" for column in SEARCHED[table])


def _index_sqlite(connection: sa.Connection) -> None:
    """FTS5 by groups of three characters: for every script, also those that put no space between words.

    Triggers keep it in step; a migration that copies a table loses them, and then all is made anew.
    """
    database = Database(connection.connection.dbapi_connection, recursive_triggers=False)
    for table, columns in SEARCHED.items():
        database[table].enable_fts(
            columns, create_triggers=True, tokenize="trigram remove_diacritics 1", replace=True
        )


def _index_postgresql(connection: sa.Connection) -> None:
    for table in SEARCHED:
        text = searched_text(table)
        connection.exec_driver_sql(
            f"CREATE INDEX IF NOT EXISTS fts_{table} ON {table} USING gin (to_tsvector('simple', {text}))"
        )
