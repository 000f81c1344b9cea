"""The record: all that a report needs to know of a consultation at one instant, frozen, as plain values.

Everything in it has a `ref`, a short name that stays the same for ever ("I4", "P3", "P3.2", "O2"); the
report's sentences name the refs that they rest on. No person is named here without consent.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from app.core.calls import CallFigures
from app.core.determinations import Status
from app.core.objections import ObjectionState
from app.core.opinion.findings import Findings
from app.core.outcomes import Modality, OutcomeKind
from app.core.texts import Form, Kind, ProposalKind, Relation
from app.core.votes import Tally


class Join(StrEnum):
    """How a statement follows the one before it."""

    NEW = "new"  # a paragraph of its own
    RUN_ON = "run on"  # in the same paragraph
    CONTINUE = "continue"  # an unnumbered paragraph under the same number
    LIST = "list"  # with it, as items of one list under one lead-in


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    title: str
    slug: str = ""
    purpose: str = ""
    symbol: str = ""
    place: str = ""
    held_on: date | None = None  # a meeting of one day; otherwise it opens and closes
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    timezone: str = "UTC"
    language: str = "en"
    style: Literal["numbered", "bulleted"] = "numbered"
    quantifiers: Literal["neutral", "scale"] = "neutral"  # "some … others", or the scale of HOUSE-STYLE 8.2
    unit: Literal["delegation", "person"] = "delegation"  # that has one voice
    names_public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    ref: str
    role: str  # chair · co-chair · rapporteur · secretariat
    name: str  # as printed at the first mention: "Mr. Houlin Zhao"; for the secretariat, "the secretariat"
    short: str = ""  # afterwards: "Mr. Zhao"
    title: str = ""
    pronoun: str = ""  # "She"; without it the short name is repeated


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    ref: str
    name: str  # as it stands in a sentence: "the private sector"
    representatives: str = ""  # "Private sector representatives"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    ref: str
    name: str
    kind: Literal["country", "body"] = "body"
    group: str = ""  # the ref of its stakeholder group
    speaks_for_group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone other than an officer, who has consented to be named."""

    ref: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    ref: str
    title: str
    presented_by: str = ""  # as printed: "the secretariat"
    item: str = ""  # the ref of its agenda item; none: a background document


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """The adoption of the agenda, reported under an agenda item or, without one, at the opening."""

    ref: str
    manner: Literal["adopted", "as drafted", "as amended"] = "adopted"
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTally:
    group: str  # the ref of the stakeholder group
    tally: Tally | None  # None: too small to be shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    ref: str
    reason: str
    state: ObjectionState = ObjectionState.OPEN
    answer: str = ""
    on_behalf_of: str = ""  # the ref of a stakeholder group


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    ref: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MinorityStatement:
    ref: str
    text: str  # in the proponents' own words
    of: str = ""  # the ref of a group, a delegation or a consenting person
    supporters: tuple[str, ...] = ()  # likewise, of those who have signed it
    others: int = 0  # who have signed it without being named
    language: str = ""  # in which it was written, where it is not the consultation's


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """A determination put before the host body."""

    ref: str
    text: str
    of: str = ""  # the ref of a group, a delegation or a consenting person
    answer: str = ""  # of the host body


@dataclass(frozen=True, slots=True, kw_only=True)
class Determination:
    """The chair's act: a status with its reasons and the evidence as it stood at that minute."""

    ref: str
    status: Status
    rationale: str = ""
    by: str = ""  # the ref of an officer
    at: datetime | None = None
    round: int = 1
    final: bool = True  # False while it can be challenged, or an answer is owed
    withdrawn: bool = False
    evidence: Tally | None = None
    open_objections: int = 0
    appeals: tuple[Appeal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What happens next with an agenda item, a proposal, a position or the whole consultation."""

    ref: str
    kind: OutcomeKind
    text: str  # "another meeting"; as a clause it is the whole sentence
    form: Form = Form.NOUN
    modality: Modality = Modality.WILL
    body: str = ""  # to which it is referred, or who acts: "the Bureau", "all participants"
    due_on: date | None = None
    status: Status | None = None  # where the next step itself was agreed
    elaboration: str = ""
    opener: str = ""  # "If applicable,"
    purpose: str = ""  # "to progress the work"
    counters: str = ""  # the ref of the outcome that it qualifies


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    ref: str
    text: str
    form: Form = Form.CLAUSE
    kind: Kind = Kind.VIEW
    elaboration: str = ""  # further sentences, in free indirect speech
    opener: str = ""  # "In relation to the format,"
    verb: str = ""  # the reporting verb asked for (verbs.Verb); taken where the status allows it
    entry: bool = False  # of a list, of options, or a comment on a document
    answers: str = ""  # the ref of the position that it speaks against or is said beside
    answers_as: Relation | None = None
    put_by: str = ""  # the ref of an officer, delegation, group or person
    named: bool = False  # a country, body or person that asked to be named
    withdrawn: bool = False
    language: str = ""  # in which it was put, where it is not the consultation's
    determination: Determination | None = None
    earlier: tuple[Determination, ...] = ()
    tally: Tally | None = None
    by_group: tuple[GroupTally, ...] = ()
    objections: tuple[Objection, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    minority_statements: tuple[MinorityStatement, ...] = ()
    call: CallFigures | None = None  # what came of the last consensus call on it
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The head of a thread; its own text is its first position, the others follow in order."""

    ref: str
    title: str
    kind: ProposalKind = ProposalKind.TEXT
    entries_called: str = ""  # "themes", "comments"
    purpose: str = ""  # "as a basis for discussion"
    put_by: str = ""
    named: bool = False
    withdrawn: bool = False
    positions: tuple[Position, ...] = ()
    determination: Determination | None = None  # of the whole
    earlier: tuple[Determination, ...] = ()
    minority_statements: tuple[MinorityStatement, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    ref: str
    number: int
    title: str
    proposals: tuple[Proposal, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """What the counts must reach before a status is suggested to the chair: whole per cent, or voices."""

    consensus: int = 80
    broad: int = 67
    group: int = 50
    divided: int = 33
    rejected: int = 20
    objections: int = 10
    certainty: int = 90
    voters: int = 5
    turnout: int = 10
    groups: int = 2
    heard: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """The rapporteur's order: what comes here, and how it follows what stands before it."""

    ref: str
    join: Join = Join.NEW


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    consultation: Consultation
    at: datetime
    voters: int = 0  # delegations or persons that voted at least once
    officers: tuple[Officer, ...] = ()
    groups: tuple[Group, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    persons: tuple[Person, ...] = ()  # those who may be named
    documents: tuple[Document, ...] = ()
    adoption: Adoption | None = None
    agenda: tuple[AgendaItem, ...] = ()
    outcomes: tuple[Outcome, ...] = ()  # of the whole consultation
    thresholds: Thresholds = Thresholds()
    findings: Findings | None = None  # what the votes say, where the report is to tell it
    arrangement: tuple[Placing, ...] = ()  # empty: the order of HOUSE-STYLE 9.4
