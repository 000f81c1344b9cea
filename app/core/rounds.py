"""The life of a determination: what it is at an instant follows from what was done to it and from the clock.

It is provisional while it can be challenged, and final at its deadline unless an answer is owed then.
Where no time for review is set, it stands until another takes its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from app.core.acts import Act
from app.core.objections import Behalf, check_behalf
from app.core.words import N_, Incomplete, Refusal, Untimely

REASON_LIMIT = 2_000  # characters, of a challenge, an extension, a withdrawal
ANSWER_LIMIT = 4_000


class State(StrEnum):
    """What a matter's determination is; of the earlier rounds each is replaced or withdrawn."""

    UNDETERMINED = "undetermined"
    STANDING = "standing"
    PROVISIONAL = "provisional"
    CHALLENGED = "challenged"
    OVERDUE = "overdue"
    FINAL = "final"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


LABELS = {
    State.UNDETERMINED: N_("Not determined"),
    State.STANDING: N_("In force"),
    State.PROVISIONAL: N_("Provisional"),
    State.CHALLENGED: N_("Provisional, and an answer is owed"),
    State.OVERDUE: N_("Provisional until challenges are answered"),
    State.FINAL: N_("Final"),
    State.WITHDRAWN: N_("Withdrawn by the chair"),
    State.REPLACED: N_("Replaced"),
}

UNSETTLED = frozenset({State.PROVISIONAL, State.CHALLENGED, State.OVERDUE})
GONE = frozenset({State.WITHDRAWN, State.REPLACED})


class RulingKind(StrEnum):
    """What a chair adds to a determination."""

    ANSWER = "answer"
    EXTEND = "extend"
    WITHDRAW = "withdraw"


class Move(StrEnum):
    """What can be done to a determination."""

    DETERMINE = "determine"
    REOPEN = "reopen"
    CHALLENGE = "challenge"
    TAKE_BACK = "take back"
    ANSWER = "answer"
    EXTEND = "extend"
    WITHDRAW = "withdraw"
    APPEAL = "appeal"
    HEAR = "hear"


@dataclass(frozen=True, slots=True)
class Rule:
    """The words for a move ("You cannot …"), the act by which one may do it, and where it leads from."""

    words: str
    act: Act
    states: frozenset[State]


_IN_FORCE = UNSETTLED | {State.STANDING, State.FINAL}

MOVES: dict[Move, Rule] = {
    Move.DETERMINE: Rule(
        N_("determine this"), Act.DETERMINE, frozenset(State) - {State.FINAL, State.REPLACED}
    ),
    Move.REOPEN: Rule(N_("reopen this determination"), Act.DETERMINE, frozenset({State.FINAL})),
    Move.CHALLENGE: Rule(
        N_("challenge this determination"), Act.CHALLENGE, UNSETTLED - {State.OVERDUE}
    ),
    Move.TAKE_BACK: Rule(N_("take back this challenge"), Act.CHALLENGE, UNSETTLED),
    Move.ANSWER: Rule(N_("answer challenges to this determination"), Act.DETERMINE, UNSETTLED),
    Move.EXTEND: Rule(N_("extend the time for challenges"), Act.DETERMINE, UNSETTLED),
    Move.WITHDRAW: Rule(
        N_("withdraw this determination"), Act.DETERMINE, UNSETTLED | {State.STANDING}
    ),
    Move.APPEAL: Rule(N_("appeal against this determination"), Act.APPEAL, _IN_FORCE),
    Move.HEAR: Rule(
        N_("record the answer to this appeal"), Act.HEAR, frozenset(State) - {State.UNDETERMINED}
    ),
}  # fmt: skip


class Challenge(Protocol):
    """Somebody's reasons against a determination."""

    @property
    def for_group(self) -> bool: ...

    @property
    def is_waiting(self) -> bool:
        """Whether it was neither answered nor taken back."""


def state_of(
    review_until: datetime | None, challenges: Iterable[Challenge], challengers: int, now: datetime
) -> State:
    """What a determination is that was neither withdrawn nor replaced; its deadline itself is too late."""
    if review_until is None:
        return State.STANDING
    if owes_answer(challenges, challengers):
        return State.CHALLENGED if now < review_until else State.OVERDUE
    return State.PROVISIONAL if now < review_until else State.FINAL


def owes_answer(challenges: Iterable[Challenge], challengers: int) -> bool:
    """Whether those who wait oblige the chair to answer: so many of them, or one who speaks for a group."""
    waiting = [challenge for challenge in challenges if challenge.is_waiting]
    return len(waiting) >= challengers or any(challenge.for_group for challenge in waiting)


def review_end(determined_at: datetime, days: int) -> datetime | None:
    """The deadline, which is set in advance; None where no time for review is given."""
    return determined_at + timedelta(days=days) if days else None


def allows(move: Move, state: State) -> bool:
    """Whether a move leads from a state."""
    return state in MOVES[move].states


def check_move(move: Move, state: State, field: str = "") -> None:
    """Untimely unless the move leads from the state; Incomplete beside a field where something was typed."""
    if allows(move, state):
        return
    text = N_("You cannot %(words)s now. How it stands: %(state)s.")
    values = {"words": MOVES[move].words, "state": LABELS[state]}
    raise Incomplete(field, text, **values) if field else Untimely(text, **values)


def check_words(text: str, lacking: str, limit: int = REASON_LIMIT, field: str = "text") -> None:
    """Incomplete, with the sentence given, where nothing is said; likewise where too much is."""
    if not text.strip():
        raise Incomplete(field, lacking)
    if len(text) > limit:
        raise Incomplete(field, N_("Shorten it to %(limit)d characters."), limit=limit)


def check_challenge(reason: str, behalf: Behalf, offered: tuple[Behalf, ...], already: bool) -> None:
    """Incomplete without a reason, for whom one may not speak, or a second time in one round."""
    if already:
        raise Incomplete("text", N_("You have challenged this determination already: once in each round."))
    check_words(reason, N_("Give the reason: the chair must be able to answer it."))
    check_behalf(behalf, offered)


def check_appeal(text: str, behalf: Behalf, offered: tuple[Behalf, ...], already: bool) -> None:
    """Likewise, of an appeal."""
    if already:
        raise Incomplete("text", N_("You have appealed against this determination already."))
    check_words(text, N_("Write what the host body is to decide, and why."), ANSWER_LIMIT)
    check_behalf(behalf, offered)


def check_reopening(new_information: str) -> None:
    """Incomplete where a final determination would be made anew on what was known before."""
    check_words(
        new_information,
        N_("This is final. Say what is new and was not known when it was determined: it is public."),
        field="new_information",
    )


def check_answer(text: str, waiting: bool) -> None:
    """Incomplete without words; Refusal where nobody waits for them."""
    if not waiting:
        raise Refusal(N_("No challenge waits for an answer."))
    check_words(text, N_("Write the answer to the challenges: it is public."), ANSWER_LIMIT)


def check_extension(
    reason: str, until: datetime | None, review_until: datetime | None, now: datetime
) -> None:
    """Incomplete without a reason, or unless the new deadline is later than the old one and than now."""
    if until is None or until <= now or (review_until and until <= review_until):
        raise Incomplete("until", N_("Give a time that is later than the present deadline."))
    check_words(reason, N_("Say why there is more time: it is public."))
