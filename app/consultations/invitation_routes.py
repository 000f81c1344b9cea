"""Inviting people, and accepting."""

from collections.abc import Sequence

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from app.accounts.actions import register
from app.accounts.forms import BeginForm
from app.accounts.passwords import hash_password
from app.accounts.queries import find_account
from app.accounts.signing import begin_session
from app.consultations import invitations as verbs
from app.consultations import terms
from app.consultations.gate import Standing, enter, permit
from app.consultations.invitation_list import Asked, Flaw, Planned, plan, read_list
from app.consultations.models import Consultation, Invitation
from app.consultations.queries import delegations, find_part, find_seat, groups, invitations, may_see
from app.consultations.seat_forms import InviteForm, ListForm
from app.core.acts import Act
from app.core.roles import LABELS
from app.db import write
from app.mail.queries import unreached
from app.web.access import public, signed_in
from app.web.answers import UNPROCESSABLE, dead_link, refuse
from app.web.client import client_network
from app.web.clock import now
from app.web.forms import beside

inviting = Blueprint("invitations", __name__)
Answer = Response | str | tuple[str, int]
OWN = "/consultations/<slug>/invitations"


@inviting.get(OWN)
def invite(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.INVITE, consultation)
    return render_template("consultations/invitations.html", **_page(standing))


@inviting.post(OWN)
def invite_one(slug: str) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.INVITE, consultation)
        form = InviteForm().offer(groups(consultation))
        planned = _plan_one(consultation, form) if form.validate() else []
        if form.errors:
            return refuse("consultations/invitations.html", **_page(standing, form=form))
        made = verbs.invite(consultation, planned, standing.seat, client_network(), now())
        return render_template("consultations/invited.html", made=made, **_frame(standing))


@inviting.post(OWN + "/list")
def invite_list(slug: str) -> Answer:
    """First what the list would do; with `confirmed`, that it be done."""
    with write():
        consultation = enter(slug)
        standing = permit(Act.INVITE, consultation)
        form = ListForm()
        planned, flaws = plan(consultation, read_list(form.lines.data or "")) if form.validate() else ([], [])
        if form.errors or flaws or not planned:
            return _refuse_list(standing, form, flaws)
        if not form.confirmed.data:
            return render_template(
                "consultations/invite_list.html", form=form, planned=planned, **_frame(standing)
            )
        made = verbs.invite(consultation, planned, standing.seat, client_network(), now())
        return render_template("consultations/invited.html", made=made, **_frame(standing))


@inviting.post(OWN + "/<int:number>/again")
def resend(slug: str, number: int) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.INVITE, consultation)
        invitation = _find(consultation, number)
        found = verbs.resend(invitation, standing.seat, client_network(), now())
        return render_template("consultations/invited.html", made=[(invitation, found)], **_frame(standing))


@inviting.post(OWN + "/<int:number>/revocation")
def revoke(slug: str, number: int) -> Answer:
    with write():
        consultation = enter(slug)
        standing = permit(Act.INVITE, consultation)
        verbs.revoke(_find(consultation, number), standing.seat, now())
    flash(_("The invitation has been revoked: its link leads nowhere now."))
    return redirect(url_for("invitations.invite", slug=slug), code=303)


@inviting.get("/invitations/<token>")
@public
def show(token: str) -> Answer:
    invitation = verbs.find_invitation(token)
    if invitation is None:
        return _dead()
    if _is_own(invitation):
        return _arrive(invitation)
    if invitation.state_at(now()) is not terms.InvitationState.WAITING:
        return _dead()
    return render_template("consultations/invitation.html", form=BeginForm(), **_offer(invitation, token))


@inviting.post("/invitations/<token>")
@signed_in
def accept(token: str) -> Answer:
    with write():
        invitation = verbs.find_invitation(token)
        if invitation and not _is_own(invitation):
            verbs.accept(invitation, current_user.person, now())
    return _welcome(token) if invitation else _dead()


@inviting.post("/invitations/<token>/registration")
@public
def register_and_accept(token: str) -> Answer:
    """For who has no account yet and holds the link from the letter."""
    invitation = verbs.find_invitation(token)
    proof = request.form.get("proof", "")
    if invitation is None or not verbs.came_by_mail(invitation, token, proof):
        return _dead()
    form = BeginForm()
    if not form.accepts(invitation.email):
        return refuse("consultations/invitation.html", form=form, **_offer(invitation, token))
    password_hash = hash_password(form.password.data)
    with write():
        invitation = verbs.find_invitation(token) or abort(404)
        person = register(invitation.email, form.name.data, form.organization.data, password_hash, now())
        verbs.accept(invitation, person, now())
        begin_session(person, now())
    return _welcome(token)


def _plan_one(consultation: Consultation, form: InviteForm) -> Sequence[Planned]:
    """The one line of a form; what it lacks is said beside its fields."""
    asked = Asked(1, *(form[name].data or "" for name in ("email", "delegation", "group", "role")))
    planned, flaws = plan(consultation, [asked])
    for flaw in flaws:
        with beside(form):
            raise flaw.lack
    return planned


def _refuse_list(standing: Standing, form: ListForm, flaws: Sequence[Flaw]) -> Answer:
    if not form.errors and not flaws:
        form.lines.errors = [_("The list holds nobody yet.")]
    page = _page(standing, list_form=form, flaws=flaws)
    return render_template("consultations/invitations.html", **page), UNPROCESSABLE


def _frame(standing: Standing) -> dict[str, object]:
    return {"consultation": standing.consultation, "standing": standing, "terms": terms}


def _page(standing: Standing, **more: object) -> dict[str, object]:
    consultation = standing.consultation
    made = invitations(consultation)
    return {
        "form": InviteForm(formdata=None).offer(groups(consultation)),
        "list_form": ListForm(formdata=None),
        "flaws": (),
        "delegations": delegations(consultation),
        "groups": groups(consultation),
        "invitations": made,
        "unreached": unreached({invitation.email for invitation in made}),
        **_frame(standing),
        **more,
    }


def _find(consultation: Consultation, number: int) -> Invitation:
    return find_part(Invitation, consultation, number) or abort(404)


def _offer(invitation: Invitation, token: str) -> dict[str, object]:
    """What the page of an invitation says; only the mailbox's owner learns whether there is an account."""
    proof = request.values.get("proof", "")
    proven = verbs.came_by_mail(invitation, token, proof)
    person = current_user.person if current_user.is_authenticated else None
    return {
        "invitation": invitation,
        "token": token,
        "proof": proof if proven else "",
        "email": invitation.email,
        "may_register": proven and not find_account(invitation.email),
        "role": LABELS[invitation.role],
        "seated": bool(person and find_seat(invitation.consultation, person)),
    }


def _is_own(invitation: Invitation) -> bool:
    """Whether the reader has accepted it."""
    seat = invitation.seat
    return bool(seat and current_user.is_authenticated and seat.person_id == current_user.id)


def _welcome(token: str) -> Response:
    flash(_("You have your seat. Welcome."))
    return redirect(url_for("invitations.show", token=token), code=303)


def _arrive(invitation: Invitation) -> Answer:
    """To the consultation, or to a word about when it opens."""
    consultation = invitation.consultation
    seat = find_seat(consultation, current_user.person)
    if seat and may_see(consultation, seat.role, signed_in=True):
        return redirect(url_for("consultations.show", slug=consultation.slug), code=303)
    return render_template("consultations/early.html", consultation=consultation, seat=seat)


def _dead() -> tuple[str, int]:
    return dead_link(url_for("consultations.home"), _("All consultations"))
