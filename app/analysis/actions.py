"""The clerk's part: results of many votes, computed while people read the last ones."""

from datetime import datetime

from app.analysis.queries import (
    last_results,
    memory,
    put_results,
    shelf,
    version_now,
    votes_now,
)
from app.consultations.models import Consultation
from app.db import db


def catch_up(now: datetime) -> int:
    """Computes what was asked for in this process, unless another is at it; says how many it computed."""
    return sum(_compute(key, now) for key in sorted(memory().wanted))


def _compute(key: int, now: datetime) -> bool:
    db.session.rollback()
    consultation = db.session.get(Consultation, key)
    with shelf().turn(key, wait=False) as mine:
        if not mine:
            return False
        memory().wanted.discard(key)
        if consultation is None:
            return False
        shelf().note(key, 1)
        held = votes_now(consultation)
        last = last_results(consultation)
        if last and last.version == version_now(consultation, held):
            return False
        shelf().note(key, 2)
        put_results(consultation, held, last, now)
    return True
