"""The only place where a report touches the database: takes the record of a consultation at one instant."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import datetime
from typing import TypeVar

import msgspec

from app.analysis.findings import Told, told
from app.calls.queries import figures
from app.chairing.evidence import thaw
from app.chairing.models import Appeal
from app.chairing.queries import determinations
from app.chairing.rounds import Round, rounds
from app.chairing.statements import Filed, filed, namesake
from app.consultations.models import Consultation, Delegation, Officer, Seat, StakeholderGroup
from app.consultations.queries import adopted_under, agenda, delegations, documents, groups, officers, seats
from app.consultations.terms import SeatState
from app.core.calls import CallFigures
from app.core.objections import Behalf
from app.core.opinion.findings import Findings
from app.core.procedure import Procedure
from app.core.report import record as r
from app.core.rounds import UNSETTLED, State
from app.core.votes import shown_breakdown, total
from app.deliberation.models import Position, Proposal
from app.deliberation.queries import positions, proposals
from app.outcomes.models import Outcome
from app.outcomes.queries import outcomes
from app.voting.models import Objection
from app.voting.queries import behalf_of, count_voters, objections, reservations, spoken_for, tallies

Row = TypeVar("Row")
Key = TypeVar("Key")


def take_snapshot(consultation: Consultation, at: datetime, *, with_votes: bool = False) -> r.Record:
    """All that a report needs to know of a consultation, as plain values; on request what the votes say."""
    record = _Snapshot(consultation, at).take()
    return replace(record, findings=_findings(consultation, at)) if with_votes else record


class _Snapshot:
    """The rows of one consultation: each kind read once and laid out by what it belongs to."""

    def __init__(self, consultation: Consultation, at: datetime) -> None:
        self.consultation = consultation
        self.at = at
        self.proposals = [p for p in proposals(consultation) if not p.hidden_at]
        ids = [proposal.id for proposal in self.proposals]
        shown = [p for p in positions(*ids) if not p.hidden_at]
        position_ids = [position.id for position in shown]
        self.refs = {position.id: position.ref for position in shown}
        self.positions = _sorted(shown, lambda position: position.proposal_id)
        self.determinations = _sorted(determinations(ids), lambda d: (d.proposal_id, d.position_id))
        self.tallies = tallies(position_ids)
        self.objections = _sorted(objections(position_ids), lambda objection: objection.position_id)
        self.reservations = _sorted(reservations(position_ids), lambda vote: vote.position_id)
        self.statements = filed(ids)
        self.calls = figures(consultation, at)
        self.outcomes = outcomes(consultation)
        self.groups = groups(consultation)
        self.seats = {seat.id: seat for seat in seats(consultation)}
        self.voters = count_voters(position_ids)
        self.heard = {text.delegation_id for text in (*self.proposals, *shown)}
        self.states = defaultdict[int | None, set[SeatState]](set)
        for seat in self.seats.values():
            self.states[seat.delegation_id].add(seat.state)

    def take(self) -> r.Record:
        consultation = self.consultation
        items = agenda(consultation)
        adopted = adopted_under(consultation)
        return r.Record(
            consultation=_frame(consultation),
            at=self.at,
            voters=self.voters,
            officers=tuple(_officer(officer) for officer in officers(consultation)),
            groups=tuple(
                r.Group(ref=_group_ref(group.key), name=group.name, representatives=group.representatives)
                for group in self.groups
            ),
            delegations=tuple(_delegation(each) for each in delegations(consultation) if self._is_here(each)),
            persons=tuple(
                r.Person(ref=_seat_ref(seat), name=seat.person.name)
                for seat in self.seats.values()
                if seat.consents_to_name
            ),
            documents=tuple(
                r.Document(
                    ref=f"D{document.number}",
                    title=document.title,
                    presented_by=document.presented_by,
                    item=next((_item_ref(i.number) for i in items if i.id == document.agenda_item_id), ""),
                )
                for document in documents(consultation)
            ),
            adoption=r.Adoption(ref="A", manner=adopted.adoption.value, item=_item_ref(adopted.number))
            if adopted
            else None,
            agenda=tuple(
                r.AgendaItem(
                    ref=_item_ref(item.number),
                    number=item.number,
                    title=item.title,
                    proposals=tuple(self._proposal(p) for p in self.proposals if p.agenda_item_id == item.id),
                    outcomes=self._outcomes(item_id=item.id),
                )
                for item in items
            ),
            outcomes=self._outcomes(item_id=None),
            thresholds=_thresholds(consultation.procedure),
            arrangement=msgspec.convert(consultation.arrangement, tuple[r.Placing, ...]),
        )

    def _is_here(self, delegation: Delegation) -> bool:
        """Whether it takes part: one that was only asked for, or has left without a word, does not."""
        states = self.states[delegation.id]
        return delegation.id in self.heard or not states or SeatState.ACTIVE in states

    def _proposal(self, proposal: Proposal) -> r.Proposal:
        determined = self._determined(proposal, None)
        in_force = _in_force(determined)
        return r.Proposal(
            ref=proposal.ref,
            title=proposal.title,
            kind=proposal.kind,
            entries_called=proposal.entries_called,
            purpose=proposal.purpose,
            put_by=_put_by(proposal),
            named=proposal.named,
            withdrawn=proposal.withdrawn_at is not None,
            positions=tuple(self._position(position) for position in self.positions[proposal.id]),
            determination=in_force,
            earlier=tuple(d for d in determined if d is not in_force),
            minority_statements=self._statements(proposal, None),
            outcomes=self._outcomes(proposal_id=proposal.id),
        )

    def _position(self, position: Position) -> r.Position:
        determined = self._determined(position.proposal, position)
        in_force = _in_force(determined)
        by_group = self.tallies.get(position.id, {})
        shown = shown_breakdown(by_group, self.consultation.names_public)
        return r.Position(
            ref=position.ref,
            text=position.text,
            form=position.form,
            kind=position.kind,
            elaboration=position.elaboration,
            opener=position.opener,
            verb=position.verb,
            entry=position.is_entry,
            answers=self.refs.get(position.answers_id or 0, ""),
            answers_as=position.answers_as,
            put_by=_put_by(position),
            named=position.named,
            withdrawn=position.withdrawn_at is not None,
            language=position.language,
            determination=in_force,
            earlier=tuple(d for d in determined if d is not in_force),
            tally=total(by_group.values()) if by_group else None,
            by_group=tuple(r.GroupTally(group=_group_ref(key), tally=tally) for key, tally in shown.items()),
            objections=tuple(
                _objection(objection, f"{position.ref}/J{number}")
                for number, objection in enumerate(self.objections[position.id], 1)
            ),
            reservations=tuple(
                r.Reservation(ref=f"{position.ref}/V{number}", text=vote.reservation)
                for number, vote in enumerate(self.reservations[position.id], 1)
            ),
            minority_statements=self._statements(position.proposal, position),
            call=_call(self.calls.get(position.id), position.ref),
        )

    def _determined(self, proposal: Proposal, position: Position | None) -> tuple[r.Determination, ...]:
        found = self.determinations[proposal.id, position.id if position else None]
        ref = position.ref if position else proposal.ref
        return tuple(
            _determination(each, ref, self.consultation.names_public) for each in rounds(found, self.at)
        )

    def _statements(self, proposal: Proposal, position: Position | None) -> tuple[r.MinorityStatement, ...]:
        found = self.statements.get((proposal.id, position.id if position else None), ())
        return tuple(_statement(each) for each in found if not each.statement.hidden_at)

    def _outcomes(
        self, *, item_id: int | None = None, proposal_id: int | None = None
    ) -> tuple[r.Outcome, ...]:
        numbers = {outcome.id: outcome.ref for outcome in self.outcomes}
        return tuple(
            _outcome(outcome, numbers)
            for outcome in self.outcomes
            if outcome.proposal_id == proposal_id and (proposal_id or outcome.agenda_item_id == item_id)
        )


def _findings(consultation: Consultation, at: datetime) -> Findings | None:
    """None while so many votes are still being counted for the first time."""
    found = told(consultation, at)
    return found.findings if isinstance(found, Told) else None


def _thresholds(procedure: Procedure) -> r.Thresholds:
    return r.Thresholds(**{field.name: getattr(procedure, field.name) for field in fields(r.Thresholds)})


def _frame(consultation: Consultation) -> r.Consultation:
    return r.Consultation(
        title=consultation.title,
        slug=consultation.slug,
        purpose=consultation.purpose,
        symbol=consultation.symbol,
        place=consultation.place,
        held_on=consultation.held_on,
        opens_at=consultation.opens_at,
        closes_at=consultation.ended_at,
        timezone=consultation.timezone,
        language=consultation.language,
        style=consultation.report_style.value,
        unit=consultation.voting_unit.value,
        names_public=consultation.names_public,
    )


def _officer(officer: Officer) -> r.Officer:
    return r.Officer(
        ref=_officer_ref(officer),
        role=officer.role,
        name=officer.name,
        short=officer.short,
        title=officer.title,
        pronoun=officer.pronoun,
    )


def _delegation(delegation: Delegation) -> r.Delegation:
    return r.Delegation(
        ref=_delegation_ref(delegation),
        name=delegation.name,
        kind=delegation.kind.value,
        group=_group_ref(delegation.group.key) if delegation.group else "",
        speaks_for_group=delegation.speaks_for_group,
    )


def _in_force(determined: tuple[r.Determination, ...]) -> r.Determination | None:
    return determined[-1] if determined and not determined[-1].withdrawn else None


def _determination(round: Round, ref: str, names_public: bool) -> r.Determination:
    determination = round.determination
    own = f"{ref}/D{round.number}"
    frozen = thaw(determination.evidence, own) if determination.position_id else {}
    found = next(iter(frozen.values()), None)
    return r.Determination(
        ref=own,
        status=determination.status,
        rationale=determination.rationale,
        at=determination.determined_at,
        round=round.number,
        final=round.state not in UNSETTLED,
        withdrawn=round.state is State.WITHDRAWN,
        evidence=found.tally if found else None,
        open_objections=len(found.objections) if found else 0,
        appeals=tuple(
            r.Appeal(
                ref=f"{ref}/A{each.number}",
                text=each.row.text,
                of=_appellant(each.row, names_public),
                answer=each.row.answer,
            )
            for each in round.appeals
        ),
    )


def _appellant(appeal: Appeal, names_public: bool) -> str:
    """Whoever speaks for a group is named; others where names stand beside votes, persons with consent."""
    delegation = appeal.delegation
    if appeal.for_group:
        return _group_ref(delegation.group.key) if delegation and delegation.group else ""
    if not names_public:
        return ""
    if appeal.behalf is Behalf.DELEGATION:
        return _delegation_ref(delegation) if delegation else ""
    return _seat_ref(appeal.seat) if appeal.seat.consents_to_name else ""


def _sorted(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, list[Row]]:
    """Rows by what they belong to; numbers within it outlive the database's ids, so refs are made of them."""
    found: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _objection(objection: Objection, ref: str) -> r.Objection:
    delegation = spoken_for(objection)
    for_group = delegation.group if delegation and behalf_of(objection) is Behalf.GROUP else None
    return r.Objection(
        ref=ref,
        reason=objection.reason,
        state=objection.state,
        answer=objection.answer,
        on_behalf_of=_group_ref(for_group.key) if for_group else "",
    )


