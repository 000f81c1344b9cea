"""What became of everything on record: told in a paragraph, set aside with a reason, gone of itself, or open.

Every determination, position, objection and minority statement must be accounted for before a report is
done; reservations and outcomes are followed in the same way, without being asked for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.determinations import Status
from app.core.objections import MEANINGS, ObjectionState
from app.core.report.compose import compose
from app.core.report.document import COUNTED, Block, Report
from app.core.report.edition import Edition
from app.core.report.record import Determination, MinorityStatement, Outcome, Position, Proposal, Record
from app.core.report.revision import Revisions, opened
from app.core.words import N_, Sentence


class Matter(StrEnum):
    """What can be on record."""

    POSITION = "position"
    DETERMINATION = "determination"
    OBJECTION = "objection"
    RESERVATION = "reservation"
    MINORITY = "minority statement"
    OUTCOME = "outcome"


class Fate(StrEnum):
    TOLD = "told"
    SET_ASIDE = "set aside"
    OF_ITSELF = "of itself"  # withdrawn, superseded, settled: nobody need say more
    OPEN = "open"


MATTER_LABELS = {
    Matter.POSITION: N_("Position"),
    Matter.DETERMINATION: N_("Determination"),
    Matter.OBJECTION: N_("Objection"),
    Matter.RESERVATION: N_("Reservation"),
    Matter.MINORITY: N_("Minority statement"),
    Matter.OUTCOME: N_("Next step"),
}

ASKED_FOR = frozenset({Matter.POSITION, Matter.DETERMINATION, Matter.OBJECTION, Matter.MINORITY})
_SETTLED = frozenset({ObjectionState.RETRACTED, ObjectionState.ACCOMMODATED})
_WITHDRAWN = Sentence(N_("It was withdrawn."))
_WITH_IT = Sentence(N_("What it speaks of was withdrawn."))
_SUPERSEDED = Sentence(N_("A later determination has taken its place."))
_TAKEN_BACK = Sentence(N_("The chair has withdrawn this determination."))
_AS_PUT = Sentence(N_("It leaves the proposal as it was put forward."))


@dataclass(frozen=True, slots=True)
class Place:
    """A block that tells something, and the number of the paragraph it is in or hangs on, if that has one."""

    block: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposition:
    """One thing on record, and what became of it."""

    ref: str
    matter: Matter
    words: str
    lang: str = ""  # where it is not the consultation's
    item: str = ""  # the refs of that under which it stands
    proposal: str = ""
    status: Status | None = None
    fate: Fate = Fate.OPEN
    told: tuple[Place, ...] = ()
    reason: str = ""  # for which somebody set it aside
    because: Sentence | None = None  # it is accounted for by itself

    @property
    def is_owed(self) -> bool:
        """Whether it must still be used, or set aside with a reason."""
        return self.fate is Fate.OPEN and self.matter in ASKED_FOR


def dispositions(
    record: Record, report: Report, left_out: Mapping[str, str], set_aside: Mapping[str, str]
) -> tuple[Disposition, ...]:
    """What became of each thing on record, in the record's order.

    `left_out` and `set_aside` are reasons by ref: of what stood in a block that was left out (see below), and
    of what was set aside by itself.
    """
    told = places(report)
    return tuple(_judged(matter, told, left_out, set_aside) for matter in _matters(record))


def left_out(record: Record, edition: Edition, revisions: Revisions) -> Mapping[str, str]:
    """Why the refs of every block that was left out were."""
    reasons = {revision.block: revision.excluded for revision in revisions.blocks if revision.excluded}
    if not reasons:
        return {}
    return reasons_by_ref(compose(record, edition, opened(revisions)).body, reasons)


def reasons_by_ref(blocks: tuple[Block, ...], reasons: Mapping[str, str]) -> Mapping[str, str]:
    """The reasons given for blocks, by the refs on which those and what hangs on them rest."""
    found: dict[str, str] = {}
    for top in blocks:
        for block in top.walk():
            for inner in block.walk() if block.id in reasons else ():
                for ref in inner.sources:
                    found.setdefault(ref, reasons[block.id])
    return found


def places(report: Report) -> Mapping[str, tuple[Place, ...]]:
    """Where each ref is told: in the body or among the minority statements, never in a table of figures."""
    found: dict[str, dict[Place, None]] = {}
    notes = (note.blocks for note in report.notes if note.id == "note-minority")
    statements = (replace(each, blocks=()) for blocks in notes for each in blocks)
    for block, label in _labelled((*report.body, *statements), ""):
        listed = block.listed  # a lead-in says nothing that its items do not say
        for ref in block.sources:
            if ref not in listed:
                found.setdefault(ref, {})[Place(block.id, label)] = None
    return {ref: tuple(known) for ref, known in found.items()}


def labels(blocks: tuple[Block, ...]) -> Mapping[str, str]:
    """By the id of each block the number of the paragraph that it is in."""
    return {block.id: label for block, label in _labelled(blocks, "")}


def _labelled(blocks: tuple[Block, ...], above: str) -> Iterator[tuple[Block, str]]:
    for block in blocks:
        label = block.label.rstrip(".") if block.numbering in COUNTED else above
        yield block, label
        yield from _labelled(block.blocks, label)


def _judged(
    matter: Disposition,
    told: Mapping[str, tuple[Place, ...]],
    left_out: Mapping[str, str],
    set_aside: Mapping[str, str],
) -> Disposition:
    found = told.get(matter.ref, ())
    reason = _reason(matter, set_aside) or _reason(matter, left_out)
    if found:
        fate = Fate.TOLD
    elif reason:
        fate = Fate.SET_ASIDE
    else:
        fate = Fate.OF_ITSELF if matter.because else Fate.OPEN
    return replace(
        matter,
        fate=fate,
        told=found,
        reason=reason if fate is Fate.SET_ASIDE else "",
        because=matter.because if fate is Fate.OF_ITSELF else None,
    )


def _reason(matter: Disposition, reasons: Mapping[str, str]) -> str:
    """Its own, or for a determination that of what it determines: without the one the other says nothing."""
    own = reasons.get(matter.ref, "")
    return own or (reasons.get(_outer(matter.ref), "") if matter.matter is Matter.DETERMINATION else "")


def _outer(ref: str) -> str:
    return ref.split("/")[0]


def _matters(record: Record) -> Iterator[Disposition]:
    for item in record.agenda:
        for proposal in item.proposals:
            for matter in _of_proposal(proposal):
                yield replace(matter, item=item.ref, proposal=proposal.ref)
        for matter in _outcomes(item.outcomes):
            yield replace(matter, item=item.ref)
    yield from _outcomes(record.outcomes)


def _of_proposal(proposal: Proposal) -> Iterator[Disposition]:
    gone = _WITH_IT if proposal.withdrawn else None
    for position in proposal.positions:
        yield from _of_position(position, gone)
    yield from _determinations(proposal, gone, whole=True)
    yield from _minority(proposal.minority_statements, gone)
    yield from _outcomes(proposal.outcomes)


def _of_position(position: Position, gone: Sentence | None) -> Iterator[Disposition]:
    yield Disposition(
        ref=position.ref,
        matter=Matter.POSITION,
        words=position.text,
        lang=position.language,
        status=position.determination.status if position.determination else None,
        because=_WITHDRAWN if position.withdrawn else gone,
    )
    gone = _WITH_IT if position.withdrawn else gone
    yield from _determinations(position, gone)
    for objection in position.objections:
        settled = Sentence(MEANINGS[objection.state]) if objection.state in _SETTLED else gone
        yield Disposition(ref=objection.ref, matter=Matter.OBJECTION, words=objection.reason, because=settled)
    for reservation in position.reservations:
        yield Disposition(
            ref=reservation.ref, matter=Matter.RESERVATION, words=reservation.text, because=gone
        )
    yield from _minority(position.minority_statements, gone)
    yield from _outcomes(position.outcomes)


def _determinations(
    of: Proposal | Position, gone: Sentence | None, *, whole: bool = False
) -> Iterator[Disposition]:
    for determination in of.earlier:
        yield _determination(determination, _TAKEN_BACK if determination.withdrawn else _SUPERSEDED)
    if of.determination:
        as_put = whole and of.determination.status is Status.FORWARD
        yield _determination(of.determination, _AS_PUT if as_put and not gone else gone)


def _determination(determination: Determination, because: Sentence | None) -> Disposition:
    return Disposition(
        ref=determination.ref,
        matter=Matter.DETERMINATION,
        words=determination.rationale,
        status=determination.status,
        because=because,
    )


def _minority(statements: tuple[MinorityStatement, ...], gone: Sentence | None) -> Iterator[Disposition]:
    for statement in statements:
        yield Disposition(
            ref=statement.ref,
            matter=Matter.MINORITY,
            words=statement.text,
            lang=statement.language,
            because=gone,
        )


def _outcomes(outcomes: tuple[Outcome, ...]) -> Iterator[Disposition]:
    for outcome in outcomes:
        yield Disposition(ref=outcome.ref, matter=Matter.OUTCOME, words=outcome.text, status=outcome.status)
