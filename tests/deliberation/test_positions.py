"""Proposals and positions as people put them forward."""

from app.consultations.models import Consultation, Document
from app.core.texts import POSITION_LIMIT
from app.db import db, write
from app.deliberation.models import Position, Proposal
from app.ledger.models import Event
from tests.table import Table

WORDS = {"form": "clause", "kind": "view"}


def texts(table: Table) -> list[str]:
    with table.app.app_context():
        return [position.text for position in db.session.query(Position).order_by(Position.id)]


def test_a_proposal_asks_for_its_kind_first_in_plain_words(table):
    page = table.visitor("amina").get(f"/consultations/{table.slug}/agenda/1/propose").text
    assert "A list to which participants add" in page
    assert "<textarea" not in page


def test_a_list_begins_with_its_first_entries(table):
    sent = table.visitor("bo").post(
        f"/consultations/{table.slug}/agenda/1/propose",
        {
            "kind": "list",
            "title": "Themes",
            "form": "noun phrase",
            "entries_called": "themes",
            "text": "e-health\n\n  food   security \n",
        },
    )
    assert sent.status_code == 303
    assert texts(table)[1:] == ["e-health", "food security"]
    page = table.visitor().get(sent.location).text
    assert "Themes" in page
    assert "P2.2" in page


def test_whoever_answers_a_position_says_how_and_nothing_is_chosen_before(table):
    bo, address = table.visitor("bo"), f"{table.address}/positions"
    form = bo.get(f"{address}/new?answers=1").text
    assert "It speaks against that position" in form
    assert "checked" not in form.split('name="answers_as"', 1)[1].split("</fieldset>")[0]
    answer = {**WORDS, "text": "the name should be short", "answers": 1}
    refused = bo.post(address, answer)
    assert refused.status_code == 422
    assert "Choose whether it speaks against that position or stands beside it." in refused.text
    assert "the name should be short" in refused.text
    assert bo.post(address, answer | {"answers_as": "remark"}).status_code == 303
    with table.app.app_context():
        assert db.session.query(Position).order_by(Position.id.desc()).first().answers_as == "remark"


def test_a_list_begins_with_fifty_entries_at_most(table):
    themes = {"kind": "list", "title": "Themes", "form": "noun phrase"}
    address = f"/consultations/{table.slug}/agenda/1/propose"
    refused = table.visitor("bo").post(address, themes | {"text": "one theme\n" * 51})
    assert refused.status_code == 422
    assert "at most 50 entries" in refused.text
    assert refused.text.count("one theme") > 51, "what was typed is kept"
    assert table.visitor("bo").post(address, themes | {"text": "one theme\n" * 50}).status_code == 303


def test_a_proposal_may_be_about_a_document_of_the_list_or_another(table, now):
    with table.app.app_context(), write():
        held = db.session.query(Consultation).one()
        db.session.add(Document(consultation_id=held.id, number=1, title="Draft of the week", added_at=now))
    bo, address = table.visitor("bo"), f"/consultations/{table.slug}/agenda/1/propose"
    assert "None of these" in bo.get(f"{address}?kind=document").text
    draft = {"kind": "document", "title": "The draft", "form": "clause"}
    for chosen, shown in (("1", True), ("", False), ("9", False)):
        sent = bo.post(address, draft | {"document": chosen})
        link = f'/consultations/{table.slug}/documents#D1"><bdi>Draft of the week'
        assert (link in bo.get(sent.location).text) == shown


def test_the_preview_finishes_the_sentence_and_stores_nothing(table):
    amina = table.visitor("amina")
    page = amina.post(
        f"{table.address}/positions",
        {**WORDS, "form": "gerund", "text": "meeting in  Geneva.", "preview": "1"},
    )
    assert "Some participants were in favour of meeting in Geneva." in page.text
    live = amina.get(
        f"/consultations/{table.slug}/phrasing?form=clause&text=<b>x", headers={"HX-Request": "true"}
    )
    assert "It was agreed that &lt;b&gt;x." in live.text
    assert len(texts(table)) == 1


def test_a_position_that_is_too_long_keeps_what_was_typed(table):
    words = "x " * POSITION_LIMIT
    page = table.visitor("bo").post(
        f"{table.address}/positions", {**WORDS, "text": words, "elaboration": "because of this"}
    )
    assert page.status_code == 422
    assert words.strip() in page.text
    assert "because of this" in page.text
    assert len(texts(table)) == 1


def test_an_empty_position_is_asked_for_beside_its_field(table):
    page = table.visitor("bo").post(f"{table.address}/positions", {**WORDS, "text": "  "})
    assert page.status_code == 422
    assert "Write the position" in page.text


