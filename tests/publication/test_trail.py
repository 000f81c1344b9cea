"""Everybody finds where the report tells his or her words, or why it does not; a version never changes."""

import csv
import io
import re
from datetime import datetime

import pytest
from flask import Flask

from app.core.roles import Role
from app.core.texts import Form
from app.db import db, write
from app.deliberation.actions import comment_on, table_position
from app.deliberation.models import Proposal
from app.voting.actions import cast_vote
from app.voting.models import Choice
from tests import cast
from tests.publication.conftest import Procedure

TABLE = "report/1/dispositions"


@pytest.fixture
def said(app: Flask, now: datetime, procedure: Procedure) -> Procedure:
    """The participant has also put a position of her own, voted with a reservation, and commented on one."""
    with app.app_context(), write():
        proposal = db.session.query(Proposal).one()
        own = table_position(proposal, proposal.seat, "the name should be Parley", Form.CLAUSE, now)
        cast_vote(proposal.seat, own, Choice.ACCEPT, now, reservation="Only in English.")
        comment_on(proposal, proposal.seat, "A fine word.", now, position=own)
    return procedure


def set_aside(procedure: Procedure, *refs: str, reason: str) -> None:
    desk = f"{procedure.root}/draft/record"
    assert procedure.by(Role.RAPPORTEUR).post(desk, {"ref": list(refs), "reason": reason}).status_code == 303


def leave_out(procedure: Procedure, block: str, reason: str) -> None:
    address = f"{procedure.root}/draft/blocks/{block}/exclusion"
    assert procedure.by(Role.RAPPORTEUR).post(address, {"reason": reason}).status_code == 303


def publish(procedure: Procedure) -> None:
    procedure.approve()
    assert procedure.publish().status_code == 303


def own_page(procedure: Procedure, by: Role | str | None = Role.PARTICIPANT) -> str:
    page = procedure.read(f"{procedure.root}/mine/words", by)
    return re.sub(r"\s+", " ", re.search(r"<main.*</main>", page, re.DOTALL)[0])


def part(page: str, key: str) -> str:
    return re.search(rf'<li id="{re.escape(key)}">(.*?)</li>', page)[1]


def rows(procedure: Procedure, by: Role | None = None) -> dict[str, dict[str, str]]:
    content = procedure.by(by).get(f"{procedure.root}/{TABLE}.csv").data.decode("utf-8-sig")
    return {row["Reference"]: row for row in csv.DictReader(io.StringIO(content, newline=""))}


def test_before_there_is_a_report_the_page_says_that_it_is_being_written(said: Procedure) -> None:
    page = own_page(said)
    assert "The report is being written" in page
    assert "the name should be Parley" in part(page, "text-P1.3")
    assert "Told in" not in page


def test_each_position_leads_to_the_paragraph_that_tells_it_with_its_words(said: Procedure) -> None:
    publish(said)
    found = part(own_page(said), "text-P1.3")
    address = re.search(r'Told in:(?:</\w+>)? <a href="([^"#]+)#([^"]+)">', found)
    assert address
    version = said.read(address[1])
    assert address[1].endswith("/report/1")
    assert f'id="{address[2]}"' in version
    words = re.search(r"<blockquote[^>]*>([^<]+)</blockquote>", found)[1]
    assert "Parley" in words
    assert words in re.sub(r"\s+", " ", version)


def test_a_thread_leads_to_its_paragraphs_in_the_order_of_the_report(said: Procedure) -> None:
    added = {"text": "There was talk of a parley.", "source": ["P1.3"]}
    desk = f"{said.root}/draft/blocks/i1/additions"
    assert said.by(Role.RAPPORTEUR).post(desk, added).status_code == 303
    publish(said)
    assert re.findall(r"paragraph (\d)", part(own_page(said), "text-P1")) == ["1", "2"]


def test_comments_are_read_with_their_thread_and_told_through_it(said: Procedure) -> None:
    publish(said)
    page = own_page(said)
    assert "Read with P1." in part(page, "comment-1-1")
    assert "Read with P1.3." in part(page, "comment-1-3")
    assert "Told in" in part(page, "comment-1-3")


def test_a_vote_leads_to_its_position_and_a_reservation_to_its_own_sentence(said: Procedure) -> None:
    publish(said)
    assert "Read with P1.3." in part(own_page(said), "vote-P1.3")
    assert "Too vague." in part(own_page(said), "vote-P1.1")


def test_what_the_rapporteur_set_aside_carries_the_reason(said: Procedure) -> None:
    leave_out(said, "p1-3", "Said twice.")
    publish(said)
    assert "The rapporteur set it aside: <bdi>Said twice.</bdi>" in part(own_page(said), "text-P1.3")
    assert rows(said)["P1.3"]["Reason"] == "Said twice."
    assert rows(said)["P1.3"]["What became of it"] == "Set aside"


def test_a_later_change_at_the_desk_changes_no_published_version(said: Procedure) -> None:
    leave_out(said, "p1-1", "It is out of scope.")
    set_aside(said, "P1.1/J1", reason="It was answered in the room.")
    publish(said)
    before, table = own_page(said), rows(said)
    assert "It was answered in the room." in before
    set_aside(said, "P1.1/J1", reason="Quite another reason.")
    leave_out(said, "p1-3", "Said twice.")
    assert own_page(said) == before
    assert rows(said) == table


