"""What exactly this reader can do next: one sentence, and one door."""

from dataclasses import dataclass

from app.consultations.terms import Participation
from app.core.phases import UNDER_WAY, Phase
from app.core.roles import Role
from app.core.words import N_, Sentence


@dataclass(frozen=True, slots=True)
class Situation:
    """All on which the next step depends."""

    role: Role
    phase: Phase
    participation: Participation
    signed_in: bool = False
    asked: bool = False  # for a seat, and waits
    unvoted: int = 0  # positions without the reader's vote
    undetermined: int = 0
    objections: int = 0  # that nobody has answered
    requests: int = 0  # for a seat
    circulating: bool = False  # a draft of the report, for corrections
    corrections: int = 0  # that nobody has answered


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence and, where there is one, the door that leads on, with the words on it."""

    sentence: Sentence
    label: str = ""
    door: str = ""


def next_step(at: Situation) -> Step:
    """The step of greatest weight for somebody in this situation."""
    if at.phase is Phase.REPORTED:
        return _step(N_("The report is published."), N_("Read the report"), "report")
    return _STEPS[at.role](at)


def _visitor(at: Situation) -> Step:
    if at.phase not in UNDER_WAY:
        return _closed(at)
    invited = at.participation is Participation.INVITATION
    if not at.signed_in:
        if invited:
            return _step(
                N_("Taking part is by invitation. If you have a seat, sign in."), N_("Sign in"), "sign in"
            )
        return _step(N_("To take part, sign in first."), N_("Sign in"), "sign in")
    if at.asked:
        return _step(N_("You have asked for a seat. The secretariat will answer by mail."))
    if invited:
        return _step(N_("You can read everything. Taking part is by invitation of the secretariat."))
    if at.participation is Participation.APPROVAL:
        return _step(N_("To take part, ask the secretariat for a seat."), N_("Ask for a seat"), "join")
    return _step(N_("To take part, take a seat."), N_("Take a seat"), "join")


def _observer(at: Situation) -> Step:
    if at.phase not in UNDER_WAY:
        return _closed(at)
    return _step(N_("You are here as an observer: you can read everything."), N_("See the board"), "board")


def _participant(at: Situation) -> Step:
    if at.phase not in UNDER_WAY:
        return _closed(at)
    if at.unvoted:
        return _step(
            N_("Positions that still wait for your vote: %(count)d."), N_("Vote on them"), "vote", at.unvoted
        )
    if at.phase is Phase.CALL:
        return _step(
            N_("You have voted on every position. Until the end you can change your votes."),
            N_("My votes and words"),
            "mine",
        )
    return _step(
        N_("No position waits for your vote. You can put a proposal forward."),
        N_("Choose an agenda item"),
        "agenda",
    )


def _rapporteur(at: Situation) -> Step:
    if at.phase is Phase.DRAFT:
        return _step(N_("This is a draft: only its officers see it."))
    if at.phase is Phase.CLOSED:
        return _corrected(at) or _step(
            N_("The consultation is closed: the report can be written."), N_("Draft report"), "draft"
        )
    return _step(
        N_("The draft report shows what could be said as of now."), N_("See the draft report"), "draft"
    )


def _chair(at: Situation) -> Step:
    if at.phase is Phase.DRAFT:
        return _step(N_("This is a draft: only its officers see it. It waits for its opening."))
    if at.objections:
        return _step(
            N_("Objections that wait for your answer: %(count)d."),
            N_("Answer them"),
            "objections",
            at.objections,
        )
    if at.undetermined:
        return _step(
            N_("Positions that nobody has determined yet: %(count)d."),
            N_("Go to the chair’s desk"),
            "desk",
            at.undetermined,
        )
    if at.phase is Phase.CLOSED:
        return _step(
            N_("Every position has been determined. The draft report waits for your approval."),
            N_("Read it and approve"),
            "approval",
        )
    return _step(N_("Every position has been determined."), N_("See the board"), "board")


def _secretariat(at: Situation) -> Step:
    if at.phase is Phase.DRAFT:
        return _step(
            N_("This is a draft: only its officers see it. Set it up, then open it."), N_("Set up"), "set up"
        )
    if at.requests:
        return _step(
            N_("People who ask for a seat: %(count)d."), N_("Answer them"), "participants", at.requests
        )
    if at.phase is Phase.CLOSED:
        return _corrected(at) or _step(
            N_("The consultation is closed: the report can be written and published."),
            N_("Draft report"),
            "draft",
        )
    return _step(N_("The consultation is under way."), N_("Invite people, change the set-up"), "set up")


def _corrected(at: Situation) -> Step | None:
    if not at.corrections:
        return None
    return _step(
        N_("Corrections to the draft report that wait for your answer: %(count)d."),
        N_("Answer them"),
        "corrections",
        at.corrections,
    )


def _closed(at: Situation) -> Step:
    if at.circulating and at.role is Role.PARTICIPANT:
        return _step(
            N_("The draft report is in circulation: you can propose corrections to it."),
            N_("Read the draft report"),
            "circulation",
        )
    if at.circulating:
        return _step(
            N_("The draft report is in circulation for corrections."),
            N_("Read the draft report"),
            "circulation",
        )
    return _step(
        N_("The consultation is closed, and its report is being written."), N_("See the board"), "board"
    )


def _step(text: str, label: str = "", door: str = "", count: int | None = None) -> Step:
    return Step(Sentence(text, {} if count is None else {"count": count}), label, door)


_STEPS = {
    Role.VISITOR: _visitor,
    Role.OBSERVER: _observer,
    Role.PARTICIPANT: _participant,
    Role.RAPPORTEUR: _rapporteur,
    Role.CHAIR: _chair,
    Role.SECRETARIAT: _secretariat,
}
