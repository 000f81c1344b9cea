"""The chair's desk: the positions that wait for a determination, with what speaks to each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.chairing.evidence import GroupLine, called, evidence, group_lines, is_live
from app.chairing.models import Determination
from app.chairing.queries import standing_determinations
from app.consultations.models import AgendaItem, Consultation
from app.consultations.queries import groups
from app.core.consensus import Suggestion, suggest
from app.core.evidence import Evidence, Thresholds, bridge, contest
from app.core.needed import still_needed
from app.core.rounds import State
from app.core.texts import asks_for_a_decision
from app.core.votes import Tally
from app.core.words import N_, Sentence
from app.deliberation.models import Position, Proposal
from app.deliberation.queries import positions, proposals

PAGE = 50


@dataclass(frozen=True, slots=True)
class Matter:
    """A position that waits: why, and what the figures say of it."""

    item: AgendaItem
    proposal: Proposal
    position: Position
    evidence: Evidence
    suggestion: Suggestion
    determination: Determination | None  # the one that the figures have left behind
    groups: Sequence[GroupLine]
    limits: Thresholds
    names: Mapping[str, str]  # of the groups, as far as they may be told

    @property
    def tally(self) -> Tally:
        return self.evidence.tally

    @property
    def needed(self) -> Sequence[Sentence]:
        """What is still needed for more to be suggested."""
        return still_needed(self.evidence, self.suggestion, self.limits, self.names)


SORTS: dict[str, tuple[str, Callable[[Matter], Any]]] = {
    "agenda": (N_("Agenda"), lambda m: (m.item.number, m.proposal.number, m.position.number)),
    "contested": (N_("Most contested"), lambda m: -contest(m.evidence)),
    "bridging": (N_("Most bridging"), lambda m: -bridge(m.evidence)),
    "voted": (N_("Most voted"), lambda m: -m.tally.voters),
    "oldest": (N_("Oldest"), lambda m: m.position.tabled_at),
}


def desk(consultation: Consultation, sort: str, now: datetime) -> list[Matter]:
    """The positions that nobody has determined, or whose figures now suggest something else."""
    texts = {p.id: p for p in proposals(consultation) if not p.withdrawn_at and not p.hidden_at}
    live = [position for position in positions(*texts) if is_live(position)]
    found = evidence(consultation, [position.id for position in live], now)
    standing = standing_determinations(texts)
    shown_groups = groups(consultation)
    limits, names_public = consultation.procedure.thresholds, consultation.names_public
    matters = []
    for position in live:
        ground = found[position.id]
        names = called(shown_groups, [ground], names_public)
        suggestion = suggest(ground, position.kind, limits, names)
        own = standing.get((position.proposal_id, position.id))
        whole = standing.get((position.proposal_id, None))
        settled = whole or not asks_for_a_decision(position.kind)
        if own:
            settled = own.suggested in {None, suggestion.status} or own.state_at(now) is State.FINAL
        if settled:
            continue
        proposal = texts[position.proposal_id]
        matters.append(
            Matter(
                item=proposal.agenda_item,
                proposal=proposal,
                position=position,
                evidence=ground,
                suggestion=suggestion,
                determination=own,
                groups=group_lines(ground.by_group, shown_groups, names_public),
                limits=limits,
                names=names,
            )
        )
    by_agenda = sorted(matters, key=SORTS["agenda"][1])
    return sorted(by_agenda, key=SORTS.get(sort, SORTS["agenda"])[1])
