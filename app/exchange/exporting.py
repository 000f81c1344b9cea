"""From rows to the file: the same rows give the same bytes, whatever the database and its ids."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from app.accounts.models import Person
from app.calls.models import AskedVoice, Call, CallAct, CallAnswer, CalledPosition
from app.chairing.models import (
    Appeal,
    Challenge,
    Determination,
    Interest,
    MinorityStatement,
    Ruling,
    Signature,
    StatementRevision,
)
from app.consultations.models import (
    AgendaItem,
    Consultation,
    Delegation,
    Document,
    Officer,
    Seat,
    StakeholderGroup,
)
from app.core.report.edition import Annex
from app.db import Base, db
from app.deliberation.models import Comment, CommentRevision, Position, Proposal
from app.drafting.models import BlockRevision, MarginNote, ReportDraft, SetAside
from app.exchange import file as f
from app.exchange.flaws import FileError
from app.exchange.refs import name_rows, to_ref
from app.floor.models import Intervention
from app.ledger.models import Event
from app.outcomes.models import Outcome, OutcomeAccount
from app.publication.models import Approval, Circulation, Correction, PublishedReport
from app.voting.models import Cast, Objection, ObjectionStep
from app.voting.queries import voter_of

NUMBERED = (
    AgendaItem,
    Officer,
    StakeholderGroup,
    Delegation,
    Seat,
    Document,
    Proposal,
    Call,
    Outcome,
    Interest,
    Intervention,
    Circulation,
)
PUT = (Position, Comment, Determination, MinorityStatement)  # within a proposal
OWN = (*NUMBERED, Event, ReportDraft, Approval, PublishedReport)  # of the consultation itself

UNNAMED = (  # not in the ledger
    Person,
    CommentRevision,
    Cast,
    CalledPosition,
    AskedVoice,
    CallAct,
    CallAnswer,
    OutcomeAccount,
    ObjectionStep,
    StatementRevision,
    Signature,
    Ruling,
    BlockRevision,
    MarginNote,
    SetAside,
    Event,
)


def export_consultation(consultation: Consultation, uploads: Path) -> bytes:
    """The whole consultation as a file."""
    return to_bytes(_Export(consultation, uploads).file())


def to_bytes(file: f.ConsultationFile) -> bytes:
    """The one spelling of a file: keys in the schema's order, two spaces, UTF-8, times in UTC."""
    return msgspec.json.format(msgspec.json.encode(file, order="deterministic"), indent=2) + b"\n"


