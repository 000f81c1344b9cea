"""Who takes part; taking a seat, giving and taking it; one's own seat."""

from itertools import groupby

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from app.chairing.interests import interests
from app.consultations import seats as verbs
from app.consultations import terms
from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation, Seat
from app.consultations.queries import delegations, find_part, groups
from app.consultations.seat_forms import ConsentForm, JoinForm, SeatForm
from app.consultations.terms import SeatState
from app.core.acts import Act
from app.core.roles import LABELS, Role
from app.db import write
from app.web.answers import refuse
from app.web.clock import now
from app.web.forms import beside

seats = Blueprint("seats", __name__, url_prefix="/consultations/<slug>")
Answer = Response | str | tuple[str, int]


@seats.get("/participants")
def participants(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    roll = verbs.roll(consultation)
    active = [seat for seat in roll if seat.state is SeatState.ACTIVE]
    sections = [
        (title, [(line, list(held)) for line, held in groupby(members, key=_line)])
        for title, members in groupby(active, key=_section)
    ]
    return render_template(
        "consultations/participants.html",
        sections=sections,
        requested=[seat for seat in roll if seat.state is SeatState.REQUESTED],
        left=[seat for seat in roll if seat.state is SeatState.LEFT],
        named=consultation.names_public or standing.seat is not None,
        interests=interests(consultation),
        **_frame(standing),
    )


@seats.get("/join")
def join(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.JOIN, consultation)
    form = JoinForm().offer(groups(consultation))
    return render_template("consultations/join.html", **_joining(standing, form))


@seats.post("/join")
def take(slug: str) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.JOIN, consultation)
        if not current_user.is_authenticated:
            return redirect(url_for("accounts.sign_in", next=url_for("seats.join", slug=slug)), code=303)
        form = JoinForm().offer(groups(consultation))
        seat = _join(consultation, form) if form.validate() else None
        if seat is None:
            return refuse("consultations/join.html", **_joining(standing, form))
    if seat.state is SeatState.ACTIVE:
        flash(_("You have your seat. Welcome."))
        return redirect(url_for("consultations.show", slug=slug), code=303)
    flash(_("The secretariat has your request and will answer by mail."))
    return redirect(url_for("seats.join", slug=slug), code=303)


@seats.get("/seat")
def own(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.CONSENT, consultation)
    form = ConsentForm(named=standing.seat.consents_to_name)
    return render_template("consultations/own_seat.html", form=form, **_frame(standing))


@seats.post("/seat")
def consent(slug: str) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.CONSENT, consultation)
        verbs.consent(standing.seat, ConsentForm().named.data, now())
    flash(_("Saved."))
    return redirect(url_for("seats.own", slug=slug), code=303)


@seats.get("/seats/<int:number>")
def seat(slug: str, number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.SEAT, consultation)
    found = _find(consultation, number)
    form = _offered(SeatForm(), consultation).show(found)
    return render_template("consultations/seat.html", form=form, seat=found, **_frame(standing))


@seats.post("/seats/<int:number>")
def change(slug: str, number: int) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.SEAT, consultation)
        found, form = _find(consultation, number), _offered(SeatForm(), consultation)
        if not form.validate():
            return refuse("consultations/seat.html", form=form, seat=found, **_frame(standing))
        verbs.change_seat(
            found,
            Role(form.role.data),
            form.delegations.get(form.delegation.data),
            form.groups.get(form.group.data),
            standing.seat,
            now(),
        )
    return _back(slug, _("Saved."))


@seats.post("/seats/<int:number>/admission")
def admit(slug: str, number: int) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.SEAT, consultation)
        found = _find(consultation, number)
        verbs.admit(found, standing.seat, now())
        done = _("%(name)s has the seat.", name=found.person.name)
    return _back(slug, done)


@seats.get("/seats/<int:number>/removal")
def confirm_unseating(slug: str, number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.SEAT, consultation)
    found = _find(consultation, number)
    if found.state is SeatState.LEFT:
        abort(404)
    verbs.keep_secretariat(found)
    return render_template("consultations/unseat.html", seat=found, **_frame(standing))


@seats.post("/seats/<int:number>/removal")
def unseat(slug: str, number: int) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.SEAT, consultation)
        found = _find(consultation, number)
        verbs.unseat(found, standing.seat, now())
        done = _("%(name)s has no seat here now.", name=found.person.name)
    return _back(slug, done)


def _join(consultation: Consultation, form: JoinForm) -> Seat | None:
    group = form.groups.get(form.group.data)
    with beside(form):
        return verbs.join(consultation, current_user.person, form.delegation.data, group, now())
    return None


def _joining(standing: Standing, form: JoinForm) -> dict[str, object]:
    consultation = standing.consultation
    known = current_user.is_authenticated
    held = verbs.find_any_seat(consultation, current_user.person) if known else None
    return {
        "form": form,
        "answer": verbs.ANSWERS[held.state] if held else "",
        "delegations": delegations(consultation),
        **_frame(standing),
    }


def _offered(form: SeatForm, consultation: Consultation) -> SeatForm:
    return form.offer(delegations(consultation), groups(consultation))


def _find(consultation: Consultation, number: int) -> Seat:
    return find_part(Seat, consultation, number) or abort(404)


def _frame(standing: Standing) -> dict[str, object]:
    return {"consultation": standing.consultation, "standing": standing, "terms": terms}


def _back(slug: str, done: str) -> Response:
    flash(done)
    return redirect(url_for("seats.participants", slug=slug), code=303)


def _section(seat: Seat) -> str:
    """Under which heading of the list a seat stands."""
    if seat.role in verbs.OFFICES:
        return _("Officers")
    if seat.role is Role.OBSERVER:
        return _("Observers")
    return seat.group.name if seat.group else _("Without a group")


def _line(seat: Seat) -> tuple[str, bool]:
    """On which line, and whether that speaks for its whole group."""
    if seat.role is not Role.PARTICIPANT:
        return _(LABELS[seat.role]), False
    body = seat.delegation
    return (body.name, body.speaks_for_group) if body else (_("For themselves"), False)
