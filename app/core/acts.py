"""Who may do what, and when: one table of role × act × phase, with its refusals as sentences."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.phases import LABELS as PHASE_LABELS
from app.core.phases import UNDER_WAY, Phase
from app.core.roles import LABELS as ROLE_LABELS
from app.core.roles import Role
from app.core.words import N_, Refusal, Untimely


class Act(StrEnum):
    """What one may do in a consultation."""

    READ = "read"
    JOIN = "join"
    TABLE = "table"
    REVISE = "revise"
    WITHDRAW = "withdraw"
    COMMENT = "comment"
    VOTE = "vote"
    REPLY = "reply"
    DETERMINE = "determine"
    CALL = "call"
    ANSWER = "answer a call"
    CONCLUDE = "conclude"
    ENTER = "enter"
    CONFIRM = "confirm"
    ACCOUNT = "account"
    ADOPT = "adopt"
    CHALLENGE = "challenge"
    APPEAL = "appeal"
    HEAR = "hear"
    DECLARE = "declare"
    FILE = "file"
    SIGN = "sign"
    HIDE = "hide"
    DRAFT = "draft"
    EDIT = "edit"
    ANNOTATE = "annotate"
    CIRCULATE = "circulate"
    CORRECT = "correct"
    APPROVE = "approve"
    PUBLISH = "publish"
    LETTERHEAD = "set the letterhead"
    SET_UP = "set up"
    ADVANCE = "advance"
    INVITE = "invite"
    SEAT = "seat"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do an act, in which phases, and the words for it ("You may not …")."""

    words: str
    roles: frozenset[Role]
    phases: frozenset[Phase]


_EVERYONE = frozenset(Role)
_OFFICERS = frozenset({Role.CHAIR, Role.RAPPORTEUR, Role.SECRETARIAT})
_SPEAKERS = _OFFICERS | {Role.PARTICIPANT}
_ALWAYS = frozenset(Phase)
_UNREPORTED = _ALWAYS - {Phase.REPORTED}
_BEGUN = UNDER_WAY | {Phase.CLOSED}
_AFTER = frozenset({Phase.CLOSED, Phase.REPORTED})
_DRAFTERS = frozenset({Role.RAPPORTEUR, Role.SECRETARIAT})

