"""Invitations: a seat waits for whoever holds the link; only the link's digest is kept."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from app.accounts.limits import INVITATION, spend
from app.accounts.links import Purpose, is_proven, prove
from app.accounts.models import Person
from app.accounts.queries import find_account
from app.accounts.signing import digest
from app.consultations.actions import take_seat
from app.consultations.invitation_list import Planned, name_key
from app.consultations.models import Consultation, Delegation, Invitation, Seat
from app.consultations.queries import find_seat, get_consultation, next_number
from app.consultations.seats import found_delegation
from app.consultations.terms import InvitationState
from app.core.phases import Phase
from app.core.roles import LABELS
from app.core.words import N_, Refusal, Untimely
from app.db import db, is_writing
from app.ledger.actions import record
from app.mail.actions import post
from app.mail.composition import link

LASTS = timedelta(days=30)


def invite(
    consultation: Consultation, planned: Sequence[Planned], seat: Seat, client: str, now: datetime
) -> list[tuple[Invitation, str]]:
    """Makes the invitations of a plan and the delegations it names; each with its link, shown once."""
    founded: dict[str, Delegation] = {}
    made = []
    for one in planned:
        key = name_key(one.new_delegation)
        if key and key not in founded:
            founded[key] = found_delegation(consultation, one.new_delegation, one.group)
        delegation = one.delegation or founded.get(key)
        invitation = Invitation(
            consultation_id=consultation.id,
            consultation=consultation,
            number=next_number(Invitation, Invitation.consultation_id == consultation.id),
            email=one.email,
            role=one.role,
            delegation=delegation,
            own_group=None if delegation else one.group,
        )
        made.append((invitation, _send(invitation, client, now)))
        record("invite", invitation, now, seat=seat, role=one.role)
    return made


def resend(invitation: Invitation, seat: Seat, client: str, now: datetime) -> str:
    """A new link for the same seat and another thirty days; the old link dies."""
    if invitation.state_at(now) not in {InvitationState.WAITING, InvitationState.EXPIRED}:
        raise Refusal(N_("This invitation has been accepted or revoked. Make a new one."))
    found = _send(invitation, client, now)
    record("invite", invitation, now, seat=seat, again=True)
    return found


def revoke(invitation: Invitation, seat: Seat, now: datetime) -> None:
    """The link leads nowhere from now on."""
    if invitation.accepted_at:
        raise Refusal(N_("This invitation has been accepted. To take the seat back, unseat its holder."))
    invitation.revoked_at = invitation.revoked_at or now
    record("revoke", invitation, now, seat=seat)


def accept(invitation: Invitation, person: Person, now: datetime) -> Seat:
    """The seat, as it was offered. A link serves once."""
    if invitation.state_at(now) is not InvitationState.WAITING:
        raise Refusal(N_("This invitation no longer holds. Ask the secretariat for a new one."))
    consultation = invitation.consultation
    if consultation.phase_at(now) is Phase.REPORTED:
        raise Untimely(N_("The report of this consultation is published: nobody can take a seat any more."))
    if find_seat(consultation, person):
        raise Refusal(N_("You have a seat in this consultation already. The secretariat can change it."))
    seat = take_seat(
        consultation,
        person,
        invitation.role,
        now,
        delegation=invitation.delegation,
        own_group=invitation.own_group,
    )
    db.session.flush()
    invitation.accepted_at = now
    invitation.seat_id = seat.id
    record("accept", invitation, now, seat=seat)
    return seat


def forget_address(email: str, now: datetime) -> None:
    """Invitations no longer say to whom they went; those that wait are void."""
    for invitation in db.session.scalars(sa.select(Invitation).where(Invitation.email == email)):
        invitation.email = ""
        if not invitation.accepted_at:
            invitation.revoked_at = invitation.revoked_at or now


def find_invitation(token: str) -> Invitation | None:
    """Where a link leads. Within a write its consultation is locked, so that a link serves once."""
    query = sa.select(Invitation).where(Invitation.token_digest == digest(token))
    invitation = db.session.scalar(query)
    if invitation and is_writing():
        get_consultation(invitation.consultation_id)
        return db.session.scalar(query.execution_options(populate_existing=True))
    return invitation


def came_by_mail(invitation: Invitation, token: str, proof: str) -> bool:
    """Whether the link is the one in the letter, which shows that the address is its reader's."""
    return bool(invitation.email) and is_proven(Purpose.INVITATION, token, proof)


def _send(invitation: Invitation, client: str, now: datetime) -> str:
    """Mails a link and returns the one to hand over, which does not prove whose the address is."""
    spend(INVITATION, invitation.email, client, now)
    token = secrets.token_urlsafe(32)
    invitation.token_digest = digest(token)
    invitation.invited_at = now
    invitation.expires_at = now + LASTS
    db.session.add(invitation)
    db.session.flush()
    consultation = invitation.consultation
    account = find_account(invitation.email)
    post(
        "invitation",
        invitation.email,
        account.person.language if account else consultation.language,
        now,
        link=link("invitations.show", token=token, proof=prove(Purpose.INVITATION, token)),
        consultation=consultation.title,
        role=LABELS[invitation.role],
        delegation=invitation.delegation.name if invitation.delegation else "",
    )
    return link("invitations.show", token=token)
