"""A consultation with one proposal, three who speak in it, and two who keep order."""

from dataclasses import dataclass
from datetime import datetime

from flask import Flask

from app.consultations.models import Consultation
from app.consultations.queries import agenda
from app.core.roles import Role
from app.core.texts import Form, ProposalKind
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from tests import cast


@dataclass(frozen=True)
class Table:
    """Around which they sit: `amina` and `bo` speak for one delegation each, `cleo` only for herself."""

    app: Flask
    slug: str
    address: str  # of the first proposal

    def visitor(self, key: str | None = None) -> cast.Visitor:
        return cast.visitor(self.app, key)

    def closes(self, at: datetime) -> None:
        with self.app.app_context(), write():
            db.session.query(Consultation).one().closes_at = at


def lay(app: Flask, now: datetime) -> Table:
    """A consultation that is open, with its proposal and the one position in it."""
    with app.app_context(), write():
        held = cast.consultation(now)
        amina = cast.seat(held, "amina", now, delegation=cast.delegation(held, "Northland"))
        cast.seat(held, "bo", now, delegation=cast.delegation(held, "Society of Examples"))
        cast.seat(held, "cleo", now)
        cast.seat(held, "chen", now, Role.CHAIR)
        item = agenda(held)[0]
        proposal = table_proposal(item, amina, ProposalKind.TEXT, "Call it a forum", "Why *not*?", now)
        table_position(proposal, amina, "the cluster should be called a forum", Form.CLAUSE, now)
        return Table(app, held.slug, f"/consultations/{held.slug}/proposals/1")
