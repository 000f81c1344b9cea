"""What can be said: the kinds of proposals and positions, and the forms of a position."""

from datetime import datetime, timedelta
from enum import StrEnum

from app.core.words import N_, Incomplete

POSITION_LIMIT = 400  # characters
ELABORATION_LIMIT = 1_200
TITLE_LIMIT = 200
BODY_LIMIT = 20_000
COMMENT_LIMIT = 10_000
ENTRIES = 50  # with which a list may begin
REASON_LIMIT = 400
EDIT_MINUTES = 15


class ProposalKind(StrEnum):
    """A single text; a list to which participants add; options that compete; a document under discussion."""

    TEXT = "text"
    LIST = "list"
    OPTIONS = "options"
    DOCUMENT = "document"


class Form(StrEnum):
    """The grammatical form of a position: how it completes a sentence of the report."""

    CLAUSE = "clause"  # (It was agreed that) the process should be open
    GERUND = "gerund"  # (Some were in favour of) organizing the meetings around themes
    INFINITIVE = "infinitive"  # (It was suggested to) organize workshops
    NOUN = "noun phrase"  # (The following themes were proposed:) food security


class Kind(StrEnum):
    """What a position is, apart from how far it is agreed."""

    VIEW = "view"
    CONCERN = "concern"
    EMPHASIS = "emphasis"
    INFORMATION = "information"
    RECALLED = "recalled"  # an earlier decision
    INVITATION = "invitation"  # an officer invites participants to something


class Relation(StrEnum):
    """How a position stands to the one it answers."""

    COUNTER = "counter"  # speaks against it
    REMARK = "remark"  # is said beside it, and reported within it


FORM_FRAMES = {
    Form.CLAUSE: N_("It was agreed that %(words)s."),
    Form.GERUND: N_("Some participants were in favour of %(words)s."),
    Form.INFINITIVE: N_("It was suggested to %(words)s."),
    Form.NOUN: N_("There was support for %(words)s."),
}

FORM_EXAMPLES = {
    Form.CLAUSE: N_("For example: the preparation should be open to all"),
    Form.GERUND: N_("For example: arranging the week around themes"),
    Form.INFINITIVE: N_("For example: send the reports a month before the meeting"),
    Form.NOUN: N_("For example: a shorter programme"),
}

PROPOSAL_KIND_MEANINGS = {
    ProposalKind.TEXT: N_("You put one sentence to the consultation, and others take a position on it."),
    ProposalKind.LIST: N_("You begin a list, of themes for example, and everybody can add to it."),
    ProposalKind.OPTIONS: N_("Several answers to one question stand side by side; everybody can add one."),
    ProposalKind.DOCUMENT: N_("A draft is on the table, and participants comment on it point by point."),
}

PUT_FORWARD = {
    Kind.VIEW: N_("a view: this is how it should be"),
    Kind.CONCERN: N_("a concern: this could go wrong"),
    Kind.EMPHASIS: N_("an emphasis: this matters most"),
    Kind.INFORMATION: N_("information: this is so"),
}

RELATION_LABELS = {
    Relation.COUNTER: N_("It speaks against that position"),
    Relation.REMARK: N_("It stands beside that position"),
}

PROPOSAL_KIND_LABELS = {
    ProposalKind.TEXT: N_("A single proposal"),
    ProposalKind.LIST: N_("A list to which participants add"),
    ProposalKind.OPTIONS: N_("Options that compete"),
    ProposalKind.DOCUMENT: N_("A document under discussion"),
}

FORM_LABELS = {
    Form.CLAUSE: N_("A statement: “It was agreed that …”"),
    Form.GERUND: N_("Doing something: “Some were in favour of …”"),
    Form.INFINITIVE: N_("To do something: “It was suggested to …”"),
    Form.NOUN: N_("A name or a thing: “There was support for …”"),
}

KIND_LABELS = {
    Kind.VIEW: N_("View"),
    Kind.CONCERN: N_("Concern"),
    Kind.EMPHASIS: N_("Emphasis"),
    Kind.INFORMATION: N_("Information"),
    Kind.RECALLED: N_("Earlier decision"),
    Kind.INVITATION: N_("Invitation"),
}


def check_proposal(title: str, body: str) -> None:
    """Incomplete unless a proposal can stand under this title."""
    if not title.strip():
        raise Incomplete("title", N_("Give the proposal a title."))
    if len(title) > TITLE_LIMIT:
        raise Incomplete("title", N_("Shorten the title to %(limit)d characters."), limit=TITLE_LIMIT)
    if len(body) > BODY_LIMIT:
        raise Incomplete("body", N_("Shorten the background to %(limit)d characters."), limit=BODY_LIMIT)


def asks_for_a_decision(kind: Kind) -> bool:
    """Whether a position waits to be determined; a concern or an earlier decision is reported by its kind."""
    return kind is Kind.VIEW


def check_position(text: str, elaboration: str = "") -> None:
    """Incomplete unless the text can stand as a position."""
    if not text.strip():
        raise Incomplete("text", N_("Write the position: the words that complete the sentence."))
    if len(text) > POSITION_LIMIT:
        raise Incomplete(
            "text",
            N_("Shorten the position to %(limit)d characters; put the rest under “Explanation”."),
            limit=POSITION_LIMIT,
        )
    if len(elaboration) > ELABORATION_LIMIT:
        raise Incomplete(
            "elaboration", N_("Shorten the explanation to %(limit)d characters."), limit=ELABORATION_LIMIT
        )


def check_comment(body: str) -> None:
    """Incomplete unless there is something to say, and room for it."""
    if not body.strip():
        raise Incomplete("body", N_("Write your comment."))
    if len(body) > COMMENT_LIMIT:
        raise Incomplete("body", N_("Shorten the comment to %(limit)d characters."), limit=COMMENT_LIMIT)


def check_concealment(reason: str) -> None:
    """Incomplete unless it is said why a text is hidden."""
    if not reason.strip():
        raise Incomplete("reason", N_("Say why: the reason stands where the text was."))
    if len(reason) > REASON_LIMIT:
        raise Incomplete("reason", N_("Shorten the reason to %(limit)d characters."), limit=REASON_LIMIT)


def may_still_edit(said_at: datetime, now: datetime) -> bool:
    """Whether a comment, or the head of a proposal, is young enough to be edited."""
    return now - said_at <= timedelta(minutes=EDIT_MINUTES)
