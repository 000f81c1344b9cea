"""Passages: sentences in their order, with the items that hang on them, before they get labels."""

from dataclasses import dataclass

from app.core.report.document import Sentence
from app.core.report.record import Join


@dataclass(frozen=True, slots=True)
class Item:
    ref: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    ref: str
    join: Join
    sentences: tuple[Sentence, ...] = ()
    items: tuple[Item, ...] = ()
    phrases: bool = False  # the items are noun phrases
    open: bool = False  # what runs on belongs to the last item, and more items may come
