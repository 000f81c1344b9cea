"""Questions about votes: who stands where, counted whenever it is asked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import aliased, joinedload, selectinload

from app.accounts.models import Person
from app.consultations.models import Consultation, Delegation, Seat, StakeholderGroup
from app.consultations.terms import SeatState, VotingUnit
from app.core.objections import UNANSWERED, Behalf
from app.core.roles import Role
from app.core.votes import Choice, Tally, count
from app.db import db
from app.deliberation.models import Position
from app.voting.models import Cast, Objection, ObjectionStep, Vote

NO_GROUP = ""
DELEGATION = "delegation:"  # how the voice of a delegation begins
SEAT = "seat:"  # and a person's own
_ITS_ID = sa.cast(sa.func.substr(Vote.voter, len(DELEGATION) + 1), sa.Integer)
SPOKEN_FOR = sa.case((Vote.voter.startswith(DELEGATION), _ITS_ID), else_=Seat.delegation_id)


def voter_of(seat: Seat) -> str:
    """Whose voice a seat's vote is: the delegation's or the person's own, as the consultation counts."""
    per_delegation = seat.consultation.voting_unit is VotingUnit.DELEGATION
    if per_delegation and seat.delegation_id:
        return f"{DELEGATION}{seat.delegation_id}"
    return own_voice(seat)


def own_voice(seat: Seat) -> str:
    """A person's own voice, apart from any delegation's."""
    return f"{SEAT}{seat.id}"


def spoken_for(cast: Vote | Objection) -> Delegation | None:
    """The delegation whose voice it is, even if who used it sits for another delegation now."""
    if cast.voter.startswith(DELEGATION):
        return db.session.get(Delegation, int(cast.voter.removeprefix(DELEGATION)))
    return cast.seat.delegation


def entitled(consultation: Consultation) -> dict[str, int]:
    """How many voices could be heard, delegations or persons as the consultation counts: by their group."""
    voice = sa.literal("s") + sa.cast(Seat.id, sa.String)
    if consultation.voting_unit is VotingUnit.DELEGATION:
        shared = sa.literal("d") + sa.cast(Seat.delegation_id, sa.String)
        voice = sa.case((Seat.delegation_id.is_(None), voice), else_=shared)
    delegation_group, own_group = aliased(StakeholderGroup), aliased(StakeholderGroup)
    key = sa.func.coalesce(delegation_group.key, own_group.key, NO_GROUP)
    rows = db.session.execute(
        sa.select(key, sa.func.count(sa.distinct(voice)))
        .select_from(Seat)
        .outerjoin(Delegation, Seat.delegation_id == Delegation.id)
        .outerjoin(delegation_group, Delegation.group_id == delegation_group.id)
        .outerjoin(own_group, sa.and_(Seat.delegation_id.is_(None), Seat.own_group_id == own_group.id))
        .where(
            Seat.consultation_id == consultation.id,
            Seat.role == Role.PARTICIPANT,
            Seat.state == SeatState.ACTIVE,
        )
        .group_by(key)
    )
    return dict(rows.all())


def active_voters(consultation: Consultation) -> int:
    """How many voices could be heard in all."""
    return sum(entitled(consultation).values())


def speaks_for(seat: Seat) -> tuple[Behalf, ...]:
    """For whom a seat can object, the widest first."""
    return _behalves(voter_of(seat), seat.delegation)


def behalf_of(objection: Objection) -> Behalf:
    """For whom an objection counts: for whom it was raised, as far as there is a mandate now."""
    open_to = _behalves(objection.voter, spoken_for(objection))
    return objection.behalf if objection.behalf in open_to else open_to[0]


def _behalves(voter: str, delegation: Delegation | None) -> tuple[Behalf, ...]:
    mandate = delegation is not None and delegation.speaks_for_group and delegation.group is not None
    found = {
        Behalf.GROUP: mandate,
        Behalf.DELEGATION: delegation is not None,
        Behalf.SELF: not voter.startswith(DELEGATION),
    }
    return tuple(behalf for behalf, possible in found.items() if possible)


