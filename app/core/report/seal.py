"""Canonical JSON and its digest: the same record gives the same bytes, today and in years."""

import hashlib
import json
from typing import TypeVar

import msgspec

from app.core.report.document import Report
from app.core.report.record import Record

LATER = ("drawings", "findings")  # came after reports had been sealed: where there are none, nothing is said

T = TypeVar("T", Record, Report)


def canonical(value: Record | Report) -> str:
    """JSON with sorted keys, no spaces and no escapes but the needed; text as it is, never normalized."""
    built = {key: part for key, part in msgspec.to_builtins(value).items() if part or key not in LATER}
    _refuse_fractions(built)
    return json.dumps(built, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(sealed: str) -> str:
    """The SHA-256 of sealed text, in hexadecimal."""
    return hashlib.sha256(sealed.encode("utf-8")).hexdigest()


def unseal(sealed: str, kind: type[T]) -> T:
    """The record or report that was sealed; msgspec.ValidationError, with the place, where it is not one."""
    return msgspec.json.decode(sealed, type=kind)


def _refuse_fractions(value: object) -> None:
    """A fraction can be written in more than one way, so none may be sealed."""
    if isinstance(value, float):
        raise TypeError(f"A sealed document has no fractions: {value!r}.")
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    for each in inner:
        _refuse_fractions(each)
