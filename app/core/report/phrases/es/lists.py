"""Spanish lead-ins of lists, what entries are called, and the words for how many."""

from app.core.determinations import Status
from app.core.report.phrases.es.grammar import is_feminine
from app.core.report.phrases.frames import Called, Noun
from app.core.report.quantifiers import Quantifier
from app.core.texts import Kind

MERGED: dict[Status | Kind, str] = {
    Status.AGREED: "se convino en lo siguiente",
    Status.CONSENSUS: "hubo consenso en lo siguiente",
    Status.BROAD: "hubo amplio apoyo a lo siguiente",
    Status.REJECTED: "no tuvieron acogida favorable las siguientes propuestas",
    Status.MINORITY: "se dejó constancia de las siguientes opiniones minoritarias",
    Status.NOTED: "se tomó nota de lo siguiente",
    Kind.VIEW: "se formularon las siguientes propuestas",
    Kind.CONCERN: "se expresaron las siguientes preocupaciones",
    Kind.EMPHASIS: "se subrayó lo siguiente",
    Kind.INFORMATION: "se señaló lo siguiente",
    Kind.RECALLED: "se recordó lo siguiente",
    Kind.INVITATION: "se invitó a los participantes a examinar lo siguiente",
}

_SHARE = "{share:todos estos puntos|uno de estos puntos|muchos de estos puntos|algunos de estos puntos}"

ENTRIES = {
    Status.AGREED: f"hubo acuerdo sobre {_SHARE}",
    Status.CONSENSUS: f"hubo consenso sobre {_SHARE}",
    Status.BROAD: f"hubo amplio apoyo a {_SHARE}",
    Status.REJECTED: (
        "{share:ninguno de estos puntos tuvo acogida favorable|"
        "uno de estos puntos no tuvo acogida favorable|"
        "muchos de estos puntos no tuvieron acogida favorable|"
        "algunos de estos puntos no tuvieron acogida favorable}"
    ),
    Status.MINORITY: (
        "se dejó constancia, como {share:opiniones minoritarias|opinión minoritaria|opiniones minoritarias|"
        f"opiniones minoritarias}}, de {_SHARE}"
    ),
    Status.NOTED: f"se tomó nota de {_SHARE}",
    Status.FORWARD: "se {made} también {entries:los|las|los} siguientes {entries}",
}


def calling(noun: str, made: str = "propusieron") -> Called:
    """What entries are called; the ending of the first word tells the gender, more or less."""
    return Called(Noun(noun, "f" if is_feminine(noun.split()[0]) else "m"), made)


CALLED = {
    "": calling("elementos"),
    "themes": calling("temas"),
    "topics": calling("asuntos"),
    "principles": calling("principios"),
    "options": calling("opciones"),
    "names": calling("nombres"),
    "measures": calling("medidas"),
    "activities": calling("actividades"),
    "objectives": calling("objetivos"),
    "documents": calling("documentos"),
    "comments": calling("observaciones", "formularon"),
    "remarks": calling("comentarios", "formularon"),
    "suggestions": calling("sugerencias", "formularon"),
    "recommendations": calling("recomendaciones", "formularon"),
    "observations": calling("apreciaciones", "formularon"),
    "thoughts": calling("reflexiones", "formularon"),
    "views": calling("opiniones", "expresaron"),
    "ideas": calling("ideas", "plantearon"),
    "proposals": calling("propuestas", "formularon"),
    "concerns": calling("preocupaciones", "expresaron"),
    "questions": calling("preguntas", "formularon"),
    "issues": calling("cuestiones", "plantearon"),
    "points": calling("puntos", "plantearon"),
}


def _several(words: str, alone: str) -> tuple[Noun, Noun]:
    return Noun(words, "m", plural=True), Noun(alone, "m", plural=True)


QUANTIFIERS = {
    Quantifier.SOME: _several("algunos participantes", "algunos"),
    Quantifier.OTHERS: _several("otros", "otros"),
    Quantifier.A_FEW: _several("unos pocos participantes", "unos pocos"),
    Quantifier.SEVERAL: _several("varios participantes", "varios"),
    Quantifier.MANY: _several("muchos participantes", "muchos"),
    Quantifier.MOST: _several("la mayoría de los participantes", "la mayoría"),
    Quantifier.NEARLY_ALL: _several("casi todos los participantes", "casi todos"),
    Quantifier.ALL: _several(
        "todos los participantes que expresaron su opinión", "todos los que expresaron su opinión"
    ),
}
