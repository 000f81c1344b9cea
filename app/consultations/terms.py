"""The choices that a secretariat has when it sets a consultation up."""

from enum import StrEnum

from app.core.words import N_


class Participation(StrEnum):
    """How one comes to a participant's seat."""

    EVERYONE = "everyone"
    APPROVAL = "approval"
    INVITATION = "invitation"


class Readers(StrEnum):
    """Who may read a consultation that is no longer a draft."""

    PUBLIC = "public"
    SIGNED_IN = "signed in"
    SEATED = "seated"


class VotingUnit(StrEnum):
    """Whose voices are counted."""

    DELEGATION = "delegation"
    PERSON = "person"


class ReportStyle(StrEnum):
    NUMBERED = "numbered"
    BULLETED = "bulleted"


class SeatState(StrEnum):
    REQUESTED = "requested"
    ACTIVE = "active"
    LEFT = "left"


class InvitationState(StrEnum):
    WAITING = "waiting"
    ACCEPTED = "accepted"
    REVOKED = "revoked"
    EXPIRED = "expired"


class Adoption(StrEnum):
    """How the agenda was adopted."""

    ADOPTED = "adopted"
    AS_DRAFTED = "as drafted"
    AS_AMENDED = "as amended"


class DelegationKind(StrEnum):
    """A country speaks as such; a body is an organization."""

    COUNTRY = "country"
    BODY = "body"


PARTICIPATION_LABELS = {
    Participation.EVERYONE: N_("Everyone who signs in"),
    Participation.APPROVAL: N_("Everyone, after approval by the secretariat"),
    Participation.INVITATION: N_("By invitation only"),
}

READERS_LABELS = {
    Readers.PUBLIC: N_("Everyone"),
    Readers.SIGNED_IN: N_("Everyone who signs in"),
    Readers.SEATED: N_("Only those who have a seat"),
}

VOTING_UNIT_LABELS = {
    VotingUnit.DELEGATION: N_("One voice per delegation"),
    VotingUnit.PERSON: N_("One voice per person"),
}

REPORT_STYLE_LABELS = {
    ReportStyle.NUMBERED: N_("Numbered final report"),
    ReportStyle.BULLETED: N_("Bulleted meeting summary"),
}

SEAT_STATE_LABELS = {
    SeatState.REQUESTED: N_("Asked for"),
    SeatState.ACTIVE: N_("Taken"),
    SeatState.LEFT: N_("Declined or taken back"),
}

INVITATION_STATE_LABELS = {
    InvitationState.WAITING: N_("Waiting"),
    InvitationState.ACCEPTED: N_("Accepted"),
    InvitationState.REVOKED: N_("Revoked"),
    InvitationState.EXPIRED: N_("Expired"),
}

DELEGATION_KIND_LABELS = {
    DelegationKind.COUNTRY: N_("Country"),
    DelegationKind.BODY: N_("Organization"),
}

DEFAULT_GROUPS = (
    ("governments", N_("Governments"), N_("Government representatives")),
    ("private-sector", N_("Private sector"), N_("Private sector representatives")),
    ("civil-society", N_("Civil society"), N_("Civil society representatives")),
    (
        "technical-academic",
        N_("Technical and academic community"),
        N_("Representatives of the technical and academic community"),
    ),
    (
        "international-organizations",
        N_("International organizations"),
        N_("Representatives of international organizations"),
    ),
)

ADOPTION_LABELS = {
    Adoption.ADOPTED: N_("Adopted"),
    Adoption.AS_DRAFTED: N_("Adopted as drafted"),
    Adoption.AS_AMENDED: N_("Adopted as amended"),
}

OFFICE_LABELS = {
    "chair": N_("Chair"),
    "co-chair": N_("Co-chair"),
    "rapporteur": N_("Rapporteur"),
    "secretariat": N_("Secretariat"),
}
