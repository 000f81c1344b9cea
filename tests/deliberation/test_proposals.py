"""The head of a proposal can be put right, for a while and by those who put it forward."""

from datetime import timedelta

from app.db import db, write
from app.deliberation.models import Proposal
from app.web.clock import now as this_instant
from tests.table import Table

EDITED = {"title": "Call it a conference", "body": "Since *everybody* comes."}


def tabled(table: Table, minutes_ago: int) -> None:
    with table.app.app_context(), write():
        db.session.query(Proposal).one().tabled_at = this_instant() - timedelta(minutes=minutes_ago)


def test_title_and_background_are_edited_within_fifteen_minutes(table):
    tabled(table, 14)
    amina = table.visitor("amina")
    assert "Edit title and background" in amina.get(table.address).text
    assert amina.post(f"{table.address}/edit", EDITED).status_code == 303
    page = table.visitor().get(table.address).text
    assert "Call it a conference" in page
    assert "<em>everybody</em>" in page


def test_after_fifteen_minutes_they_stand(table):
    tabled(table, 16)
    refused = table.visitor("amina").post(f"{table.address}/edit", EDITED)
    assert refused.status_code == 403
    assert "fifteen minutes" in refused.text
    assert "Call it a forum" in table.visitor().get(table.address).text


def test_nobody_edits_what_others_put_forward(table):
    tabled(table, 1)
    assert table.visitor("bo").get(f"{table.address}/edit").status_code == 403
    assert table.visitor("bo").post(f"{table.address}/edit", EDITED).status_code == 403
    assert "Call it a forum" in table.visitor().get(table.address).text


def test_a_proposal_keeps_a_title(table):
    tabled(table, 1)
    sent = table.visitor("amina").post(f"{table.address}/edit", {"title": " ", "body": "What I typed."})
    assert sent.status_code == 422
    assert "What I typed." in sent.text
