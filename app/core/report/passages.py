"""Passages: sentences in their order, with the items that hang on them, before they get labels."""

from dataclasses import dataclass

from app.core.report.document import Numbering, Sentence
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
    marker: Numbering = Numbering.DOT
    open: bool = False  # what runs on belongs to the last item, and more items may come
