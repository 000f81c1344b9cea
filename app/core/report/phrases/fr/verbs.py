"""The reporting verbs in French frames, impersonally and by whoever speaks."""

from app.core.report.phrases.frames import Row
from app.core.report.verbs import Verb

# « : » with the space that cannot be broken before it.
_AS_FOLLOWS = "ce qui suit\u00a0: {x}"
_MEETING = "{event:la réunion|la consultation}"

IMPERSONAL = {
    Verb.AGREED: Row(
        "il a{also} été convenu que {x}",
        "il a{also} été convenu de {x}",
        "un accord s’est{also} dégagé sur {x}",
        "un accord s’est{also} dégagé sur {x}",
        f"il a{{also}} été convenu de {_AS_FOLLOWS}",
    ),
    Verb.AGREEMENT: Row(
        "un accord est{also} intervenu sur le fait que {x}",
        "un accord est{also} intervenu pour {x}",
        "un accord est{also} intervenu sur {x}",
        "un accord est{also} intervenu sur {x}",
        f"un accord est{{also}} intervenu sur {_AS_FOLLOWS}",
    ),
    Verb.CONCLUDED: Row(
        "il a{also} été conclu que {x}",
        "il a{also} été décidé de {x}",
        "une décision a{also} été prise en faveur de {x}",
        "une décision a{also} été prise en faveur de {x}",
        "la conclusion suivante a{also} été adoptée\u00a0: {x}",
    ),
    Verb.CONSENSUS: Row(
        "un consensus s’est{also} dégagé pour considérer que {x}",
        "un consensus s’est{also} dégagé pour {x}",
        "un consensus s’est{also} dégagé sur {x}",
        "un consensus s’est{also} dégagé sur {x}",
        f"un consensus s’est{{also}} dégagé sur {_AS_FOLLOWS}",
    ),
    Verb.GENERAL_AGREEMENT: Row(
        "il a{also} été généralement admis que {x}",
        "il a{also} été généralement admis qu’il convenait de {x}",
        "un accord général s’est{also} dégagé sur {x}",
        "un accord général s’est{also} dégagé sur {x}",
        f"un accord général s’est{{also}} dégagé sur {_AS_FOLLOWS}",
    ),
    Verb.GENERALLY_FELT: Row(
        "de l’avis général, {x}",
        "de l’avis général, il convenait de {x}",
        "de l’avis général, il convenait d’appuyer {x}",
        "de l’avis général, il convenait d’appuyer {x}",
        "l’avis général a{also} été le suivant\u00a0: {x}",
    ),
    Verb.BROAD_SUPPORT: Row(
        "l’idée que {x} a{also} recueilli un large appui",
        "la proposition de {x} a{also} recueilli un large appui",
        "un large appui s’est{also} manifesté en faveur de {x}",
        "un large appui s’est{also} manifesté en faveur de {x}",
        "la proposition suivante a{also} recueilli un large appui\u00a0: {x}",
    ),
    Verb.WELCOMED: Row(
        "l’idée que {x} a{also} été généralement bien accueillie",
        "la proposition de {x} a{also} été généralement bien accueillie",
        "un accueil généralement favorable a{also} été réservé à {x}",
        "un accueil généralement favorable a{also} été réservé à {x}",
        f"un accueil généralement favorable a{{also}} été réservé à {_AS_FOLLOWS}",
    ),
    Verb.PREVAILING: Row(
        "l’avis qui a{also} prévalu était que {x}",
        "l’avis qui a{also} prévalu était qu’il convenait de {x}",
        "l’avis qui a{also} prévalu était favorable à {x}",
        "l’avis qui a{also} prévalu était favorable à {x}",
        "l’avis qui a{also} prévalu était le suivant\u00a0: {x}",
    ),
    Verb.VIEWS_DIFFERED: Row(
        "les avis ont été partagés sur le point de savoir si {x}",
        "les avis ont été partagés sur le point de savoir s’il fallait {x}",
        "les avis ont été partagés sur {x}",
        "les avis ont été partagés sur {x}",
        f"les avis ont été partagés sur {_AS_FOLLOWS}",
    ),
    Verb.NO_AGREEMENT: Row(
        "il n’y a pas eu d’accord sur le point de savoir si {x}",
        "il n’y a pas eu d’accord sur le point de savoir s’il fallait {x}",
        "il n’y a pas eu d’accord sur {x}",
        "il n’y a pas eu d’accord sur {x}",
        f"il n’y a pas eu d’accord sur {_AS_FOLLOWS}",
    ),
    Verb.NO_CONSENSUS: Row(
        "aucun consensus ne s’est dégagé sur le point de savoir si {x}",
        "aucun consensus ne s’est dégagé sur le point de savoir s’il fallait {x}",
        "aucun consensus ne s’est dégagé sur {x}",
        "aucun consensus ne s’est dégagé sur {x}",
        f"aucun consensus ne s’est dégagé sur {_AS_FOLLOWS}",
    ),
    Verb.REJECTED: Row(
        "la proposition selon laquelle {x} n’a pas recueilli l’adhésion",
        "la proposition de {x} n’a pas recueilli l’adhésion",
        "la proposition concernant {x} n’a pas recueilli l’adhésion",
        "la proposition concernant {x} n’a pas recueilli l’adhésion",
        "la proposition suivante n’a pas recueilli l’adhésion\u00a0: {x}",
    ),
    Verb.NOT_RETAINED: Row(
        "la proposition selon laquelle {x} n’a pas été retenue",
        "la proposition de {x} n’a pas été retenue",
        "la proposition concernant {x} n’a pas été retenue",
        "la proposition concernant {x} n’a pas été retenue",
        "la proposition suivante n’a pas été retenue\u00a0: {x}",
    ),
    Verb.NOT_ADEQUATE: Row(
        "la proposition selon laquelle {x} n’a pas été jugée satisfaisante",
        "la proposition de {x} n’a pas été jugée satisfaisante",
        "la proposition concernant {x} n’a pas été jugée satisfaisante",
        "la proposition concernant {x} n’a pas été jugée satisfaisante",
        "la proposition suivante n’a pas été jugée satisfaisante\u00a0: {x}",
    ),
    Verb.MINORITY_VIEW: Row(
        "il a{also} été pris acte d’une opinion minoritaire selon laquelle {x}",
        "il a{also} été pris acte d’une opinion minoritaire favorable à la proposition de {x}",
        "il a{also} été pris acte d’une opinion minoritaire favorable à {x}",
        "il a{also} été pris acte d’une opinion minoritaire favorable à {x}",
        "il a{also} été pris acte de l’opinion minoritaire suivante\u00a0: {x}",
    ),
    Verb.SUGGESTED: Row(
        "l’idée a{also} été avancée que {x}",
        "il a{also} été suggéré de {x}",
        "une suggestion a{also} été faite en faveur de {x}",
        "une suggestion a{also} été faite en faveur de {x}",
        "la suggestion suivante a{also} été faite\u00a0: {x}",
    ),
    Verb.PROPOSED: Row(
        "il a{also} été proposé que {x}",
        "il a{also} été proposé de {x}",
        "une proposition a{also} été faite en faveur de {x}",
        "une proposition a{also} été faite concernant {x}",
        f"il a{{also}} été proposé {_AS_FOLLOWS}",
    ),
    Verb.PROPOSAL: Row(
        "une proposition a{also} été faite selon laquelle {x}",
        "une proposition a{also} été faite visant à {x}",
        "une proposition a{also} été faite en faveur de {x}",
        "une proposition a{also} été faite concernant {x}",
        "la proposition suivante a{also} été faite\u00a0: {x}",
    ),
    Verb.MENTIONED: Row(
        "il a{also} été indiqué que {x}",
        "la possibilité de {x} a{also} été évoquée",
        "il a{also} été fait mention de {x}",
        "il a{also} été fait mention de {x}",
        f"il a{{also}} été fait mention de {_AS_FOLLOWS}",
    ),
    Verb.NOTED: Row(
        "il a{also} été noté que {x}",
        "il a{also} été pris note de la nécessité de {x}",
        "il a{also} été pris note de {x}",
        "il a{also} été pris note de {x}",
        f"il a{{also}} été pris note de {_AS_FOLLOWS}",
    ),
    Verb.POINT: Row(
        "il a{also} été fait observer que {x}",
        "il a{also} été fait observer qu’il convenait de {x}",
        "l’attention a{also} été appelée sur {x}",
        "l’attention a{also} été appelée sur {x}",
        "l’observation suivante a{also} été faite\u00a0: {x}",
    ),
    Verb.INFORMED: Row(
        f"{_MEETING} a{{also}} été informée que {{x}}",
        f"{_MEETING} a{{also}} été informée de l’intention de {{x}}",
        f"{_MEETING} a{{also}} été informée de {{x}}",
        f"{_MEETING} a{{also}} été informée de {{x}}",
        f"{_MEETING} a{{also}} été informée de {_AS_FOLLOWS}",
    ),
    Verb.EMPHASIZED: Row(
        "il a{also} été souligné que {x}",
        "la nécessité de {x} a{also} été soulignée",
        "l’importance de {x} a{also} été soulignée",
        "l’importance de {x} a{also} été soulignée",
        "le point suivant a{also} été souligné\u00a0: {x}",
    ),
    Verb.STRESSED: Row(
        "l’accent a{also} été mis sur le fait que {x}",
        "l’accent a{also} été mis sur la nécessité de {x}",
        "l’accent a{also} été mis sur l’importance de {x}",
        "l’accent a{also} été mis sur l’importance de {x}",
        "l’accent a{also} été mis sur le point suivant\u00a0: {x}",
    ),
    Verb.RECALLED: Row(
        "il a{also} été rappelé que {x}",
        "la décision antérieure de {x} a{also} été rappelée",
        "la décision antérieure en faveur de {x} a{also} été rappelée",
        "il a{also} été fait référence à {x}",
        "le point suivant a{also} été rappelé\u00a0: {x}",
    ),
    Verb.CONCERN: Row(
        "il a{also} été noté avec préoccupation que {x}",
        "des préoccupations ont{also} été exprimées au sujet de la proposition de {x}",
        "des préoccupations ont{also} été exprimées au sujet de {x}",
        "des préoccupations ont{also} été exprimées au sujet de {x}",
        "la préoccupation suivante a{also} été exprimée\u00a0: {x}",
    ),
    Verb.DISCUSSION: Row(
        "un débat a{also} eu lieu sur le point de savoir si {x}",
        "un débat a{also} eu lieu sur le point de savoir s’il fallait {x}",
        "un débat a{also} eu lieu sur {x}",
        "un débat a{also} eu lieu sur {x}",
        "un débat a{also} eu lieu sur la question suivante\u00a0: {x}",
    ),
    Verb.INVITED: Row(
        "l’espoir a{also} été exprimé que {x}",
        "les participants ont{also} été invités à {x}",
        "les participants ont{also} été invités à examiner {x}",
        "les participants ont{also} été invités à examiner {x}",
        f"les participants ont{{also}} été invités à examiner {_AS_FOLLOWS}",
    ),
    Verb.EXPRESSED_THE_VIEW: Row(
        "l’avis a{also} été exprimé que {x}",
        "un appui a{also} été exprimé en faveur de la proposition de {x}",
        "un appui a{also} été exprimé en faveur de {x}",
        "un appui a{also} été exprimé en faveur de {x}",
        "l’avis suivant a{also} été exprimé\u00a0: {x}",
    ),
}

