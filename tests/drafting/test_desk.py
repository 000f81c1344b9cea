"""The rapporteur's desk: each paragraph can be had otherwise, and nothing on record is lost on the way."""

import re

import pytest
import sqlalchemy as sa

from app.core.phases import Phase
from app.core.texts import Form, ProposalKind
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from app.deliberation.models import Position
from app.drafting.models import BlockRevision, ReportDraft
from app.ledger.models import Event
from tests import cast
from tests.drafting.conftest import change_record
from tests.sweeps.conftest import set_phase

AGREED = "It was agreed that the pier should be repaired."


@pytest.fixture
def rapporteur(app, harbour):
    return cast.visitor(app, "rapporteur")


def lines(desk) -> list[str]:
    return [f"{b.label} {b.text}".strip() for top in desk.report.body for b in top.walk() if b.sentences]


def reword(visitor, harbour, block, text, number=0, **more):
    address = f"{harbour}/blocks/{block}/words"
    return visitor.post(address, {"text": text, "number": number, **more})


def place(visitor, harbour, block, to):
    return visitor.post(f"{harbour}/blocks/{block}/place", {"to": to})


def numbers(app, block) -> list[int]:
    with app.app_context():
        rows = db.session.query(BlockRevision).filter_by(block=block).order_by(BlockRevision.number)
        return [row.number for row in rows]


def test_the_desk_shows_the_draft_and_the_record(harbour, rapporteur) -> None:
    page = rapporteur.get(harbour).text
    assert AGREED in page
    assert re.search(r'Used: <a href="[^"]*#p1-1">paragraph 1</a>', page)
    assert "Everything on record is used or set aside" in page
    assert "Every sentence has a source" in page
    assert "An objection was maintained: “Nobody reads them.”" in page
    waiting = rapporteur.get(f"{harbour}?show=open").text.split('id="record-heading"')[1]
    assert "Nobody reads them." not in waiting


def test_a_paragraph_is_reworded_and_keeps_its_number_and_sources(harbour, rapporteur, at) -> None:
    answer = reword(rapporteur, harbour, "p1-1", "Everybody wants the pier repaired.")
    assert answer.status_code == 303
    assert answer.location.endswith("#p1-1")
    assert "1. Everybody wants the pier repaired." in lines(at())
    page = rapporteur.get(f"{harbour}?at=p1-1&tool=reword").text
    assert "Reworded" in page
    assert "What is changed in the draft" in page
    rapporteur.post(f"{harbour}/blocks/p1-1/composed")
    assert f"1. {AGREED}" in lines(at())


def test_a_paragraph_is_reworded_in_another_language(harbour, rapporteur, at) -> None:
    reword(rapporteur, harbour, "p1-1", "Il faut réparer la jetée.", language="fr")
    rapporteur.post(f"{harbour}/blocks/p1-1/additions", {"text": "C’est tout.", "language": "fr"})
    assert [at().blocks[key].lang for key in ("p1-1", "own-1")] == ["fr", "fr"]
    page = rapporteur.get(f"{harbour}?at=p1-1&tool=reword").text
    assert re.search(r'<textarea[^>]* lang="fr"', page)
    assert re.search(r'id="words-language".*<option value="fr" selected>', page, re.DOTALL)
    assert '<p class="words" lang="fr" dir="auto"><span class="number">1.</span> ' in page
    reword(rapporteur, harbour, "p1-1", "The pier needs work.", 1)
    assert at().blocks["p1-1"].lang == ""
    rapporteur.post(f"{harbour}/blocks/p1-1/revisions/1")
    assert at().blocks["p1-1"].lang == "fr"


def test_a_language_that_nobody_offered_is_the_reports_own(harbour, rapporteur, at) -> None:
    reword(rapporteur, harbour, "p1-1", "The pier is old.", language='"><b>')
    assert at().revisions.by_block["p1-1"].lang == "en"


def test_an_empty_line_splits_a_paragraph(harbour, rapporteur, at) -> None:
    reword(rapporteur, harbour, "p1-1", "The pier is old.\n\nIt was agreed to repair it.")
    assert [line for line in lines(at()) if line[0] in "123"][:4] == [
        "1. Name",
        "1. The pier is old.",
        "2. It was agreed to repair it.",
        "3. There was a consensus that the harbour should stay open.",
    ]


