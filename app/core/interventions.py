"""What is said in the room and written down for a delegation, until it says that these are its words."""

from enum import StrEnum

from app.core.texts import check_comment, check_position
from app.core.votes import Choice, check_vote
from app.core.words import N_, Incomplete, Refusal

SPEAKER_LIMIT = 120  # characters


class Contribution(StrEnum):
    """As what it counts once it is confirmed."""

    COMMENT = "comment"
    POSITION = "position"
    VOTE = "vote"


class InterventionState(StrEnum):
    ENTERED = "entered"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


CONTRIBUTION_LABELS = {
    Contribution.COMMENT: N_("Comment"),
    Contribution.POSITION: N_("Position"),
    Contribution.VOTE: N_("Vote"),
}

CONTRIBUTION_MEANINGS = {
    Contribution.COMMENT: N_("Words on a proposal or on one of its positions."),
    Contribution.POSITION: N_("A view of its own within a proposal, on which people vote."),
    Contribution.VOTE: N_("Where the delegation stands on a position."),
}

STATE_LABELS = {
    InterventionState.ENTERED: N_("Waits for the delegation"),
    InterventionState.CONFIRMED: N_("Confirmed"),
    InterventionState.REFUSED: N_("Not the delegation’s words"),
    InterventionState.WITHDRAWN: N_("Withdrawn by the secretariat"),
}


def check_intervention(
    counts_as: Contribution, words: str, choice: Choice | None, *, on_position: bool
) -> None:
    """Incomplete unless it could stand as what it is to become, were it confirmed as it is."""
    if counts_as is not Contribution.VOTE and not words.strip():
        raise Incomplete("words", N_("Write what was said."))
    try:
        match counts_as:
            case Contribution.COMMENT:
                check_comment(words)
            case Contribution.POSITION:
                check_position(words, "")
            case Contribution.VOTE:
                _check_vote(words, choice, on_position)
    except Incomplete as lacking:
        if lacking.field in {"body", "text", "reason", "reservation"}:
            lacking.field = "words"
        raise


def vote_words(choice: Choice, words: str) -> dict[str, str]:
    """The words that go with a vote: a reservation where one accepts, else the reason."""
    return {"reservation" if choice is Choice.ACCEPT else "reason": words}


def check_state(state: InterventionState) -> None:
    """Refusal unless it still waits."""
    if state is not InterventionState.ENTERED:
        raise Refusal(N_("This has been answered already."))


def _check_vote(words: str, choice: Choice | None, on_position: bool) -> None:
    if not on_position:
        raise Incomplete("about", N_("A vote is on a position: choose which."))
    if choice is None:
        raise Incomplete("choice", N_("Choose how the delegation votes."))
    check_vote(choice, **{"reason": "", "reservation": "", **vote_words(choice, words)})
