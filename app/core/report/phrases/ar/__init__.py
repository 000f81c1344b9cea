"""How a report is told in Arabic: as at the United Nations, the verb before its subject."""

from app.core.report.phrases.ar import grammar, steps, verbs
from app.core.report.phrases.ar.lists import CALLED, ENTRIES, MERGED, QUANTIFIERS, calling
from app.core.report.phrases.ar.sentences import (
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

ARABIC = Language(
    code="ar",
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
    connectors={"also": " أيضا", "further": " كذلك"},
    roles=ROLES,
    kinds=KINDS,
    drafts=DRAFTS,
    languages=LANGUAGES,
    groups=GROUPS,
    pronouns=PRONOUNS,
    samples=SAMPLES,
    unsure=verbs.UNSURE | steps.UNSURE | UNSURE,
    stop_outside=True,
    semicolon="؛",
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
    following=grammar.following,
)
