"""One screen of comments, in two queries however long the thread is."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from app.core.threads import BATCH, Screen, Sort
from app.deliberation.models import Comment, Position, Proposal
from app.deliberation.queries import comments, concealments, thread


@dataclass(frozen=True, slots=True)
class Discussion:
    """What one screen shows of the comments on a proposal or a position."""

    proposal: Proposal
    position: Position | None
    under: int | None
    sort: Sort
    screen: Screen
    said: Mapping[int, sa.Row]  # by number: those on the screen, and those that lead to `under`
    lineage: list[int]
    count: int
    hidden: Mapping[int, str]  # why some are hidden, by id


def discuss(
    proposal: Proposal,
    *,
    sees_hidden: bool,
    position: Position | None = None,
    under: int | None = None,
    sort: Sort = Sort.OLDEST,
    after: int | None = None,
    size: int | None = BATCH,
) -> Discussion | None:
    """The next screen; `under` takes the replies to one comment. None where that has no place."""
    talk = thread(proposal, position, all_seen=sees_hidden)
    if under is not None and not talk.stands(under):
        return None
    screen = talk.screen(under, sort, after=after, size=size)
    lineage = [*talk.lineage(under), under] if under is not None else []
    said = comments(proposal, [line.number for line in screen.lines] + lineage)
    return Discussion(
        proposal=proposal,
        position=position,
        under=under,
        sort=sort,
        screen=screen,
        said=said,
        lineage=lineage,
        count=talk.replies_to(under),
        hidden=concealments(said.values(), Comment.__tablename__),
    )
