"""How a report is told in Chinese: as at the United Nations, without spaces and with full-width marks."""

from app.core.report.phrases.frames import Language
from app.core.report.phrases.zh import grammar, steps, verbs
from app.core.report.phrases.zh.lists import CALLED, ENTRIES, MERGED, QUANTIFIERS, calling
from app.core.report.phrases.zh.sentences import (
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

CHINESE = Language(
    code="zh",
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
    connectors={"also": "还", "further": "又"},
    roles=ROLES,
    kinds=KINDS,
    drafts=DRAFTS,
    languages=LANGUAGES,
    groups=GROUPS,
    pronouns=PRONOUNS,
    samples=SAMPLES,
    unsure=verbs.UNSURE | steps.UNSURE | UNSURE,
    end="。",
    stop_outside=True,
    semicolon="；",
    year_first=True,
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
