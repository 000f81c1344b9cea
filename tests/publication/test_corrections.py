"""Those who take part propose corrections with the difference in view; the rapporteur answers each."""

import re
from datetime import timedelta
from threading import Thread

import pytest

from app.core.roles import Role
from app.db import db, write
from app.drafting.actions import leave_out, open_desk
from app.drafting.models import BlockRevision
from app.publication.actions import GONE
from app.publication.models import Correction
from app.publication.terms import CorrectionState
from app.web import clock
from tests import cast
from tests.publication.conftest import FORUM, SENTENCE

OTHER = "The name should be Plenary Forum."


def states(procedure) -> list[CorrectionState]:
    with procedure.app.app_context():
        return [row.state for row in db.session.query(Correction).order_by(Correction.number)]


def test_a_correction_is_public_with_its_difference_its_reason_and_its_proposer(circulated):
    assert circulated.correct(OTHER, reason="It has two words.").status_code == 303
    page = circulated.read(f"{circulated.draft}/corrections")
    assert re.search(r"<ins>.*Plenary.*</ins>", page)
    assert "It has two words." in page
    assert "Participant Example" in page
    assert "Northland Society" in page
    assert "Not answered yet" in page
    assert "1 correction" in circulated.read(circulated.draft)


def test_names_are_shown_by_the_rules_of_the_consultation(circulated):
    with circulated.app.app_context(), write():
        db.session.query(cast.Consultation).one().names_public = False
    circulated.correct(OTHER)
    page = circulated.read(f"{circulated.draft}/corrections")
    assert "Participant Example" not in page
    assert "Northland Society" not in page
    assert "A participant" in page


def test_a_delegation_that_speaks_for_its_group_is_named_always(circulated):
    with circulated.app.app_context(), write():
        db.session.query(cast.Consultation).one().names_public = False
        db.session.query(cast.Delegation).one().speaks_for_group = True
    circulated.correct(OTHER)
    page = circulated.read(f"{circulated.draft}/corrections")
    assert "Northland Society" in page
    assert "Participant Example" not in page


def test_the_difference_is_shown_before_anything_is_sent(circulated):
    visitor = circulated.by(Role.PARTICIPANT)
    address = f"{circulated.draft}/paragraphs/{FORUM}"
    assert SENTENCE in visitor.get(address).text
    shown = visitor.post(address, {"text": OTHER, "reason": "", "show": "1"})
    assert shown.status_code == 200
    assert re.search(r"<ins>.*Plenary.*</ins>", shown.text)
    typing = visitor.post(f"{address}/difference", {"text": OTHER}, headers={"HX-Request": "true"})
    assert re.search(r"<ins>.*Plenary.*</ins>", typing.text)
    assert states(circulated) == []


@pytest.mark.parametrize(
    ("text", "reason", "sentence"),
    [
        (SENTENCE, "Why not.", "These are the words that stand there already."),
        (f"  {SENTENCE}\n", "Why not.", "These are the words that stand there already."),
        ("", "Why not.", "Write the words that should stand here, or propose to leave the paragraph out."),
        (OTHER, "", "Say why: the rapporteur and all readers see your reason."),
        (OTHER, "x" * 401, "400"),
        ("x" * 10_001, "Long.", "10000"),
        ("x" * 100_000, "Very long.", "10000"),
    ],
)
def test_a_correction_says_other_words_and_why(circulated, text, reason, sentence):
    refused = circulated.correct(text.replace(SENTENCE, words(circulated)), reason=reason)
    assert refused.status_code == 422
    assert sentence in refused.text
    assert reason in refused.text
    assert states(circulated) == []


def words(circulated) -> str:
    form = circulated.read(f"{circulated.draft}/paragraphs/{FORUM}", Role.PARTICIPANT)
    return re.search(r"<textarea[^>]*>\n(.*?)</textarea>", form, re.DOTALL)[1]


def test_the_words_alone_decide_which_way_a_difference_runs(circulated):
    """`dir="auto"` reads past what stands in <bdi>: the Arabic for "deleted" before English words."""
    circulated.correct(OTHER)
    page = circulated.read(f"{circulated.draft}/corrections?lang=ar")
    assert re.search(r'<p class="record" dir="auto">.*<ins><bdi class="unseen">[^<]+</bdi>Plenary', page)


