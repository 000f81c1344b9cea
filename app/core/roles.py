"""The roles in which a person may act in one consultation."""

from enum import StrEnum

from app.core.words import N_


class Role(StrEnum):
    """`visitor` has no seat: anyone who may read. The others are roles of a seat."""

    VISITOR = "visitor"
    OBSERVER = "observer"
    PARTICIPANT = "participant"
    RAPPORTEUR = "rapporteur"
    CHAIR = "chair"
    SECRETARIAT = "secretariat"


SEATED = tuple(role for role in Role if role is not Role.VISITOR)

LABELS = {
    Role.VISITOR: N_("Reader"),
    Role.OBSERVER: N_("Observer"),
    Role.PARTICIPANT: N_("Participant"),
    Role.RAPPORTEUR: N_("Rapporteur"),
    Role.CHAIR: N_("Chair"),
    Role.SECRETARIAT: N_("Secretariat"),
}
