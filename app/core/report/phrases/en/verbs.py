"""The reporting verbs in English frames, impersonally and by whoever speaks."""

from app.core.report.phrases.frames import Row
from app.core.report.verbs import Verb

# How a clause, an infinitive, a gerund and a noun phrase complete each verb, and words in another language.
IMPERSONAL = {
    Verb.AGREED: Row(
        "it was{also} agreed that {x}",
        "it was{also} agreed to {x}",
        "there was{also} agreement on {x}",
        "there was{also} agreement on {x}",
        "the following was{also} agreed: {x}",
    ),
    Verb.AGREEMENT: Row(
        "there was{also} an agreement that {x}",
        "there was{also} an agreement to {x}",
        "there was{also} an agreement on {x}",
        "there was{also} an agreement on {x}",
        "there was{also} an agreement on the following: {x}",
    ),
    Verb.CONCLUDED: Row(
        "it was{also} concluded that {x}",
        "it was{also} decided to {x}",
        "a decision was{also} taken in favour of {x}",
        "a decision was{also} taken in favour of {x}",
        "the following was{also} concluded: {x}",
    ),
    Verb.CONSENSUS: Row(
        "there was{also} a consensus that {x}",
        "there was{also} a consensus to {x}",
        "there was{also} a consensus on {x}",
        "there was{also} a consensus on {x}",
        "there was{also} a consensus on the following: {x}",
    ),
    Verb.GENERAL_AGREEMENT: Row(
        "there was{also} general agreement that {x}",
        "there was{also} general agreement to {x}",
        "there was{also} general agreement on {x}",
        "there was{also} general agreement on {x}",
        "there was{also} general agreement on the following: {x}",
    ),
    Verb.GENERALLY_FELT: Row(
        "it was{also} generally felt that {x}",
        "it was{also} generally felt that it was necessary to {x}",
        "it was{also} generally felt that there should be support for {x}",
        "it was{also} generally felt that there should be support for {x}",
        "the following was{also} the general feeling: {x}",
    ),
    Verb.BROAD_SUPPORT: Row(
        "there was{also} broad support for the view that {x}",
        "there was{also} broad support for the proposal to {x}",
        "there was{also} broad support for {x}",
        "there was{also} broad support for {x}",
        "there was{also} broad support for the following: {x}",
    ),
    Verb.WELCOMED: Row(
        "the view that {x} was{also} generally welcomed",
        "the proposal to {x} was{also} generally welcomed",
        "the idea of {x} was{also} generally welcomed",
        "{x} was{also} generally welcomed",
        "the following was{also} generally welcomed: {x}",
    ),
    Verb.PREVAILING: Row(
        "the prevailing view was{also} that {x}",
        "the prevailing view was{also} in favour of the proposal to {x}",
        "the prevailing view was{also} in favour of {x}",
        "the prevailing view was{also} in favour of {x}",
        "the prevailing view was{also} the following: {x}",
    ),
    Verb.VIEWS_DIFFERED: Row(
        "views differed on whether {x}",
        "views differed on whether to {x}",
        "views differed on {x}",
        "views differed on {x}",
        "views differed on the following: {x}",
    ),
    Verb.NO_AGREEMENT: Row(
        "there was no agreement on whether {x}",
        "there was no agreement on whether to {x}",
        "there was no agreement on {x}",
        "there was no agreement on {x}",
        "there was no agreement on the following: {x}",
    ),
    Verb.NO_CONSENSUS: Row(
        "there was no consensus on whether {x}",
        "there was no consensus on whether to {x}",
        "there was no consensus on {x}",
        "there was no consensus on {x}",
        "there was no consensus on the following: {x}",
    ),
    Verb.REJECTED: Row(
        "the proposal that {x} did not find favour",
        "the proposal to {x} did not find favour",
        "the idea of {x} did not find favour",
        "{x} did not find favour",
        "the following proposal did not find favour: {x}",
    ),
    Verb.NOT_RETAINED: Row(
        "the proposal that {x} was not retained",
        "the proposal to {x} was not retained",
        "the idea of {x} was not retained",
        "{x} was not retained",
        "the following proposal was not retained: {x}",
    ),
    Verb.NOT_ADEQUATE: Row(
        "the proposal that {x} was found not to be adequate",
        "the proposal to {x} was found not to be adequate",
        "the idea of {x} was found not to be adequate",
        "{x} was found not to be adequate",
        "the following proposal was found not to be adequate: {x}",
    ),
    Verb.MINORITY_VIEW: Row(
        "a minority view was{also} put on record that {x}",
        "a minority view was{also} put on record in favour of the proposal to {x}",
        "a minority view was{also} put on record in favour of {x}",
        "a minority view was{also} put on record in favour of {x}",
        "the following minority view was{also} put on record: {x}",
    ),
    Verb.SUGGESTED: Row(
        "it was{also} suggested that {x}",
        "it was{also} suggested to {x}",
        "a suggestion was{also} made in favour of {x}",
        "a suggestion was{also} made in favour of {x}",
        "the following was{also} suggested: {x}",
    ),
    Verb.PROPOSED: Row(
        "it was{also} proposed that {x}",
        "it was{also} proposed to {x}",
        "a proposal was{also} made in favour of {x}",
        "a proposal was{also} made for {x}",
        "the following was{also} proposed: {x}",
    ),
    Verb.PROPOSAL: Row(
        "a proposal was{also} made that {x}",
        "a proposal was{also} made to {x}",
        "a proposal was{also} made in favour of {x}",
        "a proposal was{also} made for {x}",
        "the following proposal was{also} made: {x}",
    ),
    Verb.MENTIONED: Row(
        "it was{also} mentioned that {x}",
        "the possibility to {x} was{also} mentioned",
        "the possibility of {x} was{also} mentioned",
        "mention was{also} made of {x}",
        "mention was{also} made of the following: {x}",
    ),
    Verb.NOTED: Row(
        "it was{also} noted that {x}",
        "the need to {x} was{also} noted",
        "note was{also} taken of {x}",
        "note was{also} taken of {x}",
        "note was{also} taken of the following: {x}",
    ),
    Verb.POINT: Row(
        "the point was{also} made that {x}",
        "the point was{also} made that it was necessary to {x}",
        "attention was{also} drawn to {x}",
        "attention was{also} drawn to {x}",
        "the following point was{also} made: {x}",
    ),
    Verb.INFORMED: Row(
        "the {event:meeting|consultation} was{also} informed that {x}",
        "the {event:meeting|consultation} was{also} informed of the intention to {x}",
        "the {event:meeting|consultation} was{also} informed of {x}",
        "the {event:meeting|consultation} was{also} informed of {x}",
        "the {event:meeting|consultation} was{also} informed of the following: {x}",
    ),
    Verb.EMPHASIZED: Row(
        "it was{also} emphasized that {x}",
        "the need to {x} was{also} emphasized",
        "the importance of {x} was{also} emphasized",
        "the importance of {x} was{also} emphasized",
        "the following was{also} emphasized: {x}",
    ),
    Verb.STRESSED: Row(
        "it was{also} stressed that {x}",
        "the need to {x} was{also} stressed",
        "the importance of {x} was{also} stressed",
        "the importance of {x} was{also} stressed",
        "the following was{also} stressed: {x}",
    ),
    Verb.RECALLED: Row(
        "it was{also} recalled that {x}",
        "the earlier decision to {x} was{also} recalled",
        "the earlier decision in favour of {x} was{also} recalled",
        "reference was{also} made to {x}",
        "the following was{also} recalled: {x}",
    ),
    Verb.CONCERN: Row(
        "concern was{also} expressed that {x}",
        "concern was{also} raised about the proposal to {x}",
        "concern was{also} raised about {x}",
        "concern was{also} raised about {x}",
        "the following concern was{also} raised: {x}",
    ),
    Verb.DISCUSSION: Row(
        "there was{also} some discussion over whether {x}",
        "there was{also} some discussion over whether to {x}",
        "there was{also} some discussion over {x}",
        "there was{also} some discussion over {x}",
        "there was{also} some discussion over the following: {x}",
    ),
    Verb.INVITED: Row(
        "the hope was{also} expressed that {x}",
        "participants were{also} invited to {x}",
        "participants were{also} invited to consider {x}",
        "participants were{also} invited to consider {x}",
        "participants were{also} invited to consider the following: {x}",
    ),
    # Where too few spoke to be spoken of in numbers, and where nobody may be.
    Verb.EXPRESSED_THE_VIEW: Row(
        "the view was{also} expressed that {x}",
        "support was{also} expressed for the proposal to {x}",
        "support was{also} expressed for {x}",
        "support was{also} expressed for {x}",
        "the following view was{also} expressed: {x}",
    ),
}


