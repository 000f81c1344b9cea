"""What tells one manner of report from another."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.report.document import Numbering
from app.core.report.record import Join
from app.core.report.verbs import Verb
from app.core.texts import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    name: str
    sections: bool  # agenda items are headed sections; otherwise all is one
    paragraphs: Numbering  # what labels a paragraph
    items: Numbering  # what labels an item that is a sentence
    phrases: Numbering  # what labels an item that is a noun phrase
    capitals: bool  # the title is in capitals
    dated_title: bool  # the title carries the date
    noun: bool  # "some participants" rather than "some"
    opinions: Mapping[Form, Verb]  # the usual verb of a contested position
    answer: Join  # how an answer follows what it answers
    gathers: bool  # contested positions stand under one lead-in