def test_a_position_can_answer_another(table):
    table.visitor("bo").post(
        f"{table.address}/positions",
        WORDS | {"text": "it should not", "answers": "1", "kind": "concern", "answers_as": "counter"},
    )
    page = table.visitor().get(table.address).text
    assert "Speaks against" in page
    assert "Concern" in page


def test_only_those_who_put_a_text_forward_withdraw_it(table):
    ref = f"/consultations/{table.slug}/texts/P1.1/withdraw"
    assert table.visitor("bo").post(ref).status_code == 403
    assert table.visitor("amina").post(ref).status_code == 303
    assert "Withdrawn" in table.visitor().get(table.address).text


def test_nothing_is_added_to_a_proposal_that_was_withdrawn(table):
    table.visitor("amina").post(f"/consultations/{table.slug}/texts/P1/withdraw")
    late = table.visitor("bo").post(f"{table.address}/positions", {**WORDS, "text": "one more view of it"})
    assert late.status_code == 403
    assert "one more view of it" in late.text, "what was typed is given back"


def test_a_hidden_position_is_gone_for_all_but_the_officers(table):
    hide = f"/consultations/{table.slug}/texts/P1.1/hide"
    assert table.visitor("bo").post(hide, {"reason": "no"}).status_code == 403
    assert table.visitor("chen").post(hide, {"reason": ""}).status_code == 422
    assert table.visitor("chen").post(hide, {"reason": "It names a private person."}).status_code == 303
    for address in (
        table.address,
        f"{table.address}/positions/1",
        f"{table.address}/positions/new?answers=1",
        f"{table.address}/comments?on=1",
        f"/consultations/{table.slug}/texts/P1.1/withdraw",
        f"/consultations/{table.slug}/vote",
    ):
        assert "should be called a forum" not in table.visitor("bo").get(address).text, address
    assert "It names a private person." in table.visitor("bo").get(table.address).text
    assert "should be called a forum" in table.visitor("chen").get(table.address).text
    assert table.visitor("chen").post(f"/consultations/{table.slug}/texts/P1.1/restore").status_code == 303
    assert "should be called a forum" in table.visitor("bo").get(table.address).text


def test_a_hidden_proposal_leaves_its_reason(table):
    table.visitor("chen").post(f"/consultations/{table.slug}/texts/P1/hide", {"reason": "Sent twice."})
    page = table.visitor("bo").get(table.address)
    assert page.status_code == 410
    assert "Sent twice." in page.text
    assert "Call it a forum" not in page.text
    for below in ("/comments", "/positions/1"):
        assert "forum" not in table.visitor("bo").get(table.address + below).text


def test_a_permanent_link_leads_to_where_a_text_stands(table):
    bo = table.visitor("bo")
    bo.post(f"{table.address}/comments", {"body": "Why?"})
    for ref, place in {
        "P1": table.address,
        "P1.1": f"{table.address}#P1.1",
        "P1C1": f"{table.address}/comments/1#C1",
    }.items():
        assert bo.get(f"/consultations/{table.slug}/texts/{ref}").location == place
    for nothing in ("P9", "P1.9", "P1C9", "x", "P1.99999999999999999999", "P1.1.1"):
        assert bo.get(f"/consultations/{table.slug}/texts/{nothing}").status_code == 404


def test_a_number_beyond_all_numbers_is_not_found(table):
    for path in (
        "proposals/99999999999999999999",
        "proposals/1/comments?on=99999999999999999999",
        "proposals/1/comments/99999999999999999999",
    ):
        assert table.visitor("bo").get(f"/consultations/{table.slug}/{path}").status_code == 404


def test_markup_in_titles_and_words_is_shown_as_typed(table):
    amina = table.visitor("amina")
    hostile = "<script>alert(1)</script>"
    sent = amina.post(
        f"/consultations/{table.slug}/agenda/1/propose",
        {
            "kind": "text",
            "title": hostile,
            "form": "clause",
            "text": hostile,
            "body": hostile,
            "elaboration": hostile,
        },
    )
    assert hostile not in amina.get(sent.location).text


def test_putting_forward_is_one_act_on_record(table):
    table.visitor("bo").post(f"{table.address}/positions", {**WORDS, "text": "one more"})
    with table.app.app_context(), write():
        acts = [(e.act, e.subject.split(":")[0]) for e in db.session.query(Event).order_by(Event.id)]
        assert acts[-1] == ("table", "position")
        assert db.session.query(Proposal).count() == 1
