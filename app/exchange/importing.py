"""From a checked file to rows: everything or nothing, in the caller's write transaction."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from app.accounts.models import Person
from app.chairing.models import Determination, Outcome
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
from app.exchange import file as f
from app.exchange.checking import references
from app.exchange.flaws import FileError
from app.exchange.refs import from_ref, name_rows
from app.ledger.models import Event
from app.reports.models import PublishedReport
from app.voting.models import Cast, Objection, Vote
from app.voting.queries import voter_of
from app.web.markup import to_html

FRAME = {
    "agenda": AgendaItem,
    "officers": Officer,
    "groups": StakeholderGroup,
    "delegations": Delegation,
    "seats": Seat,
}
UNNAMED = (CommentRevision, Cast)  # nothing in the ledger is about them


def import_consultation(file: f.ConsultationFile, uploads: Path, now: datetime) -> Consultation:
    """The consultation of a file; FileError where its address is taken.

    Nobody gets an account by it, and somebody who is known here already keeps the name they have here.
    """
    if find_consultation(file.slug):
        raise FileError(
            "$.slug", f"there is a consultation “{file.slug}” already; choose another address with --slug"
        )
    return _Import(file, uploads, now).consultation


class _Import:
    """The rows of one file, in the order in which they need one another."""

    def __init__(self, file: f.ConsultationFile, uploads: Path, now: datetime) -> None:
        self.uploads = uploads
        self.rows: list[Base] = []
        self.known: dict[str, dict[Any, Any]] = {}  # rows, by what the file calls them
        self._frame(file, now)
        self._texts(file)
        self._voices(file)
        self._conclusions(file)
        self._events(file)

    def _frame(self, file: f.ConsultationFile, now: datetime) -> None:
        followed = find_consultation(file.follows) if file.follows else None
        self.consultation = self._row(
            Consultation,
            file,
            purpose_html=to_html(file.purpose),
            arrangement=msgspec.to_builtins(file.arrangement),
            follows=followed,
            follows_slug=None if followed else file.follows or None,
        )
        self.own = {"consultation": self.consultation}
        self.known["people"] = _people(file.people, now)
        for name, model in FRAME.items():
            self.known[name] = {
                _name(part): self._row(model, part, **self.own) for part in getattr(file, name)
            }
        for part in file.seats:
            self.known["seats"][part.number].own_group = self.known["groups"].get(part.group)
        db.session.flush()
        for part in file.documents:
            row = self._row(Document, part, **self.own, **_keep(part, self.uploads))
            row.agenda_item_id = _id(self.known["agenda"].get(part.agenda_item))
            self.known.setdefault("documents", {})[part.number] = row
        _bind_followers(self.consultation)

    def _texts(self, file: f.ConsultationFile) -> None:
        self.known["positions"] = {}
        for part in file.proposals:
            proposal = self._row(Proposal, part, **self.own, body_html=to_html(part.body))
            self.known.setdefault("proposals", {})[part.number] = proposal
            for position in part.positions:
                ref = f"{part.number}.{position.number}"
                self.known["positions"][ref] = self._row(Position, position, proposal=proposal)
        db.session.flush()
        for part in file.proposals:
            for position in part.positions:
                row = self.known["positions"][f"{part.number}.{position.number}"]
                row.answers = self.known["positions"].get(position.answers)
                row.replaces = self.known["positions"].get(position.replaces)
            self._comments(part)

    def _comments(self, part: f.Proposal) -> None:
        rows: dict[int | None, Comment] = {}
        for comment in part.comments:
            rows[comment.number] = self._row(
                Comment,
                comment,
                proposal=self.known["proposals"][part.number],
                parent=rows.get(comment.reply_to),
                body_html=to_html(comment.body),
            )
        db.session.flush()
        for comment in part.comments:
            row = rows[comment.number]
            row.root_id = (row.parent.root_id or row.parent.id) if row.parent else None
            for revision in comment.revisions:
                self._row(CommentRevision, revision, comment_id=row.id)

    def _voices(self, file: f.ConsultationFile) -> None:
        """Every vote ever cast; those that stand are the last of each voter."""
        for ref, part in self._positions(file):
            on = {"position": self.known["positions"][ref]}
            standing: dict[str, Vote] = {}
            for vote in part.votes:
                voter = self._voter(vote)
                self._row(Cast, vote, **on, voter=voter)
                if vote.choice is None:
                    standing.pop(voter, None)
                else:
                    standing[voter] = _unnamed(Vote, vote, self.known, **on, voter=voter)
            db.session.add_all(standing.values())
            for objection in part.objections:
                self._row(Objection, objection, **on, voter=self._voter(objection))

    def _voter(self, part: f.Vote | f.Objection) -> str:
        """Whose voice it is: the seat's as it votes now, unless the file says otherwise."""
        if not part.voter:
            return voter_of(self.known["seats"][part.seat])
        table, whom = {"B": ("delegation", "delegations"), "S": ("seat", "seats")}[part.voter[0]]
        return f"{table}:{self.known[whom][int(part.voter[1:])].id}"

    def _conclusions(self, file: f.ConsultationFile) -> None:
        for part in file.proposals:
            proposal = self.known["proposals"][part.number]
            for determination in part.determinations:
                self._row(Determination, determination, proposal=proposal)
        for ref, part in self._positions(file):
            position = self.known["positions"][ref]
            for determination in part.determinations:
                self._row(Determination, determination, proposal=position.proposal, position=position)
        outcomes = {part.number: self._row(Outcome, part, **self.own) for part in file.outcomes}
        for report in file.reports:
            self._row(PublishedReport, report, **self.own)
        db.session.flush()
        for part in file.outcomes:
            outcomes[part.number].counters_id = _id(outcomes.get(part.counters))

    def _events(self, file: f.ConsultationFile) -> None:
        subjects = {ref: subject for subject, ref in name_rows(self.rows).items()}
        for number, part in enumerate(file.events):
            subject = from_ref(part.subject, subjects)
            if subject is None:
                raise FileError(f"$.events[{number}].subject", f"there is no “{part.subject}” in this file")
            seat = self.known["seats"].get(part.seat)
            person = seat.person if seat else self.known["people"].get(part.person)
            db.session.add(
                _unnamed(
                    Event,
                    part,
                    self.known,
                    subject=subject,
                    consultation_id=self.consultation.id,
                    seat_id=_id(seat),
                    person_id=_id(person),
                )
            )
        db.session.flush()

    def _positions(self, file: f.ConsultationFile) -> Iterator[tuple[str, f.Position]]:
        for proposal in file.proposals:
            for position in proposal.positions:
                yield f"{proposal.number}.{position.number}", position

    def _row(self, model: Any, part: f.Part, **given: Any) -> Any:
        row = _unnamed(model, part, self.known, **given)
        db.session.add(row)
        if model not in UNNAMED:
            self.rows.append(row)
        return row


def _people(parts: Iterable[f.Person], now: datetime) -> dict[str, Person]:
    """The people of a file: those known here as they are, the others new, and none with an account."""
    keys = [part.key for part in parts]
    people = {
        person.key: person for person in db.session.scalars(sa.select(Person).where(Person.key.in_(keys)))
    }
    for part in parts:
        if part.key not in people:
            people[part.key] = _unnamed(Person, part, {}, created_at=now)
            db.session.add(people[part.key])
    return people


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


def _unnamed(model: Any, part: f.Part, known: Mapping[str, Mapping[Any, Any]], **given: Any) -> Any:
    """A row from a part of the file: like named things are alike, and refs become other rows."""
    mapper = sa.inspect(model)
    names = [name for name in part.__struct_fields__ if name not in given]
    values = {name: getattr(part, name) for name in names if name in mapper.columns}
    for name, whom in references(type(part)).items():
        if name in mapper.relationships and name not in given:
            values[name] = known.get(whom, {}).get(getattr(part, name))
    return model(**values, **given)


def _name(part: Any) -> Any:
    return part.key if isinstance(part, f.Group) else part.number


def _id(row: Any) -> int | None:
    return row.id if row else None
