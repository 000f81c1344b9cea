"""Determinations in private: chairs prepare them with notes, and publish several in one act."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app.chairing.actions import check_live, determine
from app.chairing.evidence import lay_before
from app.chairing.models import Determination, Preparation
from app.chairing.queries import holds_chair
from app.consultations.models import Consultation, Seat
from app.core.determinations import Sight, Status, changes
from app.core.words import N_, Refusal, Sentence
from app.db import db
from app.deliberation.models import Position, Proposal

FIELDS = ("rationale", "departure", "new_information", "notes", "seen")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a chair has prepared, and what has changed since."""

    preparation: Preparation
    changed: Sequence[Sentence]
    suggested: Status
    is_own: bool  # of the chair who looks

    @property
    def subject(self) -> Position | Proposal:
        return self.preparation.position or self.preparation.proposal

    @property
    def needs_another(self) -> bool:
        """Whether it waits for a chair other than the one who looks."""
        return self.is_own and self.preparation.proposal.consultation.procedure.two_chairs


def prepare(
    seat: Seat,
    proposal: Proposal,
    position: Position | None,
    status: Status | None,
    now: datetime,
    **words: str,
) -> Preparation:
    """Keeps what would be determined, for the chairs alone; whoever writes last has prepared it."""
    check_live(proposal, position)
    found = preparation_of(proposal, position)
    if found is None:
        found = Preparation(proposal_id=proposal.id, position_id=position.id if position else None)
        db.session.add(found)
    for name in FIELDS:
        setattr(found, name, words.get(name, "").strip())
    found.status, found.seat_id, found.prepared_at = status, seat.id, now
    return found


def discard(preparation: Preparation) -> None:
    """Nothing is prepared any more; nobody but the chairs knew."""
    db.session.delete(preparation)


def publish_prepared(
    seat: Seat, chosen: Iterable[Preparation], now: datetime
) -> tuple[Sequence[Determination], Sequence[tuple[Preparation, Sentence]]]:
    """Determines what was prepared, in one act; what has changed since, or lacks something, comes back."""
    made, back = [], []
    for preparation in list(chosen):
        try:
            made.append(_publish(seat, preparation, now))
        except Refusal as refused:
            back.append((preparation, refused.sentence))
    return made, back


def preparation_of(proposal: Proposal, position: Position | None) -> Preparation | None:
    """What is prepared on a position, or on a whole proposal."""
    own = Preparation.position_id == position.id if position else Preparation.position_id.is_(None)
    return db.session.scalar(sa.select(Preparation).where(Preparation.proposal_id == proposal.id, own))


def prepared(consultation: Consultation, seat: Seat, now: datetime) -> Sequence[Prepared]:
    """All that is prepared in a consultation, in the order of the agenda."""
    found = db.session.scalars(
        sa.select(Preparation).join(Proposal).where(Proposal.consultation_id == consultation.id)
    )
    return [_look(each, seat, now) for each in sorted(found, key=_place)]


def _look(preparation: Preparation, seat: Seat, now: datetime) -> Prepared:
    brief = lay_before(preparation.proposal, preparation.position, now)
    return Prepared(
        preparation=preparation,
        changed=changes(Sight.parse(preparation.seen), brief.sight()),
        suggested=brief.suggestion.status,
        is_own=preparation.seat_id == seat.id,
    )


def _publish(seat: Seat, preparation: Preparation, now: datetime) -> Determination:
    proposal, position = preparation.proposal, preparation.position
    if _look(preparation, seat, now).changed:
        raise Refusal(N_("Something has changed since it was prepared."))
    if preparation.status is None:
        raise Refusal(N_("Choose a status."))
    together = proposal.consultation.procedure.two_chairs
    if together and not holds_chair(preparation.seat):
        raise Refusal(N_("Whoever prepared it is no chair any more. Prepare it yourself."))
    made = determine(
        preparation.seat if together else seat,
        proposal,
        position,
        preparation.status,
        preparation.rationale,
        preparation.departure,
        now,
        new_information=preparation.new_information,
        endorsed_by=seat if together else None,
    )
    db.session.delete(preparation)
    return made


def _place(preparation: Preparation) -> tuple[int, int, int]:
    proposal, position = preparation.proposal, preparation.position
    return proposal.agenda_item.number, proposal.number, position.number if position else 0
