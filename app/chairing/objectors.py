"""The public list of objections: each with its number, and with as much of the objector as may be shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.consultations.models import Consultation
from app.consultations.terms import VotingUnit
from app.core.objections import UNANSWERED, Behalf
from app.core.votes import shown_breakdown
from app.deliberation.models import Position
from app.deliberation.queries import positions, proposals
from app.voting.models import Objection
from app.voting.queries import behalf_of, objections, spoken_for, tallies


@dataclass(frozen=True, slots=True)
class Heard:
    """An objection as it may be shown to everybody."""

    objection: Objection
    number: int  # among those to its position, the first being 1
    person: str = ""  # a name, where names stand beside votes and each person, or only this one, counts
    delegation: str = ""
    group: str = ""
    for_group: bool = False
    for_self: bool = False  # though he or she sits for the delegation that is named

    @property
    def position(self) -> Position:
        return self.objection.position

    @property
    def ref(self) -> str:
        return f"{self.position.ref}/J{self.number}"

    @property
    def unanswered(self) -> bool:
        return self.objection.state in UNANSWERED


def all_heard(consultation: Consultation) -> list[Heard]:
    """All objections in a consultation, in the order of the agenda; none to hidden texts."""
    texts = [proposal for proposal in proposals(consultation) if not proposal.hidden_at]
    rank = {proposal.id: (proposal.agenda_item.number, proposal.number) for proposal in texts}
    seen = [position for position in positions(*rank) if not position.hidden_at]
    found = heard(consultation, [position.id for position in seen])
    return sorted(found, key=lambda h: (*rank[h.position.proposal_id], h.position.number, h.number))


def choose(found: Sequence[Heard], state: str = "", item: str = "", group: str = "") -> list[Heard]:
    """Those in a state, under an agenda item, of a group; where a group is not shown it is not found by."""
    return [
        heard
        for heard in found
        if state in ("", heard.objection.state.value)
        and item in ("", str(heard.position.proposal.agenda_item.number))
        and group in ("", heard.group)
    ]


def heard(consultation: Consultation, position_ids: Iterable[int]) -> list[Heard]:
    """The objections to some positions, numbered, oldest first.

    With public names the voter is named: the delegation, or the person where each counts. Without, a
    delegation is named only if it speaks for its group; of the others the group is shown, unless so few of
    it voted that this would name the voter.
    """
    ids = list(position_ids)
    opened = objections(ids)
    counted = {} if consultation.names_public else tallies({objection.position_id for objection in opened})
    numbers: Counter[int] = Counter()
    found = []
    for objection in opened:
        numbers[objection.position_id] += 1
        shown = shown_breakdown(counted.get(objection.position_id, {}), consultation.names_public)
        objector = _objector(objection, consultation, shown)
        found.append(Heard(objection, numbers[objection.position_id], **objector))
    return found


def _objector(objection: Objection, consultation: Consultation, shown: dict) -> dict[str, str | bool]:
    delegation = spoken_for(objection)
    group = delegation.group if delegation else objection.seat.own_group
    behalf = behalf_of(objection)
    for_group = behalf is Behalf.GROUP
    if consultation.names_public:
        counts = consultation.voting_unit is VotingUnit.PERSON or delegation is None
        return {
            "person": objection.seat.person.name if counts else "",
            "delegation": delegation.name if delegation else "",
            "group": group.name if group else "",
            "for_group": for_group,
            "for_self": behalf is Behalf.SELF and delegation is not None,
        }
    if for_group:
        return {"delegation": delegation.name, "group": group.name, "for_group": True}
    return {"group": group.name} if group and shown.get(group.key) else {}


def nth(found: Sequence[Heard], number: int) -> Heard | None:
    """The objection with a number, of those to one position."""
    return next((heard for heard in found if heard.number == number), None)
