"""Spanish agrees and contracts where a frame meets what fills it."""

import datetime as dt

import pytest

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.report.compose import compose
from app.core.report.edition import Edition
from app.core.report.phrases.es import SPANISH
from app.core.report.phrases.frames import plain
from app.core.report.record import Delegation, Document, Group, Officer, Outcome, Reservation
from app.core.texts import Form, Kind, ProposalKind, Relation
from app.core.votes import Tally
from tests.core.report.records import item, lines, position, proposal, record, told

S, COUNTER = Status, Relation.COUNTER
IN_SPANISH = {"language": "es"}


@pytest.mark.parametrize(
    ("frame", "words", "sentence"),
    [
        ("la lista de {x}", "el puerto", "la lista del puerto"),
        ("la lista de {x}", "los puertos", "la lista de los puertos"),
        ("la lista de {x}", "El Salvador", "la lista de El Salvador"),
        ("favorable a {x}", "el puerto", "favorable al puerto"),
        ("favorable a {x}", "ellos", "favorable a ellos"),
        ("consideró el {x}", "puerto", "consideró el puerto"),
    ],
)
def test_a_frame_meets_what_fills_it(frame: str, words: str, sentence: str) -> None:
    assert plain(SPANISH.fill(frame, x=words)) == sentence


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Suiza", "Suiza"),
        ("Japón", "el Japón"),
        ("Argentina", "la Argentina"),
        ("Estados Unidos", "los Estados Unidos"),
        ("los Países Bajos", "los Países Bajos"),
        ("República Dominicana", "la República Dominicana"),
        ("El Salvador", "El Salvador"),
    ],
)
def test_countries_have_their_article_or_none(name: str, said: str) -> None:
    assert SPANISH.country(name).words == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Sector privado", "el sector privado"),
        ("Gobiernos", "los gobiernos"),
        ("Comunidad técnica y académica", "la comunidad técnica y académica"),
        ("Organizaciones internacionales", "las organizaciones internacionales"),
        ("Programas regionales", "los programas regionales"),
        ("UNESCO", "UNESCO"),
    ],
)
def test_groups_have_their_article(name: str, said: str) -> None:
    assert SPANISH.group(name) == said


def test_dates_lists_numbers_and_letters() -> None:
    assert SPANISH.date(dt.date(2026, 5, 1), None) == "1 de mayo de 2026"
    assert SPANISH.listing(["a", "b", "c"]) == "a, b y c"
    assert SPANISH.listing(["el Perú", "Irán"]) == "el Perú e Irán"
    assert SPANISH.listing(["agua", "hielo"]) == "agua y hielo"
    assert SPANISH.listing(["A, jefe", "B", "C"]) == "A, jefe; B; y C"
    assert (SPANISH.number(1234), SPANISH.number(12345)) == ("1234", "12\u202f345")
    assert SPANISH.letter(3) == "c)"


@pytest.mark.parametrize(
    ("status", "form", "words", "sentence"),
    [
        (S.AGREED, Form.CLAUSE, "El puerto debe abrir", "Se convino en que el puerto debe abrir."),
        (S.AGREED, Form.INFINITIVE, "abrir la puerta", "Se convino en abrir la puerta."),
        (S.CONSENSUS, Form.NOUN, "el calendario", "Hubo consenso respecto del calendario."),
        (S.BROAD, Form.GERUND, "abrir la puerta", "Hubo amplio apoyo a la propuesta de abrir la puerta."),
        (S.BROAD, Form.NOUN, "el calendario", "Hubo amplio apoyo al calendario."),
        (S.REJECTED, Form.INFINITIVE, "abrir", "No tuvo acogida favorable la propuesta de abrir."),
        (S.NONE, Form.NOUN, "el calendario", "No hubo acuerdo sobre el calendario."),
        (None, Form.INFINITIVE, "abrir la puerta", "Se sugirió abrir la puerta."),
    ],
)
def test_by_status_and_form(status: Status | None, form: Form, words: str, sentence: str) -> None:
    assert told(position("P1.1", words, status, form=form), consultation=IN_SPANISH) == [sentence]


