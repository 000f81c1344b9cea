"""The reporting verbs in Spanish frames, impersonally and by whoever speaks.

What English puts as a gerund is an infinitive. “Que” asks for the subjunctive after many verbs, and
positions are put in the conditional: those verbs take “una propuesta según la cual” and the like.
"""

from app.core.report.phrases.frames import Row
from app.core.report.verbs import Verb

_AS_FOLLOWS = "lo siguiente: {x}"


def _row(clause: str, verbal: str, noun: str, put: str) -> Row:
    """An infinitive and what English puts as a gerund are told alike."""
    return Row(clause, verbal, verbal, noun, put)


IMPERSONAL = {
    Verb.AGREED: _row(
        "se convino{also} en que {x}",
        "se convino{also} en {x}",
        "se convino{also} en {x}",
        f"se convino{{also}} en {_AS_FOLLOWS}",
    ),
    Verb.AGREEMENT: _row(
        "hubo{also} acuerdo en que {x}",
        "hubo{also} acuerdo en {x}",
        "hubo{also} acuerdo respecto de {x}",
        f"hubo{{also}} acuerdo en {_AS_FOLLOWS}",
    ),
    Verb.CONCLUDED: _row(
        "se llegó{also} a la conclusión de que {x}",
        "se decidió{also} {x}",
        "se adoptó{also} una decisión favorable a {x}",
        "se llegó{also} a la siguiente conclusión: {x}",
    ),
    Verb.CONSENSUS: _row(
        "hubo{also} consenso en que {x}",
        "hubo{also} consenso en {x}",
        "hubo{also} consenso respecto de {x}",
        f"hubo{{also}} consenso en {_AS_FOLLOWS}",
    ),
    Verb.GENERAL_AGREEMENT: _row(
        "hubo{also} acuerdo general en que {x}",
        "hubo{also} acuerdo general en {x}",
        "hubo{also} acuerdo general respecto de {x}",
        f"hubo{{also}} acuerdo general en {_AS_FOLLOWS}",
    ),
    Verb.GENERALLY_FELT: _row(
        "en general se consideró{also} que {x}",
        "en general se consideró{also} que convenía {x}",
        "en general se consideró{also} que convenía dar apoyo a {x}",
        "la opinión general fue{also} la siguiente: {x}",
    ),
    Verb.BROAD_SUPPORT: _row(
        "hubo{also} amplio apoyo a la idea de que {x}",
        "hubo{also} amplio apoyo a la propuesta de {x}",
        "hubo{also} amplio apoyo a {x}",
        f"hubo{{also}} amplio apoyo a {_AS_FOLLOWS}",
    ),
    Verb.WELCOMED: _row(
        "en general se acogió{also} favorablemente la idea de que {x}",
        "en general se acogió{also} favorablemente la propuesta de {x}",
        "en general se dispensó{also} una acogida favorable a {x}",
        f"en general se acogió{{also}} favorablemente {_AS_FOLLOWS}",
    ),
    Verb.PREVAILING: _row(
        "la opinión predominante fue{also} que {x}",
        "la opinión predominante fue{also} que convenía {x}",
        "la opinión predominante fue{also} favorable a {x}",
        "la opinión predominante fue{also} la siguiente: {x}",
    ),
    Verb.VIEWS_DIFFERED: _row(
        "hubo opiniones divergentes sobre si {x}",
        "hubo opiniones divergentes sobre si convenía {x}",
        "hubo opiniones divergentes sobre {x}",
        f"hubo opiniones divergentes sobre {_AS_FOLLOWS}",
    ),
    Verb.NO_AGREEMENT: _row(
        "no hubo acuerdo sobre si {x}",
        "no hubo acuerdo sobre si convenía {x}",
        "no hubo acuerdo sobre {x}",
        f"no hubo acuerdo sobre {_AS_FOLLOWS}",
    ),
    Verb.NO_CONSENSUS: _row(
        "no hubo consenso sobre si {x}",
        "no hubo consenso sobre si convenía {x}",
        "no hubo consenso sobre {x}",
        f"no hubo consenso sobre {_AS_FOLLOWS}",
    ),
    Verb.REJECTED: _row(
        "no tuvo acogida favorable la propuesta según la cual {x}",
        "no tuvo acogida favorable la propuesta de {x}",
        "no tuvo acogida favorable la propuesta relativa a {x}",
        "no tuvo acogida favorable la siguiente propuesta: {x}",
    ),
    Verb.NOT_RETAINED: _row(
        "se desestimó la propuesta según la cual {x}",
        "se desestimó la propuesta de {x}",
        "se desestimó la propuesta relativa a {x}",
        "se desestimó la siguiente propuesta: {x}",
    ),
    Verb.NOT_ADEQUATE: _row(
        "no se consideró adecuada la propuesta según la cual {x}",
        "no se consideró adecuada la propuesta de {x}",
        "no se consideró adecuada la propuesta relativa a {x}",
        "no se consideró adecuada la siguiente propuesta: {x}",
    ),
    Verb.MINORITY_VIEW: _row(
        "se dejó{also} constancia de una opinión minoritaria según la cual {x}",
        "se dejó{also} constancia de una opinión minoritaria favorable a la propuesta de {x}",
        "se dejó{also} constancia de una opinión minoritaria favorable a {x}",
        "se dejó{also} constancia de la siguiente opinión minoritaria: {x}",
    ),
    Verb.SUGGESTED: _row(
        "se planteó{also} la idea de que {x}",
        "se sugirió{also} {x}",
        "se formuló{also} una sugerencia favorable a {x}",
        "se formuló{also} la siguiente sugerencia: {x}",
    ),
    Verb.PROPOSED: _row(
        "se formuló{also} una propuesta según la cual {x}",
        "se propuso{also} {x}",
        "se formuló{also} una propuesta relativa a {x}",
        f"se propuso{{also}} {_AS_FOLLOWS}",
    ),
    Verb.PROPOSAL: _row(
        "se presentó{also} una propuesta según la cual {x}",
        "se presentó{also} una propuesta de {x}",
        "se presentó{also} una propuesta relativa a {x}",
        "se presentó{also} la siguiente propuesta: {x}",
    ),
    Verb.MENTIONED: _row(
        "se mencionó{also} que {x}",
        "se mencionó{also} la posibilidad de {x}",
        "se hizo{also} mención de {x}",
        f"se hizo{{also}} mención de {_AS_FOLLOWS}",
    ),
    Verb.NOTED: _row(
        "se señaló{also} que {x}",
        "se señaló{also} la necesidad de {x}",
        "se tomó{also} nota de {x}",
        f"se tomó{{also}} nota de {_AS_FOLLOWS}",
    ),
    Verb.POINT: _row(
        "se hizo{also} notar que {x}",
        "se hizo{also} notar que convenía {x}",
        "se llamó{also} la atención sobre {x}",
        "se formuló{also} la siguiente observación: {x}",
    ),
    Verb.INFORMED: _row(
        "se informó{also} a los participantes de que {x}",
        "se informó{also} a los participantes de la intención de {x}",
        "se informó{also} a los participantes acerca de {x}",
        f"se informó{{also}} a los participantes de {_AS_FOLLOWS}",
    ),
    Verb.EMPHASIZED: _row(
        "se subrayó{also} que {x}",
        "se subrayó{also} la necesidad de {x}",
        "se subrayó{also} la importancia de {x}",
        f"se subrayó{{also}} {_AS_FOLLOWS}",
    ),
    Verb.STRESSED: _row(
        "se hizo{also} hincapié en que {x}",
        "se hizo{also} hincapié en la necesidad de {x}",
        "se hizo{also} hincapié en la importancia de {x}",
        f"se hizo{{also}} hincapié en {_AS_FOLLOWS}",
    ),
    Verb.RECALLED: _row(
        "se recordó{also} que {x}",
        "se recordó{also} la decisión anterior de {x}",
        "se hizo{also} referencia a {x}",
        f"se recordó{{also}} {_AS_FOLLOWS}",
    ),
    Verb.CONCERN: _row(
        "se señaló{also} con preocupación que {x}",
        "se expresó{also} preocupación por la propuesta de {x}",
        "se expresó{also} preocupación por {x}",
        "se expresó{also} la siguiente preocupación: {x}",
    ),
    Verb.DISCUSSION: _row(
        "se debatió{also} si {x}",
        "se debatió{also} si convenía {x}",
        "se celebró{also} un debate sobre {x}",
        "se celebró{also} un debate sobre la siguiente cuestión: {x}",
    ),
    Verb.INVITED: _row(
        "se expresó{also} la esperanza de que {x}",
        "se invitó{also} a los participantes a {x}",
        "se invitó{also} a los participantes a examinar {x}",
        f"se invitó{{also}} a los participantes a examinar {_AS_FOLLOWS}",
    ),
    Verb.EXPRESSED_THE_VIEW: _row(
        "se expresó{also} la opinión de que {x}",
        "se expresó{also} apoyo a la propuesta de {x}",
        "se expresó{also} apoyo a {x}",
        "se expresó{also} la siguiente opinión: {x}",
    ),
}


