"""A conversation as Polis exports it, a folder of CSV files, read whole or refused at the line that is wrong.

`comments.csv` holds the statements, `votes.csv` each vote with its time, of which the last by a participant
counts; where that is missing, `participants-votes.csv` holds them in a table. 1 agrees, -1 disagrees, 0
passes.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from app.exchange.conversation import Ballot, Conversation, Rest, Statement
from app.exchange.tables import Row, cells, rows

VOTES = MODERATED = {"1": 1, "0": 0, "-1": -1}
COMMENTS_FILE, VOTES_FILE = "comments.csv", "votes.csv"
TABLE_FILE, SUMMARY_FILE = "participants-votes.csv", "summary.csv"
DATE = "%a %b %d %H:%M:%S %Z %Y"


@dataclass(slots=True)
class _Tabled:
    """What the table of participants and votes says."""

    columns: tuple[int, ...] = ()  # statements
    groups: dict[int, str] = field(default_factory=dict)  # of each participant, in the order of the table
    casts: list[Ballot] = field(default_factory=list)


def read_conversation(folder: Path) -> Conversation:
    """The conversation in a folder; FileError where it is not in order."""
    needed = ("timestamp", "comment-id", "author-id", "moderated", "comment-body")
    comments = list(rows(folder / COMMENTS_FILE, needed))
    statements = {statement.number: statement for statement in _statements(comments)}
    timed = (folder / VOTES_FILE).is_file()
    tabled = _Tabled()
    if not timed or (folder / TABLE_FILE).is_file():
        tabled = _tabled(folder / TABLE_FILE, statements.keys(), with_votes=not timed)
    casts = _cast(folder / VOTES_FILE, statements.keys()) if timed else tabled.casts
    read = Conversation(
        tuple(statements[number] for number in sorted(statements)),
        tuple(sorted({*tabled.groups, *(ballot.participant for ballot in casts)})),
        tuple(casts),
    )
    return replace(read, rest=_rest(folder, comments, tabled, read))


def _statements(comments: Sequence[Row]) -> Iterator[Statement]:
    seen: set[int] = set()
    for row in comments:
        number = row.number("comment-id")
        if number in seen:
            raise row.flaw(f"statement {number} is there a second time")
        seen.add(number)
        yield Statement(
            number,
            row["comment-body"],
            row.number("author-id"),
            row.instant("timestamp"),
            row.one_of(MODERATED, "moderated"),
            row.where,
        )


def _cast(path: Path, statements: Collection[int]) -> list[Ballot]:
    """Every vote, oldest first; two at the same instant say the same."""
    at: dict[tuple[int, int, int], int] = {}
    casts = []
    for row in rows(path, ("timestamp", "comment-id", "voter-id", "vote")):
        who, what, when = row.number("voter-id"), row.number("comment-id"), row.instant("timestamp")
        if what not in statements:
            raise row.flaw(f"a vote on statement {what}, which {COMMENTS_FILE} does not have")
        value = row.one_of(VOTES, "vote")
        if at.setdefault((who, what, when), value) != value:
            raise row.flaw(f"participant {who} has another vote on statement {what} at the same time")
        casts.append(Ballot(who, what, value, when))
    return sorted(casts, key=lambda ballot: ballot.cast_at or 0)


def _tabled(path: Path, statements: Collection[int], *, with_votes: bool) -> _Tabled:
    found = _Tabled()
    for row in rows(path, ("participant",)):
        who = row.number("participant")
        if who in found.groups:
            raise row.flaw(f"participant {who} is there a second time")
        found.groups[who] = row.get("group-id", "")
        if not found.columns:
            found.columns = tuple(int(column) for column in row if column.isdecimal())
        for what in found.columns:
            if what not in statements:
                raise row.flaw(f"a column for statement {what}, which {COMMENTS_FILE} does not have")
            if with_votes and row[str(what)]:
                found.casts.append(Ballot(who, what, row.one_of(VOTES, str(what))))
    return found


def _rest(folder: Path, comments: Sequence[Row], tabled: _Tabled, read: Conversation) -> Rest:
    numbers = tuple(statement.number for statement in read.statements)
    order = tuple(row.number("comment-id") for row in comments)
    summary = folder / SUMMARY_FILE
    return Rest(
        zone=_zone(comments),
        summary=tuple(tuple(line) for line in cells(summary)) if summary.is_file() else (),
        statements=order if order != numbers else (),
        uncounted=_uncounted(comments, read),
        participants=tuple(tabled.groups) if tuple(tabled.groups) != read.participants else (),
        columns=tabled.columns if tabled.columns != numbers else (),
        groups={str(who): group for who, group in tabled.groups.items() if group},
    )


def _uncounted(comments: Sequence[Row], read: Conversation) -> dict[str, tuple[int, int]]:
    """By how much Polis's counts of a statement differ from its votes."""
    agree, disagree = read.counted(1), read.counted(-1)
    found = {}
    for row in comments:
        if "agrees" in row and "disagrees" in row:
            number = row.number("comment-id")
            found[str(number)] = (
                row.number("agrees") - agree[number],
                row.number("disagrees") - disagree[number],
            )
    return {number: more for number, more in found.items() if any(more)}


def _zone(comments: Sequence[Row]) -> str:
    """The first zone in which all the dates are as they are told; UTC where there is none."""

    def told(row: Row, zone: str) -> bool:
        return date_in(row.instant("timestamp"), zone) == row.get("datetime")

    if not comments or not comments[0].get("datetime"):
        return "UTC"
    fitting = (zone for zone in sorted(available_timezones()) if all(told(row, zone) for row in comments))
    return next(fitting, "UTC")


def date_in(instant: int, zone: str) -> str:
    """As Polis tells an instant."""
    return datetime.fromtimestamp(instant // 1000, ZoneInfo(zone)).strftime(DATE)
