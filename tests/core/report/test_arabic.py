"""Arabic attaches, agrees and puts the verb first where a frame meets what fills it."""

import datetime as dt

import pytest

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.report.compose import compose
from app.core.report.document import Numbering
from app.core.report.edition import Edition
from app.core.report.phrases.ar import ARABIC
from app.core.report.phrases.ar.lists import calling
from app.core.report.phrases.frames import Noun, plain
from app.core.report.record import Delegation, Group, Officer, Outcome, Reservation
from app.core.texts import Form, Kind, ProposalKind, Relation
from app.core.votes import Tally
from tests.core.report.records import item, lines, position, proposal, record, told

S, COUNTER = Status, Relation.COUNTER
IN_ARABIC = {"language": "ar"}
CHAIR = Officer(
    ref="F1",
    role="chair",
    name="السيدة سلمى المرفأ",
    short="السيدة المرفأ",
    title="مديرة الميناء",
    pronoun="هي",
)


@pytest.mark.parametrize(
    ("frame", "words", "sentence"),
    [
        ("ذُكر أن {x}", "الميناء صغير", "ذُكر أن الميناء صغير"),
        ("ذُكر أن {x}", "ينبغي توسيع الميناء", "ذُكر أنه ينبغي توسيع الميناء"),
        ("ذُكر أن {x}", "لا يوجد ميناء", "ذُكر أنه لا يوجد ميناء"),
        ("ذُكر أن {x}", "سيعقد الاجتماع غدا", "ذُكر أنه سيعقد الاجتماع غدا"),
        ("ذُكر أن {x}", "سياسة الميناء واضحة", "ذُكر أن سياسة الميناء واضحة"),
        ("ذُكر أن {x}", "هناك حاجة إلى ميناء", "ذُكر أن هناك حاجة إلى ميناء"),
        ("ذُكر أن {x}", "يوم الاثنين عطلة", "ذُكر أن يوم الاثنين عطلة"),
        ("ذُكر أن {x}", "إن الميناء صغير", "ذُكر أن الميناء صغير"),
        ("ذُكر أن {x}", "هي صغيرة", "ذُكر أنها صغيرة"),
        ("اقتُرح أنْ {x}", "يُوسَّع الميناء", "اقتُرح أن يُوسَّع الميناء"),
        ("اقتُرح أنْ {x}", "أن يُوسَّع الميناء", "اقتُرح أن يُوسَّع الميناء"),
        ("اقتُرح أنْ {x}", "لا يُوسَّع الميناء", "اقتُرح ألا يُوسَّع الميناء"),
        ("ما إذا كان {x}", "الميناء صغيرا", "ما إذا كان الميناء صغيرا"),
        ("ما إذا كان {x}", "المنارة قديمة", "ما إذا كانت المنارة قديمة"),
        ("ما إذا كان {x}", "ينبغي إصلاح المنارة", "ما إذا كان ينبغي إصلاح المنارة"),
        ("تأييد لـ{x}", "الميناء", "تأييد للميناء"),
        ("تأييد لـ{x}", "اللجنة", "تأييد للجنة"),
        ("تأييد لـ{x}", "توسيع الميناء", "تأييد لتوسيع الميناء"),
        ("تأييد لـ{x}", "UNESCO", "تأييد لـUNESCO"),
        ("ترحيب بـ{x}", "الميناء", "ترحيب بالميناء"),
        ("ترحيب بـ{x}", "«الميناء»", "ترحيب بـ«الميناء»"),
        ("قُدمت ال{x} التالية", "مواضيع", "قُدمت المواضيع التالية"),
        ("قُدمت ال{x} التالية", "مواضيع شاملة", "قُدمت المواضيع الشاملة التالية"),
        ("قُدمت ال{x} التالية", "أسماء السفن", "قُدمت أسماء السفن التالية"),
    ],
)
def test_a_frame_meets_what_fills_it(frame: str, words: str, sentence: str) -> None:
    assert plain(ARABIC.fill(frame, x=words)) == sentence


@pytest.mark.parametrize(
    ("who", "verb"),
    [
        (Noun("بعض المشاركين", "m", plural=True), "أيّد"),
        (Noun("السيدة المرفأ", "f"), "أيّدت"),
        (Noun("الأمانة"), "أيّدت"),
        (Noun("الحكومات"), "أيّدت"),
        (Noun("الاتحاد"), "أيّد"),
        (ARABIC.country("سويسرا"), "أيّدت"),
        (ARABIC.country("لبنان"), "أيّد"),
        (ARABIC.country("جنوب أفريقيا"), "أيّدت"),
    ],
)
def test_a_verb_agrees_with_the_subject_after_it(who: Noun, verb: str) -> None:
    assert plain(ARABIC.fill("{who:أيّد|أيّدت} {who}", who=who)) == f"{verb} {who.words}"


