"""The reporting verbs, and which of them each status and kind of position allows.

The first of each row is taken unless the record asks for another one in the row: no verb can make a
position sound more agreed than the chair determined.
"""

from enum import StrEnum

from app.core.determinations import Status
from app.core.texts import Form, Kind


class Verb(StrEnum):
    """A frame's verb, whatever the language; the words are in `phrases`."""

    AGREED = "agreed"
    AGREEMENT = "agreement"
    CONSENSUS = "consensus"
    GENERAL_AGREEMENT = "general agreement"
    BROAD_SUPPORT = "broad support"
    WELCOMED = "welcomed"
    NO_AGREEMENT = "no agreement"
    REJECTED = "rejected"
    MINORITY_VIEW = "minority view"
    SUGGESTED = "suggested"
    PROPOSED = "proposed"
    PROPOSAL = "proposal"
    PRESENTED = "presented"
    URGED = "urged"
    MENTIONED = "mentioned"
    NOTED = "noted"
    EMPHASIZED = "emphasized"
    STRESSED = "stressed"
    RECALLED = "recalled"
    CONCERN = "concern"
    DISCUSSION = "discussion"
    INVITED = "invited"
    IN_FAVOUR = "in favour"
    FAVOURED = "favoured"
    CONSIDERED = "considered"
    FELT = "felt"
    ARGUED = "argued"
    COMMENTED = "commented"
    EXPRESSED_THE_VIEW = "expressed the view"


OPINIONS = (
    Verb.CONSIDERED,
    Verb.FELT,
    Verb.ARGUED,
    Verb.EXPRESSED_THE_VIEW,
    Verb.COMMENTED,
    Verb.RECALLED,
    Verb.IN_FAVOUR,
    Verb.FAVOURED,
)

BY_STATUS = {
    Status.AGREED: (Verb.AGREED, Verb.AGREEMENT),
    Status.CONSENSUS: (Verb.CONSENSUS, Verb.GENERAL_AGREEMENT),
    Status.BROAD: (Verb.BROAD_SUPPORT, Verb.WELCOMED),
    Status.DIVIDED: OPINIONS,
    Status.NONE: (Verb.NO_AGREEMENT,),
    Status.REJECTED: (Verb.REJECTED,),
    Status.MINORITY: (Verb.MINORITY_VIEW,),
    Status.NOTED: (Verb.NOTED, Verb.MENTIONED, Verb.EMPHASIZED, Verb.STRESSED, Verb.DISCUSSION),
}

# Put forward and not determined: the kind says how.
BY_KIND = {
    Kind.VIEW: (Verb.SUGGESTED, Verb.PROPOSED, Verb.PROPOSAL, Verb.MENTIONED, Verb.NOTED, Verb.DISCUSSION),
    Kind.CONCERN: (Verb.CONCERN, Verb.DISCUSSION),
    Kind.EMPHASIS: (Verb.EMPHASIZED, Verb.STRESSED),
    Kind.INFORMATION: (Verb.NOTED, Verb.MENTIONED, Verb.DISCUSSION),
    Kind.RECALLED: (Verb.RECALLED,),
    Kind.INVITATION: (Verb.INVITED,),
}

# Said by somebody who is named.
BY_NAMED = {
    **{kind: (*verbs, *OPINIONS) for kind, verbs in BY_KIND.items()},
    Kind.VIEW: (Verb.SUGGESTED, Verb.PROPOSED, Verb.PRESENTED, Verb.URGED, Verb.EMPHASIZED, Verb.STRESSED,
                Verb.NOTED, *OPINIONS),
}  # fmt: skip

# Verbs that go with "also", "further" and "finally" when they follow one another in a section.
FAMILIES = {
    Verb.SUGGESTED: "proposing",
    Verb.PROPOSED: "proposing",
    Verb.PROPOSAL: "proposing",
    Verb.PRESENTED: "proposing",
    Verb.MENTIONED: "noting",
    Verb.NOTED: "noting",
    Verb.CONCERN: "concern",
    Verb.MINORITY_VIEW: "minority",
}

DECIDED = frozenset(BY_STATUS) - {Status.NOTED, Status.MINORITY}
CONTESTED = frozenset({Status.DIVIDED, Status.NONE})


def allowed(status: Status, kind: Kind) -> tuple[Verb, ...]:
    """The impersonal verbs for a position, the usual one first."""
    if status is Status.FORWARD or (status is Status.NOTED and kind is not Kind.VIEW):
        return BY_KIND[kind]
    return BY_STATUS[status]


def allowed_named(status: Status, kind: Kind, form: Form) -> tuple[Verb, ...]:
    """The verbs for a position that somebody in particular put, the usual one first."""
    if kind is not Kind.VIEW:
        return BY_NAMED[kind]
    if status is Status.MINORITY:
        return (Verb.URGED, *BY_NAMED[kind])
    if form is Form.NOUN:
        return (Verb.PROPOSED, *BY_NAMED[kind])
    return BY_NAMED[kind]


def choose(wanted: str, verbs: tuple[Verb, ...]) -> Verb:
    """The verb asked for, where it is allowed; else the usual one."""
    return next((verb for verb in verbs if verb == wanted), verbs[0])
