"""What can happen next to a matter, and what the record of it must carry."""

from datetime import date
from enum import StrEnum

from app.core.texts import POSITION_LIMIT
from app.core.words import N_, Incomplete


class OutcomeKind(StrEnum):
    ADOPTED = "adopted"
    REFERRED = "referred"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    DEADLINE = "deadline"
    ACTION = "action"
    NEXT_STEP = "next step"
    FOLLOW_UP = "follow-up"  # a consultation that continues this one


class Modality(StrEnum):
    """How firm a next step is."""

    IS = "is"
    WILL = "will"
    SHALL = "shall"
    WOULD = "would"
    COULD = "could"
    MAY = "may"


LABELS = {
    OutcomeKind.ADOPTED: N_("Adopted"),
    OutcomeKind.REFERRED: N_("Referred"),
    OutcomeKind.DEFERRED: N_("Deferred"),
    OutcomeKind.WITHDRAWN: N_("Withdrawn"),
    OutcomeKind.DEADLINE: N_("Deadline"),
    OutcomeKind.ACTION: N_("Action"),
    OutcomeKind.NEXT_STEP: N_("Next step"),
    OutcomeKind.FOLLOW_UP: N_("Follow-up consultation"),
}

MEANINGS = {
    OutcomeKind.ADOPTED: N_("It is decided: a text, a name, an agenda."),
    OutcomeKind.REFERRED: N_("Another body takes it further: say which."),
    OutcomeKind.DEFERRED: N_("It waits for a later meeting or day."),
    OutcomeKind.WITHDRAWN: N_("It is no longer pursued."),
    OutcomeKind.DEADLINE: N_("Something has to come in by a day: say by when."),
    OutcomeKind.ACTION: N_("Somebody does something: say who."),
    OutcomeKind.NEXT_STEP: N_("What comes next, whoever does it."),
    OutcomeKind.FOLLOW_UP: N_("Another consultation continues this one."),
}

MODALITY_LABELS = {
    Modality.WILL: N_("It will happen"),
    Modality.SHALL: N_("It shall happen: it was decided"),
    Modality.IS: N_("It is so"),
    Modality.WOULD: N_("It would be needed"),
    Modality.COULD: N_("It could happen"),
    Modality.MAY: N_("It may happen"),
}


def check_outcome(kind: OutcomeKind, text: str, body: str, due_on: date | None) -> None:
    """Incomplete unless the outcome says what, and to whom or by when where its kind asks for that."""
    if not text.strip():
        raise Incomplete("text", N_("Write what this is about: the words that complete the sentence."))
    if len(text) > POSITION_LIMIT:
        raise Incomplete("text", N_("Shorten it to %(limit)d characters."), limit=POSITION_LIMIT)
    if kind is OutcomeKind.REFERRED and not body.strip():
        raise Incomplete("body", N_("Name the body to which it is referred."))
    if kind is OutcomeKind.DEADLINE and due_on is None:
        raise Incomplete("due_on", N_("Give the day by which it is due."))
