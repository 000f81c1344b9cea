"""The five votes, what each must carry, and how they are counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from app.core.words import N_, Incomplete

REASON_LIMIT = 2_000  # characters
RESERVATION_LIMIT = 1_000  # characters
SMALL_GROUP = 3  # voters: below it no breakdown where names are not public


class Choice(StrEnum):
    SUPPORT = "support"
    ACCEPT = "accept"
    ABSTAIN = "abstain"
    DISAGREE = "disagree"
    OBJECT = "object"


LABELS = {
    Choice.SUPPORT: N_("Support"),
    Choice.ACCEPT: N_("Accept"),
    Choice.ABSTAIN: N_("Abstain"),
    Choice.DISAGREE: N_("Disagree"),
    Choice.OBJECT: N_("Object"),
}

MEANINGS = {
    Choice.SUPPORT: N_("I am in favour of this."),
    Choice.ACCEPT: N_("I can live with this."),
    Choice.ABSTAIN: N_("I have no view, or it is not my area."),
    Choice.DISAGREE: N_("I am against this but would not stand in the way."),
    Choice.OBJECT: N_("I stand against this, for the reason I give."),
}

FOR = (Choice.SUPPORT, Choice.ACCEPT)
AGAINST = (Choice.DISAGREE, Choice.OBJECT)


Count = Annotated[int, Meta(ge=0)]  # frozen figures are read back from JSON, which could say anything


@dataclass(frozen=True, slots=True)
class Tally:
    """How many voters chose what."""

    support: Count = 0
    accept: Count = 0
    abstain: Count = 0
    disagree: Count = 0
    object: Count = 0

    @property
    def voters(self) -> int:
        return self.support + self.accept + self.abstain + self.disagree + self.object

    @property
    def sided(self) -> int:
        """Voters other than those who abstained: the base of every share (HOUSE-STYLE 7.2)."""
        return self.voters - self.abstain

    @property
    def in_favour(self) -> int:
        return self.support + self.accept

    @property
    def against(self) -> int:
        return self.disagree + self.object

    def count(self, choice: Choice) -> int:
        return int(getattr(self, choice.value))

    def __add__(self, other: "Tally") -> "Tally":
        return total((self, other))


def count(choices: Iterable[Choice]) -> Tally:
    """The tally of some votes, counted one by one."""
    counts = dict.fromkeys((choice.value for choice in Choice), 0)
    for choice in choices:
        counts[choice.value] += 1
    return Tally(**counts)


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    each = tuple(tallies)
    return Tally(
        sum(tally.support for tally in each),
        sum(tally.accept for tally in each),
        sum(tally.abstain for tally in each),
        sum(tally.disagree for tally in each),
        sum(tally.object for tally in each),
    )


def check_vote(choice: Choice, reason: str, reservation: str, remedy: str = "") -> None:
    """Incomplete unless the vote carries what it must and nothing that is not its own."""
    if choice is Choice.OBJECT and not reason.strip():
        raise Incomplete("reason", N_("Give the reason for your objection: the chair has to answer it."))
    if len(reason) > REASON_LIMIT:
        raise Incomplete("reason", N_("Shorten the reason to %(limit)d characters."), limit=REASON_LIMIT)
    if reservation.strip() and choice is not Choice.ACCEPT:
        raise Incomplete(
            "reservation", N_("A reservation goes with “Accept”. Choose it, or empty the reservation.")
        )
    if len(reservation) > RESERVATION_LIMIT:
        raise Incomplete(
            "reservation", N_("Shorten the reservation to %(limit)d characters."), limit=RESERVATION_LIMIT
        )
    if remedy.strip() and choice is not Choice.OBJECT:
        raise Incomplete(
            "remedy", N_("What would remove an objection goes with “Object”. Choose it, or empty the field.")
        )
    if len(remedy) > REASON_LIMIT:
        raise Incomplete("remedy", N_("Shorten this to %(limit)d characters."), limit=REASON_LIMIT)


def shown_breakdown(by_group: Mapping[str, Tally], names_public: bool) -> dict[str, Tally | None]:
    """The tallies by group as they may be shown: None where one must not be.

    Where names are not public a group with one or two voters is withheld, and if only one group would be
    withheld the next smallest goes with it, so that it cannot be had by subtraction.
    """
    if names_public:
        return dict(by_group)
    small = {key for key, tally in by_group.items() if 0 < tally.voters < SMALL_GROUP}
    if len(small) == 1:
        others = sorted((tally.voters, key) for key, tally in by_group.items() if tally.voters >= SMALL_GROUP)
        small.update(key for _, key in others[:1])
    return {key: None if key in small else tally for key, tally in by_group.items()}
