"""Chinese sentences on whole proposals and on what happens next: when and where come before the verb."""

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.texts import ProposalKind

_SUBJECTS = {
    ProposalKind.TEXT: "该提案",
    ProposalKind.LIST: "该清单",
    ProposalKind.OPTIONS: "这些选项的取舍",
    ProposalKind.DOCUMENT: "该文件",
}
_VERDICTS = {
    Status.AGREED: "与会者就{}达成一致",
    Status.CONSENSUS: "与会者就{}达成协商一致",
    Status.BROAD: "{}得到广泛支持",
    Status.DIVIDED: "与会者对{}意见不一",
    Status.NONE: "与会者未就{}达成一致",
    Status.REJECTED: "{}未获赞同",
    Status.MINORITY: "{}得到少数与会者支持",
    Status.NOTED: "与会者注意到{}",
}
VERDICTS = {
    (status, kind): frame.format(subject)
    for status, frame in _VERDICTS.items()
    for kind, subject in _SUBJECTS.items()
}

_MODAL = "{modal:将|应|拟|可|可以}"

OUTCOMES = {
    (OutcomeKind.DEADLINE, None): "{x}的截止日期为{date}",
    (OutcomeKind.REFERRED, None): f"{_MODAL}[于{{date}}][在{{body}}]进一步讨论{{x}}",
    (OutcomeKind.REFERRED, Modality.SHALL): "应[于{date}][向{body}]报告{x}",
    (OutcomeKind.DEFERRED, None): "对{x}的审议推迟[至{date}]",
    (OutcomeKind.ADOPTED, None): "决定通过{x}",
    (OutcomeKind.WITHDRAWN, None): "与会者注意到{x}已撤回",
    (OutcomeKind.NEXT_STEP, None): f"{_MODAL}[于{{date}}]进行{{x}}[，{{purpose}}]",
    (OutcomeKind.NEXT_STEP, Modality.COULD): "可[于{date}]考虑{x}[，{purpose}]",
    (OutcomeKind.NEXT_STEP, Modality.WOULD): "需要[于{date}]进行{x}[，{purpose}]",
    (OutcomeKind.FOLLOW_UP, None): f"{_MODAL}[于{{date}}]举行{{x}}[，{{purpose}}]",
    (OutcomeKind.ACTION, None): f"{_MODAL}[由{{body}}][于{{date}}]进行{{x}}[，{{purpose}}]",
}
ACTIONS = {
    OutcomeKind.NEXT_STEP: f"{_MODAL}请{{body}}[于{{date}}]{{x}}[，{{purpose}}]",
    OutcomeKind.DEADLINE: f"{{body}}{_MODAL}在{{date}}之前{{x}}",
    OutcomeKind.ACTION: f"{{body}}{_MODAL}[于{{date}}]{{x}}[，{{purpose}}]",
}
RECORDED = {
    OutcomeKind.DEADLINE: "为以下事项规定了截止日期[，即{date}]：{x}",
    OutcomeKind.REFERRED: "将以下事项转交[{body}][于{date}]讨论：{x}",
    OutcomeKind.DEFERRED: "对以下事项的审议推迟[至{date}]：{x}",
    OutcomeKind.ADOPTED: "决定通过以下内容：{x}",
    OutcomeKind.WITHDRAWN: "与会者注意到以下内容已撤回：{x}",
    OutcomeKind.NEXT_STEP: "以下后续步骤记录在案[，由{body}负责][，期限为{date}]：{x}",
    OutcomeKind.FOLLOW_UP: "宣布[于{date}]举行以下磋商：{x}",
    OutcomeKind.ACTION: "以下行动记录在案[，由{body}负责][，期限为{date}]：{x}",
}

UNSURE = {
    "outcomes/referred": "“在” goes with an organ and with a meeting, less with a person",
    "outcomes/next step": "“进行” goes with an activity, less with a thing",
    "outcomes/next step could": "“可考虑” for “could be envisaged”",
    "outcomes/deadline": "“的截止日期” after what is due, which may be long",
}
