"""plenary votes: what votes say, and votes in and out, without a server."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import click
from flask import Flask

from app.accounts.addresses import normalize
from app.accounts.queries import find_account
from app.consultations.actions import take_seat
from app.consultations.models import Consultation
from app.consultations.queries import find_consultation
from app.core.evidence import DEFAULTS
from app.core.opinion.analysis import analyse as analyse_votes
from app.core.opinion.suggested import suggested
from app.core.roles import Role
from app.core.slugs import slugs
from app.db import write
from app.exchange.conversation import Conversation
from app.exchange.findings import as_text, as_tree
from app.exchange.importing import import_consultation
from app.exchange.polis import read_conversation
from app.exchange.polis_writing import write_conversation
from app.exchange.settling import as_file, of_consultation, told
from app.voting.queries import active_voters
from app.web.clock import now

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
Opened = Callable[[], AbstractContextManager[Flask]]


@click.group()
def votes() -> None:
    """Read what votes say: support, opinion groups, what divides; take votes in, and give them out."""


@votes.command("import", epilog="Example: plenary votes import exported-conversation --slug our-town")
@click.argument("folder", type=FOLDER)
@click.option("--slug", help="Its address (default: made of the topic).")
@click.option("--title", help="Its title (default: the topic in summary.csv, or the name of the folder).")
@click.option("--language", default="en", show_default=True, help="In which the statements are, as a code.")
@click.option("--open", "is_open", is_flag=True, help="Leave it open for votes; otherwise it is closed.")
@click.option("--secretariat", metavar="ADDRESS", help="Of an account that is to run it.")
@click.pass_obj
def import_folder(
    opened: Opened,
    folder: Path,
    slug: str | None,
    title: str | None,
    language: str,
    is_open: bool,
    secretariat: str | None,
) -> None:
    """Import the conversation in FOLDER as a consultation: the whole of it, or nothing.

    FOLDER holds it as Polis exports it. Statements become positions; who agreed, disagreed or passed
    supports, disagrees or abstains, at the time when that was. Participants get a seat each, and no names.
    """
    conversation = read_conversation(folder)
    title = title or told(conversation, "topic") or folder.resolve().name
    with opened() as app, write():
        slug = slug or next(each for each in slugs(title, "conversation") if not find_consultation(each))
        file = as_file(conversation, slug, title, language, now(), is_open=is_open)
        consultation = import_consultation(file, app.config["SETTINGS"].uploads, now())
        if secretariat:
            _seat_secretariat(consultation, secretariat)
        click.echo(f"Imported “{consultation.title}” as {consultation.slug}: {_size(conversation)}.")


@votes.command(epilog="Example: plenary votes export our-town -o our-town")
@click.argument("slug")
@click.option(
    "-o", "--output", "folder", type=click.Path(path_type=Path), help="A new folder (default: SLUG)."
)
@click.pass_obj
def export(opened: Opened, slug: str, folder: Path | None) -> None:
    """Export the votes of the consultation at SLUG as Polis would: what was imported comes out equal.

    Participants are numbers. Whoever gets the files can see which of them voted how.
    """
    with opened():
        conversation = of_consultation(_find(slug))
    write_conversation(conversation, folder or Path(slug))
    click.echo(f"Exported to {folder or slug}: {_size(conversation)}.")


@votes.command(epilog="Example: plenary votes analyse exported-conversation --json")
@click.argument("what", metavar="SLUG|FOLDER")
@click.option("--json", "as_json", is_flag=True, help="Print everything, as JSON.")
@click.option(
    "--entitled", type=click.IntRange(min=1), help="How many may vote, where a consultation does not say."
)
@click.pass_obj
def analyse(opened: Opened, what: str, as_json: bool, entitled: int | None) -> None:
    """Print what the votes in a consultation or a folder say: figures, opinion groups, suggested statuses.

    FOLDER holds a conversation as Polis exports it: comments.csv, and votes.csv or participants-votes.csv.
    """
    secret, thresholds = False, DEFAULTS
    if Path(what).is_dir():
        conversation = read_conversation(Path(what))
    else:
        with opened():
            consultation = _find(what)
            conversation, secret = of_consultation(consultation), not consultation.names_public
            entitled = entitled or active_voters(consultation)
            thresholds = consultation.procedure.thresholds
    found = analyse_votes(conversation.votes(), entitled, secret=secret)
    if as_json:
        voters = max(entitled or 0, len(conversation.participants))
        tree = as_tree(conversation, found, suggested(found, voters, thresholds))
        click.echo(json.dumps(tree, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(as_text(conversation, found)))


def _find(slug: str) -> Consultation:
    found = find_consultation(slug)
    if found is None:
        raise click.ClickException(
            f"There is neither a consultation nor a folder “{slug}”; plenary list shows the consultations."
        )
    return found


def _seat_secretariat(consultation: Consultation, address: str) -> None:
    account = find_account(normalize(address))
    if account is None:
        raise click.ClickException(f"There is no account with {address} yet; plenary appoint makes one.")
    take_seat(consultation, account.person, Role.SECRETARIAT, now())


def _size(conversation: Conversation) -> str:
    return (
        f"{len(conversation.statements)} positions, {len(conversation.participants)} participants, "
        f"{len(conversation.casts)} votes"
    )
