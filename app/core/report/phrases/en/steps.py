"""English sentences on whole proposals and on what happens next."""

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.texts import ProposalKind

_SUBJECTS = {
    ProposalKind.TEXT: "proposal",
    ProposalKind.LIST: "list",
    ProposalKind.OPTIONS: "choice between these options",
    ProposalKind.DOCUMENT: "document",
}
_VERDICTS = {
    Status.AGREED: "the {} was agreed",
    Status.CONSENSUS: "there was a consensus on the {}",
    Status.BROAD: "the {} received broad support",
    Status.DIVIDED: "views on the {} were divided",
    Status.NONE: "no agreement was reached on the {}",
    Status.REJECTED: "the {} did not find favour",
    Status.MINORITY: "the {} was supported by a minority",
    Status.NOTED: "the {} was noted",
}
VERDICTS = {
    (status, kind): frame.format(subject)
    for status, frame in _VERDICTS.items()
    for kind, subject in _SUBJECTS.items()
}

_MODAL = "{modal:will|shall|would|could|may}"

OUTCOMES = {
    (OutcomeKind.DEADLINE, None): "the deadline for {x} is {date}",
    (OutcomeKind.REFERRED, None): f"{{x}} {_MODAL} be further discussed[ in {{body}}][ on {{date}}]",
    (OutcomeKind.REFERRED, Modality.SHALL): "{x} shall be reported[ to {body}][ on {date}]",
    (OutcomeKind.DEFERRED, None): "consideration of {x} was deferred[ until {date}]",
    (OutcomeKind.ADOPTED, None): "it was decided to adopt {x}",
    (OutcomeKind.WITHDRAWN, None): "note was taken of the withdrawal of {x}",
    (OutcomeKind.NEXT_STEP, None): f"{{x}} {_MODAL} be undertaken[ on {{date}}][ {{purpose}}]",
    (OutcomeKind.NEXT_STEP, Modality.COULD): "{x} could be envisaged[ on {date}][ {purpose}]",
    (OutcomeKind.NEXT_STEP, Modality.WOULD): "{x} would be needed[ on {date}][ {purpose}]",
    (OutcomeKind.FOLLOW_UP, None): f"{{x}} {_MODAL} be held[ on {{date}}][ {{purpose}}]",
    (OutcomeKind.ACTION, None): f"{{x}} {_MODAL} be undertaken[ by {{body}}][ on {{date}}][ {{purpose}}]",
}
ACTIONS = {
    OutcomeKind.NEXT_STEP: f"{{body}} {_MODAL} be invited to {{x}}[ on {{date}}][ {{purpose}}]",
    OutcomeKind.DEADLINE: f"{{body}} {_MODAL} {{x}} by {{date}}",
    OutcomeKind.ACTION: f"{{body}} {_MODAL} {{x}}[ on {{date}}][ {{purpose}}]",
}
RECORDED = {
    OutcomeKind.DEADLINE: "a deadline was set[ for {date}] for the following: {x}",
    OutcomeKind.REFERRED: "the following was referred[ to {body}][ for {date}]: {x}",
    OutcomeKind.DEFERRED: "consideration of the following was deferred[ until {date}]: {x}",
    OutcomeKind.ADOPTED: "it was decided to adopt the following: {x}",
    OutcomeKind.WITHDRAWN: "note was taken of the withdrawal of the following: {x}",
    OutcomeKind.NEXT_STEP: "the following next step was put on record[ for {body}][ for {date}]: {x}",
    OutcomeKind.FOLLOW_UP: "the following consultation was announced[ for {date}]: {x}",
    OutcomeKind.ACTION: "the following action was put on record[ for {body}][ for {date}]: {x}",
}
