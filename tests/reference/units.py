"""The two reference meetings as records, built from the annotated units at test time.

The units lie beside the repository, in ../shared/reference; none of their sentences is in it.
"""

import calendar
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from app.core.determinations import Status
from app.core.report.record import (
    Determination,
    Join,
    Placing,
    Position,
)
from app.core.texts import Form

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "reference"

FORMS = {
    "clause": Form.CLAUSE,
    "gerund": Form.GERUND,
    "infinitive": Form.INFINITIVE,
    "noun phrase": Form.NOUN,
}
STATUSES = {
    "agreed": Status.AGREED,
    "consensus": Status.CONSENSUS,
    "broad support": Status.BROAD,
    "divided": Status.DIVIDED,
    "no agreement": Status.NONE,
    "group position (minority view)": Status.MINORITY,
}
VERBS = {
    "in favour of": "in favour",
    "proposal made": "proposal",
    "generally welcomed": "welcomed",
    "expressed the view": "expressed the view",
}
MONTHS = calendar.month_name[1:]

Unit = dict[str, Any]


def read_units() -> dict[str, Unit]:
    """All units by their id, in order."""
    lines = (FOLDER / "units.jsonl").read_text(encoding="utf-8").splitlines()
    return {unit["id"]: unit for unit in map(json.loads, lines)}


def day(text: str, year: int = 0) -> date:
    """ "15 September 2008", "May 31st"."""
    month = next(index for index, name in enumerate(MONTHS, 1) if name in text)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return date(next((n for n in numbers if n > 31), year), month, next(n for n in numbers if n <= 31))


def position(unit: Unit, *more: Unit, **facts: Any) -> Position:
    """A position from its unit: the words, form, status and verb; `more` are its further sentences."""
    status = STATUSES.get(unit["status"]) if facts.pop("determined", True) else None
    return Position(
        ref=unit["id"],
        text=unit["content"],
        form=FORMS.get(unit.get("form", ""), Form.CLAUSE),
        elaboration=" ".join(each["content"] for each in more),
        opener=unit.get("opener", ""),
        verb=VERBS.get(unit.get("said", ""), unit.get("said", "")),
        determination=Determination(ref=f"D-{unit['id']}", status=status) if status else None,
        **facts,
    )


def entries(units: dict[str, Unit], *starts: tuple[int, ...], doc: str, **facts: Any) -> Iterator[Position]:
    """Entries of a list, each from the numbers of its units; only the first carries the entry."""
    for numbers in starts:
        first, *more = (units[f"{doc}{number}"] for number in numbers)
        yield position(first, *more, entry=True, **facts)


def placings(*refs: str) -> tuple[Placing, ...]:
    """ "A8" starts a paragraph, "+A8" runs on, "&A8" continues without a number, "|A8" is of one list."""
    joins = {"+": Join.RUN_ON, "&": Join.CONTINUE, "|": Join.LIST}
    return tuple(Placing(ref=ref.lstrip("+&|"), join=joins.get(ref[0], Join.NEW)) for ref in refs)
