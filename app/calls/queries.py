"""Questions about calls: which there are, how each stands at an instant, and who answered what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.calls.models import AskedVoice, Call, CallAct, CallAnswer, CalledPosition
from app.consultations.models import AgendaItem, Consultation, Delegation, Seat
from app.consultations.terms import SeatState
from app.core.calls import CONCLUSIVE, Answer, CallFigures, CallState, state_at
from app.core.phases import UNDER_WAY
from app.core.roles import Role
from app.core.votes import SMALL_GROUP, Tally, shown_breakdown
from app.db import db
from app.deliberation.models import Position
from app.voting.queries import DELEGATION, own_voice, voter_of


@dataclass(frozen=True, slots=True)
class Line:
    """How the voices of one group answered; None where that would tell an answer that is not public."""

    name: str  # empty: voices without a group
    asked: int
    tally: Tally | None

    @property
    def silent(self) -> int:
        return self.asked - self.tally.voters if self.tally else 0


@dataclass(frozen=True, slots=True)
class Result:
    """The answers to one position of a call, counted one by one: silence is silence."""

    called: CalledPosition
    asked: int
    tally: Tally  # accept and object only
    by_group: Sequence[Line]

    @property
    def silent(self) -> int:
        return self.asked - self.tally.voters


def calls(consultation: Consultation) -> Sequence[Call]:
    """The calls of a consultation, oldest first."""
    return _load(Call.consultation_id == consultation.id)


def find_call(consultation: Consultation, number: int) -> Call | None:
    found = _load(Call.consultation_id == consultation.id, Call.number == number)
    return found[0] if found else None


def state_of(call: Call, now: datetime) -> CallState:
    """How a call stands at an instant."""
    held = call.consultation
    ended = held.ended_at if held.phase_at(now) not in UNDER_WAY else None
    return state_at(call.closes_at, call.steps[-1].step, ended, now)


def last_calls(consultation: Consultation, now: datetime) -> Mapping[int, tuple[Call, CallState]]:
    """By position the last call on it, as it reads now, that was neither cancelled nor cut short."""
    found = {}
    for call in calls(consultation):
        state = state_of(call, now)
        if state in CONCLUSIVE:
            put = (each.position_id for each in call.positions if each.text == each.position.text)
            found.update(dict.fromkeys(put, (call, state)))
    return found


def figures(consultation: Consultation, now: datetime) -> dict[int, CallFigures]:
    """By position what came of the last call on it that is over, and was neither cancelled nor cut short."""
    last = last_calls(consultation, now)
    over = {call.id: (call, state) for call, state in last.values() if state is not CallState.RUNNING}
    return {
        result.called.position_id: CallFigures(
            ref=call.ref,
            manner=call.manner,
            state=state,
            closes_at=call.steps[-1].taken_at if state is CallState.STOPPED else call.closes_at,
            asked=result.asked,
            accepted=result.tally.accept,
            objected=result.tally.object,
        )
        for call, state in over.values()
        for result in results(call)
        if last.get(result.called.position_id, (None,))[0] is call
    }


def running_calls(consultation: Consultation, now: datetime) -> list[Call]:
    """The calls that can be answered, the nearest deadline first."""
    due = _load(Call.consultation_id == consultation.id, Call.closes_at > now)
    found = [call for call in due if state_of(call, now) is CallState.RUNNING]
    return sorted(found, key=lambda call: call.closes_at)


def running_for(
    consultation: Consultation, seat: Seat | None, now: datetime, item: AgendaItem | None = None
) -> list[tuple[Call, bool]]:
    """The running calls, or those on texts under one agenda item; and whether the seat's voice was asked."""
    return [
        (call, is_asked(call, seat))
        for call in running_calls(consultation, now)
        if item is None or item.id in {each.position.proposal.agenda_item_id for each in call.positions}
    ]


def electorate(consultation: Consultation) -> list[AskedVoice]:
    """Every voice there is at this minute, each once: of the delegations, and of those without."""
    seats = db.session.scalars(
        sa.select(Seat)
        .where(
            Seat.consultation_id == consultation.id,
            Seat.role == Role.PARTICIPANT,
            Seat.state == SeatState.ACTIVE,
        )
        .options(joinedload(Seat.delegation).joinedload(Delegation.group), joinedload(Seat.own_group))
        .order_by(Seat.number)
    )
    found: dict[str, AskedVoice] = {}
    for seat in seats:
        voter = voter_of(seat)
        group = seat.group
        found.setdefault(
            voter,
            AskedVoice(
                seat_id=seat.id if voter == own_voice(seat) else None,
                delegation_id=seat.delegation_id,
                group_id=group.id if group else None,
            ),
        )
    return list(found.values())


