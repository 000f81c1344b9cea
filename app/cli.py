"""plenary: what an operator does from the command line."""

import errno
import json
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
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
from app.consultations.models import Consultation
from app.consultations.queries import find_consultation
from app.consultations.terms import ReportStyle
from app.core.report.compose import compose
from app.core.report.document import COUNTED, Numbering, Report
from app.core.report.edition import Annex, Edition
from app.core.report.phrases import LANGUAGES
from app.core.report.phrases.book import phrases_of
from app.core.report.record import Record
from app.core.report.seal import canonical, unseal
from app.core.report.styles import STYLES
from app.core.words import Refusal
from app.db import db, write
from app.demo.loading import load_demonstration
from app.drafting.desk import lay_desk
from app.exchange.commands import votes
from app.exchange.exporting import export_consultation
from app.exchange.file import ConsultationFile
from app.exchange.flaws import FileError
from app.exchange.importing import import_consultation
from app.exchange.reading import read_file
from app.migrations import migrate
from app.publication.queries import published
from app.publication.verification import recognize, verify
from app.reports.choices import Choices
from app.reports.citations import citations
from app.reports.formats import FORMATS
from app.web.clock import now


class Output(click.File):
    """A file that is written whole or not at all; a folder is refused before the work begins."""

    def __init__(self) -> None:
        super().__init__("wb", atomic=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(value)
        if path.is_dir():
            self.fail(f"{path} is a folder; name a file.", param, ctx)
        if path.exists() and not path.is_file():  # a device is written to, never replaced
            return click.File("wb").convert(value, param, ctx)
        return super().convert(value, param, ctx)


OUTPUT = Output()


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
def main() -> None:
    """Plenary turns an online consultation into a meeting report that anyone can check."""


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
        output.write(export_consultation(_find(slug), app.config["SETTINGS"].uploads))


@main.command(epilog="Example: plenary report cluster-2009 --style numbered --format docx -o report.docx")
@click.argument("slug")
@click.option(
    "--style", type=click.Choice([s.value for s in ReportStyle]), help="Default: the consultation's."
)
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="Default: the consultation's.")
@click.option(
    "--numbering", type=click.Choice([n.value for n in COUNTED]), help="Of paragraphs (default: the style's)."
)
@click.option(
    "--annex",
    "annexes",
    type=click.Choice([annex.value for annex in Annex]),
    multiple=True,
    help="What stands at the end, instead of what does so now; may be given more than once.",
)
@click.option("--sources", is_flag=True, help="Give what each sentence rests on in footnotes.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("-o", "--output", type=OUTPUT, default="-", help="File to write (default: standard output).")
def report(slug: str, form: str, output: BinaryIO, sources: bool, **wanted: Any) -> None:
    """Write the report of SLUG: as published, else as the rapporteur's desk has it now."""
    with opened() as app, app.test_request_context():
        told, sealed = _report(_find(slug), {key: value for key, value in wanted.items() if value})
        cited = citations(unseal(sealed, Record), told.lang) if sources else None
        content = FORMATS[form].render(told, Choices(sources=cited, record=sealed))
        if isinstance(content, bytes) and output.isatty():
            raise click.ClickException("This format is not for the screen: name a file with -o.")
        output.write(content.encode() if isinstance(content, str) else content)


@main.command("verify", epilog="Example: plenary verify cluster-2009 --record cluster-2009-record-1.json")
@click.argument("slug")
@click.option("--record", type=click.File("rb"), help="A record.json that somebody holds against the seal.")
def verify_seals(slug: str, record: BinaryIO | None) -> None:
    """Check the seals of the published reports of SLUG.

    With --record, say of which version that file is the sealed record.
    """
    with opened():
        consultation = _find(slug)
        if record:
            version = recognize(record.read(), consultation)
            if version is None:
                raise click.ClickException(
                    "This file is not the sealed record of any version, or was changed."
                )
            click.echo(f"This file is the sealed record of version {version}.")
            return
        verdicts = list(verify(consultation))
    for verdict in verdicts:
        click.echo(f"Version {verdict.version}: {verdict.fault or f'as it was sealed ({verdict.digest})'}.")
    if any(verdict.fault for verdict in verdicts):
        raise click.ClickException("Not every version is as it was sealed.")
    if not verdicts:
        click.echo("No report has been published yet.")


@main.command(epilog="Example: plenary phrases --language fr --doubtful")
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="en", show_default=True)
@click.option("--doubtful", is_flag=True, help="Only those that want a translator's eye.")
def phrases(language: str, doubtful: bool) -> None:
    """Print the phrases of which reports are made, each with an example; “?” marks what is doubtful."""
    for phrase in phrases_of(LANGUAGES[language]):
        if phrase.unsure or not doubtful:
            click.echo(f"{'?' if phrase.unsure else ' '} {phrase.key}\n    {phrase.example}")
        if phrase.unsure:
            click.echo(f"    ({phrase.unsure})")


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


def _find(slug: str) -> Consultation:
    found = find_consultation(slug)
    if found is None:
        raise click.ClickException(f"There is no consultation “{slug}”; plenary list shows those there are.")
    return found


def _report(consultation: Consultation, wanted: dict[str, Any]) -> tuple[Report, str]:
    """The newest version as it was sealed, or its record told otherwise, else the draft; and the record."""
    asked = {key: READ.get(key, str)(value) for key, value in wanted.items()}
    versions = published(consultation)
    if not versions:
        desk = lay_desk(consultation, now())
        return replace(desk, edition=replace(desk.edition, **asked)).report, canonical(desk.record)
    sealed = unseal(versions[-1].document, Report)
    if all(value == getattr(_edition(sealed), key) for key, value in asked.items()):
        return sealed, versions[-1].record
    edition = replace(_edition(sealed), **asked)
    return compose(unseal(versions[-1].record, Record), edition), versions[-1].record


READ: dict[str, Callable[[Any], Any]] = {
    "numbering": Numbering,
    "annexes": lambda names: tuple(annex for annex in Annex if annex in names),
}


def _edition(sealed: Report) -> Edition:
    """How a sealed report was wanted, as far as it shows."""
    numbered = next((block.numbering for block in sealed.body if block.numbering in COUNTED), Numbering.NONE)
    kept = {note.id for note in sealed.notes}
    return Edition(
        style=sealed.style,
        language=sealed.lang,
        numbering=Numbering.NONE if numbered is STYLES[sealed.style].paragraphs else numbered,
        annexes=tuple(annex for annex in Annex if f"note-{annex}" in kept),
    )


def _port(config: Config) -> int:
    port = os.environ.get("PORT", str(config.port))
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise ConfigError(f"PORT is “{port}”, which is not a port.")
    return int(port)


if __name__ == "__main__":
    main(prog_name="plenary")
