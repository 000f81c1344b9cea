"""A conversation as the folder of CSV files that Polis would export; what was read comes out equal."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from app.exchange.conversation import Conversation
from app.exchange.flaws import FileError
from app.exchange.polis import COMMENTS_FILE, SUMMARY_FILE, TABLE_FILE, VOTES_FILE, date_in

COMMENTS_HEAD = (
    "timestamp",
    "datetime",
    "comment-id",
    "author-id",
    "agrees",
    "disagrees",
    "moderated",
    "comment-body",
)
VOTES_HEAD = ("timestamp", "datetime", "comment-id", "voter-id", "vote")
TABLE_HEAD = ("participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")

Line = Sequence[object]


def write_conversation(conversation: Conversation, folder: Path) -> None:
    """The files of a conversation, in a new or empty folder; FileError where something is there."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileError(str(folder), "this folder is not empty; name another")
    _write(folder / COMMENTS_FILE, _comments(conversation))
    if conversation.is_timed:
        _write(folder / VOTES_FILE, _votes(conversation))
    _write(folder / TABLE_FILE, _table(conversation))
    if conversation.rest.summary:
        _write(folder / SUMMARY_FILE, conversation.rest.summary)


def _comments(conversation: Conversation) -> Iterator[Line]:
    rest = conversation.rest
    agree, disagree = conversation.counted(1), conversation.counted(-1)
    statements = {statement.number: statement for statement in conversation.statements}
    yield COMMENTS_HEAD
    for number in _in_order(statements, rest.statements):
        statement = statements[number]
        more = rest.uncounted.get(str(number), (0, 0))
        yield (
            statement.put_at,
            date_in(statement.put_at, rest.zone),
            number,
            statement.author,
            agree[number] + more[0],
            disagree[number] + more[1],
            statement.moderated,
            statement.text,
        )


def _votes(conversation: Conversation) -> Iterator[Line]:
    yield VOTES_HEAD
    zone = conversation.rest.zone
    for ballot in sorted(conversation.casts, key=lambda ballot: (ballot.statement, ballot.participant)):
        when = ballot.cast_at or 0
        yield when, date_in(when, zone), ballot.statement, ballot.participant, ballot.value


def _table(conversation: Conversation) -> Iterator[Line]:
    rest = conversation.rest
    numbers = [statement.number for statement in conversation.statements]
    columns = _known_and_new(rest.columns, numbers) if rest.columns else numbers
    said: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for ballot in conversation.ballots:
        said[ballot.participant][ballot.statement] = ballot.value
    put = Counter(statement.author for statement in conversation.statements)
    yield *TABLE_HEAD, *columns
    for who in _in_order(conversation.participants, rest.participants):
        cells = [said[who].get(column, "") for column in columns]
        cast = len(columns) - cells.count("")
        yield who, rest.groups.get(str(who), ""), put[who], cast, cells.count(1), cells.count(-1), *cells


def _in_order(numbers: Iterable[int], order: Sequence[int]) -> list[int]:
    """As they came; those that were not there then, at the end."""
    place = {number: place for place, number in enumerate(order)}
    return sorted(numbers, key=lambda number: (place.get(number, len(place)), number))


def _known_and_new(columns: Sequence[int], numbers: Sequence[int]) -> list[int]:
    """The columns there were, and those of statements that came later than all of them."""
    return [*columns, *(number for number in numbers if number > max(columns))]


def _write(path: Path, lines: Iterable[Line]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)
