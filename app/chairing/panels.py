"""What a position looks like to one reader, whichever page shows it: made here and nowhere else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from app.accounts.models import Person
from app.calls.models import Call
from app.calls.queries import is_asked, running_calls
from app.chairing.evidence import GroupLine, group_lines
from app.chairing.models import Determination
from app.chairing.objectors import Heard, heard
from app.chairing.queries import standing_determinations
from app.chairing.statements import Filed, Window, filed, window
from app.consultations.models import Consultation, Delegation, Seat
from app.consultations.queries import groups
from app.core.objections import Behalf
from app.core.votes import Choice, Tally, total
from app.db import db
from app.deliberation.actions import is_own
from app.deliberation.models import Position
from app.deliberation.queries import comment_counts, concealments, replacements
from app.voting.actions import UNDO_SECONDS
from app.voting.models import Objection, Vote
from app.voting.queries import SPOKEN_FOR, own_votes, speaks_for, tallies

SAMPLE = 5  # words with votes that stand beside a position; all of them are on its own page


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody said with a vote; without a name where names are not public."""

    choice: Choice
    reason: str
    reservation: str
    cast_at: datetime
    name: str
    delegation: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A position with all that is known of it, as one reader may see it."""

    position: Position
    is_own: bool  # the reader put it forward, or speaks for the delegation that did
    hidden: str  # why an officer has hidden it
    replaced_by: str  # the reference of the one in its place
    determination: Determination | None
    comments: int
    tally: Tally
    by_group: Sequence[GroupLine]
    words: Sequence[Words]
    said: int  # how many votes carry words
    objections: Sequence[Heard]
    statements: Sequence[Filed]
    window: Window  # for further statements
    own: Vote | None
    own_objection: Objection | None
    undo_seconds: int
    call: Call | None  # that is running on it
    called: int  # its place in that call
    asked: bool  # the reader, by that call
    speaks_for: Sequence[Behalf] = ()  # on whose behalf the reader can object, the widest first

    @property
    def ref(self) -> str:
        return self.position.ref

    @property
    def is_gone(self) -> bool:
        """Whether nothing can be done with it any more."""
        position = self.position
        return bool(position.is_hidden or position.withdrawn_at or position.proposal.withdrawn_at)

    @property
    def may_dissent(self) -> bool:
        """Whether a statement could be filed on it by a reader who has filed none."""
        return self.window.is_open and not self.is_gone and not any(each.is_own for each in self.statements)

    @property
    def behalf(self) -> str:
        """On whose behalf the reader has objected, or else would."""
        raised = self.own_objection.behalf if self.own_objection else None
        return raised or next(iter(self.speaks_for), "")

    @property
    def remedy(self) -> str:
        """What the reader has said would remove the objection."""
        return self.own_objection.remedy if self.own_objection else ""


def panels(
    consultation: Consultation,
    positions: Sequence[Position],
    seat: Seat | None,
    now: datetime,
    *,
    sample: int | None = SAMPLE,
) -> Sequence[Panel]:
    """The panels of some positions, in a handful of queries however many there are."""
    ids = [position.id for position in positions]
    counted, said, own = tallies(ids), _words(consultation, ids, sample), own_votes(seat, ids)
    shown_groups = groups(consultation)
    raised = heard(consultation, ids)
    proposal_ids = {position.proposal_id for position in positions}
    determined, talk = standing_determinations(proposal_ids), comment_counts(ids)
    dissent = filed(proposal_ids, seat)
    hidden = concealments(positions, Position.__tablename__)
    running = {each.position_id: each for call in running_calls(consultation, now) for each in call.positions}
    gone = [position.id for position in positions if position.withdrawn_at]
    replaced = replacements(gone) if gone else {}
    return [
        Panel(
            position=position,
            is_own=is_own(position, seat),
            hidden=hidden.get(key, ""),
            replaced_by=replaced.get(key, ""),
            determination=determined.get((position.proposal_id, key)),
            comments=talk.get(key, 0),
            tally=total(counted.get(key, {}).values()),
            by_group=group_lines(counted.get(key, {}), shown_groups, consultation.names_public),
            words=said.get(key, ([], 0))[0],
            said=said.get(key, ([], 0))[1],
            objections=[item for item in raised if item.objection.position_id == key],
            statements=dissent.get((position.proposal_id, key), ()),
            window=window(consultation, determined.get((position.proposal_id, key)), now),
            own=own.get(key),
            own_objection=_own_objection(raised, own.get(key)),
            undo_seconds=_seconds_left(own.get(key), seat, now),
            call=running[key].call if key in running else None,
            called=running[key].number if key in running else 0,
            asked=key in running and is_asked(running[key].call, seat),
            speaks_for=speaks_for(seat) if seat else (),
        )
        for key, position in zip(ids, positions, strict=True)
    ]


def _words(
    consultation: Consultation, ids: Sequence[int], sample: int | None
) -> Mapping[int, tuple[Sequence[Words], int]]:
    """The newest words given with votes on each position, and how many there are."""
    newest = sa.func.row_number().over(partition_by=Vote.position_id, order_by=Vote.cast_at.desc())
    ranked = (
        sa.select(
            Vote.position_id,
            Vote.choice,
            Vote.reason,
            Vote.reservation,
            Vote.cast_at,
            Person.name,
            Delegation.name.label("delegation"),
            newest.label("rank"),
            sa.func.count().over(partition_by=Vote.position_id).label("said"),
        )
        .join(Seat, Vote.seat_id == Seat.id)
        .join(Person, Seat.person_id == Person.id)
        .outerjoin(Delegation, Delegation.id == SPOKEN_FOR)
        .where(Vote.position_id.in_(ids), sa.or_(Vote.reason != "", Vote.reservation != ""))
        .where(Vote.choice != Choice.OBJECT)  # an objection is shown as such, with its answer
        .subquery()
    )
    query = sa.select(ranked).order_by(ranked.c.position_id, ranked.c.rank)
    if sample is not None:
        query = query.where(ranked.c.rank <= sample)
    named = consultation.names_public
    found: dict[int, tuple[list[Words], int]] = {}
    for row in db.session.execute(query):
        words = Words(
            row.choice,
            row.reason,
            row.reservation,
            row.cast_at,
            row.name if named else "",
            (row.delegation or "") if named else "",
        )
        found.setdefault(row.position_id, ([], row.said))[0].append(words)
    return found


def _own_objection(raised: Sequence[Heard], own: Vote | None) -> Objection | None:
    """The reader's objection that goes with the vote as it stands."""
    if own is None or own.choice is not Choice.OBJECT:
        return None
    to_it = [item.objection for item in raised if item.objection.position_id == own.position_id]
    return next((objection for objection in reversed(to_it) if objection.voter == own.voter), None)


def _seconds_left(own: Vote | None, seat: Seat | None, now: datetime) -> int:
    """How long the reader's own last vote can still be undone."""
    if own is None or seat is None or own.seat_id != seat.id:
        return 0
    left = own.cast_at + timedelta(seconds=UNDO_SECONDS) - now
    return max(0, int(left.total_seconds()))
