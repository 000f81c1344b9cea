"""One position in words: impersonally, by participants in some number, or by somebody who is named."""

from collections.abc import Iterator
from dataclasses import replace

from app.core.determinations import Status
from app.core.report.claims import Claim, NextStep, Statement
from app.core.report.context import END_MARKS, Context
from app.core.report.document import Sentence
from app.core.report.formalities import say_next_step
from app.core.report.on_record import sources_of, tell_rest
from app.core.report.order import Step, likeness
from app.core.report.passages import Item, Passage
from app.core.report.phrases.frames import Words, plain
from app.core.report.quantifiers import Quantifier, quantify, quantify_pair
from app.core.report.record import Join
from app.core.report.verbs import (
    BY_SCALE,
    CONTESTED,
    DECIDED,
    FAMILIES,
    LAST,
    OPINIONS,
    Verb,
    allowed,
    allowed_named,
    choose,
)
from app.core.report.voices import Voice
from app.core.texts import Form, Kind


def tell_statement(context: Context, step: Step, statement: Statement, last: bool) -> list[Passage]:
    """The passage of one position; as an item of a list where it stands with its like."""
    if not step.within or step.join is Join.RUN_ON:
        return [Passage(statement.ref, step.join, tell(context, statement, step.join, last))]
    lang = context.shared(step.languages)
    lead = _lead(context, statement, lang) if step.opens else ()
    context.begin_paragraph(heard=lang)
    if statement.status in CONTESTED and not _is_question(statement):
        sentences = tell(context, statement, Join.LIST, last)
    else:
        sentences = tell_item(context, statement)
    return [Passage(f"{statement.ref}_lead", step.join, lead, (Item(statement.ref, sentences),), open=True)]


def tell(context: Context, statement: Statement, join: Join, last: bool = False) -> tuple[Sentence, ...]:
    """The sentences of a position in full."""
    if statement.role == "answer" and statement.beside not in context.said:
        statement = replace(statement, role="")  # it answers nothing that has been told
    main = _main(context, statement, join, last)
    context.remember(statement.ref, statement.status)
    return (main, *tell_rest(context, statement))


