"""Declaring an interest, and saying that it is none any more."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from app.chairing.forms import InterestForm
from app.chairing.interests import declare_interest, interests, take_back_interest
from app.chairing.models import Interest
from app.consultations.gate import Standing, enter, permit
from app.consultations.models import AgendaItem
from app.consultations.queries import agenda, find_part
from app.core.acts import Act
from app.db import write
from app.web.answers import refuse
from app.web.clock import now
from app.web.forms import beside

declaring = Blueprint("declaring", __name__, url_prefix="/consultations/<slug>/interests")


@declaring.get("")
def own(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.DECLARE, consultation)
    return render_template("chairing/interests.html", **_page(standing, InterestForm(formdata=None)))


@declaring.post("")
def declare(slug: str) -> Response | tuple[str, int]:
    form = InterestForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.DECLARE, consultation)
        page = _page(standing, form)
        with beside(form):
            if form.validate():
                number = int(form.item.data or 0)
                item = find_part(AgendaItem, consultation, number) if number else None
                declare_interest(standing.seat, item, form.text.data, now())
        if form.errors:
            return refuse("chairing/interests.html", **page)
    flash(gettext("Your interest is on record, beside your name."))
    return redirect(url_for("declaring.own", slug=slug), code=303)


@declaring.post("/<int:interest_number>/removal")
def take_back(slug: str, interest_number: int) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.DECLARE, consultation)
        found = find_part(Interest, consultation, interest_number) or abort(404)
        take_back_interest(standing.seat, found, now())
    return redirect(url_for("declaring.own", slug=slug), code=303)


def _page(standing: Standing, form: InterestForm) -> dict[str, object]:
    consultation = standing.consultation
    return {
        "consultation": consultation,
        "standing": standing,
        "form": form.offer(agenda(consultation)),
        "declared": interests(consultation).get(standing.seat.id, ()),
    }
