"""Minority statements: on which determinations, until when, in how many words and under whose name."""

from datetime import datetime, timedelta
from enum import StrEnum

from app.core.determinations import Status
from app.core.votes import Choice
from app.core.words import N_, Incomplete

STATEMENT_LIMIT = 3_000  # characters
LONGEST_TIME = 365  # days after a determination

# Of what is agreed nobody is in the minority; of what was only put forward or noted nothing is decided.
ANSWERABLE = frozenset(
    {Status.CONSENSUS, Status.BROAD, Status.DIVIDED, Status.NONE, Status.REJECTED, Status.MINORITY}
)


class Naming(StrEnum):
    """As whom somebody agrees to be named, beside the statement and in the report."""

    NAMED = "named"
    GROUP = "group"
    UNNAMED = "unnamed"


LABELS = {
    Naming.NAMED: N_("By the name of my delegation, or my own where I speak for none"),
    Naming.GROUP: N_("As the stakeholder group for which my delegation speaks"),
    Naming.UNNAMED: N_("Without a name: as proponents of a minority view"),
}


def deadline(determined_at: datetime, days: int | None, until: datetime | None) -> datetime | None:
    """When the time for statements on a determination ends; None: when the report is published."""
    return until or (determined_at + timedelta(days=days) if days else None)


def check_deadline(days: int | None, until: datetime | None) -> None:
    """Incomplete where two deadlines are given."""
    if days is not None and until is not None:
        raise Incomplete("statements_until", N_("Give a number of days or a date, not both."))
    if days is not None and not 1 <= days <= LONGEST_TIME:
        raise Incomplete(
            "statement_days", N_("Give a number of days from 1 to %(limit)d."), limit=LONGEST_TIME
        )


def check_statement(text: str) -> None:
    """Incomplete unless the statement says something, and not too much."""
    if not text.strip():
        raise Incomplete("text", N_("Write the statement: the report prints your own words."))
    if len(text) > STATEMENT_LIMIT:
        raise Incomplete("text", N_("Shorten the statement to %(limit)d characters."), limit=STATEMENT_LIMIT)


def check_naming(naming: Naming, *, speaks_for_group: bool, may_be_named: bool) -> None:
    """Incomplete where somebody would be named as whom he or she cannot speak, or without consent."""
    if naming is Naming.GROUP and not speaks_for_group:
        raise Incomplete("naming", N_("Your delegation does not speak for its group. Choose another name."))
    if naming is Naming.NAMED and not may_be_named:
        raise Incomplete(
            "naming",
            N_("You speak for no delegation. Say first, on the page of your seat, that you may be named."),
        )


def dissents(status: Status) -> frozenset[Choice]:
    """How those voted whose view a determination does not carry."""
    turned_down = status in {Status.REJECTED, Status.MINORITY}
    return frozenset({Choice.SUPPORT, Choice.ACCEPT} if turned_down else {Choice.DISAGREE, Choice.OBJECT})
