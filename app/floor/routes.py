"""The floor: what was said in the room, as the secretariat enters it and the delegations confirm it."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation, Delegation
from app.consultations.queries import delegations, find_part
from app.core.acts import Act, rule_on
from app.core.interventions import Contribution
from app.core.redline import redline
from app.core.texts import Form
from app.core.votes import Choice
from app.db import write
from app.deliberation.models import Comment, Position, Proposal
from app.deliberation.queries import find_position, find_proposal, positions, proposals
from app.floor.actions import confirm, enter_intervention, refuse_intervention, withdraw_intervention
from app.floor.forms import ConfirmationForm, InterventionForm, RefusalForm
from app.floor.models import Intervention
from app.floor.queries import became, find_intervention, interventions
from app.web.answers import refuse
from app.web.clock import now
from app.web.forms import beside

floor = Blueprint("floor", __name__, url_prefix="/consultations/<slug>/floor")
ONE = "/<int:intervention_number>"
BECOMES = {Contribution.COMMENT: Act.COMMENT, Contribution.POSITION: Act.TABLE, Contribution.VOTE: Act.VOTE}


@floor.get("")
def listed(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    return render_template(
        "floor/floor.html",
        consultation=consultation,
        standing=standing,
        found=interventions(consultation, standing.seat),
    )


@floor.get("/new")
def new(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.ENTER, consultation)
    form = InterventionForm(formdata=None, about=request.args.get("about"))
    return render_template("floor/enter.html", **_page(standing, form))


@floor.post("/new")
def write_down(slug: str) -> Response | tuple[str, int]:
    form = InterventionForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.ENTER, consultation)
        page = _page(standing, form)
        with beside(form):
            if form.validate():
                proposal, position = _subject(consultation, form.about.data)
                intervention = enter_intervention(
                    standing.seat,
                    find_part(Delegation, consultation, int(form.delegation.data)),
                    proposal,
                    position,
                    Contribution(form.counts_as.data),
                    form.words.data or "",
                    now(),
                    speaker=form.speaker.data or "",
                    form=Form(form.form.data),
                    choice=Choice(form.choice.data) if form.choice.data else None,
                )
        if form.errors:
            return refuse("floor/enter.html", **page)
        ref = intervention.ref
    flash(gettext("It is written down. The delegation has been asked to confirm it."))
    return redirect(url_for("floor.listed", slug=slug) + f"#{ref}", code=303)


@floor.get(ONE)
def show(slug: str, intervention_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _find(standing, intervention_number)
    form = ConfirmationForm(formdata=None, words=found.words)
    return render_template("floor/intervention.html", **_one(standing, found, form))


@floor.post(ONE + "/confirmation")
def confirmed(slug: str, intervention_number: int) -> Response | tuple[str, int]:
    form = ConfirmationForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.CONFIRM, consultation)
        found = _find(standing, intervention_number)
        rule_on(BECOMES[found.counts_as], standing.role, standing.phase)
        with beside(form):
            if form.validate():
                confirm(found, standing.seat, form.words.data or "", now())
        if form.errors:
            return refuse("floor/intervention.html", **_one(standing, found, form))
    flash(gettext("Confirmed. From now on it counts like what is written here."))
    return redirect(url_for("floor.show", slug=slug, intervention_number=intervention_number), code=303)


@floor.get(ONE + "/refusal")
def deny(slug: str, intervention_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.CONFIRM, consultation)
    found = _find(standing, intervention_number)
    return render_template("floor/deny.html", **_about(standing, found, RefusalForm(formdata=None)))


@floor.post(ONE + "/refusal")
def refused(slug: str, intervention_number: int) -> Response | tuple[str, int]:
    form = RefusalForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.CONFIRM, consultation)
        found = _find(standing, intervention_number)
        if not form.validate():
            return refuse("floor/deny.html", **_about(standing, found, form))
        refuse_intervention(found, standing.seat, form.reason.data or "", now())
    flash(gettext("The secretariat sees that these are not your words; they count for nothing."))
    return redirect(url_for("floor.listed", slug=slug), code=303)


@floor.post(ONE + "/withdrawal")
def withdrawn(slug: str, intervention_number: int) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.ENTER, consultation)
        withdraw_intervention(_find(standing, intervention_number), standing.seat, now())
    flash(gettext("It is withdrawn."))
    return redirect(url_for("floor.listed", slug=slug), code=303)


def _find(standing: Standing, number: int) -> Intervention:
    return find_intervention(standing.consultation, standing.seat, number) or abort(404)


def _about(standing: Standing, found: Intervention, form: FlaskForm) -> dict[str, Any]:
    return {"consultation": standing.consultation, "standing": standing, "found": found, "form": form}


def _one(standing: Standing, found: Intervention, form: ConfirmationForm) -> dict[str, Any]:
    own = standing.seat is not None and standing.seat.delegation_id == found.delegation_id
    return _about(standing, found, form) | {
        "became": _address(found),
        "changes": redline(found.words, found.answer) if found.settled_by and found.answer else (),
        "may_answer": own and found.is_waiting and standing.may(Act.CONFIRM),
    }


def _address(found: Intervention) -> str:
    """Where what came of it stands."""
    text, slug = became(found), found.consultation.slug
    if isinstance(text, Comment):
        one = {"number": text.proposal.number, "comment_number": text.number}
        return url_for("comments.comment", slug=slug, **one) + f"#C{text.number}"
    if isinstance(text, Position):
        return url_for("deliberation.proposal", slug=slug, number=text.proposal.number) + f"#{text.ref}"
    return ""


def _page(standing: Standing, form: InterventionForm) -> dict[str, Any]:
    """The form with the delegations, and with what there is to speak about."""
    consultation = standing.consultation
    form.delegation.choices = [
        SelectChoice("", gettext("Choose")),
        *(SelectChoice(str(d.number), d.name) for d in delegations(consultation)),
    ]
    form.about.choices = [SelectChoice(text.ref, _called(text)) for text in _subjects(consultation)]
    return {"consultation": consultation, "standing": standing, "form": form}


def _subjects(consultation: Consultation) -> list[Proposal | Position]:
    """Every proposal, followed by its positions; what is hidden or withdrawn is not spoken to."""
    heads = [p for p in proposals(consultation) if not (p.hidden_at or p.withdrawn_at)]
    within = [p for p in positions(*(head.id for head in heads)) if not (p.hidden_at or p.withdrawn_at)]
    return [text for head in heads for text in (head, *(p for p in within if p.proposal_id == head.id))]


def _subject(consultation: Consultation, ref: str) -> tuple[Proposal, Position | None]:
    """What a choice of the form stands for."""
    number, _, place = ref.removeprefix("P").partition(".")
    proposal = find_proposal(consultation, int(number)) or abort(404)
    return proposal, find_position(proposal, int(place)) if place else None


def _called(text: Proposal | Position) -> str:
    words = text.title if isinstance(text, Proposal) else text.text
    return f"{text.ref} {words if len(words) <= 90 else words[:90] + '…'}"