def leave_it_out(circulated, *, reason="Nobody said so.", **more):
    typed = {"text": SENTENCE, "leaves_out": "y", "reason": reason, **more}
    return circulated.by(Role.PARTICIPANT).post(f"{circulated.draft}/paragraphs/{FORUM}", typed)


def test_to_leave_a_paragraph_out_is_proposed_with_its_reason_and_shown_as_such(circulated):
    shown = leave_it_out(circulated, reason="", show="1")
    assert shown.status_code == 200
    assert re.search(rf"<del>.*{SENTENCE}.*</del>", shown.text)
    assert leave_it_out(circulated, reason=" ").status_code == 422
    assert leave_it_out(circulated).status_code == 303
    page = circulated.read(f"{circulated.draft}/corrections")
    assert "To leave this paragraph out" in page
    assert re.search(rf"<del>.*{SENTENCE}.*</del>", page)


def test_accepted_it_leaves_the_paragraph_out_with_the_reason_of_the_proposer(circulated):
    leave_it_out(circulated)
    page = circulated.read(f"{circulated.draft}/corrections/1", Role.RAPPORTEUR)
    assert "The proposal is to leave the paragraph out" in page
    assert circulated.answer(1, "accepted", text="").status_code == 303
    with circulated.app.app_context():
        assert db.session.query(BlockRevision).one().excluded == "Nobody said so."
    assert SENTENCE not in circulated.read(f"{circulated.root}/draft/preview", Role.RAPPORTEUR)


def test_what_should_be_left_out_may_be_kept_in_other_words(circulated):
    leave_it_out(circulated)
    assert circulated.answer(1, "accepted", text=OTHER).status_code == 422
    assert circulated.answer(1, "accepted", text=OTHER, answer="One proposal stays.").status_code == 303
    assert OTHER in circulated.read(f"{circulated.root}/draft/preview", Role.RAPPORTEUR)


def test_words_are_not_accepted_as_none(circulated):
    circulated.correct(OTHER)
    refused = circulated.answer(1, "accepted", text="", answer="Out with it.")
    assert refused.status_code == 422
    assert "Write the words that should stand here." in refused.text


def test_several_corrections_to_one_paragraph_stand_side_by_side(circulated):
    circulated.correct(OTHER)
    circulated.correct("The name should be Conference.", by=Role.CHAIR)
    assert states(circulated) == [CorrectionState.OPEN] * 2
    form = circulated.read(f"{circulated.draft}/paragraphs/{FORUM}", Role.SECRETARIAT)
    assert "Corrections to these words so far" in form


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.VISITOR, None])
def test_observers_and_readers_propose_nothing(circulated, role):
    assert circulated.correct(OTHER, by=role).status_code == 403
    assert "Propose a correction" not in circulated.read(circulated.draft, role)


@pytest.mark.parametrize("block", ["i1", "note-method", "method-1", "p9-9", "own-1", "%00"])
def test_only_a_paragraph_of_the_report_proper_is_corrected(circulated, block):
    assert circulated.correct(OTHER, block=block).status_code == 404


def test_accepted_words_go_onto_the_desk_and_the_proposer_is_told(circulated):
    circulated.correct(OTHER)
    assert circulated.answer(1, "accepted", text=OTHER, answer="Agreed.").status_code == 303
    assert OTHER in circulated.read(f"{circulated.root}/draft", Role.RAPPORTEUR)
    assert OTHER not in circulated.read(circulated.draft)
    page = circulated.read(f"{circulated.draft}/corrections")
    assert "Accepted" in page
    assert "Agreed." in page
    assert circulated.told("correction: accept") == ["participant"]
    letter = circulated.mail(clock.now() + timedelta(days=1))["participant@example.org"]
    assert "Your correction number 1 to the draft report has an answer: Accepted." in letter
    assert "Agreed." in letter
    with circulated.app.app_context():
        revision = db.session.query(BlockRevision).one()
    assert (revision.block, revision.text) == (FORUM, OTHER)
    assert SENTENCE in revision.composed


