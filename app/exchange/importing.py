"""From a checked file to rows: everything or nothing, in the caller's write transaction."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
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
from app.consultations.files import Upload, store
from app.consultations.models import (
    AgendaItem,
    Consultation,
    Delegation,
    Document,
    Officer,
    Seat,
    StakeholderGroup,
)
from app.consultations.queries import find_consultation
from app.db import Base, db
from app.deliberation.models import Comment, CommentRevision, Position, Proposal
from app.drafting.models import BlockRevision, MarginNote, ReportDraft, SetAside
from app.exchange import file as f
from app.exchange.checking import references
from app.exchange.flaws import FileError
from app.exchange.refs import from_ref, name_rows
from app.floor.models import Intervention
from app.ledger.models import Event
from app.outcomes.models import Outcome, OutcomeAccount
from app.publication.models import Approval, Circulation, Correction, PublishedReport
from app.voting.models import Cast, Objection, ObjectionStep, Vote
from app.voting.queries import voter_of
from app.web.markup import to_html

FRAME = {
    "agenda": AgendaItem,
    "officers": Officer,
    "groups": StakeholderGroup,
    "delegations": Delegation,
    "seats": Seat,
}
Voiced = f.Vote | f.Objection | f.CallAnswer | f.Challenge | f.Appeal
Extra = Callable[[Any], dict[str, Any]]  # what a part's row has besides what the part says


def import_consultation(file: f.ConsultationFile, uploads: Path, now: datetime) -> Consultation:
    """The consultation of a file; FileError where its address is taken.

    Nobody gets an account by it, and somebody who is known here already keeps the name they have here.
    """
    if find_consultation(file.slug):
        raise FileError(
            "$.slug", f"there is a consultation “{file.slug}” already; choose another address with --slug"
        )
    return _Import(uploads).take(file, now)


class _Import:
    """The rows of one file, in the order in which they need one another."""

    def __init__(self, uploads: Path) -> None:
        self.uploads = uploads
        self.known: dict[str, dict[Any, Any]] = {}  # rows, by what the file calls them
        self.named: list[Base] = []  # those that the ledger may speak of

    def take(self, file: f.ConsultationFile, now: datetime) -> Consultation:
        self.known["people"] = _people(file.people, now)
        followed = find_consultation(file.follows) if file.follows else None
        (consultation,) = self._add(
            Consultation,
            [file],
            purpose_html=to_html(file.purpose),
            arrangement=msgspec.to_builtins(file.arrangement),
            follows_id=_id(followed),
            follows_slug=None if followed else file.follows or None,
        )
        _bind_followers(consultation)
        self.own = {"consultation_id": consultation.id}
        self._frame(file)
        self._texts(file)
        self._voices(file)
        self._calls(file)
        self._conclusions(file)
        self._events(file)
        return consultation

    def _frame(self, file: f.ConsultationFile) -> None:
        for name, model in FRAME.items():
            parts = getattr(file, name)
            rows = self._add(model, parts, **self.own)
            self.known[name] = {_name(part): row for part, row in zip(parts, rows, strict=True)}
        for part in file.seats:
            self.known["seats"][part.number].own_group = self.known["groups"].get(part.group)
        documents = self._add(Document, file.documents, lambda part: _keep(part, self.uploads), **self.own)
        self.known["documents"] = {row.number: row for row in documents}

    def _texts(self, file: f.ConsultationFile) -> None:
        proposals = self._add(
            Proposal, file.proposals, lambda part: {"body_html": to_html(part.body)}, **self.own
        )
        self.known["proposals"] = {row.number: row for row in proposals}
        self.known["positions"] = {}
        for part, proposal in zip(file.proposals, proposals, strict=True):
            rows = self._add(Position, part.positions, proposal_id=proposal.id)
            self.known["positions"] |= {f"{part.number}.{row.number}": row for row in rows}
            self._comments(part.comments, proposal)
        for part, row in self._positions(file):
            row.answers = self.known["positions"].get(part.answers)
            row.replaces = self.known["positions"].get(part.replaces)

    def _comments(self, parts: Sequence[f.Comment], proposal: Proposal) -> None:
        rows = self._add(
            Comment, parts, lambda part: {"body_html": to_html(part.body)}, proposal_id=proposal.id
        )
        by_number = {row.number: row for row in rows}
        for part, row in zip(parts, rows, strict=True):
            if part.reply_to:
                parent = by_number[part.reply_to]
                row.parent_id, row.root_id = parent.id, parent.root_id or parent.id
            self._pour(CommentRevision, part.revisions, comment_id=row.id)

    def _voices(self, file: f.ConsultationFile) -> None:
        """Every vote ever cast; those that stand are the last of each voter."""
        for part, position in self._positions(file):
            standing: dict[str, f.Vote] = {}
            for vote in part.votes:
                standing.pop(self._voter(vote), None)
                if vote.choice is not None:
                    standing[self._voter(vote)] = vote
            for model, votes in ((Cast, part.votes), (Vote, standing.values())):
                self._pour(model, votes, self._voice, position_id=position.id)
            raised = self._add(Objection, part.objections, self._voice, position_id=position.id)
            for objection, row in zip(part.objections, raised, strict=True):
                self._pour(ObjectionStep, objection.steps, objection_id=row.id)

    def _calls(self, file: f.ConsultationFile) -> None:
        for part, row in zip(file.calls, self._add(Call, file.calls, **self.own), strict=True):
            self._pour(CalledPosition, part.positions, call_id=row.id)
            self._pour(AskedVoice, part.asked, call_id=row.id)
            self._pour(CallAct, part.steps, call_id=row.id)
            self._pour(CallAnswer, part.answers, self._voice, call_id=row.id)

    def _voice(self, part: Voiced) -> dict[str, Any]:
        return {"voter": self._voter(part)}

    def _voter(self, part: Voiced) -> str:
        """Whose voice it is: the seat's as it votes now, unless the file says otherwise."""
        if not part.voter:
            return voter_of(self.known["seats"][part.seat])
        table, whom = {"B": ("delegation", "delegations"), "S": ("seat", "seats")}[part.voter[0]]
        return f"{table}:{self.known[whom][int(part.voter[1:])].id}"

    def _conclusions(self, file: f.ConsultationFile) -> None:
        for part in file.proposals:
            on = {"proposal_id": self.known["proposals"][part.number].id}
            self._determinations(part.determinations, **on)
            self._statements(part.statements, **on)
        for part, row in self._positions(file):
            on = {"proposal_id": row.proposal_id, "position_id": row.id}
            self._determinations(part.determinations, **on)
        outcomes = {row.number: row for row in self._add(Outcome, file.outcomes, **self.own)}
        for part in file.outcomes:
            outcomes[part.number].counters_id = _id(outcomes.get(part.counters))
            self._pour(OutcomeAccount, part.accounts, outcome_id=outcomes[part.number].id)
        self._add(Interest, file.interests, **self.own)
        self._add(Intervention, file.interventions, **self.own)
        self._publication(file)

    def _determinations(self, parts: Sequence[f.Determination], **on: int) -> None:
        for part, row in zip(parts, self._add(Determination, parts, **on), strict=True):
            self._add(Challenge, part.challenges, self._voice, determination_id=row.id)
            self._pour(Ruling, part.rulings, determination_id=row.id)
            self._add(Appeal, part.appeals, self._voice, determination_id=row.id)

    def _statements(self, parts: Sequence[f.MinorityStatement], **on: int) -> None:
        for part, row in zip(parts, self._add(MinorityStatement, parts, **on), strict=True):
            self._pour(StatementRevision, part.revisions, statement_id=row.id)
            self._pour(Signature, part.signatures, statement_id=row.id)

    def _publication(self, file: f.ConsultationFile) -> None:
        self._draft(file.draft)
        rows = self._add(Circulation, file.circulations, **self.own)
        for part, row in zip(file.circulations, rows, strict=True):
            self._add(Correction, part.corrections, circulation_id=row.id)
        self._add(Approval, file.approvals, **self.own)
        self._add(PublishedReport, file.reports, **self.own)

    def _draft(self, part: f.ReportDraft | None) -> None:
        """The rapporteur's desk; the revisions of each block are numbered as they come."""
        if part is None:
            return
        wanted = {"annexes": [annex.value for annex in part.annexes], "order": list(part.order)}
        (draft,) = self._add(ReportDraft, [part], lambda part: wanted, **self.own)
        numbers: Counter[str] = Counter()

        def placed(revision: f.BlockRevision) -> dict[str, Any]:
            numbers[revision.block] += 1
            return {
                "number": numbers[revision.block],
                "after": revision.after,
                "sources": list(revision.sources),
            }

        self._pour(BlockRevision, part.revisions, placed, draft_id=draft.id)
        self._pour(MarginNote, part.notes, draft_id=draft.id)
        self._pour(SetAside, part.set_aside, draft_id=draft.id)

    def _events(self, file: f.ConsultationFile) -> None:
        subjects = {ref: subject for subject, ref in name_rows(self.named).items()}
        for number, part in enumerate(file.events):
            if from_ref(part.subject, subjects) is None:
                raise FileError(f"$.events[{number}].subject", f"there is no “{part.subject}” in this file")

        def trace(part: f.Event) -> dict[str, Any]:
            seat, person = self.known["seats"].get(part.seat), self.known["people"].get(part.person)
            who = seat.person_id if seat else _id(person)
            return {"subject": from_ref(part.subject, subjects), "person_id": who}

        self._pour(Event, file.events, trace, **self.own)

    def _positions(self, file: f.ConsultationFile) -> Iterator[tuple[f.Position, Position]]:
        for proposal in file.proposals:
            for part in proposal.positions:
                yield part, self.known["positions"][f"{proposal.number}.{part.number}"]

    def _add(self, model: Any, parts: Iterable[f.Part], extra: Extra = lambda part: {}, **given: Any) -> list:
        """Rows from parts of the file, with their ids."""
        rows = [model(**(_columns(model, part, self.known) | given | extra(part))) for part in parts]
        db.session.add_all(rows)
        db.session.flush()
        self.named += rows
        return rows

    def _pour(
        self, model: Any, parts: Iterable[f.Part], extra: Extra = lambda part: {}, **given: Any
    ) -> None:
        """Rows of which nothing else speaks, of which there may be very many."""
        if rows := [_columns(model, part, self.known) | given | extra(part) for part in parts]:
            plain = rows[0].keys() <= set(model.__table__.columns.keys())  # then the mapping can be passed by
            db.session.execute(sa.insert(model.__table__ if plain else model), rows)


