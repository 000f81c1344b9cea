"""Consensus calls and the silence procedure, from their opening to what came of them."""

import re
from datetime import timedelta

import pytest

from app.calls.models import CallAnswer
from app.calls.queries import silent_seats
from app.chairing.evidence import lay_before
from app.consultations.models import Consultation, Delegation
from app.core.calls import CallState
from app.core.determinations import Status
from app.core.phases import Phase
from app.core.report.compose import compose
from app.core.votes import Tally, total
from app.db import db, write
from app.deliberation.models import Position
from app.ledger.models import Event
from app.reports.snapshot import take_snapshot
from app.voting.models import Objection
from app.voting.queries import recount, tallies
from tests import cast
from tests.calls.conftest import Hall

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


def tally(hall: Hall, number: int = 1) -> Tally:
    """As it is shown, which must equal the recount."""
    with hall.app.app_context():
        position = db.session.query(Position).filter_by(number=number).one()
        shown = total(tallies([position.id]).get(position.id, {}).values())
        assert recount(position) == shown
        return shown


def ballot(hall: Hall, key: str, choice: str, position: int = 1, **more: str):
    return hall.visitor(key).post(
        f"{hall.table.address}/positions/{position}/votes", {"choice": choice, **more}
    )


def test_a_call_asks_all_and_records_silence_as_silence(hall, now):
    opened = hall.call("P1.1", question="May we take this as agreed?")
    assert (opened.status_code, opened.location) == (303, f"{hall.root}/calls/1")
    assert hall.answer("bo", "accept").status_code == 303
    objected = hall.answer("cleo", "object", reason="Too vague.", remedy="A definition.")
    assert objected.status_code == 303
    assert hall.counted() == [(1, 1, 1)]
    assert tally(hall) == Tally(accept=1, object=1), "who is silent has no vote"
    page = hall.visitor().get(f"{hall.root}/calls/1").text
    assert "May we take this as agreed?" in page
    assert "Too vague." in hall.visitor().get(f"{hall.root}/objections").text
    told = re.sub(r"\s+", " ", re.sub("<[^>]+>", "", page))
    for words in ("Northland", "1 accept", "1 object", "1 silent"):
        assert words in told
    hall.at(now + DAY)
    ended = hall.visitor().get(f"{hall.root}/calls/1").text
    assert "Ended at its deadline" in ended
    assert "No objection was received." not in ended


def test_one_second_before_the_deadline_counts_and_the_deadline_does_not(hall, now):
    hall.call("P1.1")
    closes = now + DAY
    hall.at(closes - SECOND)
    assert hall.answer("bo", "accept").status_code == 303
    for late in (closes, closes + SECOND):
        hall.at(late)
        refused = hall.answer("cleo", "object", reason="Unacceptable", remedy="A definition of the word.")
        assert refused.status_code == 409
        for typed in ("Unacceptable", "A definition of the word."):
            assert typed in refused.text
    assert hall.counted() == [(1, 0, 2)]
    assert tally(hall) == Tally(accept=1)
    page = hall.visitor("cleo").get(f"{hall.root}/calls/1/positions/1").text
    assert "Record my answer" not in page


def test_texts_in_a_call_are_fixed_while_it_runs_and_votes_move_by_answers_alone(hall, now):
    hall.call("P1.1")
    amina, words = (
        hall.visitor("amina"),
        {"form": "clause", "kind": "view", "text": "something else entirely"},
    )
    reworded = amina.post(f"{hall.table.address}/positions/1/wording", words)
    assert reworded.status_code == 409
    assert "something else entirely" in reworded.text
    for ref in ("P1.1", "P1"):
        assert amina.post(f"{hall.root}/texts/{ref}/withdraw").status_code == 409
    assert ballot(hall, "bo", "disagree", reason="I have my doubts.").status_code == 409
    assert tally(hall) == Tally()
    assert ballot(hall, "bo", "disagree", position=2).status_code == 303
    assert amina.post(f"{hall.table.address}/positions/2/wording", words).status_code != 409
    hall.at(now + DAY)
    assert ballot(hall, "bo", "disagree").status_code == 303
    assert amina.post(f"{hall.root}/texts/P1.1/withdraw").status_code == 303


