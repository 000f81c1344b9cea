"""How the votes on some positions stood, day by day: from every vote ever cast."""

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa

from app.core.opinion.course import Day, course
from app.core.votes import AGAINST, FOR, Choice
from app.db import db
from app.voting.models import Cast

EPOCH = date(1970, 1, 1).toordinal()
SECONDS = 86_400


def read_days(position_ids: Iterable[int]) -> tuple[Day, ...]:
    """The course of all votes on the positions together; days are those of UTC."""
    each_voice = {"partition_by": (Cast.position_id, Cast.voter), "order_by": Cast.id}
    casts = (
        sa.select(
            sa.func.floor(sa.extract("epoch", Cast.cast_at) / SECONDS).label("day"),
            Cast.choice,
            sa.func.lag(Cast.choice).over(**each_voice).label("before"),
        )
        .where(Cast.position_id.in_(list(position_ids)))
        .subquery()
    )

    def gained(*choices: Choice) -> sa.ColumnElement[int]:
        now, before = (sa.case((each.in_(choices), 1), else_=0) for each in (casts.c.choice, casts.c.before))
        return sa.func.sum(now - before)

    rows = db.session.execute(
        sa.select(casts.c.day, gained(*FOR), gained(*AGAINST), gained(Choice.ABSTAIN)).group_by(casts.c.day)
    )
    return course(Day(date.fromordinal(EPOCH + int(day)), *changes) for day, *changes in rows)
