"""French agrees, contracts and elides where a frame meets what fills it."""

import datetime as dt

import pytest

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.report.compose import compose
from app.core.report.phrases.fr import FRENCH
from app.core.report.phrases.frames import plain
from app.core.report.record import Delegation, Group, Outcome
from app.core.texts import Form, Kind, ProposalKind, Relation
from app.core.votes import Tally
from tests.core.report.records import item, lines, position, proposal, record, told

S, COUNTER = Status, Relation.COUNTER
IN_FRENCH = {"language": "fr"}


@pytest.mark.parametrize(
    ("frame", "words", "sentence"),
    [
        ("la liste de {x}", "le port", "la liste du port"),
        ("la liste de {x}", "les ports", "la liste des ports"),
        ("la liste de {x}", "la mer", "la liste de la mer"),
        ("la liste de {x}", "l’entrée", "la liste de l’entrée"),
        ("favorable à {x}", "le port", "favorable au port"),
        ("favorable à {x}", "les ports", "favorable aux ports"),
        ("favorable à {x}", "une digue", "favorable à une digue"),
        ("il est dit que {x}", "il pleut", "il est dit qu’il pleut"),
        ("il est dit que {x}", "une digue cède", "il est dit qu’une digue cède"),
        ("il est dit que {x}", "UNICEF viendra", "il est dit qu’UNICEF viendra"),
        ("il est dit que {x}", "onze navires sont là", "il est dit que onze navires sont là"),
        ("il est temps de {x}", "harmoniser les règles", "il est temps d’harmoniser les règles"),
        ("il est temps de {x}", "hausser les droits", "il est temps de hausser les droits"),
        ("on demande si {x}", "il pleut", "on demande s’il pleut"),
        ("on demande si {x}", "elle vient", "on demande si elle vient"),
        ("{x} que de {x}", "le port", "le port que du port"),
    ],
)
def test_a_frame_meets_what_fills_it(frame: str, words: str, sentence: str) -> None:
    assert plain(FRENCH.fill(frame, x=words)) == sentence


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Suisse", "la Suisse"),
        ("Japon", "le Japon"),
        ("Mexique", "le Mexique"),
        ("États-Unis d’Amérique", "les États-Unis d’Amérique"),
        ("Espagne", "l’Espagne"),
        ("Hongrie", "la Hongrie"),
        ("Cuba", "Cuba"),
        ("République dominicaine", "la République dominicaine"),
        ("les Pays-Bas", "les Pays-Bas"),
    ],
)
def test_countries_have_their_article(name: str, said: str) -> None:
    assert FRENCH.country(name).words == said


def test_dates_lists_and_groups() -> None:
    assert FRENCH.date(dt.date(2026, 5, 1), None) == "1er mai 2026"
    assert FRENCH.listing(["a", "b", "c"]) == "a, b et c"
    assert FRENCH.group("Secteur privé") == "le secteur privé"
    assert FRENCH.group("Organisations internationales") == "les organisations internationales"
    assert FRENCH.number(12345) == "12\u202f345"


@pytest.mark.parametrize(
    ("status", "form", "words", "sentence"),
    [
        (S.AGREED, Form.CLAUSE, "Il faut ouvrir", "Il a été convenu qu’il faut ouvrir."),
        (S.AGREED, Form.INFINITIVE, "ouvrir la porte", "Il a été convenu d’ouvrir la porte."),
        (S.CONSENSUS, Form.INFINITIVE, "ouvrir la porte", "Un consensus s’est dégagé pour ouvrir la porte."),
        (S.CONSENSUS, Form.NOUN, "le calendrier", "Un consensus s’est dégagé sur le calendrier."),
        (S.BROAD, Form.NOUN, "le calendrier", "Un large appui s’est manifesté en faveur du calendrier."),
        (S.REJECTED, Form.INFINITIVE, "ouvrir", "La proposition d’ouvrir n’a pas recueilli l’adhésion."),
        (S.NONE, Form.NOUN, "le calendrier", "Il n’y a pas eu d’accord sur le calendrier."),
        (S.MINORITY, Form.CLAUSE, "Il faut ouvrir",
         "Il a été pris acte d’une opinion minoritaire selon laquelle il faut ouvrir."),
        (None, Form.INFINITIVE, "ouvrir la porte", "Il a été suggéré d’ouvrir la porte."),
    ],
)  # fmt: skip
def test_by_status_and_form(status: Status | None, form: Form, words: str, sentence: str) -> None:
    assert told(position("P1.1", words, status, form=form), consultation=IN_FRENCH) == [sentence]


