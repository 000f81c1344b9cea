"""Record → Report: claims are sorted, put in order, told, laid out, revised, labelled.

The same record, edition and revisions give the same report.
"""

import re
from zoneinfo import ZoneInfo

from app.core.report import formalities, listings, statements
from app.core.report.annexes import annexes
from app.core.report.characters import anchored, legible
from app.core.report.claims import (
    Formalities,
    Listing,
    NextStep,
    Opening,
    Section,
    Silence,
    Statement,
    Verdict,
)
from app.core.report.context import Context
from app.core.report.document import Numbering, Report, Sentence
from app.core.report.edition import USUAL, Edition
from app.core.report.labels import label
from app.core.report.order import Places, Step, arranged
from app.core.report.passages import Passage
from app.core.report.phrases import language_of
from app.core.report.phrases.frames import Language, plain
from app.core.report.record import Consultation, Join, Record
from app.core.report.revision import UNREVISED, Revisions, revise
from app.core.report.seal import canonical, digest
from app.core.report.sections import sections
from app.core.report.styles import STYLES
from app.core.report.styles.layout import Layout
from app.core.report.styles.style import Style
from app.core.report.votes_say import drawings


def compose(record: Record, edition: Edition = USUAL, revisions: Revisions = UNREVISED) -> Report:
    """The report of a record as it is asked for, with what the rapporteur makes of it."""
    consultation = record.consultation
    manner = STYLES[edition.style or consultation.style]
    tongue = language_of(edition.language or consultation.language)
    context = Context(record, tongue, manner, edition.quantifiers)
    layout = Layout(manner, edition.numbering)
    places = {placing.ref: (index, Join(placing.join)) for index, placing in enumerate(record.arrangement)}
    for together in _divided(sections(record), manner):
        first, passages = together[0], _told(together, context, places)
        closing = first.item is None and first.claims[0].ref in {outcome.ref for outcome in record.outcomes}
        if first.item and manner.sections:
            title = Sentence((context.run(first.item.title),), (first.item.ref,))
            layout.heading(first.item.ref, title, Numbering.SECTION)
        elif manner.sections and record.agenda and passages and not closing:
            title = Sentence(tongue.sentence(context.say("opening", event=context.event), ""))
            layout.heading("opening", title, Numbering.NONE)
        for passage in passages:
            layout.place(passage, plain=closing and not manner.sections)
    body = label(revise(layout.done(), revisions, layout.numbering, tongue.code), tongue.letter)
    notes = annexes(record, context, body, edition.annexes)
    seal = digest(canonical(record))
    kind = (tongue.drafts if edition.draft else tongue.kinds)[manner.name]
    date = _date(consultation, tongue)
    return Report(
        lang=tongue.code,
        style=manner.name,
        title=_title(consultation, manner, date, tongue),
        kind=kind.upper() if manner.capitals else kind,
        at=record.at,
        date="" if manner.dated_title else tongue.capital(date),
        place=legible(consultation.place),
        symbol=legible(consultation.symbol),
        body=body,
        notes=notes,
        drawings=drawings(record, context, notes),
        digest=seal,
        digest_line=plain(tongue.sentence(tongue.say("digest", digest=seal), end="")),
    )


def _divided(found: tuple[Section, ...], style: Style) -> tuple[tuple[Section, ...], ...]:
    """The sections that are told together: each by itself, or all but what concludes the whole."""
    if style.sections or not found:
        return tuple((section,) for section in found)
    closing = found[-1:] if found[-1].item is None and len(found) > 1 else ()
    inner = tuple(
        section
        for section in found[: len(found) - len(closing)]
        if not isinstance(section.claims[0], Silence)
    )
    return tuple(together for together in (inner, closing) if together)


def _told(together: tuple[Section, ...], context: Context, places: Places) -> list[Passage]:
    context.begin()
    steps = arranged(together, context.style, context.directory, places)
    last = max((index for index, step in enumerate(steps) if _is_loose(step)), default=-1)
    return [
        passage for index, step in enumerate(steps) for passage in _tell(context, step, last=index == last)
    ]


def _is_loose(step: Step) -> bool:
    """A statement that stands by itself: the last of them in a section may open with "Finally,"."""
    return isinstance(step.claim, Statement) and not step.within and not step.attached


def _tell(context: Context, step: Step, *, last: bool) -> list[Passage]:
    if step.join is not Join.RUN_ON:
        context.begin_paragraph()
    match step.claim:
        case Statement() as statement:
            return statements.tell_statement(context, step, statement, last)
        case Listing() as listing:
            return listings.tell_listing(context, step.join, listing)
        case Verdict() as verdict:
            return formalities.tell_verdict(context, step.join, verdict)
        case NextStep() as next_step:
            return formalities.tell_next_step(context, step.join, next_step)
        case Opening() as opening:
            return formalities.tell_opening(context, step.join, opening)
        case Formalities() as formal:
            return formalities.tell_formalities(context, step.join, formal)
        case Silence() as silence:
            return formalities.tell_silence(context, step.join, silence)


def _title(consultation: Consultation, style: Style, date: str, language: Language) -> str:
    title = consultation.title
    if style.dated_title and date:
        key = "dated.aside" if re.search("[:：]", title) else "dated"
        title = plain(language.say(key, title=anchored(title, language.way), date=date))
    return legible(title.upper() if style.capitals else title)


def _date(consultation: Consultation, language: Language) -> str:
    """The day of a meeting, or from when to when a consultation was open, in its own zone."""
    if consultation.held_on:
        return language.date(consultation.held_on, None)
    zone = ZoneInfo(consultation.timezone)
    days = [at.astimezone(zone).date() for at in (consultation.opens_at, consultation.closes_at) if at]
    if len(days) < 2:
        return "".join(language.date(day, None) for day in days)
    return plain(language.days(*days))
