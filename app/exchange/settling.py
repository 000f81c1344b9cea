"""A conversation as a consultation, in which statements are positions and passing is abstaining; and back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from app.consultations.models import Consultation, Delegation, Seat
from app.consultations.terms import VotingUnit
from app.core.opinion.votes import VALUE
from app.core.phases import Phase
from app.core.roles import Role
from app.core.texts import POSITION_LIMIT, TITLE_LIMIT, ProposalKind
from app.core.votes import Choice
from app.db import db
from app.deliberation.models import Position, Proposal
from app.exchange import file as f
from app.exchange.conversation import OUT, Ballot, Conversation, Rest, Statement
from app.exchange.flaws import FileError
from app.ledger.models import Event
from app.voting.models import Cast
from app.voting.queries import DELEGATION, SEAT

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
CHOICE = {1: Choice.SUPPORT, 0: Choice.ABSTAIN, -1: Choice.DISAGREE}
IMPORT = "import"  # the act of which the ledger keeps what a consultation has no place for
MODERATED_OUT = "Moderated out where the conversation was held."


def as_file(
    conversation: Conversation, slug: str, title: str, language: str, now: datetime, *, is_open: bool
) -> f.ConsultationFile:
    """A consultation in which each participant has a seat and no name; FileError where it cannot be one."""
    people = [_person(slug, number) for number in _numbers(conversation.participants, "participant")]
    begun, ended = _span(conversation, now)
    positions = tuple(_positions(conversation, ended))
    title = title[:TITLE_LIMIT]
    put = f.Proposal(
        number=1,
        agenda_item=1,
        kind=ProposalKind.LIST,
        title=title,
        entries_called="statements",
        tabled_at=begun,
        positions=positions,
    )
    kept = f.Event(at=now, act=IMPORT, subject="C", data={"polis": msgspec.to_builtins(_kept(conversation))})
    return f.ConsultationFile(
        format=f.FORMAT,
        slug=slug,
        title=title,
        purpose=told(conversation, "conversation-description"),
        opens_at=begun,
        closed_at=None if is_open else ended,
        language=language,
        phase=Phase.OPEN if is_open else Phase.CLOSED,
        voting_unit=VotingUnit.PERSON,
        created_at=now,
        people=tuple(people),
        agenda=(f.AgendaItem(number=1, title=title),),
        seats=tuple(
            f.Seat(number=number + 1, person=person.key, role=Role.PARTICIPANT, taken_at=begun)
            for number, person in zip(conversation.participants, people, strict=True)
        ),
        proposals=(put,),
        events=(kept, *(_hiding(position) for position in positions if position.hidden_at)),
    )


def told(conversation: Conversation, key: str) -> str:
    """What the summary says of the whole."""
    return next((line[1].strip() for line in conversation.rest.summary if line[0] == key and line[1:]), "")


def of_consultation(consultation: Consultation) -> Conversation:
    """The votes of any consultation as a conversation; a vote taken back has never been cast."""
    rest = _rest(consultation)
    seats = {
        seat: number - 1
        for seat, number in db.session.execute(
            sa.select(Seat.id, Seat.number).where(
                Seat.consultation_id == consultation.id, Seat.role == Role.PARTICIPANT
            )
        )
    }
    statements = dict(_statements(consultation, seats, rest))
    numbers = {position: statement.number for position, statement in statements.items()}
    casts = tuple(_casts(numbers, _voices(consultation, seats), rest))
    return Conversation(
        tuple(sorted(statements.values(), key=lambda statement: statement.number)),
        tuple(sorted({*seats.values(), *(ballot.participant for ballot in casts)})),
        casts,
        rest,
    )


def _numbers(numbers: Iterable[int], whose: str) -> Iterator[int]:
    for number in numbers:
        if not 0 <= number < f.HIGHEST:
            raise FileError(f"{whose} {number}", "a number lies between 0 and two thousand million")
        yield number


def _person(slug: str, number: int) -> f.Person:
    stem = sha256(slug.encode()).hexdigest()[:16]
    return f.Person(key=f"{stem}-{number}", name=f"Participant {number}")


def _span(conversation: Conversation, now: datetime) -> tuple[datetime, datetime]:
    """From the first to the last that was said."""
    times = [statement.put_at for statement in conversation.statements]
    times += [ballot.cast_at for ballot in conversation.casts if ballot.cast_at is not None]
    return (_instant(min(times)), _instant(max(times))) if times else (now, now)


def _positions(conversation: Conversation, ended: datetime) -> Iterator[f.Position]:
    seated = set(conversation.participants)
    votes = defaultdict(list)
    for ballot in conversation.casts:
        when = ended if ballot.cast_at is None else _instant(ballot.cast_at)
        votes[ballot.statement].append(
            f.Vote(seat=ballot.participant + 1, choice=CHOICE[ballot.value], cast_at=when)
        )
    for statement in conversation.statements:
        (number,) = _numbers([statement.number], "statement")
        if not statement.text.strip() or len(statement.text) > POSITION_LIMIT:
            raise FileError(statement.where, f"a statement has up to {POSITION_LIMIT} characters, not none")
        put_at = _instant(statement.put_at)
        yield f.Position(
            number=number + 1,
            text=statement.text,
            seat=statement.author + 1 if statement.author in seated else None,
            tabled_at=put_at,
            hidden_at=put_at if statement.moderated == OUT else None,
            votes=tuple(votes[statement.number]),
        )


def _hiding(position: f.Position) -> f.Event:
    return f.Event(
        at=position.tabled_at, act="hide", subject=f"P1.{position.number}", data={"reason": MODERATED_OUT}
    )


def _kept(conversation: Conversation) -> Rest:
    seated, statements = set(conversation.participants), conversation.statements
    return replace(
        conversation.rest,
        unseen=tuple(each.number for each in statements if each.moderated == 0),
        authors={str(each.number): each.author for each in statements if each.author not in seated},
        untimed=not conversation.is_timed,
    )


def _rest(consultation: Consultation) -> Rest:
    data = db.session.scalar(
        sa.select(Event.data)
        .where(Event.consultation_id == consultation.id, Event.act == IMPORT)
        .order_by(Event.id)
        .limit(1)
    )
    return msgspec.convert((data or {}).get("polis", {}), Rest)


def _statements(
    consultation: Consultation, seats: Mapping[int, int], rest: Rest
) -> Iterator[tuple[int, Statement]]:
    """By the position's id; those of a second proposal are numbered after those of the first."""
    out = [column.is_not(None) for column in (Position.hidden_at, Position.withdrawn_at, Proposal.hidden_at)]
    rows = db.session.execute(
        sa.select(
            Position.id,
            Position.proposal_id,
            Position.number,
            Position.text,
            Position.seat_id,
            Position.tabled_at,
            sa.or_(*out, Proposal.withdrawn_at.is_not(None)),
        )
        .join(Position.proposal)
        .where(Proposal.consultation_id == consultation.id)
        .order_by(Proposal.number, Position.number)
    )
    proposal, first, last = None, 0, -1
    for key, of, number, text, seat, put_at, is_out in rows:
        if of != proposal:
            proposal, first = of, last + 1
        last = first + number - 1
        author = rest.authors.get(str(last), seats.get(seat, -1))
        moderated = OUT if is_out else 0 if last in rest.unseen else 1
        yield key, Statement(last, text, author, _milliseconds(put_at), moderated)


