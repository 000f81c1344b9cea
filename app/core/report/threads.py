"""One proposal's thread as claims: entries in one listing, every other position with what answers it."""

from collections import defaultdict
from dataclasses import replace

from app.core.determinations import Status
from app.core.report.claims import Claim, Listing, NextStep, Role, Statement, Verdict
from app.core.report.record import Determination, Outcome, Position, Proposal
from app.core.report.verbs import CONTESTED, DECIDED
from app.core.texts import Kind, ProposalKind, Relation


def thread(proposal: Proposal) -> list[Claim]:
    """The claims of a proposal, in the order of its positions."""
    return _Thread(proposal).claims()


def next_steps(outcomes: tuple[Outcome, ...]) -> tuple[Claim, ...]:
    return tuple(NextStep(outcome.ref, outcome) for outcome in outcomes)


class _Thread:
    """The positions of a proposal that are not withdrawn, and which of them is told with which."""

    def __init__(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self.positions = [position for position in proposal.positions if not position.withdrawn]
        self.own = next((p for p in self.positions if not p.entry and not p.answers), None)
        whole = proposal.determination
        self.whole = whole.status if whole and proposal.kind is ProposalKind.TEXT else None
        self.roots: dict[str, str] = {}
        self.beside: dict[str, list[Position]] = defaultdict(list)
        for position in self.positions:
            root = self.roots[position.ref] = self._root(position)
            if root != position.ref:
                self.beside[root].append(position)

    def claims(self) -> list[Claim]:
        statements = [self._statement(p) for p in self.positions if self.roots[p.ref] == p.ref]
        entries = tuple(s for s in statements if s.position.entry and s.status not in CONTESTED)
        concerns = _concerns_among(entries)
        apart = {concern.ref for concern in concerns}
        entries = tuple(entry for entry in entries if entry.ref not in apart)
        is_document = self.proposal.kind is ProposalKind.DOCUMENT
        concluding = (*self._verdict(), *next_steps(self.proposal.outcomes))
        lead = self._led(statements)
        if len(entries) > 1 or is_document or (entries and lead):
            return self._listed(statements, entries, concerns, concluding)
        if not statements:
            return list(concluding)
        first, *rest = statements
        return [_followed(first, concluding), *rest]

    def _listed(
        self,
        statements: list[Statement],
        entries: tuple[Statement, ...],
        concerns: tuple[Statement, ...],
        concluding: tuple[Claim, ...],
    ) -> list[Claim]:
        lead = self._led(statements)
        told = {entry.ref for entry in (*entries, *concerns)} | ({lead.ref} if lead else set())
        verdicts = tuple(claim for claim in concluding if isinstance(claim, Verdict))
        steps = tuple(claim for claim in concluding if not isinstance(claim, Verdict))
        proposed = sum(self._is_proposed(position) for position in self.positions)
        beside = lead.attached if lead else ()
        listing = Listing(
            self.proposal.ref, self.proposal, lead, entries, proposed, (*concerns, *verdicts, *beside, *steps)
        )
        return [listing, *(statement for statement in statements if statement.ref not in told)]

    def _led(self, statements: list[Statement]) -> Statement | None:
        """The own text under which entries are told, unless it has a status of its own to tell."""
        own = self.own
        return next((s for s in statements if s.position is own and s.status not in DECIDED), None)

    def _is_proposed(self, position: Position) -> bool:
        """An entry, or what was said beside one."""
        own = self.own.ref if self.own else ""
        return position.entry or self.roots[position.ref] not in (position.ref, own)

    def _root(self, position: Position) -> str:
        """The position with which one is told: the one it answers, or that one's own root, or itself."""
        status = self._status(position)
        counters = position.answers_as is not Relation.REMARK
        if counters and (status in DECIDED - CONTESTED or status is Status.MINORITY):
            return position.ref  # it has a result of its own
        if self._is_rival(position) and self.own:
            return self.own.ref
        return self.roots.get(position.answers, position.ref)

    def _is_rival(self, position: Position) -> bool:
        """A question on which there is no agreement covers the positions that were taken on it."""
        taken = position.kind is Kind.VIEW and not position.answers and position is not self.own
        return self.whole is Status.NONE and taken

    def _status(self, position: Position) -> Status:
        determination = self._determination(position)
        return determination.status if determination else Status.FORWARD

    def _determination(self, position: Position) -> Determination | None:
        """Its own, or that of the proposal whose text it is or whose question it answers."""
        covered = self.whole and (position is self.own or self._is_rival(position))
        return position.determination or (self.proposal.determination if covered else None)

    def _statement(self, position: Position) -> Statement:
        status, is_own = self._status(position), position is self.own
        beside: dict[Role, list[Statement]] = {"remark": [], "answer": [], "bridge": []}
        for other in self.beside[position.ref]:
            role = _role(other, status)
            beside[role].append(
                Statement(
                    other.ref,
                    other,
                    self._status(other),
                    self._ruling(other),
                    by=other.put_by,
                    named=other.named,
                    role=role,
                    beside=position.ref,
                    to=status,
                    to_tally=position.tally,
                    attached=next_steps(other.outcomes),
                )
            )
        return Statement(
            position.ref,
            position,
            status,
            self._ruling(position),
            by=position.put_by or (self.proposal.put_by if is_own else ""),
            named=position.named or (self.proposal.named and is_own),
            attached=(*(s for group in beside.values() for s in group), *next_steps(position.outcomes)),
        )

    def _ruling(self, position: Position) -> str:
        determination = self._determination(position)
        return determination.ref if determination else ""

    def _verdict(self) -> tuple[Claim, ...]:
        """The status of a whole proposal, where it is not already told as that of its own text."""
        whole = self.proposal.determination
        told = self.whole is not None and self.own is not None and self.own.determination is None
        if whole is None or whole.status is Status.FORWARD or told:
            return ()
        return (Verdict(whole.ref, self.proposal, whole.status),)


def _role(position: Position, answered: Status) -> Role:
    if position.answers_as is Relation.REMARK:
        return "bridge" if position.kind is Kind.EMPHASIS and answered in CONTESTED else "remark"
    return "answer"


def _concerns_among(entries: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Those of which a lead-in for proposals and comments cannot speak: they are told after the list."""
    concerns = tuple(
        entry
        for entry in entries
        if entry.position.kind is Kind.CONCERN and entry.status in (Status.FORWARD, Status.NOTED)
    )
    return () if len(concerns) == len(entries) else concerns


def _followed(statement: Statement, claims: tuple[Claim, ...]) -> Statement:
    return replace(statement, attached=(*statement.attached, *claims))
