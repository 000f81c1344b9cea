"""How a report is told in Spanish: as at the United Nations, impersonally and in the past."""

from app.core.report.phrases.es import grammar, sentences, steps, verbs
from app.core.report.phrases.es.lists import CALLED, ENTRIES, MERGED, QUANTIFIERS, calling
from app.core.report.phrases.frames import Language

SPANISH = Language(
    code="es",
    impersonal=verbs.IMPERSONAL,
    spoken=verbs.SPOKEN,
    verdicts=steps.VERDICTS,
    outcomes=steps.OUTCOMES,
    actions=steps.ACTIONS,
    recorded=steps.RECORDED,
    merged=MERGED,
    entries=ENTRIES,
    called=CALLED,
    sentences=sentences.SENTENCES,
    quantifiers=QUANTIFIERS,
    connectors={"also": " también", "further": " además"},
    roles=sentences.ROLES,
    kinds=sentences.KINDS,
    drafts=sentences.DRAFTS,
    languages=sentences.LANGUAGES,
    groups=sentences.GROUPS,
    pronouns=sentences.PRONOUNS,
    samples=sentences.SAMPLES,
    unsure=verbs.UNSURE | steps.UNSURE | sentences.UNSURE,
    stop_outside=True,
    soften=grammar.soften,
    listing=grammar.listing,
    date=grammar.say_date,
    group=grammar.say_group,
    country=grammar.say_country,
    letter=grammar.letter,
    number=grammar.say_number,
    plural=grammar.plural,
    calling=calling,
    agree=grammar.agree,
    seam=grammar.seam,
)
