"""The rounds of a determination as a reader may see them: what each is by now, and who contests it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.chairing.models import Appeal, Challenge, Determination
from app.chairing.queries import determinations
from app.consultations.models import Consultation, Seat
from app.core.objections import Behalf
from app.core.rounds import Move, State, allows
from app.deliberation.models import Position, Proposal
from app.deliberation.queries import proposals
from app.voting.queries import voter_of


@dataclass(frozen=True, slots=True)
class Contest:
    """A challenge or an appeal, with as much of who makes it as may be shown."""

    row: Challenge | Appeal
    number: int  # among those on one matter
    is_own: bool  # of the reader's voice
    person: str = ""
    delegation: str = ""
    group: str = ""

    for_self: bool = False  # nobody is named beside whoever speaks for himself or herself

    @property
    def for_group(self) -> bool:
        return self.row.for_group


@dataclass(frozen=True, slots=True)
class Round:
    """One determination of a matter, and what it is by now."""

    determination: Determination
    number: int
    state: State
    challenges: Sequence[Contest] = ()
    appeals: Sequence[Contest] = ()

    @property
    def subject(self) -> Position | Proposal:
        return self.determination.position or self.determination.proposal

    @property
    def waiting(self) -> Sequence[Contest]:
        """The challenges that were neither answered nor taken back."""
        return [contest for contest in self.challenges if contest.row.is_waiting]

    @property
    def own_challenge(self) -> Contest | None:
        """The reader's own, where it was not taken back."""
        return next((each for each in self.challenges if each.is_own and not each.row.withdrawn_at), None)

    @property
    def own_appeal(self) -> Contest | None:
        return next((each for each in self.appeals if each.is_own), None)

    def allows(self, move: str) -> bool:
        return allows(Move(move), self.state)


def rounds(found: Sequence[Determination], now: datetime, seat: Seat | None = None) -> Sequence[Round]:
    """The rounds of one matter, oldest first: all but the last are over."""
    made: list[Round] = []
    for number, determination in enumerate(found, 1):
        over = State.WITHDRAWN if determination.is_withdrawn else State.REPLACED
        made.append(
            Round(
                determination=determination,
                number=number,
                state=determination.state_at(now) if number == len(found) else over,
                challenges=_shown(determination.challenges, sum(len(m.challenges) for m in made), seat),
                appeals=_shown(determination.appeals, sum(len(m.appeals) for m in made), seat),
            )
        )
    return made


def rounds_on(
    proposal: Proposal, position: Position | None, now: datetime, seat: Seat | None = None
) -> Sequence[Round]:
    """The rounds of a position, or of a whole proposal."""
    own = position.id if position else None
    return rounds([d for d in determinations([proposal.id]) if d.position_id == own], now, seat)


def challenged(consultation: Consultation, now: datetime) -> Sequence[Round]:
    """The rounds in which challenges wait for the chair, the first deadline first."""
    texts = [text.id for text in proposals(consultation) if not (text.hidden_at or text.withdrawn_at)]
    matters: dict[tuple[int, int | None], list[Determination]] = {}
    for determination in determinations(texts):
        matters.setdefault((determination.proposal_id, determination.position_id), []).append(determination)
    last = [rounds(found, now)[-1] for found in matters.values()]
    waiting = [each for each in last if each.waiting and each.allows(Move.ANSWER) and _is_there(each.subject)]
    return sorted(waiting, key=lambda each: each.determination.closes_at or now)


def _is_there(subject: Position | Proposal) -> bool:
    return not (subject.withdrawn_at or subject.hidden_at)


def _shown(rows: Sequence[Challenge | Appeal], before: int, seat: Seat | None) -> Sequence[Contest]:
    voice = voter_of(seat) if seat else ""
    return [
        Contest(row=row, number=before + number, is_own=row.voter == voice, **_speaker(row))
        for number, row in enumerate(rows, 1)
    ]


def _speaker(row: Challenge | Appeal) -> dict[str, str]:
    """Who speaks: whoever has the mandate of a group is named; others where names stand beside votes."""
    delegation = row.delegation if row.behalf is not Behalf.SELF else None
    if not (row.for_group or row.seat.consultation.names_public):
        return {}
    return {
        "person": "" if delegation else row.seat.person.name,
        "delegation": delegation.name if delegation else "",
        "group": delegation.group.name if delegation and delegation.group else "",
    }