def test_an_answer_moves_the_vote_only_where_it_must(hall):
    ballot(hall, "amina", "support")
    ballot(hall, "bo", "object", reason="Too vague.")
    hall.call("P1.1")
    hall.answer("amina", "accept")
    hall.answer("bo", "accept")
    hall.answer("cleo", "object", reason="Too short.")
    assert tally(hall) == Tally(support=1, accept=1, object=1)
    with hall.app.app_context():
        assert [o.state for o in db.session.query(Objection).order_by(Objection.id)] == ["retracted", "open"]
    hall.answer("cleo", "accept")
    assert hall.counted() == [(3, 0, 0)]
    assert tally(hall) == Tally(support=1, accept=2)
    with hall.app.app_context():
        before = db.session.query(CallAnswer).count()
    hall.answer("cleo", "accept")
    with hall.app.app_context():
        assert db.session.query(CallAnswer).count() == before, "the same answer is no new act"


def test_an_objection_without_a_reason_is_none_and_loses_nothing(hall):
    hall.call("P1.1")
    refused = hall.answer("bo", "object", remedy="Another word.")
    assert refused.status_code == 422
    assert "Give the reason for your objection" in refused.text
    assert "Another word." in refused.text
    assert hall.answer("bo", "").status_code == 422
    assert hall.counted() == [(0, 0, 3)]


def test_who_comes_later_is_not_asked(hall, now):
    hall.call("P1.1")
    with hall.app.app_context(), write():
        cast.seat(db.session.query(Consultation).one(), "dov", now)
    refused = hall.answer("dov", "object", reason="I was not here.")
    assert refused.status_code == 403
    assert "not among those asked" in refused.text
    assert hall.counted() == [(0, 0, 3)]


def test_one_walks_from_position_to_position_and_back_to_the_call(hall):
    hall.call("P1.1", "P1.2")
    first = hall.answer("bo", "accept")
    assert first.location == f"{hall.root}/calls/1/positions/2"
    assert "2 of 2" in hall.visitor("bo").get(first.location).text
    assert hall.answer("bo", "accept", place=2).location == f"{hall.root}/calls/1"
    with hall.app.app_context():
        assert {seat.person.key for seat in silent_seats(hall.find())} == {"amina", "cleo"}


def test_a_call_that_nobody_objected_to_makes_agreed_what_was_consensus(hall, now):
    limits = {"voters": 1, "heard": 1, "turnout": 0}
    with hall.app.app_context(), write():
        held = db.session.query(Consultation).one()
        held.procedure = type(held.procedure)(**limits)
        for delegation in db.session.query(Delegation):
            delegation.group_id = db.session.query(Delegation).first().group_id
    for key in ("amina", "bo", "cleo"):
        ballot(hall, key, "support")

    def suggested() -> Status:
        with hall.app.app_context():
            position = db.session.query(Position).filter_by(number=1).one()
            brief = lay_before(position.proposal, position, hall.clock[0])
            return brief.suggestion.status, brief.evidence["P1.1"].call_closed

    assert suggested()[1] is False
    hall.call("P1.1")
    assert suggested()[1] is False
    hall.at(now + DAY)
    assert suggested() == (Status.AGREED, True)
    chen, page = hall.visitor("chen"), f"{hall.table.address}/positions/1/determination"
    determined = {"seen": chen.hidden(page, "seen"), "status": "agreed", "rationale": "Nobody objected."}
    assert chen.post(page, determined).status_code == 303
    public = hall.visitor().get(page).text
    assert public.count("accept 0, object 0, silent 3, of 3 asked.") == 2, "frozen with it, and as it is now"
    assert "No objection was received." in public
    with hall.app.app_context():
        told = compose(take_snapshot(db.session.query(Consultation).one(), hall.clock[0]))
    sentences = [sentence for block in told.body for sentence in block.sentences]
    (heard,) = [each for each in sentences if "no objection was received" in each.text]
    assert heard.text == "When it was put to all, no objection was received."
    assert heard.sources[0] == "P1.1/K1"