def test_what_is_left_out_of_a_split_paragraph_stays_so_when_it_is_split_again(
    app, harbour, rapporteur, at
) -> None:
    reword(rapporteur, harbour, "p1-1", "One.\n\nTwo.\n\nThree.")
    rapporteur.post(f"{harbour}/blocks/p1-1-part2/exclusion", {"reason": "Said twice."})
    place(rapporteur, harbour, "p1-1-part3", "join")
    reword(rapporteur, harbour, "p1-1", "One.\n\nAnd a half.\n\nTwo.\n\nThree.", 1)
    assert [line for line in lines(at()) if line[:2] in ("1.", "2.")][1:3] == [
        "1. One.",
        "2. And a half. Three.",
    ]
    rapporteur.post(f"{harbour}/blocks/p1-1/composed")
    reword(rapporteur, harbour, "p1-1", "One.\n\nFour.", 3)
    assert "2. Four." in lines(at())
    with app.app_context():
        events = db.session.query(Event).filter_by(act="draft").order_by(Event.id)
        acts = [event.data["what"] for event in events]
        assert acts == ["reword", "leave out", "join", "reword", "take composed", "reword"]


def test_saving_the_composed_words_is_no_revision(app, harbour, rapporteur) -> None:
    reword(rapporteur, harbour, "p1-1", AGREED)
    assert numbers(app, "p1-1") == []
    reword(rapporteur, harbour, "p1-1", "Otherwise.")
    reword(rapporteur, harbour, "p1-1", "Otherwise.", 1)
    assert numbers(app, "p1-1") == [1]


def test_a_paragraph_moves_past_a_heading_into_the_next_section(harbour, rapporteur, at) -> None:
    place(rapporteur, harbour, "p2-1", "down")
    assert [b.id for b in at().report.body] == ["i1", "p1-1", "i2", "p2-1", "p3-1"]
    assert "Moved" in rapporteur.get(harbour).text
    place(rapporteur, harbour, "p2-1", "up")
    assert [b.id for b in at().report.body] == ["i1", "p1-1", "p2-1", "i2", "p3-1"]
    assert "Moved" not in rapporteur.get(harbour).text


def test_the_mark_is_on_the_paragraph_that_was_moved(harbour, rapporteur) -> None:
    for block, to in (("p1-1", "down"), ("p1-1", "up"), ("p2-1", "up")):
        place(rapporteur, harbour, block, to)
    moved = re.search(r'id="p2-1".*?Moved.*?id="p1-1"', rapporteur.get(harbour).text, re.DOTALL)
    assert moved
    place(rapporteur, harbour, "p2-1", "down")
    place(rapporteur, harbour, "p1-1", "down")
    assert rapporteur.get(harbour).text.count("Moved") == 1


def test_nothing_moves_before_the_first_heading(harbour, rapporteur, at) -> None:
    place(rapporteur, harbour, "p1-1", "up")
    assert [b.id for b in at().report.body][:2] == ["i1", "p1-1"]


def test_paragraphs_are_merged_and_parted_and_go_together(harbour, rapporteur, at) -> None:
    place(rapporteur, harbour, "p2-1", "join")
    assert [b.id for b in at().report.body] == ["i1", "p1-1", "i2", "p3-1"]
    place(rapporteur, harbour, "p1-1", "down")
    assert [b.id for b in at().report.body] == ["i1", "i2", "p1-1", "p3-1"]
    place(rapporteur, harbour, "p2-1", "part")
    assert [b.id for b in at().report.body] == ["i1", "i2", "p1-1", "p2-1", "p3-1"]


def test_what_is_left_out_gives_its_reason_to_the_record(harbour, rapporteur, at) -> None:
    without = rapporteur.post(f"{harbour}/blocks/p1-1/exclusion", {"reason": " "})
    assert without.status_code == 422
    rapporteur.post(f"{harbour}/blocks/p1-1/exclusion", {"reason": "Said in the annex."})
    assert AGREED not in " ".join(lines(at()))
    page = rapporteur.get(harbour).text
    assert "Set aside: <bdi>Said in the annex.</bdi>" in page
    assert AGREED in page, "it can be taken in again"
    place(rapporteur, harbour, "p1-1", "in")
    assert f"1. {AGREED}" in lines(at())


