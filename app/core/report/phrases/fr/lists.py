"""French lead-ins of lists, what entries are called, and the words for how many."""

from app.core.determinations import Status
from app.core.report.phrases.frames import Called, Noun
from app.core.report.quantifiers import Quantifier
from app.core.texts import Kind

MERGED: dict[Status | Kind, str] = {
    Status.AGREED: "il a été convenu de ce qui suit",
    Status.CONSENSUS: "un consensus s’est dégagé sur les points suivants",
    Status.BROAD: "les points suivants ont recueilli un large appui",
    Status.REJECTED: "les propositions suivantes n’ont pas été retenues",
    Status.MINORITY: "il a été pris acte des opinions minoritaires suivantes",
    Status.NOTED: "il a été pris note des points suivants",
    Kind.VIEW: "les propositions suivantes ont été formulées",
    Kind.CONCERN: "les préoccupations suivantes ont été exprimées",
    Kind.EMPHASIS: "les points suivants ont été soulignés",
    Kind.INFORMATION: "il a été pris note de ce qui suit",
    Kind.RECALLED: "les points suivants ont été rappelés",
    Kind.INVITATION: "les participants ont été invités à examiner les points suivants",
}

_SHARE = "{share:tous ces points|l’un de ces points|bon nombre de ces points|certains de ces points}"

ENTRIES = {
    Status.AGREED: f"un accord est intervenu sur {_SHARE}",
    Status.CONSENSUS: f"un consensus s’est dégagé sur {_SHARE}",
    Status.BROAD: f"un large appui s’est manifesté en faveur de {_SHARE}",
    Status.REJECTED: (
        "{share:aucun de ces points n’a été retenu|l’un de ces points n’a pas été retenu|"
        "bon nombre de ces points n’ont pas été retenus|certains de ces points n’ont pas été retenus}"
    ),
    Status.MINORITY: (
        "il a été pris acte, en tant {share:qu’opinions minoritaires|qu’opinion minoritaire|"
        f"qu’opinions minoritaires|qu’opinions minoritaires}}, de {_SHARE}"
    ),
    Status.NOTED: f"il a été pris note de {_SHARE}",
    Status.FORWARD: "les {entries} {entries:suivants|suivantes|suivants} ont également été {made}",
}


def _called(noun: str, made: str) -> Called:
    """The noun without a plural mark of its own: the ending of its participle tells its gender."""
    return Called(Noun(noun, "f" if made.endswith("es") else "m"), made)


def calling(noun: str) -> Called:
    """Entries called by a noun that is not in the table: its ending tells its gender, more or less."""
    endings = ("ions", "tés", "ures", "ées", "nces", "elles", "ettes", "ches", "ises", "ations")
    return _called(noun, "proposées" if noun.split()[0].endswith(endings) else "proposés")


CALLED = {
    "": _called("éléments", "proposés"),
    "themes": _called("thèmes", "proposés"),
    "topics": _called("sujets", "proposés"),
    "principles": _called("principes", "proposés"),
    "options": _called("options", "proposées"),
    "names": _called("noms", "proposés"),
    "measures": _called("mesures", "proposées"),
    "activities": _called("activités", "proposées"),
    "objectives": _called("objectifs", "proposés"),
    "documents": _called("documents", "proposés"),
    "comments": _called("observations", "formulées"),
    "remarks": _called("remarques", "formulées"),
    "suggestions": _called("suggestions", "formulées"),
    "recommendations": _called("recommandations", "formulées"),
    "observations": _called("commentaires", "formulés"),
    "thoughts": _called("réflexions", "formulées"),
    "views": _called("vues", "exprimées"),
    "ideas": _called("idées", "avancées"),
    "proposals": _called("propositions", "formulées"),
    "concerns": _called("préoccupations", "exprimées"),
    "questions": _called("interrogations", "soulevées"),
    "issues": _called("questions", "soulevées"),
    "points": _called("points", "soulevés"),
}


def _several(words: str, alone: str) -> tuple[Noun, Noun]:
    return Noun(words, "m", plural=True), Noun(alone, "m", plural=True)


QUANTIFIERS = {
    Quantifier.SOME: _several("certains participants", "certains"),
    Quantifier.OTHERS: _several("d’autres", "d’autres"),
    Quantifier.A_FEW: _several("quelques participants", "quelques-uns"),
    Quantifier.SEVERAL: _several("plusieurs participants", "plusieurs"),
    Quantifier.MANY: _several("de nombreux participants", "de nombreux participants"),
    Quantifier.MOST: _several("la plupart des participants", "la plupart"),
    Quantifier.NEARLY_ALL: _several("presque tous les participants", "presque tous"),
    Quantifier.ALL: _several("tous les participants qui se sont exprimés", "tous ceux qui se sont exprimés"),
}
