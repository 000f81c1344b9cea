"""Officers, the agenda's adoption, verdicts on whole proposals, and what happens next, in words."""

from collections.abc import Mapping

from app.core.outcomes import Modality, OutcomeKind
from app.core.report.claims import Formalities, NextStep, Opening, Silence, Verdict
from app.core.report.context import Context
from app.core.report.document import Sentence
from app.core.report.passages import Passage
from app.core.report.phrases.frames import FIRMNESS, Choice, Noun, Slot, Words, plain
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
    words = context.language.fill(context.language.verdicts[verdict.status, kind])
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
    words = _outcome(context, outcome)
    if not context.foreign():  # what is only quoted counters nothing
        words = context.opened(words, "however" if outcome.counters else "", outcome.opener)
    told = [context.sentence(words, outcome.ref, status=outcome.status)]
    if outcome.elaboration.strip():
        told.append(context.sentence(context.put(outcome.elaboration), outcome.ref, own=True))
    if outcome.status:
        context.remember(outcome.ref, outcome.status)
    return tuple(told)


def tell_silence(context: Context, join: Join, silence: Silence) -> list[Passage]:
    return [Passage(silence.ref, join, (context.sentence(context.say("silence"), silence.ref),))]


def _role(context: Context, role: str, officers: tuple[Officer, ...]) -> Sentence:
    language = context.language
    names = [plain(context.say("officer", name=o.name, title=o.title)) for o in officers]
    words = language.fill(
        language.roles[role], n=len(officers), officers=language.listing(names), event=context.event
    )
    return context.sentence(words, *(officer.ref for officer in officers))


def _introduced(context: Context, documents: tuple[Document, ...]) -> Words:
    names = dict.fromkeys(context.directory.said(document.presented_by) for document in documents)
    by = Noun(context.language.listing(list(names)), plural=len(names) > 1)
    if len(documents) == 1:
        return context.say("document", x=context.quote(documents[0].title, named=False), by=by)
    return context.say("documents", by=by)


def _outcome(context: Context, outcome: Outcome) -> Words:
    language = context.language
    decided = outcome.status in DECIDED - CONTESTED
    verb = BY_STATUS[outcome.status][0] if outcome.status and decided else None
    slots = _slots(context, outcome)
    if context.foreign():
        x = context.within(f"{outcome.opener} {outcome.text}", "", outcome.form)
        frame = language.impersonal[verb].put if verb else language.recorded[outcome.kind]
        return language.fill(frame, x=x, **slots)
    x = context.within(outcome.text, "", outcome.form)
    if verb:
        return language.fill(language.impersonal[verb].frame(outcome.form), x=x)
    if outcome.form is Form.CLAUSE:
        return language.sentence(x)
    is_deadline = outcome.kind is OutcomeKind.DEADLINE
    is_action = outcome.form is Form.INFINITIVE and outcome.body and outcome.kind in language.actions
    if is_action and (outcome.due_on or not is_deadline):
        return language.fill(language.actions[outcome.kind], x=x, **slots)
    if outcome.form is Form.INFINITIVE:
        x = context.say("to", x=x)
    if is_deadline and not outcome.due_on:
        return context.say("deadline.open", x=x)
    frames = language.outcomes
    frame = frames.get((outcome.kind, outcome.modality)) or frames[outcome.kind, None]
    return language.fill(frame, x=x, **slots)


def _slots(context: Context, outcome: Outcome) -> Mapping[str, Slot]:
    """What an outcome's frame may ask for: to whom, by whom, when, how firmly and to what end."""
    firm = Modality.WILL if outcome.modality is Modality.IS else outcome.modality
    return {
        "body": _body(context, outcome.body),
        "date": context.language.date(outcome.due_on, context.year) if outcome.due_on else "",
        "modal": Choice(FIRMNESS.index(firm)),
        "purpose": outcome.purpose.strip(),
    }


def _body(context: Context, name: str) -> Slot:
    """Who acts or takes it further; as it is written in another language, if there are no other words."""
    said = context.directory.said(name)
    return said if said != name else context.put(name, named=False)
