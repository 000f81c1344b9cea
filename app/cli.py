"""plenary: what an operator does from the command line."""

import errno
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

import click
import msgspec
import sqlalchemy as sa
from flask import Flask
from granian import Granian
from granian.constants import Interfaces

from app import create_app
from app.accounts.actions import appoint as appoint_person
from app.accounts.actions import registration_link
from app.accounts.addresses import normalize
from app.accounts.queries import demonstration_cast, find_account
from app.config import Config, ConfigError, load_config
from app.consultations.arguments import OUTPUT, named
from app.consultations.models import Consultation
from app.core.words import Refusal
from app.db import db, write
from app.demo.loading import load_demonstration
from app.exchange.commands import votes
from app.exchange.exporting import export_consultation
from app.exchange.file import ConsultationFile
from app.exchange.flaws import FileError
from app.exchange.importing import import_consultation
from app.exchange.reading import read_file
from app.migrations import migrate
from app.publication.commands import phrases, report, verify_seals
from app.web.clock import now


class Commands(click.Group):
    """What goes wrong is told in one sentence, in the order of the handbook."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (ConfigError, FileError, Refusal) as error:
            raise click.ClickException(str(error)) from error
        except sa.exc.DBAPIError as error:
            raise click.ClickException(f"The database refuses: {str(error.orig).strip()}") from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever reads the output has seen enough
                raise
            raise click.ClickException(f"{error.filename or 'The system'}: {error.strerror}.") from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(ctx: click.Context) -> None:
    """Plenary turns an online consultation into a meeting report that anyone can check."""
    ctx.obj = opened  # for the commands that stand in a room, which may not know the whole house


@main.command(epilog="Example: plenary serve --port 8000")
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Port to serve at (default: PORT, or the setting)."
)
@click.option("--host", help="Address to serve at (default: the setting, 127.0.0.1).")
@click.option(
    "--demo", "with_demo", is_flag=True, help="First load the demonstration into an empty database."
)
def serve(port: int | None, host: str | None, with_demo: bool) -> None:
    """Bring the database to the newest schema, and serve the application."""
    with opened() as app:
        config: Config = app.config["SETTINGS"]
        if config.production and not config.base_url:
            raise click.ClickException(
                "Set base_url to where people find this installation: letters link there."
            )
        if with_demo and not config.production:
            _load_where_empty(config)
        host, port = host or config.host, port or _port(config)
        address = f"http://{host}:{port}"
        _claim(host, port)
        os.environ.setdefault("PLENARY_BASE_URL", config.base_url or address)  # for the processes that serve
        click.echo(f"Plenary serves at {address}")
        if demonstration_cast() and not config.production:
            click.echo(f"The demonstration is loaded: choose a role at {address}/sign-in")
    Granian(
        "app:serve_app",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=config.workers,
        blocking_threads=config.threads,
        respawn_failed_workers=True,
        log_enabled=False,
    ).serve()


@main.command(epilog="Example: plenary demo --if-empty")
@click.option("--if-empty", is_flag=True, help="Do nothing where there are consultations already.")
def demo(if_empty: bool) -> None:
    """Load the demonstration: three consultations, a fictional cast."""
    with opened() as app:
        config: Config = app.config["SETTINGS"]
        if config.production:
            raise click.ClickException("The demonstration is not for production.")
        if not _load_where_empty(config) and not if_empty:
            raise click.ClickException(
                "There are consultations already; the demonstration wants an empty database."
            )


@main.command(
    "list", epilog="Example: for slug in $(plenary list --slugs); do plenary export $slug -o $slug.json; done"
)
@click.option("--slugs", is_flag=True, help="Only their addresses, one a line.")
def list_consultations(slugs: bool) -> None:
    """List the consultations: address, phase and title."""
    with opened():
        found = db.session.scalars(sa.select(Consultation).order_by(Consultation.id)).all()
        width = max((len(each.slug) for each in found), default=0)
        for each in found:
            line = f"{each.slug:{width}}  {each.phase_at(now()).value:14}  {each.title}"
            click.echo(each.slug if slugs else line)


@main.command("import", epilog="Example: plenary import consultation.json --slug copy-of-it")
@click.argument("file", type=click.File("rb"), required=False)
@click.option("--slug", help="Take it under another address than the file's.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of such files instead.")
def import_file(file: BinaryIO | None, slug: str | None, schema: bool) -> None:
    """Import the consultation in FILE: the whole of it, or nothing.

    In place of FILE, - stands for standard input.
    """
    if schema:
        click.echo(json.dumps(msgspec.json.schema(ConsultationFile), indent=2))
        return
    if file is None:
        raise click.UsageError("Name a file, or ask for the --schema.")
    read = read_file(file.read(), slug)
    with opened() as app, write():
        consultation = import_consultation(read, app.config["SETTINGS"].uploads, now())
        click.echo(f"Imported “{consultation.title}” as {consultation.slug}.")


@main.command(epilog="Example: plenary export cluster-2009 -o cluster-2009.json")
@click.argument("slug")
@click.option("-o", "--output", type=OUTPUT, default="-", help="File to write (default: standard output).")
def export(slug: str, output: BinaryIO) -> None:
    """Export the consultation at SLUG: all of it, as one JSON file.

    Votes, history, determinations and published reports are in it.
    """
    with opened() as app:
        output.write(export_consultation(named(slug), app.config["SETTINGS"].uploads))


for each in (report, verify_seals, phrases):
    main.add_command(each)


@main.command(epilog="Example: plenary appoint head@example.org")
@click.argument("email")
def appoint(email: str) -> None:
    """Let whoever has the address EMAIL open consultations.

    Whoever is new here gets a link to register with; it is printed.
    """
    with opened(), write():
        address = normalize(email)
        if account := find_account(address):
            appoint_person(account, now())
            click.echo(f"{address} may open consultations.")
        else:
            click.echo(
                f"There is no account with {address} yet. Whoever opens this page within 24 hours makes it:"
            )
            click.echo(registration_link(address, now(), may_open=True))


main.add_command(votes)


@contextmanager
def opened() -> Iterator[Flask]:
    """The application on its database, at the newest schema; its connections are closed at the end."""
    app = create_app(load_config())
    migrate(app)
    with app.app_context():
        try:
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()


def _claim(host: str, port: int) -> None:
    """Somebody else may be there already, or nobody may serve there: better said now than tried for ever."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise click.ClickException(
            f"Plenary cannot serve at {host}, port {port}: {error.strerror}. Try PORT=8000 scripts/run."
        ) from error


def _load_where_empty(config: Config) -> bool:
    with write():
        if db.session.scalar(sa.select(Consultation.id).limit(1)):
            return False
        for consultation in load_demonstration(config.uploads, now()):
            click.echo(f"Loaded “{consultation.title}”.")
        return True


def _port(config: Config) -> int:
    port = os.environ.get("PORT", str(config.port))
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise ConfigError(f"PORT is “{port}”, which is not a port.")
    return int(port)


if __name__ == "__main__":
    main(prog_name="plenary")
