"""plenary votes: what votes say, from a folder of files and without a server."""

import json
from pathlib import Path

import click

from app.core.opinion.analysis import analyse as analyse_votes
from app.exchange.findings import as_text, as_tree
from app.exchange.polis import read_conversation


@click.group()
def votes() -> None:
    """Read what votes say: support, opinion groups, what divides."""


@votes.command(epilog="Example: plenary votes analyse exported-conversation --json")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print everything, as JSON.")
@click.option("--entitled", type=click.IntRange(min=1), help="How many may vote, where that is known.")
def analyse(folder: Path, as_json: bool, entitled: int | None) -> None:
    """Print what the votes in FOLDER say: figures, opinion groups, suggested statuses.

    FOLDER holds a conversation as Polis exports it: comments.csv, and votes.csv or participants-votes.csv.
    """
    conversation = read_conversation(folder)
    found = analyse_votes(conversation.votes(), entitled)
    if as_json:
        click.echo(json.dumps(as_tree(conversation, found), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(as_text(conversation, found)))
