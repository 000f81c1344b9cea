"""What makes the votes and objections of a file such as people could have cast."""

from collections.abc import Iterator
from datetime import timedelta

from app.consultations.terms import VotingUnit
from app.core.objections import ObjectionState
from app.core.roles import Role
from app.core.votes import Choice, check_vote
from app.core.words import Incomplete
from app.exchange.file import ConsultationFile, Objection, Position, Vote
from app.voting.actions import UNDO_SECONDS


def check_votes(file: ConsultationFile) -> Iterator[tuple[str, str]]:
    """Each place at which there is a vote that nobody could have cast, or an objection out of step."""
    participants, voters = _participants(file), voters_of(file)
    for index, proposal in enumerate(file.proposals):
        for place, position in enumerate(proposal.positions):
            where = f"$.proposals[{index}].positions[{place}]"
            for number, vote in enumerate(position.votes):
                for what in _of_vote(vote, position, participants):
                    yield f"{where}.votes[{number}]", what
            for what in _of_objections(position, voters):
                yield f"{where}.objections", what


def _participants(file: ConsultationFile) -> set[int]:
    """The seats that are, or by the ledger once were, participants'."""
    now = {seat.number for seat in file.seats if seat.role is Role.PARTICIPANT}
    once = {e.subject for e in file.events if e.act == "seat" and e.data.get("role") == Role.PARTICIPANT}
    return now | {seat.number for seat in file.seats if f"S{seat.number}" in once}


def voters_of(file: ConsultationFile) -> dict[int, str]:
    """For whom each seat votes now."""
    per_delegation = file.voting_unit is VotingUnit.DELEGATION
    return {
        seat.number: f"B{seat.delegation}" if per_delegation and seat.delegation else f"S{seat.number}"
        for seat in file.seats
    }


def _of_vote(vote: Vote, position: Position, participants: set[int]) -> Iterator[str]:
    if vote.seat not in participants:
        yield f"seat {vote.seat} is not a participant's, so it has no vote"
    if vote.cast_at < position.tabled_at:
        yield "this vote was cast before its position was put forward"
    if position.withdrawn_at and vote.cast_at > position.withdrawn_at + timedelta(seconds=UNDO_SECONDS):
        yield "this vote was cast after its position had been withdrawn"
    if vote.choice is None and (vote.reason or vote.reservation):
        yield "a vote taken back has neither reason nor reservation"
    if vote.choice is not None:
        try:
            check_vote(vote.choice, vote.reason, vote.reservation)
        except Incomplete as incomplete:
            yield str(incomplete)


def _of_objections(position: Position, voters: dict[int, str]) -> Iterator[str]:
    """Whoever objects has an objection on record, and whoever has one open objects: as the last votes say."""

    def voter(part: Vote | Objection) -> str:
        return part.voter or voters[part.seat]

    last = {voter(vote): vote.choice for vote in position.votes}
    objecting = {who for who, choice in last.items() if choice is Choice.OBJECT}
    raised = {voter(objection) for objection in position.objections}
    still = [voter(o) for o in position.objections if o.state is ObjectionState.OPEN]
    for who in sorted(objecting - raised):
        yield f"{who} objects by its last vote, and has no objection on record"
    for who in sorted(set(still) - objecting):
        yield f"the objection of {who} is open, and its last vote does not object"
    for who in sorted(set(still)):
        if still.count(who) > 1:
            yield f"{who} has more than one objection open"
