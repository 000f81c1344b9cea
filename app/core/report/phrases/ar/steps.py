"""Arabic sentences on whole proposals and on what happens next."""

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.texts import ProposalKind

_SUBJECTS = {
    ProposalKind.TEXT: ("الاقتراح", "حظي", "يحظ"),
    ProposalKind.LIST: ("القائمة", "حظيت", "تحظ"),
    ProposalKind.OPTIONS: ("الاختيار بين هذه الخيارات", "حظي", "يحظ"),
    ProposalKind.DOCUMENT: ("الوثيقة", "حظيت", "تحظ"),
}
_VERDICTS = {
    Status.AGREED: "تم الاتفاق على {0}",
    Status.CONSENSUS: "كان هناك توافق في الآراء على {0}",
    Status.BROAD: "{1} {0} بتأييد واسع",
    Status.DIVIDED: "تباينت الآراء بشأن {0}",
    Status.NONE: "لم يتم التوصل إلى اتفاق بشأن {0}",
    Status.REJECTED: "لم {2} {0} بالقبول",
    Status.MINORITY: "{1} {0} بتأييد أقلية",
    Status.NOTED: "أُحيط علما ب{0}",
}
VERDICTS = {
    (status, kind): frame.format(*subject)
    for status, frame in _VERDICTS.items()
    for kind, subject in _SUBJECTS.items()
}

# Before a verbal noun, so that nothing agrees with what is to be done.
_PLANNED = "{modal:ستجري|تتعين|من المتوخى|يمكن|يجوز}"

OUTCOMES = {
    (OutcomeKind.DEADLINE, None): "الموعد النهائي لـ{x} هو {date}",
    (OutcomeKind.REFERRED, None): f"{_PLANNED} مواصلة النظر في {{x}}[ في إطار {{body}}][ في {{date}}]",
    (OutcomeKind.REFERRED, Modality.SHALL): "يُقدَّم تقرير[ إلى {body}] عن {x}[ في {date}]",
    (OutcomeKind.DEFERRED, None): "أُرجئ النظر في {x}[ إلى {date}]",
    (OutcomeKind.ADOPTED, None): "تقرر اعتماد {x}",
    (OutcomeKind.WITHDRAWN, None): "أُحيط علما بسحب {x}",
    (OutcomeKind.NEXT_STEP, None): (
        "{modal:سيجري|يتعين|من المتوخى|يمكن|يجوز} الاضطلاع بـ{x}[ في {date}][ {purpose}]"
    ),
    (OutcomeKind.NEXT_STEP, Modality.COULD): "يمكن النظر في {x}[ في {date}][ {purpose}]",
    (OutcomeKind.NEXT_STEP, Modality.WOULD): "ستكون هناك حاجة إلى {x}[ في {date}][ {purpose}]",
    (OutcomeKind.FOLLOW_UP, None): (
        "{modal:سيجري|يتعين|من المتوخى|يمكن|يجوز} عقد {x}[ في {date}][ {purpose}]"
    ),
    (OutcomeKind.ACTION, None): (
        "{modal:سيجري|يتعين|من المتوخى|يمكن|يجوز} الاضطلاع بـ{x}[ من جانب {body}][ في {date}][ {purpose}]"
    ),
}
_ENTRUSTED = "{modal:سيُعهد|يُعهد|من المتوخى أن يُعهد|يمكن أن يُعهد|يجوز أن يُعهد} إلى {body} بأنْ {x}"

ACTIONS = {
    OutcomeKind.NEXT_STEP: f"{_PLANNED} دعوة {{body}} إلى أنْ {{x}}[ في {{date}}][ {{purpose}}]",
    OutcomeKind.DEADLINE: f"{_ENTRUSTED} في موعد أقصاه {{date}}",
    OutcomeKind.ACTION: f"{_ENTRUSTED}[ في {{date}}][ {{purpose}}]",
}
RECORDED = {
    OutcomeKind.DEADLINE: "حُدد موعد نهائي[ هو {date}] لما يلي: {x}",
    OutcomeKind.REFERRED: "أُحيل ما يلي[ إلى {body}][ للنظر فيه في {date}]: {x}",
    OutcomeKind.DEFERRED: "أُرجئ النظر فيما يلي[ إلى {date}]: {x}",
    OutcomeKind.ADOPTED: "تقرر اعتماد ما يلي: {x}",
    OutcomeKind.WITHDRAWN: "أُحيط علما بسحب ما يلي: {x}",
    OutcomeKind.NEXT_STEP: "سُجلت الخطوة التالية[، المسندة إلى {body}][، في موعد أقصاه {date}]: {x}",
    OutcomeKind.FOLLOW_UP: "أُعلن عن المشاورة التالية[ في {date}]: {x}",
    OutcomeKind.ACTION: "سُجل الإجراء التالي[، المسند إلى {body}][، في موعد أقصاه {date}]: {x}",
}

UNSURE = {
    "outcomes/referred": "“في إطار” goes with an organ and with a meeting, less with a person",
    "outcomes/next step": "“الاضطلاع بـ” goes with a study or an activity, less with a meeting",
    "outcomes/next step could": "“النظر في” for “envisage”",
    "actions/action": "“يُعهد إلى … بأن”, so that no verb has to agree with the body",
}