def voice_of(asked: AskedVoice) -> str:
    """Whose voice it is, as votes name it."""
    return f"seat:{asked.seat_id}" if asked.seat_id else f"{DELEGATION}{asked.delegation_id}"


def is_asked(call: Call, seat: Seat | None) -> bool:
    """Whether the voice of a seat was among those asked."""
    return seat is not None and voter_of(seat) in {voice_of(asked) for asked in call.asked}


def answers(call: Call) -> Mapping[tuple[int, str], CallAnswer]:
    """The answers that count, by position and voice: the last of each."""
    given = db.session.scalars(
        sa.select(CallAnswer)
        .where(CallAnswer.call_id == call.id)
        .options(joinedload(CallAnswer.seat).joinedload(Seat.person))
        .order_by(CallAnswer.id)
    )
    return {(answer.position_id, answer.voter): answer for answer in given}


def own_answers(call: Call, seat: Seat | None) -> Mapping[int, CallAnswer]:
    """What the voice of a seat has answered, by position."""
    if seat is None:
        return {}
    voter = voter_of(seat)
    return {position: answer for (position, voice), answer in answers(call).items() if voice == voter}


def results(call: Call) -> list[Result]:
    """What came of each position of a call so far, with no more by group than may be shown."""
    given = answers(call)
    names_public = call.consultation.names_public
    return [_result(call, called, given, names_public) for called in call.positions]


def silent_seats(call: Call) -> Sequence[Seat]:
    """The seats whose voices were asked and have not answered every position."""
    given = Counter(voice for _, voice in answers(call))
    missing = {voice_of(asked) for asked in call.asked if given[voice_of(asked)] < len(call.positions)}
    seats = db.session.scalars(
        sa.select(Seat).where(
            Seat.consultation_id == call.consultation_id,
            Seat.role == Role.PARTICIPANT,
            Seat.state == SeatState.ACTIVE,
        )
    )
    return [seat for seat in seats if voter_of(seat) in missing]


def _result(
    call: Call,
    called: CalledPosition,
    given: Mapping[tuple[int, str], CallAnswer],
    names_public: bool,
) -> Result:
    asked: Counter[str] = Counter()
    tallies: dict[str, Tally] = {}
    names = {"": ""}
    for voice in call.asked:
        key = voice.group.key if voice.group else ""
        names[key] = voice.group.name if voice.group else ""
        asked[key] += 1
        answer = given.get((called.position_id, voice_of(voice)))
        tallies[key] = tallies.get(key, Tally()) + _one(answer)
    shown = _shown(tallies, asked, names_public)
    return Result(
        called=called,
        asked=len(call.asked),
        tally=sum(tallies.values(), Tally()),
        by_group=[Line(names[key], asked[key], shown[key]) for key in sorted(asked, key=names.__getitem__)],
    )


def _shown(
    tallies: Mapping[str, Tally], asked: Mapping[str, int], names_public: bool
) -> dict[str, Tally | None]:
    """By group, what may be shown; silence is known too, so a group of one or two is never shown apart."""
    if names_public:
        return dict(tallies)
    shown = shown_breakdown(tallies, names_public)
    small = {key for key, number in asked.items() if number < SMALL_GROUP}
    small |= {key for key, tally in shown.items() if tally is None}
    if len(small) == 1:
        others = sorted((number, key) for key, number in asked.items() if key not in small)
        small.update(key for _, key in others[:1])
    return {key: None if key in small else tally for key, tally in tallies.items()}


def _one(answer: CallAnswer | None) -> Tally:
    if answer is None:
        return Tally()
    return Tally(accept=1) if answer.answer is Answer.ACCEPT else Tally(object=1)


def _load(*where: sa.ColumnElement[bool]) -> Sequence[Call]:
    return db.session.scalars(
        sa.select(Call)
        .where(*where)
        .options(
            selectinload(Call.steps).joinedload(CallAct.seat).joinedload(Seat.person),
            selectinload(Call.positions).joinedload(CalledPosition.position).joinedload(Position.proposal),
            selectinload(Call.asked).options(
                joinedload(AskedVoice.seat).joinedload(Seat.person),
                joinedload(AskedVoice.delegation),
                joinedload(AskedVoice.group),
            ),
        )
        .order_by(Call.number)
    ).all()
