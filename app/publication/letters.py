"""The letters: a draft is in circulation, it is so for longer, a correction is answered, a report is out."""

from datetime import datetime

import sqlalchemy as sa

from app.accounts.models import Account, Person
from app.accounts.queries import account_of
from app.consultations.models import Consultation, Seat
from app.consultations.terms import SeatState
from app.db import db
from app.mail.actions import post
from app.mail.composition import link
from app.publication.models import Circulation, Correction, PublishedReport
from app.publication.terms import CORRECTION_LABELS


def tell_seated(occasion: str, circulation: Circulation, seat: Seat, now: datetime, **more: str) -> None:
    """One letter about a circulated draft to each who is seated but whoever acts."""
    consultation = circulation.consultation
    _post_round(
        occasion,
        consultation,
        seat,
        now,
        closes_at=circulation.closes_at.isoformat(),
        zone=consultation.timezone,
        link=link("circulating.show", slug=consultation.slug, number=circulation.number),
        **more,
    )


def tell_published(
    version: PublishedReport, consultation: Consultation, seat: Seat | None, now: datetime
) -> None:
    """One letter about a report, or what a later version sets right, to each who is seated."""
    _post_round(
        "published",
        consultation,
        seat,
        now,
        number=str(version.version),
        corrects=version.corrects,
        link=link("publication.show_version", slug=consultation.slug, version=version.version),
    )


def tell_proposer(correction: Correction, now: datetime) -> None:
    """What became of a correction, to whoever proposed it."""
    account = account_of(correction.seat.person)
    if account is None:
        return
    consultation = correction.circulation.consultation
    post(
        "corrected",
        account.email,
        account.person.language or consultation.language,
        now,
        consultation=consultation.title,
        number=str(correction.number),
        state=CORRECTION_LABELS[correction.state],
        answer=correction.answer,
        link=link(
            "correcting.show",
            slug=consultation.slug,
            number=correction.circulation.number,
            correction_number=correction.number,
        ),
    )


def _post_round(
    occasion: str, consultation: Consultation, actor: Seat | None, now: datetime, **data: str
) -> None:
    """A letter to everybody seated but whoever acts, who knows."""
    rows = db.session.execute(
        sa.select(Account.email, Person.language)
        .join(Person, Account.person_id == Person.id)
        .join(Seat, Seat.person_id == Person.id)
        .where(
            Seat.consultation_id == consultation.id,
            Seat.state == SeatState.ACTIVE,
            Seat.id != (actor.id if actor else None),  # of nobody: all
        )
        .order_by(Account.id)
    )
    for email, language in rows:
        post(occasion, email, language or consultation.language, now, consultation=consultation.title, **data)
