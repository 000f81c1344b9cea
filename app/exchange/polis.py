"""A conversation as Polis exports it, a folder of CSV files, read whole or refused at the line that is wrong.

`comments.csv` holds the statements, `votes.csv` each vote with its time, of which the last by a participant
counts; where that is missing, `participants-votes.csv` holds them in a table. 1 agrees, -1 disagrees, 0
passes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.core.opinion.votes import Votes, gather
from app.exchange.tables import rows

VOTES = {"1": 1, "0": 0, "-1": -1}
OUT = -1  # moderated so


@dataclass(frozen=True, slots=True)
class Statement:
    number: int
    text: str
    author: int
    put_at: int  # milliseconds since 1970
    moderated: int  # 1 accepted, 0 not looked at, -1 out


@dataclass(frozen=True, slots=True)
class Ballot:
    """The vote that counts, of one participant on one statement."""

    participant: int
    statement: int
    value: int
    cast_at: int | None = None  # milliseconds since 1970


@dataclass(frozen=True, slots=True)
class Conversation:
    """Statements by number, and the votes that count."""

    statements: tuple[Statement, ...]
    participants: tuple[int, ...]  # ascending
    ballots: tuple[Ballot, ...]

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


_Cast = tuple[set[int], dict[tuple[int, int], Ballot]]  # who took part, and the votes that count


def read_conversation(folder: Path) -> Conversation:
    """The conversation in a folder; FileError where it is not in order."""
    statements = {statement.number: statement for statement in _statements(folder / "comments.csv")}
    apart, table = folder / "votes.csv", folder / "participants-votes.csv"
    participants, ballots = _cast(apart, statements) if apart.is_file() else _tabled(table, statements)
    return Conversation(
        tuple(statements[number] for number in sorted(statements)),
        tuple(sorted(participants)),
        tuple(ballots[key] for key in sorted(ballots)),
    )


def _statements(path: Path) -> Iterator[Statement]:
    seen: set[int] = set()
    for row in rows(path, ("timestamp", "comment-id", "author-id", "moderated", "comment-body")):
        number = row.number("comment-id")
        if number in seen:
            raise row.flaw(f"statement {number} is there a second time")
        seen.add(number)
        yield Statement(
            number,
            row["comment-body"],
            row.number("author-id"),
            row.number("timestamp"),
            row.number("moderated"),
        )


def _cast(path: Path, statements: dict[int, Statement]) -> _Cast:
    ballots: dict[tuple[int, int], Ballot] = {}
    for row in rows(path, ("timestamp", "comment-id", "voter-id", "vote")):
        who, what, when = row.number("voter-id"), row.number("comment-id"), row.number("timestamp")
        if what not in statements:
            raise row.flaw(f"a vote on statement {what}, which comments.csv does not have")
        earlier = ballots.get((who, what))
        if earlier is None or (earlier.cast_at or 0) <= when:
            ballots[who, what] = Ballot(who, what, row.one_of(VOTES, "vote"), when)
    return {who for who, _ in ballots}, ballots


def _tabled(path: Path, statements: dict[int, Statement]) -> _Cast:
    participants: set[int] = set()
    ballots: dict[tuple[int, int], Ballot] = {}
    for row in rows(path, ("participant",)):
        who = row.number("participant")
        if who in participants:
            raise row.flaw(f"participant {who} is there a second time")
        participants.add(who)
        for column in filter(str.isdecimal, row):
            if int(column) not in statements:
                raise row.flaw(f"a column for statement {column}, which comments.csv does not have")
            if row[column]:
                ballots[who, int(column)] = Ballot(who, int(column), row.one_of(VOTES, column))
    return participants, ballots
