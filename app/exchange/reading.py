"""From bytes to a checked file: whatever is wrong is one sentence with its place, and never a traceback."""

import ast
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from app.exchange.checking import check
from app.exchange.file import FORMAT, IN_WORDS, ConsultationFile
from app.exchange.flaws import FileError

DEEPEST = 60
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class _Flaw:
    """Stands in the tree where JSON's own grammar was not kept, so that its place can be told."""

    what: str


def read_file(data: bytes, slug: str | None = None) -> ConsultationFile:
    """The consultation in a file, at another address if one is given; FileError where it is not in order."""
    tree = _parse(data)
    for where, what in _flaws(tree):
        raise FileError(where, what)
    _check_format(tree)
    if slug is not None:
        tree["slug"] = slug
    try:
        file = msgspec.convert(tree, ConsultationFile)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        raise FileError(where.strip("`") or "$", _in_words(what)) from None
    check(file)
    return file


def _parse(data: bytes) -> Any:
    if not data.strip():
        raise FileError("line 1", "there is nothing in this file")
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=lambda name: _Flaw(f"{name} is not a number of JSON"),
            parse_float=_float,
            parse_int=_int,
        )
    except UnicodeDecodeError as error:
        raise FileError(f"byte {error.start}", "this is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise FileError(
            f"line {error.lineno}, column {error.colno}", f"this is not JSON ({error.msg})"
        ) from None
    except RecursionError:
        raise FileError("$", "this is nested too deeply") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        found[key] = _Flaw("this key occurs twice") if key in found else value
    return found


def _float(text: str) -> float | _Flaw:
    number = float(text)
    return number if math.isfinite(number) else _Flaw("this number is too large")


def _int(text: str) -> int | _Flaw:
    return int(text) if len(text) <= 19 else _Flaw("this number is too large")


def _flaws(tree: Any) -> Iterator[tuple[str, str]]:
    """Each place at which the tree holds what no database could keep."""
    places = [("$", tree, 0)]
    while places:
        where, value, depth = places.pop()
        if isinstance(value, _Flaw):
            yield where, value.what
        elif isinstance(value, str) and _UNSTORABLE.search(value):
            yield where, "this text holds a character that cannot be kept (NUL, or half of a pair)"
        elif isinstance(value, dict | list) and depth == DEEPEST:
            yield where[:60] + "…", "this is nested too deeply"
        elif isinstance(value, dict):
            places += [(f"{where}.{key}", each, depth + 1) for key, each in reversed(value.items())]
            places += [(where, key, depth + 1) for key in value]
        elif isinstance(value, list):
            places += [(f"{where}[{n}]", each, depth + 1) for n, each in reversed([*enumerate(value)])]


def _in_words(what: str) -> str:
    """The schema's complaint; a pattern says what it asks for."""
    found = re.search("matching regex (.*)", what)
    return IN_WORDS.get(ast.literal_eval(found[1]), what) if found else what


def _check_format(tree: Any) -> None:
    given = tree.get("format") if isinstance(tree, dict) else None
    if not isinstance(given, str) or not given.startswith("plenary-consultation/"):
        raise FileError("$.format", f"this is not a file of a consultation, which says “{FORMAT}” here")
    if given != FORMAT:
        raise FileError("$.format", f"this Plenary reads “{FORMAT}”, and the file is “{given[:60]}”")
