"""What lies before the chair: the counts of one minute, what they suggest, and how they freeze."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from app.calls.queries import figures, last_calls
from app.chairing.models import Determination
from app.chairing.queries import determinations
from app.consultations.models import Consultation, StakeholderGroup
from app.consultations.queries import groups
from app.core.calls import CallFigures, CallState
from app.core.consensus import Suggestion, suggest, suggest_on_question
from app.core.determinations import Sight, digest_words
from app.core.evidence import Evidence, Unanswered
from app.core.needed import still_needed
from app.core.objections import UNANSWERED, Behalf
from app.core.phases import Phase
from app.core.texts import ProposalKind, asks_for_a_decision
from app.core.votes import Tally, shown_breakdown
from app.core.words import N_, Sentence
from app.db import db
from app.deliberation.models import Position, Proposal
from app.deliberation.queries import positions
from app.voting.models import Objection
from app.voting.queries import behalf_of, count_casts, entitled, objections, spoken_for, tallies

SMALL = N_("a small group")


@dataclass(frozen=True, slots=True)
class GroupLine:
    """How one stakeholder group stands; its figures are withheld where they would tell who voted how."""

    name: str  # empty: voters without a group
    tally: Tally
    withheld: bool
    objections: int = 0  # that are unanswered


@dataclass(frozen=True, slots=True)
class Brief:
    """What a chair is asked to judge, a position or a whole proposal, with all that speaks to it."""

    proposal: Proposal
    position: Position | None  # None: the whole
    covered: Sequence[Position]  # the position, or those of the whole that are neither withdrawn nor hidden
    evidence: Mapping[str, Evidence]  # by the ref of each position covered
    suggestion: Suggestion
    needed: Sequence[Sentence]  # for more to be suggested of a position
    objections: Sequence[Objection]  # all that were ever opened
    earlier: Sequence[Determination]  # oldest first
    calls: Mapping[str, CallFigures]  # by ref what came of the last call on each position covered

    @property
    def ref(self) -> str:
        return (self.position or self.proposal).ref

    @property
    def words(self) -> str:
        return self.position.text if self.position else self.proposal.title

    @property
    def unanswered(self) -> list[Objection]:
        return [objection for objection in self.objections if objection.state in UNANSWERED]

    def sight(self) -> Sight:
        """What the page shows, so that sending it can tell whether something has changed since."""
        return Sight(
            words=digest_words(self.words, *(position.text for position in self.covered)),
            suggested=self.suggestion.status.value,
            determinations=len(self.earlier),
            casts=count_casts([position.id for position in self.covered]),
            objections=len(self.objections),
            answered=len(self.objections) - len(self.unanswered),
            challenges=len(self.earlier[-1].challenges) if self.earlier else 0,
        )


def lay_before(proposal: Proposal, position: Position | None, now: datetime) -> Brief:
    """All that speaks to a position, or to a whole proposal, at this minute."""
    consultation = proposal.consultation
    covered = [position] if position else [p for p in positions(proposal.id) if is_live(p)]
    ids = [p.id for p in covered]
    found = evidence(consultation, ids, now)
    by_ref = {p.ref: found[p.id] for p in covered}
    views = {p.ref: found[p.id] for p in covered if asks_for_a_decision(p.kind)}
    names = called(groups(consultation), by_ref.values(), consultation.names_public)
    limits = consultation.procedure.thresholds
    own = by_ref[position.ref] if position else None
    put = figures(consultation, now)
    suggestion = suggest(own, position.kind, limits, names) if own else suggest_whole(proposal, views, names)
    return Brief(
        proposal=proposal,
        position=position,
        covered=covered,
        evidence=by_ref,
        suggestion=suggestion,
        needed=still_needed(own, suggestion, limits, names) if own else (),
        objections=objections(ids),
        earlier=[
            d for d in determinations([proposal.id]) if d.position_id == (position.id if position else None)
        ],
        calls={p.ref: put[p.id] for p in covered if p.id in put},
    )


def suggest_whole(proposal: Proposal, by_ref: Mapping[str, Evidence], names: Mapping[str, str]) -> Suggestion:
    """What the counts suggest for a proposal: its views compete unless they are entries of a list."""
    competing = proposal.kind in {ProposalKind.TEXT, ProposalKind.OPTIONS}
    limits = proposal.consultation.procedure.thresholds
    return suggest_on_question(by_ref, limits, competing=competing, group_names=names)


def evidence(consultation: Consultation, position_ids: Iterable[int], now: datetime) -> dict[int, Evidence]:
    """What the counts say now, by position."""
    ids = list(position_ids)
    counted = tallies(ids)
    unanswered: dict[int, list[Unanswered]] = defaultdict(list)
    for objection in objections(ids, unanswered=True):
        unanswered[objection.position_id].append(_unanswered(objection))
    voices = entitled(consultation)
    ended = (
        consultation.phase_at(now) in {Phase.CLOSED, Phase.REPORTED} and consultation.called_at is not None
    )
    put = last_calls(consultation, now)
    return {
        position_id: Evidence(
            by_group=counted.get(position_id, {}),
            objections=tuple(unanswered[position_id]),
            active=sum(voices.values()),
            entitled=voices,
            call_closed=ended or (position_id in put and put[position_id][1] is CallState.ENDED),
        )
        for position_id in ids
    }


def freeze(brief: Brief) -> dict[str, Any]:
    """The figures and the open objections as they are now, as JSON that will not move again."""
    frozen = {ref: msgspec.to_builtins(found) for ref, found in brief.evidence.items()}
    for ref, put in brief.calls.items():
        frozen[ref]["call"] = msgspec.to_builtins(put)
    if brief.position:
        return frozen[brief.ref]
    return {"positions": {p.ref: {"text": p.text, **frozen[p.ref]} for p in brief.covered}}


def thaw(frozen: Mapping[str, Any], ref: str) -> dict[str, Evidence]:
    """The frozen figures of a determination on ref, by each position covered; empty if it has none."""
    by_ref = _by_ref(frozen, ref)
    return {key: msgspec.convert(value, Evidence) for key, value in by_ref.items() if "by_group" in value}


def thaw_calls(frozen: Mapping[str, Any], ref: str) -> dict[str, CallFigures]:
    """Likewise what had come of the consensus calls on them."""
    by_ref = _by_ref(frozen, ref)
    return {
        key: msgspec.convert(value["call"], CallFigures) for key, value in by_ref.items() if "call" in value
    }


def called(
    stakeholder_groups: Iterable[StakeholderGroup], found: Iterable[Evidence], names_public: bool
) -> dict[str, str]:
    """The names of the groups, by key; of one that is withheld anywhere only that it is small."""
    each = [shown_breakdown(evidence.by_group, names_public) for evidence in found]
    withheld = {key for shown in each for key, tally in shown.items() if tally is None}
    return {group.key: SMALL if group.key in withheld else group.name for group in stakeholder_groups}


def group_lines(
    by_group: Mapping[str, Tally],
    stakeholder_groups: Iterable[StakeholderGroup],
    names_public: bool,
    unanswered: Iterable[Unanswered] = (),
) -> list[GroupLine]:
    """How each group stands, as it may be shown: in the order of the groups, small ones withheld."""
    names = {group.key: group.name for group in stakeholder_groups}
    shown = shown_breakdown(by_group, names_public)
    objections = Counter(objection.group for objection in unanswered)
    keys = [key for key in names if key in shown] + sorted(key for key in shown if key not in names)
    return [
        GroupLine(names.get(key, key), shown[key] or Tally(), shown[key] is None, objections[key])
        for key in keys
    ]


def is_own(seat_id: int, proposal: Proposal, position: Position | None) -> bool:
    """Whether a chair would judge his or her own text; a whole proposal covers all its positions."""
    if position:
        return position.seat_id == seat_id
    own_position = sa.select(Position.id).where(
        Position.proposal_id == proposal.id, Position.seat_id == seat_id, Position.withdrawn_at.is_(None)
    )
    return proposal.seat_id == seat_id or db.session.scalar(own_position.limit(1)) is not None


def is_live(position: Position) -> bool:
    """Whether a position is there to be judged; what only leads a list is not."""
    return not (position.withdrawn_at or position.hidden_at or position.leads)


def _by_ref(frozen: Mapping[str, Any], ref: str) -> dict[str, dict[str, Any]]:
    return msgspec.convert(frozen.get("positions", {ref: frozen}), dict[str, dict[str, Any]])


def _unanswered(objection: Objection) -> Unanswered:
    delegation = spoken_for(objection)
    group = delegation.group if delegation else objection.seat.own_group
    return Unanswered(
        group=group.key if group else "",
        for_group=behalf_of(objection) is Behalf.GROUP,
        reason=objection.reason,
    )
