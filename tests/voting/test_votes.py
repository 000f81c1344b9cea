"""Votes as people cast, change and undo them."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from app.consultations.actions import take_seat
from app.consultations.models import Consultation, Delegation, Seat
from app.consultations.terms import SeatState, VotingUnit
from app.core.objections import ObjectionState
from app.core.roles import Role
from app.core.votes import Choice, Tally, total
from app.db import db, write
from app.deliberation.models import Position
from app.voting.actions import cast_vote
from app.voting.hearing import settle_objection
from app.voting.models import Cast, Objection, Vote
from app.voting.queries import recount, tallies
from tests import cast
from tests.table import Table

HTMX = {"HX-Request": "true"}


def vote(table: Table, key: str, choice: str, **more: object):
    return table.visitor(key).post(f"{table.address}/positions/1/votes", {"choice": choice, **more})


def counted(table: Table) -> Tally:
    """The tally as it is shown, which must equal the recount of every cast."""
    with table.app.app_context():
        position = db.session.query(Position).first()
        shown = total(tallies([position.id]).get(position.id, {}).values())
        assert recount(position) == shown
        return shown


def objections(table: Table) -> list[tuple[str, str]]:
    with table.app.app_context():
        found = db.session.query(Objection).order_by(Objection.id)
        return [(objection.state.value, objection.reason) for objection in found]


def undo(table: Table, key: str):
    """Presses the button that the page shows."""
    visitor = table.visitor(key)
    instant = re.search(r'name="cast_at" value="([^"]+)"', visitor.get(table.address).text)
    return visitor.post(f"{table.address}/positions/1/votes/undo", {"cast_at": instant[1]})


def test_a_vote_leads_back_to_where_the_position_stands(table):
    answered = vote(table, "bo", "support")
    assert (answered.status_code, answered.location) == (303, f"{table.address}#P1.1")
    assert counted(table) == Tally(support=1)
    assert "Your vote: Support" in table.visitor("bo").get(table.address).text


def test_htmx_gets_the_one_position(table):
    page = table.visitor("bo").post(f"{table.address}/positions/1/votes", {"choice": "accept"}, headers=HTMX)
    assert page.status_code == 200
    assert re.match(r'\s*<article class="position leaf" id="P1.1"', page.text)
    assert "Recorded: Accept." in page.text


@pytest.mark.parametrize(
    "choice", ["", "maybe", "-1", "1e9", "Support", "ѕupport", "support\x00", "x" * 100_000]
)
def test_what_is_no_vote_changes_nothing(table, choice):
    vote(table, "bo", "disagree")
    assert vote(table, "bo", choice).status_code == 422
    assert counted(table) == Tally(disagree=1)


def test_an_empty_form_does_not_take_a_vote_back(table):
    vote(table, "bo", "support")
    assert table.visitor("bo").post(f"{table.address}/positions/1/votes").status_code == 422
    assert counted(table) == Tally(support=1)


def test_nobody_votes_for_another(table):
    vote(table, "amina", "support")
    vote(table, "bo", "disagree", voter="delegation:1", seat_id="2", person_id="2", weight="9")
    assert counted(table) == Tally(support=1, disagree=1)


@pytest.mark.parametrize("key", [None, "chen", "secretary"])
def test_only_participants_vote(table, key):
    assert vote(table, key, "support").status_code == 403
    assert counted(table) == Tally()


def test_an_objection_needs_a_reason_and_keeps_what_was_typed(table):
    refused = vote(table, "bo", "object", remedy="another word for it")
    assert refused.status_code == 422
    assert "Give the reason for your objection" in refused.text
    assert "another word for it" in refused.text
    fragment = table.visitor("bo").post(
        f"{table.address}/positions/1/votes", {"choice": "object", "remedy": "a footnote"}, headers=HTMX
    )
    assert fragment.status_code == 422
    assert "<html" not in fragment.text
    assert "a footnote" in fragment.text
    assert counted(table) == Tally()


def test_a_reservation_is_heard_only_with_accept(table):
    assert vote(table, "bo", "support", reservation="but the title").status_code == 422
    vote(table, "bo", "accept", reservation="but the title")
    assert "but the title" in table.visitor().get(table.address).text
    assert vote(table, "bo", "support", reservation="but the title").status_code == 303, (
        "left behind, not new"
    )
    assert counted(table) == Tally(support=1)


def test_five_changes_leave_one_vote_and_the_whole_history(table):
    for choice in ("support", "accept", "abstain", "disagree", "support"):
        vote(table, "bo", choice)
    assert counted(table) == Tally(support=1)
    history = table.visitor("bo").get(f"{table.address}/positions/1").text
    own = history[history.index('id="own"') : history.index('id="votes"')]
    assert re.findall(r"Support|Accept|Abstain|Disagree", own) == [
        "Support",
        "Disagree",
        "Abstain",
        "Accept",
        "Support",
    ]


def test_a_double_click_is_one_act(table):
    for _ in range(3):
        assert vote(table, "bo", "object", reason="Not this word.").status_code == 303
    with table.app.app_context():
        assert db.session.query(Cast).count() == 1
    assert objections(table) == [("open", "Not this word.")]


def test_undo_puts_back_what_was_there_and_a_second_click_does_nothing(table):
    vote(table, "bo", "support", reason="Short.")
    vote(table, "bo", "disagree")
    visitor = table.visitor("bo")
    instant = re.search(r'name="cast_at" value="([^"]+)"', visitor.get(table.address).text)[1]
    for _ in range(2):
        done = visitor.post(f"{table.address}/positions/1/votes/undo", {"cast_at": instant})
        assert done.status_code == 303
        assert counted(table) == Tally(support=1)
    assert "Short." in visitor.get(table.address).text


def test_undo_of_the_first_vote_takes_it_back(table):
    vote(table, "bo", "object", reason="Too vague.")
    undo(table, "bo")
    assert counted(table) == Tally()
    assert objections(table) == []
    assert "Vote taken back" in table.visitor("bo").get(f"/consultations/{table.slug}/mine").text


def test_undo_opens_the_objection_again_that_the_vote_had_retracted(table):
    vote(table, "bo", "object", reason="Too vague.", remedy="A definition.")
    vote(table, "bo", "support")
    assert objections(table) == [("retracted", "Too vague.")]
    undo(table, "bo")
    assert objections(table) == [("open", "Too vague.")]
    assert "A definition." in table.visitor().get(table.address).text


def test_after_ten_seconds_there_is_no_undo(table):
    vote(table, "bo", "support")
    with table.app.app_context(), write():
        earlier = datetime.now(UTC) - timedelta(seconds=11)
        db.session.execute(sa.update(Vote).values(cast_at=earlier))
        db.session.execute(sa.update(Cast).values(cast_at=earlier))
    page = table.visitor("bo").get(table.address).text
    assert "data-undo" not in page
    late = table.visitor("bo").post(
        f"{table.address}/positions/1/votes/undo", {"cast_at": earlier.strftime("%Y-%m-%dT%H:%M:%S.%f%z")}
    )
    assert late.status_code == 403
    assert "You can still change your vote" in late.text
    assert counted(table) == Tally(support=1)


def test_voting_otherwise_retracts_an_objection_even_one_that_stands(table, now):
    vote(table, "bo", "object", reason="Too vague.")
    with table.app.app_context(), write():
        chair = db.session.query(Seat).filter_by(role=Role.CHAIR).one()
        objection = db.session.query(Objection).one()
        settle_objection(objection, chair, ObjectionState.STANDS, "It stays.", now)
    vote(table, "bo", "accept")
    assert objections(table) == [("retracted", "Too vague.")]


def test_an_answered_objection_is_not_rewritten(table, now):
    vote(table, "bo", "object", reason="Too vague.")
    with table.app.app_context(), write():
        chair = db.session.query(Seat).filter_by(role=Role.CHAIR).one()
        settle_objection(
            db.session.query(Objection).one(), chair, ObjectionState.OUTWEIGHED, "Defined in the annex.", now
        )
    vote(table, "bo", "object", reason="The annex is vague too.")
    assert objections(table) == [("outweighed", "Too vague."), ("open", "The annex is vague too.")]
    assert "Defined in the annex." in table.visitor().get(table.address).text


def test_a_delegation_has_one_voice_and_sees_who_used_it(table, now):
    with table.app.app_context(), write():
        held = db.session.query(Consultation).one()
        with_bo = db.session.query(Delegation).filter_by(name="Society of Examples").one()
        take_seat(held, cast.person("dov", now), Role.PARTICIPANT, now, delegation=with_bo)
    vote(table, "bo", "support")
    vote(table, "dov", "disagree")
    assert counted(table) == Tally(disagree=1)
    assert "Dov Example" in re.sub(r"\s+", " ", table.visitor("bo").get(table.address).text)
    instant = "2026-03-02T09:00:00.000000+0000"
    assert (
        table.visitor("bo").post(f"{table.address}/positions/1/votes/undo", {"cast_at": instant}).status_code
        == 303
    )
    assert counted(table) == Tally(disagree=1), "nobody undoes what a colleague has cast"


def test_a_vote_after_the_close_is_refused_and_given_back(table):
    table.closes(datetime.now(UTC) + timedelta(hours=1))
    assert vote(table, "bo", "support").status_code == 303
    table.closes(datetime.now(UTC) - timedelta(seconds=1))
    late = vote(table, "bo", "disagree", reason="I have changed my mind since.")
    assert late.status_code == 409
    assert "You cannot vote now" in late.text
    assert "I have changed my mind since." in late.text
    assert counted(table) == Tally(support=1)
    beside = table.visitor("bo").post(
        f"{table.address}/positions/1/votes", {"choice": "abstain"}, headers=HTMX
    )
    assert beside.headers["HX-Reswap"] == "beforebegin"
    assert "<html" not in beside.text


def test_nobody_votes_on_what_is_withdrawn_or_hidden(table):
    table.visitor("chen").post(f"/consultations/{table.slug}/texts/P1.1/hide", {"reason": "Twice."})
    assert vote(table, "bo", "support").status_code == 403
    table.visitor("chen").post(f"/consultations/{table.slug}/texts/P1.1/restore")
    table.visitor("amina").post(f"/consultations/{table.slug}/texts/P1/withdraw")
    assert vote(table, "bo", "support").status_code == 403


def test_words_are_changed_only_until_somebody_votes_on_them(table):
    wording = f"{table.address}/positions/1/wording"
    words = {"form": "clause", "kind": "view", "text": "the cluster should be called Forum"}
    assert table.visitor("bo").post(wording, words).status_code == 403
    assert table.visitor("amina").post(wording, words).status_code == 303
    vote(table, "bo", "support")
    meanwhile = table.visitor("amina").post(wording, {**words, "text": "something else entirely"})
    assert meanwhile.status_code == 422
    assert "Somebody has voted" in meanwhile.text
    assert "something else entirely" in meanwhile.text
    replaced = table.visitor("amina").post(
        wording, {**words, "text": "something else entirely", "as_new": "1"}
    )
    assert replaced.location == f"{table.address}#P1.2"
    for number, says in ((1, "Replaced by"), (2, "Replaces")):
        page = table.visitor().get(f"{table.address}/positions/{number}").text
        assert f'{says} <a href="{table.address}#P1.{3 - number}">' in page
    with table.app.app_context():
        old, new = db.session.query(Position).order_by(Position.id)
        assert (old.text, bool(old.withdrawn_at)) == ("the cluster should be called Forum", True)
        assert new.replaces_id == old.id
        assert recount(old) == Tally(support=1)
        assert recount(new) == Tally()


def test_reasons_stand_without_names_where_names_are_not_public(table):
    with table.app.app_context(), write():
        db.session.query(Consultation).one().names_public = False
    vote(table, "bo", "disagree", reason="It is too long.")
    vote(table, "cleo", "object", reason="It is too short.")
    for address in (table.address, f"{table.address}/positions/1"):
        page = table.visitor().get(address).text
        assert "It is too long." in page
        assert "It is too short." in page
        assert "Society of Examples" not in page
        assert "Cleo" not in page
        assert "nobody’s vote can be told" in page


def test_the_calm_walk_by_the_agenda_shows_one_position_and_comes_back_to_what_was_skipped(table):
    for text in ("second", "third"):
        table.visitor("amina").post(
            f"{table.address}/positions",
            {"form": "clause", "kind": "view", "answers_as": "counter", "text": text},
        )
    bo, walk = table.visitor("bo"), f"/consultations/{table.slug}/vote?order=agenda"
    first = bo.get(walk).text
    assert "Position 1 of 3" in first
    assert "second" not in first
    skipped = bo.get(f"{walk}&after=P1.1").text
    assert "Position 2 of 3" in skipped
    voted = bo.post(f"{table.address}/positions/2/votes?calm=1&order=agenda", {"choice": "support"})
    assert voted.location == f"/consultations/{table.slug}/vote?after=P1.2&order=agenda"
    third = bo.get(voted.location).text
    assert "Recorded on P1.2: Support." in third
    assert "third" in third
    refused = bo.post(f"{table.address}/positions/3/votes?calm=1&order=agenda", {"choice": "object"})
    assert refused.status_code == 422
    assert "Position 3 of 3" in refused.text
    bo.post(f"{table.address}/positions/3/votes?calm=1&order=agenda", {"choice": "abstain"})
    assert "one position for later" in bo.get(f"{walk}&after=P1.3").text
    bo.post(f"{table.address}/positions/1/votes?calm=1&order=agenda", {"choice": "accept"})
    assert "You have voted on every position" in bo.get(f"{walk}&after=P1.1").text


def test_my_votes_and_words_lists_all_that_i_said_and_nothing_of_others(table):
    vote(table, "bo", "object", reason="Not this word.")
    vote(table, "bo", "accept", reservation="Only in English.")
    vote(table, "cleo", "disagree", reason="Cleo's own reason.")
    table.visitor("bo").post(f"{table.address}/comments", {"body": "My remark."})
    page = table.visitor("bo").get(f"/consultations/{table.slug}/mine").text
    for mine in ("Not this word.", "Only in English.", "My remark.", "Retracted"):
        assert mine in page
    assert "own reason" not in page
    table.closes(datetime.now(UTC) - timedelta(days=1))
    assert "My remark." in table.visitor("bo").get(f"/consultations/{table.slug}/mine").text


def test_the_same_vote_in_one_transaction_is_seen_as_it_stands(table, now):
    with table.app.app_context(), write():
        seat, position = db.session.query(Seat).all()[2], db.session.query(Position).one()
        for choice in (Choice.SUPPORT, Choice.DISAGREE, Choice.SUPPORT):
            cast_vote(seat, position, choice, now)
        assert db.session.query(Cast).count() == 3
    assert counted(table) == Tally(support=1)


@pytest.mark.parametrize(("role", "state"), [("observer", "active"), ("participant", "left")])
def test_who_only_observes_or_has_left_does_not_vote(table, role, state):
    with table.app.app_context(), write():
        seat = db.session.query(Seat).all()[2]
        seat.role, seat.state = Role(role), SeatState(state)
    assert vote(table, "bo", "support").status_code == 403
    assert counted(table) == Tally()


def test_a_reason_may_hold_any_character(table):
    assert vote(table, "bo", "disagree", reason="nul\x00 <b> 🕊").status_code == 303
    assert "🕊" in table.visitor().get(table.address).text


def test_where_each_person_counts_each_is_named(table, now):
    with table.app.app_context(), write():
        db.session.query(Consultation).one().voting_unit = VotingUnit.PERSON
    vote(table, "bo", "support", reason="It is short.")
    page = table.visitor("bo").get(f"{table.address}/positions/1").text
    assert page.count("<bdi>Bo Example</bdi>, <bdi>Society of Examples</bdi>") == 2  # the reason, the vote
    vote(table, "bo", "object", reason="It is too short.")
    for address in (table.address, f"/consultations/{table.slug}/objections"):
        page = table.visitor().get(address).text
        assert '<bdi class="who">Bo Example</bdi>, <bdi>Society of Examples</bdi>' in page, address


def test_where_a_delegation_counts_it_is_the_one_that_objects(table):
    vote(table, "bo", "object", reason="Not this word.")
    vote(table, "cleo", "object", reason="Nor that one.")
    for address in (table.address, f"/consultations/{table.slug}/objections"):
        page = table.visitor().get(address).text
        assert "<bdi>Society of Examples</bdi>, <bdi>Civil society</bdi>" in page, address
        assert "Bo Example" not in page, address
        assert '<bdi class="who">Cleo Example</bdi>' in page, "who speaks for no delegation counts alone"


def test_what_a_delegation_said_stays_its_own_when_who_said_it_moves(table):
    vote(table, "bo", "object", reason="Not this word.")
    vote(table, "amina", "support", reason="A good word.")
    for key in ("amina", "bo"):
        seat_for(table, key, f"Ministry of {key}")
    for address in (table.address, f"{table.address}/positions/1", f"/consultations/{table.slug}/objections"):
        page = table.visitor().get(address).text
        assert "<bdi>Society of Examples</bdi>" in page, address
        assert "Ministry of" not in page, address


def seat_for(table: Table, key: str, name: str) -> None:
    """Seats somebody for another delegation, of governments."""
    with table.app.app_context(), write():
        seat = db.session.query(Seat).join(Seat.person).filter_by(key=key).one()
        held = seat.consultation
        delegation = cast.delegation(held, name, "governments")
        take_seat(held, seat.person, Role.PARTICIPANT, seat.taken_at, delegation=delegation)


def by_group(table: Table) -> dict[str, Tally]:
    with table.app.app_context():
        position = db.session.query(Position).first()
        return tallies([position.id])[position.id]


def test_a_delegations_vote_stays_with_its_group_when_its_voter_moves(table):
    vote(table, "amina", "support")
    seat_for(table, "amina", "Ministry of Examples")
    assert by_group(table) == {"civil-society": Tally(support=1)}
    vote(table, "amina", "disagree")
    assert by_group(table) == {"civil-society": Tally(support=1), "governments": Tally(disagree=1)}


def test_who_comes_to_speak_for_a_delegation_has_no_second_voice(table):
    vote(table, "cleo", "object", reason="Too vague.")
    assert counted(table) == Tally(object=1)
    seat_for(table, "cleo", "Ministry of Examples")
    vote(table, "cleo", "support")
    assert counted(table) == Tally(support=1)
    assert objections(table) == [("retracted", "Too vague.")]


@pytest.mark.parametrize("unit", list(VotingUnit))
def test_whoever_is_erased_and_comes_back_counts_once(table, now, unit):
    """Emil speaks for a delegation, whose one voice stays; Cleo and Dina speak for themselves."""
    with table.app.app_context(), write():
        held = db.session.query(Consultation).one()
        held.voting_unit = unit
        for key, body in (("dina", None), ("emil", cast.delegation(held, "Southland"))):
            account = cast.account(key, f"{key}@example.org", now)
            take_seat(held, account.person, Role.PARTICIPANT, now, delegation=body)
    vote(table, "cleo", "support")
    vote(table, "emil", "support")
    vote(table, "dina", "object", reason="It is too vague.")
    for key in ("emil", "dina"):
        left = table.visitor(key).post("/profile/farewell", {"current_password": cast.PASSWORD})
        assert left.status_code == 303
    kept = 2 if unit is VotingUnit.DELEGATION else 1
    assert counted(table) == Tally(support=kept)
    with table.app.app_context(), write():
        assert db.session.query(Objection).one().state is ObjectionState.RETRACTED
        held, body = db.session.query(Consultation).one(), db.session.query(Delegation).all()[-1]
        cast.seat(held, "emil anew", now, delegation=body)
        cast.seat(held, "dina anew", now)
    vote(table, "emil anew", "disagree")
    vote(table, "dina anew", "disagree")
    assert counted(table) == Tally(support=1, disagree=2)
    with table.app.app_context():
        assert recount(db.session.query(Position).one()) == Tally(support=1, disagree=2)


def test_what_is_closed_keeps_the_votes_of_those_who_are_erased(table, now):
    with table.app.app_context(), write():
        account = cast.account("dina", "dina@example.org", now)
        take_seat(db.session.query(Consultation).one(), account.person, Role.PARTICIPANT, now)
    vote(table, "dina", "support")
    table.closes(now)
    table.visitor("dina").post("/profile/farewell", {"current_password": cast.PASSWORD})
    assert counted(table) == Tally(support=1)
