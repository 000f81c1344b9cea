"""The adoption of the agenda: whether as it was drafted or as it was amended."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from app.consultations.actions import adopt_agenda
from app.consultations.forms import AdoptionForm
from app.consultations.gate import enter, permit
from app.consultations.models import AgendaItem, Consultation
from app.consultations.queries import adopted_under, agenda, find_part
from app.consultations.terms import Adoption
from app.core.acts import Act
from app.db import write
from app.web.answers import refuse
from app.web.clock import now

adopting = Blueprint("adopting", __name__, url_prefix="/consultations/<slug>/adoption")
PAGE = "consultations/adoption.html"


@adopting.get("")
def show(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.ADOPT, consultation)
    return render_template(PAGE, consultation=consultation, standing=standing, form=_form(consultation))


@adopting.post("")
def adopt(slug: str) -> Response | tuple[str, int]:
    with write():
        consultation = enter(slug)
        standing = permit(Act.ADOPT, consultation)
        form = _form(consultation)
        if not form.validate():
            return refuse(PAGE, consultation=consultation, standing=standing, form=form)
        item = find_part(AgendaItem, consultation, int(form.item.data))
        adopt_agenda(item, Adoption(form.manner.data), standing.seat, now())
    flash(gettext("The adoption of the agenda is on record."))
    return redirect(url_for("consultations.show", slug=slug) + "#agenda", code=303)


def _form(consultation: Consultation) -> AdoptionForm:
    """As it is on record, or as it usually is: as drafted, under the first item."""
    items, told = agenda(consultation), adopted_under(consultation)
    manner = told.adoption if told else Adoption.AS_DRAFTED
    form = AdoptionForm(manner=manner.value, item=str(told.number if told else 1))
    form.item.choices = [SelectChoice(str(item.number), f"{item.number}. {item.title}") for item in items]
    return form
