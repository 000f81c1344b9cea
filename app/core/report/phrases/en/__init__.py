"""How a report is told in English: UN usage, British spelling with -ize, past tense."""

from app.core.report.phrases.en.grammar import letter, listing, say_date, say_group, soften
from app.core.report.phrases.en.sentences import (
    ACTIONS,
    ENTRIES,
    MADE,
    MERGED,
    MODALS,
    OUTCOMES,
    PROPOSALS,
    QUANTIFIERS,
    ROLES,
    SENTENCES,
)
from app.core.report.phrases.en.verbs import IMPERSONAL, SPOKEN
from app.core.report.phrases.frames import Language

ENGLISH = Language(
    code="en",
    impersonal=IMPERSONAL,
    spoken=SPOKEN,
    proposals=PROPOSALS,
    outcomes=OUTCOMES,
    actions=ACTIONS,
    modals=MODALS,
    merged=MERGED,
    entries=ENTRIES,
    made=MADE,
    sentences=SENTENCES,
    quantifiers=QUANTIFIERS,
    connectors={"also": " also", "further": " further"},
    openers={"however": "However,", "finally": "Finally,"},
    roles=ROLES,
    kinds={"numbered": "Final report", "bulleted": "Meeting summary"},
    drafts={"numbered": "Draft final report", "bulleted": "Draft meeting summary"},
    soften=soften,
    listing=listing,
    date=say_date,
    group=say_group,
    letter=letter,
)