def test_a_paragraph_is_added_with_its_sources_or_as_the_rapporteurs_own(harbour, rapporteur, at) -> None:
    rapporteur.post(f"{harbour}/blocks/p1-1/additions", {"text": "Mud was seen.", "source": ["P1.1"]})
    rapporteur.post(f"{harbour}/blocks/p1-1/additions", {"text": "It rained."})
    found = {b.id: b for b in at().report.walk()}
    assert found["own-1"].sources == ("P1.1",)
    assert found["own-2"].sources == ()
    page = rapporteur.get(harbour).text
    assert "1 sentence of your own" in page
    assert '<span class="own-words">It rained.</span>' in page


def test_looking_for_a_source_loses_nothing_that_was_typed(harbour, rapporteur) -> None:
    page = rapporteur.post(
        f"{harbour}/blocks/p1-1/additions",
        {"text": "Half a sentence", "find": "tide", "source": ["P1.1"], "look": "y"},
    )
    assert page.status_code == 200
    assert "Half a sentence" in page.text
    assert re.findall(r'name="source" id="source-\d" value="([^"]+)"( checked)?', page.text) == [
        ("P1.1", " checked"),
        ("P3.1", ""),
    ]


def test_the_history_tells_who_changed_what_and_gives_it_back(app, harbour, rapporteur, at) -> None:
    reword(rapporteur, harbour, "p1-1", "The pier is old.")
    reword(cast.visitor(app, "second"), harbour, "p1-1", "The pier is very old.", 1)
    page = rapporteur.get(f"{harbour}?at=p1-1&tool=history").text
    assert re.search(r"Second Example.*<ins>.*very.*</ins>.*Rapporteur Example", page, re.DOTALL)
    rapporteur.post(f"{harbour}/blocks/p1-1/revisions/1")
    assert "1. The pier is old." in lines(at())
    assert numbers(app, "p1-1") == [1, 2, 3]
    assert rapporteur.post(f"{harbour}/blocks/p1-1/revisions/9").status_code == 404


def test_two_who_reword_the_same_paragraph_lose_neither_text(app, harbour, rapporteur, at) -> None:
    second = cast.visitor(app, "second")
    reword(rapporteur, harbour, "p1-1", "The pier is old.")
    late = reword(second, harbour, "p1-1", "The pier is rotten.")
    assert late.status_code == 409
    assert "The pier is old." in late.text
    assert "The pier is rotten." in late.text
    assert "1. The pier is old." in lines(at())
    assert "The pier is rotten." in second.get(f"{harbour}?at=p1-1&tool=reword").text, "it was kept"
    merged = reword(second, harbour, "p1-1", "The pier is old and rotten.", 1)
    assert merged.status_code == 303
    assert "1. The pier is old and rotten." in lines(at())
    second.post(f"{harbour}/blocks/p1-1/revisions/1")
    assert "1. The pier is old." in lines(at())


def test_who_comes_late_may_let_the_others_words_stand(app, harbour, rapporteur, at) -> None:
    second = cast.visitor(app, "second")
    reword(rapporteur, harbour, "p1-1", "The pier is old.")
    reword(second, harbour, "p1-1", "The pier is rotten.")
    assert reword(second, harbour, "p1-1", "The pier is rotten.", 1, choice="theirs").status_code == 303
    assert "1. The pier is old." in lines(at())
    assert "rotten" not in second.get(f"{harbour}?at=p1-1&tool=reword").text


def test_the_same_words_twice_are_no_conflict(app, harbour, rapporteur) -> None:
    reword(rapporteur, harbour, "p1-1", "The pier is old.")
    assert reword(cast.visitor(app, "second"), harbour, "p1-1", "The pier is old.").status_code == 303


