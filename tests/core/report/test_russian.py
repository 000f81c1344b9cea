"""Russian agrees with whoever speaks and however many, and leaves somebody's own words undeclined."""

import datetime as dt

import pytest

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.report.compose import compose
from app.core.report.edition import Annex, Edition
from app.core.report.phrases.frames import Noun, plain
from app.core.report.phrases.ru import RUSSIAN
from app.core.report.record import (
    Delegation,
    Document,
    Group,
    MinorityStatement,
    Officer,
    Outcome,
    Reservation,
)
from app.core.texts import Form, Kind, ProposalKind, Relation
from app.core.votes import Tally
from tests.core.report.records import item, lines, position, proposal, record, told

S, COUNTER = Status, Relation.COUNTER
IN_RUSSIAN = {"language": "ru"}


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("Израиль", "поддержал"),
        ("Япония", "поддержала"),
        ("Беларусь", "поддержала"),
        ("Марокко", "поддержало"),
        ("Чили", "поддержало"),
        ("Нидерланды", "поддержали"),
        ("Соединенные Штаты", "поддержали"),
        ("Маршалловы Острова", "поддержали"),
        ("Российская Федерация", "поддержала"),
        ("Секретариат", "поддержал"),
        ("Бюро", "поддержало"),
        ("Техническая ассоциация", "поддержала"),
        ("Управление портов", "поддержало"),
        ("Международные организации", "поддержали"),
        ("г-жа Прилив", "поддержала"),
        ("г-н Волна", "поддержал"),
        ("Анна Берег", "поддержала"),
        ("Никита Волков", "поддержал"),
        ("UNICEF", "поддержал"),
    ],
)
def test_a_verb_agrees_with_whoever_speaks(name: str, verb: str) -> None:
    frame = "{who} {who:поддержал|поддержала|поддержало|поддержали}"
    assert plain(RUSSIAN.fill(frame, who=Noun(name))) == f"{name} {verb}"


def test_a_gender_that_is_known_goes_before_the_ending() -> None:
    assert [RUSSIAN.agree(Noun("Quay", gender)) for gender in "mfn"] == [0, 1, 2]
    assert RUSSIAN.agree(Noun("некоторые", plural=True)) == 3


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "приняла участие 1 делегация"),
        (2, "приняли участие 2 делегации"),
        (5, "приняли участие 5 делегаций"),
        (11, "приняли участие 11 делегаций"),
        (12, "приняли участие 12 делегаций"),
        (21, "приняла участие 21 делегация"),
        (24, "приняли участие 24 делегации"),
        (112, "приняли участие 112 делегаций"),
    ],
)
def test_a_noun_agrees_with_its_number(count: int, said: str) -> None:
    assert plain(RUSSIAN.say("method.delegation", n=count)).endswith(said)


def test_dates_are_in_the_genitive() -> None:
    assert RUSSIAN.date(dt.date(2026, 5, 1), None) == "1 мая 2026 года"
    assert RUSSIAN.date(dt.date(2026, 3, 2), 2026) == "2 марта"


def test_lists_numbers_groups_and_letters() -> None:
    assert RUSSIAN.listing(["а", "б", "в"]) == "а, б и в"
    assert RUSSIAN.listing(["А, капитан", "Б", "В"]) == "А, капитан; Б; и В"
    assert (RUSSIAN.number(1234), RUSSIAN.number(12345)) == ("1234", "12\u202f345")
    assert RUSSIAN.group("Частный сектор") == "частный сектор"
    assert [RUSSIAN.letter(number) for number in (1, 4, 7, 10, 29, 30)] == [
        "а)",
        "г)",
        "ж)",
        "к)",
        "я)",
        "аа)",
    ]


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("Подготовка должна быть открытой", "подготовка должна быть открытой"),
        ("Необходимо начать", "необходимо начать"),
        ("Организация недели затянулась", "организация недели затянулась"),
        ("Частный сектор готов", "частный сектор готов"),
        ("Российская Федерация готова", "Российская Федерация готова"),
        ("Франция готова", "Франция готова"),
        ("Волков готов", "Волков готов"),
        ("ЮНЕСКО готова", "ЮНЕСКО готова"),
        ("В порту тихо", "в порту тихо"),
    ],
)
def test_a_capital_that_is_only_a_beginning_is_lost(words: str, within: str) -> None:
    assert RUSSIAN.soften(words) == within


