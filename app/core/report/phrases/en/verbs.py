"""The reporting verbs in English frames, impersonally and by whoever speaks."""

from app.core.report.verbs import Verb
from app.core.texts import Form

Row = tuple[str, ...]

# One row a verb: how a clause, an infinitive, a gerund and a noun phrase complete it. Without the last, a
# noun phrase completes it as a gerund does.
_IMPERSONAL: dict[Verb, Row] = {
    Verb.AGREED: (
        "it was{also} agreed that {x}",
        "it was{also} agreed to {x}",
        "there was{also} agreement on {x}",
    ),
    Verb.AGREEMENT: (
        "there was{also} an agreement that {x}",
        "there was{also} an agreement to {x}",
        "there was{also} an agreement on {x}",
    ),
    Verb.CONSENSUS: (
        "there was{also} a consensus that {x}",
        "there was{also} a consensus to {x}",
        "there was{also} a consensus on {x}",
    ),
    Verb.GENERAL_AGREEMENT: (
        "there was{also} general agreement that {x}",
        "there was{also} general agreement to {x}",
        "there was{also} general agreement on {x}",
    ),
    Verb.BROAD_SUPPORT: (
        "there was{also} broad support for the view that {x}",
        "there was{also} broad support for the proposal to {x}",
        "there was{also} broad support for {x}",
    ),
    Verb.WELCOMED: (
        "the view that {x} was generally welcomed",
        "the proposal to {x} was generally welcomed",
        "the idea of {x} was generally welcomed",
        "{x} was generally welcomed",
    ),
    Verb.NO_AGREEMENT: (
        "there was no agreement on whether {x}",
        "there was no agreement on whether to {x}",
        "there was no agreement on {x}",
    ),
    Verb.REJECTED: (
        "the proposal that {x} did not find favour",
        "the proposal to {x} did not find favour",
        "the idea of {x} did not find favour",
        "{x} did not find favour",
    ),
    Verb.MINORITY_VIEW: (
        "a minority view was{also} put on record that {x}",
        "a minority view was{also} put on record in favour of the proposal to {x}",
        "a minority view was{also} put on record in favour of {x}",
    ),
    Verb.SUGGESTED: (
        "it was{also} suggested that {x}",
        "it was{also} suggested to {x}",
        "a suggestion was{also} made in favour of {x}",
    ),
    Verb.PROPOSED: (
        "it was{also} proposed that {x}",
        "it was{also} proposed to {x}",
        "a proposal was{also} made in favour of {x}",
        "a proposal was{also} made for {x}",
    ),
    Verb.PROPOSAL: (
        "a proposal was{also} made that {x}",
        "a proposal was{also} made to {x}",
        "a proposal was{also} made in favour of {x}",
        "a proposal was{also} made for {x}",
    ),
    Verb.MENTIONED: (
        "it was{also} mentioned that {x}",
        "the possibility to {x} was{also} mentioned",
        "the possibility of {x} was{also} mentioned",
        "mention was{also} made of {x}",
    ),
    Verb.NOTED: (
        "it was{also} noted that {x}",
        "the need to {x} was{also} noted",
        "note was{also} taken of {x}",
    ),
    Verb.EMPHASIZED: (
        "it was{also} emphasized that {x}",
        "the need to {x} was{also} emphasized",
        "the importance of {x} was{also} emphasized",
    ),
    Verb.STRESSED: (
        "it was{also} stressed that {x}",
        "the need to {x} was{also} stressed",
        "the importance of {x} was{also} stressed",
    ),
    Verb.RECALLED: (
        "it was{also} recalled that {x}",
        "the earlier decision to {x} was{also} recalled",
        "the earlier decision in favour of {x} was{also} recalled",
        "reference was{also} made to {x}",
    ),
    Verb.CONCERN: (
        "concern was{also} expressed that {x}",
        "concern was{also} raised about the proposal to {x}",
        "concern was{also} raised about {x}",
    ),
    Verb.DISCUSSION: (
        "there was{also} some discussion over whether {x}",
        "there was{also} some discussion over whether to {x}",
        "there was{also} some discussion over {x}",
    ),
    Verb.INVITED: (
        "the hope was{also} expressed that {x}",
        "participants were{also} invited to {x}",
        "participants were{also} invited to consider {x}",
    ),
    # Where too few spoke to be spoken of in numbers, and where nobody may be.
    Verb.EXPRESSED_THE_VIEW: (
        "the view was{also} expressed that {x}",
        "support was{also} expressed for the proposal to {x}",
        "support was{also} expressed for {x}",
    ),
}


