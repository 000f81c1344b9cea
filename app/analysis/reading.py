"""From the database to arrays: all votes once, later only the votes that changed; the frame they stand in."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np
import sqlalchemy as sa
from scipy.sparse import csc_array
from sqlalchemy.orm import aliased

from app.analysis.ballots import Ballots, Change
from app.consultations.models import Consultation, Delegation, Seat, StakeholderGroup
from app.core.opinion.votes import VALUE, Ints, Votes
from app.core.votes import Choice
from app.db import db
from app.deliberation.models import Position, Proposal
from app.ledger.models import Event
from app.voting.models import Cast, Vote
from app.voting.queries import DELEGATION, SEAT, active_voters

FREQUENT = ("vote", "undo vote", "lay down vote", "comment")  # acts that leave the frame as it is
OUT_OF_TURN = 10_000  # votes, or acts, elsewhere that may be seen before an earlier one of this consultation


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the votes and the ledger of a consultation were read."""

    cast: int = 0  # the last that was read
    cast_at: datetime | None = None  # when, in case a backup has since taken the place of the database
    casts: int = 0  # how many there were
    event: int = 0  # the last act that may have changed the frame
    casts_seen: int = 0  # up to here there is no other, whatever the consultation
    events_seen: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What the votes stand in: which positions are up, who may vote, which groups there are."""

    event: int  # the last act that changed it
    up: Ints  # ids of positions, ascending
    entitled: int
    groups: tuple[str, ...]  # keys, in their order
    members: tuple[Ints, ...]  # of each group, by the names that ballots use

    def group_of(self, voters: Ints) -> Ints:
        """The place of each voter's group, -1 for none."""
        found = np.full(len(voters), -1, np.int64)
        for place, members in enumerate(self.members):
            found[np.isin(voters, members)] = place
        return found


def read_ballots(consultation: Consultation) -> Ballots:
    """All votes, in one row for each position: several times as fast as a row for each vote."""
    told = sa.func.aggregate_strings(sa.cast(4 * _name() + _value(), sa.String), ",")
    rows = db.session.execute(
        sa.select(Vote.position_id, told)
        .where(Vote.position_id.in_(_positions(consultation)))
        .group_by(Vote.position_id)
        .order_by(Vote.position_id),
        execution_options={"yield_per": 50},
    )
    ids, names, values = [], [], []
    for position, text in rows:
        told = np.fromstring(text, np.int64, sep=",")
        ids.append(position)
        names.append((told >> 2).astype(np.int32))
        values.append((told & 3).astype(np.int8) - 1)
    return _arranged(np.array(ids, np.int64), names, values)


def read_mark(consultation: Consultation, since: Mark = Mark()) -> Mark:
    """How far they could be read now: what was read before is not read again."""
    newer = _newer(consultation, since)
    last, number = db.session.execute(sa.select(sa.func.max(newer.c.id), sa.func.count(newer.c.id))).one()
    latest_cast, latest_event = db.session.execute(
        sa.select(
            sa.select(sa.func.max(Cast.id)).scalar_subquery(),
            sa.select(sa.func.max(Event.id)).scalar_subquery(),
        )
    ).one()
    cast = last or since.cast
    cast_at = db.session.scalar(sa.select(Cast.cast_at).where(Cast.id == last)) if last else since.cast_at
    event = _event(consultation, since)
    return Mark(
        cast,
        cast_at,
        since.casts + number,
        event,
        max(cast, since.casts_seen, (latest_cast or 0) - OUT_OF_TURN),
        max(event, since.events_seen, (latest_event or 0) - OUT_OF_TURN),
    )


def read_changes(consultation: Consultation, since: Mark) -> list[Change]:
    """What was said since, in the order in which it was said."""
    newer = _newer(consultation, since)
    rows = db.session.execute(sa.select(newer).order_by(newer.c.id))
    return [
        Change(name_of(voter), position, VALUE[choice] if choice else None)
        for _, position, voter, choice in rows
    ]


def read_frame(consultation: Consultation, event: int) -> Frame:
    up = _positions(consultation).where(
        Position.withdrawn_at.is_(None),
        Position.hidden_at.is_(None),
        Proposal.withdrawn_at.is_(None),
        Proposal.hidden_at.is_(None),
    )
    ids = db.session.scalars(up.order_by(Position.id)).all()
    members = _members(consultation)
    return Frame(
        event,
        np.array(ids, np.int64),
        active_voters(consultation),
        tuple(members),
        tuple(members.values()),
    )


def more_than(consultation: Consultation, votes: int) -> bool:
    """Whether there are more votes than so many, without counting further."""
    some = sa.select(Vote.id).where(Vote.position_id.in_(_positions(consultation))).limit(votes + 1)
    return (db.session.scalar(sa.select(sa.func.count()).select_from(some.subquery())) or 0) > votes


