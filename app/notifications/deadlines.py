"""The table of deadlines: those who have not answered are told before, those who go on are told after."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from app.calls.models import Call
from app.calls.queries import state_of
from app.chairing.models import Determination, Ruling
from app.chairing.queries import standing_determinations
from app.consultations.models import Consultation
from app.core.calls import CallState
from app.core.minority import ANSWERABLE, LONGEST_TIME, deadline
from app.core.outcomes import DECIDED, ENDED
from app.core.phases import UNDER_WAY, Phase
from app.core.rounds import State
from app.core.telling import AHEAD
from app.core.words import N_
from app.core.zones import find_zone
from app.db import db
from app.deliberation.models import Proposal
from app.notifications.circles import (
    answerable,
    asked,
    chairs,
    dissenters,
    drafters,
    everybody,
    owing,
    silent,
    unheard,
    without_a_correction,
    without_a_vote,
)
from app.notifications.kinds import DeadlineKind
from app.outcomes.models import Outcome, OutcomeAccount
from app.outcomes.queries import account_of
from app.publication.models import Circulation

LATE = timedelta(days=3)  # how long after a deadline one is still told that it has passed


def _closings(now: datetime) -> Iterable[Consultation]:
    return db.session.scalars(
        sa.select(Consultation).where(
            Consultation.phase.in_(UNDER_WAY), _is_near(Consultation.closes_at, now)
        )
    )


def _calls(now: datetime) -> Iterable[Call]:
    """Those that are running, or have come to their deadline."""
    near = db.session.scalars(sa.select(Call).where(_is_near(Call.closes_at, now)))
    return [call for call in near if state_of(call, now) in {CallState.RUNNING, CallState.ENDED}]


def _circulations(now: datetime) -> Iterable[Circulation]:
    return db.session.scalars(sa.select(Circulation).where(_is_near(Circulation.closes_at, now)))


def _dissents(now: datetime) -> Iterable[Determination]:
    """The determinations in force that can still be answered by a statement until some hour."""
    by_days = (Consultation.statement_days > 0) & (
        Determination.determined_at > now - timedelta(days=LONGEST_TIME)
    )
    found = db.session.scalars(
        sa.select(Determination)
        .join(Determination.proposal)
        .join(Proposal.consultation)
        .where(
            by_days | _is_near(Consultation.statements_until, now),
            Determination.status.in_(ANSWERABLE),
            Consultation.phase != Phase.REPORTED,
        )
    ).all()
    near = [each for each in found if (until := _statements_until(each)) and now <= until <= now + AHEAD]
    standing = standing_determinations({each.proposal_id for each in near}).values()
    return [each for each in near if each in standing]


def _reviewed(now: datetime) -> Iterable[Determination]:
    """The determinations in force whose time for challenges ends about now."""
    extended = sa.exists().where(Ruling.determination_id == Determination.id, _is_near(Ruling.until, now))
    found = db.session.scalars(
        sa.select(Determination).where(_is_near(Determination.review_until, now) | extended)
    ).all()
    standing = standing_determinations({each.proposal_id for each in found}).values()
    return [each for each in found if each in standing]


def _final(now: datetime) -> Iterable[Determination]:
    return [each for each in _reviewed(now) if each.state_at(now) is State.FINAL]


def _due_outcomes(now: datetime) -> Iterable[Outcome]:
    """The outcomes of which something has still to come, by a day that may be near."""
    first, last = (now - LATE).date() - timedelta(days=2), (now + AHEAD).date()
    later = sa.exists().where(
        OutcomeAccount.outcome_id == Outcome.id, OutcomeAccount.due_on.between(first, last)
    )
    found = db.session.scalars(
        sa.select(Outcome).where(
            Outcome.withdrawn_at.is_(None),
            Outcome.kind.not_in(DECIDED),
            Outcome.due_on.between(first, last) | later,
        )
    )
    return [outcome for outcome in found if _end_of_day(outcome)]


def _statements_until(determination: Determination) -> datetime | None:
    held = determination.proposal.consultation
    return deadline(determination.determined_at, held.statement_days, held.statements_until)


def _end_of_day(outcome: Outcome) -> datetime | None:
    """The midnight that ends the day on which it is due, where the consultation is; None: nothing is due."""
    account = account_of(outcome)
    due_on = account.due_on if account else outcome.due_on
    if due_on is None or (account and account.course in ENDED):
        return None
    here = find_zone(outcome.consultation.timezone)
    return datetime.combine(due_on + timedelta(days=1), time(), here).astimezone(UTC)


def _is_near(column: Any, now: datetime) -> sa.ColumnElement[bool]:
    return column.between(now - LATE, now + AHEAD)


_CLOSING = {
    "of": Consultation,
    "among": _closings,
    "begun": lambda held: held.called_at or held.opens_at or held.created_at,
    "until": lambda held: held.closes_at,
}
_CORRECTING = {
    "of": Circulation,
    "among": _circulations,
    "begun": lambda circulation: circulation.circulated_at,
    "until": lambda circulation: circulation.closes_at,
}
_DUE = {
    "of": Outcome,
    "among": _due_outcomes,
    "begun": lambda outcome: outcome.concluded_at,
    "until": _end_of_day,
}

_CALLED = {
    "of": Call,
    "among": _calls,
    "begun": lambda call: call.steps[0].taken_at,
    "until": lambda call: call.closes_at,
}

_REVIEW = {
    "of": Determination,
    "begun": lambda determination: determination.determined_at,
    "until": lambda determination: determination.closes_at,
}

DEADLINES = (
    DeadlineKind(
        name="vote soon",
        to=without_a_vote,
        says=N_("You can vote until %(until)s. There are positions on which you have not voted yet."),
        **_CLOSING,
    ),
    DeadlineKind(
        name="closed by the clock",
        to=everybody,
        says=N_("The time of this consultation has passed: it is closed."),
        passed=True,
        **_CLOSING,
    ),
    DeadlineKind(
        name="answer a call soon",
        to=silent,
        says=N_("A call waits for your answer until %(until)s. Silence is recorded as silence."),
        **_CALLED,
    ),
    DeadlineKind(
        name="call over",
        to=lambda call: asked(call) | chairs(call),
        says=N_("The time to answer a call has passed: see what came of it."),
        passed=True,
        **_CALLED,
    ),
    DeadlineKind(
        name="correct soon",
        to=without_a_correction,
        says=N_("You can propose corrections to the draft report until %(until)s."),
        **_CORRECTING,
    ),
    DeadlineKind(
        name="corrections over",
        to=drafters,
        says=N_("The time for corrections to the draft report has passed."),
        passed=True,
        **_CORRECTING,
    ),
    DeadlineKind(
        name="dissent soon",
        of=Determination,
        to=dissenters,
        says=N_(
            "%(ref)s was determined otherwise than you voted. "
            "A minority statement can be filed until %(until)s."
        ),
        among=_dissents,
        begun=lambda determination: determination.determined_at,
        until=_statements_until,
    ),
    DeadlineKind(
        name="challenge soon",
        to=unheard,
        says=N_("%(ref)s was determined otherwise than you voted. It can be challenged until %(closes)s."),
        among=_reviewed,
        **_REVIEW,
    ),
    DeadlineKind(
        name="answer soon",
        to=owing,
        says=N_("Challenges to what was determined of %(ref)s wait for an answer until %(closes)s."),
        among=_reviewed,
        **_REVIEW,
    ),
    DeadlineKind(
        name="final",
        to=everybody,
        says=N_("What was determined of %(ref)s is final: %(status)s."),
        among=_final,
        passed=True,
        deadline=False,
        **_REVIEW,
    ),
    DeadlineKind(
        name="due soon",
        to=answerable,
        says=N_("%(ref)s is due on %(due)s: %(kind)s."),
        **_DUE,
    ),
    DeadlineKind(
        name="overdue",
        to=answerable,
        says=N_("%(ref)s was due on %(due)s: %(kind)s."),
        passed=True,
        **_DUE,
    ),
)
