"""A consultation in one view: what is agreed, contested and open, and what stands under each agenda item."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.chairing.board import Board, Entry, board
from app.chairing.models import Determination
from app.consultations.models import AgendaItem, Consultation, Seat
from app.consultations.queries import agenda
from app.deliberation.models import Position, Proposal
from app.deliberation.queries import proposals, talk_counts
from app.outcomes.models import Outcome
from app.outcomes.queries import outcomes
from app.voting.queries import own_votes


@dataclass(frozen=True, slots=True)
class Line:
    """A proposal under its item: how many positions and comments it has, and what became of it."""

    proposal: Proposal
    positions: int
    determined: int  # of the positions, where not the whole is
    comments: int
    determination: Determination | None  # of the whole, or of the only position


@dataclass(frozen=True, slots=True)
class Overview:
    """The board, the agenda with what was put forward under it, and what happens next."""

    board: Board
    items: Sequence[tuple[AgendaItem, Sequence[Line]]]
    outcomes: Sequence[Outcome]

    @property
    def positions(self) -> int:
        return sum(line.positions for _, lines in self.items for line in lines)

    @property
    def objections(self) -> int:
        return sum(entry.unanswered for entry in self.board.entries)

    @property
    def undetermined(self) -> int:
        return sum(max(1, len(entry.covers)) for entry in self.board.on("open"))


def overview(consultation: Consultation) -> Overview:
    """What there is to see of a consultation, hidden and withdrawn proposals left out."""
    drawn = board(consultation)
    texts = [text for text in proposals(consultation) if not (text.hidden_at or text.withdrawn_at)]
    entries: dict[int, list[Entry]] = {text.id: [] for text in texts}
    for entry in drawn.entries:
        entries[entry.proposal.id].append(entry)
    talk = talk_counts(entries)
    lines = [_line(text, entries[text.id], talk.get(text.id, 0)) for text in texts]
    items = [
        (item, [line for line in lines if line.proposal.agenda_item_id == item.id])
        for item in agenda(consultation)
    ]
    return Overview(drawn, items, outcomes(consultation))


def unvoted(shown: Overview, seat: Seat) -> int:
    """On how many positions the seat's voice is still out."""
    ids = [position.id for entry in shown.board.entries for position in _positions(entry)]
    return len(ids) - len(own_votes(seat, ids))


def _line(proposal: Proposal, entries: Sequence[Entry], comments: int) -> Line:
    whole = next((entry.determination for entry in entries if entry.position is None), None)
    alone = entries[0].determination if len(entries) == 1 else None
    apart = [entry for entry in entries if entry.position is not None]
    return Line(
        proposal=proposal,
        positions=sum(len(_positions(entry)) for entry in entries),
        determined=sum(entry.determination is not None for entry in apart),
        comments=comments,
        determination=whole or alone,
    )


def _positions(entry: Entry) -> Sequence[Position]:
    return [entry.position] if entry.position else entry.covers
