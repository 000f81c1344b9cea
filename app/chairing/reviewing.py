"""Verbs upon a determination: challenge it, answer, give more time, withdraw it, appeal."""

from datetime import datetime

from app.chairing.actions import check_live
from app.chairing.models import Appeal, Challenge, Determination, Ruling
from app.chairing.rounds import Contest, Round
from app.consultations.models import Seat
from app.core.objections import Behalf
from app.core.rounds import (
    ANSWER_LIMIT,
    Move,
    RulingKind,
    check_answer,
    check_appeal,
    check_challenge,
    check_extension,
    check_move,
    check_words,
)
from app.core.words import N_, Refusal
from app.ledger.actions import record
from app.voting.queries import speaks_for, voter_of


def challenge(seat: Seat, found: Round, reason: str, behalf: Behalf, now: datetime) -> Challenge:
    """Puts a reason against a determination to the chair; each voice has one in each round."""
    check_live(found.determination.proposal, found.determination.position)
    check_move(Move.CHALLENGE, found.state, "text")
    check_challenge(reason, behalf, speaks_for(seat), found.own_challenge is not None)
    made = Challenge(**_voice(seat, reason, behalf), raised_at=now)
    found.determination.challenges.append(made)
    record("challenge", made, now, seat=seat, behalf=behalf)
    return made


def take_back_challenge(seat: Seat, found: Round, now: datetime) -> None:
    """The challenge no longer waits; that it was made is kept."""
    check_move(Move.TAKE_BACK, found.state)
    own = found.own_challenge
    if own is None or not own.row.is_waiting:
        raise Refusal(N_("You have no challenge here that waits for an answer."))
    own.row.withdrawn_at = now
    record("withdraw", own.row, now, seat=seat)


def answer_challenges(seat: Seat, found: Round, text: str, now: datetime) -> Ruling:
    """The chair's written answer to all challenges that wait."""
    check_move(Move.ANSWER, found.state, "text")
    check_answer(text, bool(found.waiting))
    for contest in found.waiting:
        contest.row.answered_at = now
    return _rule(seat, found.determination, RulingKind.ANSWER, text, now)


def extend_review(seat: Seat, found: Round, until: datetime | None, reason: str, now: datetime) -> Ruling:
    """A later deadline, for a reason."""
    check_move(Move.EXTEND, found.state, "text")
    check_extension(reason, until, found.determination.closes_at, now)
    return _rule(seat, found.determination, RulingKind.EXTEND, reason, now, until)


def withdraw_determination(seat: Seat, found: Round, reason: str, now: datetime) -> Ruling:
    """What was determined no longer is; the round is kept with the reason."""
    check_move(Move.WITHDRAW, found.state, "text")
    check_words(reason, N_("Say why you withdraw it: it is public."))
    return _rule(seat, found.determination, RulingKind.WITHDRAW, reason, now)


def appeal(seat: Seat, found: Round, text: str, behalf: Behalf, now: datetime) -> Appeal:
    """Puts a determination before the host body; the report says so in a note."""
    check_move(Move.APPEAL, found.state, "text")
    check_appeal(text, behalf, speaks_for(seat), found.own_appeal is not None)
    made = Appeal(**_voice(seat, text, behalf), appealed_at=now)
    found.determination.appeals.append(made)
    record("appeal", made, now, seat=seat, behalf=behalf)
    return made


def hear_appeal(seat: Seat, found: Contest, answer: str, now: datetime) -> None:
    """What the host body answered, as somebody in office records it."""
    if found.row.answered_at:
        raise Refusal(N_("The answer to this appeal is on record already."))
    check_words(answer, N_("Write what the host body answered: it is public."), ANSWER_LIMIT)
    found.row.answer, found.row.answered_at = answer.strip(), now
    record("answer appeal", found.row, now, seat=seat)


def _voice(seat: Seat, text: str, behalf: Behalf) -> dict[str, object]:
    return {
        "voter": voter_of(seat),
        "seat_id": seat.id,
        "delegation_id": seat.delegation_id,
        "behalf": behalf,
        "text": text.strip(),
    }


def _rule(
    seat: Seat,
    determination: Determination,
    kind: RulingKind,
    text: str,
    now: datetime,
    until: datetime | None = None,
) -> Ruling:
    ruling = Ruling(kind=kind, seat_id=seat.id, text=text.strip(), until=until, ruled_at=now)
    determination.rulings.append(ruling)
    record(VERBS[kind], determination, now, seat=seat)
    return ruling


VERBS = {
    RulingKind.ANSWER: "answer challenges",
    RulingKind.EXTEND: "extend",
    RulingKind.WITHDRAW: "withdraw",
}
