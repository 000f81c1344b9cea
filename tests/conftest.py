"""What every test may ask for: the application on each database, someone to call it, and an hour."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from threading import Thread

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from app import create_app
from app.config import Config
from app.db import db
from app.migrations import migrate
from tests import databases
from tests.wanting import skip_for_want_of

DATABASES = ["sqlite", "postgresql"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whatever touches a database runs on each of them, but for the marks sqlite_only and postgresql_only."""
    if "database_url" in metafunc.fixturenames:
        only = [name for name in DATABASES if metafunc.definition.get_closest_marker(f"{name}_only")]
        metafunc.parametrize("database_url", only or DATABASES, indirect=True, scope="session")


@pytest.fixture(scope="session")
def database_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    if request.param == "postgresql":
        return request.getfixturevalue("postgresql_url")
    return f"sqlite:///{tmp_path_factory.mktemp('database')}/plenary.sqlite"


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    if not databases.WHEEL:
        skip_for_want_of("a PostgreSQL", "call scripts/setup test, or set TEST_DATABASE_URL")
    with databases.postgresql() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_app(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application with its database as the migrations make it, once a session."""
    instance = tmp_path_factory.mktemp("instance")
    app = create_app(
        Config(
            instance=str(instance),
            database_url=database_url,
            secret_key="for tests",
            argon2_time_cost=1,
            argon2_memory_kib=8,
        )
    )
    app.testing = True
    migrate(app)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(migrated_app: Flask) -> Flask:
    databases.empty(migrated_app)
    return migrated_app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def live_server(app: Flask) -> Iterator[str]:
    """The address at which the application answers over real HTTP."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
