"""English sentences that are not about a position: verdicts, next steps, lead-ins, formalities, notes."""

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.report.quantifiers import Quantifier
from app.core.texts import Kind

PROPOSALS = {
    Status.AGREED: "the {subject} was agreed",
    Status.CONSENSUS: "there was a consensus on the {subject}",
    Status.BROAD: "the {subject} received broad support",
    Status.DIVIDED: "views on the {subject} were divided",
    Status.NONE: "no agreement was reached on the {subject}",
    Status.REJECTED: "the {subject} did not find favour",
    Status.MINORITY: "the {subject} was supported by a minority",
    Status.NOTED: "the {subject} was noted",
}

OUTCOMES = {
    (OutcomeKind.DEADLINE, None): "the deadline for {x} is {date}",
    (OutcomeKind.REFERRED, None): "{x} {modal} be further discussed{in_body}{on}",
    (OutcomeKind.REFERRED, Modality.SHALL): "{x} shall be reported{to_body}{on}",
    (OutcomeKind.DEFERRED, None): "consideration of {x} was deferred{until}",
    (OutcomeKind.ADOPTED, None): "it was decided to adopt {x}",
    (OutcomeKind.WITHDRAWN, None): "note was taken of the withdrawal of {x}",
    (OutcomeKind.NEXT_STEP, None): "{x} {modal} be undertaken{on}{purpose}",
    (OutcomeKind.NEXT_STEP, Modality.COULD): "{x} could be envisaged{on}{purpose}",
    (OutcomeKind.NEXT_STEP, Modality.WOULD): "{x} would be needed{on}{purpose}",
    (OutcomeKind.FOLLOW_UP, None): "{x} {modal} be held{on}{purpose}",
    (OutcomeKind.ACTION, None): "{x} {modal} be undertaken{by_body}{on}{purpose}",
}
# With somebody to act and an infinitive.
ACTIONS = {
    OutcomeKind.NEXT_STEP: "{body} {modal} be invited to {x}{on}{purpose}",
    OutcomeKind.DEADLINE: "{body} {modal} {x} by {date}",
    OutcomeKind.ACTION: "{body} {modal} {x}{on}{purpose}",
}
MODALS = {modality: modality.value for modality in Modality} | {Modality.IS: "will"}

MERGED: dict[Status | Kind, str] = {
    Status.AGREED: "the following was agreed:",
    Status.CONSENSUS: "there was a consensus on the following:",
    Status.BROAD: "there was broad support for the following:",
    Status.REJECTED: "the following did not find favour:",
    Status.MINORITY: "the following minority views were put on record:",
    Status.NOTED: "the following was noted:",
    Kind.VIEW: "the following proposals were put forward:",
    Kind.CONCERN: "the following concerns were raised:",
    Kind.EMPHASIS: "the following was emphasized:",
    Kind.INFORMATION: "the following was noted:",
    Kind.RECALLED: "the following was recalled:",
    Kind.INVITATION: "participants were invited to consider the following:",
}

ENTRIES = {
    Status.AGREED: "on {share} of these, there was agreement:",
    Status.CONSENSUS: "on {share} of these, there was a consensus:",
    Status.BROAD: "{share} of these received broad support:",
    Status.REJECTED: "{share} of these did not find favour:",
    Status.MINORITY: "{share} of these were put on record as minority views:",
    Status.NOTED: "{share} of these were noted:",
    Status.FORWARD: "the following {entries} were also {made}:",
}

MADE = {
    "": "proposed",
    "comments": "made",
    "remarks": "made",
    "suggestions": "made",
    "thoughts": "put forward",
    "views": "put forward",
    "ideas": "put forward",
    "proposals": "put forward",
    "concerns": "raised",
    "questions": "raised",
    "issues": "raised",
    "points": "raised",
}