def _voices(consultation: Consultation, seats: Mapping[int, int]) -> dict[str, int]:
    """The participant that each voice is: delegations are numbered after the seats."""
    after = max(seats.values(), default=-1)
    delegations = db.session.execute(
        sa.select(Delegation.id, Delegation.number).where(Delegation.consultation_id == consultation.id)
    )
    return {f"{SEAT}{key}": number for key, number in seats.items()} | {
        f"{DELEGATION}{key}": after + number for key, number in delegations
    }


def _casts(positions: Mapping[int, int], voices: Mapping[str, int], rest: Rest) -> Iterator[Ballot]:
    rows = db.session.execute(
        sa.select(Cast.position_id, Cast.voter, Cast.choice, Cast.cast_at)
        .where(Cast.position_id.in_(list(positions)))
        .order_by(Cast.id)
    ).all()
    last = {(position, voter): choice for position, voter, choice, _ in rows}
    for position, voter, choice, cast_at in rows:
        if choice is not None and last[position, voter] is not None and voter in voices:
            when = None if rest.untimed else _milliseconds(cast_at)
            yield Ballot(voices[voter], positions[position], VALUE[choice], when)


def _instant(milliseconds: int) -> datetime:
    return EPOCH + milliseconds * MILLISECOND


def _milliseconds(instant: datetime) -> int:
    return (instant - EPOCH) // MILLISECOND
