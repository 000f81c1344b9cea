"""French sentences on whole proposals and on what happens next."""

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.texts import ProposalKind

# As a subject, after “sur”, and the ending of what agrees with it.
_SUBJECTS = {
    ProposalKind.TEXT: ("la proposition", "e"),
    ProposalKind.LIST: ("la liste", "e"),
    ProposalKind.OPTIONS: ("le choix entre ces options", ""),
    ProposalKind.DOCUMENT: ("le document", ""),
}
_VERDICTS = {
    Status.AGREED: "{0} a été approuvé{1}",
    Status.CONSENSUS: "un consensus s’est dégagé sur {0}",
    Status.BROAD: "{0} a recueilli un large appui",
    Status.DIVIDED: "les avis ont été partagés sur {0}",
    Status.NONE: "il n’y a pas eu d’accord sur {0}",
    Status.REJECTED: "{0} n’a pas été retenu{1}",
    Status.MINORITY: "{0} a été appuyé{1} par une minorité",
    Status.NOTED: "{0} a été noté{1}",
}
VERDICTS = {
    (status, kind): frame.format(*subject)
    for status, frame in _VERDICTS.items()
    for kind, subject in _SUBJECTS.items()
}

_PLANNED = (
    "{modal:il est prévu de|il convient de|il conviendrait de|il serait possible de|il est possible de}"
)

OUTCOMES = {
    (OutcomeKind.DEADLINE, None): "la date limite fixée pour {x} est le {date}",
    (OutcomeKind.REFERRED, None): (
        "l’examen de {x} {modal:se poursuivra|devra se poursuivre|se poursuivrait|pourrait se poursuivre|"
        "pourra se poursuivre}[ au sein de {body}][ le {date}]"
    ),
    (OutcomeKind.REFERRED, Modality.SHALL): "il sera fait rapport[ à {body}] sur {x}[ le {date}]",
    (OutcomeKind.DEFERRED, None): "l’examen de {x} a été reporté[ au {date}]",
    (OutcomeKind.ADOPTED, None): "il a été décidé d’adopter {x}",
    (OutcomeKind.WITHDRAWN, None): "il a été pris acte du retrait de {x}",
    (OutcomeKind.NEXT_STEP, None): f"{_PLANNED} procéder à {{x}}[ le {{date}}][ {{purpose}}]",
    (OutcomeKind.NEXT_STEP, Modality.COULD): "il serait possible d’envisager {x}[ le {date}][ {purpose}]",
    (OutcomeKind.NEXT_STEP, Modality.WOULD): "il faudrait prévoir {x}[ le {date}][ {purpose}]",
    (OutcomeKind.FOLLOW_UP, None): f"{_PLANNED} tenir {{x}}[ le {{date}}][ {{purpose}}]",
    (OutcomeKind.ACTION, None): (
        f"{_PLANNED} procéder à {{x}}[ sous la responsabilité de {{body}}][ le {{date}}][ {{purpose}}]"
    ),
}
_ASKED = "il {modal:sera|sera|serait|pourrait être|pourra être} demandé à {body} de {x}"

ACTIONS = {
    OutcomeKind.NEXT_STEP: f"{_ASKED}[ le {{date}}][ {{purpose}}]",
    OutcomeKind.DEADLINE: f"{_ASKED} le {{date}} au plus tard",
    OutcomeKind.ACTION: (
        "il {modal:reviendra|reviendra|reviendrait|pourrait revenir|pourra revenir} à {body} de {x}"
        "[ le {date}][ {purpose}]"
    ),
}
RECORDED = {
    OutcomeKind.DEADLINE: "une date limite a été fixée[ au {date}] pour ce qui suit\u00a0: {x}",
    OutcomeKind.REFERRED: "la question suivante a été renvoyée[ à {body}][ pour le {date}]\u00a0: {x}",
    OutcomeKind.DEFERRED: "l’examen de la question suivante a été reporté[ au {date}]\u00a0: {x}",
    OutcomeKind.ADOPTED: "il a été décidé d’adopter ce qui suit\u00a0: {x}",
    OutcomeKind.WITHDRAWN: "il a été pris acte du retrait de ce qui suit\u00a0: {x}",
    OutcomeKind.NEXT_STEP: "il a été pris acte de l’étape suivante[ pour {body}][ pour le {date}]\u00a0: {x}",
    OutcomeKind.FOLLOW_UP: "la consultation suivante a été annoncée[ pour le {date}]\u00a0: {x}",
    OutcomeKind.ACTION: "il a été pris acte de l’action suivante[ pour {body}][ pour le {date}]\u00a0: {x}",
}

UNSURE = {
    "outcomes/referred": "“au sein de” goes with an organ, not with a meeting or a person",
    "outcomes/referred shall": "“faire rapport sur” the results of a discussion",
    "outcomes/next step": "“procéder à” goes with a consultation or a study, less with a meeting",
}