@pytest.mark.parametrize(
    ("status", "form", "words", "sentence"),
    [
        (S.AGREED, Form.CLAUSE, "порт должен открыться",
         "Было достигнуто согласие в отношении того, что порт должен открыться."),
        (S.AGREED, Form.INFINITIVE, "открыть порт", "Было решено открыть порт."),
        (S.CONSENSUS, Form.NOUN, "график", "Был достигнут консенсус в отношении следующего: график."),
        (S.BROAD, Form.GERUND, "открыть порт", "Широкую поддержку получило предложение открыть порт."),
        (S.REJECTED, Form.CLAUSE, "порт открыт",
         "Не получило поддержки предложение, согласно которому порт открыт."),
        (S.NONE, Form.INFINITIVE, "открыть порт",
         "Не было достигнуто согласия по вопросу о том, следует ли открыть порт."),
        (None, Form.INFINITIVE, "открыть порт", "Было предложено открыть порт."),
    ],
)  # fmt: skip
def test_by_status_and_form(status: Status | None, form: Form, words: str, sentence: str) -> None:
    assert told(position("P1.1", words, status, form=form), consultation=IN_RUSSIAN) == [sentence]


def test_a_meeting_held_in_russian() -> None:
    chair = Officer(ref="F1", role="chair", name="г-жа Анна Прилив", short="г-жа Прилив", pronoun="она")
    guild = Delegation(ref="N1", name="Гильдия моряков", group="G1", speaks_for_group=True)
    states = Delegation(ref="N2", name="Соединенные Штаты", kind="country")
    japan = Delegation(ref="N3", name="Япония", kind="country")
    only_then = (Reservation(ref="V", text="Только тогда."),)
    opened = position("P1.1", "открыть ворота", S.DIVIDED, form=Form.GERUND, tally=Tally(support=9))
    old = position("P1.2", "Они стары", answers="P1.1", answers_as=COUNTER, verb="recalled")
    emphasis = position("P2.1", "море поднимается", kind=Kind.EMPHASIS, put_by="F1")
    invitation = position("P2.2", "открыть ворота", form=Form.INFINITIVE, kind=Kind.INVITATION, put_by="F1")
    agreed = position("P3.1", "ворота откроются", S.AGREED, reservations=only_then)
    pier = position("P4.1", "пирс", form=Form.NOUN, verb="in favour", put_by="N2", named=True)
    open_it = position("P5.1", "открыть ворота", form=Form.GERUND, verb="in favour", put_by="N3", named=True)
    backed = position("P6.1", "пирс", form=Form.NOUN, verb="favoured", put_by="N1")
    themes = (position(f"P7.{n}", "буи", entry=True, form=Form.NOUN) for n in (1, 2))
    taken = record(
        item(1, proposal("P1", opened, old), proposal("P2", emphasis, invitation), proposal("P3", agreed)),
        item(2, proposal("P4", pier), proposal("P5", open_it), proposal("P6", backed)),
        item(3, proposal("P7", *themes, kind=ProposalKind.LIST, entries_called="темы")),
        item(4, proposal("P8", title="График", kind=ProposalKind.DOCUMENT, put_by="N3", named=True)),
        consultation=IN_RUSSIAN,
        officers=(chair,),
        groups=(Group(ref="G1", name="Частный сектор"),),
        delegations=(guild, states, japan),
        documents=(
            Document(ref="B1", title="Приливы", presented_by="секретариат"),
            Document(ref="B2", title="Отливы", presented_by="г-жа Прилив"),
        ),
    )
    report = compose(taken)
    assert (report.kind, report.date) == ("ЗАКЛЮЧИТЕЛЬНЫЙ ДОКЛАД", "2 марта 2026 года")
    assert [line for line in lines(report) if "Subject" not in line] == [
        "Открытие совещания",
        "1. Председатель совещания — г-жа Анна Прилив.",
        "2. Справочные документы представили секретариат и г-жа Прилив.",
        "3. Г-жа Прилив подчеркнула, что море поднимается. Она предложила участникам открыть ворота.",
        (
            "4. Было достигнуто согласие в отношении того, что ворота откроются. "
            "Была зафиксирована следующая оговорка: «Только тогда»."
        ),
        "5. Некоторые участники высказались за то, чтобы открыть ворота.",
        "6. Однако некоторые участники напомнили о том, что они стары.",
        "7. Соединенные Штаты высказались за следующее: пирс.",
        "8. Япония высказалась за то, чтобы открыть ворота.",
        "9. Гильдия моряков, представляющая интересы частного сектора, отдала предпочтение следующему: пирс.",
        "10. Были предложены следующие темы:",
        "– Буи",
        "– Буи",
        "11. Состоялось представление следующего материала, с которым выступила Япония: документ «График».",
    ]


