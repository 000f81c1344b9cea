"""A determination's life over HTTP: challenges, the chair's answers, more time, withdrawal, appeals."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from app.chairing.forms import (
    AppealForm,
    ChallengeForm,
    ChallengesAnswerForm,
    ExtensionForm,
    HearingForm,
    RulingForm,
)
from app.chairing.reviewing import (
    answer_challenges,
    appeal,
    challenge,
    extend_review,
    hear_appeal,
    take_back_challenge,
    withdraw_determination,
)
from app.chairing.rounds import Contest, Round, rounds_on
from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Seat
from app.core.acts import Act
from app.core.objections import Behalf
from app.core.rounds import Move, RulingKind
from app.core.words import N_
from app.core.zones import to_instant, to_local
from app.db import write
from app.deliberation.queries import find_position, find_proposal
from app.voting.queries import speaks_for
from app.web.answers import refuse
from app.web.clock import now
from app.web.forms import TidyForm, beside

reviewing = Blueprint("reviewing", __name__)

WHOLE = "/consultations/<slug>/proposals/<int:number>/determination/<int:round_number>"
ONE = (
    "/consultations/<slug>/proposals/<int:number>/positions/<int:position_number>"
    "/determination/<int:round_number>"
)
RULING = "<any(answer, extend, withdraw):ruling>"
PAGE = "chairing/contest.html"
MORE_TIME = timedelta(days=7)
Page = str | Response | tuple[str, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is asked of somebody who does something to a determination."""

    move: Move
    title: str
    leading: str  # what will come of it
    button: str
    done: str


CHALLENGE = Sheet(
    Move.CHALLENGE,
    N_("Challenge the determination"),
    N_("The chair reads your reason and all may read it. Until the deadline you can take it back."),
    N_("Challenge it"),
    N_("Your challenge is on record, and the chair is to look at it."),
)
APPEAL = Sheet(
    Move.APPEAL,
    N_("Appeal to the host body"),
    N_("The body that called this consultation decides on it. The report says in a note that you appealed."),
    N_("Appeal"),
    N_("Your appeal is on record."),
)
HEARING = Sheet(
    Move.HEAR,
    N_("Record the answer of the host body"),
    N_("It stands beside the appeal, and in the note of the report."),
    N_("Record the answer"),
    N_("The answer is on record."),
)
RULINGS: dict[RulingKind, tuple[Sheet, type[RulingForm]]] = {
    RulingKind.ANSWER: (
        Sheet(
            Move.ANSWER,
            N_("Answer the challenges"),
            N_("One answer to all who wait. If they persuade you, determine it anew instead."),
            N_("Answer"),
            N_("Your answer to the challenges is public."),
        ),
        ChallengesAnswerForm,
    ),
    RulingKind.EXTEND: (
        Sheet(
            Move.EXTEND,
            N_("Give more time for challenges"),
            N_("The determination stays provisional until the new deadline."),
            N_("Give more time"),
            N_("There is more time for challenges."),
        ),
        ExtensionForm,
    ),
    RulingKind.WITHDRAW: (
        Sheet(
            Move.WITHDRAW,
            N_("Withdraw the determination"),
            N_("It stays readable with your reason, and nothing is determined in its place."),
            N_("Withdraw"),
            N_("The determination is withdrawn."),
        ),
        RulingForm,
    ),
}


@reviewing.get(f"{WHOLE}/challenge")
@reviewing.get(f"{ONE}/challenge")
def confirm_challenge(slug: str, number: int, round_number: int, position_number: int | None = None) -> Page:
    consultation = enter(slug)
    standing = permit(Act.CHALLENGE, consultation)
    found = _round(standing, number, position_number, round_number)
    form = ChallengeForm(formdata=None).offer(speaks_for(standing.seat))
    return render_template(PAGE, **_page(standing, found, CHALLENGE, form))


@reviewing.post(f"{WHOLE}/challenge")
@reviewing.post(f"{ONE}/challenge")
def make_challenge(slug: str, number: int, round_number: int, position_number: int | None = None) -> Page:
    form = ChallengeForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.CHALLENGE, consultation)
        found = _round(standing, number, position_number, round_number)
        form.offer(speaks_for(standing.seat))
        with beside(form):
            if form.validate():
                challenge(standing.seat, found, form.text.data, Behalf(form.behalf.data), now())
        if form.errors:
            return refuse(PAGE, **_page(standing, found, CHALLENGE, form))
        return _done(found, CHALLENGE)


@reviewing.post(f"{WHOLE}/challenge/removal")
@reviewing.post(f"{ONE}/challenge/removal")
def remove_challenge(slug: str, number: int, round_number: int, position_number: int | None = None) -> Page:
    with write():
        consultation = enter(slug)
        standing = permit(Act.CHALLENGE, consultation)
        found = _round(standing, number, position_number, round_number)
        take_back_challenge(standing.seat, found, now())
        return redirect(_place(found), code=303)


@reviewing.get(f"{WHOLE}/{RULING}")
@reviewing.get(f"{ONE}/{RULING}")
def confirm_ruling(
    slug: str, number: int, round_number: int, ruling: str, position_number: int | None = None
) -> Page:
    consultation = enter(slug)
    standing = permit(Act.DETERMINE, consultation)
    found = _round(standing, number, position_number, round_number)
    sheet, kind = RULINGS[RulingKind(ruling)]
    later = max(found.determination.closes_at or now(), now()) + MORE_TIME
    form = kind(formdata=None, until=to_local(later, consultation.timezone).replace(second=0, microsecond=0))
    return render_template(PAGE, **_page(standing, found, sheet, form))