class _Export:
    """The rows of one consultation, each kind read once."""

    def __init__(self, consultation: Consultation, uploads: Path) -> None:
        self.consultation = consultation
        self.uploads = uploads
        self.rows = _read(consultation)
        self.people = {person.id: person for person in self.rows[Person]}
        self.seats = {seat.id: seat for seat in self.rows[Seat]}
        named = [rows for model, rows in self.rows.items() if model not in UNNAMED]
        self.refs = name_rows([consultation, *(row for rows in named for row in rows)])
        self.positions = self._by("proposal_id", Position)
        self.comments = self._by("proposal_id", Comment)
        self.revisions = self._by("comment_id", CommentRevision)
        self.casts = self._by("position_id", Cast)
        self.objections = self._by("position_id", Objection)
        self.steps = self._by("objection_id", ObjectionStep)
        self.determinations = self._by("position_id", Determination)
        self.statements = self._by("proposal_id", MinorityStatement)
        self.earlier_statements = self._by("statement_id", StatementRevision)
        self.signatures = self._by("statement_id", Signature)
        self.accounts = self._by("outcome_id", OutcomeAccount)
        self.challenges = self._by("determination_id", Challenge)
        self.rulings = self._by("determination_id", Ruling)
        self.appeals = self._by("determination_id", Appeal)
        self.corrections = self._by("circulation_id", Correction)
        self.wholes = defaultdict(list)
        for determination in self.determinations[None]:
            self.wholes[determination.proposal_id].append(determination)

    def file(self) -> f.ConsultationFile:
        consultation, rows = self.consultation, self.rows
        return _part(
            f.ConsultationFile,
            consultation,
            format=f.FORMAT,
            follows=consultation.follows.slug if consultation.follows else consultation.follows_slug,
            people=_parts(f.Person, self._people()),
            agenda=_parts(f.AgendaItem, rows[AgendaItem]),
            officers=_parts(f.Officer, rows[Officer]),
            groups=_parts(f.Group, rows[StakeholderGroup]),
            delegations=_parts(f.Delegation, rows[Delegation]),
            seats=tuple(_part(f.Seat, seat, group=_ref(seat.own_group)) for seat in rows[Seat]),
            documents=tuple(self._document(document) for document in rows[Document]),
            proposals=tuple(self._proposal(proposal) for proposal in rows[Proposal]),
            calls=tuple(self._call(call) for call in rows[Call]),
            outcomes=tuple(self._outcome(outcome) for outcome in rows[Outcome]),
            interests=_parts(f.Interest, rows[Interest]),
            interventions=_parts(f.Intervention, rows[Intervention]),
            arrangement=tuple(f.Placing(**placing) for placing in consultation.arrangement),
            events=tuple(self._event(event) for event in rows[Event]),
            draft=next((self._draft(draft) for draft in rows[ReportDraft]), None),
            circulations=tuple(self._circulation(each) for each in rows[Circulation]),
            approvals=_parts(f.Approval, rows[Approval]),
            reports=_parts(f.PublishedReport, rows[PublishedReport]),
        )

    def _people(self) -> Iterable[Person]:
        """Those who have a seat, in the order of seats; then those who acted without one."""
        ids = [seat.person_id for seat in self.rows[Seat]]
        return [self.people[key] for key in ids] + [p for p in self.people.values() if p.id not in set(ids)]

    def _draft(self, draft: ReportDraft) -> f.ReportDraft:
        rows = self.rows
        return _part(
            f.ReportDraft,
            draft,
            annexes=tuple(Annex(annex) for annex in draft.annexes),
            order=tuple(draft.order),
            revisions=tuple(
                _part(f.BlockRevision, row, sources=tuple(row.sources)) for row in rows[BlockRevision]
            ),
            notes=_parts(f.MarginNote, rows[MarginNote]),
            set_aside=_parts(f.SetAside, rows[SetAside]),
        )

    def _document(self, document: Document) -> f.Document:
        items = {item.id: item.number for item in self.rows[AgendaItem]}
        item = items.get(document.agenda_item_id)
        return _part(f.Document, document, agenda_item=item, content=self._content(document))

    def _content(self, document: Document) -> bytes:
        if not document.digest:
            return b""
        try:
            return (self.uploads / document.digest).read_bytes()
        except OSError as error:
            where = f"document {document.number}"
            raise FileError(where, f"its file cannot be read ({error.strerror})") from None

    def _proposal(self, proposal: Proposal) -> f.Proposal:
        return _part(
            f.Proposal,
            proposal,
            positions=tuple(self._position(position) for position in self.positions[proposal.id]),
            comments=tuple(self._comment(comment) for comment in self.comments[proposal.id]),
            determinations=tuple(self._determination(each) for each in self.wholes[proposal.id]),
            statements=tuple(self._statement(each) for each in self.statements[proposal.id]),
        )

    def _statement(self, statement: MinorityStatement) -> f.MinorityStatement:
        return _part(
            f.MinorityStatement,
            statement,
            revisions=_parts(f.EarlierStatement, self.earlier_statements[statement.id]),
            signatures=_parts(f.Signature, self.signatures[statement.id]),
        )

    def _position(self, position: Position) -> f.Position:
        return _part(
            f.Position,
            position,
            votes=tuple(self._voice(f.Vote, cast) for cast in self.casts[position.id]),
            objections=tuple(self._objection(each) for each in self.objections[position.id]),
            determinations=tuple(self._determination(each) for each in self.determinations[position.id]),
        )

    def _objection(self, objection: Objection) -> f.Objection:
        steps = _parts(f.ObjectionStep, self.steps[objection.id])
        return self._voice(f.Objection, objection, steps=steps)

    def _determination(self, determination: Determination) -> f.Determination:
        return _part(
            f.Determination,
            determination,
            challenges=tuple(self._voice(f.Challenge, each) for each in self.challenges[determination.id]),
            rulings=_parts(f.Ruling, self.rulings[determination.id]),
            appeals=tuple(self._voice(f.Appeal, each) for each in self.appeals[determination.id]),
        )

    def _call(self, call: Call) -> f.Call:
        rows = {
            model: [row for row in self.rows[model] if row.call_id == call.id]
            for model in (CalledPosition, AskedVoice, CallAct, CallAnswer)
        }
        return _part(
            f.Call,
            call,
            positions=_parts(f.CalledPosition, rows[CalledPosition]),
            asked=_parts(f.AskedVoice, rows[AskedVoice]),
            steps=_parts(f.CallAct, rows[CallAct]),
            answers=tuple(self._voice(f.CallAnswer, row) for row in rows[CallAnswer]),
        )

    def _voice(self, kind: Any, row: Cast | Objection | CallAnswer | Challenge | Appeal, **given: Any) -> Any:
        """A vote, an answer or an objection; its voter only where the seat votes for another one now."""
        moved = row.voter != voter_of(self.seats[row.seat_id])
        table, _, key = row.voter.partition(":")
        return _part(kind, row, voter=self.refs.get(f"{table}:{key}", "") if moved else "", **given)

    def _comment(self, comment: Comment) -> f.Comment:
        return _part(
            f.Comment,
            comment,
            reply_to=comment.parent.number if comment.parent else None,
            revisions=_parts(f.Revision, self.revisions[comment.id]),
        )

    def _outcome(self, outcome: Outcome) -> f.Outcome:
        numbers = {other.id: other.number for other in self.rows[Outcome]}
        return _part(
            f.Outcome,
            outcome,
            counters=numbers.get(outcome.counters_id),
            accounts=_parts(f.OutcomeAccount, self.accounts[outcome.id]),
        )

    def _circulation(self, circulation: Circulation) -> f.Circulation:
        return _part(
            f.Circulation, circulation, corrections=_parts(f.Correction, self.corrections[circulation.id])
        )

    def _event(self, event: Event) -> f.Event:
        return _part(
            f.Event,
            event,
            subject=to_ref(event.subject, self.refs),
            seat=self.seats[event.seat_id].number if event.seat_id else None,
            person=self.people[event.person_id].key if event.person_id and not event.seat_id else "",
        )

    def _by(self, column: str, model: type[Base]) -> dict[Any, list[Any]]:
        found = defaultdict(list)
        for row in self.rows[model]:
            found[getattr(row, column)].append(row)
        return found