def test_a_reworded_paragraph_shows_that_its_record_has_changed(app, harbour, rapporteur, at) -> None:
    reword(rapporteur, harbour, "p1-1", "Everybody wants the pier repaired.")
    change_record(app, "P1.1", "the pier should be rebuilt")
    page = rapporteur.get(harbour).text
    assert "The record has changed since" in page
    compared = rapporteur.get(f"{harbour}?at=p1-1&tool=compare").text
    assert re.search(r"<del>.*repaired.*</del><ins>.*rebuilt", compared)
    rapporteur.post(f"{harbour}/blocks/p1-1/composed", {"choice": "keep"})
    assert "The record has changed since" not in rapporteur.get(harbour).text
    assert "1. Everybody wants the pier repaired." in lines(at())
    change_record(app, "P1.1", "the pier should be sold")
    rapporteur.post(f"{harbour}/blocks/p1-1/composed", {"choice": "take"})
    assert "1. It was agreed that the pier should be sold." in lines(at())


def withdraw(app, now, ref="P1.1") -> None:
    with app.app_context(), write():
        found = next(p for p in db.session.query(Position).all() if p.ref == ref)
        found.withdrawn_at = now


def resettle(visitor, harbour, block, **choice):
    return visitor.post(f"{harbour}/blocks/{block}/stray", choice)


def test_saved_words_whose_paragraph_has_left_become_one_of_their_own(
    app, harbour, rapporteur, now, at
) -> None:
    reword(rapporteur, harbour, "p1-1", "Everybody wants the pier repaired.")
    withdraw(app, now)
    page = rapporteur.get(harbour).text.split('id="strays"')[1]
    assert "Everybody wants the pier repaired." in page
    assert resettle(rapporteur, harbour, "p1-1", choice="own").location.endswith("#own-1")
    made = {b.id: b for b in at().report.walk()}["own-1"]
    assert (made.text, made.sources) == ("Everybody wants the pier repaired.", ("P1.1",))
    assert [b.id for b in at().report.body] == ["i1", "p2-1", "own-1", "i2", "p3-1"]
    assert 'id="strays"' not in rapporteur.get(harbour).text


def test_words_for_a_paragraph_that_left_meanwhile_are_kept_and_settled(
    app, harbour, rapporteur, now, at
) -> None:
    withdraw(app, now)
    late = reword(rapporteur, harbour, "p1-1", "The pier is old.")
    assert late.status_code == 409
    assert "The paragraph has left the draft meanwhile" in late.text
    assert "The pier is old." in late.text.split('id="strays"')[1]
    assert 'id="strays"' not in cast.visitor(app, "second").get(harbour).text, "it is the writer's own"
    assert resettle(rapporteur, harbour, "p1-1", choice="own").status_code == 404, "it was never saved"
    resettle(rapporteur, harbour, "p1-1", choice="own", kept="y")
    assert "2. The pier is old." in lines(at())
    assert 'id="strays"' not in rapporteur.get(harbour).text


@pytest.mark.parametrize("saved", [True, False])
def test_words_that_have_lost_their_place_can_be_let_go(app, harbour, rapporteur, now, at, saved) -> None:
    if saved:
        reword(rapporteur, harbour, "p1-1", "The pier is old.")
    withdraw(app, now)
    reword(rapporteur, harbour, "p1-1", "The pier is old.")
    before = lines(at())
    for kept in ({}, {"kept": "y"}):
        resettle(rapporteur, harbour, "p1-1", **kept)
    assert 'id="strays"' not in rapporteur.get(harbour).text
    assert lines(at()) == before


def test_kept_words_too_long_for_a_paragraph_stay_kept(app, harbour, rapporteur, now) -> None:
    withdraw(app, now)
    reword(rapporteur, harbour, "p1-1", "大" * 20_000)
    refused = resettle(rapporteur, harbour, "p1-1", choice="own", kept="y")
    assert refused.status_code == 422
    assert "This has 20000 characters." in refused.text
    assert "大" * 20_000 in rapporteur.get(harbour).text


def test_a_paragraph_added_after_one_that_left_stands_at_the_end_with_its_sources(
    app, harbour, rapporteur, now, at
) -> None:
    withdraw(app, now)
    added = {"text": "Mud was seen.", "source": ["P2.1"]}
    looked = rapporteur.post(f"{harbour}/blocks/p1-1/additions", {**added, "find": "tide", "look": "y"})
    assert looked.status_code == 409
    assert "Mud was seen." in looked.text
    assert rapporteur.post(f"{harbour}/blocks/p1-1/additions", added).status_code == 303
    assert at().report.body[-1].sources == ("P2.1",)
    assert 'id="strays"' not in rapporteur.get(harbour).text


