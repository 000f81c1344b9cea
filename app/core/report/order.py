"""The order of what is told together: the rapporteur's, then that of HOUSE-STYLE 9.4; and what joins what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from app.core.determinations import Status
from app.core.report.claims import (
    Claim,
    Formalities,
    Listing,
    NextStep,
    Opening,
    Section,
    Silence,
    Statement,
    Verdict,
)
from app.core.report.record import Join
from app.core.report.styles.style import Style
from app.core.report.verbs import CONTESTED, DECIDED
from app.core.report.voices import Directory
from app.core.texts import Kind

RANKS = {
    Status.AGREED: 2,
    Status.CONSENSUS: 3,
    Status.BROAD: 4,
    Status.DIVIDED: 5,
    Status.NONE: 6,
    Status.REJECTED: 7,
    Status.MINORITY: 8,
    Status.FORWARD: 9,
    Status.NOTED: 12,
}
KIND_RANKS = {Kind.RECALLED: 1, Kind.INVITATION: 1, Kind.CONCERN: 11, Kind.EMPHASIS: 12, Kind.INFORMATION: 12}
FIRST, OPENING, OFFICERS_REMARKS, LISTS, CONCLUSION = -1, 0, 1, 10, 13


@dataclass(frozen=True, slots=True)
class Step:
    """A claim in its place: how it follows, and whether those after it stand in one list with it."""

    claim: Claim
    join: Join
    opens: bool = False
    within: bool = False  # an item of a list, or said within one
    languages: frozenset[str] = frozenset()  # of all items of its list
    attached: bool = False  # it follows what it belongs to


@dataclass(frozen=True, slots=True)
class _Unit:
    """A claim that has a place of its own, and what follows it wherever it goes."""

    claim: Claim
    join: Join | None  # as arranged
    place: tuple[int, int]


Places = Mapping[str, tuple[int, Join]]  # the rapporteur's: where a ref comes, and how it follows


def arranged(together: tuple[Section, ...], style: Style, directory: Directory, places: Places) -> list[Step]:
    """The claims of sections in the order in which they are told, with how each follows the one before."""
    units: list[_Unit] = []
    before = FIRST
    for section in together:
        claims = [claim for root in section.claims for claim in _separate(root, places)]
        after = max([before, *(places[claim.ref][0] for claim in claims if claim.ref in places)])
        units.extend(_unit(claim, directory, places, before, after) for claim in claims)
        before = after
    units.sort(key=lambda unit: unit.place)
    return list(_steps(_joined(units, style, directory), style))


def _unit(claim: Claim, directory: Directory, places: Places, before: int, after: int) -> _Unit:
    """A claim where it was placed; else after what was placed of its section, but an opening before that."""
    if claim.ref in places:
        place, join = places[claim.ref]
        return _Unit(claim, join, (place, FIRST))
    rank = _rank(claim, directory)
    return _Unit(claim, None, (before if rank == OPENING else after, rank))


def _separate(claim: Claim, places: Places) -> Iterator[Claim]:
    """The claim without those attached that are placed elsewhere, and those by themselves."""
    attached = tuple(claim.attached)
    yield replace(claim, attached=tuple(other for other in attached if other.ref not in places))
    for other in attached:
        if other.ref in places:
            yield from _separate(other, places)


def _rank(claim: Claim, directory: Directory) -> int:
    match claim:
        case Opening() | Formalities():
            return OPENING
        case Statement():
            return _statement_rank(claim, directory)
        case Listing():
            best = min((RANKS[entry.status] for entry in claim.entries), default=LISTS)
            if claim.lead and claim.lead.position.kind is Kind.RECALLED:
                return OFFICERS_REMARKS
            return LISTS if best >= RANKS[Status.FORWARD] else best
        case Verdict():
            return RANKS[claim.status]
        case NextStep() | Silence():
            return CONCLUSION


def _statement_rank(statement: Statement, directory: Directory) -> int:
    voice, kind = directory.voice(statement), statement.position.kind
    if voice and voice.officer and kind is not Kind.VIEW:
        return OFFICERS_REMARKS
    if statement.status is Status.FORWARD:
        return KIND_RANKS.get(kind, RANKS[Status.FORWARD])
    return RANKS[statement.status]


def _joined(units: Iterable[_Unit], style: Style, directory: Directory) -> list[_Unit]:
    """The units with their joins: as arranged, or else like with like in a list, next steps together."""
    joined: list[_Unit] = []
    before: Claim | None = None
    for unit in units:
        join = unit.join or _usual_join(unit.claim, before, style, directory)
        if join is Join.LIST and not _are_alike(unit.claim, before, style, directory):
            join = Join.NEW  # no lead-in speaks of both
        joined.append(replace(unit, join=join))
        before = unit.claim if join is not Join.RUN_ON or isinstance(unit.claim, NextStep) else before
    return joined


def _are_alike(claim: Claim, before: Claim | None, style: Style, directory: Directory) -> bool:
    if not isinstance(claim, Statement) or not isinstance(before, Statement):
        return False
    key = _likeness(claim, style, directory)
    return key is not None and key == _likeness(before, style, directory)


def _usual_join(claim: Claim, before: Claim | None, style: Style, directory: Directory) -> Join:
    match claim, before:
        case NextStep(), NextStep():
            return Join.RUN_ON
        case Statement(), Statement():
            voice, voice_before = directory.voice(claim), directory.voice(before)
            if voice and voice.officer and voice_before and voice.officer is voice_before.officer:
                return Join.RUN_ON if claim.position.kind is Kind.INVITATION else Join.NEW
    return Join.LIST if _are_alike(claim, before, style, directory) else Join.NEW


def _likeness(statement: Statement, style: Style, directory: Directory) -> Status | Kind | bool | None:
    """What a statement has in common with those that can share its lead-in; None where it stands alone."""
    if statement.role or directory.voice(statement):
        return None
    if statement.status in CONTESTED:
        return True if style.gathers else None
    return None if statement.position.opener else likeness(statement)


def likeness(statement: Statement) -> Status | Kind:
    """By what a lead-in speaks of a statement: its status, or its kind while there is none."""
    if statement.status in DECIDED or statement.status is Status.MINORITY:
        return statement.status
    kind = statement.position.kind
    return Status.NOTED if statement.status is Status.NOTED and kind is Kind.VIEW else kind


def _steps(units: list[_Unit], style: Style) -> Iterator[Step]:
    languages = _lists(units)
    for unit in units:
        within = unit.claim.ref in languages
        opens = within and unit.join is not Join.LIST
        spoken = languages.get(unit.claim.ref, frozenset())
        yield Step(unit.claim, unit.join or Join.NEW, opens, within, languages=spoken)
        yield from _following(unit.claim, style, within)


def _lists(units: list[_Unit]) -> Mapping[str, frozenset[str]]:
    """What stands in lists, by ref: with the languages of all that stand in the same one."""
    lists: list[list[Statement]] = []
    for unit in units:
        if isinstance(unit.claim, Statement) and unit.join is Join.LIST and lists:
            lists[-1].append(unit.claim)
        elif unit.join is not Join.RUN_ON:
            lists.append([unit.claim] if isinstance(unit.claim, Statement) else [])
    found: dict[str, frozenset[str]] = {}
    for together in lists:
        if len(together) > 1:
            spoken = frozenset(claim.position.language for claim in together)
            found.update((claim.ref, spoken) for claim in together)
    return found


def _following(claim: Claim, style: Style, within: bool) -> Iterator[Step]:
    """What is attached to a claim: beside it in the same paragraph, unless it is an answer that stands up."""
    for other in claim.attached:
        join = Join.RUN_ON
        if isinstance(other, Statement) and not within:
            join = {"answer": style.answer, "bridge": Join.NEW}.get(other.role, Join.RUN_ON)
        yield Step(other, join, within=within, attached=True)
        yield from _following(other, style, within)
