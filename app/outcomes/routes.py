"""What happens next: the public page of outcomes, what has become of each, and the acts on them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_login import current_user
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from app.consultations.gate import Standing as Place
from app.consultations.gate import enter, permit
from app.consultations.models import Consultation, Delegation
from app.consultations.queries import agenda, delegations, find_part, follow_ups
from app.core.acts import Act
from app.core.outcomes import Course, Modality, OutcomeKind
from app.core.texts import Form
from app.core.words import N_
from app.db import write
from app.deliberation.queries import proposals
from app.outcomes.actions import account_for, conclude, follow_up, withdraw_outcome
from app.outcomes.forms import WHOLE, AccountForm, OutcomeForm
from app.outcomes.queries import Standing, find_outcome, is_concerned, standings
from app.web.answers import refuse
from app.web.clock import now
from app.web.forms import beside

concluding = Blueprint("concluding", __name__)
OUTCOME = "/consultations/<slug>/outcomes/<int:outcome_number>"


@concluding.get("/consultations/<slug>/outcomes", endpoint="outcomes")
def outcomes_page(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    return render_template(
        "outcomes/outcomes.html",
        consultation=consultation,
        standing=standing,
        sections=_sections(standings(consultation, now())),
        concerned=is_concerned,
        readable=_readable(consultation),
    )


@concluding.get("/consultations/<slug>/outcomes/new")
def new(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.CONCLUDE, consultation)
    form = OutcomeForm(formdata=None, about=request.args.get("about", WHOLE))
    return render_template("outcomes/outcome.html", **_page(standing, form))


@concluding.post("/consultations/<slug>/outcomes/new")
def record_outcome(slug: str) -> Response | tuple[str, int]:
    form = OutcomeForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.CONCLUDE, consultation)
        page = _page(standing, form)
        with beside(form):
            if form.validate():
                outcome = conclude(
                    standing.seat,
                    consultation,
                    OutcomeKind(form.kind.data),
                    form.text.data or "",
                    now(),
                    form=Form(form.form.data),
                    modality=Modality(form.modality.data),
                    body=form.body.data or "",
                    due_on=form.due_on.data,
                    delegation=find_part(Delegation, consultation, int(form.delegation.data or 0)),
                    elaboration=form.elaboration.data or "",
                    **_subject(consultation, form.about.data),
                )
        if form.errors:
            return refuse("outcomes/outcome.html", **page)
        ref = outcome.ref
    flash(gettext("The outcome is on record."))
    return redirect(url_for("concluding.outcomes", slug=slug) + f"#{ref}", code=303)


@concluding.post(OUTCOME + "/withdrawal")
def withdraw(slug: str, outcome_number: int) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.CONCLUDE, consultation)
        outcome = find_outcome(consultation, outcome_number) or abort(404)
        withdraw_outcome(outcome, standing.seat, now())
    flash(gettext("The outcome is withdrawn from the record; it stays readable here."))
    return redirect(url_for("concluding.outcomes", slug=slug) + f"#O{outcome_number}", code=303)


@concluding.get(OUTCOME)
def outcome(slug: str, outcome_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    return render_template("outcomes/account.html", **_one(standing, outcome_number))


@concluding.get(OUTCOME + "/account")
def account(slug: str, outcome_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.ACCOUNT, consultation)
    page = _one(standing, outcome_number)
    stands = page["stands"]
    form = AccountForm(formdata=None, course=stands.course.value, due_on=stands.due_on)
    return render_template("outcomes/account.html", form=form, **page)


@concluding.post(OUTCOME + "/account")
def give_account(slug: str, outcome_number: int) -> Response | tuple[str, int]:
    form = AccountForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.ACCOUNT, consultation)
        page = _one(standing, outcome_number)
        with beside(form):
            if form.validate():
                account_for(
                    page["stands"].outcome,
                    standing.seat,
                    Course(form.course.data),
                    form.note.data or "",
                    form.due_on.data,
                    now(),
                )
        if form.errors:
            return refuse("outcomes/account.html", form=form, **page)
    flash(gettext("What has become of it is on record."))
    return redirect(url_for("concluding.outcomes", slug=slug) + f"#O{outcome_number}", code=303)


@concluding.post(OUTCOME + "/follow-up")
def open_follow_up(slug: str, outcome_number: int) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.ACCOUNT, consultation)
        if not current_user.may_open:
            abort(403)
        outcome = find_outcome(consultation, outcome_number) or abort(404)
        draft = follow_up(outcome, standing.seat, now())
    flash(gettext("This is the draft of the consultation that takes it further. Look it over, then open it."))
    return redirect(url_for("set_up.hub", slug=draft.slug), code=303)


def _sections(found: Sequence[Standing]) -> list[tuple[str, list[Standing]]]:
    """What is still to come, the nearest day first; what has come of the rest; what was decided there."""
    coming = sorted((each for each in found if each.is_open), key=lambda each: each.due_on or date.max)
    ended = [each for each in found if not (each.is_open or each.is_decided)]
    decided = [each for each in found if each.is_decided]
    named = ((N_("Still to come"), coming), (N_("What has come of it"), ended), (N_("Decided"), decided))
    return [(title, entries) for title, entries in named if entries]


def _one(place: Place, number: int) -> dict[str, Any]:
    """One outcome with what has become of it, and what this reader may do about it."""
    consultation = place.consultation
    found = [each for each in standings(consultation, now()) if each.outcome.number == number]
    stands = found[0] if found else abort(404)
    may_tell = place.may(Act.ACCOUNT) and not stands.is_decided and is_concerned(stands.outcome, place.seat)
    return {
        "consultation": consultation,
        "standing": place,
        "stands": stands,
        "readable": _readable(consultation),
        "may_tell": may_tell,
        "may_follow_up": may_tell and current_user.may_open,
    }


def _readable(consultation: Consultation) -> set[str]:
    """The addresses of those consultations that follow this one and that this reader may know of."""
    person = current_user.person if current_user.is_authenticated else None
    return {found.slug for found in follow_ups(consultation, person)}


def _page(standing: Place, form: OutcomeForm) -> dict[str, object]:
    """The form with what an outcome may concern: the whole, an agenda item or a proposal."""
    consultation = standing.consultation
    form.about.choices = [
        SelectChoice(WHOLE, gettext("the consultation as a whole")),
        *(SelectChoice(f"I{item.number}", f"{item.number}. {item.title}") for item in agenda(consultation)),
        *(SelectChoice(p.ref, f"{p.ref} {p.title}") for p in proposals(consultation) if not p.hidden_at),
    ]
    form.delegation.choices = [
        SelectChoice("", gettext("None of those here")),
        *(SelectChoice(str(d.number), d.name) for d in delegations(consultation)),
    ]
    return {"consultation": consultation, "standing": standing, "form": form}


def _subject(consultation: Consultation, about: str) -> dict[str, object]:
    """The item or the proposal that a choice of the form stands for."""
    for item in agenda(consultation):
        if about == f"I{item.number}":
            return {"item": item}
    for proposal in proposals(consultation):
        if about == proposal.ref:
            return {"proposal": proposal}
    return {}
