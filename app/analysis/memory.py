"""What one process remembers of the consultations it was asked about last, up to some bytes."""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

from app.analysis.ballots import Ballots
from app.analysis.reading import Frame, Mark
from app.analysis.results import Results

ROOM = 256_000_000  # bytes
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """Votes as arrays, how far they were read, and the frame they stand in."""

    ballots: Ballots
    mark: Mark
    frame: Frame


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """Results, and the stamp of the file in which they lie."""

    results: Results
    stamp: int


class Recent(Generic[Thing]):
    """Things by consultation; those asked for least recently are forgotten first, but never the newest."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._kept: OrderedDict[int, tuple[Thing, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: int) -> Thing | None:
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def put(self, key: int, thing: Thing, size: int) -> None:
        with self._lock:
            self._kept.pop(key, None)
            self._kept[key] = (thing, size)
            while len(self._kept) > 1 and sum(size for _, size in self._kept.values()) > self._room:
                self._kept.popitem(last=False)


@dataclass(slots=True)
class Memory:
    """One for each process."""

    held: Recent[Held] = field(default_factory=Recent)
    stored: Recent[Stored] = field(default_factory=Recent)
    wanted: set[int] = field(default_factory=set)  # consultations whose results wait for the clerk