@pytest.mark.parametrize(
    ("called", "count", "sentence"),
    [
        ("темы", 2, "Были предложены две темы."),
        ("варианты", 2, "Были предложены два варианта."),
        ("кандидаты", 2, "Были предложены кандидаты (в количестве двух)."),
        ("темы", 3, "Были предложены несколько тем."),
        ("кандидаты", 3, "Были предложены различные кандидаты."),
    ],
)
def test_what_entries_are_called_is_declined_where_it_is_known(
    called: str, count: int, sentence: str
) -> None:
    statuses = [S.AGREED, None, None][:count]
    buoys = (position(f"P1.{n}", "буи", s, entry=True, form=Form.NOUN) for n, s in enumerate(statuses))
    listed = proposal("P1", *buoys, kind=ProposalKind.LIST, entries_called=called)
    report = compose(record(item(1, listed), consultation=IN_RUSSIAN))
    assert lines(report)[1] == f"1. {sentence} По одному из этих пунктов было достигнуто согласие:"


def test_whose_statement_it_is_declined_where_it_is_known() -> None:
    of = ("G1", "G2", "N1", "")
    statements = tuple(MinorityStatement(ref=f"M{n}", of=each, text="нет") for n, each in enumerate(of))
    gate = position("P1.1", "ворота откроются", S.AGREED, minority_statements=statements)
    taken = record(
        item(1, proposal("P1", gate)),
        consultation=IN_RUSSIAN,
        groups=(Group(ref="G1", name="Частный сектор"), Group(ref="G2", name="Наука")),
        delegations=(Delegation(ref="N1", name="Гильдия", group="G2", speaks_for_group=True),),
    )
    notes = compose(taken, Edition(annexes=(Annex.MINORITY,))).notes
    assert [block.text for block in notes[0].blocks] == [
        "Заявление частного сектора по пункту 1: нет.",
        "Заявление (наука) по пункту 1: нет.",
        "Заявление (Гильдия, представляющая интересы группы «Наука») по пункту 1: нет.",
        "Заявление авторов мнения меньшинства по пункту 1: нет.",
    ]


def test_next_steps() -> None:
    day = dt.date(2026, 5, 1)
    steps = (
        Outcome(ref="O1", kind=OutcomeKind.REFERRED, text="график", body="Бюро", due_on=day),
        Outcome(ref="O2", kind=OutcomeKind.NEXT_STEP, text="еще одна встреча", modality=Modality.COULD),
        Outcome(
            ref="O3", kind=OutcomeKind.ACTION, text="печатать", form=Form.INFINITIVE, body="порты", due_on=day
        ),
    )
    assert lines(compose(record(item(1, outcomes=steps), consultation=IN_RUSSIAN)))[-1] == (
        "1. Рассмотрение следующего вопроса будет продолжено 1 мая (орган: Бюро): график. "
        "Можно было бы предусмотреть следующее: еще одна встреча. "
        "Предстоит печатать (исполнитель: порты), дата — 1 мая."
    )
