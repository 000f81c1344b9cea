"""Every language tells all that English tells, with the same slots, and agrees with what fills them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from string import Formatter

import pytest

from app.core.determinations import Status
from app.core.report.compose import compose
from app.core.report.document import Report
from app.core.report.edition import Edition
from app.core.report.phrases import LANGUAGES
from app.core.report.phrases.book import frames_of, phrases_of
from app.core.report.phrases.en import ENGLISH
from app.core.report.phrases.fr import FRENCH
from app.core.report.phrases.frames import EVENTS, FIRMNESS, SHARES, Language, Noun, Row, plain
from app.core.report.record import Delegation, Group, Officer, Record, Reservation
from app.core.texts import Form, Kind, ProposalKind
from tests.core.report.records import item, lines, position, proposal, record

OTHERS = [language for language in LANGUAGES.values() if language is not ENGLISH]

# Slots that a language may do without, or say where English does not, and why.
EXPLAINED = {
    "event": "“the meeting” may be understood, or have to be said",
    "also": "not every sentence has a place for it",
    "made": "the verb may be the same whatever the entries are called",
    "name": "a group's representatives are named after its name or after its name in a sentence",
    "group": "as above",
    "entries": "two of them may be told whole, with a dual or a measure word",
    "two": "as above",
    "n": "not every language counts with its nouns",
}
CHOICES = {"event": len(EVENTS), "modal": len(FIRMNESS), "share": len(SHARES)}

by_language = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


def slots(frame: str) -> Iterator[tuple[str, list[str]]]:
    for _, name, spec, _ in Formatter().parse(frame):
        if name is not None:
            yield name, spec.split("|") if spec else []


def agreements(language: Language) -> int:
    nouns = [Noun("x", gender, plural) for gender in ("", "m", "f", "n") for plural in (False, True)]
    return 1 + max(language.agree(noun) for noun in nouns)


@by_language
def test_no_table_lacks_a_row(language: Language) -> None:
    assert frames_of(language).keys() == frames_of(ENGLISH).keys()
    for table in fields(Language):
        rows = getattr(ENGLISH, table.name)
        if isinstance(rows, dict) and table.name not in ("unsure", "pronouns"):
            assert getattr(language, table.name).keys() == rows.keys(), table.name


@pytest.mark.parametrize("language", OTHERS, ids=[language.code for language in OTHERS])
def test_every_frame_says_as_much_as_the_english_one(language: Language) -> None:
    english = frames_of(ENGLISH)
    for key, frame in frames_of(language).items():
        found, meant = ({name for name, _ in slots(text)} for text in (frame, english[key]))
        assert found ^ meant <= EXPLAINED.keys(), f"{key}: {frame}"


@by_language
def test_every_alternative_goes_with_something(language: Language) -> None:
    counts = 1 + max(language.plural(number) for number in range(1000))
    for key, frame in frames_of(language).items():
        for name, alternatives in slots(frame):
            meant = CHOICES.get(name) or (counts if name == "n" else agreements(language))
            assert not alternatives or len(alternatives) == meant, f"{key}: {frame}"
            assert alternatives or name not in CHOICES, f"{key}: {frame}"


@by_language
def test_frames_are_sentences_without_capital_and_end(language: Language) -> None:
    headings = {"sentences/annex", "sentences/minority", "sentences/digest", "sentences/corrigendum"}
    for key, frame in frames_of(language).items():
        assert frame.count("[") == frame.count("]"), key
        assert not re.search(r"  |^ | $|^\[[^]]*\] ", frame), f"{key}: {frame!r}"
        assert not frame.endswith((".", "。", ";", "؛")), f"{key}: {frame}"
        is_name = frame[:1].isupper() and (frame[:2].isupper() or key.split(".")[0] in headings)
        assert not frame[:1].isupper() or is_name, f"{key}: {frame}"


@by_language
def test_nothing_that_a_frame_says_is_left_over_in_another_language(language: Language) -> None:
    """A frame copied from English and never translated would be the same."""
    own, words = frames_of(language), re.compile(r"[a-z]{2,} [a-z]{2,}")
    same = [key for key, frame in frames_of(ENGLISH).items() if frame == own[key] and words.search(frame)]
    assert language is ENGLISH or not same


@by_language
def test_the_phrase_book_fills_every_frame(language: Language) -> None:
    for phrase in phrases_of(language):
        assert phrase.example
        assert not re.search(r"[{}\[\]|]", phrase.example), phrase


@by_language
def test_doubts_are_about_frames_that_are_there(language: Language) -> None:
    assert language.unsure.keys() <= frames_of(language).keys()
    assert all(language.unsure.values())


@by_language
def test_a_pronoun_is_known_by_its_gender(language: Language) -> None:
    assert {"f", "m"} <= language.pronouns.keys()
    assert Counter(language.pronouns.values()).most_common(1)[0][1] == 1


def in_(language: Language, taken: Record) -> Report:
    return compose(taken, Edition(language=language.code))


@by_language
@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("status", [None, *Status])
def test_a_position_put_in_another_language_stays_as_put(
    language: Language, status: Status | None, form: Form
) -> None:
    put = position("P1.1", "Тише едешь", status, form=form, language="xx")
    taken = record(item(1, proposal("P1", put)), consultation={"language": language.code})
    (sentence,) = in_(language, taken).body[1].sentences
    name = plain(language.say("other language"))
    assert [run.text for run in sentence.runs if run.lang] == ["Тише едешь"]
    assert sentence.text.count(name) == 1


@by_language
def test_a_list_put_in_another_language_names_it_once(language: Language) -> None:
    name = plain(language.say("other language"))
    entries = (position(f"P1.{n}", "…", form=Form.NOUN, entry=True, language="xx") for n in range(3))
    themes = proposal("P1", *entries, kind=ProposalKind.LIST)
    told = lines(in_(language, record(item(1, themes), consultation={"language": language.code})))
    assert name in told[1]
    assert sum(name in line for line in told) == 1


def test_names_that_every_language_has_are_said_in_the_report_s() -> None:
    swiss = Delegation(ref="N1", name="Switzerland", kind="country")
    civil = Group(ref="G:civil-society", name="Civil society", representatives="Its people")
    secretariat = Officer(ref="F1", role="secretariat", name="the secretariat")
    said = (
        proposal(f"P{n}", position(f"P{n}.1", "we sail", put_by=by, named=True))
        for n, by in enumerate(("N1", "G:civil-society", "F1"))
    )
    taken = record(item(1, *said), delegations=(swiss,), groups=(civil,), officers=(secretariat,))
    _, *told = lines(in_(FRENCH, taken))
    assert [line.partition(" suggéré ")[0] for line in told] == [
        "1. La Suisse a",
        "2. Les représentants de la société civile ont",
        "3. Le secrétariat a",
    ]


def test_a_pronoun_is_that_of_the_report_s_language() -> None:
    chair = Officer(ref="F1", role="chair", name="Ms. Ada Quay", short="Ms. Quay", pronoun="She")
    remarks = (
        position("P1.1", "we sail", kind=Kind.EMPHASIS, put_by="F1"),
        position("P1.2", "we sail", kind=Kind.INVITATION, put_by="F1"),
    )
    taken = record(item(1, proposal("P1", *remarks)), officers=(chair,))
    assert ". She expressed the hope" in lines(in_(ENGLISH, taken))[-1]
    assert ". Elle a invité" in lines(in_(FRENCH, taken))[-1]


def test_objections_and_reservations_are_quoted_as_they_were_put() -> None:
    reservation = Reservation(ref="V", text="only then")
    gate = position("P1.1", "the gate should open", Status.AGREED, reservations=(reservation,))
    taken = record(item(1, proposal("P1", gate)))
    assert "“only then”" in lines(in_(ENGLISH, taken))[1]
    quoted = [run for each in in_(FRENCH, taken).body[1].sentences for run in each.runs if run.lang]
    assert [(run.text, run.lang) for run in quoted] == [("the gate should open", "en"), ("only then", "en")]


def test_a_paragraph_names_another_language_once() -> None:
    reservations = tuple(Reservation(ref=f"V{n}", text="only then") for n in (1, 2))
    gate = position("P1.1", "we sail", Status.AGREED, elaboration="At noon.", reservations=reservations)
    other = proposal("P2", position("P2.1", "we row"))
    told = lines(in_(FRENCH, record(item(1, proposal("P1", gate), other))))
    assert [line.count("en anglais") for line in told[1:]] == [1, 1]


def test_every_row_has_a_column_for_each_form() -> None:
    forms = (Form.CLAUSE, Form.INFINITIVE, Form.GERUND, Form.NOUN)
    assert Row._fields == (*(form.name.lower() for form in forms), "put")
    assert set(forms) == set(Form)


OPENERS = {
    "en": "Although notice was short, / Regarding the format, / As to the name,",
    "fr": "En ce qui concerne le format, / S’agissant du nom, / Quant au nom,",
    "es": "En cuanto al formato, / Respecto del nombre, / Aunque era tarde,",
    "ru": "В отношении формата, / Что касается названия, / Приветствуя это,",
}


@pytest.mark.parametrize(
    ("code", "opener"), [(c, o) for c, all_ in OPENERS.items() for o in all_.split(" / ")]
)
def test_an_opener_after_a_mandated_body_has_no_capital(code: str, opener: str) -> None:
    taken = record(
        item(1, proposal("P1", position("P1.1", "X", put_by="N1", opener=opener, form=Form.NOUN))),
        consultation={"language": code},
        groups=(Group(ref="G1", name="Harbour"),),
        delegations=(Delegation(ref="N1", name="Guild", group="G1", speaks_for_group=True),),
    )
    assert f", {opener[0].lower()}{opener[1:]} " in lines(in_(LANGUAGES[code], taken))[1]


@by_language
def test_what_several_put_on_record_is_one_sentence(language: Language) -> None:
    def told(count: int) -> str:
        reservations = tuple(Reservation(ref=f"V{n}", text=f"text {n}") for n in range(count))
        gate = position("P1.1", "…", Status.AGREED, reservations=reservations)
        taken = record(item(1, proposal("P1", gate)), consultation={"language": language.code})
        return in_(language, taken).body[1].sentences[1].text

    one, two, three = (told(count) for count in (1, 2, 3))
    quoted = [plain(language.say("quote", x=f"text {n}")) for n in range(3)]
    assert language.listing(quoted[:2]) in two
    assert language.listing(quoted) in three
    assert (one.split(quoted[0])[0] != two.split(quoted[0])[0]) is (language.code in ("en", "fr", "es", "ru"))


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "“the terms ‘forum’ and ‘fair’ are in use”"),
        ("fr", "«\u00a0the terms “forum” and “fair” are in use\u00a0»"),
        ("es", "«the terms “forum” and “fair” are in use»"),
        ("ar", "«the terms “forum” and “fair” are in use»"),
        ("ru", "«the terms „forum“ and „fair“ are in use»"),
        ("zh", "“the terms ‘forum’ and ‘fair’ are in use”"),
    ],
)
@pytest.mark.parametrize("marks", ["“”", "«»", "„“", '""', "「」"])
def test_what_somebody_quotes_stands_in_the_inner_marks_of_the_language(code, told, marks) -> None:
    """Whatever marks they used; those around the whole of their words give way to the outer ones."""
    opens, closes = marks
    text = f"the terms {opens}forum{closes} and {opens}fair{closes} are in use"
    put = {"language": "de", "form": Form.CLAUSE}
    taken = record(
        item(1, proposal("P1", position("P1.1", text, Status.AGREED, **put))),
        item(2, proposal("P2", position("P2.1", f"{opens}WSIS Forum{closes}", Status.AGREED, **put))),
    )
    first, second = (line for line in lines(in_(LANGUAGES[code], taken)) if not line.endswith(("1", "2")))
    assert told in first
    outer = f"{told[:2]}WSIS Forum{told[-2:]}" if code == "fr" else f"{told[0]}WSIS Forum{told[-1]}"
    assert outer in second


@by_language
def test_a_list_of_one_other_language_names_it_once(language: Language) -> None:
    """In its lead-in; an item in yet another one names that itself."""
    foreign = "de" if language.code == "fr" else "fr"
    name = language.languages.get(foreign) or plain(language.say("other language"))
    put = (position(f"P{n}.1", f"ouvrir {n}", Status.AGREED, language=foreign) for n in (1, 2, 3))
    items = [proposal(f"P{n}", each) for n, each in enumerate(put, 1)]
    (_, lead, *told) = lines(in_(language, record(item(1, *items))))
    assert (lead.count(name), [line.count(name) for line in told]) == (1, [0, 0, 0])
    mixed = proposal("P4", position("P4.1", "abrir", Status.AGREED, language="it"))
    (_, lead, *told) = lines(in_(language, record(item(1, *items, mixed))))
    assert name not in lead
    assert all(line.count("(") + line.count("（") == 1 for line in told)


@by_language
def test_a_title_with_a_colon_of_its_own_has_its_date_in_brackets(language: Language) -> None:
    taken = record(consultation={"title": "Name: online consultation"})
    title = compose(taken, Edition(language=language.code, style="bulleted")).title
    assert title.count(":") + title.count("：") == 1
    assert title.endswith((")", "）"))