def test_what_came_after_the_record_or_was_hidden_is_said_to_be_so(
    app: Flask, now: datetime, said: Procedure
) -> None:
    publish(said)
    with app.app_context(), write():
        proposal = db.session.query(Proposal).one()
        table_position(proposal, proposal.seat, "the name should be Late", Form.CLAUSE, now)
    assert "after the record of this version" in part(own_page(said), "text-P1.4")
    with app.app_context(), write():
        db.session.query(Proposal).one().hidden_at = now
    assert "out of sight" in part(own_page(said), "text-P1.3")


def test_a_circulated_draft_is_followed_until_there_is_a_report(said: Procedure) -> None:
    assert said.circulate().status_code == 303
    assert "/report/drafts/1#" in part(own_page(said), "text-P1.3")


def test_corrections_stand_on_the_page_with_their_answer(said: Procedure) -> None:
    assert said.circulate().status_code == 303
    assert said.correct("The name should be Meeting.").status_code == 303
    assert said.correct("The name should be Moot.").status_code == 303
    assert "Not answered yet" in part(own_page(said), "correction-1-1")
    said.answer(1, "accepted", text="The name should be Meeting.")
    said.answer(2, "declined", answer="Nobody said so.")
    said.end_circulation()
    publish(said)
    page = own_page(said)
    assert "Accepted" in part(page, "correction-1-1")
    assert "The name should be Meeting." in part(page, "correction-1-1")
    assert "/report/1#p1-1" in part(page, "correction-1-1")
    assert "Nobody said so." in part(page, "correction-1-2")


@pytest.mark.parametrize("by", [None, Role.OBSERVER, Role.CHAIR, Role.VISITOR])
def test_nobody_sees_the_words_of_somebody_else_on_this_page(said: Procedure, by: Role | None) -> None:
    publish(said)
    page = own_page(said, by)
    assert "A fine word." not in page
    assert "Too vague." not in page


def test_the_table_accounts_for_everything_and_is_the_same_for_all(said: Procedure) -> None:
    publish(said)
    table = rows(said)
    assert {"P1.1", "P1.1/D1", "P1.1/J1", "P1.2", "P1.3", "P1.3/V1", "O1"} <= table.keys()
    assert table["P1.3"]["What became of it"] == "Told"
    assert table == rows(said, Role.CHAIR) == rows(said, Role.PARTICIPANT)
    page = said.read(f"{said.root}/{TABLE}")
    assert all(f'id="on-{ref}"' in page for ref in table)


@pytest.mark.parametrize("public", [True, False])
def test_the_table_names_only_whom_the_rules_let_be_named(app: Flask, said: Procedure, public: bool) -> None:
    with app.app_context(), write():
        db.session.query(Proposal).one().consultation.names_public = public
    publish(said)
    assert {row["Put forward by"] for row in rows(said).values()} == {"", "Northland Society"} - (
        set() if public else {"Northland Society"}
    )
    assert ("Northland Society" in said.read(f"{said.root}/{TABLE}")) is public


def test_the_table_can_be_narrowed_to_one_fate(said: Procedure) -> None:
    leave_out(said, "p1-3", "Said twice.")
    publish(said)
    page = said.read(f"{said.root}/{TABLE}?fate=set aside")
    assert 'id="on-P1.3"' in page
    assert 'id="on-P1.1"' not in page
    assert said.by(None).get(f"{said.root}/{TABLE}?fate=x&start=-4").status_code == 200


def test_the_files_are_in_the_language_of_the_report_whoever_takes_them(said: Procedure) -> None:
    publish(said)
    reader = cast.visitor(said.app, Role.CHAIR)
    plain = reader.get(f"{said.root}/{TABLE}.xlsx").data
    assert plain[:2] == b"PK"
    assert plain == reader.get(f"{said.root}/{TABLE}.xlsx?lang=ar").data


def test_a_formula_that_somebody_puts_forward_is_only_words(
    app: Flask, now: datetime, said: Procedure
) -> None:
    attack = '=HYPERLINK("http://example.org","x")'
    with app.app_context(), write():
        proposal = db.session.query(Proposal).one()
        table_position(proposal, proposal.seat, attack, Form.CLAUSE, now)
    publish(said)
    assert rows(said)["P1.4"]["Words"] == f"'{attack}"


def test_a_circulated_draft_has_its_table_for_all_and_the_desk_for_the_officers(said: Procedure) -> None:
    set_aside(said, "P1.1", reason="Off the agenda.")
    assert said.circulate().status_code == 303
    set_aside(said, "P1.2", reason="Later.")
    sealed, desk = f"{said.root}/report/drafts/1/dispositions", f"{said.root}/draft/dispositions"
    assert f'href="{sealed}"' in said.read(f"{said.root}/report/drafts/1")
    assert f'href="{sealed}"' in own_page(said)
    assert "Later." not in said.read(sealed)
    assert said.by(Role.PARTICIPANT).get(desk).status_code == 403
    assert said.by(Role.PARTICIPANT).get(f"{desk}.csv").status_code == 403
    assert "Put forward by" in said.read(f"{desk}.csv", Role.CHAIR)
    assert f'href="{said.root}/draft/preview#p1-1"' in said.read(desk, Role.CHAIR)
    assert said.by(None).get(f"{said.root}/report/drafts/7/dispositions").status_code == 404


def test_a_version_that_is_not_there_has_no_table(said: Procedure) -> None:
    for ending in ("", ".csv", ".xlsx"):
        assert said.by(None).get(f"{said.root}/{TABLE}{ending}").status_code == 404
