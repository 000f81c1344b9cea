"""How a report is wanted: its manner, its language, its numbering, and what stands at its end."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.report.document import Numbering


class Annex(StrEnum):
    """What can stand after the report proper, in this order."""

    PARTICIPANTS = "participants"  # by stakeholder group
    POSITIONS = "positions"  # a table of positions × groups
    VOTES = "votes"  # what they say: groups, bridges, divides, with pictures
    MINORITY = "minority"  # statements in their proponents' words
    DOCUMENTS = "documents"
    METHOD = "method"  # how the report was made


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is asked for; what is left empty is the consultation's own, or its style's."""

    style: str = ""
    language: str = ""
    numbering: Numbering = Numbering.NONE  # of paragraphs: one of COUNTED, or none for the style's own
    quantifiers: str = ""  # "neutral" or "scale", as in record.Consultation
    annexes: tuple[Annex, ...] = (Annex.MINORITY, Annex.METHOD)
    draft: bool = False


USUAL = Edition()
