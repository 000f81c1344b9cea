"""What a language has to know to tell a report, and how a frame is filled."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import Formatter

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.report.characters import legible
from app.core.report.document import Run
from app.core.report.quantifiers import Quantifier
from app.core.report.verbs import Verb
from app.core.texts import Form, Kind

QUOTES = "“‘«\"'("  # what may stand before a first letter

Slot = str | int | Run | tuple[Run, ...]
Words = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Whole sentence frames, never glued words; slots are in braces, and `{n:was|were}` follows a number."""

    code: str
    impersonal: Mapping[tuple[Verb, Form], str]  # {x} {also}
    spoken: Mapping[tuple[Verb, Form], str]  # {who} {x} {also} {n}
    proposals: Mapping[Status, str]  # of a whole proposal, after it has been told
    outcomes: Mapping[tuple[OutcomeKind, Modality | None], str]
    actions: Mapping[OutcomeKind, str]  # outcomes in which a body is to do something
    modals: Mapping[Modality, str]
    merged: Mapping[Status | Kind, str]  # lead-ins of several positions of one status or kind
    entries: Mapping[Status, str]  # lead-ins of entries of a list: {share}
    made: Mapping[str, str]  # how what entries are called is put: "comments" are "made"
    sentences: Mapping[str, str]
    quantifiers: Mapping[Quantifier, tuple[str, str]]  # with its noun, and alone
    connectors: Mapping[str, str]  # also, further
    openers: Mapping[str, str]  # However, Finally,
    roles: Mapping[str, str]  # the sentence for officers of one role
    kinds: Mapping[str, str]  # what the report is called, by style
    drafts: Mapping[str, str]  # and before it is published
    soften: Callable[[str], str]  # a text's first word as it stands within a sentence
    listing: Callable[[Sequence[str]], str]  # a, b and c
    date: Callable[[date, int | None], str]  # without the year where it is this one
    group: Callable[[str], str]  # a stakeholder group's name within a sentence
    letter: Callable[[int], str]  # the label of a lettered paragraph: "(c)" for 3


def fill(template: str, **slots: Slot) -> Words:
    """The frame with its slots filled; text in another language keeps a run of its own."""
    runs: list[Run] = []
    for literal, name, spec, _ in Formatter().parse(template):
        runs.append(Run(literal))
        if name and spec:
            runs.append(Run(spec.split("|")[slots[name] != 1]))
        elif name:
            runs.extend(as_words(slots.get(name, "")))
    return _merged(runs)


def as_words(slot: Slot) -> Words:
    if isinstance(slot, str | int):
        return (Run(legible(str(slot))),)
    return (slot,) if isinstance(slot, Run) else slot


def sentence_case(words: Words, end: str = ".") -> Words:
    """The words with a capital first letter and, unless they have one, an end mark."""
    words = _merged(words)
    if not words:
        return words
    first = words[0]
    start = next((place for place, letter in enumerate(first.text) if letter not in QUOTES), 0)
    capital = first.text[: start + 1].upper() + first.text[start + 1 :]
    words = (Run(capital, first.lang), *words[1:])
    if end and not _is_ended("".join(run.text for run in words)):
        words = _merged((*words, Run(end)))
    return words


def _is_ended(text: str) -> bool:
    return text.rstrip('”’"»').endswith((".", "!", "?", ":", "…", "。", "؟"))


def _merged(runs: Sequence[Run]) -> Words:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].lang == run.lang:
            merged[-1] = Run(merged[-1].text + run.text, run.lang)
        elif run.text:
            merged.append(run)
    return tuple(merged)