def _people(parts: Iterable[f.Person], now: datetime) -> dict[str, Person]:
    """The people of a file: those known here as they are, the others new, and none with an account."""
    keys = [part.key for part in parts]
    people = {row.key: row for row in db.session.scalars(sa.select(Person).where(Person.key.in_(keys)))}
    new = [Person(**_columns(Person, part, {}), created_at=now) for part in parts if part.key not in people]
    db.session.add_all(new)
    db.session.flush()
    return people | {row.key: row for row in new}


def _keep(part: f.Document, uploads: Path) -> dict[str, Any]:
    """Keeps the content of a document where uploads are kept."""
    if not part.content:
        return {}
    upload = Upload(part.filename, part.media_type, part.content)
    store(upload, uploads)
    return {"digest": upload.digest, "size": len(upload.content)}


def _bind_followers(consultation: Consultation) -> None:
    """Those that were imported before the consultation that they follow up find it now."""
    waiting = sa.update(Consultation).where(Consultation.follows_slug == consultation.slug)
    db.session.execute(waiting.values(follows_id=consultation.id, follows_slug=None))


def _columns(model: Any, part: f.Part, known: Mapping[str, Mapping[Any, Any]]) -> dict[str, Any]:
    """The columns that a part speaks of: like named things are alike, and what is referred to has its id."""
    alike, referring = _correspondence(model, type(part))
    values = {name: getattr(part, name) for name in alike}
    for name, whom in referring.items():
        values[f"{name}_id"] = _id(known.get(whom, {}).get(getattr(part, name)))
    return values


@cache
def _correspondence(model: Any, kind: type[f.Part]) -> tuple[list[str], dict[str, str]]:
    columns = model.__table__.columns
    alike = [name for name in kind.__struct_fields__ if name in columns and name != "voter"]
    return alike, {name: whom for name, whom in references(kind).items() if f"{name}_id" in columns}


def _name(part: Any) -> Any:
    return part.key if isinstance(part, f.Group) else part.number


def _id(row: Any) -> int | None:
    return row.id if row else None
