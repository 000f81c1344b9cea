"""The verbs of the publication: circulate, extend, correct, accept, decline, approve, take back, publish."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from app.consultations.models import Consultation, Seat
from app.consultations.queries import next_number
from app.consultations.terms import ReportStyle
from app.core.phases import Phase, find_move
from app.core.report.adoption import correctable
from app.core.report.corrigendum import corrected
from app.core.report.document import Report
from app.core.report.revision import WORDS_LIMIT, parts
from app.core.report.seal import canonical, digest, unseal
from app.core.texts import REASON_LIMIT
from app.core.words import N_, Incomplete, Untimely
from app.db import db
from app.drafting.actions import leave_out, open_desk, reword
from app.drafting.desk import lay_desk
from app.ledger.actions import record
from app.publication.acceptance import hanging, rewordings
from app.publication.approvals import WHOLE, Adopted, adoption, is_published
from app.publication.models import Approval, Circulation, Correction, PublishedReport
from app.publication.queries import (
    approvals,
    circulations,
    in_circulation,
    is_chaired,
    published,
    unanswered,
)
from app.publication.terms import CORRECTION_LABELS, CorrectionState


def circulate(
    consultation: Consultation, closes_at: datetime, message: str, now: datetime, *, seat: Seat
) -> Circulation:
    """Seals the draft of this instant and sends it round for corrections until a deadline."""
    if in_circulation(consultation, now):
        raise Untimely(N_("A draft is in circulation already. Extend its time, or wait until it is over."))
    _check_deadline(closes_at, now)
    desk = lay_desk(consultation, now)
    sealed = canonical(desk.record)
    circulation = Circulation(
        consultation_id=consultation.id,
        consultation=consultation,
        number=next_number(Circulation, Circulation.consultation_id == consultation.id),
        record=sealed,
        document=canonical(desk.report),
        digest=digest(sealed),
        set_aside=desk.reasons,
        message=message,
        seat_id=seat.id,
        circulated_at=now,
        closes_at=closes_at,
    )
    db.session.add(circulation)
    record("circulate", circulation, now, seat=seat, closes_at=closes_at.isoformat())
    return circulation


def extend(circulation: Circulation, closes_at: datetime, reason: str, now: datetime, *, seat: Seat) -> None:
    """More time for corrections, also once it was over."""
    if circulation is not circulations(circulation.consultation)[-1]:
        raise Untimely(N_("A later draft has been circulated. Extend the time of that one."))
    _check_deadline(closes_at, now)
    if closes_at <= circulation.closes_at:
        raise Incomplete("closes_at", N_("Choose a time later than the present deadline."))
    before, circulation.closes_at = circulation.closes_at, closes_at
    record(
        "extend",
        circulation,
        now,
        seat=seat,
        before=before.isoformat(),
        closes_at=closes_at.isoformat(),
        reason=reason,
    )


def correct(
    circulation: Circulation,
    block: str,
    text: str,
    reason: str,
    now: datetime,
    *,
    seat: Seat,
    leaves_out: bool = False,
) -> Correction:
    """Proposes other words for a paragraph of a circulated draft, or to leave it out."""
    if not circulation.is_open_at(now):
        raise Untimely(N_("The time for corrections to this draft is over."))
    before = correctable(unseal(circulation.document, Report))[block].text
    after = "" if leaves_out else regular(text)
    if not after and not leaves_out:
        raise Incomplete(
            "text", N_("Write the words that should stand here, or propose to leave the paragraph out.")
        )
    if len(after) > WORDS_LIMIT:
        raise Incomplete("text", N_("Shorten the words to %(limit)d characters."), limit=WORDS_LIMIT)
    if after == regular(before):
        raise Incomplete(
            "text", N_("These are the words that stand there already. Change what should read otherwise.")
        )
    if not reason.strip():
        raise Incomplete("reason", N_("Say why: the rapporteur and all readers see your reason."))
    if len(reason) > REASON_LIMIT:
        raise Incomplete("reason", N_("Shorten the reason to %(limit)d characters."), limit=REASON_LIMIT)
    correction = Correction(
        circulation_id=circulation.id,
        number=next_number(Correction, Correction.circulation_id == circulation.id),
        block=block,
        words_before=before,
        words_after=after,
        reason=reason,
        seat_id=seat.id,
        proposed_at=now,
    )
    db.session.add(correction)
    record("correct", correction, now, seat=seat, block=block)
    return correction


def accept(correction: Correction, text: str, answer: str, now: datetime, *, seat: Seat) -> None:
    """The words go onto the desk, as proposed or as the rapporteur puts them; no words leave it out."""
    _check_open(correction)
    consultation = correction.circulation.consultation
    words = regular(text)
    if not words and not correction.leaves_out:
        raise Incomplete("text", N_("Write the words that should stand here."))
    if words != correction.words_after and not answer.strip():
        raise Incomplete("answer", N_("These are other words than those proposed: say so in the answer."))
    desk = lay_desk(consultation, now)
    if correction.block not in correctable(desk.report):
        raise Incomplete("state", GONE)
    draft = open_desk(consultation)
    for block, own, composed in rewordings(desk, correction.block, words):
        if own:
            reword(draft, block, own, composed, seat, now, desk.language_of(block))
        else:
            leave_out(draft, block, correction.reason, seat, now)
    for block in () if words else hanging(desk, correction.block):
        leave_out(draft, block, correction.reason, seat, now)
    _settle(correction, CorrectionState.ACCEPTED, answer, now, seat)


def decline(correction: Correction, answer: str, now: datetime, *, seat: Seat) -> None:
    """The words stay as they are, and the proposer learns why."""
    _check_open(correction)
    if not answer.strip():
        raise Incomplete("answer", N_("Say why the words stay as they are."))
    _settle(correction, CorrectionState.DECLINED, answer, now, seat)


def approve(consultation: Consultation, block: str, words: str, now: datetime, *, seat: Seat) -> None:
    """The chair approves these very words of one paragraph, or of all (WHOLE).

    Whoever approves the whole has approved each paragraph of it, and whoever approves the last paragraph has
    approved the whole as it then stands.
    """
    stands = adoption(lay_desk(consultation, now).report, approvals(consultation))
    part = stands.whole if block == WHOLE else stands.find(block)
    if part is None or part.digest != words:
        raise Untimely(N_("The words have changed since you opened the page. Read them again, then approve."))
    if part.approval:
        return
    approval = _approve(part, consultation, now, seat)
    rest = [each for each in stands.parts if each.approval is None and each is not part]
    if block == WHOLE:
        for each in rest:
            _approve(each, consultation, now, seat)
    elif not rest and stands.whole.approval is None:
        _approve(stands.whole, consultation, now, seat)
    record("approve", approval, now, seat=seat, block=block)


def take_back(consultation: Consultation, block: str, now: datetime, *, seat: Seat) -> None:
    """The chair no longer approves one paragraph, nor then the whole; or nothing of it (WHOLE).

    What was published stays approved: the approval is part of how it came about.
    """
    report = lay_desk(consultation, now).report
    if is_published(report, published(consultation)):
        raise Untimely(N_("These very words are published: their approval stays."))
    given = approvals(consultation)
    stands = adoption(report, given)
    part = stands.whole if block == WHOLE else stands.find(block)
    if part is None or part.approval is None:
        raise Untimely(N_("These words are not approved: there is nothing to take back."))
    record("take back", part.approval, now, seat=seat, block=block)
    gone = (*stands.parts, stands.whole) if block == WHOLE else (part, stands.whole)
    words = {(each.block, each.digest) for each in gone}
    for approval in given:
        if (approval.block, approval.digest) in words:
            db.session.delete(approval)


def publish(
    consultation: Consultation, now: datetime, *, seat: Seat | None = None, corrects: str = ""
) -> PublishedReport:
    """Seals the record of this instant and the report that the desk makes of it; it is then reported.

    Published again, it is a corrigendum: a new version, which says what it sets right. Without a seat it is
    the operator who publishes, from the command line, and nobody's approval is waited for.
    """
    versions = published(consultation)
    if not versions:
        find_move(consultation.phase_at(now), Phase.REPORTED)
    if seat:
        _check_readiness(consultation, now)
    desk = lay_desk(consultation, now)
    report = replace(desk, edition=replace(desk.edition, draft=False)).report
    if versions:
        _check_corrigendum(report, versions, corrects)
        report = corrected(report, len(versions) + 1, corrects)
    sealed = canonical(desk.record)
    version = PublishedReport(
        consultation_id=consultation.id,
        version=len(versions) + 1,
        style=ReportStyle(desk.edition.style),
        record=sealed,
        document=canonical(report),
        digest=digest(sealed),
        set_aside=desk.reasons,
        corrects=corrects if versions else "",
        seat_id=seat.id if seat else None,
        published_at=now,
    )
    consultation.phase = Phase.REPORTED
    db.session.add(version)
    record("publish", version, now, seat=seat, consultation_id=consultation.id, version=version.version)
    return version


def regular(text: str) -> str:
    """A text as the report has it: one line a paragraph, an empty line between them."""
    return "\n\n".join(parts(text))


GONE = N_(
    "The paragraph is no longer in the draft. Bring it back at the desk first, or decline with a reason."
)


ACTS = {CorrectionState.ACCEPTED: "accept", CorrectionState.DECLINED: "decline"}


def _check_deadline(closes_at: datetime, now: datetime) -> None:
    if closes_at <= now:
        raise Incomplete("closes_at", N_("This time has passed. Choose a later one."))


def _check_open(correction: Correction) -> None:
    if correction.state is not CorrectionState.OPEN:
        raise Untimely(
            N_("Somebody has answered this correction already: %(state)s."),
            state=CORRECTION_LABELS[correction.state],
        )


def _settle(correction: Correction, state: CorrectionState, answer: str, now: datetime, seat: Seat) -> None:
    if len(answer) > REASON_LIMIT:
        raise Incomplete("answer", N_("Shorten the answer to %(limit)d characters."), limit=REASON_LIMIT)
    correction.state, correction.answer = state, answer
    correction.answered_by_id, correction.answered_at = seat.id, now
    record(ACTS[state], correction, now, seat=seat)


def _approve(part: Adopted, consultation: Consultation, now: datetime, seat: Seat) -> Approval:
    approval = Approval(
        consultation_id=consultation.id,
        block=part.block,
        digest=part.digest,
        seat_id=seat.id,
        approved_at=now,
    )
    db.session.add(approval)
    return approval


def _check_readiness(consultation: Consultation, now: datetime) -> None:
    """What stands between the draft and its publication."""
    if in_circulation(consultation, now):
        raise Untimely(N_("Corrections can still be proposed. Publish once their time is over."))
    if waiting := len(unanswered(consultation)):
        raise Untimely(
            N_("Corrections that wait for an answer: %(count)d. Answer them first."), count=waiting
        )
    report = lay_desk(consultation, now).report
    if is_chaired(consultation) and not adoption(report, approvals(consultation)).is_complete:
        raise Untimely(N_("The chair has not approved these words yet."))


def _check_corrigendum(report: Report, versions: Sequence[PublishedReport], corrects: str) -> None:
    if is_published(report, versions):
        raise Untimely(N_("The draft says what the published report says. Change it at the desk first."))
    if not corrects.strip():
        raise Incomplete("corrects", N_("Say what this version sets right."))
