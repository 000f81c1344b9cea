"""Verbs of those who dissent: file a minority statement, revise it, withdraw it, sign another's."""

from datetime import datetime

import sqlalchemy as sa

from app.chairing.actions import check_live
from app.chairing.models import MinorityStatement, Signature, StatementRevision
from app.chairing.statements import filed, show, speaks_for_group, window_of
from app.consultations.models import Seat
from app.consultations.queries import next_number
from app.core.minority import Naming, check_naming, check_statement
from app.core.words import N_, Incomplete, Refusal, Untimely
from app.db import db
from app.deliberation.actions import is_own
from app.deliberation.models import Position, Proposal
from app.ledger.actions import record

TOO_LATE = N_("The time for minority statements on this has passed.")


def file_statement(
    seat: Seat,
    proposal: Proposal,
    position: Position | None,
    text: str,
    naming: Naming,
    now: datetime,
    *,
    language: str = "",
) -> MinorityStatement:
    """Files a statement on a determination; one voice has one on each, and revises it.

    Whoever takes part may, however his or her vote stands: those whose view was not retained voted for it.
    """
    check_live(proposal, position)
    found = window_of(proposal, position, now)
    if not found.answerable:
        raise Refusal(N_("There is no determination here that a minority statement could answer."))
    if found.passed:
        raise Incomplete("text", TOO_LATE)
    subject = (proposal.id, position.id if position else None)
    if any(each.is_own for each in filed([proposal.id], seat).get(subject, ())):
        raise Incomplete("text", N_("You have filed a statement on this already. Revise that one."))
    check_statement(text)
    _check_naming(seat, naming)
    statement = MinorityStatement(
        proposal_id=proposal.id,
        number=next_number(MinorityStatement, MinorityStatement.proposal_id == proposal.id),
        position_id=position.id if position else None,
        text=text.strip(),
        language=language if language != proposal.consultation.language else "",
        naming=naming,
        seat_id=seat.id,
        delegation_id=seat.delegation_id,
        filed_at=now,
    )
    db.session.add(statement)
    record("file", statement, now, seat=seat)
    return statement


def revise_statement(
    statement: MinorityStatement, seat: Seat, text: str, naming: Naming, now: datetime, *, language: str = ""
) -> None:
    """Other words, or another name, until the deadline; who has signed the earlier words signs anew."""
    _check_own(statement, seat)
    if _time_is_up(statement, now):
        raise Incomplete("text", TOO_LATE)
    check_statement(text)
    _check_naming(seat, naming)
    lapsed = 0
    if text.strip() != statement.text:
        db.session.add(StatementRevision(statement_id=statement.id, text=statement.text, replaced_at=now))
        lapsed = _end_signatures(statement, now)
        statement.text, statement.revised_at = text.strip(), now
    statement.naming = naming
    statement.language = language if language != statement.proposal.consultation.language else ""
    record("revise", statement, now, seat=seat, lapsed=lapsed)


def withdraw_statement(statement: MinorityStatement, seat: Seat, now: datetime) -> None:
    """Takes it out of the report and from beside the determination; its own page stays."""
    _check_own(statement, seat)
    _check_time(statement, now)
    statement.withdrawn_at = now
    record("withdraw", statement, now, seat=seat)


def sign(statement: MinorityStatement, seat: Seat, naming: Naming, now: datetime) -> Signature:
    """Makes the words of a statement one's own; each voice signs once, and not its own."""
    _check_standing(statement)
    _check_time(statement, now)
    (shown,) = show([statement], seat)
    if shown.is_own:
        raise Refusal(N_("This statement is yours already."))
    if shown.is_signed:
        raise Refusal(N_("You or your delegation have signed this statement already."))
    _check_naming(seat, naming)
    signature = Signature(
        statement_id=statement.id,
        seat_id=seat.id,
        delegation_id=seat.delegation_id,
        naming=naming,
        signed_at=now,
    )
    db.session.add(signature)
    record("sign", statement, now, seat=seat)
    return signature


def take_back_signature(statement: MinorityStatement, seat: Seat, now: datetime) -> None:
    """The signature no longer stands; that it did is kept."""
    _check_standing(statement)
    _check_time(statement, now)
    (shown,) = show([statement], seat)
    own = [signature for signature in shown.signatures if is_own(signature, seat)]
    if not own:
        raise Refusal(N_("You have not signed this statement."))
    for signature in own:
        signature.withdrawn_at = now
    record("take back signature", statement, now, seat=seat)


def _check_own(statement: MinorityStatement, seat: Seat) -> None:
    if not is_own(statement, seat):
        raise Refusal(N_("Only those who filed this statement can revise or withdraw it."))
    _check_standing(statement)


def _check_standing(statement: MinorityStatement) -> None:
    if statement.withdrawn_at or statement.is_hidden:
        raise Refusal(N_("This statement has been withdrawn or hidden."))


def _check_time(statement: MinorityStatement, now: datetime) -> None:
    if _time_is_up(statement, now):
        raise Untimely(TOO_LATE)


def _time_is_up(statement: MinorityStatement, now: datetime) -> bool:
    """Whether the deadline has passed that the determination in force sets."""
    return window_of(statement.proposal, statement.position, now).passed


def _check_naming(seat: Seat, naming: Naming) -> None:
    check_naming(
        naming,
        speaks_for_group=speaks_for_group(seat),
        may_be_named=seat.delegation is not None or seat.consents_to_name,
    )


def _end_signatures(statement: MinorityStatement, now: datetime) -> int:
    ended = sa.update(Signature).where(
        Signature.statement_id == statement.id, Signature.withdrawn_at.is_(None)
    )
    return db.session.execute(ended.values(withdrawn_at=now)).rowcount
