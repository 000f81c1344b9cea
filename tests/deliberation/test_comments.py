"""The talk: replies at any depth, edits with their history, what is deleted or hidden."""

import re
from datetime import timedelta

from app.consultations.models import Seat
from app.db import db, write
from app.deliberation.actions import comment_on
from app.deliberation.models import Comment, CommentRevision, Proposal
from tests.table import Table

HTMX = {"HX-Request": "true"}


def say(table: Table, key: str, body: str, **more: object) -> int:
    sent = table.visitor(key).post(f"{table.address}/comments", {"body": body, **more})
    assert sent.status_code == 303, sent.text
    return int(re.search(r"comments/(\d+)#C", sent.location)[1])


def depth_of(page: str, number: int) -> int:
    return int(re.search(rf'id="C{number}" data-depth="(\d)"', page)[1])


def fill(table: Table, now, roots: int, replies: int = 0) -> None:
    with table.app.app_context(), write():
        proposal, seat = db.session.query(Proposal).one(), db.session.query(Seat).all()[1]
        for number in range(roots):
            root = comment_on(proposal, seat, f"root {number}.", now)
            db.session.flush()
            for _ in range(replies):
                comment_on(proposal, seat, f"reply to {number}.", now, parent=root)


def test_replies_stand_under_what_they_answer_and_continue_on_a_page_of_their_own(table):
    number = say(table, "amina", "level 1")
    for level in range(2, 7):
        number = say(table, "bo", f"level {level}", answers=number)
    page = table.visitor().get(table.address).text
    assert [depth_of(page, n) for n in (1, 2, 3, 4)] == [1, 2, 3, 4]
    assert "level 5" not in page
    assert "Continue this thread (2 replies)" in page
    own = table.visitor().get(f"{table.address}/comments/4").text
    assert "level 6" in own
    assert "level 3" in own, "what it answers is there too"
    deepest = table.visitor().get(f"{table.address}/comments/6").text
    assert "level 3" not in deepest
    assert "in reply to" in deepest[: deepest.index("level 5")], "and the way up"


def test_a_comment_can_be_on_a_position(table):
    say(table, "bo", "about these words", on=1)
    say(table, "bo", "about all of it")
    assert "about all of it" not in table.visitor().get(f"{table.address}/comments?on=1").text
    assert "1 comment<" in table.visitor().get(table.address).text


def test_twenty_come_first_and_the_next_after_the_last_one_seen(table, now):
    fill(table, now, 45, replies=1)
    page = table.visitor().get(table.address).text
    assert ("root 19." in page, "root 20." in page) == (True, False)
    more = re.search(r'href="([^"]*after=[^"]*)"', page)[1].replace("&amp;", "&")
    for headers in ({}, HTMX):
        following = table.visitor().get(more, headers=headers).text
        assert ("root 19." in following, "root 20." in following, "root 39." in following) == (
            False,
            True,
            True,
        )
    assert "<html" not in table.visitor().get(more, headers=HTMX).text
    assert "root 44." in table.visitor().get(f"{table.address}/comments?all=1").text
    newest = table.visitor().get(f"{table.address}/comments?sort=newest").text
    assert newest.index("root 44.") < newest.index("root 43.")


def test_a_long_thread_takes_few_queries(table, now):
    fill(table, now, 200, replies=4)
    counted = []
    with table.app.app_context():
        db.event.listen(db.engine, "before_cursor_execute", lambda *_: counted.append(1))
    visitor = table.visitor("amina")
    counted.clear()
    page = visitor.get(table.address)
    assert len(counted) < 25
    assert len(page.data) < 200_000


def test_htmx_gets_the_reply_alone_in_place_of_its_form(table):
    say(table, "amina", "a question")
    bo = table.visitor("bo")
    form = bo.get(f"{table.address}/comments/1/reply?depth=1", headers=HTMX).text
    assert form.lstrip().startswith("<form")
    said = bo.post(
        f"{table.address}/comments", {"body": "an *answer*", "answers": 1, "depth": 1}, headers=HTMX
    )
    assert said.status_code == 200
    assert depth_of(said.text, 2) == 2
    assert "<em>answer</em>" in said.text
    assert "<html" not in said.text
    empty = bo.post(f"{table.address}/comments", {"body": " ", "answers": 1, "depth": 1}, headers=HTMX)
    assert empty.status_code == 422
    assert 'id="reply-1"' in empty.text


def test_a_comment_is_edited_for_a_quarter_of_an_hour_and_its_history_read(table):
    say(table, "amina", "first words")
    one = f"{table.address}/comments/1"
    assert table.visitor("bo").get(f"{one}/edit").status_code == 403
    assert table.visitor("bo").post(f"{one}/edit", {"body": "taken over"}).status_code == 403
    assert table.visitor("amina").post(f"{one}/edit", {"body": "second words"}).status_code == 303
    assert "first words" not in table.visitor().get(one).text
    assert "first words" in table.visitor().get(f"{one}/history").text
    with table.app.app_context(), write():
        db.session.query(Comment).one().commented_at -= timedelta(minutes=16)
    late = table.visitor("amina").post(f"{one}/edit", {"body": "third and last words"})
    assert late.status_code == 403
    assert "third and last words" in late.text
    assert "fifteen minutes" in late.text