def tell_item(context: Context, statement: Statement, end: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of a position whose status, verb and attribution its lead-in has told.

    A noun phrase that nothing follows has no end mark.
    """
    words = context.outer(statement.position, "")
    rest = tell_rest(context, statement)
    is_phrase = statement.position.form in (Form.NOUN, Form.GERUND) and not rest and not statement.attached
    if not is_phrase:
        words = context.language.sentence(words, end)
    context.remember(statement.ref, statement.status)
    return (Sentence(words, sources_of(statement), statement.status), *rest)


def tell_beside(context: Context, claims: tuple[Claim, ...]) -> Iterator[Sentence]:
    """What is attached to an item of a list, and what is attached to that."""
    for claim in claims:
        if isinstance(claim, Statement):
            yield from tell(context, claim, Join.RUN_ON)
        elif isinstance(claim, NextStep):
            yield from say_next_step(context, claim)
        yield from tell_beside(context, claim.attached)


def _lead(context: Context, statement: Statement, lang: str) -> tuple[Sentence, ...]:
    if statement.status in CONTESTED:
        words = context.say("less.other" if context.settled else "less")
    else:
        words = context.language.fill(context.language.merged[likeness(statement)])
    return (context.sentence(context.lead(words, lang), statement.ref, status=statement.status),)


def _main(context: Context, statement: Statement, join: Join, last: bool) -> Sentence:
    voice = context.directory.voice(statement)
    if voice:
        words = _named(context, statement, voice, join)
    elif _is_counted(context, statement, join):
        words = _counted(context, statement, join)
    else:
        words = _impersonal(context, statement, join, last)
    context.speaker = voice.officer if voice else None
    return context.sentence(words, *sources_of(statement), status=statement.status)


def _is_counted(context: Context, statement: Statement, join: Join) -> bool:
    """Whether some participants are said to hold it."""
    status, verb = statement.status, statement.position.verb
    if BY_SCALE.get(status) == verb:
        return _who(context, statement, join) is not None and context.scale
    if status is Status.DIVIDED:
        return verb != Verb.VIEWS_DIFFERED or bool(statement.role)
    if status is Status.NONE:
        return _is_answered(statement) or statement.role == "answer" or join is Join.LIST
    if statement.role != "answer":
        return False
    taken = statement.to in CONTESTED or statement.to is Status.BROAD
    return taken and status not in DECIDED and statement.position.kind is Kind.VIEW


def _is_question(statement: Statement) -> bool:
    """A matter without agreement on which nobody is said to have taken a side: its lead-in tells it."""
    position = statement.position
    of_itself = statement.status is Status.NONE and position.form is Form.NOUN and not position.verb
    return of_itself and not _is_answered(statement)


def _is_answered(statement: Statement) -> bool:
    return any(isinstance(other, Statement) and other.role == "answer" for other in statement.attached)


def _named(context: Context, statement: Statement, voice: Voice, join: Join) -> Words:
    position = statement.position
    status = Status.FORWARD if statement.status in DECIDED else statement.status
    verb = choose(position.verb, allowed_named(status, position.kind, position.form))
    own, who = context.opener(position), voice.who
    if voice.officer and voice.officer is context.speaker and join is Join.RUN_ON:
        who = context.directory.pronoun(voice.officer) or who
    if voice.aside and own:
        aside = context.say("aside", who=who, opener=context.language.soften(own.strip().rstrip(END_MARKS)))
        who, own = replace(who, words=plain(aside)), ""
    elif voice.apposed:
        who = replace(who, words=plain(context.say("apposed", who=who)))
    words = context.tell(context.language.spoken, verb, position, who=who)
    return context.opened(words, "however" if statement.role == "answer" else "", own)


def _counted(context: Context, statement: Statement, join: Join) -> Words:
    position = statement.position
    beside = statement.role == "remark"
    usual = context.style.opinions[position.form]
    if beside and position.form is Form.CLAUSE:
        usual = Verb.COMMENTED
    verbs = (BY_SCALE[statement.status],) if statement.status in BY_SCALE else (usual, *OPINIONS)
    opener = "however" if statement.role == "answer" and join is not Join.RUN_ON else ""
    who = _who(context, statement, join)
    if who is None:
        words = context.tell(context.language.impersonal, Verb.EXPRESSED_THE_VIEW, position)
        return context.opened(
            words, "however" if statement.role == "answer" else "", context.opener(position)
        )
    name = context.language.quantifiers[who][0 if context.style.noun else 1]
    words = context.tell(context.language.spoken, choose(position.verb, verbs), position, who=name)
    return context.opened(
        context.say("not all", x=words) if beside else words, opener, context.opener(position)
    )


def _who(context: Context, statement: Statement, join: Join) -> Quantifier | None:
    """The quantifier of a side; None where its voices are too few to be counted in words."""
    answers = statement.role == "answer"
    neutral = Quantifier.OTHERS if answers and join is Join.RUN_ON else Quantifier.SOME
    own = statement.position.tally
    if not context.scale:
        return neutral
    if statement.status in BY_SCALE:
        side = "against" if statement.status is Status.REJECTED else "in_favour"
        return quantify(getattr(own, side), own.sided) if own else None
    if own and own.sided:
        who = quantify_pair(own.in_favour, own.against)[0]
    elif answers and statement.to_tally and statement.to_tally.sided:
        who = quantify_pair(statement.to_tally.in_favour, statement.to_tally.against)[1]
    else:
        return neutral
    return neutral if who in (Quantifier.SOME, Quantifier.OTHERS) else who


def _impersonal(context: Context, statement: Statement, join: Join, last: bool) -> Words:
    position, own = statement.position, context.opener(statement.position)
    if statement.role == "answer" and statement.to in DECIDED and statement.status not in DECIDED:
        verbs: tuple[Verb, ...] = (Verb.EXPRESSED_THE_VIEW,)
    else:
        verbs = allowed(statement.status, position.kind)
    verb = choose(position.verb, verbs)
    also = context.also(verb, beside=join is Join.RUN_ON)
    opener = ""
    if statement.role == "answer" and statement.status not in DECIDED:
        opener = "however"
    elif last and FAMILIES.get(verb) in LAST and context.spoken > 1:
        opener = "finally"
    words = context.tell(context.language.impersonal, verb, position, also="" if opener and not own else also)
    return context.opened(words, opener, own)


def is_single(statement: Statement) -> bool:
    """A noun phrase and nothing more."""
    alone = not statement.position.elaboration and not statement.attached
    return statement.position.form in (Form.NOUN, Form.GERUND) and alone