def _did(one: str, several: str, rest: str = "") -> str:
    """Somebody, a verb of one or of several, and what follows both: a preposition there may contract."""
    return f"{{who}} {{who:{one}|{one}|{several}}} {rest}".rstrip()


def _supported(verb: str) -> Row:
    return _row(
        f"{verb} la idea de que {{x}}",
        f"{verb} la propuesta de {{x}}",
        f"{verb} {{x}}",
        f"{verb} {_AS_FOLLOWS}",
    )


def _held(verb: str, put: str) -> Row:
    return _row(
        f"{verb} que {{x}}",
        f"{verb} que convenía {{x}}",
        f"{verb} que convenía dar apoyo a {{x}}",
        f"{put}: {{x}}",
    )


def _laid(verb: str, noun: str) -> Row:
    return _row(
        f"{verb} que {{x}}", f"{verb} la necesidad de {{x}}", f"{noun} {{x}}", f"{verb} {_AS_FOLLOWS}"
    )


_PARTIAL = "{who} {who:se mostró partidario|se mostró partidaria|se mostraron partidarios} de"
_INCLINED = _did("se inclinó", "se inclinaron", "por")
_EXPRESSED = _did("expresó", "expresaron")
_INFORMED = _did("informó", "informaron", "a los participantes")
_INVITED = _did("invitó", "invitaron", "a los participantes")
_NOTED = _did("señaló", "señalaron")
_PROPOSED = _did("propuso", "propusieron")
_PRESENTED = _did("presentó", "presentaron")
_SUGGESTED = _did("sugirió", "sugirieron")
_STRESSED = _did("hizo", "hicieron", "hincapié en")
_RAISED = _did("planteó", "plantearon")
_MADE = _did("formuló", "formularon")

