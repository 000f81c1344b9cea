"""A bad file gets one sentence that says what is wrong, and where."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.file import ConsultationFile
from app.exchange.flaws import FileError
from app.exchange.reading import read_file
from tests.exchange.whole import at, whole

DOORS = ("proposals", 0, "positions", 1)
VOTES = (*DOORS, "votes")
GONE = object()

SPOILT: list[tuple[tuple[str | int, ...], Any, str, str]] = [
    (("format",), "plenary-consultation/9", "$.format", "this Plenary reads “plenary-consultation/1”"),
    (("format",), GONE, "$.format", "not a file of a consultation"),
    (("colour",), "blue", "$", "unknown field `colour`"),
    (("title",), GONE, "$", "missing required field `title`"),
    (("title",), "  ", "$.title", "this text is empty"),
    (("title",), "x" * 201, "$.title", "length <= 200"),
    (("proposals", 1, "title"), 7, "$.proposals[1].title", "Expected `str`, got `int`"),
    (("slug",), "Doors!", "$.slug", "small letters, digits"),
    (("phase",), "asleep", "$.phase", "Invalid enum value 'asleep'"),
    (("timezone",), "Mars/Olympus", "$.timezone", "not a time zone"),
    (("closes_at",), at(1), "$.closes_at", "closes before it opens"),
    (("phase",), "open", "$.closed_at", "not closed"),
    (("created_at",), "2026-03-01T09:00:00", "$.created_at", "timezone"),
    (("created_at",), "0001-01-01T00:00:00+05:00", "$.created_at", "outside the calendar"),
    (("follows",), "doors", "$.follows", "cannot follow up itself"),
    (("purpose",), "a\0b", "$.purpose", "cannot be kept"),
    (("purpose",), "\ud800", "$.purpose", "cannot be kept"),
    (("people", 1, "key"), "ada", "$.people[1].key", "ada is used twice"),
    (("agenda", 1, "number"), 1, "$.agenda[1].number", "1 is used twice"),
    (("delegations", 0, "group"), "ghosts", "$.delegations[0].group", "no “ghosts” among the groups"),
    (("seats", 0, "person"), "ghost", "$.seats[0].person", "no “ghost” among the people"),
    (("seats", 1, "person"), "ada", "$.seats[1].person", "one seat"),
    (("seats", 0, "role"), "visitor", "$.seats[0].role", "a visitor has no seat"),
    (("seats", 0, "group"), "builders", "$.seats[0].group", "only one of the two"),
    (("seats", 0, "number"), 2**31, "$.seats[0].number", "<= 2147483647"),
    (("documents", 0, "url"), "javascript:alert(1)", "$.documents[0].url", "http"),
    (("documents", 0, "filename"), "x.txt", "$.documents[0].filename", "not both"),
    (("documents", 1, "filename"), "", "$.documents[1].content", "Send a PDF"),
    (("documents", 1, "filename"), "../x.txt", "$.documents[1].filename", "this is x.txt, text/plain"),
    (("documents", 1, "media_type"), "text/html", "$.documents[1].filename", "this is drawing.txt"),
    (("documents", 1, "content"), "%", "$.documents[1].content", "base64"),
    (("proposals", 0, "agenda_item"), 9, "$.proposals[0].agenda_item", "no “9” among the agenda"),
    (("proposals", 0, "comments", 1, "reply_to"), 4, "$.proposals[0].comments[1].reply_to", "no comment 4"),
    (("proposals", 0, "comments", 1, "position"), "2.1", "$.proposals[0].comments[1].position", "another"),
    ((*DOORS, "answers"), "9.1", "$.proposals[0].positions[1].answers", "no “9.1” among the positions"),
    ((*DOORS, "answers"), "1.2", "$.proposals[0].positions[1].answers", "in a circle"),
    ((*VOTES, 0, "seat"), 9, "$.proposals[0].positions[1].votes[0].seat", "no “9” among the seats"),
    ((*VOTES, 0, "seat"), 4, "$.proposals[0].positions[1].votes[0]", "seat 4 is not a participant's"),
    ((*VOTES, 4, "voter"), "B9", "$.proposals[0].positions[1].votes[4].voter", "no “B9”"),
    ((*VOTES, 0, "cast_at"), at(5), "$.proposals[0].positions[1].votes[0]", "before its position"),
    ((*VOTES, 1, "reason"), " ", "$.proposals[0].positions[1].votes[1]", "Give the reason"),
    ((*VOTES, 0, "reservation"), "But", "$.proposals[0].positions[1].votes[0]", "goes with “Accept”"),
    ((*VOTES, 3, "reason"), "So", "$.proposals[0].positions[1].votes[3]", "neither reason nor reservation"),
    ((*DOORS, "objections"), [], "$.proposals[0].positions[1].objections", "no objection on record"),
    (
        (*VOTES, 1),
        {"seat": 2, "choice": "disagree", "cast_at": at(7)},
        "$.proposals[0].positions[1].objections",
        "its last vote does not object",
    ),
    (
        (*DOORS, "objections", 0, "state"),
        "open",
        "$.proposals[0].positions[1].objections",
        "more than one objection open",
    ),
    (
        ("proposals", 0, "positions", 0, "votes", 0, "cast_at"),
        at(6, 1),
        "$.proposals[0].positions[0].votes[0]",
        "had been withdrawn",
    ),
    (("calls", 0, "positions"), [], "$.calls[0].positions", "at least one position"),
    (("calls", 0, "steps"), [], "$.calls[0].steps", "opened first"),
    (("calls", 0, "steps", 0, "step"), "cancel", "$.calls[0].steps", "opened first"),
    (("calls", 0, "closes_at"), at(9), "$.calls[0].closes_at", "not that of the last step"),
    (("calls", 0, "asked", 0), {"group": "builders"}, "$.calls[0].asked[0]", "a delegation's or a person's"),
    (("calls", 0, "answers", 0, "seat"), 5, "$.calls[0].answers[0]", "nobody asked"),
    (("calls", 0, "answers", 0, "position"), "1.1", "$.calls[0].answers[0]", "not in this call"),
    (("calls", 0, "answers", 0, "answered_at"), at(8, 30), "$.calls[0].answers[0]", "after the deadline"),
    (("calls", 0, "manner"), "silence", "$.calls[0].answers[0]", "only an objection"),
    (("officers", 0, "role"), "king", "$.officers[0].role", "one of chair, co-chair"),
    (("outcomes", 1, "counters"), 2, "$.outcomes[1].counters", "cannot qualify itself"),
    (("reports", 0, "record"), "{}", "$.reports[0].digest", "not the one that was sealed"),
    (
        (*DOORS, "determinations", 0, "evidence"),
        {"by_group": {"": {"support": -1}}},
        "$.proposals[0].positions[1].determinations[0].evidence",
        ">= 0",
    ),
    (
        (*DOORS, "determinations", 0, "evidence"),
        {"positions": []},
        "$.proposals[0].positions[1].determinations[0].evidence",
        "Expected `object`",
    ),
    (("reports", 0, "document"), "{}", "$.reports[0].document", "missing required field `lang`"),
    (("reports", 0, "document"), "", "$.reports[0].document", "truncated"),
    (("events", 0, "data"), {"deep": json.loads("[" * 80 + "]" * 80)}, "$.events[0].data.deep", "too deeply"),
]


def spoilt(path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    tree: Any = whole()
    inner = tree
    for step in path[:-1]:
        inner = inner[step]
    if value is GONE:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return tree


@pytest.mark.parametrize(("path", "value", "where", "what"), SPOILT, ids=lambda x: None)
def test_a_flaw_is_told_with_its_place(path: Any, value: Any, where: str, what: str) -> None:
    with pytest.raises(FileError) as told:
        read_file(json.dumps(spoilt(path, value)).encode())
    assert told.value.where.startswith(where)
    assert what in told.value.what


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "line 1: there is nothing in this file"),
        (b" \n", "line 1: there is nothing in this file"),
        (b'{"format": ', "line 1, column 12: this is not JSON"),
        (b"[]", r"\$.format: this is not a file of a consultation"),
        (b'"\xff"', "byte 1: this is not UTF-8"),
        ("{}".encode("utf-16"), "byte 0: this is not UTF-8"),
        (b"[" * 100_000, "too deeply"),
        (b'{"a":' * 100_000, "too deeply"),
        (b'{"a": {"b": 1, "b": 2}}', r"\$.a.b: this key occurs twice"),
        (b'{"a": [1, NaN]}', r"\$.a\[1\]: NaN is not a number"),
        (b'{"a": 1e999}', r"\$.a: this number is too large"),
        (b'{"a": ' + b"9" * 5000 + b"}", r"\$.a: this number is too large"),
        (b'{"a\\u0000": 1}', "cannot be kept"),
    ],
)
def test_what_is_hardly_json_is_told_too(data: bytes, told: str) -> None:
    with pytest.raises(FileError, match=told):
        read_file(data)


def test_a_byte_order_mark_is_forgiven() -> None:
    assert read_file(b"\xef\xbb\xbf" + json.dumps(whole()).encode()).slug == "doors"


def test_a_vote_from_before_its_seat_changed_stays_a_vote() -> None:
    tree = whole()
    tree["seats"][0]["role"] = "chair"
    assert read_file(json.dumps(tree).encode())
    tree["events"] = []
    with pytest.raises(FileError, match="seat 1 is not a participant's"):
        read_file(json.dumps(tree).encode())


def places(tree: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    for step, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield (*path, step)
        if isinstance(value, dict | list):
            yield from places(value, (*path, step))


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(path=st.sampled_from(list(places(whole()))), value=ANYTHING | st.just(GONE))
def test_a_file_is_read_or_refused_whatever_stands_in_it(path: Any, value: Any) -> None:
    _read_or_refuse(json.dumps(spoilt(path, value)).encode(errors="replace"))


@settings(max_examples=300, deadline=None)
@given(begin=st.integers(0, 9000), length=st.integers(0, 50), put=st.binary(max_size=8))
def test_a_damaged_file_is_read_or_refused(begin: int, length: int, put: bytes) -> None:
    data = json.dumps(whole()).encode()
    _read_or_refuse(data[:begin] + put + data[begin + length :])


def _read_or_refuse(data: bytes) -> None:
    with suppress(FileError):
        assert isinstance(read_file(data), ConsultationFile)