RULES: dict[Act, Rule] = {
    Act.READ: Rule(N_("read this consultation"), _EVERYONE, _ALWAYS),
    Act.JOIN: Rule(N_("take a seat"), frozenset({Role.VISITOR}), UNDER_WAY),
    Act.TABLE: Rule(
        N_("put proposals and positions forward"),
        frozenset({Role.PARTICIPANT, Role.CHAIR, Role.SECRETARIAT}),
        frozenset({Phase.OPEN}),
    ),
    Act.REVISE: Rule(N_("edit your texts"), _SPEAKERS, UNDER_WAY),
    Act.WITHDRAW: Rule(
        N_("withdraw proposals and positions"),
        frozenset({Role.PARTICIPANT, Role.CHAIR, Role.SECRETARIAT}),
        frozenset({Phase.OPEN}),
    ),
    Act.COMMENT: Rule(N_("comment"), _SPEAKERS, UNDER_WAY),
    Act.VOTE: Rule(N_("vote"), frozenset({Role.PARTICIPANT}), UNDER_WAY),
    Act.REPLY: Rule(
        N_("take back your objection or reply to its answer"), frozenset({Role.PARTICIPANT}), _BEGUN
    ),
    Act.CALL: Rule(N_("put positions to all in a consensus call"), frozenset({Role.CHAIR}), UNDER_WAY),
    Act.ANSWER: Rule(N_("answer a consensus call"), frozenset({Role.PARTICIPANT}), UNDER_WAY),
    Act.DETERMINE: Rule(N_("determine what is agreed"), frozenset({Role.CHAIR}), _BEGUN),
    Act.CONCLUDE: Rule(N_("record what happens next"), _OFFICERS, _BEGUN),
    Act.ENTER: Rule(N_("write down what is said in the room"), _DRAFTERS, UNDER_WAY),
    Act.CONFIRM: Rule(
        N_("confirm what your delegation said in the room"), frozenset({Role.PARTICIPANT}), UNDER_WAY
    ),
    Act.ACCOUNT: Rule(N_("say what has become of an outcome"), _SPEAKERS, _BEGUN | {Phase.REPORTED}),
    Act.ADOPT: Rule(
        N_("record the adoption of the agenda"), frozenset({Role.CHAIR, Role.SECRETARIAT}), _BEGUN
    ),
    Act.CHALLENGE: Rule(N_("challenge what the chair has determined"), frozenset({Role.PARTICIPANT}), _BEGUN),
    Act.APPEAL: Rule(N_("appeal to the host body"), frozenset({Role.PARTICIPANT}), _BEGUN),
    Act.HEAR: Rule(
        N_("record what the host body answered to an appeal"),
        frozenset({Role.CHAIR, Role.SECRETARIAT}),
        _BEGUN,
    ),
    Act.DECLARE: Rule(N_("declare an interest"), _SPEAKERS, _UNREPORTED),
    Act.FILE: Rule(N_("file a minority statement"), frozenset({Role.PARTICIPANT}), _BEGUN),
    Act.SIGN: Rule(N_("sign a minority statement"), frozenset({Role.PARTICIPANT}), _BEGUN),
    Act.HIDE: Rule(N_("hide or restore texts"), frozenset({Role.CHAIR, Role.SECRETARIAT}), _BEGUN),
    Act.DRAFT: Rule(N_("see the draft report"), _OFFICERS, _ALWAYS),
    Act.EDIT: Rule(N_("edit the draft report"), _DRAFTERS, _ALWAYS - {Phase.DRAFT}),
    Act.ANNOTATE: Rule(N_("write notes beside the draft report"), _OFFICERS, _ALWAYS - {Phase.DRAFT}),
    Act.CIRCULATE: Rule(N_("circulate the draft report and answer corrections to it"), _DRAFTERS, _AFTER),
    Act.CORRECT: Rule(N_("propose corrections to a circulated draft"), _SPEAKERS, _AFTER),
    Act.APPROVE: Rule(N_("approve the draft report"), frozenset({Role.CHAIR}), _AFTER),
    Act.PUBLISH: Rule(N_("publish the report"), _DRAFTERS, _AFTER),
    Act.LETTERHEAD: Rule(N_("set the letterhead of reports"), _DRAFTERS, _ALWAYS),
    Act.SET_UP: Rule(N_("set up this consultation"), frozenset({Role.SECRETARIAT}), _UNREPORTED),
    Act.ADVANCE: Rule(
        N_("move this consultation to another phase"),
        frozenset({Role.CHAIR, Role.SECRETARIAT}),
        _UNREPORTED,
    ),
    Act.INVITE: Rule(N_("invite people"), frozenset({Role.SECRETARIAT}), _UNREPORTED),
    Act.SEAT: Rule(N_("give and take seats"), frozenset({Role.SECRETARIAT}), _UNREPORTED),
    Act.CONSENT: Rule(N_("say whether the report may name you"), _SPEAKERS, _UNREPORTED),
}

READS_DRAFTS = _OFFICERS


def may(act: Act, role: Role, phase: Phase) -> bool:
    """Whether the table allows the act."""
    rule = RULES[act]
    if phase is Phase.DRAFT and role not in READS_DRAFTS:
        return False
    return role in rule.roles and phase in rule.phases


def rule_on(act: Act, role: Role, phase: Phase) -> None:
    """Refusal, with the sentence to show, unless the table allows the act; Untimely where a phase would."""
    if may(act, role, phase):
        return
    rule = RULES[act]
    if role not in rule.roles:
        raise Refusal(
            N_("You may not %(words)s here. Who may: %(roles)s. You are here as: %(role)s."),
            words=rule.words,
            roles=tuple(ROLE_LABELS[r] for r in Role if r in rule.roles),
            role=ROLE_LABELS[role],
        )
    raise Untimely(
        N_("You cannot %(words)s now. The phase of this consultation: %(phase)s."),
        words=rule.words,
        phase=PHASE_LABELS[phase],
    )
