"""The shape of an import file: what is written here is the schema, and unknown keys are refused.

References within a file are the numbers that the consultation itself gives: seats, delegations, officers,
documents, agenda items and proposals by their number, positions as "3.2". Lists whose things have no number
(votes, objections, determinations, revisions, events) are in the order in which things happened.
"""

from datetime import date, datetime
from typing import Annotated, Any

from msgspec import Meta, Struct, field

from app.consultations.terms import (
    Adoption,
    DelegationKind,
    Participation,
    Readers,
    ReportStyle,
    SeatState,
    VotingUnit,
)
from app.core.calls import Answer, CallStep, Manner
from app.core.determinations import RATIONALE_LIMIT, Status
from app.core.interests import INTEREST_LIMIT
from app.core.interventions import SPEAKER_LIMIT, Contribution, InterventionState
from app.core.minority import LONGEST_TIME, STATEMENT_LIMIT, Naming
from app.core.objections import Behalf, ObjectionState, Step
from app.core.outcomes import ACCOUNT_LIMIT, Course, Modality, OutcomeKind
from app.core.phases import Phase
from app.core.procedure import Count, Procedure
from app.core.report.document import Numbering
from app.core.report.edition import Annex
from app.core.report.record import Join
from app.core.roles import Role
from app.core.rounds import ANSWER_LIMIT as LONGEST_ANSWER
from app.core.rounds import REASON_LIMIT, RulingKind
from app.core.texts import ELABORATION_LIMIT, POSITION_LIMIT, Form, Kind, ProposalKind, Relation
from app.core.votes import Choice
from app.publication.terms import CorrectionState

FORMAT = "plenary-consultation/1"
NOT_BLANK = r"\S"
POSITION = r"^[1-9][0-9]*\.[1-9][0-9]*$"
VOTER = r"^([BS][1-9][0-9]*)?$"
ADDRESS = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE = r"^([a-z]{2,3}(-[A-Za-z0-9]{2,4})?)?$"
QUANTIFIERS = "^(neutral|scale)?$"
IN_WORDS = {
    QUANTIFIERS: "words for numbers are neutral or scale",
    NOT_BLANK: "this text is empty",
    POSITION: "a position is named by its proposal and its own number, as 3.2",
    VOTER: "a voter is a delegation, as B7, or a seat, as S12",
    ADDRESS: "an address has small letters, digits and single hyphens, as cluster-2009",
    LANGUAGE: "a language is named by its code, as ar or zh-Hant",
}
HIGHEST = 2**31 - 1  # of a number that a database keeps


def words(limit: int) -> Any:
    """A text that may be empty."""
    return Annotated[str, Meta(max_length=limit)]


def line(limit: int) -> Any:
    """A text that says something."""
    return Annotated[str, Meta(max_length=limit, pattern=NOT_BLANK)]


def number_of(whom: str) -> Any:
    """A number by which the file refers to one of its seats, documents …"""
    return Annotated[
        int, Meta(ge=1, le=HIGHEST, description=f"number of one of the {whom}", extra={"of": whom})
    ]


def key_of(whom: str, limit: int) -> Any:
    """Likewise a key; empty for none."""
    return Annotated[str, Meta(max_length=limit, description=f"key of one of the {whom}", extra={"of": whom})]


Number = Annotated[int, Meta(ge=1, le=HIGHEST)]
PositionRef = Annotated[
    str,
    Meta(
        pattern=POSITION,
        description="proposal and position, as 3.2",
        extra={"of": "positions"},
    ),
]
VoterRef = Annotated[str, Meta(pattern=VOTER, description="a delegation, as B7, or a seat, as S12")]
Slug = Annotated[str, Meta(pattern=ADDRESS, max_length=80)]
LanguageCode = Annotated[str, Meta(pattern=LANGUAGE, max_length=10)]
Instant = Annotated[datetime, Meta(tz=True)]


class Part(Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True):
    """What every part of the file has in common."""


