"""Corrected words find their way to the blocks that a paragraph is made of."""

import re

import pytest

from app.core.roles import Role
from app.db import db, write
from app.drafting import actions
from app.publication.acceptance import dealt
from app.web import clock
from tests import cast
from tests.publication.conftest import FORUM

SECOND = "p1-2"


@pytest.mark.parametrize(
    ("before", "after", "shares"),
    [
        (["One.", "Two."], "One. Three.", ["One.", "Three."]),
        (["One.", "Two."], "Eins. Two.", ["Eins.", "Two."]),
        (["One.", "Two."], "One. And. Two.", ["One. And.", "Two."]),
        (["One.", "Two."], "One.", ["One.", ""]),
        (["One.", "Two."], "Two.", ["Two.", ""]),
        (["One. Two."], "Three.", ["Three."]),
        (["One.", "Two.", "Three."], "One. Two! Three.", ["One.", "Two!", "Three."]),
    ],
)
def test_a_text_is_dealt_out_to_those_of_whose_words_it_was_made(before, after, shares):
    found = list(dealt(before, after))
    assert " ".join(filter(None, found)) == after
    assert [bool(share) for share in found] == [bool(share) for share in shares]
    assert found[0] == shares[0]


def at_the_desk(procedure, act, *args) -> None:
    """An act of the rapporteur's."""
    with procedure.app.app_context(), write():
        seat = db.session.query(cast.Seat).filter_by(role=Role.RAPPORTEUR).one()
        getattr(actions, act)(actions.open_desk(seat.consultation), *args, seat, clock.now())


def preview(procedure) -> str:
    return procedure.read(f"{procedure.root}/draft/preview", Role.RAPPORTEUR)


def test_a_part_of_a_split_paragraph_is_corrected_alone(procedure):
    at_the_desk(procedure, "reword", FORUM, "The first part.\n\nThe second part.", "Composed.")
    procedure.circulate()
    assert procedure.correct("The second part, corrected.", block=f"{FORUM}-part2").status_code == 303
    assert procedure.answer(1, "accepted", text="The second part, corrected.").status_code == 303
    page = preview(procedure)
    assert "The first part." in page
    assert "The second part, corrected." in page


def test_paragraphs_that_run_on_in_one_another_keep_their_own_words(procedure):
    at_the_desk(procedure, "reword", FORUM, "The one.", "Composed.")
    at_the_desk(procedure, "reword", SECOND, "The other.", "Composed.")
    at_the_desk(procedure, "join", SECOND, True)
    procedure.circulate()
    assert procedure.correct("The one. And another.").status_code == 303
    assert procedure.answer(1, "accepted", text="The one. And another.").status_code == 303
    page = preview(procedure)
    assert "And another." in page
    assert "The other." not in page
    assert page.count("The one.") == 1


def test_a_paragraph_of_the_rapporteurs_own_is_corrected_as_well(procedure):
    with procedure.app.app_context(), write():
        seat = db.session.query(cast.Seat).filter_by(role=Role.RAPPORTEUR).one()
        desk = actions.open_desk(seat.consultation)
        block = actions.add_block(desk, "p1", "My own words.", [], seat, clock.now())
    procedure.circulate()
    assert procedure.correct("Our own words.", block=block).status_code == 303
    assert procedure.answer(1, "accepted", text="Our own words.").status_code == 303
    page = preview(procedure)
    assert "Our own words." in page
    assert "My own words." not in page


def test_a_correction_of_several_paragraphs_becomes_several(circulated):
    text = "The first of two.\n\nThe second of two."
    assert circulated.correct(text).status_code == 303
    assert circulated.answer(1, "accepted", text=text).status_code == 303
    assert f'id="{FORUM}-part2"' in preview(circulated)


def leave_out(procedure, block) -> None:
    address = f"{procedure.draft}/paragraphs/{block}"
    proposed = procedure.by(Role.PARTICIPANT).post(
        address, {"leaves_out": "y", "reason": "Off the agenda.", "text": ""}
    )
    assert proposed.status_code == 303
    assert procedure.answer(1, "accepted").status_code == 303


LEAD = "p1"  # the paragraph on which the list of positions hangs


@pytest.mark.parametrize(("block", "stays", "goes"), [("part2", "One.", "Two:"), ("", "Two:", "One.")])
def test_a_part_is_left_out_with_what_hangs_on_it_and_no_more(procedure, block, stays, goes):
    at_the_desk(procedure, "reword", LEAD, "One.\n\nTwo:", "Composed.")
    procedure.circulate()
    leave_out(procedure, f"{LEAD}-{block}".strip("-"))
    page = preview(procedure)
    assert stays in page
    assert goes not in page
    assert ("The name should be Forum" in page) is (stays == "Two:")
    desk = procedure.read(f"{procedure.root}/draft", Role.RAPPORTEUR)
    assert ("Set aside: <bdi>Off the agenda.</bdi>" in desk) is (stays == "One.")


def test_a_correction_that_leaves_out_shows_all_that_would_go(circulated):
    address = f"{circulated.draft}/paragraphs/{LEAD}"
    words = {"leaves_out": "y", "text": "", "reason": "Off the agenda."}
    seen = circulated.by(Role.PARTICIPANT).post(f"{address}/difference", words).text
    circulated.by(Role.PARTICIPANT).post(address, words)
    listed = circulated.read(f"{circulated.draft}/corrections")
    answered = circulated.read(f"{circulated.draft}/corrections/1", Role.RAPPORTEUR)
    for page in (seen, listed, answered):
        assert "The name should be Forum" in " ".join(re.findall(r"<del>(.*?)</del>", page, re.DOTALL))
    assert "The paragraph goes from the draft" in answered


def test_what_runs_on_behind_the_list_goes_with_the_paragraph(procedure):
    with procedure.app.app_context(), write():
        seat = db.session.query(cast.Seat).filter_by(role=Role.RAPPORTEUR).one()
        desk = actions.open_desk(seat.consultation)
        first = actions.add_block(desk, "i1", "At the head.", [], seat, clock.now())
        last = actions.add_block(desk, LEAD, "So it ended.", [], seat, clock.now())
    at_the_desk(procedure, "join", last, True)
    procedure.circulate()
    leave_out(procedure, LEAD)
    page = preview(procedure)
    assert "At the head." in page
    assert first in page
    assert "So it ended." not in page


def test_a_list_is_not_lost_with_the_words_on_which_it_hangs(procedure):
    with procedure.app.app_context(), write():
        seat = db.session.query(cast.Seat).filter_by(role=Role.RAPPORTEUR).one()
        desk = actions.open_desk(seat.consultation)
        first = actions.add_block(desk, "i1", "At the head.", [], seat, clock.now())
    at_the_desk(procedure, "join", LEAD, True)
    procedure.circulate()
    assert procedure.correct("At the head.", block=first).status_code == 303
    refused = procedure.answer(1, "accepted", text="At the head.")
    assert refused.status_code == 422
    assert "A list hangs on words that would go." in refused.text
    assert "The name should be Forum" in preview(procedure)