def test_a_divided_pair() -> None:
    pair = (
        position("P1.1", "l’ouverture de la porte", S.DIVIDED, form=Form.GERUND, tally=Tally(support=9)),
        position("P1.2", "la porte est vieille", answers="P1.1", answers_as=COUNTER, verb="recalled"),
    )
    assert lines(compose(record(item(1, proposal("P1", *pair)), consultation=IN_FRENCH)))[1:] == [
        "1. Certains participants se sont déclarés favorables à l’ouverture de la porte.",
        "2. Toutefois, certains participants ont rappelé que la porte est vieille.",
    ]


def test_whoever_speaks_is_agreed_with() -> None:
    sea = Delegation(ref="N1", name="Suisse", kind="country")
    states = Delegation(ref="N2", name="États-Unis", kind="country")
    guild = Delegation(ref="N3", name="La Guilde", group="G1", speaks_for_group=True)
    facts = {"form": Form.NOUN, "verb": "in favour", "named": True}
    words = (position(f"P{n}.1", "la digue", put_by=f"N{n}", **facts) for n in (1, 2))
    urged = position("P3.1", "il faut ouvrir", put_by="N3", verb="favoured", opener="tout en le priant,")
    assert told(
        *words,
        urged,
        delegations=(sea, states, guild),
        groups=(Group(ref="G1", name="Secteur privé"),),
        consultation=IN_FRENCH,
    ) == [
        "La Suisse s’est déclarée favorable à la digue.",
        "Les États-Unis se sont déclarés favorables à la digue.",
        "La Guilde, représentant le secteur privé, tout en le priant, a préconisé l’idée qu’il faut ouvrir.",
    ]


@pytest.mark.parametrize(
    ("called", "lead"),
    [
        ("thèmes", "Les thèmes suivants ont été proposés\u00a0:"),
        ("observations", "Les observations suivantes ont été formulées\u00a0:"),
        ("candidatures", "Les candidatures suivantes ont été proposées\u00a0:"),
        ("", "Les propositions suivantes ont été formulées\u00a0:"),
    ],
)
def test_what_entries_are_called_is_agreed_with(called: str, lead: str) -> None:
    entries = (position(f"P1.{n}", "bouées", entry=True, form=Form.NOUN) for n in (1, 2))
    listed = proposal("P1", *entries, kind=ProposalKind.LIST, entries_called=called)
    report = compose(record(item(1, listed), consultation=IN_FRENCH))
    assert lines(report)[1:] == [f"1. {lead}", "– Bouées", "– Bouées"]


def test_next_steps() -> None:
    steps = (
        Outcome(ref="O1", kind=OutcomeKind.REFERRED, text="le calendrier", body="le Bureau"),
        Outcome(ref="O2", kind=OutcomeKind.NEXT_STEP, text="une autre réunion", modality=Modality.COULD),
        Outcome(ref="O3", kind=OutcomeKind.ACTION, text="imprimer", form=Form.INFINITIVE, body="les ports"),
    )
    assert lines(compose(record(item(1, outcomes=steps), consultation=IN_FRENCH)))[-1] == (
        "1. L’examen du calendrier se poursuivra au sein du Bureau. "
        "Il serait possible d’envisager une autre réunion. Il reviendra aux ports d’imprimer."
    )


def test_the_points_of_an_earlier_agreement_end_as_in_french() -> None:
    points = (position(f"P1.{n}", "la mer monte", entry=True) for n in (1, 2))
    own = position("P1.0", "l’accord de mai", form=Form.NOUN, kind=Kind.RECALLED, put_by="N1", named=True)
    recalled = proposal("P1", own, *points, kind=ProposalKind.LIST, put_by="N1", named=True)
    delegations = (Delegation(ref="N1", name="Suisse", kind="country"),)
    report = compose(record(item(1, recalled), consultation=IN_FRENCH, delegations=delegations))
    assert lines(report)[1:] == [
        "1. La Suisse a rappelé l’accord de mai, dont les points suivants\u00a0:",
        "• La mer monte\u202f;",
        "• La mer monte.",
    ]