def tallies(position_ids: Iterable[int]) -> dict[int, dict[str, Tally]]:
    """For each position its tally by the key of the stakeholder group ("" for none): one query."""
    delegation_group = aliased(StakeholderGroup)
    own_group = aliased(StakeholderGroup)
    key = sa.func.coalesce(delegation_group.key, own_group.key, NO_GROUP)
    rows = db.session.execute(
        sa.select(Vote.position_id, key, Vote.choice, sa.func.count())
        .join(Seat, Vote.seat_id == Seat.id)
        .outerjoin(Delegation, Delegation.id == SPOKEN_FOR)
        .outerjoin(delegation_group, Delegation.group_id == delegation_group.id)
        .outerjoin(own_group, Seat.own_group_id == own_group.id)
        .where(Vote.position_id.in_(list(position_ids)))
        .group_by(Vote.position_id, key, Vote.choice)
    )
    counts: dict[int, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for position_id, group, choice, number in rows:
        counts[position_id][group][choice.value] = number
    return {
        position_id: {group: Tally(**numbers) for group, numbers in by_group.items()}
        for position_id, by_group in counts.items()
    }


def recount(position: Position) -> Tally:
    """The tally of a position from every vote ever cast on it: the last of each voter."""
    last: dict[str, Choice | None] = {}
    for cast in db.session.scalars(sa.select(Cast).where(Cast.position_id == position.id).order_by(Cast.id)):
        last[cast.voter] = cast.choice
    return count(choice for choice in last.values() if choice)


def votes_on(position_id: int) -> Sequence[Vote]:
    """The votes on a position with who cast them, in the order in which they were cast."""
    return db.session.scalars(
        sa.select(Vote)
        .where(Vote.position_id == position_id)
        .options(
            joinedload(Vote.seat).joinedload(Seat.person), joinedload(Vote.seat).joinedload(Seat.delegation)
        )
        .order_by(Vote.id)
    ).all()


def own_votes(seat: Seat | None, position_ids: Iterable[int]) -> Mapping[int, Vote]:
    """The voter's current votes, by position."""
    if seat is None:
        return {}
    found = db.session.scalars(
        sa.select(Vote)
        .where(Vote.voter == voter_of(seat), Vote.position_id.in_(list(position_ids)))
        .options(joinedload(Vote.seat).joinedload(Seat.person))
        .execution_options(populate_existing=True)  # votes are written around the session
    )
    return {vote.position_id: vote for vote in found}


def votes_of_own(person: Person) -> Sequence[Vote]:
    """The votes that a person has with his or her own voice, in whatever consultation."""
    found = db.session.scalars(sa.select(Vote).join(Vote.seat).where(Seat.person_id == person.id)).all()
    return [vote for vote in found if vote.voter == own_voice(vote.seat)]


def last_casts(voter: str, position: Position, number: int) -> Sequence[Cast]:
    """A voter's last acts of voting on a position, newest first."""
    return db.session.scalars(
        sa.select(Cast)
        .where(Cast.position_id == position.id, Cast.voter == voter)
        .order_by(Cast.id.desc())
        .limit(number)
    ).all()


def casts_by(voter: str, position_ids: Iterable[int]) -> Mapping[int, Sequence[Cast]]:
    """A voter's acts of voting on some positions, by position, newest first."""
    found: dict[int, list[Cast]] = defaultdict(list)
    for cast in db.session.scalars(
        sa.select(Cast)
        .where(Cast.voter == voter, Cast.position_id.in_(list(position_ids)))
        .options(joinedload(Cast.seat).joinedload(Seat.person))
        .order_by(Cast.id.desc())
    ):
        found[cast.position_id].append(cast)
    return found


def is_voted_on(position: Position) -> bool:
    """Whether anybody has ever voted on these words."""
    return db.session.scalar(sa.select(sa.exists().where(Cast.position_id == position.id)))


def last_objection(voter: str, position: Position) -> Objection | None:
    """The newest objection of a voter to a position, whatever has become of it."""
    return db.session.scalar(
        sa.select(Objection)
        .where(Objection.position_id == position.id, Objection.voter == voter)
        .order_by(Objection.id.desc())
        .limit(1)
    )


def words_before(seat: Seat, position: Position) -> tuple[str, str]:
    """The reservation and the remedy that the voter's vote carries so far."""
    vote, objection = own_votes(seat, [position.id]).get(position.id), None
    if vote and vote.choice is Choice.OBJECT:
        objection = last_objection(vote.voter, position)
    return vote.reservation if vote else "", objection.remedy if objection else ""


def objections_of(voter: str, position_ids: Iterable[int]) -> Mapping[int, Sequence[Objection]]:
    """A voter's objections to some positions, by position, oldest first."""
    found: dict[int, list[Objection]] = defaultdict(list)
    for objection in objections(position_ids):
        if objection.voter == voter:
            found[objection.position_id].append(objection)
    return found


def objections(position_ids: Iterable[int], *, unanswered: bool = False) -> Sequence[Objection]:
    """The objections to some positions, oldest first."""
    query = sa.select(Objection).where(Objection.position_id.in_(list(position_ids)))
    if unanswered:
        query = query.where(Objection.state.in_(UNANSWERED))
    seat = joinedload(Objection.seat)
    return db.session.scalars(
        query.options(
            joinedload(Objection.position).joinedload(Position.proposal),
            seat.joinedload(Seat.person),
            seat.joinedload(Seat.delegation).joinedload(Delegation.group),
            seat.joinedload(Seat.own_group),
            selectinload(Objection.steps).joinedload(ObjectionStep.seat).joinedload(Seat.person),
        ).order_by(Objection.id)
    ).all()


def reservations(position_ids: Iterable[int]) -> Sequence[Vote]:
    """The votes on some positions that carry a reservation."""
    return db.session.scalars(
        sa.select(Vote)
        .where(Vote.position_id.in_(list(position_ids)), Vote.reservation != "")
        .order_by(Vote.id)
    ).all()


def count_voters(position_ids: Iterable[int]) -> int:
    """How many voters have a vote on at least one of some positions."""
    return db.session.scalar(
        sa.select(sa.func.count(sa.distinct(Vote.voter))).where(Vote.position_id.in_(list(position_ids)))
    )


def count_casts(position_ids: Iterable[int]) -> int:
    """How many votes were ever cast, changed or taken back on some positions: it grows with each."""
    return db.session.scalar(
        sa.select(sa.func.count()).select_from(Cast).where(Cast.position_id.in_(list(position_ids)))
    )


def any_votes(consultation: Consultation) -> bool:
    """Whether anybody has a vote in a consultation."""
    return bool(
        db.session.scalar(
            sa.select(sa.exists().where(Vote.seat_id == Seat.id, Seat.consultation_id == consultation.id))
        )
    )
