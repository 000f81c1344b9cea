"""How a report is told in English: UN usage, British spelling with -ize, past tense."""

from app.core.report.phrases.en import grammar
from app.core.report.phrases.en.lists import CALLED, ENTRIES, MERGED, QUANTIFIERS, calling
from app.core.report.phrases.en.sentences import (
    DRAFTS,
    GROUPS,
    KINDS,
    LANGUAGES,
    PRONOUNS,
    ROLES,
    SAMPLES,
    SENTENCES,
)
from app.core.report.phrases.en.steps import ACTIONS, OUTCOMES, RECORDED, VERDICTS
from app.core.report.phrases.en.verbs import IMPERSONAL, SPOKEN
from app.core.report.phrases.frames import Language

ENGLISH = Language(
    code="en",
    impersonal=IMPERSONAL,
    spoken=SPOKEN,
    verdicts=VERDICTS,
    outcomes=OUTCOMES,
    actions=ACTIONS,
    recorded=RECORDED,
    merged=MERGED,
    entries=ENTRIES,
    called=CALLED,
    sentences=SENTENCES,
    quantifiers=QUANTIFIERS,
    connectors={"also": " also", "further": " further"},
    roles=ROLES,
    kinds=KINDS,
    drafts=DRAFTS,
    languages=LANGUAGES,
    groups=GROUPS,
    pronouns=PRONOUNS,
    samples=SAMPLES,
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
)