@reviewing.post(f"{WHOLE}/{RULING}")
@reviewing.post(f"{ONE}/{RULING}")
def rule(slug: str, number: int, round_number: int, ruling: str, position_number: int | None = None) -> Page:
    sheet, kind = RULINGS[RulingKind(ruling)]
    form = kind()
    with write():
        consultation = enter(slug)
        standing = permit(Act.DETERMINE, consultation)
        found = _round(standing, number, position_number, round_number)
        with beside(form):
            if form.validate():
                _RULE[RulingKind(ruling)](standing.seat, found, form, now())
        if form.errors:
            return refuse(PAGE, **_page(standing, found, sheet, form))
        return _done(found, sheet)


@reviewing.get(f"{WHOLE}/appeal")
@reviewing.get(f"{ONE}/appeal")
def confirm_appeal(slug: str, number: int, round_number: int, position_number: int | None = None) -> Page:
    consultation = enter(slug)
    standing = permit(Act.APPEAL, consultation)
    found = _round(standing, number, position_number, round_number)
    form = AppealForm(formdata=None).offer(speaks_for(standing.seat))
    return render_template(PAGE, **_page(standing, found, APPEAL, form))


@reviewing.post(f"{WHOLE}/appeal")
@reviewing.post(f"{ONE}/appeal")
def make_appeal(slug: str, number: int, round_number: int, position_number: int | None = None) -> Page:
    form = AppealForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.APPEAL, consultation)
        found = _round(standing, number, position_number, round_number)
        form.offer(speaks_for(standing.seat))
        with beside(form):
            if form.validate():
                appeal(standing.seat, found, form.text.data, Behalf(form.behalf.data), now())
        if form.errors:
            return refuse(PAGE, **_page(standing, found, APPEAL, form))
        return _done(found, APPEAL)


@reviewing.get(f"{WHOLE}/appeals/<int:appeal_number>")
@reviewing.get(f"{ONE}/appeals/<int:appeal_number>")
def confirm_hearing(
    slug: str, number: int, round_number: int, appeal_number: int, position_number: int | None = None
) -> Page:
    consultation = enter(slug)
    standing = permit(Act.HEAR, consultation)
    found = _round(standing, number, position_number, round_number)
    return render_template(
        PAGE,
        **_page(standing, found, HEARING, HearingForm(formdata=None)),
        appeal=_appeal(found, appeal_number),
    )


@reviewing.post(f"{WHOLE}/appeals/<int:appeal_number>")
@reviewing.post(f"{ONE}/appeals/<int:appeal_number>")
def hear(
    slug: str, number: int, round_number: int, appeal_number: int, position_number: int | None = None
) -> Page:
    form = HearingForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.HEAR, consultation)
        found = _round(standing, number, position_number, round_number)
        made = _appeal(found, appeal_number)
        with beside(form):
            if form.validate():
                hear_appeal(standing.seat, made, form.text.data, now())
        if form.errors:
            return refuse(PAGE, **_page(standing, found, HEARING, form), appeal=made)
        return _done(found, HEARING)


def _extend(seat: Seat, found: Round, form: RulingForm, at: datetime) -> object:
    zone = found.determination.proposal.consultation.timezone
    return extend_review(seat, found, to_instant(form.until.data, zone, "until"), form.text.data, at)


_RULE: dict[RulingKind, Callable[[Seat, Round, RulingForm, datetime], object]] = {
    RulingKind.ANSWER: lambda seat, found, form, at: answer_challenges(seat, found, form.text.data, at),
    RulingKind.EXTEND: _extend,
    RulingKind.WITHDRAW: lambda seat, found, form, at: withdraw_determination(
        seat, found, form.text.data, at
    ),
}


def _round(standing: Standing, number: int, position_number: int | None, round_number: int) -> Round:
    """The round that the reader has before him or her; 404 where there is none, or it is hidden."""
    proposal = find_proposal(standing.consultation, number) or abort(404)
    position = None
    if position_number is not None:
        position = find_position(proposal, position_number) or abort(404)
    if (position or proposal).is_hidden and not standing.sees_hidden:
        abort(404)
    found = rounds_on(proposal, position, now(), standing.seat)
    return next((each for each in found if each.number == round_number), None) or abort(404)


def _appeal(found: Round, number: int) -> Contest:
    return next((each for each in found.appeals if each.number == number), None) or abort(404)


def _done(found: Round, sheet: Sheet) -> Response:
    flash(gettext(sheet.done))
    return redirect(_place(found), code=303)


def _place(found: Round) -> str:
    determination = found.determination
    on = url_for(
        "chairing.determination",
        slug=determination.proposal.consultation.slug,
        number=determination.proposal.number,
        position_number=determination.position.number if determination.position else None,
    )
    return f"{on}#D{found.number}"


def _page(standing: Standing, found: Round, sheet: Sheet, form: TidyForm) -> dict[str, object]:
    return {
        "consultation": standing.consultation,
        "standing": standing,
        "round": found,
        "sheet": sheet,
        "form": form,
        "place": _place(found),
    }
