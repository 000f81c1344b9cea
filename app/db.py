"""The database: one write at a time on SQLite, reads that cannot write, and the words that columns hold."""

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import sqlalchemy as sa
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase

try:
    from pysqlite3 import dbapi2 as newer_sqlite
except ImportError:  # no wheel for this system
    newer_sqlite = None

FIXED_IN = (3, 51, 3)  # earlier versions can lose commits in WAL mode with two connections


class Base(DeclarativeBase):
    """The ancestor of all models."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(model_class=Base)

_writing: ContextVar[bool] = ContextVar("writing", default=False)
_rebuilding: ContextVar[bool] = ContextVar("rebuilding", default=False)


class UtcDateTime(sa.TypeDecorator[datetime]):
    """An instant: aware in Python, UTC in the database; a naive datetime is refused."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Term(sa.TypeDecorator[StrEnum]):
    """A word of the procedure: a StrEnum in Python, its value in the database."""

    impl = sa.String(20)
    cache_ok = True

    def __init__(self, terms: type[StrEnum]) -> None:
        super().__init__()
        self.terms = terms

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else self.terms(value).value

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> StrEnum | None:
        return None if value is None else self.terms(value)


class Settings(sa.TypeDecorator[msgspec.Struct]):
    """A frozen Struct in Python; in the database JSON of what differs from its defaults."""

    impl = sa.JSON
    cache_ok = True

    def __init__(self, kind: type[msgspec.Struct]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: msgspec.Struct | None, dialect: sa.Dialect) -> Any:
        return msgspec.to_builtins(value or self.kind())

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> msgspec.Struct:
        return msgspec.convert(value, self.kind)


def init_db(app: Flask, url: str) -> None:
    """Binds the application to its database; refuses a SQLite that can lose commits."""
    app.config["SQLALCHEMY_DATABASE_URI"] = _with_driver(url)
    options: dict[str, Any] = {"pool_pre_ping": True}
    if make_url(url).get_backend_name() == "sqlite":
        options = {"module": _sqlite_module()}
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = options
    db.init_app(app)
    with app.app_context():
        sqlite = db.engine.dialect.name == "sqlite"
        if sqlite:
            sa.event.listen(db.engine, "connect", _prepare_sqlite)
        sa.event.listen(db.engine, "begin", _begin_sqlite if sqlite else _begin_postgresql)


def is_writing() -> bool:
    """Whether this is inside `write()`."""
    return _writing.get()


@contextmanager
def write() -> Iterator[None]:
    """One write transaction: committed at the end, rolled back on any exception.

    Outside it every transaction is read-only, in the database's own eyes. On SQLite writers queue on a lock
    file first, since its own polling starves some of them for seconds.
    """
    if is_writing():
        raise RuntimeError("one write is going on already: an action runs within its caller's")
    db.session.rollback()
    token = _writing.set(True)
    try:
        with _turn(db.engine.url):
            yield
            db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
    finally:
        _writing.reset(token)


@contextmanager
def rebuild() -> Iterator[sa.Connection]:
    """A write transaction in which tables may be made anew; RuntimeError if a row or a reference is lost.

    SQLite changes a table by copying it, and while foreign keys are enforced that deletes what hangs on it
    or fails: here it looks at them at the end.
    """
    token = _rebuilding.set(True)
    try:
        with write():
            connection = db.session.connection()
            before = _count_rows(connection)
            yield connection
            lost = {name for name, rows in _count_rows(connection).items() if rows < before.get(name, 0)}
            broken = (
                connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if connection.dialect.name == "sqlite"
                else []
            )
            if lost or broken:
                raise RuntimeError(f"Nothing was changed: rows of {lost or broken} would have been lost.")
    finally:
        _rebuilding.reset(token)


def _count_rows(connection: sa.Connection) -> dict[str, int]:
    tables = [sa.table(name) for name in sa.inspect(connection).get_table_names() if "_fts" not in name]
    return {
        table.name: connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0 for table in tables
    }


@contextmanager
def _turn(url: sa.URL) -> Iterator[None]:
    if url.get_backend_name() != "sqlite" or not url.database:
        yield
        return
    with Path(f"{url.database}.turn").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _with_driver(url: str) -> str:
    return str(url).replace("postgres://", "postgresql://").replace("postgresql://", "postgresql+psycopg://")


def _sqlite_module() -> ModuleType:
    """The standard library's sqlite3 where it is sound, else the newer one that ships as a wheel."""
    if sqlite3.sqlite_version_info >= FIXED_IN:
        return sqlite3
    if newer_sqlite is None:
        raise RuntimeError(
            f"SQLite {sqlite3.sqlite_version} can lose committed votes. Install SQLite 3.51.3 or later, "
            "or the package pysqlite3, or set PLENARY_DATABASE_URL to a PostgreSQL database."
        )
    return newer_sqlite


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    writing = is_writing()
    connection.exec_driver_sql(f"PRAGMA foreign_keys={'OFF' if _rebuilding.get() else 'ON'}")
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writing else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _begin_postgresql(connection: sa.Connection) -> None:
    if not is_writing():
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
