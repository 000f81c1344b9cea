"""Officers, the agenda's adoption, verdicts on whole proposals, and what happens next, in words."""

from collections.abc import Mapping

from app.core.outcomes import OutcomeKind
from app.core.report.claims import Formalities, NextStep, Opening, Silence, Verdict
from app.core.report.context import Context
from app.core.report.document import Sentence
from app.core.report.passages import Passage
from app.core.report.phrases.frames import Slot, Words, as_words, fill, sentence_case
from app.core.report.record import Document, Join, Officer, Outcome
from app.core.report.verbs import BY_STATUS, CONTESTED, DECIDED
from app.core.texts import Form, ProposalKind

CHAIRS = ("chair", "co-chair")


def tell_opening(context: Context, join: Join, opening: Opening) -> list[Passage]:
    """Who chaired and who wrote, with their titles."""
    chairs = tuple(officer for officer in opening.officers if officer.role in CHAIRS)
    rapporteurs = tuple(officer for officer in opening.officers if officer.role == "rapporteur")
    roles = (("co-chair" if len(chairs) > 1 else "chair", chairs), ("rapporteur", rapporteurs))
    told = tuple(_role(context, role, officers) for role, officers in roles if officers)
    return [Passage(opening.ref, join, told)] if told else []


def tell_formalities(context: Context, join: Join, formalities: Formalities) -> list[Passage]:
    """The adoption of the agenda and the introduction of the background documents."""
    told: list[Words] = []
    sources: list[str] = []
    if formalities.adoption:
        told.append(context.say(formalities.adoption.manner))
        sources.append(formalities.adoption.ref)
    presented = tuple(document for document in formalities.documents if document.presented_by)
    if presented:
        told.append(_introduced(context, presented))
        sources.extend(document.ref for document in presented)
    words = context.say("both", a=told[0], b=told[1]) if len(told) > 1 else told[0]
    return [Passage(formalities.ref, join, (context.sentence(words, *sources),))]


def tell_verdict(context: Context, join: Join, verdict: Verdict) -> list[Passage]:
    """The status of a whole proposal."""
    proposal = verdict.proposal
    own_text = any(not position.entry for position in proposal.positions)
    kind = ProposalKind.TEXT if proposal.kind is ProposalKind.LIST and own_text else proposal.kind
    subject = context.language.sentences["proposal" if kind is ProposalKind.TEXT else kind.value]
    words = fill(context.language.proposals[verdict.status], subject=subject)
    context.remember(verdict.ref, verdict.status)
    return [
        Passage(
            verdict.ref, join, (context.sentence(words, verdict.ref, proposal.ref, status=verdict.status),)
        )
    ]


def tell_next_step(context: Context, join: Join, step: NextStep) -> list[Passage]:
    """An outcome, as firmly as it was meant."""
    return [Passage(step.ref, join, say_next_step(context, step))]


def say_next_step(context: Context, step: NextStep) -> tuple[Sentence, ...]:
    outcome = step.outcome
    opener = outcome.opener or (context.language.openers["however"] if outcome.counters else "")
    told = [context.sentence(_outcome(context, outcome), outcome.ref, status=outcome.status, opener=opener)]
    if outcome.elaboration.strip():
        told.append(context.sentence((context.quote(outcome.elaboration, context.home),), outcome.ref))
    if outcome.status:
        context.remember(outcome.ref, outcome.status)
    return tuple(told)


def tell_silence(context: Context, join: Join, silence: Silence) -> list[Passage]:
    return [Passage(silence.ref, join, (context.sentence(context.say("silence"), silence.ref),))]


def _role(context: Context, role: str, officers: tuple[Officer, ...]) -> Sentence:
    names = context.language.listing([", ".join(filter(None, (o.name, o.title))) for o in officers])
    words = fill(context.language.roles[role], n=len(officers), officers=names, event=context.event)
    return context.sentence(words, *(officer.ref for officer in officers))


def _introduced(context: Context, documents: tuple[Document, ...]) -> Words:
    by = context.language.listing(list(dict.fromkeys(document.presented_by for document in documents)))
    if len(documents) == 1:
        title = context.quote(documents[0].title)
        return context.say("document.one", x=title, by=context.say("by", x=by))
    return context.say("documents", by=context.say("by", x=by))


def _outcome(context: Context, outcome: Outcome) -> Words:
    language = context.language
    x = context.within(outcome.text, context.home, outcome.form)
    if outcome.status in DECIDED - CONTESTED:
        return fill(language.impersonal[BY_STATUS[outcome.status][0], outcome.form], x=x)
    if outcome.form is Form.CLAUSE:
        return sentence_case(as_words(x))
    slots = _slots(context, outcome)
    dated = outcome.kind is not OutcomeKind.DEADLINE or bool(outcome.due_on)
    if outcome.form is Form.INFINITIVE and outcome.body and outcome.kind in language.actions and dated:
        return fill(language.actions[outcome.kind], x=x, **slots)
    if outcome.form is Form.INFINITIVE:
        x = fill(language.sentences["to"], x=x)[0]
    if outcome.kind is OutcomeKind.DEADLINE and not outcome.due_on:
        return fill(language.sentences["deadline.open"], x=x)
    frames = language.outcomes
    frame = frames.get((outcome.kind, outcome.modality)) or frames[outcome.kind, None]
    return fill(frame, x=x, **slots)


def _slots(context: Context, outcome: Outcome) -> Mapping[str, Slot]:
    """What an outcome's frame may ask for: to whom, by whom, when and to what end."""
    language = context.language
    day = language.date(outcome.due_on, context.year) if outcome.due_on else ""
    prepositions = {key: language.sentences[key] for key in ("in_body", "to_body", "by_body", "on", "until")}
    bodies = {key: fill(frame, x=outcome.body) for key, frame in prepositions.items() if outcome.body}
    days = {key: fill(prepositions[key], x=day) for key in ("on", "until") if day}
    return {
        **dict.fromkeys(prepositions, ""),
        **bodies,
        **{key: days.get(key, "") for key in ("on", "until")},
        "body": outcome.body,
        "date": day,
        "modal": language.modals[outcome.modality],
        "purpose": f" {outcome.purpose}" if outcome.purpose else "",
    }
