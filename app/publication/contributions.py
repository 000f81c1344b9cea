"""What one participant said, thing by thing, and where a report tells it or why it does not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.consultations.models import Consultation, Seat
from app.core.report.disposition import Fate, Place
from app.core.report.trail import Trail
from app.core.words import N_, Sentence
from app.deliberation.models import Comment, Position, Proposal
from app.deliberation.queries import comments_by, positions, proposals, tabled_by
from app.publication.models import Correction
from app.publication.queries import corrections_by
from app.publication.terms import CorrectionState
from app.voting.models import Objection, Vote
from app.voting.queries import objections_of, own_votes, voter_of

HIDDEN = Sentence(N_("An officer has taken it out of sight, so no report tells it."))
LATER = Sentence(N_("It came after the record of this version was taken."))
GONE = Sentence(N_("The paragraph is no longer in the report."))
UNTOLD = Sentence(N_("It is on the record, and no paragraph tells it."))


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where something is told, or why not: a reason that somebody gave, or a sentence."""

    told: tuple[Place, ...] = ()
    with_: str = ""  # it is told through this thread or position
    reason: str = ""
    because: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    subject: Proposal | Position | Vote | Objection | Comment | Correction
    whereabouts: Whereabouts | None  # None while there is no report
    reservation: Whereabouts | None = None
    objections: Sequence[tuple[Objection, Whereabouts | None]] = ()


@dataclass(frozen=True, slots=True)
class Contributions:
    texts: Sequence[Contribution]
    votes: Sequence[Contribution]
    comments: Sequence[Contribution]
    corrections: Sequence[Contribution]


def contributions(consultation: Consultation, seat: Seat, trail: Trail | None) -> Contributions:
    """All that somebody said from a seat, and with its delegation's voice."""
    own_proposals, own_positions = tabled_by(seat)
    texts = positions(*[proposal.id for proposal in proposals(consultation)])
    objected = objections_of(voter_of(seat), [text.id for text in texts])
    votes = own_votes(seat, [text.id for text in texts])
    return Contributions(
        [Contribution(text, _of_text(text, trail)) for text in (*own_proposals, *own_positions)],
        list(_votes(texts, votes, objected, trail)),
        [Contribution(comment, _of_comment(comment, trail)) for comment in comments_by(seat)],
        [Contribution(each, _of_correction(each, trail)) for each in corrections_by(seat)],
    )


def _of_text(text: Proposal | Position, trail: Trail | None) -> Whereabouts | None:
    if trail is None:
        return None
    if text.is_hidden:
        return Whereabouts(because=HIDDEN)
    if isinstance(text, Proposal):
        return _thread(text.ref, trail)
    return _found(text.ref, trail)


def _thread(ref: str, trail: Trail) -> Whereabouts:
    """A proposal is told where its own words are, else wherever something of its thread is."""
    proposal = trail.proposals.get(ref)
    if proposal is None:
        return Whereabouts(because=LATER)
    told = trail.thread(ref)
    if told or not proposal.positions:
        return Whereabouts(told, because=None if told else UNTOLD)
    return _found(proposal.positions[0].ref, trail)


def _found(ref: str, trail: Trail) -> Whereabouts:
    entry = trail.of(ref)
    if entry is None:
        return Whereabouts(because=LATER)
    untold = UNTOLD if entry.fate is Fate.OPEN else entry.because
    return Whereabouts(entry.told, reason=entry.reason, because=untold)


def _of_comment(comment: Comment, trail: Trail | None) -> Whereabouts | None:
    """Comments are read with their thread, and told through it."""
    if trail is None:
        return None
    if comment.is_hidden:
        return Whereabouts(because=HIDDEN)
    on = comment.position or comment.proposal
    found = _found(on.ref, trail) if comment.position else _thread(on.ref, trail)
    return Whereabouts(found.told, on.ref, found.reason, found.because)


def _of_correction(correction: Correction, trail: Trail | None) -> Whereabouts | None:
    """One that was accepted leads to the paragraph as it now reads; what was answered stands beside it."""
    if trail is None or correction.state is not CorrectionState.ACCEPTED:
        return None
    place = Place(correction.block, trail.label(correction.block))
    return Whereabouts((place,)) if trail.words(place) else Whereabouts(because=GONE)


def _votes(
    texts: Sequence[Position],
    votes: Mapping[int, Vote],
    objected: Mapping[int, Sequence[Objection]],
    trail: Trail | None,
) -> Iterator[Contribution]:
    for text in texts:
        vote, objections = votes.get(text.id), objected.get(text.id, ())
        if vote:
            yield Contribution(
                vote,
                _of_vote(text, trail),
                _reservation(vote, text, trail) if vote.reservation else None,
                [(each, _objection(each, text, trail)) for each in objections],
            )
        else:
            for each in objections:
                yield Contribution(each, _objection(each, text, trail))


def _of_vote(text: Position, trail: Trail | None) -> Whereabouts | None:
    found = _of_text(text, trail)
    if found is None or found.because in (HIDDEN, LATER):
        return found
    return Whereabouts(found.told, text.ref, found.reason, found.because)


def _reservation(vote: Vote, text: Position, trail: Trail | None) -> Whereabouts | None:
    """Found by its words: a place among reservations changes with the votes."""
    known = trail.positions.get(text.ref) if trail else None
    refs = {each.text: each.ref for each in known.reservations} if known else {}
    return _of_words(text, refs.get(vote.reservation, ""), trail)


def _objection(objection: Objection, text: Position, trail: Trail | None) -> Whereabouts | None:
    known = trail.positions.get(text.ref) if trail else None
    refs = {each.reason: each.ref for each in known.objections} if known else {}
    return _of_words(text, refs.get(objection.reason, ""), trail)


def _of_words(text: Position, ref: str, trail: Trail | None) -> Whereabouts | None:
    if trail is None:
        return None
    return Whereabouts(because=HIDDEN) if text.is_hidden else _found(ref, trail)
