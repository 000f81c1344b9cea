"""Chinese has no space between words or sentences, full-width marks, and when and where before the verb."""

import datetime as dt
import re

import pytest

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.report.compose import compose
from app.core.report.phrases.book import frames_of
from app.core.report.phrases.zh import CHINESE
from app.core.report.record import Delegation, Group, Officer, Outcome, Reservation
from app.core.texts import Form, Kind, ProposalKind, Relation
from tests.core.report.records import AT, item, lines, position, proposal, record, told

S, COUNTER = Status, Relation.COUNTER
IN_CHINESE = {"language": "zh"}
MAY_DAY = dt.date(2026, 5, 1)
AND_MORE = {"elaboration": "闸门很容易开。", "reservations": (Reservation(ref="V", text="仅限夏季"),)}


def test_no_frame_has_a_space_or_a_half_width_mark() -> None:
    latin = {"sentences/annex.put"}  # it begins with the number of a position, "P3.2"
    found = {key for key, frame in frames_of(CHINESE).items() if re.search(r"[ ,;!?()]|:(?![^{}]*})", frame)}
    assert found == latin


def test_dates_lists_and_numbers() -> None:
    assert CHINESE.date(dt.date(2008, 9, 15), None) == "2008年9月15日"
    assert CHINESE.date(dt.date(2008, 9, 15), 2008) == "9月15日"
    assert CHINESE.listing(["甲", "乙", "丙"]) == "甲、乙和丙"
    assert CHINESE.listing(["甲、乙", "丙"]) == "甲、乙，以及丙"
    assert CHINESE.number(12345) == "12\u00a0345"


def test_of_two_days_the_first_has_the_year() -> None:
    days = {"opens_at": AT, "closes_at": AT + dt.timedelta(days=60), "held_on": None}
    assert compose(record(consultation=IN_CHINESE | days)).date == "2026年3月2日至5月1日"
    assert compose(record(consultation={"language": "en"} | days)).date == "2 March to 1 May 2026"


@pytest.mark.parametrize(
    ("status", "form", "words", "sentence"),
    [
        (S.AGREED, Form.CLAUSE, "应当开放闸门", "与会者商定，应当开放闸门。"),
        (S.AGREED, Form.INFINITIVE, "开放闸门", "与会者商定开放闸门。"),
        (S.CONSENSUS, Form.NOUN, "时间表", "与会者就时间表达成协商一致。"),
        (S.BROAD, Form.GERUND, "开放闸门", "开放闸门得到广泛支持。"),
        (S.REJECTED, Form.INFINITIVE, "开放闸门", "关于开放闸门的提案未获赞同。"),
        (S.NONE, Form.INFINITIVE, "开放闸门", "与会者未就是否开放闸门达成一致。"),
        (S.MINORITY, Form.CLAUSE, "应当关闭闸门", "有一种少数意见记录在案，认为应当关闭闸门。"),
        (None, Form.INFINITIVE, "开放闸门", "有与会者建议开放闸门。"),
        (None, Form.NOUN, "时间表", "有与会者提出关于时间表的建议。"),
    ],
)
def test_by_status_and_form(status: Status | None, form: Form, words: str, sentence: str) -> None:
    assert told(position("P1.1", words, status, form=form), consultation=IN_CHINESE) == [sentence]


def test_sentences_follow_one_another_without_a_space() -> None:
    pair = (
        position("P1.1", "开放闸门", S.DIVIDED, form=Form.GERUND, **AND_MORE),
        position("P1.2", "闸门已经陈旧", answers="P1.1", answers_as=COUNTER, verb="recalled"),
    )
    assert lines(compose(record(item(1, proposal("P1", *pair)), consultation=IN_CHINESE)))[1:] == [
        "1. 一些与会者赞成开放闸门。闸门很容易开。以下保留意见记录在案：“仅限夏季”。",
        "2. 但是，一些与会者回顾，闸门已经陈旧。",
    ]


