"""What can happen next to a matter, and what the record of it must carry."""

from datetime import date
from enum import StrEnum

from app.core.texts import POSITION_LIMIT
from app.core.words import N_, Incomplete, Refusal

ACCOUNT_LIMIT = 2_000  # characters


class OutcomeKind(StrEnum):
    ADOPTED = "adopted"
    REFERRED = "referred"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    DEADLINE = "deadline"
    ACTION = "action"
    NEXT_STEP = "next step"
    FOLLOW_UP = "follow-up"  # a consultation that continues this one


class Course(StrEnum):
    """What has become of an outcome since."""

    WAITING = "waiting"
    UNDER_WAY = "under way"
    DONE = "done"
    DROPPED = "dropped"


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


DECIDED = frozenset({OutcomeKind.ADOPTED, OutcomeKind.WITHDRAWN})  # nothing has to come of them any more
ENDED = frozenset({Course.DONE, Course.DROPPED})

COURSE_LABELS = {
    Course.WAITING: N_("Waiting"),
    Course.UNDER_WAY: N_("Under way"),
    Course.DONE: N_("Done"),
    Course.DROPPED: N_("Not pursued"),
}


def is_overdue(course: Course, due_on: date | None, today: date) -> bool:
    """Whether its day has passed and nobody has said that it is done; on the day itself it is not."""
    return course not in ENDED and due_on is not None and due_on < today


def check_account(kind: OutcomeKind, course: Course, note: str) -> None:
    """Incomplete or Refusal unless an account of an outcome says what it must."""
    if kind in DECIDED:
        raise Refusal(N_("This was decided then and there: nothing has to come of it any more."))
    if course is Course.DROPPED and not note.strip():
        raise Incomplete("note", N_("Say why it is not pursued."))
    if len(note) > ACCOUNT_LIMIT:
        raise Incomplete("note", N_("Shorten it to %(limit)d characters."), limit=ACCOUNT_LIMIT)


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
