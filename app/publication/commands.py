"""plenary report, verify, phrases: what an operator does with reports, from the command line."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any, BinaryIO

import click
from flask import Flask

from app.consultations.arguments import OUTPUT, named
from app.consultations.models import Consultation
from app.consultations.terms import ReportStyle
from app.core.report.adoption import Place, places
from app.core.report.corrigendum import corrected
from app.core.report.document import COUNTED, Numbering, Report
from app.core.report.edition import Annex, Edition
from app.core.report.phrases import LANGUAGES, language_of
from app.core.report.phrases.book import phrases_of
from app.core.report.record import Record
from app.core.report.revision import carried
from app.core.report.seal import canonical, unseal
from app.core.report.styles import STYLES
from app.drafting.desk import Desk, lay_desk
from app.drafting.queries import draft_of, edition_of, revisions_of
from app.publication.queries import published
from app.publication.verification import recognize, verify
from app.reports.choices import Choices
from app.reports.citations import citations
from app.reports.formats import FORMATS
from app.web.clock import now
from app.web.languages import say

Opened = Callable[[], AbstractContextManager[Flask]]  # the application on its database, as app.cli has it


@click.command(epilog="Example: plenary report cluster-2009 --style numbered --format docx -o report.docx")
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
@click.pass_obj
def report(opened: Opened, slug: str, form: str, output: BinaryIO, sources: bool, **wanted: Any) -> None:
    """Write the report of SLUG: as published, else as the rapporteur's desk has it now."""
    with opened() as app, app.test_request_context():
        told, sealed = _told(named(slug), {key: value for key, value in wanted.items() if value})
        cited = citations(unseal(sealed, Record), told.lang) if sources else None
        content = FORMATS[form].render(told, Choices(sources=cited, record=sealed))
        if isinstance(content, bytes) and output.isatty():
            raise click.ClickException("This format is not for the screen: name a file with -o.")
        output.write(content.encode() if isinstance(content, str) else content)


@click.command("verify", epilog="Example: plenary verify cluster-2009 --record cluster-2009-record-1.json")
@click.argument("slug")
@click.option("--record", type=click.File("rb"), help="A record.json that somebody holds against the seal.")
@click.pass_obj
def verify_seals(opened: Opened, slug: str, record: BinaryIO | None) -> None:
    """Check the seals of the published reports of SLUG.

    With --record, say of which version that file is the sealed record.
    """
    with opened():
        consultation = named(slug)
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


@click.command(epilog="Example: plenary phrases --language fr --doubtful")
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="en", show_default=True)
@click.option("--doubtful", is_flag=True, help="Only those that want a translator's eye.")
def phrases(language: str, doubtful: bool) -> None:
    """Print the phrases of which reports are made, each with an example; “?” marks what is doubtful."""
    for phrase in phrases_of(LANGUAGES[language]):
        if phrase.unsure or not doubtful:
            click.echo(f"{'?' if phrase.unsure else ' '} {phrase.key}\n    {phrase.example}")
        if phrase.unsure:
            click.echo(f"    ({phrase.unsure})")


def _told(consultation: Consultation, wanted: dict[str, Any]) -> tuple[Report, str]:
    """The newest version as it was sealed, or its record told otherwise, else the draft; and the record."""
    asked = {key: READ.get(key, str)(value) for key, value in wanted.items()}
    draft = draft_of(consultation)
    newest = next(reversed(published(consultation)), None)
    if newest is None:
        desk = lay_desk(consultation, now(), **asked)
        home = edition_of(draft, consultation).language or consultation.language
        return _carried(desk, home, {}), canonical(desk.record)
    sealed = unseal(newest.document, Report)
    edition = _edition(sealed)
    if all(value == getattr(edition, key) for key, value in asked.items()):
        return sealed, newest.record
    edition = replace(edition, quantifiers=draft.quantifiers if draft else "", **asked)
    desk = Desk(unseal(newest.record, Record), edition, revisions_of(draft, newest.published_at))
    told = _carried(desk, sealed.lang, places(sealed))
    return corrected(told, newest.version, newest.corrects) if newest.corrects else told, newest.record


def _carried(desk: Desk, home: str, were: Mapping[str, Place]) -> Report:
    """The report with what the rapporteur made of it; what of that could not come along is said aloud."""
    kept, left = carried(desk.revisions, language_of(home).code, desk.composed.lang)
    desk = replace(desk, revisions=kept)
    are = places(desk.report)
    strays = [each for each in kept.blocks if each.text and each.block not in desk.blocks]
    for revision in (*left, *strays):
        place = are.get(revision.block) or were.get(revision.block)
        name = say(place.name) if place else revision.block
        why = "told as composed" if revision in left else "left out, since it is not told in this manner"
        click.echo(f"{name}: reworded in {revision.lang}; {why}.", err=True)
    return desk.report


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
