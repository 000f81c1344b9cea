"""What a row of the tables says: what it is told of, whom it concerns, and in which words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.db import Base
from app.ledger.models import Event
from app.notifications.circles import Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of notice."""

    name: str
    of: type[Base]  # what it is about
    to: Callable[[Any], Circle]  # whom it concerns
    says: str
    deadline: bool = False  # it has to be known by a time
    hidden: bool = False  # told although the thing is hidden, without its words
    leads: str = ""  # to another page than that of the thing


@dataclass(frozen=True, slots=True, kw_only=True)
class ActKind(Kind):
    """What is told of an event."""

    verb: str
    when: Callable[[Event, Any], bool] = lambda event, subject: True


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineKind(Kind):
    """What is told before a deadline, to those who have not answered, or once it has passed."""

    deadline: bool = True
    among: Callable[[datetime], Iterable[Any]]  # the things whose deadline may be near
    begun: Callable[[Any], datetime]
    until: Callable[[Any], datetime | None]
    passed: bool = False