def test_a_note_beside_a_paragraph_that_left_is_still_read(app, harbour, rapporteur, now) -> None:
    chair = cast.visitor(app, "chair")
    chair.post(f"{harbour}/blocks/p1-1/notes", {"text": "Is “agreed” right?"})
    withdraw(app, now)
    assert chair.post(f"{harbour}/blocks/p1-1/notes", {"text": "Why did it go?"}).status_code == 303
    page = rapporteur.get(harbour).text.split('id="strays"')[1]
    assert "Is “agreed” right?" in page
    assert "Why did it go?" in page
    rapporteur.post(f"{harbour}/notes/1/settlement")
    assert "Is “agreed” right?" not in rapporteur.get(harbour).text


@pytest.mark.parametrize("act", ["composed", "place", "exclusion"])
def test_what_is_done_to_a_paragraph_that_left_meanwhile_is_answered_with_the_desk(
    app, harbour, rapporteur, now, act
) -> None:
    withdraw(app, now)
    answer = rapporteur.post(f"{harbour}/blocks/p1-1/{act}", {"to": "up", "reason": "No."})
    assert answer.status_code == 409
    assert "The paragraph has left the draft meanwhile" in answer.text


def test_several_things_on_record_are_set_aside_with_one_reason_and_taken_up(harbour, rapporteur) -> None:
    rapporteur.post(f"{harbour}/blocks/p3-1/exclusion", {"reason": "Out of scope."})
    refs = ["P3.1/J1", "P3.1"]
    assert rapporteur.post(f"{harbour}/record", {"ref": refs}).status_code == 422
    assert rapporteur.post(f"{harbour}/record", {"reason": "Twice told."}).status_code == 422
    assert rapporteur.post(f"{harbour}/record", {"ref": refs, "reason": "Twice told."}).status_code == 303
    page = rapporteur.get(f"{harbour}?show=aside").text
    assert "Everything on record is used or set aside" in page
    assert "Set aside: <bdi>Twice told.</bdi>" in page
    assert "Out of scope." not in page.split('id="record-heading"')[1]
    rapporteur.post(f"{harbour}/record", {"again": "P3.1/J1"})
    page = rapporteur.get(f"{harbour}?show=aside").text
    assert page.count("Set aside: <bdi>Twice told.</bdi>") == 1
    assert "Set aside: <bdi>Out of scope.</bdi>" in page


def test_what_is_written_is_kept_before_it_is_saved(app, harbour, rapporteur, at) -> None:
    kept = rapporteur.post(
        f"{harbour}/blocks/p1-1/jotting", {"text": "Half a th"}, headers={"HX-Request": "true"}
    )
    assert "Kept at" in kept.text
    assert f"1. {AGREED}" in lines(at()), "it is not in the draft"
    assert "Half a th" in rapporteur.get(f"{harbour}?at=p1-1&tool=reword").text
    assert "Half a th" not in cast.visitor(app, "second").get(f"{harbour}?at=p1-1&tool=reword").text
    reword(rapporteur, harbour, "p1-1", "Half a thought.")
    assert "not saved yet" not in rapporteur.get(harbour).text
    assert numbers(app, "p1-1") == [1], "one revision, however often it was kept"


def test_whoever_writes_on_is_told_that_somebody_was_faster(app, harbour, rapporteur) -> None:
    reword(cast.visitor(app, "second"), harbour, "p1-1", "The pier is old.")
    kept = rapporteur.post(
        f"{harbour}/blocks/p1-1/jotting",
        {"text": "The pier", "number": 0},
        headers={"HX-Request": "true"},
    )
    assert "Somebody has saved other words meanwhile" in kept.text


def test_officers_write_notes_beside_a_paragraph_and_settle_them(app, harbour, rapporteur) -> None:
    chair = cast.visitor(app, "chair")
    assert chair.post(f"{harbour}/blocks/p1-1/notes", {"text": "Is “agreed” right?"}).status_code == 303
    page = rapporteur.get(f"{harbour}?at=p1-1&tool=notes").text
    assert "1 note" in page
    assert "Is “agreed” right?" in page
    rapporteur.post(f"{harbour}/notes/1/settlement")
    assert "Settled" in chair.get(f"{harbour}?at=p1-1&tool=notes").text
    assert "1 note" not in chair.get(harbour).text
    assert chair.post(f"{harbour}/blocks/p1-1/notes", {"text": ""}).status_code == 422
    assert "Is “agreed” right?" not in rapporteur.get(f"{harbour}/preview").text


