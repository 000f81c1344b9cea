"""The words of the desk for how a report is wanted."""

from app.core.report.document import Numbering
from app.core.report.edition import Annex
from app.core.words import N_

NUMBERING_LABELS = {
    Numbering.NONE: N_("As the style has it"),
    Numbering.PARAGRAPH: N_("Through the whole report: 7."),
    Numbering.DECIMAL: N_("By section: 3.2."),
    Numbering.LETTER: N_("By letters in each section: (b)"),
}

QUANTIFIER_LABELS = {
    "neutral": N_("“Some” and “others” say nothing about numbers"),
    "scale": N_("“A few”, “some”, “many”, “most” follow the votes"),
}

ANNEX_LABELS = {
    Annex.PARTICIPANTS: N_("Participants, by group"),
    Annex.POSITIONS: N_("Positions and groups, as a table"),
    Annex.VOTES: N_("What the votes say, with pictures"),
    Annex.MINORITY: N_("Minority statements"),
    Annex.DOCUMENTS: N_("Documents"),
    Annex.METHOD: N_("How this report was made"),
}
