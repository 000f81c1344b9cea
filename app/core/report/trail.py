"""From what was said to where a report tells it, or why it does not: a sealed version shows it by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from app.core.report.disposition import Disposition, Place, dispositions, labels
from app.core.report.document import Report
from app.core.report.record import Position, Proposal, Record


@dataclass(frozen=True)
class Trail:
    """A record, the report made of it, and by ref the reasons for which things were set aside."""

    record: Record
    report: Report
    set_aside: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def dispositions(self) -> tuple[Disposition, ...]:
        return dispositions(self.record, self.report, {}, self.set_aside)

    @cached_property
    def proposals(self) -> Mapping[str, Proposal]:
        return {proposal.ref: proposal for item in self.record.agenda for proposal in item.proposals}

    @cached_property
    def positions(self) -> Mapping[str, Position]:
        return {
            position.ref: position for proposal in self.proposals.values() for position in proposal.positions
        }

    def of(self, ref: str) -> Disposition | None:
        """What became of one thing; None where the record does not know it."""
        return self._by_ref.get(ref)

    def thread(self, ref: str) -> tuple[Place, ...]:
        """Where a proposal is told, and whatever was said in its thread, in the order of the report."""
        found = {place for entry in self.dispositions if entry.proposal == ref for place in entry.told}
        return tuple(sorted(found, key=lambda place: self._order[place.block]))

    def words(self, place: Place) -> str:
        return self._words.get(place.block, "")

    def label(self, block: str) -> str:
        """The number of the paragraph in which a block stands."""
        return self._labels.get(block, "")

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return labels(self.report.body)

    @cached_property
    def _by_ref(self) -> Mapping[str, Disposition]:
        return {entry.ref: entry for entry in self.dispositions}

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {block.id: place for place, block in enumerate(self.report.walk())}

    @cached_property
    def _words(self) -> Mapping[str, str]:
        words = {block.id: block.text for block in self.report.walk()}
        statements = (block for note in self.report.notes for block in note.blocks if not block.label)
        for each in statements:  # a statement goes on in the paragraphs under it
            words[each.id] = " ".join(part.text for part in each.walk() if part.sentences)
        return words