def test_dates_lists_letters_and_numbers() -> None:
    assert ARABIC.date(dt.date(2008, 9, 15), None) == "15 أيلول/سبتمبر 2008"
    assert ARABIC.listing(["لبنان", "مصر", "UNESCO"]) == "لبنان ومصر و\u00a0UNESCO"
    assert ARABIC.listing(["زيد، مدير", "عمرو، أمين"]) == "زيد، مدير، وعمرو، أمين"
    assert [ARABIC.letter(n) for n in (1, 2, 3, 5, 29)] == ["(أ)", "(ب)", "(ج)", "(ه)", "(أأ)"]
    assert ARABIC.number(12345) == "12\u00a0345"


@pytest.mark.parametrize(
    ("status", "form", "words", "sentence"),
    [
        (S.AGREED, Form.CLAUSE, "ينبغي فتح البوابة", "تم الاتفاق على أنه ينبغي فتح البوابة."),
        (S.AGREED, Form.CLAUSE, "البوابة ستُفتح", "تم الاتفاق على أن البوابة ستُفتح."),
        (S.AGREED, Form.INFINITIVE, "تُفتح البوابة", "تم الاتفاق على أن تُفتح البوابة."),
        (S.CONSENSUS, Form.GERUND, "فتح البوابة", "كان هناك توافق في الآراء على فتح البوابة."),
        (S.BROAD, Form.NOUN, "الجدول الزمني", "كان هناك تأييد واسع للجدول الزمني."),
        (S.REJECTED, Form.INFINITIVE, "تُفتح البوابة", "لم يحظ بالقبول الاقتراح الداعي إلى أن تُفتح البوابة."),
        (S.NONE, Form.CLAUSE, "البوابة قديمة", "لم يتم التوصل إلى اتفاق بشأن ما إذا كانت البوابة قديمة."),
        (S.MINORITY, Form.CLAUSE, "يجب الإغلاق", "سُجل رأي للأقلية مفاده أنه يجب الإغلاق."),
        (None, Form.INFINITIVE, "تُفتح البوابة", "اقتُرح أن تُفتح البوابة."),
        (None, Form.GERUND, "فتح البوابة", "طُرح اقتراح بفتح البوابة."),
    ],
)  # fmt: skip
def test_by_status_and_form(status: Status | None, form: Form, words: str, sentence: str) -> None:
    assert told(position("P1.1", words, status, form=form), consultation=IN_ARABIC) == [sentence]


def test_a_divided_pair() -> None:
    pair = (
        position("P1.1", "فتح البوابة", S.DIVIDED, form=Form.GERUND, tally=Tally(support=9)),
        position("P1.2", "البوابة قديمة", answers="P1.1", answers_as=COUNTER, verb="recalled"),
    )
    assert lines(compose(record(item(1, proposal("P1", *pair)), consultation=IN_ARABIC)))[1:] == [
        "1. أيّد بعض المشاركين فتح البوابة.",
        "2. ومع ذلك، ذكّر بعض المشاركين بأن البوابة قديمة.",
    ]


def test_a_sentence_after_another_begins_with_and_but_not_somebody_s_own_words() -> None:
    reservation = Reservation(ref="V", text="في الصيف فقط")
    gate = position(
        "P1.1", "ينبغي فتح البوابة", S.AGREED, elaboration="فتحها سهل.", reservations=(reservation,)
    )
    assert told(gate, consultation=IN_ARABIC) == [
        "تم الاتفاق على أنه ينبغي فتح البوابة. فتحها سهل. وسُجل ما يلي من تحفظات: «في الصيف فقط»."
    ]


def test_whoever_goes_on_speaking_is_in_the_verb() -> None:
    remarks = (
        position("P1.1", "الوقت ضيق", kind=Kind.EMPHASIS, put_by="F1"),
        position("P1.2", "الجدول الزمني", kind=Kind.INVITATION, form=Form.NOUN, put_by="F1"),
    )
    taken = record(item(1, proposal("P1", *remarks)), officers=(CHAIR,), consultation=IN_ARABIC)
    assert lines(compose(taken)) == [
        "1. Subject 1",
        "1. عُقد الاجتماع برئاسة السيدة سلمى المرفأ، مديرة الميناء.",
        "2. أكدت السيدة المرفأ أن الوقت ضيق. ودعت المشاركين إلى النظر في الجدول الزمني.",
    ]


