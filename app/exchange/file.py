"""The shape of an import file: what is written here is the schema, and unknown keys are refused.

References within a file are numbers that the consultation itself gives: seats, delegations, officers,
documents, agenda items and proposals by their number, positions as "3.2", comments as "3/17". Times are UTC.
"""

from datetime import date, datetime
from typing import Annotated, Any

from msgspec import Meta, Struct, field

from app.chairing.models import OutcomeKind
from app.consultations.terms import (
    Adoption,
    DelegationKind,
    Participation,
    Readers,
    ReportStyle,
    SeatState,
    VotingUnit,
)
from app.core.determinations import Status
from app.core.objections import ObjectionState
from app.core.outcomes import Modality
from app.core.phases import Phase
from app.core.roles import Role
from app.core.texts import Form, Kind, ProposalKind, Relation
from app.core.votes import Choice

FORMAT = "plenary-consultation/1"

Number = Annotated[int, Meta(ge=1)]
Line = Annotated[str, Meta(min_length=1, max_length=200)]
Words = Annotated[str, Meta(min_length=1, max_length=400)]
PositionRef = Annotated[str, Meta(pattern=r"^[1-9][0-9]*\.[1-9][0-9]*$")]
CommentRef = Annotated[str, Meta(pattern=r"^[1-9][0-9]*/[1-9][0-9]*$")]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Instant = Annotated[datetime, Meta(tz=True)]


class Part(Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True, frozen=True):
    """What every part of the file has in common."""


class Person(Part):
    """Somebody as the record knows them; the same key is the same person in every file."""

    key: Annotated[str, Meta(min_length=1, max_length=60)]
    name: Line
    organization: str = ""
    country: str = ""


class AgendaItem(Part):
    number: Number
    title: Line
    note: str = ""
    adoption: Adoption | None = None


class Officer(Part):
    number: Number
    role: str
    name: Line
    short: Line
    title: str = ""
    pronoun: str = ""


class Group(Part):
    number: Number
    key: Slug
    name: Line
    representatives: Line


class Delegation(Part):
    number: Number
    name: Line
    kind: DelegationKind = DelegationKind.BODY
    group: str = ""  # the key of its stakeholder group
    speaks_for_group: bool = False


class Seat(Part):
    number: Number
    person: str  # the key of the person
    role: Role
    state: SeatState = SeatState.ACTIVE
    delegation: Number | None = None
    group: str = ""  # for somebody without a delegation
    consents_to_name: bool = False
    taken_at: Instant


class Document(Part):
    """A link, or a file with its content in base64."""

    number: Number
    title: Line
    presented_by: str = ""
    agenda_item: Number | None = None
    url: str = ""
    filename: str = ""
    media_type: str = ""
    content: bytes = b""
    added_at: Instant
    removed_at: Instant | None = None


class Revision(Part):
    body: str
    replaced_at: Instant


class Comment(Part):
    number: Number
    position: PositionRef | None = None
    reply_to: Number | None = None
    seat: Number
    body: str
    commented_at: Instant
    revised_at: Instant | None = None
    deleted_at: Instant | None = None
    hidden_at: Instant | None = None
    revisions: tuple[Revision, ...] = ()


class Vote(Part):
    """One act of voting, in order; without a choice it is a vote taken back. The last of a voter counts."""

    seat: Number
    choice: Choice | None = None
    reason: str = ""
    reservation: str = ""
    cast_at: Instant


class Objection(Part):
    seat: Number
    reason: str
    remedy: str = ""
    state: ObjectionState = ObjectionState.OPEN
    answer: str = ""
    opened_at: Instant
    settled_at: Instant | None = None


class Determination(Part):
    """A determination; without a seat it was made by a meeting before it came into Plenary."""

    status: Status
    seat: Number | None = None
    suggested: Status | None = None
    rationale: str = ""
    departure: str = ""
    own: bool = False
    text: str = ""
    evidence: dict[str, Any] = field(default_factory=dict)
    determined_at: Instant


class Position(Part):
    number: Number
    text: Words
    form: Form = Form.CLAUSE
    kind: Kind = Kind.VIEW
    elaboration: str = ""
    opener: str = ""
    verb: str = ""
    named: bool = False
    language: str = ""
    answers: PositionRef | None = None
    answers_as: Relation | None = None
    replaces: PositionRef | None = None
    seat: Number | None = None
    delegation: Number | None = None
    officer: Number | None = None
    tabled_at: Instant
    withdrawn_at: Instant | None = None
    hidden_at: Instant | None = None
    votes: tuple[Vote, ...] = ()
    objections: tuple[Objection, ...] = ()
    determinations: tuple[Determination, ...] = ()


class Proposal(Part):
    number: Number
    agenda_item: Number
    kind: ProposalKind = ProposalKind.TEXT
    title: Line
    body: str = ""
    entries_called: str = ""
    purpose: str = ""
    named: bool = False
    document: Number | None = None
    seat: Number | None = None
    delegation: Number | None = None
    officer: Number | None = None
    tabled_at: Instant
    withdrawn_at: Instant | None = None
    hidden_at: Instant | None = None
    positions: tuple[Position, ...] = ()
    comments: tuple[Comment, ...] = ()
    determinations: tuple[Determination, ...] = ()


class Outcome(Part):
    number: Number
    kind: OutcomeKind
    modality: Modality = Modality.WILL
    text: Words
    form: Form = Form.NOUN
    body: str = ""
    due_on: date | None = None
    status: Status | None = None
    elaboration: str = ""
    opener: str = ""
    purpose: str = ""
    counters: Number | None = None
    agenda_item: Number | None = None
    proposal: Number | None = None
    seat: Number | None = None
    concluded_at: Instant


class Placing(Part):
    """The rapporteur's order: a ref of the record ("P3.2"), and how it follows what stands before it."""

    ref: str
    join: str = "new"


class Event(Part):
    """The trace of one act. Its subject is a ref: "P3.2", "I1", "S4"."""

    at: Instant
    act: str
    subject: str
    seat: Number | None = None
    data: dict[str, Any] = field(default_factory=dict)


class PublishedReport(Part):
    """A sealed version: the record and the document as canonical JSON, and the record's digest."""

    version: Number
    style: ReportStyle
    record: str
    document: str
    digest: str
    seat: Number | None = None
    published_at: Instant


class ConsultationFile(Part):
    """One consultation, whole."""

    format: str
    slug: Slug
    title: Line
    purpose: str = ""
    symbol: str = ""
    place: str = ""
    held_on: date | None = None
    opens_at: Instant | None = None
    closes_at: Instant | None = None
    timezone: str = "UTC"
    language: str = "en"
    phase: Phase = Phase.DRAFT
    called_at: Instant | None = None
    participation: Participation = Participation.INVITATION
    readers: Readers = Readers.PUBLIC
    voting_unit: VotingUnit = VotingUnit.DELEGATION
    names_public: bool = True
    report_style: ReportStyle = ReportStyle.NUMBERED
    follows: str = ""  # the slug of the consultation that this one follows up
    created_at: Instant
    people: tuple[Person, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    officers: tuple[Officer, ...] = ()
    groups: tuple[Group, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    seats: tuple[Seat, ...] = ()
    documents: tuple[Document, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    arrangement: tuple[Placing, ...] = ()
    events: tuple[Event, ...] = ()
    reports: tuple[PublishedReport, ...] = ()
