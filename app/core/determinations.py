"""The agreement statuses: what each means and who may set it."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256

from app.core.words import N_, Incomplete, Refusal, Sentence

RATIONALE_LIMIT = 4_000  # characters
DEPARTURE_LIMIT = 1_000
NOTES_LIMIT = 4_000  # of the chairs among themselves


class Status(StrEnum):
    """The agreement status of a position or a whole proposal (HOUSE-STYLE 7.2)."""

    AGREED = "agreed"
    CONSENSUS = "consensus"
    BROAD = "broad"
    DIVIDED = "divided"
    NONE = "none"
    REJECTED = "rejected"
    MINORITY = "minority"
    FORWARD = "forward"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A status in words: its label, what it says, and the side of the board on which it stands."""

    label: str
    definition: str
    side: str  # agreed · contested · other


MEANINGS = {
    Status.AGREED: Meaning(
        N_("Agreed"),
        N_("It was put to all, and nobody maintained an objection or a disagreement."),
        "agreed",
    ),
    Status.CONSENSUS: Meaning(
        N_("Consensus"),
        N_("It is supported across the groups, and every objection has been answered."),
        "agreed",
    ),
    Status.BROAD: Meaning(
        N_("Broad support"),
        N_("Most support it and no group as a whole is against it; objections remain, or it was not tested."),
        "agreed",
    ),
    Status.DIVIDED: Meaning(N_("Divided"), N_("There is real support and real opposition."), "contested"),
    Status.NONE: Meaning(
        N_("No agreement"), N_("There are several positions, and none has broad support."), "contested"
    ),
    Status.REJECTED: Meaning(N_("Not retained"), N_("The participants turned it down."), "contested"),
    Status.MINORITY: Meaning(
        N_("Minority view"), N_("It is held by few, who want it on record."), "contested"
    ),
    Status.FORWARD: Meaning(N_("Put forward"), N_("It was proposed and has not been tested."), "other"),
    Status.NOTED: Meaning(
        N_("Noted"), N_("It is information, an emphasis or a comment, and asks for no decision."), "other"
    ),
}


@dataclass(frozen=True, slots=True)
class Sight:
    """What a chair had before his or her eyes: enough to say what has changed since."""

    words: str  # the digest of the text
    suggested: str
    determinations: int
    casts: int  # every vote cast, changed or taken back so far
    objections: int  # ever opened
    answered: int
    challenges: int  # to the determination in force, ever raised

    def __str__(self) -> str:
        return ".".join(str(value) for value in asdict(self).values())

    @classmethod
    def parse(cls, text: str) -> "Sight | None":
        """The sight that a page carried; None where it carried none that can be read."""
        parts = text.split(".")
        if len(parts) != 7 or not all(part.isascii() and part.isdigit() for part in parts[2:]):
            return None
        return cls(parts[0], parts[1], *(int(part[:9]) for part in parts[2:]))


def digest_words(*texts: str) -> str:
    """A short digest by which two versions of a text differ."""
    return sha256("\0".join(texts).encode()).hexdigest()[:12]


def changes(before: Sight | None, after: Sight) -> tuple[Sentence, ...]:
    """What has changed between opening the page and sending it, in words; nothing if nothing has."""
    if before is None:
        return (Sentence(N_("It is not known which figures you had before you. They are below.")),)
    found = [
        (before.words != after.words, Sentence(N_("The text is another than the one you read."))),
        (
            before.determinations != after.determinations,
            Sentence(N_("Another determination was made in the meantime.")),
        ),
        (
            before.casts != after.casts,
            Sentence(N_("Votes cast or changed: %(count)d."), {"count": abs(after.casts - before.casts)}),
        ),
        (
            before.objections != after.objections,
            Sentence(
                N_("Objections: %(before)d then, %(now)d now."),
                {"before": before.objections, "now": after.objections},
            ),
        ),
        (before.answered != after.answered, Sentence(N_("An objection was answered or retracted."))),
        (before.challenges < after.challenges, Sentence(N_("The determination was challenged."))),
        (before.suggested != after.suggested, Sentence(N_("The figures now suggest another status."))),
    ]
    return tuple(sentence for changed, sentence in found if changed)


def check_own(own: bool, others: bool) -> None:
    """Refusal where a chair would judge what he or she put forward while a co-chair could do so."""
    if own and others:
        raise Refusal(N_("You put this forward yourself. Ask your co-chair to determine it."))


def check_endorsed(endorsed: bool) -> None:
    """Refusal where a chair would determine alone what two determine together."""
    if not endorsed:
        raise Refusal(N_("Here two chairs determine together: another chair must endorse what you prepare."))


def check_determination(status: Status, suggested: Status, rationale: str, departure: str) -> None:
    """Incomplete unless the chair has said why, and why otherwise than the figures suggest."""
    if not rationale.strip():
        raise Incomplete("rationale", N_("Give your reasons: participants read them beside the status."))
    if len(rationale) > RATIONALE_LIMIT:
        raise Incomplete(
            "rationale", N_("Shorten the reasons to %(limit)d characters."), limit=RATIONALE_LIMIT
        )
    if status is not suggested and not departure.strip():
        raise Incomplete("departure", N_("Say in one sentence why you depart from what the figures suggest."))
    if len(departure) > DEPARTURE_LIMIT:
        raise Incomplete("departure", N_("Shorten it to %(limit)d characters."), limit=DEPARTURE_LIMIT)
