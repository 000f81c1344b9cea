"""A secretariat sets a consultation up, page by page, from nothing."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
import sqlalchemy as sa

from app.consultations.frame import describe
from app.consultations.models import Consultation
from app.consultations.queries import agenda, delegations, find_consultation, groups, officers
from app.consultations.terms import Participation, Readers, VotingUnit
from app.core.phases import Phase
from app.core.procedure import Procedure
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice
from app.core.words import Incomplete
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from app.ledger.models import Event
from app.voting.actions import cast_vote
from tests import cast


@pytest.fixture
def secretary(app, now):
    """Somebody who may open consultations, and has opened one with nothing in it."""
    with app.app_context(), write():
        cast.person("secretary", now, may_open=True)
    opener = cast.visitor(app, "secretary")
    opener.post("/consultations/new", {"title": "Name of the cluster", "timezone": "Europe/Zurich"})
    return opener


HUB = "/consultations/name-of-the-cluster/set-up"


def found(app) -> Consultation:
    return find_consultation("name-of-the-cluster")


def test_everything_can_be_set_up_from_nothing(app, secretary):
    assert "Put at least one item on the agenda" in secretary.get(HUB).text
    sheets = {
        "description": {
            "title": "Name of the cluster",
            "purpose": "What the *cluster* is to be called.",
            "language": "en",
            "symbol": "EX/2026/1",
            "slug": "name-of-the-cluster",
        },
        "dates": {
            "timezone": "Europe/Zurich",
            "closes_at": "2099-07-01T18:00",
            "held_on": "2099-06-30",
            "place": "Geneva",
        },
        "rules": {
            "participation": "approval",
            "readers": "signed in",
            "voting_unit": "person",
            "names_public": "no",
            "report_style": "bulleted",
        },
    }
    rows = {
        "agenda": {"title": "Name", "note": "Forum or conference?"},
        "officers": {"role": "chair", "name": "Ms. Amina Sample", "short": "Ms. Sample"},
        "groups": {"name": "Youth", "representatives": "Youth representatives"},
        "delegations": {"name": "Northland", "kind": "country", "group_id": "1", "speaks_for_group": "y"},
    }
    for sheet, data in sheets.items():
        assert secretary.post(f"{HUB}/{sheet}", data).status_code == 303, sheet
    for part, data in rows.items():
        assert secretary.post(f"{HUB}/{part}", data).status_code == 303, part

    with app.app_context():
        consultation = found(app)
        assert "<em>cluster</em>" in consultation.purpose_html
        assert consultation.closes_at == datetime(2099, 7, 1, 16, 0, tzinfo=UTC)
        assert (consultation.held_on, consultation.place) == (date(2099, 6, 30), "Geneva")
        assert consultation.participation is Participation.APPROVAL
        assert consultation.readers is Readers.SIGNED_IN
        assert consultation.voting_unit is VotingUnit.PERSON
        assert consultation.names_public is False
        assert [item.title for item in agenda(consultation)] == ["Name"]
        assert [officer.short for officer in officers(consultation)] == ["Ms. Sample"]
        assert [group.key for group in groups(consultation)][-1] == "youth"
        assert [(d.name, d.group.key, d.speaks_for_group) for d in delegations(consultation)] == [
            ("Northland", "governments", True)
        ]
    page = secretary.get(HUB).text
    assert "Put at least one item on the agenda" not in page
    for address in (*sheets, *rows, *(f"{part}/1" for part in rows)):
        assert secretary.get(f"{HUB}/{address}").status_code == 200


def test_what_is_set_up_can_be_seen_in_its_form_again(secretary):
    secretary.post(f"{HUB}/dates", {"timezone": "Europe/Zurich", "closes_at": "2099-07-01T18:00"})
    secretary.post(f"{HUB}/delegations", {"name": "Northland", "kind": "country", "group_id": "3"})
    assert 'value="2099-07-01T18:00"' in secretary.get(f"{HUB}/dates").text
    delegation = secretary.get(f"{HUB}/delegations/1").text
    assert '<option value="3" selected>' in delegation
    assert '<option value="country" selected>' in delegation


def test_what_lacks_something_is_said_beside_its_field_and_nothing_typed_is_lost(app, secretary):
    answer = secretary.post(
        f"{HUB}/description", {"title": "", "purpose": "Long thought about.", "language": "en", "slug": "x"}
    )
    assert answer.status_code == 422
    assert "Give the consultation a title." in answer.text
    assert "Long thought about." in answer.text
    with app.app_context():
        assert found(app).title == "Name of the cluster"


def test_the_address_can_be_chosen_until_the_opening(app, secretary):
    sent = {"title": "Name", "language": "en"}
    for taken in ("new", "Not An Address"):
        answer = secretary.post(f"{HUB}/description", sent | {"slug": taken})
        assert answer.status_code == 422, taken
    moved = secretary.post(f"{HUB}/description", sent | {"slug": "cluster-2009"})
    assert moved.location == "/consultations/cluster-2009/set-up"
    secretary.post("/consultations/cluster-2009/set-up/agenda", {"title": "Name"})
    secretary.post("/consultations/cluster-2009/phase/open")
    page = secretary.get("/consultations/cluster-2009/set-up/description").text
    assert 'name="slug"' not in page
    secretary.post("/consultations/cluster-2009/set-up/description", sent | {"slug": "elsewhere"})
    assert secretary.get("/consultations/elsewhere").status_code == 404


def test_the_act_itself_keeps_the_address_after_the_opening(app, now, secretary):
    with app.app_context(), write():
        consultation = found(app)
        consultation.phase = Phase.OPEN
        seat = cast.seat(consultation, "rosa", now)
        with pytest.raises(Incomplete, match="stays as it is"):
            describe(
                consultation, seat, now, title="Name", purpose="", language="en", symbol="", slug="elsewhere"
            )


def test_a_consultation_named_new_does_not_hide_behind_the_page_of_that_name(secretary):
    opened = secretary.post("/consultations/new", {"title": "New", "timezone": "UTC"})
    assert opened.location == "/consultations/new-2/set-up"


def test_items_move_up_and_down_and_are_numbered_by_their_place(app, secretary):
    for title in ("Name", "Themes", "Week"):
        secretary.post(f"{HUB}/agenda", {"title": title})
    titles = lambda: [(item.number, item.title) for item in agenda(found(app))]  # noqa: E731
    secretary.post(f"{HUB}/agenda/3/place", {"to": "up"})
    secretary.post(f"{HUB}/agenda/1/place", {"to": "down"})
    secretary.post(f"{HUB}/agenda/1/place", {"to": "up"})  # there is no place above
    with app.app_context():
        assert titles() == [(1, "Week"), (2, "Name"), (3, "Themes")]
    assert secretary.post(f"{HUB}/agenda/1/place", {"to": "sideways"}).status_code == 422
    secretary.post(f"{HUB}/agenda/2/removal")
    with app.app_context():
        assert titles() == [(1, "Week"), (2, "Themes")]


def test_delegations_stand_by_their_names_and_do_not_move(secretary):
    for name in ("Southmark", "Northland"):
        secretary.post(f"{HUB}/delegations", {"name": name, "kind": "country", "group_id": ""})
    page = secretary.get(f"{HUB}/delegations").text
    assert page.index("Northland") < page.index("Southmark")
    assert secretary.post(f"{HUB}/delegations/2/place", {"to": "up"}).status_code == 404


def test_htmx_gets_the_list_alone(secretary):
    secretary.post(f"{HUB}/agenda", {"title": "Name"})
    secretary.post(f"{HUB}/agenda", {"title": "Week"})
    answer = secretary.post(f"{HUB}/agenda/2/place", {"to": "up"}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert answer.text.strip().startswith('<div id="rows">')
    assert answer.text.index("Week") < answer.text.index("Name")


def test_an_item_under_which_something_stands_stays(app, now, secretary):
    secretary.post(f"{HUB}/agenda", {"title": "Name"})
    assert f"{HUB}/agenda/1/removal" in secretary.get(f"{HUB}/agenda").text
    with app.app_context(), write():
        consultation = found(app)
        seat = cast.seat(consultation, "amina", now)
        table_proposal(agenda(consultation)[0], seat, ProposalKind.TEXT, "Forum", "", now)
    assert f"{HUB}/agenda/1/removal" not in secretary.get(f"{HUB}/agenda").text
    refused = secretary.post(f"{HUB}/agenda/1/removal")
    assert refused.status_code == 403
    assert "cannot be removed" in refused.text
    with app.app_context():
        assert len(agenda(found(app))) == 1


def test_a_group_with_a_delegation_in_it_stays(app, secretary):
    secretary.post(f"{HUB}/delegations", {"name": "Northland", "kind": "country", "group_id": "2"})
    assert secretary.post(f"{HUB}/groups/2/removal").status_code == 403
    assert secretary.post(f"{HUB}/groups/1/removal").status_code == 303
    with app.app_context():
        assert [group.number for group in groups(found(app))] == [1, 2, 3, 4]
        assert delegations(found(app))[0].group.key == "private-sector"


def test_who_speaks_for_a_group_names_it(secretary):
    answer = secretary.post(
        f"{HUB}/delegations", {"name": "Northland", "kind": "country", "speaks_for_group": "y"}
    )
    assert answer.status_code == 422
    assert "Choose the group it speaks for." in answer.text


@pytest.fixture
def voted(app, now, secretary):
    secretary.post(f"{HUB}/agenda", {"title": "Name"})
    with app.app_context(), write():
        consultation = found(app)
        consultation.phase = Phase.OPEN
        seat = cast.seat(consultation, "amina", now)
        proposal = table_proposal(agenda(consultation)[0], seat, ProposalKind.TEXT, "Forum", "", now)
        position = table_position(proposal, seat, "it should be a forum", Form.CLAUSE, now)
        cast_vote(seat, position, Choice.SUPPORT, now)


RULES = {
    "participation": "everyone",
    "readers": "public",
    "voting_unit": "delegation",
    "names_public": "yes",
    "report_style": "numbered",
}


@pytest.mark.parametrize("change", [{"voting_unit": "person"}, {"names_public": "no"}], ids=str)
def test_how_votes_count_stays_from_the_first_vote_on(app, secretary, voted, change):
    answer = secretary.post(f"{HUB}/rules", RULES | change)
    assert answer.status_code == 422
    assert "There are votes already" in answer.text
    with app.app_context():
        consultation = found(app)
        assert (consultation.voting_unit, consultation.names_public) == (VotingUnit.DELEGATION, True)


def test_the_other_rules_change_after_votes(app, secretary, voted):
    assert secretary.post(f"{HUB}/rules", RULES | {"readers": "seated"}).status_code == 303
    with app.app_context():
        assert found(app).readers is Readers.SEATED


def test_each_setting_leaves_one_event_with_what_has_changed(app, secretary):
    secretary.post(f"{HUB}/rules", RULES | {"readers": "seated"})
    secretary.post(f"{HUB}/rules", RULES | {"readers": "seated"})
    with app.app_context():
        events = db.session.query(Event).filter_by(act="set up").order_by(Event.id).all()
        assert [event.data for event in events] == [
            {"changed": {"participation": "everyone", "readers": "seated"}}
        ]


def test_a_copy_has_the_frame_and_nobodys_words(app, now, secretary, voted):
    secretary.post(f"{HUB}/delegations", {"name": "Northland", "kind": "country", "group_id": "2"})
    secretary.post(f"{HUB}/officers", {"role": "chair", "name": "Ms. Sample", "short": "Ms. Sample"})
    made = secretary.post(
        "/consultations/name-of-the-cluster/copy", {"title": "Name, second round", "follows": "y"}
    )
    assert made.location == "/consultations/name-second-round/set-up"
    with app.app_context():
        copy = find_consultation("name-second-round")
        assert copy.phase is Phase.DRAFT
        assert copy.follows.slug == "name-of-the-cluster"
        assert [item.title for item in agenda(copy)] == ["Name"]
        assert [officer.name for officer in officers(copy)] == ["Ms. Sample"]
        assert [(d.name, d.group.consultation_id, d.group.key) for d in delegations(copy)] == [
            ("Northland", copy.id, "private-sector")
        ]


def test_only_an_opener_copies(app, now, voted):
    with app.app_context(), write():
        cast.person("reader", now)
    address = "/consultations/name-of-the-cluster/copy"
    assert cast.visitor(app, "reader").post(address, {"title": "Mine"}).status_code == 403
    assert cast.visitor(app).get(address).status_code == 401


def test_closing_time_that_has_passed_is_asked_about(app, secretary):
    past = (datetime.now(UTC) - timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M")
    answer = secretary.post(f"{HUB}/dates", {"timezone": "UTC", "closes_at": past})
    assert answer.status_code == 422
    assert "This time has passed." in answer.text


@pytest.mark.parametrize(
    ("local", "sentence"),
    [("2030-03-31T02:30", "There is no 02:30 on"), ("2030-10-27T02:30", "02:30 comes twice on")],
)
def test_an_hour_that_the_clocks_skip_or_repeat_is_asked_about(secretary, local, sentence):
    answer = secretary.post(f"{HUB}/dates", {"timezone": "Europe/Zurich", "closes_at": local})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert local in answer.text


def test_what_the_clock_has_closed_stays_closed_until_it_is_reopened(app, now, secretary):
    secretary.post(f"{HUB}/agenda", {"title": "Name"})
    secretary.post("/consultations/name-of-the-cluster/phase/open")
    with app.app_context(), write():
        found(app).closes_at = now
    reopen = "/consultations/name-of-the-cluster/phase/open"
    assert "closing time has passed" in secretary.post(reopen).text
    secretary.post(f"{HUB}/dates", {"timezone": "UTC", "closes_at": "2099-01-01T12:00"})
    with app.app_context():
        assert found(app).phase is Phase.CLOSED
    assert secretary.post(reopen).status_code == 303
    with app.app_context():
        assert found(app).phase_at(datetime.now(UTC)) is Phase.OPEN


def test_hostile_words_are_shown_as_words(secretary):
    hostile = "<script>alert(1)</script>"
    secretary.post(f"{HUB}/agenda", {"title": hostile, "note": hostile})
    secretary.post(f"{HUB}/officers", {"role": "chair", "name": hostile, "short": hostile})
    for page in (f"{HUB}/agenda", f"{HUB}/agenda/1", f"{HUB}/officers", "/consultations/name-of-the-cluster"):
        assert "<script>alert" not in secretary.get(page).text


def test_what_is_typed_is_made_regular(app, secretary):
    secretary.post(f"{HUB}/agenda", {"title": "  Cafe\u0301 \u202egnp.exe\x00 "})
    with app.app_context():
        assert agenda(found(app))[0].title == "Café gnp.exe"


PROCEDURE = HUB + "/procedure"
USUAL = {
    name: str(value) for name, value in msgspec.structs.asdict(Procedure()).items() if value is not False
}


def test_the_rules_of_procedure_are_the_consultations_own(app, secretary):
    assert secretary.post(PROCEDURE, USUAL | {"consensus": "90", "voters": "3"}).status_code == 303
    with app.app_context():
        procedure = found(app).procedure
        assert (procedure.consensus, procedure.voters, procedure.broad) == (90, 3, 67)
        stored = db.session.execute(sa.text("select procedure from consultation")).scalar()
        assert "67" not in str(stored), "what is as usual is not stored"
        told = db.session.scalars(sa.select(Event.data).order_by(Event.id.desc())).first()
        assert told["changed"]["procedure"] == {"consensus": 90, "voters": 3}
    assert 'value="90"' in secretary.get(PROCEDURE).text


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"broad": "81"}, "not be more than the share above it, which is 80 per cent"),
        ({"rejected": "34"}, "not be more than the share above it, which is 33 per cent"),
        ({"consensus": "101"}, "a number from 0 to 100"),
        ({"certainty": "49"}, "a number from 50 to 99"),
        ({"voters": "0"}, "a number from 1 to 1000"),
        ({"voters": "few"}, "Not a valid integer value"),
    ],
)
def test_rules_of_procedure_that_contradict_each_other_are_refused(secretary, sent, says):
    answered = secretary.post(PROCEDURE, USUAL | sent)
    assert answered.status_code == 422
    assert says in answered.text
    assert f'value="{next(iter(sent.values()))}"' in answered.text
