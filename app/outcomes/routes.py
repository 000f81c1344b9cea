"""What happens next: the public page of outcomes, and the acts that record and withdraw them."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.consultations.queries import agenda
from app.core.acts import Act
from app.core.outcomes import Modality, OutcomeKind
from app.core.texts import Form
from app.db import write
from app.deliberation.queries import proposals
from app.outcomes.actions import conclude, withdraw_outcome
from app.outcomes.forms import WHOLE, OutcomeForm
from app.outcomes.queries import find_outcome, outcomes
from app.web.answers import refuse
from app.web.clock import now
from app.web.forms import beside

concluding = Blueprint("concluding", __name__)


@concluding.get("/consultations/<slug>/outcomes", endpoint="outcomes")
def outcomes_page(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    return render_template(
        "outcomes/outcomes.html",
        consultation=consultation,
        standing=standing,
        outcomes=outcomes(consultation, withdrawn=True),
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
                    elaboration=form.elaboration.data or "",
                    **_subject(consultation, form.about.data),
                )
        if form.errors:
            return refuse("outcomes/outcome.html", **page)
        ref = outcome.ref
    flash(gettext("The outcome is on record."))
    return redirect(url_for("concluding.outcomes", slug=slug) + f"#{ref}", code=303)


@concluding.post("/consultations/<slug>/outcomes/<int:outcome_number>/withdrawal")
def withdraw(slug: str, outcome_number: int) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.CONCLUDE, consultation)
        outcome = find_outcome(consultation, outcome_number) or abort(404)
        withdraw_outcome(outcome, standing.seat, now())
    flash(gettext("The outcome is withdrawn from the record; it stays readable here."))
    return redirect(url_for("concluding.outcomes", slug=slug) + f"#O{outcome_number}", code=303)


def _page(standing: Standing, form: OutcomeForm) -> dict[str, object]:
    """The form with what an outcome may concern: the whole, an agenda item or a proposal."""
    consultation = standing.consultation
    form.about.choices = [
        SelectChoice(WHOLE, gettext("the consultation as a whole")),
        *(SelectChoice(f"I{item.number}", f"{item.number}. {item.title}") for item in agenda(consultation)),
        *(SelectChoice(p.ref, f"{p.ref} {p.title}") for p in proposals(consultation) if not p.hidden_at),
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
