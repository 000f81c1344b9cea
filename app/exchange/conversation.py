"""A conversation as Polis knows it: statements, and who agreed, disagreed or passed on which, when."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from msgspec import Struct

from app.core.opinion.votes import Votes, gather

OUT = -1  # moderated so


@dataclass(frozen=True, slots=True)
class Statement:
    number: int
    text: str
    author: int
    put_at: int  # milliseconds since 1970
    moderated: int  # 1 accepted, 0 not looked at, -1 out
    where: str = ""  # it stands in a file


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote of one participant on one statement: 1 agrees, -1 disagrees, 0 passes."""

    participant: int
    statement: int
    value: int
    cast_at: int | None = None  # milliseconds since 1970


class Rest(Struct, frozen=True, omit_defaults=True):
    """What an export says that a consultation has no place for: kept, to be written again as it came."""

    zone: str = "UTC"  # in which its dates are told
    summary: tuple[tuple[str, ...], ...] = ()
    statements: tuple[int, ...] = ()  # in their order, where that is not the order of numbers
    uncounted: dict[str, tuple[int, int]] = {}  # by statement: more who agree and disagree than voted so
    participants: tuple[int, ...] = ()  # likewise
    columns: tuple[int, ...] = ()  # likewise, of the table of votes
    groups: dict[str, str] = {}  # which opinion group Polis had found for each participant
    unseen: tuple[int, ...] = ()  # statements that nobody had moderated
    authors: dict[str, int] = {}  # of statements by people who did not take part
    untimed: bool = False  # nobody knows when the votes were cast


NOTHING_ELSE = Rest()


@dataclass(frozen=True)
class Conversation:
    """Statements by number, and every vote, oldest first."""

    statements: tuple[Statement, ...]
    participants: tuple[int, ...]  # ascending
    casts: tuple[Ballot, ...]
    rest: Rest = NOTHING_ELSE

    @property
    def is_timed(self) -> bool:
        """Whether it is known when each vote was cast."""
        return all(ballot.cast_at is not None for ballot in self.casts)

    @cached_property
    def ballots(self) -> tuple[Ballot, ...]:
        """The votes that count: the last of each participant on each statement."""
        last = {(ballot.participant, ballot.statement): ballot for ballot in self.casts}
        return tuple(last[key] for key in sorted(last))

    @property
    def up(self) -> tuple[Statement, ...]:
        """The statements that were not moderated out."""
        return tuple(statement for statement in self.statements if statement.moderated != OUT)

    def votes(self) -> Votes:
        """The votes on the statements that are up; who and what in the order of their numbers."""
        row = {number: place for place, number in enumerate(self.participants)}
        column = {statement.number: place for place, statement in enumerate(self.up)}
        up = (ballot for ballot in self.ballots if ballot.statement in column)
        cast = [(row[ballot.participant], column[ballot.statement], ballot.value) for ballot in up]
        voters, positions, values = np.array(cast, np.int64).reshape(-1, 3).T
        return gather(voters, positions, values, of=len(row), on=len(column))

    def counted(self, value: int) -> Counter[int]:
        """How many participants said so of each statement."""
        return Counter(ballot.statement for ballot in self.ballots if ballot.value == value)