@pytest.mark.parametrize("end", ["cancelled", "cut short"])
def test_a_call_that_is_cancelled_or_cut_short_decides_nothing(hall, now, end):
    hall.call("P1.1")
    hall.answer("bo", "accept")
    chen = hall.visitor("chen")
    if end == "cancelled":
        assert chen.post(f"{hall.root}/calls/1/cancellation", {"reason": " "}).status_code == 422
        chen.post(f"{hall.root}/calls/1/cancellation", {"reason": "The text was wrong."})
        assert "The text was wrong." in hall.visitor().get(f"{hall.root}/calls/1").text
        assert ballot(hall, "cleo", "disagree").status_code == 303, "the text is free again"
    else:
        chen.post(f"{hall.root}/phase/closed")
    assert hall.state() == end
    assert hall.answer("cleo", "object", reason="Too late now?").status_code == 409
    assert hall.counted() == [(1, 0, 2)]
    hall.at(now + DAY)
    assert hall.state() == end
    with hall.app.app_context():
        position = db.session.query(Position).filter_by(number=1).one()
        assert not lay_before(position.proposal, position, hall.clock[0]).evidence["P1.1"].call_closed


def test_a_call_says_nothing_of_words_that_were_not_put(hall, now):
    def closed() -> bool:
        with hall.app.app_context():
            position = db.session.query(Position).filter_by(number=1).one()
            return lay_before(position.proposal, position, hall.clock[0]).evidence["P1.1"].call_closed

    hall.call("P1.1")
    hall.at(now + DAY)
    assert closed()
    with hall.app.app_context(), write():
        db.session.query(Position).filter_by(number=1).one().text = "the name should be something else"
    assert not closed()
    assert "No objection was received." not in hall.visitor().get(hall.table.address).text


def test_more_time_is_an_act_with_a_reason(hall, now):
    hall.call("P1.1")
    chen, address = hall.visitor("chen"), f"{hall.root}/calls/1/extension"
    later = f"{now + 3 * DAY:%Y-%m-%dT%H:%M}"
    assert chen.post(address, {"closes_at": later, "reason": ""}).status_code == 422
    assert chen.post(address, {"closes_at": f"{now:%Y-%m-%dT%H:%M}", "reason": "So."}).status_code == 422
    assert chen.post(address, {"closes_at": later, "reason": "A holiday."}).status_code == 303
    hall.at(now + 2 * DAY)
    assert hall.answer("bo", "accept").status_code == 303
    assert "A holiday." in hall.visitor().get(f"{hall.root}/calls/1").text
    hall.at(now + 3 * DAY)
    assert (
        chen.post(address, {"closes_at": f"{now + 9 * DAY:%Y-%m-%dT%H:%M}", "reason": "So."}).status_code
        == 409
    )
    with hall.app.app_context():
        acts = [e.act for e in db.session.query(Event).order_by(Event.id) if e.subject.startswith("call:")]
        assert acts == ["call", "extend", "answer"]


def test_a_position_is_in_one_call_at_a_time(hall, now):
    hall.call("P1.1")
    assert hall.call("P1.1").status_code == 422
    assert hall.call("P1.2").status_code == 303
    assert hall.call().status_code == 422
    hall.at(now + DAY)
    assert hall.call("P1.1").status_code == 303


def test_a_deadline_after_the_end_of_the_consultation_is_none(hall, now):
    hall.table.closes(now + timedelta(hours=2))
    refused = hall.call("P1.1", question="May we?")
    assert refused.status_code == 422
    assert "The consultation closes before that" in refused.text
    assert "May we?" in refused.text


def test_in_a_silence_procedure_silence_lets_the_text_pass(hall, now):
    hall.call("P1.1", manner="silence")
    accepts = hall.answer("bo", "accept")
    assert accepts.status_code == 422
    assert hall.counted() == [(0, 0, 3)]
    hall.at(now + DAY)
    page = hall.visitor().get(f"{hall.root}/calls/1").text
    assert "No objection was received: adopted at the deadline." in page
    assert tally(hall) == Tally(), "silence is no vote"


def test_one_objection_stops_a_silence_procedure_at_once_and_frees_its_texts(hall, now):
    hall.call("P1.1", "P1.2", manner="silence")
    assert hall.answer("bo", "object", place=2, reason="Twice a year.").status_code == 303
    assert hall.state() is CallState.STOPPED
    assert hall.answer("cleo", "object", reason="Nor that one.").status_code == 409
    assert ballot(hall, "cleo", "support").status_code == 303
    assert hall.visitor("amina").post(f"{hall.root}/texts/P1.2/withdraw").status_code == 303
    hall.at(now + DAY)
    page = hall.visitor().get(f"{hall.root}/calls/1").text
    assert "An objection was received, so nothing is adopted." in page
    assert "adopted at the deadline" not in page
    with hall.app.app_context():
        acts = [e.act for e in db.session.query(Event).order_by(Event.id) if e.subject.startswith("call:")]
        assert acts == ["call", "stop"]


