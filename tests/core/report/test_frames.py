"""Each position is told in the frame of its status, its form and whoever put it."""

import pytest

from app.core.determinations import Status
from app.core.report.phrases.en import ENGLISH
from app.core.report.record import Delegation, Group, Officer, Person
from app.core.report.verbs import BY_SCALE, OPINIONS, Verb, allowed, allowed_named
from app.core.texts import Form, Kind
from tests.core.report.records import position, report_on, told

CLAUSE, GERUND, INFINITIVE, NOUN = Form.CLAUSE, Form.GERUND, Form.INFINITIVE, Form.NOUN
S = Status


TEXTS = {
    CLAUSE: "the gate should open",
    INFINITIVE: "open the gate",
    GERUND: "opening the gate",
    NOUN: "an open gate",
}


@pytest.mark.parametrize(
    ("status", "form", "sentence"),
    [
        (S.AGREED, CLAUSE, "It was agreed that the gate should open."),
        (S.AGREED, INFINITIVE, "It was agreed to open the gate."),
        (S.AGREED, GERUND, "There was agreement on opening the gate."),
        (S.AGREED, NOUN, "There was agreement on an open gate."),
        (S.CONSENSUS, CLAUSE, "There was a consensus that the gate should open."),
        (S.CONSENSUS, NOUN, "There was a consensus on an open gate."),
        (S.BROAD, CLAUSE, "There was broad support for the view that the gate should open."),
        (S.BROAD, INFINITIVE, "There was broad support for the proposal to open the gate."),
        (S.BROAD, NOUN, "There was broad support for an open gate."),
        (S.DIVIDED, CLAUSE, "Some participants considered that the gate should open."),
        (S.DIVIDED, GERUND, "Some participants were in favour of opening the gate."),
        (S.DIVIDED, INFINITIVE, "Some participants were in favour of the proposal to open the gate."),
        (S.DIVIDED, NOUN, "Some participants were in favour of an open gate."),
        (S.NONE, CLAUSE, "There was no agreement on whether the gate should open."),
        (S.NONE, INFINITIVE, "There was no agreement on whether to open the gate."),
        (S.NONE, NOUN, "There was no agreement on an open gate."),
        (S.REJECTED, INFINITIVE, "The proposal to open the gate did not find favour."),
        (S.REJECTED, NOUN, "An open gate did not find favour."),
        (S.MINORITY, CLAUSE, "A minority view was put on record that the gate should open."),
        (None, CLAUSE, "It was suggested that the gate should open."),
        (None, INFINITIVE, "It was suggested to open the gate."),
        (None, NOUN, "A suggestion was made in favour of an open gate."),
        (S.FORWARD, CLAUSE, "It was suggested that the gate should open."),
        (S.NOTED, CLAUSE, "It was noted that the gate should open."),
    ],
)  # fmt: skip
def test_by_status_and_form(status: Status | None, form: Form, sentence: str) -> None:
    assert told(position("P1.1", TEXTS[form], status, form=form)) == [sentence]


@pytest.mark.parametrize(
    ("kind", "form", "text", "sentence"),
    [
        (Kind.CONCERN, NOUN, "the old gate", "Concern was raised about the old gate."),
        (Kind.CONCERN, CLAUSE, "the gate might fall", "Concern was expressed that the gate might fall."),
        (Kind.EMPHASIS, CLAUSE, "gates matter", "It was emphasized that gates matter."),
        (Kind.INFORMATION, CLAUSE, "the gate was old", "It was noted that the gate was old."),
        (
            Kind.RECALLED,
            CLAUSE,
            "the gate was built in 1902",
            "It was recalled that the gate was built in 1902.",
        ),
        (Kind.INVITATION, INFINITIVE, "visit the gate", "Participants were invited to visit the gate."),
    ],
)
def test_by_kind_while_nobody_has_determined_it(kind: Kind, form: Form, text: str, sentence: str) -> None:
    assert told(position("P1.1", text, form=form, kind=kind)) == [sentence]


@pytest.mark.parametrize(
    ("verb", "status", "sentence"),
    [
        ("agreement", S.AGREED, "There was an agreement that the gate should open."),
        ("proposed", None, "It was proposed that the gate should open."),
        ("proposal", None, "A proposal was made that the gate should open."),
        ("argued", S.DIVIDED, "Some participants argued that the gate should open."),
        ("expressed the view", S.DIVIDED, "Some participants expressed the view that the gate should open."),
        ("agreed", None, "It was suggested that the gate should open."),
        ("consensus", S.DIVIDED, "Some participants considered that the gate should open."),
        ("nonsense", S.AGREED, "It was agreed that the gate should open."),
    ],
)
def test_a_verb_is_taken_only_where_the_status_allows_it(
    verb: str, status: Status | None, sentence: str
) -> None:
    assert told(position("P1.1", "the gate should open", status, verb=verb)) == [sentence]


