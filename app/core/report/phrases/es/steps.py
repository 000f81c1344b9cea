"""Spanish sentences on whole proposals and on what happens next."""

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.texts import ProposalKind

# As a subject, and after “de”.
_SUBJECTS = {
    ProposalKind.TEXT: ("la propuesta", "de la propuesta"),
    ProposalKind.LIST: ("la lista", "de la lista"),
    ProposalKind.OPTIONS: ("la elección entre estas opciones", "de la elección entre estas opciones"),
    ProposalKind.DOCUMENT: ("el documento", "del documento"),
}
_VERDICTS = {
    Status.AGREED: "se aprobó {0}",
    Status.CONSENSUS: "hubo consenso sobre {0}",
    Status.BROAD: "{0} recibió amplio apoyo",
    Status.DIVIDED: "hubo opiniones divergentes sobre {0}",
    Status.NONE: "no se llegó a un acuerdo sobre {0}",
    Status.REJECTED: "{0} no tuvo acogida favorable",
    Status.MINORITY: "{0} contó con el apoyo de una minoría",
    Status.NOTED: "se tomó nota {1}",
}
VERDICTS = {
    (status, kind): frame.format(*subject)
    for status, frame in _VERDICTS.items()
    for kind, subject in _SUBJECTS.items()
}

_PLANNED = "{modal:está previsto|procede|convendría|se podría|se puede}"

OUTCOMES = {
    (OutcomeKind.DEADLINE, None): "el plazo para {x} vence el {date}",
    (OutcomeKind.REFERRED, None): (
        "el examen de {x} {modal:proseguirá|deberá proseguir|proseguiría|podría proseguir|podrá proseguir}"
        "[ en {body}][ el {date}]"
    ),
    (OutcomeKind.REFERRED, Modality.SHALL): "se informará[ a {body}] acerca de {x}[ el {date}]",
    (OutcomeKind.DEFERRED, None): "el examen de {x} se aplazó[ hasta el {date}]",
    (OutcomeKind.ADOPTED, None): "se decidió aprobar {x}",
    (OutcomeKind.WITHDRAWN, None): "se tomó nota de la retirada de {x}",
    (OutcomeKind.NEXT_STEP, None): f"{_PLANNED} proceder a {{x}}[ el {{date}}][ {{purpose}}]",
    (OutcomeKind.NEXT_STEP, Modality.COULD): "cabría prever {x}[ el {date}][ {purpose}]",
    (OutcomeKind.NEXT_STEP, Modality.WOULD): "sería necesario prever {x}[ el {date}][ {purpose}]",
    (OutcomeKind.FOLLOW_UP, None): f"{_PLANNED} celebrar {{x}}[ el {{date}}][ {{purpose}}]",
    (OutcomeKind.ACTION, None): (
        f"{_PLANNED} proceder a {{x}}[ bajo la responsabilidad de {{body}}][ el {{date}}][ {{purpose}}]"
    ),
}
_DUE = (
    "{modal:corresponderá|corresponderá|correspondería|podría corresponder|podrá corresponder} a {body} {x}"
)

ACTIONS = {
    OutcomeKind.NEXT_STEP: (
        "se {modal:invitará|deberá invitar|invitaría|podría invitar|podrá invitar} a {body} a {x}"
        "[ el {date}][ {purpose}]"
    ),
    OutcomeKind.DEADLINE: f"{_DUE} a más tardar el {{date}}",
    OutcomeKind.ACTION: f"{_DUE}[ el {{date}}][ {{purpose}}]",
}
RECORDED = {
    OutcomeKind.DEADLINE: "se fijó un plazo[ hasta el {date}] para lo siguiente: {x}",
    OutcomeKind.REFERRED: "se remitió la siguiente cuestión[ a {body}][ para el {date}]: {x}",
    OutcomeKind.DEFERRED: "se aplazó el examen de la siguiente cuestión[ hasta el {date}]: {x}",
    OutcomeKind.ADOPTED: "se decidió aprobar lo siguiente: {x}",
    OutcomeKind.WITHDRAWN: "se tomó nota de la retirada de lo siguiente: {x}",
    OutcomeKind.NEXT_STEP: "se dejó constancia del siguiente paso[ para {body}][ para el {date}]: {x}",
    OutcomeKind.FOLLOW_UP: "se anunció la siguiente consulta[ para el {date}]: {x}",
    OutcomeKind.ACTION: "se dejó constancia de la siguiente medida[ para {body}][ para el {date}]: {x}",
}

UNSURE = {
    "outcomes/next step": "“proceder a” goes with a consultation or a study, less with a meeting",
    "outcomes/referred": "“en” goes with an organ, not with a person",
    "outcomes/withdrawn": "“retirada”, or “retiro” as in American usage",
    "outcomes/follow-up": "“celebrar” goes with a meeting or a consultation; not with an infinitive",
}
