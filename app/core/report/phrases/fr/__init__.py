"""How a report is told in French: as at the United Nations, impersonally and in the past."""

from app.core.report.phrases.fr import grammar, steps, verbs
from app.core.report.phrases.fr.lists import CALLED, ENTRIES, MERGED, QUANTIFIERS, calling
from app.core.report.phrases.fr.sentences import (
    DRAFTS,
    GROUPS,
    KINDS,
    LANGUAGES,
    PRONOUNS,
    ROLES,
    SAMPLES,
    SENTENCES,
    UNSURE,
)
from app.core.report.phrases.frames import Language

FRENCH = Language(
    code="fr",
    impersonal=verbs.IMPERSONAL,
    spoken=verbs.SPOKEN,
    verdicts=steps.VERDICTS,
    outcomes=steps.OUTCOMES,
    actions=steps.ACTIONS,
    recorded=steps.RECORDED,
    merged=MERGED,
    entries=ENTRIES,
    called=CALLED,
    sentences=SENTENCES,
    quantifiers=QUANTIFIERS,
    connectors={"also": " également", "further": " en outre"},
    roles=ROLES,
    kinds=KINDS,
    drafts=DRAFTS,
    languages=LANGUAGES,
    groups=GROUPS,
    pronouns=PRONOUNS,
    samples=SAMPLES,
    unsure=verbs.UNSURE | steps.UNSURE | UNSURE,
    semicolon="\u202f;",
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
