"""The record beside the draft: what is on it, under which item, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.core.report.disposition import Disposition, Fate
from app.core.words import N_
from app.drafting.desk import Desk

PAGE = 60  # entries shown at once

SIGHTS = {
    "all": N_("All"),
    "open": N_("Not yet used"),
    "aside": N_("Set aside"),
}
_SHOWS = {
    "all": lambda entry: True,
    "open": lambda entry: entry.is_owed,
    "aside": lambda entry: entry.fate is Fate.SET_ASIDE,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the record: entries by item and proposal, and how many there are in all."""

    items: Sequence[tuple[str, Sequence[tuple[str, Sequence[Disposition]]]]]  # titles
    total: int
    start: int
    shown: int

    @property
    def owes(self) -> bool:
        """Whether something shown here waits to be used or set aside."""
        return any(entry.is_owed for _, proposals in self.items for _, found in proposals for entry in found)

    @property
    def following(self) -> int | None:
        """Where the next page begins."""
        after = self.start + self.shown
        return after if after < self.total else None


def sheet(desk: Desk, *, sight: str, item: str, find: str, start: int) -> Sheet:
    """The entries of an agenda item, or of all where they are few or looked for."""
    found = [entry for entry in desk.dispositions if _SHOWS[sight](entry) and _tells(entry, find)]
    if sight == "all" and not find and item and len(found) > PAGE:
        found = [entry for entry in found if entry.item == item]
    start = start if 0 <= start < len(found) else 0
    shown = found[start : start + PAGE]
    titles = _titles(desk)
    items = [
        (
            titles.get(item, ""),
            [
                (titles.get(proposal, ""), list(entries))
                for proposal, entries in groupby(own, lambda entry: entry.proposal)
            ],
        )
        for item, own in groupby(shown, lambda entry: entry.item)
    ]
    return Sheet(items, len(found), start, len(shown))


def offered(desk: Desk, *, item: str, find: str, chosen: Sequence[str]) -> list[Disposition]:
    """What a paragraph may rest on: what is chosen already, then what is found, or is under its item."""
    here = [entry for entry in desk.dispositions if entry.ref in chosen]
    fits = [
        entry
        for entry in desk.dispositions
        if entry.ref not in chosen and (_tells(entry, find) if find else entry.item == item or not item)
    ]
    return here + fits[: PAGE - len(here)]


def _tells(entry: Disposition, find: str) -> bool:
    return all(word in f"{entry.ref} {entry.words}".casefold() for word in find.casefold().split())


def _titles(desk: Desk) -> dict[str, str]:
    titles = {}
    for item in desk.record.agenda:
        titles[item.ref] = f"{item.number}. {item.title}"
        for proposal in item.proposals:
            titles[proposal.ref] = f"{proposal.ref} {proposal.title}"
    return titles
