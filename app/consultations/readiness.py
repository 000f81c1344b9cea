"""What a consultation still lacks before it opens, or opens again, as a list of tasks for its secretariat."""

from dataclasses import dataclass, field
from datetime import datetime

from app.consultations.models import Consultation
from app.consultations.queries import agenda, delegations, documents, groups, officers, seats
from app.consultations.terms import SeatState
from app.core.roles import Role
from app.core.words import N_


@dataclass(frozen=True, slots=True)
class Task:
    """One page of the setting up: whether something is there, how much, and what to say if not."""

    title: str
    endpoint: str
    done: bool
    lack: str = ""
    needed: bool = False  # without it the consultation does not open
    count: int | None = None
    page: dict[str, str] = field(default_factory=dict)  # which, where an endpoint serves several

    @property
    def in_the_way(self) -> bool:
        return self.needed and not self.done

    @property
    def state(self) -> str:
        return N_("Done") if self.done else N_("Needed") if self.needed else N_("Advised")


def tasks(consultation: Consultation, now: datetime) -> list[Task]:
    """All tasks, in the order in which one does them."""
    passed = consultation.closes_at is not None and consultation.closes_at <= now
    chaired = any(seat.role is Role.CHAIR and seat.state is SeatState.ACTIVE for seat in seats(consultation))
    return [
        Task(
            N_("Title and purpose"),
            "set_up.sheet",
            bool(consultation.purpose),
            N_("Say in a few sentences what the consultation is for."),
            page={"sheet": "description"},
        ),
        _list(
            "agenda",
            N_("Agenda"),
            len(agenda(consultation)),
            N_("Put at least one item on the agenda: proposals stand under items."),
            needed=True,
        ),
        Task(
            N_("Dates and place"),
            "set_up.sheet",
            consultation.closes_at is not None and not passed,
            N_("The closing time has passed: to open, set a later one, or none.")
            if passed
            else N_("Without a closing time it stays open until somebody closes it."),
            needed=passed,
            page={"sheet": "dates"},
        ),
        Task(
            N_("Who takes part, who reads, how votes count"),
            "set_up.sheet",
            done=True,
            page={"sheet": "rules"},
        ),
        Task(N_("Rules of procedure"), "set_up.sheet", done=True, page={"sheet": "procedure"}),
        _list(
            "groups",
            N_("Stakeholder groups"),
            len(groups(consultation)),
            N_("Without groups votes are shown in one figure."),
        ),
        _list(
            "delegations",
            N_("Delegations"),
            len(delegations(consultation)),
            N_("Without delegations people speak for themselves."),
        ),
        _list(
            "officers",
            N_("Officers"),
            len(officers(consultation)),
            N_("Name those who serve the meeting, as the report is to name them."),
        ),
        Task(
            N_("Documents"),
            "documents.shelf",
            bool(documents(consultation)),
            N_("Add what people should read before they speak."),
            count=len(documents(consultation)),
        ),
        Task(
            N_("People and their seats"),
            "seats.participants",
            chaired,
            N_("Nobody holds the chair’s seat: only a chair can determine what is agreed."),
        ),
    ]


def _list(part: str, title: str, count: int, lack: str, *, needed: bool = False) -> Task:
    return Task(title, "set_up.rows", count > 0, lack, needed, count, {"part": part})