def test_a_deleted_comment_leaves_its_place_only_to_replies(table):
    say(table, "amina", "with a reply")
    say(table, "bo", "the reply", answers=1)
    say(table, "amina", "without a reply")
    amina = table.visitor("amina")
    amina.post(f"{table.address}/comments/1/edit", {"body": "with one reply"})
    assert table.visitor("bo").post(f"{table.address}/comments/1/delete").status_code == 403
    for number in (1, 3):
        assert amina.post(f"{table.address}/comments/{number}/delete").status_code == 303
    page = table.visitor("chen").get(table.address).text
    assert "Deleted by its author." in page
    assert "the reply" in page
    assert 'id="C3"' not in page
    assert table.visitor().get(f"{table.address}/comments/3").status_code == 404
    with table.app.app_context():
        assert {comment.body for comment in db.session.query(Comment)} == {"", "the reply"}
        assert db.session.query(CommentRevision).count() == 0


def test_nobody_replies_to_what_is_gone(table):
    say(table, "amina", "a remark")
    table.visitor("amina").post(f"{table.address}/comments/1/delete")
    assert (
        table.visitor("bo").post(f"{table.address}/comments", {"body": "oh", "answers": 1}).status_code == 403
    )
    assert table.visitor("bo").get(f"{table.address}/comments/1/reply").status_code == 404


def test_hidden_words_are_gone_from_every_page_and_count_of_others(table):
    say(table, "bo", "an insult")
    say(table, "amina", "please", answers=1)
    table.visitor("chen").post(f"/consultations/{table.slug}/texts/P1C1/hide", {"reason": "It insults."})
    one = f"{table.address}/comments/1"
    for address in (table.address, f"{table.address}/comments?all=1", one, f"{one}/history", f"{one}/reply"):
        assert "an insult" not in table.visitor("amina").get(address).text, address
    page = table.visitor("amina").get(table.address).text
    assert "Hidden: It insults." in page
    assert 'Discussion <span class="figure">1</span>' in page
    assert "an insult" in table.visitor("chen").get(table.address).text
    assert table.visitor("bo").post(f"{one}/edit", {"body": "again"}).status_code == 403


def test_comments_on_a_hidden_position_are_hidden_with_it(table):
    say(table, "bo", "about these words", on=1)
    say(table, "amina", "in reply to that", answers=1)
    say(table, "cleo", "about all of it")
    held, one = f"/consultations/{table.slug}", f"{table.address}/comments/1"
    places = [
        table.address,
        *(f"{table.address}/comments{more}" for more in ("?all=1", "?on=1", "?under=1")),
        *(f"{one}{more}" for more in ("", "/reply", "/history")),
        f"{held}/search?q=about",
        f"{held}/mine",
    ]
    chen, cleo = table.visitor("chen"), table.visitor("cleo")
    chen.post(f"{held}/texts/P1.1/hide", {"reason": "It names a private person."})
    for address in places:
        for headers in ({}, HTMX):
            page = cleo.get(address, headers=headers).text
            assert "these words" not in page, address
            assert "in reply" not in page, address
    assert 'Discussion <span class="figure">1</span>' in cleo.get(table.address).text
    assert "1 comment" in re.sub(r"\s+", " ", cleo.get(f"{held}/agenda/1").text)
    late = cleo.post(f"{table.address}/comments", {"body": "and one thing more", "answers": 1})
    assert late.status_code == 403
    assert "and one thing more" in late.text
    assert "Hidden from others together with what it is on" in chen.get(table.address).text
    assert "these words" in table.visitor("bo").get(f"{held}/mine").text, "who said it keeps it"
    chen.post(f"{held}/texts/P1.1/restore")
    assert "these words" in cleo.get(table.address).text


def test_what_is_hidden_stays_on_its_authors_page(table):
    say(table, "bo", "an insult")
    table.visitor("chen").post(f"/consultations/{table.slug}/texts/P1C1/hide", {"reason": "It insults."})
    page = table.visitor("bo").get(f"/consultations/{table.slug}/mine").text
    assert "an insult" in page
    assert "Hidden" in page


def test_a_comment_after_the_close_is_refused_and_given_back(table, now):
    table.closes(now)
    late = table.visitor("bo").post(f"{table.address}/comments", {"body": "one more thing to say"})
    assert late.status_code == 409
    assert "You cannot comment now" in late.text
    assert "one more thing to say" in late.text


def test_no_character_that_people_can_send_is_an_error(table):
    sent = table.visitor("bo").post(f"{table.address}/comments", {"body": "nul\x00, bell\x07, \ufffe and 🕊"})
    assert sent.status_code == 303
    assert "🕊" in table.visitor().get(table.address).text
