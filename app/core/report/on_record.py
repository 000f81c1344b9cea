"""What follows a position once it is told: its elaboration, the other side, objections and reservations."""

from collections.abc import Mapping

from app.core.calls import CallState, Manner
from app.core.determinations import Status
from app.core.objections import SET_ASIDE, UNANSWERED
from app.core.report.claims import Statement
from app.core.report.context import SETTLED, Context
from app.core.report.document import Sentence
from app.core.report.quantifiers import Quantifier, quantify_pair
from app.core.report.record import Position
from app.core.report.verbs import DECIDED
from app.core.texts import ProposalKind

MORE = 2  # than one: their number itself is not said


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
    sentences.extend(_unopposed(context, statement))
    sentences.extend(_objections(context, statement))
    sentences.extend(_reservations(context, statement))
    return tuple(sentences)


def has_more(position: Position) -> bool:
    """Whether something of its own may follow a position's main sentence."""
    return bool(position.elaboration.strip() or position.objections or position.reservations or position.call)


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


def _unopposed(context: Context, statement: Statement) -> list[Sentence]:
    """That nobody objected in a call, of what is agreed or nearly; of who was silent it says no more."""
    call = statement.position.call
    if statement.status not in SETTLED or call is None or call.state is not CallState.ENDED or call.objected:
        return []
    words = context.say("call.silence" if call.manner is Manner.SILENCE else "call")
    return [context.sentence(words, call.ref, *sources_of(statement), status=statement.status)]


def _objections(context: Context, statement: Statement) -> list[Sentence]:
    """The objections that stand in the way, of groups by themselves, and those set aside, with the reasons.

    An open one is told of what nobody has determined too: it may be why.
    """
    objections = statement.position.objections
    standing = [each for each in objections if each.state in UNANSWERED]
    told = [
        _quoted(context, statement, "objection", {e.ref: e.reason for e in standing if not e.on_behalf_of})
    ]
    for each in standing:
        if each.on_behalf_of:
            group = context.directory.name(each.on_behalf_of)
            words = context.say("objection.group", x=context.quote(each.reason), group=group)
            told.append([context.sentence(words, each.ref, statement.ref)])
    for each in objections:
        if each.state in SET_ASIDE:
            reason, answer = context.quote(each.reason, ends=False), context.quote(each.answer)
            words = context.say("set aside", x=reason, answer=answer)
            told.append([context.sentence(words, each.ref, statement.ref)])
    return [sentence for sentences in told for sentence in sentences]


def _reservations(context: Context, statement: Statement) -> list[Sentence]:
    reservations = {each.ref: each.text for each in statement.position.reservations}
    return _quoted(context, statement, "reservation", reservations)


def _quoted(context: Context, statement: Statement, key: str, texts: Mapping[str, str]) -> list[Sentence]:
    """All that was put on record of one kind, by ref, in one sentence."""
    if not texts:
        return []
    words = context.say(key, n=min(len(texts), MORE), x=context.quotes(tuple(texts.values())))
    return [context.sentence(words, *texts, statement.ref)]


def sources_of(statement: Statement) -> tuple[str, ...]:
    return (statement.ref, statement.determination) if statement.determination else (statement.ref,)
