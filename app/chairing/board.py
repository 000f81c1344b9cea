"""The consensus board: what is agreed, what is contested, what nobody has determined yet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.chairing.models import Determination
from app.chairing.queries import standing_determinations
from app.chairing.statements import Subject, filed
from app.consultations.models import AgendaItem, Consultation
from app.core.determinations import MEANINGS
from app.core.texts import asks_for_a_decision
from app.core.votes import Tally, total
from app.deliberation.models import Position, Proposal
from app.deliberation.queries import positions, proposals
from app.voting.queries import objections, tallies


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the board: a position, or a whole proposal with the positions that it covers."""

    item: AgendaItem
    proposal: Proposal
    position: Position | None
    determination: Determination | None
    tally: Tally | None  # None where a whole has several
    covers: Sequence[Position] = ()
    unanswered: int = 0
    statements: int = 0  # of minorities

    @property
    def ref(self) -> str:
        return (self.position or self.proposal).ref

    @property
    def place(self) -> tuple[int, int, int]:
        """Where it comes in the order of the agenda, a whole before its positions."""
        return self.item.number, self.proposal.number, self.position.number if self.position else 0

    @property
    def text(self) -> str:
        return self.position.text if self.position else self.proposal.title

    @property
    def side(self) -> str:
        """Where it stands: agreed, contested, other, or `open` while it waits for a determination."""
        if self.determination:
            return MEANINGS[self.determination.status].side
        spoken = [self.position] if self.position else self.covers
        return "open" if any(asks_for_a_decision(position.kind) for position in spoken) else "other"


@dataclass(frozen=True, slots=True)
class Board:
    """All entries in the order of the agenda, and what was withdrawn."""

    entries: Sequence[Entry]
    withdrawn: Sequence[Entry]

    def on(self, *sides: str) -> list[Entry]:
        return [entry for entry in self.entries if entry.side in sides]


def board(consultation: Consultation) -> Board:
    """What has been agreed so far: hidden texts are left out, withdrawn ones are listed apart."""
    texts = [proposal for proposal in proposals(consultation) if not proposal.hidden_at]
    by_proposal: dict[int, list[Position]] = {proposal.id: [] for proposal in texts}
    for position in positions(*by_proposal):
        if not position.hidden_at and not position.leads:
            by_proposal[position.proposal_id].append(position)
    ids = [position.id for found in by_proposal.values() for position in found]
    drawing = _Drawing(
        standing_determinations(by_proposal),
        tallies(ids),
        Counter(objection.position_id for objection in objections(ids, unanswered=True)),
        {key: sum(not each.hidden for each in found) for key, found in filed(by_proposal).items()},
    )
    entries = [entry for proposal in texts for entry in drawing.entries(proposal, by_proposal[proposal.id])]
    entries.sort(key=lambda entry: entry.place)
    gone = [
        drawing.entry(proposal, position)
        for proposal in texts
        for position in by_proposal[proposal.id]
        if position.withdrawn_at or proposal.withdrawn_at
    ]
    return Board(entries, gone)


@dataclass(frozen=True, slots=True)
class _Drawing:
    determinations: Mapping[tuple[int, int | None], Determination]
    counted: Mapping[int, Mapping[str, Tally]]
    unanswered: Mapping[int, int]  # objections, by position
    statements: Mapping[Subject, int]

    def entries(self, proposal: Proposal, found: Sequence[Position]) -> list[Entry]:
        """The lines for one proposal: those determined, and what remains, together if it is a list."""
        if proposal.withdrawn_at:
            return []
        live = [p for p in found if not p.withdrawn_at]
        whole = self.determinations.get((proposal.id, None))
        apart = [p for p in live if (proposal.id, p.id) in self.determinations]
        rest = [p for p in live if p not in apart]
        lines = [self.entry(proposal, position) for position in apart]
        if whole:
            return [self.entry(proposal, None, covers=rest), *lines]
        entries = [p for p in rest if p.is_entry]
        if len(entries) > 1:
            rest = [p for p in rest if not p.is_entry]
            lines.append(self.entry(proposal, None, covers=entries))
        return [*lines, *(self.entry(proposal, position) for position in rest)]

    def entry(self, proposal: Proposal, position: Position | None, covers: Sequence[Position] = ()) -> Entry:
        return Entry(
            item=proposal.agenda_item,
            proposal=proposal,
            position=position,
            determination=self.determinations.get((proposal.id, position.id if position else None)),
            tally=total(self.counted.get(position.id, {}).values()) if position else None,
            covers=covers,
            unanswered=sum(self.unanswered[p.id] for p in ([position] if position else covers)),
            statements=self.statements.get((proposal.id, position.id if position else None), 0),
        )