def test_a_meeting_held_in_spanish() -> None:
    chair = Officer(ref="F1", role="chair", name="Sra. Ana Marea", short="la Sra. Marea", pronoun="ella")
    guild = Delegation(ref="N1", name="Guilda de Armadores", group="G1", speaks_for_group=True)
    states = Delegation(ref="N2", name="Estados Unidos", kind="country")
    only_then = (Reservation(ref="V", text="Solo entonces."),)
    opened = position("P1.1", "abrir la puerta", S.DIVIDED, form=Form.GERUND, tally=Tally(support=9))
    old = position("P1.2", "La puerta es vieja", answers="P1.1", answers_as=COUNTER, verb="recalled")
    emphasis = position("P2.1", "el mar sube", kind=Kind.EMPHASIS, put_by="F1")
    invitation = position("P2.2", "el calendario", form=Form.NOUN, kind=Kind.INVITATION, put_by="F1")
    agreed = position("P3.1", "La puerta debe abrirse", S.AGREED, reservations=only_then)
    dock = position("P4.1", "el muelle", form=Form.NOUN, verb="in favour", put_by="N2", named=True)
    backed = position("P5.1", "el muelle", form=Form.NOUN, verb="favoured", put_by="N1")
    themes = (position(f"P6.{n}", "boyas", entry=True, form=Form.NOUN) for n in (1, 2))
    taken = record(
        item(1, proposal("P1", opened, old), proposal("P2", emphasis, invitation), proposal("P3", agreed)),
        item(2, proposal("P4", dock), proposal("P5", backed)),
        item(3, proposal("P6", *themes, kind=ProposalKind.LIST, entries_called="temas")),
        item(4, proposal("P7", title="Calendario", kind=ProposalKind.DOCUMENT, put_by="N2", named=True)),
        consultation=IN_SPANISH,
        officers=(chair,),
        groups=(Group(ref="G1", name="Sector privado"),),
        delegations=(guild, states),
        documents=(Document(ref="B1", title="Mareas", presented_by="la secretaría"),),
    )
    report = compose(taken)
    assert (report.title, report.kind, report.date) == ("THE HARBOUR", "INFORME FINAL", "2 de marzo de 2026")
    assert [line for line in lines(report) if "Subject" not in line] == [
        "Apertura de la reunión",
        "1. La reunión fue presidida por Sra. Ana Marea.",
        "2. El documento de antecedentes «Mareas» fue presentado por la secretaría.",
        "3. La Sra. Marea subrayó que el mar sube. Ella invitó a los participantes a examinar el calendario.",
        "4. Se convino en que la puerta debe abrirse. Se dejó constancia de una reserva: «Solo entonces».",
        "5. Algunos participantes se mostraron partidarios de abrir la puerta.",
        "6. No obstante, algunos participantes recordaron que la puerta es vieja.",
        "7. Los Estados Unidos se mostraron partidarios del muelle.",
        "8. Guilda de Armadores, en representación del sector privado, se inclinó por el muelle.",
        "9. Se propusieron los siguientes temas:",
        "– Boyas",
        "– Boyas",
        "10. Se hizo una presentación del documento «Calendario» a cargo de los Estados Unidos.",
    ]


def test_an_adjective_agrees_with_whoever_speaks() -> None:
    names = ("Suiza", "Japón", "Estados Unidos")
    facts = {"form": Form.NOUN, "verb": "in favour", "named": True}
    words = (position(f"P{n}.1", "la vela", put_by=f"N{n}", **facts) for n, _ in enumerate(names))
    states = tuple(Delegation(ref=f"N{n}", name=name, kind="country") for n, name in enumerate(names))
    assert told(*words, delegations=states, consultation=IN_SPANISH) == [
        "Suiza se mostró partidaria de la vela.",
        "El Japón se mostró partidario de la vela.",
        "Los Estados Unidos se mostraron partidarios de la vela.",
    ]


@pytest.mark.parametrize(
    ("called", "lead"),
    [
        ("observaciones", "Se formularon las siguientes observaciones:"),
        ("candidaturas", "Se propusieron las siguientes candidaturas:"),
        ("cuestiones", "Se plantearon las siguientes cuestiones:"),
        ("sistemas", "Se propusieron los siguientes sistemas:"),
        ("", "Se formularon las siguientes propuestas:"),
    ],
)
def test_what_entries_are_called_is_agreed_with(called: str, lead: str) -> None:
    entries = (position(f"P1.{n}", "boyas", entry=True, form=Form.NOUN) for n in (1, 2))
    listed = proposal("P1", *entries, kind=ProposalKind.LIST, entries_called=called)
    report = compose(record(item(1, listed), consultation=IN_SPANISH))
    assert lines(report)[1:] == [f"1. {lead}", "– Boyas", "– Boyas"]


def test_next_steps() -> None:
    day = dt.date(2026, 5, 1)
    steps = (
        Outcome(ref="O1", kind=OutcomeKind.REFERRED, text="el calendario", body="el Comité", due_on=day),
        Outcome(ref="O2", kind=OutcomeKind.NEXT_STEP, text="otra reunión", modality=Modality.COULD),
        Outcome(ref="O3", kind=OutcomeKind.ACTION, text="imprimir", form=Form.INFINITIVE, body="el Comité"),
    )
    assert lines(compose(record(item(1, outcomes=steps), consultation=IN_SPANISH)))[-1] == (
        "1. El examen del calendario proseguirá en el Comité el 1 de mayo. Cabría prever otra reunión. "
        "Corresponderá al Comité imprimir."
    )


@pytest.mark.parametrize(
    ("said", "quoted"), [("At noon.", "«At noon»."), ("Why not?", "«Why not?»"), ("And so...", "«And so...»")]
)
def test_the_full_stop_stands_after_the_quotation(said: str, quoted: str) -> None:
    gate = position("P1.1", "the gate opens", S.AGREED, elaboration=said)
    report = compose(record(item(1, proposal("P1", gate))), Edition(language="es"))
    assert lines(report)[1] == f"1. Se convino en lo siguiente: «the gate opens» (en inglés). {quoted}"