def test_the_rapporteur_may_accept_in_other_words(circulated):
    circulated.correct(OTHER)
    asked = circulated.answer(1, "accepted", text="The name should be The Forum.")
    assert asked.status_code == 422
    assert "say so in the answer" in asked.text
    circulated.answer(1, "accepted", text="The name should be The Forum.", answer="With its article.")
    assert "The name should be The Forum." in circulated.read(f"{circulated.root}/draft", Role.RAPPORTEUR)


def test_to_decline_takes_a_reason(circulated):
    circulated.correct(OTHER)
    refused = circulated.answer(1, "declined")
    assert refused.status_code == 422
    assert "Say why the words stay as they are." in refused.text
    assert circulated.answer(1, "declined", answer="Nobody said so.").status_code == 303
    assert states(circulated) == [CorrectionState.DECLINED]
    assert SENTENCE in circulated.read(f"{circulated.root}/draft", Role.RAPPORTEUR)
    assert circulated.told("correction: decline") == ["participant"]


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.CHAIR, Role.OBSERVER])
def test_only_rapporteur_and_secretariat_answer(circulated, role):
    circulated.correct(OTHER)
    assert circulated.answer(1, "accepted", text=OTHER, seen="", by=role).status_code == 403
    assert "The words for the draft" not in circulated.read(f"{circulated.draft}/corrections/1", role)


def test_accepting_where_the_words_have_changed_shows_both_and_asks(circulated):
    circulated.correct(OTHER)
    circulated.correct("The name should be Conference.")
    seen = circulated.by(Role.RAPPORTEUR).hidden(f"{circulated.draft}/corrections/2", "seen")
    circulated.answer(1, "accepted", text=OTHER)
    asked = circulated.answer(2, "accepted", text="The name should be Conference.", answer="Yes.", seen=seen)
    assert asked.status_code == 409
    assert "The words of the draft have changed since you opened this page" in asked.text
    assert "Plenary" in asked.text
    assert "Yes." in asked.text
    assert states(circulated) == [CorrectionState.ACCEPTED, CorrectionState.OPEN]
    page = circulated.read(f"{circulated.draft}/corrections/2", Role.RAPPORTEUR)
    assert "The draft no longer says what was circulated." in page
    merged = {"text": "The name should be Plenary Conference.", "answer": "Both."}
    assert circulated.answer(2, "accepted", **merged).status_code == 303
    assert "Plenary Conference" in circulated.read(f"{circulated.root}/draft", Role.RAPPORTEUR)


def test_of_two_answers_at_once_one_holds_and_the_other_is_given_back(circulated):
    circulated.correct(OTHER)
    seen = circulated.by(Role.RAPPORTEUR).hidden(f"{circulated.draft}/corrections/1", "seen")
    answers = []

    def answer(role: Role, state: str) -> None:
        response = circulated.answer(
            1, state, text=OTHER, answer=f"Says the {role.value}.", seen=seen, by=role
        )
        answers.append((response.status_code, response.text))

    both = [
        Thread(target=answer, args=pair)
        for pair in ((Role.RAPPORTEUR, "accepted"), (Role.SECRETARIAT, "declined"))
    ]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert sorted(status for status, _ in answers) == [303, 409]
    late = next(text for status, text in answers if status == 409)
    assert "Somebody has answered this correction meanwhile" in late
    assert late.count("Says the rapporteur.") == late.count("Says the secretariat.") == 1
    assert len(circulated.told("correction: accept") + circulated.told("correction: decline")) == 1


def test_a_paragraph_that_is_no_longer_there_takes_no_correction(circulated):
    circulated.correct(OTHER)
    with circulated.app.app_context(), write():
        seat = db.session.query(cast.Seat).filter_by(role=Role.RAPPORTEUR).one()
        desk = open_desk(seat.consultation)
        leave_out(desk, FORUM, "Nothing came of it.", seat, clock.now())
    page = circulated.read(f"{circulated.draft}/corrections/1", Role.RAPPORTEUR)
    assert GONE in page
    assert circulated.answer(1, "accepted", text=OTHER).status_code == 422
    assert circulated.answer(1, "declined", answer="It is gone.").status_code == 303