def test_also_and_further_come_before_the_verb() -> None:
    apart = (position(f"P{n}.1", "开放闸门", form=Form.INFINITIVE, opener=f"{n}，") for n in range(3))
    assert told(*apart, consultation=IN_CHINESE) == [
        "0，有与会者建议开放闸门。",
        "1，还有与会者建议开放闸门。",
        "2，又有与会者建议开放闸门。",
    ]


def test_whoever_speaks() -> None:
    swiss = Delegation(ref="N1", name="瑞士", kind="country")
    guild = Delegation(ref="N2", name="海员行会", group="G1", speaks_for_group=True)
    people = Delegation(ref="N3", name="私营部门", group="G1", speaks_for_group=True)
    chair = Officer(ref="F1", role="chair", name="夸伊女士", title="港务长", pronoun="她")
    assert told(
        position("P1.1", "时间紧迫", kind=Kind.EMPHASIS, put_by="F1"),
        position("P2.1", "堤坝", put_by="N1", form=Form.NOUN, verb="in favour", named=True),
        position("P3.1", "开放闸门", form=Form.INFINITIVE, put_by="N2", verb="urged", opener="虽表示欢迎，"),
        position("P4.1", "开放闸门", form=Form.INFINITIVE, put_by="N3"),
        delegations=(swiss, guild, people),
        groups=(Group(ref="G1", name="私营部门"),),
        officers=(chair,),
        consultation=IN_CHINESE,
    ) == [
        "会议由夸伊女士（港务长）主持。",
        "夸伊女士强调，时间紧迫。",
        "瑞士赞成堤坝。",
        "海员行会（代表私营部门），虽表示欢迎，敦促会议开放闸门。",
        "私营部门代表建议开放闸门。",
    ]


@pytest.mark.parametrize(
    ("called", "following", "two"),
    [
        ("主题", "与会者提出了下列主题：", "与会者提出了两个主题。"),
        ("跨领域主题", "与会者提出了下列跨领域主题：", "与会者提出了两个跨领域主题。"),
        ("评论", "与会者发表了下列评论：", "与会者发表了两点评论。"),
        ("候选人", "与会者提出了下列候选人：", "与会者提出了两项候选人。"),
        ("", "与会者提出了下列提案：", "与会者提出了两项提案。"),
    ],
)
def test_what_entries_are_called_has_its_measure_word(called: str, following: str, two: str) -> None:
    def lead(status: Status | None) -> str:
        first = position("P1.1", "浮标", status, entry=True, form=Form.NOUN)
        second = position("P1.2", "灯塔", entry=True, form=Form.NOUN)
        listed = proposal("P1", first, second, kind=ProposalKind.LIST, entries_called=called)
        return lines(compose(record(item(1, listed), consultation=IN_CHINESE)))[1]

    assert lead(None) == f"1. {following}"
    assert lead(S.AGREED).startswith(f"1. {two}与会者就其中一项内容达成一致：")


def test_next_steps_say_when_and_where_before_the_verb() -> None:
    steps = (
        Outcome(ref="O1", kind=OutcomeKind.REFERRED, text="时间表", body="主席团", due_on=MAY_DAY),
        Outcome(ref="O2", kind=OutcomeKind.NEXT_STEP, text="再举行一次会议", modality=Modality.COULD),
        Outcome(ref="O3", kind=OutcomeKind.ACTION, text="印发潮汐表", form=Form.INFINITIVE, body="各港口"),
    )
    assert lines(compose(record(item(1, outcomes=steps), consultation=IN_CHINESE)))[-1] == (
        "1. 将于5月1日在主席团进一步讨论时间表。可考虑再举行一次会议。各港口将印发潮汐表。"
    )


def test_marks_within_a_quotation_are_the_inner_ones() -> None:
    other = position("P1.1", "the term “forum” is in use", S.AGREED, language="en")
    assert told(other, consultation=IN_CHINESE) == [
        "与会者商定如下：“the term ‘forum’ is in use”（原文为英文）。"
    ]
