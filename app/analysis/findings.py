"""What is told of the votes: findings in order for a reader, with the texts of the positions they name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from flask import current_app
from sqlalchemy.orm import joinedload

from app.analysis.days import read_days
from app.analysis.memory import Recent
from app.analysis.queries import Answer, results
from app.analysis.reading import name_of
from app.analysis.results import Results, Version
from app.consultations.models import Consultation, Seat
from app.consultations.queries import groups
from app.core.opinion.findings import Findings
from app.core.opinion.places import on_sheet
from app.core.opinion.sifting import Between, Stakeholders, sift
from app.core.votes import SMALL_GROUP, total
from app.db import db
from app.deliberation.models import Position
from app.voting.queries import tallies, voter_of

RECALLED = 50  # consultations whose findings a process keeps at hand
TRACED = 2_000_000  # votes up to which their course is traced day by day


@dataclass(frozen=True, slots=True)
class Told:
    """Findings, the positions by their refs, and how the answer stands to the votes of this moment."""

    findings: Findings
    positions: Mapping[str, Position]
    answer: Answer


def told(consultation: Consultation, now: datetime) -> Told | Answer:
    """What the votes say; only the answer while the first results are on their way."""
    answer = results(consultation, now)
    if answer.results is None:
        return answer
    positions = _positions(answer.results)
    return Told(_recalled(consultation, answer.results, positions), positions, answer)


def whereabouts(found: Results, seat: Seat | None) -> tuple[int, int] | None:
    """Where the reader is on the map, if he or she has voted and the map may be seen."""
    place = found.place_of(name_of(voter_of(seat))) if seat else None
    if place is None or not found.found.groups.may_be_drawn:
        return None
    x, y = on_sheet(found.found.groups.map.points)[place].tolist()
    return x, y


def _recalled(consultation: Consultation, found: Results, positions: Mapping[str, Position]) -> Findings:
    """Sifted once for each version of the votes."""
    memory: Recent[tuple[Version, Findings]] = current_app.extensions.setdefault("findings", Recent(RECALLED))
    kept = memory.get(consultation.id)
    if kept is None or kept[0] != found.version:
        kept = (found.version, _sifted(consultation, found, positions))
        memory.put(consultation.id, kept, 1)
    return kept[1]


def _sifted(consultation: Consultation, found: Results, positions: Mapping[str, Position]) -> Findings:
    refs = {position.id: ref for ref, position in positions.items()}
    ids = found.positions.tolist()
    counted = tallies(ids)
    return sift(
        found.found,
        [refs.get(key, "") for key in ids],
        {refs[key]: total(counted.get(key, {}).values()) for key in refs},
        _stakeholders(consultation, found),
        read_days(ids) if found.votes <= TRACED else (),
    )


def _stakeholders(consultation: Consultation, found: Results) -> Stakeholders | None:
    declared = found.declared
    if declared is None:
        return None
    keys = tuple(group.key for group in groups(consultation))
    said = Between(declared.keys, declared.by_group, declared.across)
    return Stakeholders(found.stakeholders, keys, said, SMALL_GROUP)


def _positions(found: Results) -> Mapping[str, Position]:
    """Those with figures, by ref; what only leads a list is none of them."""
    query = sa.select(Position).where(Position.id.in_(found.positions.tolist()), ~Position.leads)
    rows = db.session.scalars(query.options(joinedload(Position.proposal))).all()
    return {position.ref: position for position in rows}