class Person(Part, kw_only=True):
    """Somebody as the record knows them; the same key is the same person in every file."""

    key: line(60)
    name: line(120)
    organization: words(200) = ""
    country: words(80) = ""


class AgendaItem(Part, kw_only=True):
    number: Number
    title: line(200)
    note: str = ""
    adoption: Adoption | None = None


class Officer(Part, kw_only=True):
    number: Number
    role: line(40)
    name: line(120)
    short: line(80)
    title: words(200) = ""
    pronoun: words(20) = ""


class Group(Part, kw_only=True):
    number: Number
    key: line(60)
    name: line(120)
    representatives: line(160)


class Delegation(Part, kw_only=True):
    number: Number
    name: line(160)
    kind: DelegationKind = DelegationKind.BODY
    group: key_of("groups", 60) = ""
    speaks_for_group: bool = False


class Seat(Part, kw_only=True):
    number: Number
    person: key_of("people", 60)
    role: Role
    state: SeatState = SeatState.ACTIVE
    delegation: number_of("delegations") | None = None
    group: key_of("groups", 60) = ""  # of somebody without a delegation
    consents_to_name: bool = False
    taken_at: Instant


class Document(Part, kw_only=True):
    """A link, or a file with its content in base64."""

    number: Number
    title: line(200)
    presented_by: words(120) = ""
    agenda_item: number_of("agenda") | None = None
    url: words(2000) = ""
    filename: words(255) = ""
    media_type: words(120) = ""
    content: bytes = b""
    added_at: Instant
    removed_at: Instant | None = None


class Revision(Part, kw_only=True):
    body: str
    replaced_at: Instant


class Comment(Part, kw_only=True):
    number: Number
    position: PositionRef | None = None
    reply_to: Number | None = None  # an earlier comment on the same proposal
    seat: number_of("seats")
    body: str
    commented_at: Instant
    revised_at: Instant | None = None
    deleted_at: Instant | None = None
    hidden_at: Instant | None = None
    revisions: tuple[Revision, ...] = ()


class Vote(Part, kw_only=True):
    """One act of voting; without a choice it is a vote taken back. The last of a voter counts."""

    seat: number_of("seats")
    voter: VoterRef = ""  # where it is not whom the seat votes for now
    choice: Choice | None = None
    reason: str = ""
    reservation: str = ""
    cast_at: Instant


class ObjectionStep(Part, kw_only=True):
    """One thing done about an objection, and the state in which it was afterwards."""

    step: Step
    state: ObjectionState
    words: str = ""
    seat: number_of("seats")
    taken_at: Instant


class Objection(Part, kw_only=True):
    seat: number_of("seats")
    voter: VoterRef = ""
    reason: str
    remedy: str = ""
    behalf: Behalf | None = None  # without it: for as many as the voice speaks for
    state: ObjectionState = ObjectionState.OPEN
    answer: str = ""
    opened_at: Instant
    settled_at: Instant | None = None
    steps: tuple[ObjectionStep, ...] = ()


class Challenge(Part, kw_only=True):
    """Somebody's reason against a determination."""

    seat: number_of("seats")
    voter: VoterRef = ""
    delegation: number_of("delegations") | None = None
    behalf: Behalf
    text: line(REASON_LIMIT)
    raised_at: Instant
    withdrawn_at: Instant | None = None
    answered_at: Instant | None = None


class Appeal(Part, kw_only=True):
    """A determination put before the host body."""

    seat: number_of("seats")
    voter: VoterRef = ""
    delegation: number_of("delegations") | None = None
    behalf: Behalf
    text: line(LONGEST_ANSWER)
    appealed_at: Instant
    answer: words(LONGEST_ANSWER) = ""
    answered_at: Instant | None = None


class Ruling(Part, kw_only=True):
    """What the chair added to a determination."""

    kind: RulingKind
    seat: number_of("seats")
    text: line(LONGEST_ANSWER)
    until: Instant | None = None
    ruled_at: Instant


