"""What follows a position once it is told: its elaboration, the other side, objections and reservations."""

from app.core.determinations import Status
from app.core.objections import UNANSWERED, ObjectionState
from app.core.report.claims import Statement
from app.core.report.context import Context
from app.core.report.document import Sentence
from app.core.report.phrases.frames import Words
from app.core.report.quantifiers import Quantifier, quantify_pair
from app.core.report.record import Objection
from app.core.report.verbs import DECIDED
from app.core.texts import ProposalKind


def tell_rest(context: Context, statement: Statement) -> tuple[Sentence, ...]:
    """What follows the main sentence: its elaboration, the other side, and what was put on record."""
    position = statement.position
    sentences: list[Sentence] = []
    if position.elaboration.strip():
        elaboration = context.put(position.elaboration, position.language)
        sentences.append(context.sentence(elaboration, statement.ref, status=statement.status, own=True))
    if statement.status in DECIDED and context.directory.voice(statement):
        words = context.language.fill(context.language.verdicts[statement.status, ProposalKind.TEXT])
        sentences.append(context.sentence(words, *sources_of(statement), status=statement.status))
    sentences.extend(_opposed(context, statement))
    sentences.extend(_objections(context, statement))
    for reservation in position.reservations:
        words = context.say("reservation", x=context.quote(reservation.text))
        sentences.append(context.sentence(words, reservation.ref, statement.ref))
    return tuple(sentences)


def _opposed(context: Context, statement: Statement) -> list[Sentence]:
    """That there is another side, where nobody put it in words."""
    tally = statement.position.tally
    answered = any(isinstance(other, Statement) and other.role == "answer" for other in statement.attached)
    if statement.status is not Status.DIVIDED or statement.role or answered or not (tally and tally.against):
        return []
    who: Quantifier | None = Quantifier.OTHERS
    if context.scale:
        who = quantify_pair(tally.in_favour, tally.against)[1]
    if who:
        name = context.language.quantifiers[who][0 if context.style.noun else 1]
        words = context.say("opposed", who=name)
    else:
        words = context.say("opposed.few")
    return [context.sentence(words, *sources_of(statement), status=statement.status)]


def _objections(context: Context, statement: Statement) -> list[Sentence]:
    """The objections that stand against what was determined, and those set aside, with the reasons."""
    if statement.status not in DECIDED:
        return []
    told = (_objection(context, objection) for objection in statement.position.objections)
    return [context.sentence(words, ref, statement.ref) for ref, words in told if words]


def _objection(context: Context, objection: Objection) -> tuple[str, Words]:
    reason = context.quote(objection.reason)
    words: Words = ()
    if objection.state is ObjectionState.SET_ASIDE:
        words = context.say("set aside", x=reason, answer=context.quote(objection.answer))
    elif objection.state in UNANSWERED and objection.on_behalf_of:
        group = context.directory.name(objection.on_behalf_of)
        words = context.say("objection.group", x=reason, group=group)
    elif objection.state in UNANSWERED:
        words = context.say("objection", x=reason)
    return objection.ref, words


def sources_of(statement: Statement) -> tuple[str, ...]:
    return (statement.ref, statement.determination) if statement.determination else (statement.ref,)
