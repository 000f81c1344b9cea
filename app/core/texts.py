"""What can be said: the kinds of proposals and positions, and the forms of a position."""

from enum import StrEnum

from app.core.words import N_, Incomplete

POSITION_LIMIT = 400  # characters
ELABORATION_LIMIT = 1_200
TITLE_LIMIT = 200
BODY_LIMIT = 20_000
COMMENT_LIMIT = 10_000
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
