"""Russian sentences on whole proposals and on what happens next."""

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.texts import ProposalKind

# In the nominative and in the dative, and the ending of what agrees with it.
_SUBJECTS = {
    ProposalKind.TEXT: ("предложение", "предложению", "о"),
    ProposalKind.LIST: ("перечень", "перечню", ""),
    ProposalKind.OPTIONS: ("выбор между этими вариантами", "выбору между этими вариантами", ""),
    ProposalKind.DOCUMENT: ("документ", "документу", ""),
}
_VERDICTS = {
    Status.AGREED: "{0} был{2} согласован{2}",
    Status.CONSENSUS: "по {1} был достигнут консенсус",
    Status.BROAD: "{0} получил{2} широкую поддержку",
    Status.DIVIDED: "мнения по {1} разделились",
    Status.NONE: "согласия по {1} достигнуто не было",
    Status.REJECTED: "{0} не получил{2} поддержки",
    Status.MINORITY: "{0} был{2} поддержан{2} меньшинством",
    Status.NOTED: "{0} был{2} принят{2} к сведению",
}
VERDICTS = {
    (status, kind): frame.format(*subject)
    for status, frame in _VERDICTS.items()
    for kind, subject in _SUBJECTS.items()
}

_PLANNED = "{modal:предстоит|надлежит|следовало бы|можно было бы|можно}"
_WHEN = "[ {date}][ {purpose}]"

OUTCOMES = {
    (OutcomeKind.DEADLINE, None): "для следующего установлен срок до {date}: {x}",
    (OutcomeKind.REFERRED, None): (
        "рассмотрение следующего вопроса {modal:будет продолжено|должно быть продолжено|было бы продолжено|"
        "могло бы быть продолжено|может быть продолжено}[ {date}][ (орган: {body})]: {x}"
    ),
    (OutcomeKind.REFERRED, Modality.SHALL): (
        "по следующему вопросу надлежит представить доклад[ {date}][ (адресат: {body})]: {x}"
    ),
    (OutcomeKind.DEFERRED, None): "рассмотрение следующего вопроса было отложено[ до {date}]: {x}",
    (OutcomeKind.ADOPTED, None): "было постановлено утвердить следующее: {x}",
    (OutcomeKind.WITHDRAWN, None): "было принято к сведению снятие следующего с рассмотрения: {x}",
    (OutcomeKind.NEXT_STEP, None): f"{_PLANNED} осуществить следующее{_WHEN}: {{x}}",
    (OutcomeKind.NEXT_STEP, Modality.COULD): f"можно было бы предусмотреть следующее{_WHEN}: {{x}}",
    (OutcomeKind.NEXT_STEP, Modality.WOULD): f"потребовалось бы следующее{_WHEN}: {{x}}",
    (OutcomeKind.FOLLOW_UP, None): f"{_PLANNED} провести следующее мероприятие{_WHEN}: {{x}}",
    (OutcomeKind.ACTION, None): (f"{_PLANNED} осуществить следующее{_WHEN}[ (исполнитель: {{body}})]: {{x}}"),
}

ACTIONS = {
    OutcomeKind.NEXT_STEP: (
        "{modal:будет|должно быть|было бы|могло бы быть|может быть} предложено {x}[ {purpose}]"
        " (адресат: {body})[, дата — {date}]"
    ),
    OutcomeKind.DEADLINE: f"{_PLANNED} {{x}} не позднее {{date}} (исполнитель: {{body}})",
    OutcomeKind.ACTION: f"{_PLANNED} {{x}}[ {{purpose}}] (исполнитель: {{body}})[, дата — {{date}}]",
}
RECORDED = {
    OutcomeKind.DEADLINE: "для следующего был установлен срок[ до {date}]: {x}",
    OutcomeKind.REFERRED: (
        "на рассмотрение был передан следующий вопрос[ (орган: {body})][, срок — {date}]: {x}"
    ),
    OutcomeKind.DEFERRED: "рассмотрение следующего вопроса было перенесено[ на {date}]: {x}",
    OutcomeKind.ADOPTED: "было постановлено принять следующее: {x}",
    OutcomeKind.WITHDRAWN: "было принято к сведению снятие с рассмотрения следующего: {x}",
    OutcomeKind.NEXT_STEP: (
        "в качестве следующего шага было намечено[ (исполнитель: {body})][, срок — {date}]: {x}"
    ),
    OutcomeKind.FOLLOW_UP: "было объявлено о следующей консультации[, срок — {date}]: {x}",
    OutcomeKind.ACTION: "была намечена следующая мера[ (исполнитель: {body})][, срок — {date}]: {x}",
}

UNSURE = {
    "outcomes/deadline": "“для следующего” and a colon, so that what is due need not be declined",
    "outcomes/referred": "“(орган: …)” after what it does, so that its name need not be declined",
    "outcomes/referred shall": "“(адресат: …)”, so that its name need not be declined",
    "actions/action": "“(исполнитель: …)”, so that its name need not be declined",
    "actions/next step": "“(адресат: …)”, so that its name need not be declined",
    "outcomes/follow-up": "“мероприятие” for a meeting, a consultation or whatever is held",
}