_HAS = "{who} {who:a|a|ont}"


def _supported(verb: str) -> Row:
    return Row(
        f"{verb} l’idée que {{x}}",
        f"{verb} la proposition de {{x}}",
        f"{verb} {{x}}",
        f"{verb} {{x}}",
        f"{verb} {_AS_FOLLOWS}",
    )


def _held(verb: str, put: str) -> Row:
    return Row(
        f"{_HAS} {verb} que {{x}}",
        f"{_HAS} {verb} qu’il convenait de {{x}}",
        f"{_HAS} {verb} qu’il convenait d’appuyer {{x}}",
        f"{_HAS} {verb} qu’il convenait d’appuyer {{x}}",
        f"{_HAS} {put}\u00a0: {{x}}",
    )


def _laid(verb: str, need: str, thing: str, put: str) -> Row:
    return Row(
        f"{_HAS} {verb} {{x}}",
        f"{_HAS} {need} {{x}}",
        f"{_HAS} {thing} {{x}}",
        f"{_HAS} {thing} {{x}}",
        f"{_HAS} {put}\u00a0: {{x}}",
    )


_FAVOURABLE = "{who} {who:s’est déclaré favorable|s’est déclarée favorable|se sont déclarés favorables} à"

SPOKEN = {
    Verb.IN_FAVOUR: Row(
        f"{_FAVOURABLE} l’idée que {{x}}",
        f"{_FAVOURABLE} la proposition de {{x}}",
        f"{_FAVOURABLE} {{x}}",
        f"{_FAVOURABLE} {{x}}",
        f"{_FAVOURABLE} {_AS_FOLLOWS}",
    ),
    Verb.FAVOURED: _supported(f"{_HAS} préconisé"),
    Verb.SUPPORTED: _supported(f"{_HAS} appuyé"),
    Verb.NOT_SUPPORTED: _supported("{who} n’{who:a|a|ont} pas appuyé"),
    Verb.CONSIDERED: _held("considéré", "exprimé l’opinion suivante"),
    Verb.FELT: _held("estimé", "exprimé le sentiment suivant"),
    Verb.ARGUED: _held("fait valoir", "fait valoir ce qui suit"),
    Verb.COMMENTED: _held("fait observer", "fait l’observation suivante"),
    Verb.EXPRESSED_THE_VIEW: Row(
        f"{_HAS} exprimé l’avis que {{x}}",
        f"{_HAS} exprimé l’avis qu’il convenait de {{x}}",
        f"{_HAS} exprimé l’avis qu’il convenait d’appuyer {{x}}",
        f"{_HAS} exprimé l’avis qu’il convenait d’appuyer {{x}}",
        f"{_HAS} exprimé l’avis suivant\u00a0: {{x}}",
    ),
    Verb.MENTIONED: _laid("indiqué que", "évoqué la nécessité de", "évoqué", "évoqué ce qui suit"),
    Verb.NOTED: _laid("noté que", "noté la nécessité de", "noté", "noté ce qui suit"),
    Verb.EMPHASIZED: _laid("souligné que", "souligné la nécessité de", "souligné", "souligné ce qui suit"),
    Verb.STRESSED: _laid(
        "insisté sur le fait que", "insisté sur la nécessité de", "insisté sur", "insisté sur ce qui suit"
    ),
    Verb.RECALLED: _laid("rappelé que", "rappelé la nécessité de", "rappelé", "rappelé ce qui suit"),
    Verb.SUGGESTED: _laid("avancé l’idée que", "suggéré de", "suggéré", "suggéré ce qui suit"),
    Verb.PROPOSED: _laid(
        "formulé une proposition selon laquelle", "proposé de", "proposé", "proposé ce qui suit"
    ),
    Verb.PRESENTED: Row(
        f"{_HAS} présenté une proposition selon laquelle {{x}}",
        f"{_HAS} présenté une proposition visant à {{x}}",
        f"{_HAS} présenté une proposition en faveur de {{x}}",
        f"{_HAS} présenté {{x}}",
        f"{_HAS} présenté {_AS_FOLLOWS}",
    ),
    Verb.URGED: Row(
        f"{_HAS} souligné avec insistance que {{x}}",
        f"{_HAS} engagé {_MEETING} à {{x}}",
        f"{_HAS} appelé de {{who:ses|ses|leurs}} vœux {{x}}",
        f"{_HAS} appelé de {{who:ses|ses|leurs}} vœux {{x}}",
        f"{_HAS} demandé instamment {_AS_FOLLOWS}",
    ),
    Verb.CONCERN: Row(
        f"{_HAS} noté avec préoccupation que {{x}}",
        f"{_HAS} exprimé des préoccupations au sujet de la proposition de {{x}}",
        f"{_HAS} exprimé des préoccupations au sujet de {{x}}",
        f"{_HAS} exprimé des préoccupations au sujet de {{x}}",
        f"{_HAS} exprimé la préoccupation suivante\u00a0: {{x}}",
    ),
    Verb.DISCUSSION: Row(
        f"{_HAS} soulevé la question de savoir si {{x}}",
        f"{_HAS} soulevé la question de savoir s’il fallait {{x}}",
        f"{_HAS} soulevé la question de {{x}}",
        f"{_HAS} soulevé la question de {{x}}",
        f"{_HAS} soulevé la question suivante\u00a0: {{x}}",
    ),
    Verb.INFORMED: Row(
        f"{_HAS} informé {_MEETING} que {{x}}",
        f"{_HAS} informé {_MEETING} de l’intention de {{x}}",
        f"{_HAS} présenté un exposé sur {{x}}",
        f"{_HAS} présenté un exposé sur {{x}}",
        f"{_HAS} informé {_MEETING} de {_AS_FOLLOWS}",
    ),
    Verb.INVITED: Row(
        f"{_HAS} exprimé l’espoir que {{x}}",
        f"{_HAS} invité les participants à {{x}}",
        f"{_HAS} invité les participants à examiner {{x}}",
        f"{_HAS} invité les participants à examiner {{x}}",
        f"{_HAS} invité les participants à examiner {_AS_FOLLOWS}",
    ),
}

UNSURE = {
    "impersonal/proposed/clause": "“proposer que” asks for the subjunctive; positions are put with “devrait”",
    "impersonal/suggested/clause": "“l’idée que” rather than “suggérer que”, which asks for the subjunctive",
    "impersonal/invited/clause": "“l’espoir que”, with the mood in which the hope was put",
    "impersonal/welcomed/noun": "“accueil généralement favorable”: of a proposal rather than of a thing",
    "impersonal/rejected/clause": "“recueillir l’adhésion” for “find favour”",
    "spoken/urged/clause": "“souligner avec insistance” for “urge”, which would ask for the subjunctive",
    "spoken/urged/noun": "“appeler de ses vœux” may be warmer than “call for”",
}