SPOKEN = {
    Verb.IN_FAVOUR: _row(
        f"{_PARTIAL} la idea de que {{x}}",
        f"{_PARTIAL} {{x}}",
        f"{_PARTIAL} {{x}}",
        f"{_PARTIAL} {_AS_FOLLOWS}",
    ),
    Verb.FAVOURED: _row(
        f"{_INCLINED} la idea de que {{x}}",
        f"{_INCLINED} {{x}}",
        f"{_INCLINED} {{x}}",
        f"{_INCLINED} {_AS_FOLLOWS}",
    ),
    Verb.SUPPORTED: _supported(_did("dio", "dieron", "su apoyo a")),
    Verb.NOT_SUPPORTED: _supported(_did("no dio", "no dieron", "su apoyo a")),
    Verb.CONSIDERED: _held(
        _did("consideró", "consideraron"),
        _did("sostuvo", "sostuvieron", "la siguiente opinión"),
    ),
    Verb.FELT: _held(_did("opinó", "opinaron"), _did("expresó", "expresaron", "el siguiente parecer")),
    Verb.ARGUED: _held(
        _did("sostuvo", "sostuvieron"),
        _did("adujo", "adujeron", "el siguiente argumento"),
    ),
    Verb.COMMENTED: _held(_did("comentó", "comentaron"), f"{_MADE} la siguiente observación"),
    Verb.EXPRESSED_THE_VIEW: _held(f"{_EXPRESSED} la opinión de", f"{_EXPRESSED} la siguiente opinión"),
    Verb.MENTIONED: _laid(_did("mencionó", "mencionaron"), _did("se refirió", "se refirieron", "a")),
    Verb.NOTED: _laid(_NOTED, _did("tomó", "tomaron", "nota de")),
    Verb.EMPHASIZED: _laid(_did("subrayó", "subrayaron"), _did("subrayó", "subrayaron", "la importancia de")),
    Verb.STRESSED: _laid(_STRESSED, f"{_STRESSED} la importancia de"),
    Verb.RECALLED: _laid(_did("recordó", "recordaron"), _did("recordó", "recordaron")),
    Verb.SUGGESTED: _row(
        f"{_RAISED} la idea de que {{x}}",
        f"{_SUGGESTED} {{x}}",
        f"{_SUGGESTED} {{x}}",
        f"{_SUGGESTED} {_AS_FOLLOWS}",
    ),
    Verb.PROPOSED: _row(
        f"{_MADE} una propuesta según la cual {{x}}",
        f"{_PROPOSED} {{x}}",
        f"{_PROPOSED} {{x}}",
        f"{_PROPOSED} {_AS_FOLLOWS}",
    ),
    Verb.PRESENTED: _row(
        f"{_PRESENTED} una propuesta según la cual {{x}}",
        f"{_PRESENTED} una propuesta de {{x}}",
        f"{_PRESENTED} {{x}}",
        f"{_PRESENTED} {_AS_FOLLOWS}",
    ),
    Verb.URGED: _row(
        f"{_NOTED} con insistencia que {{x}}",
        f"{_did('instó', 'instaron', 'a los participantes a')} {{x}}",
        f"{_did('pidió', 'pidieron', 'encarecidamente')} {{x}}",
        f"{_did('pidió', 'pidieron', 'encarecidamente')} {_AS_FOLLOWS}",
    ),
    Verb.CONCERN: _row(
        f"{_NOTED} con preocupación que {{x}}",
        f"{_EXPRESSED} preocupación por la propuesta de {{x}}",
        f"{_EXPRESSED} preocupación por {{x}}",
        f"{_EXPRESSED} la siguiente preocupación: {{x}}",
    ),
    Verb.DISCUSSION: _row(
        f"{_RAISED} la cuestión de si {{x}}",
        f"{_RAISED} la cuestión de si convenía {{x}}",
        f"{_RAISED} la cuestión de {{x}}",
        f"{_RAISED} la siguiente cuestión: {{x}}",
    ),
    Verb.INFORMED: _row(
        f"{_INFORMED} de que {{x}}",
        f"{_INFORMED} de la intención de {{x}}",
        f"{_did('hizo', 'hicieron', 'una exposición sobre')} {{x}}",
        f"{_INFORMED} de {_AS_FOLLOWS}",
    ),
    Verb.INVITED: _row(
        f"{_EXPRESSED} la esperanza de que {{x}}",
        f"{_INVITED} a {{x}}",
        f"{_INVITED} a examinar {{x}}",
        f"{_INVITED} a examinar {_AS_FOLLOWS}",
    ),
}

UNSURE = {
    "impersonal/agreed/noun": "“convenir en” with a noun phrase",
    "impersonal/suggested/clause": "“la idea de que” rather than “sugerir que” + subjunctive",
    "impersonal/broad support/clause": "“la idea de que”, with the conditional in which positions are put",
    "impersonal/concern/clause": "“señalar con preocupación” rather than “preocupación de que” + subjunctive",
    "impersonal/invited/clause": "“la esperanza de que”, with the mood in which the hope was put",
    "impersonal/not retained/clause": "“desestimar” may be firmer than “not retain”",
    "impersonal/rejected/clause": "“tener acogida favorable” for “find favour”",
    "spoken/proposed/noun": "a person who is proposed would ask for “a”",
    "spoken/supported/noun": "“dar su apoyo a” rather than “apoyar”, which asks for “a” with a person only",
    "spoken/urged/clause": "“señalar con insistencia” for “urge”, which would ask for the subjunctive",
}