PEOPLE = ("chen", "amina", "rosa", "olga", "secretary", None)
SENT = {
    "new": {"positions": ["P1.2"], "manner": "call", "closes_at": "2026-03-20T09:00"},
    "1/extension": {"closes_at": "2026-03-20T09:00", "reason": "A holiday."},
    "1/cancellation": {"reason": "The text was wrong."},
    "1/positions/1": {"answer": "object", "reason": "Too vague."},
}
FREE = {"new"}  # of the state of the other call


def bring(hall: Hall, state: CallState, now) -> None:
    """The first call comes to a state."""
    hall.call("P1.1", manner="silence" if state is CallState.STOPPED else "call")
    if state is CallState.STOPPED:
        hall.answer("bo", "object", reason="Too vague.")
    if state is CallState.CANCELLED:
        hall.visitor("chen").post(f"{hall.root}/calls/1/cancellation", {"reason": "Wrong."})
    if state is CallState.CUT_SHORT:
        hall.visitor("chen").post(f"{hall.root}/phase/closed")
    if state is CallState.ENDED:
        hall.at(now + DAY)
    assert hall.state() is state


@pytest.mark.parametrize("state", CallState)
@pytest.mark.parametrize("act", SENT)
def test_every_illegal_move_is_refused_for_every_role_with_a_sentence(hall, now, state, act):
    bring(hall, state, now)
    allowed = "amina" if act == "1/positions/1" else "chen"
    open_now = state is CallState.RUNNING or (act in FREE and state is not CallState.CUT_SHORT)
    with hall.app.app_context():
        acts = db.session.query(Event).count()
    for key in PEOPLE:
        if key == allowed and open_now:
            continue
        refused = hall.visitor(key).post(f"{hall.root}/calls/{act}", SENT[act])
        assert refused.status_code == (409 if key == allowed else 403), (key, state)
        assert re.search(r">[^<]{12,}[.?]<", refused.text)
    with hall.app.app_context():
        assert db.session.query(Event).count() == acts
    if open_now:
        assert hall.visitor(allowed).post(f"{hall.root}/calls/{act}", SENT[act]).status_code == 303


def test_a_running_call_is_seen_wherever_its_texts_are(hall):
    hall.call("P1.1")
    for key in (None, "bo"):
        for address in (hall.root, f"{hall.root}/agenda/1", hall.table.address):
            page = hall.visitor(key).get(address).text
            assert "A consensus call is running" in page, address
            assert ("Answer the call" in page) is (key == "bo"), address
            assert "UTC" in page


def test_without_public_names_no_answer_can_be_told(hall, now):
    with hall.app.app_context(), write():
        db.session.query(Consultation).one().names_public = False
    hall.call("P1.1")
    hall.answer("bo", "object", reason="Too vague.")
    for address in (f"{hall.root}/calls/1", f"{hall.root}/calls/1/positions/1"):
        page = hall.visitor().get(address).text
        assert "Society of Examples" not in page
        assert "Bo Example" not in page
    assert "nobody’s vote can be told" in hall.visitor().get(f"{hall.root}/calls/1").text


def test_a_hidden_text_is_hidden_in_its_call_too(hall):
    hall.call("P1.1")
    hall.visitor("chen").post(f"{hall.root}/texts/P1.1/hide", {"reason": "An insult."})
    words = "the cluster should be called a forum"
    for address in ("calls", "calls/1", "agenda/1", ""):
        assert words not in hall.visitor().get(f"{hall.root}/{address}".rstrip("/")).text, address
    assert hall.visitor("bo").get(f"{hall.root}/calls/1/positions/1").status_code == 404
    assert hall.answer("bo", "accept").status_code == 404
    assert words in hall.visitor("chen").get(f"{hall.root}/calls/1").text


def test_reopening_an_ended_consultation_leaves_its_calls_as_they_were(hall, now):
    hall.call("P1.1")
    hall.at(now + 2 * DAY)
    hall.visitor("chen").post(f"{hall.root}/phase/closed")
    assert hall.state() is CallState.ENDED
    with hall.app.app_context():
        assert db.session.query(Consultation).one().phase is Phase.CLOSED
