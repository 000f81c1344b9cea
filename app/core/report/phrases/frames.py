"""What a language has to know to tell a report, and how a frame is filled.

A frame is a whole sentence, without its capital and its end mark, and with slots:

    {x}               what is put there
    {who:was|were}    the alternative that goes with a slot: with somebody's number and gender, with a
                      count, or with one of the orders below (how firm, which event, what share)
    [ on {date}]      left out where a slot in it is empty
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from string import Formatter
from typing import NamedTuple

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.report.characters import legible
from app.core.report.document import Run
from app.core.report.quantifiers import Quantifier
from app.core.report.verbs import Verb
from app.core.texts import Form, Kind, ProposalKind

# The orders in which a frame gives its alternatives.
FIRMNESS = (Modality.WILL, Modality.SHALL, Modality.WOULD, Modality.COULD, Modality.MAY)
EVENTS = ("meeting", "consultation")
SHARES = ("all", "one", "many", "some")

OPENING_MARKS = "“‘«\"'(„「『\u00a0\u202f"  # what may stand before a first letter
CLOSING_MARKS = '”’"»“」』\u00a0\u202f'  # and after a last one
COMMAS = str.maketrans(",،，、", "····")
END_MARKS = (".", "!", "?", ":", "…", "。", "！", "？", "：", "؟", ";", "；", "؛")


class Row(NamedTuple):
    """A verb's frames by the form of what completes it, and for words put in another language."""

    clause: str
    infinitive: str
    gerund: str
    noun: str
    put: str  # {x} is a quotation: its grammar is not this language's

    def frame(self, form: Form) -> str:
        return str(getattr(self, form.name.lower()))


@dataclass(frozen=True, slots=True)
class Noun:
    """Words with which others in the sentence agree."""

    words: str
    gender: str = ""  # "m", "f" or "n", where it is known
    plural: bool = False


class Called(NamedTuple):
    """What the entries of a list are called, and how such things are put: "comments" are "made"."""

    noun: Noun
    made: str
    two: str = ""  # that two of them were put, where that takes more than a number: a dual, a measure word


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of a frame's alternatives."""

    place: int


Slot = str | int | Noun | Choice | Run | tuple[Run, ...]
Words = tuple[Run, ...]


def _as_it_is(before: str, after: str) -> tuple[str, str]:
    return before, after