GROUPS = (Group(ref="G1", name="Private sector"), Group(ref="G2", name="Civil society"))
DELEGATIONS = (
    Delegation(ref="N1", name="Chamber", group="G1", speaks_for_group=True),
    Delegation(ref="N2", name="Freedonia", kind="country", group="G2"),
    Delegation(ref="N3", name="Civil society", group="G2", speaks_for_group=True),
)
OFFICERS = (Officer(ref="F1", role="secretariat", name="the secretariat"),)
PERSONS = (Person(ref="S1", name="Mr. Bo Swain"),)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"put_by": "G2"}, "Civil society representatives suggested that the gate should open."),
        ({"put_by": "N3"}, "Civil society representatives suggested that the gate should open."),
        (
            {"put_by": "N1", "verb": "urged", "opener": "while welcoming it,"},
            "Chamber, representing the private sector, while welcoming it, urged that the gate should open.",
        ),
        ({"put_by": "N2", "named": True}, "Freedonia suggested that the gate should open."),
        ({"put_by": "N2"}, "It was suggested that the gate should open."),
        ({"put_by": "S1", "named": True}, "Mr. Bo Swain suggested that the gate should open."),
        ({"put_by": "S1"}, "It was suggested that the gate should open."),
        ({"put_by": "S2", "named": True}, "It was suggested that the gate should open."),
        ({"put_by": "F1"}, "The secretariat suggested that the gate should open."),
        (
            {"put_by": "N2", "named": True, "status": S.BROAD},
            "Freedonia suggested that the gate should open. The proposal received broad support.",
        ),
        ({"put_by": "N1", "status": S.AGREED}, "It was agreed that the gate should open."),
    ],
)  # fmt: skip
def test_who_put_it_is_named_only_with_a_mandate_or_on_request(facts: dict, sentence: str) -> None:
    facts = dict(facts)
    put = position("P1.1", "the gate should open", facts.pop("status", None), **facts)
    lines = told(put, groups=GROUPS, delegations=DELEGATIONS, persons=PERSONS, officers=OFFICERS)
    assert lines == [sentence]


@pytest.mark.parametrize(
    ("text", "form", "sentence"),
    [
        ("The gate should open.", CLAUSE, "It was suggested that the gate should open."),
        ("UNESCO should open it;", CLAUSE, "It was suggested that UNESCO should open it."),
        ("Freedonia should open it", CLAUSE, "It was suggested that Freedonia should open it."),
        ("Open the gate", INFINITIVE, "It was suggested to open the gate."),
        ("the  gate\nshould open", CLAUSE, "It was suggested that the gate should open."),
        ("the word is “gate”", CLAUSE, "It was suggested that the word is “gate”."),
        ("why not {x}?", CLAUSE, "It was suggested that why not {x}?"),
    ],
)
def test_a_position_fits_into_its_sentence(text: str, form: Form, sentence: str) -> None:
    assert told(position("P1.1", text, form=form)) == [sentence]


def test_words_in_another_language_keep_to_themselves() -> None:
    report = report_on(position("P1.1", "La porte doit rester ouverte", Status.AGREED, language="fr"))
    (sentence,) = report.body[1].sentences
    assert [(run.text, run.lang) for run in sentence.runs] == [
        ("The following was agreed: “", ""),
        ("La porte doit rester ouverte", "fr"),
        ("” (in French).", ""),
    ]


def test_every_verb_that_is_allowed_has_its_frame() -> None:
    for status in Status:
        for kind in Kind:
            assert set(allowed(status, kind)) <= ENGLISH.impersonal.keys()
            for form in Form:
                assert set(allowed_named(status, kind, form)) <= ENGLISH.spoken.keys()
    assert {*OPINIONS, *BY_SCALE.values()} <= ENGLISH.spoken.keys()


def test_no_verb_and_no_row_is_without_use() -> None:
    impersonal = {verb for status in Status for kind in Kind for verb in allowed(status, kind)}
    named = {v for k in Kind for s in Status for form in Form for v in allowed_named(s, k, form)}
    spoken = {*named, *OPINIONS, *BY_SCALE.values()}
    assert impersonal | {Verb.EXPRESSED_THE_VIEW} == ENGLISH.impersonal.keys()
    assert spoken == ENGLISH.spoken.keys()
    assert impersonal | spoken == set(Verb)