def test_the_report_is_had_in_another_style_with_a_limit(harbour, rapporteur, at) -> None:
    wanted = {
        "style": "bulleted",
        "language": "en",
        "numbering": "none",
        "annexes": ["method"],
        "word_limit": 5,
    }
    assert rapporteur.post(f"{harbour}/edition", wanted).status_code == 303
    assert at().edition.style == "bulleted"
    page = rapporteur.get(harbour).text
    assert '<option value="en" selected>English</option>' in page
    assert re.search(r"\d+ of 5 words: too long", page)
    assert rapporteur.post(f"{harbour}/edition", wanted | {"word_limit": "many"}).status_code == 422
    assert rapporteur.post(f"{harbour}/edition", wanted | {"style": "baroque"}).status_code == 422
    rapporteur.post(f"{harbour}/edition", wanted | {"style": "numbered", "numbering": "decimal"})
    assert f"1.1. {AGREED}" in lines(at())


@pytest.mark.parametrize("extension", ["docx", "html", "txt", "md"])
def test_the_draft_is_downloaded_as_the_desk_has_it(harbour, rapporteur, extension) -> None:
    reword(rapporteur, harbour, "p1-1", "The pier is old.")
    answer = rapporteur.get(f"{harbour}.{extension}")
    assert answer.status_code == 200
    assert extension == "docx" or "The pier is old." in answer.text


def test_hostile_and_endless_words_are_answered_in_a_sentence(harbour, rapporteur, at) -> None:
    endless = reword(rapporteur, harbour, "p1-1", "大" * 100_000)
    assert endless.status_code == 422
    assert "This has 100000 characters." in endless.text
    assert "大" * 100_000 in endless.text, "nothing that was typed is lost"
    assert reword(rapporteur, harbour, "p1-1", " \n ").status_code == 422
    reword(rapporteur, harbour, "p1-1", "A\0 <script>alert(1)</script> **pier**")
    assert "1. A <script>alert(1)</script> **pier**" in lines(at())
    assert "<script>alert" not in rapporteur.get(harbour).text


@pytest.mark.parametrize(("who", "sees", "works"), [("chair", 200, 403), ("participant", 403, 403)])
def test_only_the_rapporteur_and_the_secretariat_work_on_the_draft(app, harbour, who, sees, works) -> None:
    visitor = cast.visitor(app, who)
    assert visitor.get(harbour).status_code == sees
    assert reword(visitor, harbour, "p1-1", "Mine.").status_code == works
    assert visitor.post(f"{harbour}/record", {"ref": "P1.1", "reason": "No."}).status_code == works
    assert reword(cast.visitor(app, "secretary"), harbour, "p1-1", "Ours.").status_code == 303


@pytest.mark.parametrize(
    ("phase", "code"), [(Phase.DRAFT, 409), (Phase.CALL, 303), (Phase.CLOSED, 303), (Phase.REPORTED, 303)]
)
def test_the_desk_is_open_until_the_last_corrigendum(app, harbour, rapporteur, phase, code) -> None:
    set_phase(app, harbour.split("/")[2], phase)
    assert reword(rapporteur, harbour, "p1-1", "The pier is old.").status_code == code


def test_every_act_at_the_desk_is_one_event(app, harbour, rapporteur) -> None:
    reword(rapporteur, harbour, "p1-1", "The pier is old.")
    place(rapporteur, harbour, "p2-1", "down")
    rapporteur.post(f"{harbour}/record", {"ref": "P3.1/J1", "reason": "Twice told."})
    with app.app_context():
        events = db.session.query(Event).filter_by(act="draft").order_by(Event.id).all()
        draft = db.session.query(ReportDraft).one()
        assert [event.data["what"] for event in events] == ["reword", "move", "set aside"]
        assert {event.subject for event in events} == {f"report_draft:{draft.id}"}
        assert events[0].data["block"] == "p1-1"


