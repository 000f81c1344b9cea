"""What a schema cannot say: references lead somewhere, numbers are not used twice, votes are votes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from typing import Any
from zoneinfo import available_timezones

from msgspec import DecodeError, ValidationError, inspect

from app.chairing.evidence import thaw, thaw_calls
from app.consultations.files import judge
from app.consultations.terms import OFFICE_LABELS
from app.core.interventions import InterventionState, check_intervention
from app.core.phases import Phase
from app.core.report.document import Report
from app.core.report.record import Record
from app.core.report.seal import unseal
from app.core.roles import Role
from app.core.words import Incomplete
from app.exchange.callings import check_calls
from app.exchange.file import ConsultationFile, Determination, Part
from app.exchange.flaws import FileError
from app.exchange.polls import check_votes
from app.web.markup import is_safe_url

Flaws = Iterator[tuple[str, str]]


def check(file: ConsultationFile) -> None:
    """FileError at the first thing that contradicts another."""
    for rule in RULES:
        for where, what in rule(file):
            raise FileError(where, what)


@cache
def references(part: type[Part]) -> dict[str, str]:
    """The fields of a part that refer to others of the file, and to which: {"seat": "seats"}."""
    found = {}
    for field in inspect.type_info(part).fields:  # type: ignore[union-attr]
        for kind in getattr(field.type, "types", [field.type]):
            if isinstance(kind, inspect.Metadata) and kind.extra and "of" in kind.extra:
                found[field.name] = kind.extra["of"]
    return found


def walk(part: Part, where: str = "$") -> Iterator[tuple[str, Part]]:
    """A part and all within it, each with its place."""
    yield where, part
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from walk(value, f"{where}.{name}")
        for index, each in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(each, Part):
                yield from walk(each, f"{where}.{name}[{index}]")


def _times(file: ConsultationFile) -> Flaws:
    for where, part in walk(file):
        for name in part.__struct_fields__:
            value = getattr(part, name)
            if isinstance(value, datetime) and not _is_an_instant(value):
                yield f"{where}.{name}", "this time lies outside the calendar"


def _is_an_instant(value: datetime) -> bool:
    try:
        return bool(value.astimezone(UTC))
    except OverflowError:
        return False


def _repeated(file: ConsultationFile) -> Flaws:
    """A number or a key names one thing among its siblings."""
    for where, part in walk(file):
        for name in part.__struct_fields__:
            siblings = getattr(part, name)
            for mark in ("number", "key", "version"):
                seen: set[Any] = set()
                for index, each in enumerate(siblings if isinstance(siblings, tuple) else ()):
                    value = getattr(each, mark, None)
                    if value is not None and value in seen:
                        yield f"{where}.{name}[{index}].{mark}", f"{value} is used twice"
                    seen.add(value)


def _references(file: ConsultationFile) -> Flaws:
    known: dict[str, set[Any]] = {
        name: {getattr(each, "number", None) or each.key for each in getattr(file, name)}
        for name in (
            "people",
            "agenda",
            "officers",
            "delegations",
            "seats",
            "documents",
            "proposals",
            "outcomes",
        )
    }
    known["groups"] = {group.key for group in file.groups}
    known["positions"] = {f"{p.number}.{position.number}" for p in file.proposals for position in p.positions}
    voters = {f"B{number}" for number in known["delegations"]} | {f"S{number}" for number in known["seats"]}
    for where, part in walk(file):
        for name, whom in references(type(part)).items():
            value = getattr(part, name)
            if value not in (None, "") and value not in known[whom]:
                yield f"{where}.{name}", f"there is no “{value}” among the {whom}"
        voter = getattr(part, "voter", "")
        if voter and voter not in voters:
            yield f"{where}.voter", f"there is no “{voter}” among the delegations and seats"


def _frame(file: ConsultationFile) -> Flaws:
    if file.timezone not in available_timezones():
        yield "$.timezone", f"“{file.timezone}” is not a time zone, such as Europe/Paris"
    if file.opens_at and file.closes_at and file.closes_at <= file.opens_at:
        yield "$.closes_at", "it closes before it opens"
    if file.closed_at and file.phase not in {Phase.CLOSED, Phase.REPORTED}:
        yield "$.closed_at", "it is not closed, and yet it says when it was"
    if file.statement_days and file.statements_until:
        yield "$.statements_until", "give a number of days or a date, not both"
    if file.follows == file.slug:
        yield "$.follows", "a consultation cannot follow up itself"
    for index, officer in enumerate(file.officers):
        if officer.role not in OFFICE_LABELS:
            yield f"$.officers[{index}].role", f"an officer is one of {', '.join(OFFICE_LABELS)}"
    for index, outcome in enumerate(file.outcomes):
        if outcome.counters == outcome.number:
            yield f"$.outcomes[{index}].counters", "an outcome cannot qualify itself"


def _seats(file: ConsultationFile) -> Flaws:
    taken: set[str] = set()
    for index, seat in enumerate(file.seats):
        where = f"$.seats[{index}]"
        if not seat.person or seat.person in taken:
            yield f"{where}.person", f"“{seat.person}” needs one seat, neither none nor two"
        if seat.role is Role.VISITOR:
            yield f"{where}.role", "a visitor has no seat"
        if seat.delegation and seat.group:
            yield f"{where}.group", "the group is that of the delegation: give only one of the two"
        taken.add(seat.person)


def _documents(file: ConsultationFile) -> Flaws:
    for index, document in enumerate(file.documents):
        where = f"$.documents[{index}]"
        if document.url and not is_safe_url(document.url):
            yield f"{where}.url", "a link begins with http:// or https://"
        if document.url and document.filename:
            yield f"{where}.filename", "a document is a link or a file, not both"
        if document.content:
            try:
                upload = judge(document.filename, document.content)
            except Incomplete as incomplete:
                yield f"{where}.content", str(incomplete)
            else:
                if (upload.filename, upload.media_type) != (document.filename, document.media_type):
                    yield f"{where}.filename", f"this is {upload.filename}, {upload.media_type}"


def _threads(file: ConsultationFile) -> Flaws:
    answers = {f"{p.number}.{each.number}": each.answers for p in file.proposals for each in p.positions}
    for index, proposal in enumerate(file.proposals):
        where = f"$.proposals[{index}]"
        for place, position in enumerate(proposal.positions):
            if _circles(f"{proposal.number}.{position.number}", answers):
                yield f"{where}.positions[{place}].answers", "positions answer one another in a circle"
        earlier: set[int] = set()
        for place, comment in enumerate(proposal.comments):
            if comment.reply_to and comment.reply_to not in earlier:
                yield f"{where}.comments[{place}].reply_to", f"no comment {comment.reply_to} comes before it"
            if comment.position and not comment.position.startswith(f"{proposal.number}."):
                yield f"{where}.comments[{place}].position", f"{comment.position} is in another proposal"
            earlier.add(comment.number)
        for place, statement in enumerate(proposal.statements):
            if statement.position and not statement.position.startswith(f"{proposal.number}."):
                yield f"{where}.statements[{place}].position", f"{statement.position} is in another proposal"


def _interventions(file: ConsultationFile) -> Flaws:
    for index, said in enumerate(file.interventions):
        where = f"$.interventions[{index}]"
        if said.position and not said.position.startswith(f"{said.proposal}."):
            yield f"{where}.position", f"{said.position} is in another proposal"
        waits = said.state is InterventionState.ENTERED
        if waits is not (said.settled_by is None) or waits is not (said.settled_at is None):
            yield f"{where}.state", "what was answered says by whom and when, and what waits does not"
        try:
            check_intervention(said.counts_as, said.words, said.choice, on_position=said.position is not None)
        except Incomplete as lacking:
            yield f"{where}.{lacking.field}", str(lacking)


def _circles(ref: str, answers: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    step = answers[ref]
    while step and step != ref and step not in seen:
        seen.add(step)
        step = answers[step]
    return step == ref


def _evidence(file: ConsultationFile) -> Flaws:
    """The frozen figures are such as the pages can show."""
    for where, part in walk(file):
        if isinstance(part, Determination):
            try:
                thaw(part.evidence, "")
                thaw_calls(part.evidence, "")
            except ValidationError as error:
                yield f"{where}.evidence", str(error)


def _reports(file: ConsultationFile) -> Flaws:
    sealed = {"reports": file.reports, "circulations": file.circulations}
    for where, report in (
        (f"$.{name}[{index}]", part) for name, parts in sealed.items() for index, part in enumerate(parts)
    ):
        if sha256(report.record.encode()).hexdigest() != report.digest:
            yield f"{where}.digest", "the record is not the one that was sealed"
        for name, kind in (("record", Record), ("document", Report)):
            try:
                unseal(getattr(report, name), kind)
            except DecodeError as error:
                yield f"{where}.{name}", str(error)


def _desk(file: ConsultationFile) -> Flaws:
    seen: set[str] = set()
    for index, aside in enumerate(file.draft.set_aside if file.draft else ()):
        if aside.ref in seen:
            yield f"$.draft.set_aside[{index}].ref", f"“{aside.ref}” is set aside twice"
        seen.add(aside.ref)


RULES = (
    _times,
    _repeated,
    _references,
    _frame,
    _seats,
    _documents,
    _threads,
    _interventions,
    check_votes,
    check_calls,
    _evidence,
    _desk,
    _reports,
)