def name_of(voter: str) -> int:
    """How ballots call whoever has that voice."""
    return -int(voter.removeprefix(DELEGATION)) if voter.startswith(DELEGATION) else int(voter[len(SEAT) :])


def _newer(consultation: Consultation, since: Mark) -> sa.Subquery:
    """The votes that came since: all of a consultation, or its own among the last of all consultations."""
    casts = sa.select(Cast.id, Cast.position_id, Cast.voter, Cast.choice)
    if not since.cast:
        return casts.where(Cast.position_id.in_(_positions(consultation))).subquery()
    of = (
        sa.select(Proposal.consultation_id)
        .join(Position, Position.proposal_id == Proposal.id)
        .where(Position.id == Cast.position_id)
        .scalar_subquery()
    )
    return casts.where(Cast.id > max(since.cast, since.casts_seen), of == consultation.id).subquery()


def _event(consultation: Consultation, since: Mark) -> int:
    """The last act that may have changed the frame, looked for from the newest."""
    found = db.session.scalar(
        sa.select(Event.id)
        .where(
            Event.id > max(since.event, since.events_seen),
            Event.consultation_id == consultation.id,
            Event.act.not_in(FREQUENT),
        )
        .order_by(Event.id.desc())
        .limit(1)
    )
    return found or since.event


def _positions(consultation: Consultation) -> sa.Select[tuple[int]]:
    return (
        sa.select(Position.id)
        .join(Proposal, Position.proposal_id == Proposal.id)
        .where(Proposal.consultation_id == consultation.id)
    )


def _name() -> sa.ColumnElement[int]:
    """As name_of."""
    delegation = -sa.cast(sa.func.substr(Vote.voter, len(DELEGATION) + 1), sa.BigInteger)
    seat = sa.cast(sa.func.substr(Vote.voter, len(SEAT) + 1), sa.BigInteger)
    return sa.case((Vote.voter.startswith(DELEGATION), delegation), else_=seat)


def _value() -> sa.ColumnElement[int]:
    """0 against, 1 abstaining, 2 for."""
    return sa.case({choice: VALUE[choice] + 1 for choice in Choice}, value=Vote.choice)


def _arranged(positions: Ints, names: list[np.ndarray], values: list[np.ndarray]) -> Ballots:
    """Ballots from who voted on each position, and what they said."""
    if not len(positions):
        return Ballots(
            positions, positions, Votes(np.zeros(1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int8), 0)
        )
    ends = np.concatenate([[0], np.cumsum([len(each) for each in names])])
    voters, rows = _numbered(np.concatenate(names))
    shape = len(voters), len(positions)
    table = csc_array((np.concatenate(values), rows, ends.astype(np.int32)), shape=shape).tocsr()
    starts, columns = table.indptr.astype(np.int64), table.indices.astype(np.int32, copy=False)
    return Ballots(voters, positions, Votes(starts, columns, table.data, len(positions)))


def _numbered(names: np.ndarray) -> tuple[Ints, np.ndarray]:
    """The names that occur, ascending, and the place of each among them."""
    least = int(names.min())
    occurs = np.zeros(int(names.max()) - least + 1, np.bool_)
    occurs[names - least] = True
    place = np.cumsum(occurs, dtype=np.int32) - 1
    return np.flatnonzero(occurs) + least, place[names - least]


def _members(consultation: Consultation) -> dict[str, Ints]:
    """Of each group the delegations and the seats that belong to it, by its key and in the groups' order."""
    spoken_for, own = aliased(StakeholderGroup), aliased(StakeholderGroup)
    key = sa.func.coalesce(spoken_for.key, own.key)
    seats = (
        sa.select(key.label("key"), Seat.id.label("name"))
        .select_from(Seat)
        .outerjoin(Delegation, Seat.delegation_id == Delegation.id)
        .outerjoin(spoken_for, Delegation.group_id == spoken_for.id)
        .outerjoin(own, Seat.own_group_id == own.id)
        .where(Seat.consultation_id == consultation.id, key.is_not(None))
    )
    delegations = (
        sa.select(StakeholderGroup.key, -Delegation.id)
        .join(StakeholderGroup, Delegation.group_id == StakeholderGroup.id)
        .where(Delegation.consultation_id == consultation.id)
    )
    every = sa.union_all(seats, delegations).subquery()
    names = sa.func.aggregate_strings(sa.cast(every.c.name, sa.String), ",")
    rows = dict(db.session.execute(sa.select(every.c.key, names).group_by(every.c.key)).all())
    order = sa.select(StakeholderGroup.key).where(StakeholderGroup.consultation_id == consultation.id)
    keys = db.session.scalars(order.order_by(StakeholderGroup.number)).all()
    return {key: np.fromstring(rows.get(key, ""), np.int64, sep=",") for key in keys}