def test_what_changes_nothing_on_record_is_no_event(app, harbour, rapporteur) -> None:
    rapporteur.post(f"{harbour}/record", {"ref": "P3.1/J1", "reason": "Twice told."})
    rapporteur.post(f"{harbour}/record", {"ref": "P3.1/J1", "reason": "Another reason."})
    rapporteur.post(f"{harbour}/record", {"again": "P9.9"})
    with app.app_context():
        told = [event.data for event in db.session.query(Event).filter_by(act="draft")]
    assert [(data["what"], data["reason"]) for data in told] == [("set aside", "Twice told.")]


def test_a_part_of_a_split_paragraph_has_its_own_history_and_gives_it_back(harbour, rapporteur, at) -> None:
    reword(rapporteur, harbour, "p1-1", "The pier is old.\n\nIt should be repaired.")
    part = f"{harbour}/blocks/p1-1-part2"
    rapporteur.post(f"{part}/exclusion", {"reason": "Said before."})
    rapporteur.post(f"{part}/place", {"to": "in"})
    page = rapporteur.get(f"{harbour}?at=p1-1-part2&tool=history").text
    assert "Left out: <bdi>Said before.</bdi>" in page
    assert "Taken in again." in page
    rapporteur.post(f"{part}/revisions/1")
    assert "It should be repaired." not in " ".join(lines(at()))


def test_a_heading_shows_that_it_was_reworded_and_has_its_history(harbour, rapporteur) -> None:
    reword(rapporteur, harbour, "i2", "Tides and tables")
    rapporteur.post(f"{harbour}/blocks/i1/jotting", {"text": "Half a title", "number": 0})
    first, second = re.findall(r'<div class="line" id="i[12]".*?\n</div>', rapporteur.get(harbour).text, re.S)
    assert "You have words here that are not saved yet." in first
    assert "tool=history" not in first
    assert "Reworded" in second
    assert "tool=history#i2" in second


def test_what_is_written_after_a_part_is_found_again(harbour, rapporteur) -> None:
    reword(rapporteur, harbour, "p1-1", "The pier is old.\n\nIt should be repaired.")
    key = "own-after-p1-1-part2"
    rapporteur.post(f"{harbour}/blocks/{key}/jotting", {"text": "And soon.", "number": 0})
    assert "And soon.</textarea>" in rapporteur.get(f"{harbour}?at=p1-1-part2&tool=add").text
    assert "And soon." not in rapporteur.get(f"{harbour}?at=p1-1&tool=add").text


def test_the_desk_asks_the_database_as_often_for_many_as_for_few(app, harbour, rapporteur, now) -> None:
    few = _questions(app, rapporteur, harbour)
    with app.app_context(), write():
        found = db.session.query(Position).first().proposal
        for number in range(150):
            proposal = table_proposal(
                found.agenda_item, found.seat, ProposalKind.TEXT, f"Title {number}", "", now
            )
            table_position(proposal, found.seat, f"boat {number} should sail", Form.CLAUSE, now)
    assert _questions(app, rapporteur, harbour) == few
    page = rapporteur.get(harbour).text
    assert page.count('class="line"') <= 61, "one section at a time, and no more than 60 lines of it"
    assert "Section 1 of" in page
    last = re.findall(r'href="([^"]*section=\d+[^"]*)"', page)[-1].replace("&amp;", "&")
    assert rapporteur.get(last).status_code == 200


def _questions(app, visitor, address) -> int:
    asked = []
    with app.app_context():
        engine = db.engine

        def count(*_args) -> None:
            asked.append(1)

        sa.event.listen(engine, "before_cursor_execute", count)
        visitor.get(address)
        sa.event.remove(engine, "before_cursor_execute", count)
    return len(asked)


@pytest.mark.parametrize("block", ["p1-1", "heading", "gone"])
@pytest.mark.parametrize("tool", ["reword", "compare", "history", "leave-out", "add", "notes"])
def test_every_tool_can_be_asked_for_at_every_block(harbour, rapporteur, at, tool, block) -> None:
    block = at().laid_out[0].id if block == "heading" else block
    assert rapporteur.get(f"{harbour}?at={block}&tool={tool}").status_code == 200
