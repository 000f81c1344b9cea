"""A language's phrase book: every frame that it has, and each filled with an example."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.core.report.document import Run
from app.core.report.phrases.frames import SHARES, Choice, Language, Noun, Row, Slot, Words, plain
from app.core.report.quantifiers import Quantifier

TABLES = ("impersonal", "spoken", "verdicts", "outcomes", "actions", "recorded", "merged", "entries", "roles",
          "sentences")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    key: str  # "impersonal/consensus/clause"
    frame: str
    example: str
    unsure: str = ""  # why a translator should look at it


def phrases_of(language: Language) -> Iterator[Phrase]:
    """Every frame with an example, in the order of the tables."""
    for key, frame in frames_of(language).items():
        yield Phrase(key, frame, example(language, key, frame), language.unsure.get(key, ""))


def frames_of(language: Language) -> dict[str, str]:
    """Every frame by its place: table, row and column."""
    found: dict[str, str] = {}
    for name in TABLES:
        for row, frame in getattr(language, name).items():
            key = f"{name}/{_named(row)}"
            columns = frame._asdict() if isinstance(frame, Row) else {"": frame}
            found |= {f"{key}/{column}".rstrip("/"): text for column, text in columns.items()}
    return found


def example(language: Language, key: str, frame: str) -> str:
    """The frame filled, as it would stand in a report."""
    slots = {**_slots(language), "x": _completing(language, key)}
    return plain(language.sentence(language.fill(frame, **slots), ""))


def _completing(language: Language, key: str) -> Slot:
    """What completes a frame: words in the form of its column, a quotation, or a sentence."""
    table, _, name = key.partition("/")
    form = key.rpartition("/")[2]
    if form == "put" or table == "recorded":
        return language.say("quote.put", x=Run("…", "und"), language=_other(language))
    if name in _OF_A_SENTENCE:
        return language.say("adopted")
    if name in _OF_A_LEAD_IN:
        return _lead_in(language)
    if name in _OF_A_QUOTATION:
        return language.say("quote", x=language.samples["clause"])
    if table == "actions" or name == "to":
        form = "infinitive"
    return language.samples["clause" if name.startswith("quote") else form if form in _FORMS else "noun"]


_FORMS = ("clause", "infinitive", "gerund", "noun")
_OF_A_SENTENCE = ("however", "finally", "opener", "not all")
_OF_A_LEAD_IN = ("lead", "lead.put", "including")
_OF_A_QUOTATION = (
    "document", "presented.title", "objection", "objection.group", "set aside", "reservation", "minority.of",
    "minority.of.paragraph", "review.appeal", "review.appeal.paragraph", "review.heard",
)  # fmt: skip


def _slots(language: Language) -> Mapping[str, Slot]:
    day, group, called = date(2026, 3, 2), next(iter(language.groups.values())), language.called["themes"]
    names = language.samples
    return {
        "who": language.quantifiers[Quantifier.SOME][0],
        "also": language.connectors["also"],
        "event": Choice(0),
        "modal": Choice(0),
        "share": Choice(SHARES.index("many")),
        "n": 2,
        "date": language.date(day, None),
        "body": Noun(names["body"]),
        "by": Noun(language.sentences["secretariat"]),
        "of": group[0],
        "supporters": language.listing([names["body"], names["body"]]),
        "group": group[0],
        "entries": called.noun,
        "made": called.made,
        "two": called.two,
        "officers": language.listing([names["officer"], names["officer"]]),
        "language": _other(language),
        "opener": names["opener"],
        "purpose": names["purpose"],
        "rest": _lead_in(language),
        "a": language.sentences["adopted"],
        "b": language.fill(language.sentences["documents"], by=Noun(language.sentences["secretariat"])),
        "answer": language.say("quote", x=names["clause"]),
        "opens": language.date(day, None if language.year_first else day.year),
        "closes": language.date(day.replace(month=5), day.year if language.year_first else None),
        "label": "7",
        "number": "7",
        "ref": "P3.2",
        "status": language.sentences["status.agreed"],
        "name": names["officer"],
        "title": names["title"],
        "digest": "6c6f…",
        "version": "2",
        "corrects": names["clause"],
        "consensus": 80,
        "each": 50,
        "broad": 67,
    }


def _lead_in(language: Language) -> Words:
    called = language.called["themes"]
    return language.say("following", entries=called.noun, made=called.made)


def _other(language: Language) -> str:
    return next(name for code, name in language.languages.items() if code != language.code)


def _named(row: object) -> str:
    return " ".join(filter(None, row)) if isinstance(row, tuple) else str(row)
