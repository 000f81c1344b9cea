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
    CONCLUDED = "concluded"
    CONSENSUS = "consensus"
    GENERAL_AGREEMENT = "general agreement"
    GENERALLY_FELT = "generally felt"
    BROAD_SUPPORT = "broad support"
    WELCOMED = "welcomed"
    PREVAILING = "prevailing"
    SUPPORTED = "supported"
    VIEWS_DIFFERED = "views differed"
    NO_AGREEMENT = "no agreement"
    NO_CONSENSUS = "no consensus"
    REJECTED = "rejected"
    NOT_RETAINED = "not retained"
    NOT_ADEQUATE = "not adequate"
    NOT_SUPPORTED = "did not support"
    MINORITY_VIEW = "minority view"
    SUGGESTED = "suggested"
    PROPOSED = "proposed"
    PROPOSAL = "proposal"
    PRESENTED = "presented"
    URGED = "urged"
    MENTIONED = "mentioned"
    NOTED = "noted"
    POINT = "point"
    INFORMED = "informed"
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
    Status.AGREED: (Verb.AGREED, Verb.AGREEMENT, Verb.CONCLUDED),
    Status.CONSENSUS: (Verb.CONSENSUS, Verb.GENERAL_AGREEMENT, Verb.GENERALLY_FELT),
    Status.BROAD: (Verb.BROAD_SUPPORT, Verb.WELCOMED, Verb.PREVAILING),
    Status.DIVIDED: (Verb.VIEWS_DIFFERED,),
    Status.NONE: (Verb.NO_AGREEMENT, Verb.NO_CONSENSUS),
    Status.REJECTED: (Verb.REJECTED, Verb.NOT_RETAINED, Verb.NOT_ADEQUATE),
    Status.MINORITY: (Verb.MINORITY_VIEW,),
    Status.NOTED: (Verb.NOTED, Verb.MENTIONED, Verb.POINT, Verb.EMPHASIZED, Verb.STRESSED, Verb.DISCUSSION),
}

# Told by how many supported it, where the record asks for that and counts are said in words.
BY_SCALE = {Status.BROAD: Verb.SUPPORTED, Status.REJECTED: Verb.NOT_SUPPORTED}

# Put forward and not determined: the kind says how.
BY_KIND = {
    Kind.VIEW: (Verb.SUGGESTED, Verb.PROPOSED, Verb.PROPOSAL, Verb.POINT, Verb.MENTIONED, Verb.NOTED,
                Verb.DISCUSSION),
    Kind.CONCERN: (Verb.CONCERN, Verb.DISCUSSION),
    Kind.EMPHASIS: (Verb.EMPHASIZED, Verb.STRESSED),
    Kind.INFORMATION: (Verb.NOTED, Verb.MENTIONED, Verb.POINT, Verb.INFORMED, Verb.DISCUSSION),
    Kind.RECALLED: (Verb.RECALLED,),
    Kind.INVITATION: (Verb.INVITED,),
}  # fmt: skip

# Said by somebody who is named.
BY_NAMED = {
    **{kind: (*(v for v in verbs if v is not Verb.POINT), *OPINIONS) for kind, verbs in BY_KIND.items()},
    Kind.VIEW: (Verb.SUGGESTED, Verb.PROPOSED, Verb.PRESENTED, Verb.URGED, Verb.EMPHASIZED, Verb.STRESSED,
                Verb.NOTED, *OPINIONS),
}  # fmt: skip

# Verbs that go with "also" and "further" when they follow one another in a section.
FAMILIES = {
    Verb.AGREED: "agreeing",
    Verb.AGREEMENT: "agreeing",
    Verb.CONCLUDED: "agreeing",
    Verb.CONSENSUS: "consensus",
    Verb.GENERAL_AGREEMENT: "consensus",
    Verb.EMPHASIZED: "emphasizing",
    Verb.STRESSED: "emphasizing",
    Verb.RECALLED: "recalling",
    Verb.SUGGESTED: "proposing",
    Verb.PROPOSED: "proposing",
    Verb.PROPOSAL: "proposing",
    Verb.PRESENTED: "presenting",
    Verb.MENTIONED: "noting",
    Verb.NOTED: "noting",
    Verb.POINT: "noting",
    Verb.INFORMED: "noting",
    Verb.CONCERN: "concern",
    Verb.MINORITY_VIEW: "minority",
}
LAST = frozenset({"proposing", "noting", "concern", "minority"})  # families whose last opens with "Finally,"

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