class Determination(Part, kw_only=True):
    """A determination; without a seat it was made by a meeting before it came into Plenary."""

    status: Status
    seat: number_of("seats") | None = None
    suggested: Status | None = None
    rationale: words(RATIONALE_LIMIT) = ""
    departure: str = ""
    own: bool = False
    text: str = ""
    evidence: dict[str, Any] = field(default_factory=dict)
    determined_at: Instant
    review_until: Instant | None = None
    challengers: Count = 3
    new_information: words(REASON_LIMIT) = ""
    endorsed_by: number_of("seats") | None = None
    challenges: tuple[Challenge, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    appeals: tuple[Appeal, ...] = ()


class Signature(Part, kw_only=True):
    """Somebody else who makes a minority statement his or her own."""

    seat: number_of("seats")
    delegation: number_of("delegations") | None = None
    naming: Naming
    signed_at: Instant
    withdrawn_at: Instant | None = None


class EarlierStatement(Part, kw_only=True):
    """What a minority statement said before it was revised."""

    text: line(STATEMENT_LIMIT)
    replaced_at: Instant


class MinorityStatement(Part, kw_only=True):
    """Dissent from what was determined of a position, or of the whole proposal, in its own words."""

    number: Number
    position: PositionRef | None = None
    text: line(STATEMENT_LIMIT)
    language: LanguageCode = ""
    naming: Naming
    seat: number_of("seats")
    delegation: number_of("delegations") | None = None
    filed_at: Instant
    revised_at: Instant | None = None
    withdrawn_at: Instant | None = None
    hidden_at: Instant | None = None
    revisions: tuple[EarlierStatement, ...] = ()
    signatures: tuple[Signature, ...] = ()


class Position(Part, kw_only=True):
    number: Number
    text: line(POSITION_LIMIT)
    form: Form = Form.CLAUSE
    kind: Kind = Kind.VIEW
    elaboration: words(ELABORATION_LIMIT) = ""
    opener: words(120) = ""
    verb: words(40) = ""
    named: bool = False
    leads: bool = False  # the own words of a list, of options or of a document, under which it is told
    language: LanguageCode = ""
    answers: PositionRef | None = None
    answers_as: Relation | None = None
    replaces: PositionRef | None = None
    seat: number_of("seats") | None = None
    delegation: number_of("delegations") | None = None
    officer: number_of("officers") | None = None
    tabled_at: Instant
    fixed_until: Instant | None = None
    withdrawn_at: Instant | None = None
    hidden_at: Instant | None = None
    votes: tuple[Vote, ...] = ()
    objections: tuple[Objection, ...] = ()
    determinations: tuple[Determination, ...] = ()


class Proposal(Part, kw_only=True):
    number: Number
    agenda_item: number_of("agenda")
    kind: ProposalKind = ProposalKind.TEXT
    title: line(200)
    body: str = ""
    entries_called: words(60) = ""
    purpose: words(120) = ""
    named: bool = False
    document: number_of("documents") | None = None
    seat: number_of("seats") | None = None
    delegation: number_of("delegations") | None = None
    officer: number_of("officers") | None = None
    tabled_at: Instant
    withdrawn_at: Instant | None = None
    hidden_at: Instant | None = None
    positions: tuple[Position, ...] = ()
    comments: tuple[Comment, ...] = ()
    determinations: tuple[Determination, ...] = ()
    statements: tuple[MinorityStatement, ...] = ()


class OutcomeAccount(Part, kw_only=True):
    """What has become of an outcome, as somebody said it."""

    course: Course
    note: words(ACCOUNT_LIMIT) = ""
    due_on: date | None = None  # the day that holds from then on
    led_to: words(80) = ""  # the slug of a consultation that was opened from it
    seat: number_of("seats")
    given_at: Instant


class CalledPosition(Part, kw_only=True):
    """A position in a call, with the words that were put."""

    number: Number
    position: PositionRef
    text: line(POSITION_LIMIT)


class AskedVoice(Part, kw_only=True):
    """One voice that was asked: a delegation's, or with a seat a person's own."""

    seat: number_of("seats") | None = None
    delegation: number_of("delegations") | None = None
    group: key_of("groups", 60) = ""


class CallAct(Part, kw_only=True):
    """What was done about a call as a whole, and its deadline from then on."""

    step: CallStep
    seat: number_of("seats")
    reason: str = ""
    closes_at: Instant
    taken_at: Instant


class CallAnswer(Part, kw_only=True):
    """One answer to a call; the last of each voice on each position counts."""

    position: PositionRef
    seat: number_of("seats")
    voter: VoterRef = ""
    answer: Answer
    reason: str = ""
    answered_at: Instant


class Call(Part, kw_only=True):
    """Some positions put to all who might vote, until a deadline."""

    number: Number
    manner: Manner
    question: str = ""
    closes_at: Instant
    positions: tuple[CalledPosition, ...]
    asked: tuple[AskedVoice, ...]
    steps: tuple[CallAct, ...]
    answers: tuple[CallAnswer, ...] = ()


class Outcome(Part, kw_only=True):
    number: Number
    kind: OutcomeKind
    modality: Modality = Modality.WILL
    text: line(POSITION_LIMIT)
    form: Form = Form.NOUN
    body: words(200) = ""
    due_on: date | None = None
    status: Status | None = None
    elaboration: str = ""
    opener: words(120) = ""
    purpose: words(200) = ""
    counters: number_of("outcomes") | None = None
    agenda_item: number_of("agenda") | None = None
    proposal: number_of("proposals") | None = None
    delegation: number_of("delegations") | None = None  # who acts
    seat: number_of("seats") | None = None
    concluded_at: Instant
    withdrawn_at: Instant | None = None
    accounts: tuple[OutcomeAccount, ...] = ()


class Interest(Part, kw_only=True):
    """What somebody has declared to have at stake, in an agenda item or in the whole."""

    number: Number
    seat: number_of("seats")
    agenda_item: number_of("agenda") | None = None
    text: line(INTEREST_LIMIT)
    declared_at: Instant
    withdrawn_at: Instant | None = None


class Intervention(Part, kw_only=True):
    """What a delegation said in the room, and what it said of the words that were written down."""

    number: Number
    delegation: number_of("delegations")
    speaker: words(SPEAKER_LIMIT) = ""
    proposal: number_of("proposals")
    position: PositionRef | None = None
    counts_as: Contribution
    form: Form = Form.CLAUSE
    choice: Choice | None = None
    words: str = ""
    seat: number_of("seats")
    entered_at: Instant
    state: InterventionState = InterventionState.ENTERED
    answer: str = ""
    settled_by: number_of("seats") | None = None
    settled_at: Instant | None = None


class Placing(Part, kw_only=True):
    """The rapporteur's order: a ref of the record ("P3.2"), and how it follows what stands before it."""

    ref: line(60)
    join: Join = Join.NEW


class Event(Part, kw_only=True):
    """The trace of one act. Its subject is a ref, as "P3.2", or the kind of what is no longer there."""

    at: Instant
    act: line(40)
    subject: line(60)
    seat: number_of("seats") | None = None
    person: key_of("people", 60) = ""  # who acted without a seat
    data: dict[str, Any] = field(default_factory=dict)


class BlockRevision(Part, kw_only=True):
    """A block of the draft report as somebody wanted it; the last of a block is the one that holds."""

    block: line(120)
    text: str = ""
    composed: str = ""
    language: words(20) = ""
    joined: bool = False
    excluded: words(400) = ""
    after: words(120) = ""
    sources: tuple[line(120), ...] = ()
    seat: number_of("seats") | None = None
    revised_at: Instant


class MarginNote(Part, kw_only=True):
    block: line(120)
    text: line(1200)
    seat: number_of("seats")
    noted_at: Instant
    settled_at: Instant | None = None


class SetAside(Part, kw_only=True):
    """Something on record that the report leaves out, by its ref."""

    ref: line(120)
    reason: line(400)
    seat: number_of("seats")
    set_aside_at: Instant


class ReportDraft(Part, kw_only=True):
    """The rapporteur's desk: how the report is wanted, and what was made of it."""

    style: ReportStyle
    language: words(20) = ""
    numbering: Numbering = Numbering.NONE
    annexes: tuple[Annex, ...] = ()
    quantifiers: Annotated[str, Meta(pattern=QUANTIFIERS, max_length=20)] = ""
    word_limit: Number | None = None
    order: tuple[line(120), ...] = ()  # ids of blocks
    revisions: tuple[BlockRevision, ...] = ()
    notes: tuple[MarginNote, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


class Correction(Part, kw_only=True):
    """Other words proposed for a block of a circulated draft, and what became of them."""

    number: Number
    block: line(120)
    words_before: str
    words_after: str
    reason: words(400)
    state: CorrectionState = CorrectionState.OPEN
    answer: words(400) = ""
    seat: number_of("seats")
    proposed_at: Instant
    answered_by: number_of("seats") | None = None
    answered_at: Instant | None = None


class Circulation(Part, kw_only=True):
    """A draft as it was sent round: record and document as canonical JSON, and the record's digest."""

    number: Number
    record: str
    document: str
    digest: words(64)
    set_aside: dict[words(120), words(400)] = {}
    message: words(1200) = ""
    seat: number_of("seats") | None = None
    circulated_at: Instant
    closes_at: Instant
    corrections: tuple[Correction, ...] = ()


class Approval(Part, kw_only=True):
    """A chair's approval of some words, known by their digest: of one block, or of the whole."""

    block: words(120) = ""
    digest: words(64)
    seat: number_of("seats")
    approved_at: Instant


class PublishedReport(Part, kw_only=True):
    """A sealed version: the record and the document as canonical JSON, and the record's digest."""

    version: Number
    style: ReportStyle
    record: str
    document: str
    digest: words(64)
    set_aside: dict[words(120), words(400)] = {}
    corrects: words(400) = ""
    seat: number_of("seats") | None = None
    published_at: Instant


class ConsultationFile(Part, kw_only=True):
    """One consultation, whole."""

    format: str
    slug: Slug
    title: line(200)
    purpose: str = ""
    symbol: words(60) = ""
    place: words(120) = ""
    held_on: date | None = None
    opens_at: Instant | None = None
    closes_at: Instant | None = None
    closed_at: Instant | None = None  # where an act closed it at another time
    timezone: line(60) = "UTC"
    language: LanguageCode = "en"
    phase: Phase = Phase.DRAFT
    called_at: Instant | None = None
    participation: Participation = Participation.INVITATION
    readers: Readers = Readers.PUBLIC
    voting_unit: VotingUnit = VotingUnit.DELEGATION
    names_public: bool = True
    statement_days: Annotated[int, Meta(ge=1, le=LONGEST_TIME)] | None = None  # or a date, or publication
    statements_until: Instant | None = None
    procedure: Procedure = Procedure()
    report_style: ReportStyle = ReportStyle.NUMBERED
    follows: words(80) = ""  # the slug of the consultation that this one follows up
    created_at: Instant
    people: tuple[Person, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    officers: tuple[Officer, ...] = ()
    groups: tuple[Group, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    seats: tuple[Seat, ...] = ()
    documents: tuple[Document, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    calls: tuple[Call, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    interests: tuple[Interest, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    arrangement: tuple[Placing, ...] = ()
    events: tuple[Event, ...] = ()
    draft: ReportDraft | None = None
    circulations: tuple[Circulation, ...] = ()
    approvals: tuple[Approval, ...] = ()
    reports: tuple[PublishedReport, ...] = ()
