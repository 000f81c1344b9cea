"""Who proposed a correction, as much of it as the consultation's rules on names allow."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.consultations.models import Consultation, Seat
from app.consultations.queries import present
from app.core.roles import Role
from app.core.votes import SMALL_GROUP
from app.publication.models import Correction


@dataclass(frozen=True, slots=True)
class Proposed:
    """A correction as it may be shown to everybody."""

    correction: Correction
    person: str = ""  # a name, where names stand beside votes
    delegation: str = ""
    group: str = ""
    for_group: bool = False
    office: Role | None = None  # of an officer, who has no group


def proposed(consultation: Consultation, corrections: Iterable[Correction]) -> Sequence[Proposed]:
    """Corrections with whoever proposed them.

    Without public names a delegation is named only if it speaks for its group; of the others the group is
    shown, unless so few sit in it that this would name somebody. An office is public.
    """
    seated = Counter(dict(present(consultation)))
    return [Proposed(each, **_proposer(each.seat, seated)) for each in corrections]


def _proposer(seat: Seat, seated: Counter[str]) -> dict[str, object]:
    group, delegation = seat.group, seat.delegation
    for_group = bool(delegation and delegation.speaks_for_group and group)
    office = {"office": seat.role} if seat.role is not Role.PARTICIPANT else {}
    if seat.consultation.names_public:
        return office | {
            "person": seat.person.name,
            "delegation": delegation.name if delegation else "",
            "group": group.name if group else "",
            "for_group": for_group,
        }
    if office:
        return office
    if for_group:
        return {"delegation": delegation.name, "group": group.name, "for_group": True}
    return {"group": group.name} if group and seated[group.name] >= SMALL_GROUP else {}
