"""What becomes of an outcome: who says it, what the public page shows, and what follows from it."""

from datetime import UTC, date, datetime

import pytest

from app.consultations.models import AgendaItem
from app.consultations.queries import agenda, find_consultation
from app.core.outcomes import Course, OutcomeKind
from app.core.phases import Phase
from app.core.roles import Role
from app.db import db, write
from app.outcomes.actions import conclude
from app.outcomes.queries import outcomes, standings
from tests import cast

HERE = "/consultations/name-of-the-cluster"
DUE = date(2026, 6, 30)


@pytest.fixture
def held(app, now):
    """A closed consultation with an action of the Northland Society, a referral and a decision."""
    with app.app_context(), write():
        consultation = cast.consultation(now)
        db.session.add(AgendaItem(consultation_id=consultation.id, number=2, title="Date"))
        db.session.flush()
        society = cast.delegation(consultation, "Northland Society")
        chair = cast.seat(consultation, "chair", now, Role.CHAIR)
        cast.seat(consultation, "northlander", now, delegation=society)
        cast.seat(consultation, "southlander", now, delegation=cast.delegation(consultation, "Southland"))
        about = {"item": agenda(consultation)[1], "due_on": DUE}
        conclude(chair, consultation, OutcomeKind.ACTION, "a draft", now, delegation=society, **about)
        conclude(chair, consultation, OutcomeKind.REFERRED, "the rest", now, body="the Bureau")
        conclude(chair, consultation, OutcomeKind.ADOPTED, "the name", now)
        consultation.phase = Phase.REPORTED
        return society.id


def tell(who, number=1, **sent):
    return who.post(
        f"{HERE}/outcomes/{number}/account", {"course": "under way", "note": "", "due_on": ""} | sent
    )


def of_first(now):
    return standings(find_consultation("name-of-the-cluster"), now)[0]


def test_whoever_acts_is_named_by_the_delegation_unless_told_otherwise(app, held):
    with app.app_context():
        first = outcomes(find_consultation("name-of-the-cluster"))[0]
        assert (first.body, first.delegation_id) == ("Northland Society", held)


def test_the_delegation_that_acts_says_what_has_become_of_it_after_the_report(app, held, now):
    northlander = cast.visitor(app, "northlander")
    page = northlander.get(f"{HERE}/outcomes").text
    assert page.count("Say what has become of it") == 1, "of its own outcome only"
    assert tell(northlander, note="We have begun.", due_on="2026-08-31").status_code == 303
    assert tell(northlander, course="done", note="Here it is.").status_code == 303
    with app.app_context():
        stands = of_first(now)
        assert [account.course for account in stands.accounts] == [Course.UNDER_WAY, Course.DONE]
        assert stands.course is Course.DONE
        assert not stands.is_open
    shown = cast.visitor(app).get(f"{HERE}/outcomes").text
    assert shown.index("What has come of it") < shown.index("We have begun.") < shown.index("Here it is.")


def test_another_delegation_does_not_speak_for_it(app, held, now):
    southlander = cast.visitor(app, "southlander")
    assert tell(southlander).status_code == 403
    assert "Say what has become of it" not in southlander.get(f"{HERE}/outcomes/1").text
    with app.app_context():
        assert not of_first(now).accounts


def test_what_is_not_pursued_needs_its_reason_and_what_was_typed_stays(app, held):
    answered = tell(cast.visitor(app, "chair"), 2, course="dropped", due_on="2026-08-31")
    assert answered.status_code == 422
    assert "Say why it is not pursued." in answered.text
    assert 'value="2026-08-31"' in answered.text


def test_of_what_was_decided_nothing_has_to_come(app, held):
    assert tell(cast.visitor(app, "chair"), 3).status_code == 403


@pytest.mark.parametrize(
    ("at", "overdue"),
    [
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), False),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), True),  # midnight in Paris
    ],
)
def test_a_day_passes_where_the_consultation_is_held(app, held, at, overdue):
    with app.app_context(), write():
        find_consultation("name-of-the-cluster").timezone = "Europe/Paris"
    with app.app_context():
        assert of_first(at).is_overdue is overdue


def test_another_day_can_be_set_and_then_it_is_not_overdue(app, held):
    tell(cast.visitor(app, "chair"), due_on="2026-09-30")
    with app.app_context():
        stands = of_first(datetime(2026, 8, 1, tzinfo=UTC))
        assert stands.due_on == date(2026, 9, 30)
        assert not stands.is_overdue


def test_a_consultation_is_opened_from_an_outcome_in_one_step(app, held, now):
    secretary = cast.visitor(app, "secretary")
    assert "Open a consultation on it" in secretary.get(f"{HERE}/outcomes/1").text
    answered = secretary.post(f"{HERE}/outcomes/1/follow-up")
    assert answered.status_code == 303
    assert answered.location.endswith("/consultations/a-draft/set-up")
    with app.app_context():
        draft = find_consultation("a-draft")
        assert draft.title == "A draft"
        assert draft.follows.slug == "name-of-the-cluster"
        assert [(item.number, item.title) for item in agenda(draft)] == [(1, "Date")]
        stands = of_first(now)
        assert (stands.course, stands.due_on) == (Course.UNDER_WAY, DUE)
        assert stands.accounts[-1].led_to == "a-draft"


def test_a_draft_that_follows_is_linked_only_for_those_who_may_read_it(app, held):
    cast.visitor(app, "secretary").post(f"{HERE}/outcomes/1/follow-up")
    assert "/consultations/a-draft" in cast.visitor(app, "secretary").get(f"{HERE}/outcomes").text
    assert "/consultations/a-draft" not in cast.visitor(app, "northlander").get(f"{HERE}/outcomes").text


def test_who_may_not_open_consultations_opens_none_from_an_outcome(app, held):
    chair = cast.visitor(app, "chair")
    assert "Open a consultation on it" not in chair.get(f"{HERE}/outcomes/1").text
    assert chair.post(f"{HERE}/outcomes/1/follow-up").status_code == 403
    with app.app_context():
        assert find_consultation("a-draft") is None
