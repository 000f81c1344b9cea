"""Whatever somebody types is a question, in any script, and what is hidden is not an answer."""

import re
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.consultations.models import Seat
from app.consultations.queries import find_consultation
from app.db import db, write
from app.deliberation.actions import comment_on
from app.deliberation.models import Comment, Position, Proposal
from app.deliberation.search import search
from app.migrations import migrate
from tests.table import Table

SAID = {
    1: "The secretariat's *budget* for 2009, 50% of it",
    2: "信息社会世界峰会的名称",
    3: "يجب أن تُرسل التقارير المكتوبة",
    4: "Переименование форума",
    5: "<b>bold</b> & snake_case",
}


@pytest.fixture
def talk(table: Table, now) -> Table:
    with table.app.app_context(), write():
        proposal, seat = db.session.query(Proposal).one(), db.session.query(Seat).all()[1]
        for body in SAID.values():
            comment_on(proposal, seat, body, now)
    return table


def refs(table: Table, question: str, key: str | None = None) -> set[str]:
    page = table.visitor(key).get(f"/consultations/{table.slug}/search", query_string={"q": question})
    assert page.status_code == 200
    return set(re.findall(r"/texts/([^\"/]+)\"", page.text))


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("budget", {"P1C1"}),
        ("BUDG", {"P1C1"}),
        ("budget 2009", {"P1C1"}),
        ("budget 2010", set()),
        ('"called a forum"', {"P1.1"}),
        ("forum", {"P1", "P1.1"}),
        ("峰会", {"P1C2"}),
        ("世界峰会", {"P1C2"}),
        ("التقارير", {"P1C3"}),
        ("переименование", {"P1C4"}),
        ("50%", {"P1C1"}),
        ("snake_case", {"P1C5"}),
        ("  ", set()),
        ("zebra", set()),
    ],
)
def test_a_text_is_found_by_its_words_in_every_script(talk, question, found):
    assert refs(talk, question) == found


@pytest.mark.parametrize(
    "question",
    [
        *(
            '"',
            '""',
            "AND",
            "OR NOT",
            "bud*",
            "title:forum",
            "(",
            "^a",
            "a:*",
            "!",
            "|",
            "NEAR(a b)",
            "-forum",
        ),
        *("'; DROP TABLE comment; --", "\\", "%", "_", "+", "é", "\x00", "²", "_ _", "a" * 5000),
    ],
)
def test_operators_and_quotation_marks_are_no_error(talk, question):
    refs(talk, question)


@pytest.mark.parametrize("question", ["<b>bold</b>", "bold", "&"])
def test_what_was_found_is_marked_and_nothing_in_it_is_markup(talk, question):
    page = talk.visitor().get(f"/consultations/{talk.slug}/search", query_string={"q": question}).text
    assert "<b>" not in page
    assert question in [unescape(mark) for mark in re.findall("<mark>(.*?)</mark>", page)]


LONG = {
    "latin": "A way before the word, with *emphasis*. " * 5 + "Its **budget** for 2009." + " And on." * 40,
    "arabic": "نص طويل قبل الكلمة. " * 9 + "ويجب أن تُرسل التقارير المكتوبة." + " وهكذا دواليك." * 20,
    "chinese": "这是很长的一段话" * 20 + "信息社会世界峰会" + "下面还有很多话要说" * 30,
}


@pytest.mark.parametrize(
    ("script", "question"), [("latin", "budget"), ("arabic", "التقارير"), ("chinese", "世界峰会")]
)
def test_an_excerpt_is_made_of_whole_words_without_markdown(table, now, script, question):
    with table.app.app_context(), write():
        proposal, seat = db.session.query(Proposal).one(), db.session.query(Seat).all()[1]
        comment_on(proposal, seat, LONG[script], now)
    with table.app.app_context():
        (hit,) = search(find_consultation(table.slug), question, sees_hidden=False).hits
        shown = "".join(text for text, _ in hit.pieces)
        words = LONG[script].replace("*", "")
        assert [text for text, marked in hit.pieces if marked] == [question]
        assert (shown[0], shown[-1]) == ("…", "…")
        assert shown.strip("…") in words
        assert 200 < len(shown) < 3 * 90 + 20
        if script != "chinese":
            assert set(shown.strip("…").split()) <= set(words.split())


def test_a_text_shorter_than_its_excerpt_is_shown_whole(talk):
    with talk.app.app_context():
        (hit,) = search(find_consultation(talk.slug), "budget", sees_hidden=False).hits
        assert hit.pieces == [
            ("The secretariat's ", False),
            ("budget", True),
            (" for 2009, 50% of it", False),
        ]


@pytest.mark.sqlite_only
def test_a_word_typed_without_its_accents_is_found_and_marked(talk, now):
    with talk.app.app_context(), write():
        proposal, seat = db.session.query(Proposal).one(), db.session.query(Seat).all()[1]
        comment_on(proposal, seat, "Un résumé suffit.", now)
    with talk.app.app_context():
        (hit,) = search(find_consultation(talk.slug), "resume", sees_hidden=False).hits
        assert ("résumé", True) in hit.pieces


def test_what_is_hidden_is_found_by_officers_alone(talk):
    chen = talk.visitor("chen")
    chen.post(f"/consultations/{talk.slug}/texts/P1C1/hide", {"reason": "Wrong figures."})
    assert (refs(talk, "budget", "bo"), refs(talk, "budget", "chen")) == (set(), {"P1C1"})
    chen.post(f"/consultations/{talk.slug}/texts/P1/hide", {"reason": "Sent twice."})
    assert refs(talk, "forum", "bo") == set()
    assert refs(talk, "переименование", "bo") == set()


def test_what_is_deleted_is_not_found_and_what_is_edited_is_found_anew(talk):
    with talk.app.app_context(), write():
        first, second = db.session.query(Comment).order_by(Comment.id)[:2]
        first.body = "The staff"
        second.body, second.deleted_at = "", second.commented_at
    assert refs(talk, "budget") == set()
    assert refs(talk, "staff") == {"P1C1"}
    assert refs(talk, "世界峰会") == set()


def test_another_consultation_is_another_matter(talk, now):
    with talk.app.app_context(), write():
        db.session.query(Position).one().text = "a matter of its own"
    assert refs(talk, "matter") == {"P1.1"}


@pytest.mark.sqlite_only
def test_an_index_that_lost_its_triggers_is_made_anew(talk):
    with talk.app.app_context(), write():
        db.session.connection().exec_driver_sql("DROP TRIGGER comment_ai")
        comment = db.session.query(Comment).first()
        comment_on(comment.proposal, comment.seat, "said meanwhile", comment.commented_at)
    assert refs(talk, "meanwhile") == set()
    migrate(talk.app)
    assert refs(talk, "meanwhile") == {"P1C6"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(question=st.text(max_size=40))
def test_no_question_is_an_error(talk, question):
    with talk.app.app_context():
        search(find_consultation(talk.slug), question, sees_hidden=False)