def test_whoever_speaks_is_agreed_with() -> None:
    swiss = Delegation(ref="N1", name="سويسرا", kind="country")
    guild = Delegation(ref="N2", name="نقابة الملاحين", group="G1", speaks_for_group=True)
    people = Delegation(ref="N3", name="القطاع الخاص", group="G1", speaks_for_group=True)
    urged = position("P2.1", "تُفتح البوابة", form=Form.INFINITIVE, put_by="N2", verb="urged")
    assert told(
        position("P1.1", "السد", put_by="N1", form=Form.NOUN, verb="in favour", named=True),
        urged,
        position("P3.1", "فتح البوابة", form=Form.GERUND, put_by="N3"),
        delegations=(swiss, guild, people),
        groups=(Group(ref="G1", name="القطاع الخاص"),),
        consultation=IN_ARABIC,
    ) == [
        "أبدت سويسرا تأييدا للسد.",
        "حثت نقابة الملاحين، نيابة عن القطاع الخاص، الاجتماع على أن تُفتح البوابة.",
        "اقترح ممثلو القطاع الخاص فتح البوابة.",
    ]


@pytest.mark.parametrize(
    ("called", "count", "lead"),
    [
        ("مواضيع", 3, "اقتُرحت المواضيع التالية:"),
        ("الملاحظات", 3, "أُبديت الملاحظات التالية:"),
        ("ترشيحات", 3, "اقتُرحت الترشيحات التالية:"),
        ("", 3, "قُدمت المقترحات التالية:"),
    ],
)
def test_what_entries_are_called_is_agreed_with(called: str, count: int, lead: str) -> None:
    entries = (position(f"P1.{n}", "عوامات", entry=True, form=Form.NOUN) for n in range(count))
    listed = proposal("P1", *entries, kind=ProposalKind.LIST, entries_called=called)
    report = compose(record(item(1, listed), consultation=IN_ARABIC))
    assert lines(report)[1:] == [f"1. {lead}", *["– عوامات"] * count]


def test_two_are_said_in_the_dual() -> None:
    entries = [position(f"P1.{n}", "عوامات", entry=True, form=Form.NOUN) for n in (1, 2)]
    entries[0] = position("P1.1", "عوامات", S.AGREED, entry=True, form=Form.NOUN)
    listed = proposal("P1", *entries, kind=ProposalKind.LIST, entries_called="ملاحظات")
    assert lines(compose(record(item(1, listed), consultation=IN_ARABIC)))[1] == (
        "1. أُبديت ملاحظتان. وتم الاتفاق على إحدى هذه النقاط:"
    )
    assert calling("المواضيع الشاملة").two == "اقتُرح موضوعان"


def test_next_steps() -> None:
    steps = (
        Outcome(ref="O1", kind=OutcomeKind.REFERRED, text="الجدول الزمني", body="المكتب"),
        Outcome(ref="O2", kind=OutcomeKind.NEXT_STEP, text="اجتماع آخر", modality=Modality.COULD),
        Outcome(ref="O3", kind=OutcomeKind.ACTION, text="تطبع الجداول", form=Form.INFINITIVE, body="الموانئ"),
        Outcome(ref="O4", kind=OutcomeKind.DEADLINE, text="التعليقات", due_on=dt.date(2026, 5, 31)),
    )
    assert lines(compose(record(item(1, outcomes=steps), consultation=IN_ARABIC)))[-1] == (
        "1. ستجري مواصلة النظر في الجدول الزمني في إطار المكتب. ويمكن النظر في اجتماع آخر. "
        "وسيُعهد إلى الموانئ بأن تطبع الجداول. والموعد النهائي للتعليقات هو 31 أيار/مايو."
    )


def test_paragraphs_can_be_lettered_in_the_order_of_the_abjad() -> None:
    gates = (proposal(f"P{n}", position(f"P{n}.1", "ينبغي الفتح", s)) for n, s in enumerate((S.AGREED, None)))
    taken = record(item(1, *gates), consultation=IN_ARABIC)
    assert [line.split()[0] for line in lines(compose(taken, Edition(numbering=Numbering.LETTER)))[1:]] == [
        "(أ)",
        "(ب)",
    ]