def _in_favour(favour: str) -> Row:
    return (
        f"{{who}} {favour} the view that {{x}}",
        f"{{who}} {favour} the proposal to {{x}}",
        f"{{who}} {favour} {{x}}",
        f"{{who}} {favour} {{x}}",
    )


def _held(verb: str) -> Row:
    return (
        f"{{who}}{{also}} {verb} that {{x}}",
        f"{{who}}{{also}} {verb} that it was necessary to {{x}}",
        f"{{who}}{{also}} {verb} that there should be support for {{x}}",
        f"{{who}}{{also}} {verb} that there should be support for {{x}}",
    )


def _laid(verb: str) -> Row:
    return (
        f"{{who}}{{also}} {verb} that {{x}}",
        f"{{who}}{{also}} {verb} the need to {{x}}",
        f"{{who}}{{also}} {verb} {{x}}",
        f"{{who}}{{also}} {verb} {{x}}",
    )


_SPOKEN: dict[Verb, Row] = {
    Verb.IN_FAVOUR: _in_favour("{n:was|were} in favour of"),
    Verb.FAVOURED: _in_favour("favoured"),
    Verb.CONSIDERED: _held("considered"),
    Verb.FELT: _held("felt"),
    Verb.ARGUED: _held("argued"),
    Verb.COMMENTED: _held("commented"),
    Verb.EXPRESSED_THE_VIEW: _held("expressed the view"),
    Verb.MENTIONED: _laid("mentioned"),
    Verb.NOTED: _laid("noted"),
    Verb.EMPHASIZED: _laid("emphasized"),
    Verb.STRESSED: _laid("stressed"),
    Verb.RECALLED: _laid("recalled"),
    Verb.SUGGESTED: (
        "{who}{also} suggested that {x}",
        "{who}{also} made a suggestion to {x}",
        "{who}{also} suggested {x}",
    ),
    Verb.PROPOSED: (
        "{who}{also} proposed that {x}",
        "{who}{also} proposed to {x}",
        "{who}{also} proposed {x}",
    ),
    Verb.PROPOSAL: (
        "{who}{also} made a proposal that {x}",
        "{who}{also} made a proposal to {x}",
        "{who}{also} made a proposal for {x}",
    ),
    Verb.PRESENTED: (
        "{who}{also} presented a proposal that {x}",
        "{who}{also} presented a proposal to {x}",
        "{who}{also} presented a proposal in favour of {x}",
        "{who}{also} presented {x}",
    ),
    Verb.URGED: (
        "{who}{also} urged that {x}",
        "{who}{also} urged the {event} to {x}",
        "{who}{also} called for {x}",
    ),
    Verb.CONCERN: (
        "{who}{also} expressed concern that {x}",
        "{who}{also} expressed concern about the proposal to {x}",
        "{who}{also} expressed concern about {x}",
    ),
    Verb.DISCUSSION: (
        "{who}{also} raised the question whether {x}",
        "{who}{also} raised the question whether to {x}",
        "{who}{also} raised the question of {x}",
    ),
    Verb.INVITED: (
        "{who}{also} expressed the hope that {x}",
        "{who}{also} invited participants to {x}",
        "{who}{also} invited participants to consider {x}",
    ),
}


def _by_form(table: dict[Verb, Row]) -> dict[tuple[Verb, Form], str]:
    forms = (Form.CLAUSE, Form.INFINITIVE, Form.GERUND, Form.NOUN)
    return {
        (verb, form): row[min(place, len(row) - 1)]
        for verb, row in table.items()
        for place, form in enumerate(forms)
    }


IMPERSONAL = _by_form(_IMPERSONAL)
SPOKEN = _by_form(_SPOKEN)