def _read(consultation: Consultation) -> dict[type[Base], list[Any]]:
    """All that belongs to a consultation, by kind; what has no number in the order in which it came."""
    own = {model: model.consultation_id == consultation.id for model in OWN}
    drafts = sa.select(ReportDraft.id).where(own[ReportDraft])
    circulations = sa.select(Circulation.id).where(own[Circulation])
    proposals = sa.select(Proposal.id).where(own[Proposal])
    positions = sa.select(Position.id).where(Position.proposal_id.in_(proposals))
    determined = sa.select(Determination.id).where(Determination.proposal_id.in_(proposals))
    statements = sa.select(MinorityStatement.id).where(MinorityStatement.proposal_id.in_(proposals))
    outcomes = sa.select(Outcome.id).where(own[Outcome])
    called = sa.select(Call.id).where(own[Call])
    objections = sa.select(Objection.id).where(Objection.position_id.in_(positions))
    comments = sa.select(Comment.id).where(Comment.proposal_id.in_(proposals))
    people = sa.union(
        sa.select(Seat.person_id).where(own[Seat]), sa.select(Event.person_id).where(own[Event])
    )
    where: dict[Any, Any] = {
        Person: Person.id.in_(people),
        **own,
        **{model: model.proposal_id.in_(proposals) for model in PUT},
        **{model: model.position_id.in_(positions) for model in (Cast, Objection)},
        ObjectionStep: ObjectionStep.objection_id.in_(objections),
        **{model: model.statement_id.in_(statements) for model in (StatementRevision, Signature)},
        **{model: model.call_id.in_(called) for model in (CalledPosition, AskedVoice, CallAct, CallAnswer)},
        OutcomeAccount: OutcomeAccount.outcome_id.in_(outcomes),
        **{model: model.determination_id.in_(determined) for model in (Challenge, Ruling, Appeal)},
        CommentRevision: CommentRevision.comment_id.in_(comments),
        **{model: model.draft_id.in_(drafts) for model in (BlockRevision, MarginNote, SetAside)},
        Correction: Correction.circulation_id.in_(circulations),
    }
    order = {Person: Person.key, PublishedReport: PublishedReport.version}
    order |= {model: model.number for model in (*NUMBERED, Position, Comment, MinorityStatement, Correction)}
    return {
        model: list(db.session.scalars(sa.select(model).where(rule).order_by(order.get(model, model.id))))
        for model, rule in where.items()
    }


def _parts(kind: Any, rows: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(_part(kind, row) for row in rows)


def _part(kind: Any, row: Any, **given: Any) -> Any:
    """A part of the file from a row: like named things are alike, and other rows become their refs.

    What is as usual is left out, since the encoder knows a default only by its identity.
    """
    values = {name: _ref(getattr(row, name)) for name in kind.__struct_fields__ if name not in given} | given
    usual = _usual(kind)
    return kind(**{name: value for name, value in values.items() if value not in (None, usual[name])})


@cache
def _usual(kind: Any) -> dict[str, Any]:
    return {field.name: field.default for field in msgspec.structs.fields(kind)}


def _ref(value: Any) -> Any:
    match value:
        case Person() | StakeholderGroup():
            return value.key
        case Position():
            return value.ref.removeprefix("P")
        case Base():
            return value.number
    return value