def _call(found: CallFigures | None, ref: str) -> CallFigures | None:
    """What came of a call, by its name on the position."""
    return replace(found, ref=f"{ref}/{found.ref}") if found else None


def _statement(filed: Filed) -> r.MinorityStatement:
    named = [_namesake_ref(namesake(signature)) for signature in filed.signatures]
    return r.MinorityStatement(
        ref=filed.ref,
        text=filed.statement.text,
        of=_namesake_ref(namesake(filed.statement)),
        supporters=tuple(dict.fromkeys(filter(None, named))),
        others=filed.others,
        language=filed.statement.language,
    )


def _namesake_ref(who: Delegation | StakeholderGroup | Seat | None) -> str:
    match who:
        case Delegation():
            return _delegation_ref(who)
        case StakeholderGroup():
            return _group_ref(who.key)
        case Seat():
            return _seat_ref(who)
    return ""


def _outcome(outcome: Outcome, refs: dict[int, str]) -> r.Outcome:
    return r.Outcome(
        ref=outcome.ref,
        kind=outcome.kind,
        text=outcome.text,
        form=outcome.form,
        modality=outcome.modality,
        body=outcome.body,
        due_on=outcome.due_on,
        status=outcome.status,
        elaboration=outcome.elaboration,
        opener=outcome.opener,
        purpose=outcome.purpose,
        counters=refs.get(outcome.counters_id or 0, ""),
    )


def _put_by(subject: Proposal | Position) -> str:
    """Who is behind it: an officer, a delegation, or somebody who consents to be named."""
    if subject.officer:
        return _officer_ref(subject.officer)
    if subject.delegation:
        return _delegation_ref(subject.delegation)
    return _seat_ref(subject.seat) if subject.seat and subject.seat.consents_to_name else ""


def _item_ref(number: int) -> str:
    return f"I{number}"


def _group_ref(key: str) -> str:
    return f"G:{key}"


def _officer_ref(officer: Officer) -> str:
    return f"F{officer.number}"


def _delegation_ref(delegation: Delegation) -> str:
    return f"B{delegation.number}"


def _seat_ref(seat: Seat) -> str:
    return f"S{seat.number}"
