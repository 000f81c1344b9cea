"""What each ref of a record is, in the words of a footnote: "determination P3.2/D1 of 12 September 2008"."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.report.record import Determination, Outcome, Position, Proposal, Record
from app.web.languages import day

Cited = Iterator[tuple[str, str]]


def citations(record: Record, lang: str) -> dict[str, str]:
    """Words for every ref on which a sentence can rest, in the language of the report."""
    zone = ZoneInfo(record.consultation.timezone)
    with force_locale(lang):
        return dict(_frame(record)) | dict(_agenda(record, zone))


def _frame(record: Record) -> Cited:
    for officer in record.officers:
        yield officer.ref, _("list of officers")
    for document in record.documents:
        yield document.ref, _("document %(ref)s", ref=document.ref)
    if record.adoption:
        yield record.adoption.ref, _("adoption of the agenda")
    yield from _outcomes(record.outcomes)


def _agenda(record: Record, zone: ZoneInfo) -> Cited:
    for item in record.agenda:
        yield item.ref, _("agenda item %(number)s", number=item.number)
        yield from _outcomes(item.outcomes)
        for proposal in item.proposals:
            yield from _subject(proposal, zone)
            for position in proposal.positions:
                yield from _subject(position, zone)
                for objection in position.objections:
                    yield objection.ref, _("objection %(ref)s", ref=objection.ref)
                for reservation in position.reservations:
                    yield reservation.ref, _("reservation %(ref)s", ref=reservation.ref)
                if position.call:
                    yield position.call.ref, _("consensus call %(ref)s", ref=position.call.ref)


def _subject(subject: Proposal | Position, zone: ZoneInfo) -> Cited:
    """What a proposal and a position have in common."""
    yield subject.ref, subject.ref
    for determination in (*subject.earlier, *filter(None, (subject.determination,))):
        yield determination.ref, _determination(determination, zone)
    for statement in subject.minority_statements:
        yield statement.ref, _("minority statement %(ref)s", ref=statement.ref)
    yield from _outcomes(subject.outcomes)


def _determination(determination: Determination, zone: ZoneInfo) -> str:
    if determination.at is None:
        return _("determination %(ref)s", ref=determination.ref)
    on = day(determination.at.astimezone(zone).date())
    return _("determination %(ref)s of %(day)s", ref=determination.ref, day=on)


def _outcomes(outcomes: tuple[Outcome, ...]) -> Cited:
    return ((outcome.ref, _("outcome %(ref)s", ref=outcome.ref)) for outcome in outcomes)
