"""The walk through the positions, one at a time: its order, what was left for later, and where one is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.deliberation.models import Position

REMEMBERED = 100  # positions left for later; those left before them are asked about again


class Order(StrEnum):
    USEFUL = "useful"
    AGENDA = "agenda"


@dataclass(frozen=True, slots=True)
class Steps:
    """Where one is: the position that is asked about, the one voted on last, and the one before."""

    here: Position | None
    last: Position | None
    before: Position | None
    number: int


@dataclass(frozen=True, slots=True)
class Walk:
    """Its order, and the refs of what was left for later: all of it is in the address."""

    order: Order = Order.USEFUL
    left: tuple[str, ...] = ()

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Walk":
        """The walk that an address is of, whatever it says."""
        order = Order.AGENDA if asked.get("order") == Order.AGENDA else Order.USEFUL
        left = tuple(ref for ref in asked.get("left", "").split(",") if ref)
        return cls(order, () if order is Order.AGENDA else left[-REMEMBERED:])

    @property
    def address(self) -> dict[str, str]:
        """What an address says of it."""
        said = {"order": self.order.value} if self.order is Order.AGENDA else {"left": ",".join(self.left)}
        return {key: value for key, value in said.items() if value}

    def leaving(self, ref: str) -> dict[str, str]:
        """How to go on without a vote on a position."""
        if self.order is Order.AGENDA:
            return {"after": ref, **self.address}
        return Walk(self.order, (*(other for other in self.left if other != ref), ref)).address

    def among(self, queue: Sequence[Position], voted: Collection[int], at: str, after: str) -> Steps:
        """Where one is in the queue: by the agenda after the last seen, else at the first not left."""
        place = {text.ref: number for number, text in enumerate(queue)}
        last = queue[place[after]] if after in place else None
        on = queue[place[after] + 1 :] if last and self.order is Order.AGENDA else queue
        due = [text for text in on if text.id not in voted and text.ref not in self.left]
        here = queue[place[at]] if at in place else due[0] if due else None
        if self.order is Order.AGENDA:
            number = place[here.ref] + 1 if here else 0
            return Steps(here, last, queue[number - 2] if number > 1 else None, number)
        unvoted = here is not None and here.id not in voted
        return Steps(here, last, last, sum(text.id in voted for text in queue) + unvoted)