def _in_favour(favour: str) -> Row:
    return Row(
        f"{{who}} {favour} the view that {{x}}",
        f"{{who}} {favour} the proposal to {{x}}",
        f"{{who}} {favour} {{x}}",
        f"{{who}} {favour} {{x}}",
        f"{{who}} {favour} the following: {{x}}",
    )


def _held(verb: str, put: str) -> Row:
    return Row(
        f"{{who}} {verb} that {{x}}",
        f"{{who}} {verb} that it was necessary to {{x}}",
        f"{{who}} {verb} that there should be support for {{x}}",
        f"{{who}} {verb} that there should be support for {{x}}",
        f"{{who}} {put}: {{x}}",
    )


def _laid(verb: str) -> Row:
    return Row(
        f"{{who}} {verb} that {{x}}",
        f"{{who}} {verb} the need to {{x}}",
        f"{{who}} {verb} {{x}}",
        f"{{who}} {verb} {{x}}",
        f"{{who}} {verb} the following: {{x}}",
    )


SPOKEN = {
    Verb.IN_FAVOUR: _in_favour("{who:was|were} in favour of"),
    Verb.FAVOURED: _in_favour("favoured"),
    Verb.SUPPORTED: _in_favour("supported"),
    Verb.NOT_SUPPORTED: _in_favour("did not support"),
    Verb.CONSIDERED: _held("considered", "held the following view"),
    Verb.FELT: _held("felt", "felt the following"),
    Verb.ARGUED: _held("argued", "argued the following"),
    Verb.COMMENTED: _held("commented", "made the following comment"),
    Verb.EXPRESSED_THE_VIEW: _held("expressed the view", "expressed the following view"),
    Verb.MENTIONED: _laid("mentioned"),
    Verb.NOTED: _laid("noted"),
    Verb.EMPHASIZED: _laid("emphasized"),
    Verb.STRESSED: _laid("stressed"),
    Verb.RECALLED: _laid("recalled"),
    Verb.SUGGESTED: Row(
        "{who} suggested that {x}",
        "{who} made a suggestion to {x}",
        "{who} suggested {x}",
        "{who} suggested {x}",
        "{who} suggested the following: {x}",
    ),
    Verb.PROPOSED: Row(
        "{who} proposed that {x}",
        "{who} proposed to {x}",
        "{who} proposed {x}",
        "{who} proposed {x}",
        "{who} proposed the following: {x}",
    ),
    Verb.PRESENTED: Row(
        "{who} presented a proposal that {x}",
        "{who} presented a proposal to {x}",
        "{who} presented a proposal in favour of {x}",
        "{who} presented {x}",
        "{who} presented the following: {x}",
    ),
    Verb.URGED: Row(
        "{who} urged that {x}",
        "{who} urged the {event:meeting|consultation} to {x}",
        "{who} called for {x}",
        "{who} called for {x}",
        "{who} urged the following: {x}",
    ),
    Verb.CONCERN: Row(
        "{who} expressed concern that {x}",
        "{who} expressed concern about the proposal to {x}",
        "{who} expressed concern about {x}",
        "{who} expressed concern about {x}",
        "{who} expressed the following concern: {x}",
    ),
    Verb.DISCUSSION: Row(
        "{who} raised the question whether {x}",
        "{who} raised the question whether to {x}",
        "{who} raised the question of {x}",
        "{who} raised the question of {x}",
        "{who} raised the following question: {x}",
    ),
    Verb.INFORMED: Row(
        "{who} informed the {event:meeting|consultation} that {x}",
        "{who} informed the {event:meeting|consultation} of the intention to {x}",
        "{who} gave a briefing on {x}",
        "{who} gave a briefing on {x}",
        "{who} informed the {event:meeting|consultation} of the following: {x}",
    ),
    Verb.INVITED: Row(
        "{who} expressed the hope that {x}",
        "{who} invited participants to {x}",
        "{who} invited participants to consider {x}",
        "{who} invited participants to consider {x}",
        "{who} invited participants to consider the following: {x}",
    ),
}