def _as_any(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Whole sentence frames, never glued words, and what grammar does to the words that fill them."""

    code: str
    impersonal: Mapping[Verb, Row]  # {x} {also}
    spoken: Mapping[Verb, Row]  # {who} {x}
    verdicts: Mapping[tuple[Status, ProposalKind], str]  # of a whole proposal, after it has been told
    outcomes: Mapping[tuple[OutcomeKind, Modality | None], str]  # {x} is a noun phrase
    actions: Mapping[OutcomeKind, str]  # {body} is to do something: {x} is an infinitive
    recorded: Mapping[OutcomeKind, str]  # {x} was put in another language
    merged: Mapping[Status | Kind, str]  # lead-ins of several positions of one status or kind
    entries: Mapping[Status, str]  # lead-ins of entries of a list
    called: Mapping[str, Called]  # what entries may be called, by the English word; "" is any other
    sentences: Mapping[str, str]
    quantifiers: Mapping[Quantifier, tuple[Noun, Noun]]  # with its noun, and alone
    connectors: Mapping[str, str]  # also, further: with the space that parts them from the verb
    roles: Mapping[str, str]  # the sentence for officers of one role
    kinds: Mapping[str, str]  # what the report is called, by style
    drafts: Mapping[str, str]  # and before it is published
    languages: Mapping[str, str]  # "in French", as after “…” in brackets
    groups: Mapping[str, tuple[str, str]]  # the usual stakeholder groups, and their representatives
    pronouns: Mapping[str, str]  # by gender, as the subject of a sentence
    samples: Mapping[str, str]  # words to fill a frame with, for whoever looks the phrases over
    unsure: Mapping[str, str] = field(default_factory=dict)  # frames for a translator's eye, and why
    end: str = "."
    semicolon: str = ";"
    stop_outside: bool = False  # the full stop stands after the closing quotation mark: «…».
    way: str = "ltr"  # in which it is written
    year_first: bool = False  # 2026年3月2日, so that of two days the second does without
    soften: Callable[[str], str]  # a text's first word as it stands within a sentence
    listing: Callable[[Sequence[str]], str]  # a, b and c
    date: Callable[[dt.date, int | None], str]  # without the year where it is this one
    group: Callable[[str], str]  # a stakeholder group's name within a sentence
    country: Callable[[str], Noun]  # a country as the subject of a sentence
    letter: Callable[[int], str]  # the label of a lettered paragraph
    number: Callable[[int], str] = str
    plural: Callable[[int], int]  # which alternative goes with a count
    calling: Callable[[str], Called]  # entries called by a word that is not in the table
    agree: Callable[[Noun], int]  # and with somebody's number and gender
    seam: Callable[[str, str], tuple[str, str]] = _as_it_is  # where a frame meets what fills it: du, del
    following: Callable[[str], str] = _as_any  # a sentence that follows another in its paragraph

    def fill(self, frame: str, **slots: Slot) -> Words:
        """The frame with its slots filled; text in another language keeps a run of its own."""
        runs: list[Run] = []
        for optional, pieces in _parsed(frame):
            if optional and not all(_is_filled(slots.get(name, "")) for _, name, _ in pieces if name):
                continue
            for literal, name, alternatives in pieces:
                runs.append(Run(literal))
                if alternatives:
                    runs.append(Run(alternatives[self._place(slots[name])]))
                elif name:
                    self._join(runs, self._as_words(slots.get(name, "")))
        return merged(runs)

    def say(self, key: str, **slots: Slot) -> Words:
        return self.fill(self.sentences[key], **slots)

    def row(self, things: Sequence[Words]) -> Words:
        """a, b and c, each with the languages in which it was put."""
        texts = [plain(words).translate(COMMAS) for words in things]  # theirs do not count: each is quoted
        told, runs = self.listing(texts), []
        for text, words in zip(texts, things, strict=True):
            between, _, told = told.partition(text)
            runs += [Run(between), *words]
        return merged(runs)

    def days(self, opens: dt.date, closes: dt.date) -> Words:
        """From one day to another, with the year once where it is the same."""
        first, last = (None, opens.year) if self.year_first else (closes.year, None)
        return self.say("online", opens=self.date(opens, first), closes=self.date(closes, last))

    def sentence(self, words: Words, end: str | None = None) -> Words:
        """The words with a capital first letter and, unless they have one, an end mark."""
        words = merged(words)
        if not words:
            return words
        words = (Run(self.capital(words[0].text), words[0].lang), *words[1:])
        mark = self.end if end is None else end
        return words if not mark or _is_ended(words) else merged((*words, Run(mark)))

    def follow(self, words: Words) -> Words:
        """The words as they begin after another sentence."""
        first, *rest = merged(words) or (Run(""),)
        return words if first.lang else merged((Run(self.following(first.text)), *rest))

    def capital(self, text: str) -> str:
        """The text with a capital where its first letter is one."""
        start = next((at for at, letter in enumerate(text) if letter not in OPENING_MARKS), 0)
        return text[: start + 1].upper() + text[start + 1 :]

    def _as_words(self, slot: Slot) -> Words:
        match slot:
            case int():
                return (Run(self.number(slot)),)
            case str():
                return (Run(legible(slot)),)
            case Noun():
                return (Run(legible(slot.words)),)
            case Choice():
                return ()
            case Run():
                return (slot,)
        return slot

    def _place(self, slot: Slot) -> int:
        """Which of its alternatives goes with what fills a slot."""
        match slot:
            case Choice():
                return slot.place
            case Noun():
                return self.agree(slot)
            case int():
                return self.plural(slot)
        raise TypeError(f"Nothing agrees with {slot!r}.")

    def _join(self, runs: list[Run], words: Words) -> None:
        """Puts words after what the frame says before them, with what happens where the two meet."""
        first = next(iter(words), Run(""))
        if runs and first.text and not first.lang and not runs[-1].lang:
            before, after = self.seam(runs[-1].text, first.text)
            runs[-1] = Run(before)
            words = (Run(after), *words[1:])
        runs.extend(words)


def plain(words: Words) -> str:
    return "".join(run.text for run in words)


def merged(runs: Sequence[Run]) -> Words:
    """Neighbouring runs of one language in one."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].lang == run.lang:
            found[-1] = Run(found[-1].text + run.text, run.lang)
        elif run.text:
            found.append(run)
    return tuple(found)


Piece = tuple[str, str, tuple[str, ...]]  # what is said, the slot after it, its alternatives


@lru_cache(maxsize=4096)
def _parsed(frame: str) -> tuple[tuple[bool, tuple[Piece, ...]], ...]:
    """The frame in parts, each with whether it is left out where a slot in it is empty."""
    parts = (part for part in re.split(r"(\[[^]]*\])", frame) if part)
    return tuple((part.startswith("["), tuple(_pieces(part.strip("[]")))) for part in parts)


def _pieces(part: str) -> list[Piece]:
    return [
        (literal, name or "", tuple(spec.split("|")) if spec else ())
        for literal, name, spec, _ in Formatter().parse(part)
    ]


def _is_filled(slot: Slot) -> bool:
    return bool(slot.words if isinstance(slot, Noun) else slot)


def _is_ended(words: Words) -> bool:
    return plain(words).rstrip(CLOSING_MARKS).endswith(END_MARKS)
