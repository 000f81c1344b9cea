"""How a report is told in Russian: as at the United Nations, impersonally and in the past."""

from app.core.report.phrases.frames import Language
from app.core.report.phrases.ru import cases, grammar, sentences, steps, verbs
from app.core.report.phrases.ru.lists import CALLED, ENTRIES, MERGED, QUANTIFIERS, calling

RUSSIAN = Language(
    code="ru",
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
    connectors={"also": " также", "further": " далее"},
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
    seam=cases.seam,
)