SENTENCES = {
    "meeting": "meeting",
    "consultation": "consultation",
    "proposal": "proposal",
    "list": "list",
    "options": "choice between these options",
    "document": "document",
    "called.list": "proposals",
    "called.options": "options",
    "called.document": "comments",
    "adopted": "the agenda was adopted",
    "as drafted": "the draft agenda was adopted as drafted",
    "as amended": "the draft agenda was adopted as amended",
    "documents": "the background documents were introduced{by}",
    "document.one": "the background document “{x}” was introduced{by}",
    "by": " by {x}",
    "both": "{a} and {b}",
    "presented": "{x} was{also} presented{by}{purpose}",
    "document.proposed": "{x} was{also} proposed{by}{purpose}",
    "quoted": "the document “{x}”",
    "topic": "on {x}, {rest}",
    "following": "the following {entries} were {made}:",
    "several": "several {entries} were {made}{purpose}",
    "two": "two {entries} were {made}{purpose}",
    "including": "{x} including:",
    "items": "{x}:",
    "less": "on the following questions, there was less consensus:",
    "less.other": "on other questions, however, there was less consensus:",
    "not all": "{x}, though not all agreed",
    "opposed": "{who} did not agree",
    "opposed.few": "not all agreed",
    "objection": "an objection was maintained: “{x}”",
    "objection.group": "an objection was maintained on behalf of {group}: “{x}”",
    "set aside": "an objection, “{x}”, was set aside for these reasons: “{answer}”",
    "reservation": "a reservation was put on record: “{x}”",
    "representing": "{body}, representing {group},",
    "representatives": "{group} representatives",
    "to": "to {x}",
    "colon": ": ",
    "deadline.open": "the deadline for {x} is still to be set",
    "share.all": "all",
    "share.one": "one",
    "share.many": "many",
    "share.some": "some",
    "in_body": " in {x}",
    "to_body": " to {x}",
    "by_body": " by {x}",
    "on": " on {x}",
    "until": " until {x}",
    "silence": "no proposals were put forward under this item",
    "online": "{opens} to {closes}",
    "minority": "Minority statements",
    "minority.of": "Statement by {of}",
    "minority.of.paragraph": "Statement by {of} on paragraph {label}",
    "minority.anonymous": "the proponents of a minority view",
    "method": "Note on method",
    "method.vote": "this report sets out what was said and what the chair concluded; a consultation is not "
    "a vote, nor a survey of opinion",
    "method.status": "the chair determines the status of a position and gives reasons; what nobody has "
    "determined is reported as put forward",
    "method.thresholds": "the figures only suggest a status to the chair: a consensus from {consensus} per "
    "cent in favour, with {group} per cent in every stakeholder group and no objection left open; broad "
    "support from {broad} per cent",
    "method.delegation": "each delegation has one voice, and abstentions are left out of the shares; "
    "{n} {n:delegation|delegations} voted",
    "method.person": "each person has one voice, and abstentions are left out of the shares; "
    "{n} {n:person|persons} voted",
    "method.neutral": "“some” and “others” say nothing about numbers",
    "method.scale": "of those who took a side, “a few” are fewer than 15 per cent, “some” 15 to 29, "
    "“several” 30 to 49, “many” 50 to 74, “most” 75 to 89 and “nearly all” 90 or more; sides of similar size "
    "are “some” and “others”, and fewer than three are not counted in words",
    "method.names": "views are not attributed, except to officers, to those who spoke for a stakeholder "
    "group and to those who asked to be named",
    "digest": "SHA-256 digest of the record on which this report rests: {digest}",
}  # fmt: skip

QUANTIFIERS = {
    Quantifier.SOME: ("some participants", "some"),
    Quantifier.OTHERS: ("others", "others"),
    Quantifier.A_FEW: ("a few participants", "a few"),
    Quantifier.SEVERAL: ("several participants", "several"),
    Quantifier.MANY: ("many participants", "many"),
    Quantifier.MOST: ("most participants", "most"),
    Quantifier.NEARLY_ALL: ("nearly all participants", "nearly all"),
    Quantifier.ALL: ("all participants who expressed a view", "all who expressed a view"),
}

ROLES = {
    "chair": "the {event} was chaired by {officers}",
    "co-chair": "the {event} was co-chaired by {officers}",
    "rapporteur": "the {n:rapporteur was|rapporteurs were} {officers}",
}
