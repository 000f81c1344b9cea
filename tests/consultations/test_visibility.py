"""Who may know that a consultation exists: the page, the list and the links say the same."""

import pytest

from app.accounts.models import Person
from app.consultations.actions import copy_consultation
from app.consultations.queries import find_consultation, may_see, visible_to
from app.consultations.terms import Readers, SeatState
from app.core.phases import Phase
from app.core.roles import SEATED, Role
from app.db import db, write
from tests import cast

ASKERS = ["nobody", *(role.value for role in Role)]  # nobody has not signed in; a visitor has


@pytest.fixture
def slug(app, now) -> str:
    with app.app_context(), write():
        held = cast.consultation(now)
        for role in SEATED:
            cast.seat(held, role.value, now, role)
        cast.person("visitor", now)
        return held.slug


@pytest.mark.parametrize("phase", list(Phase), ids=str)
@pytest.mark.parametrize("readers", list(Readers), ids=str)
def test_the_list_the_page_and_the_rule_agree(app, slug, readers, phase):
    with app.app_context(), write():
        held = find_consultation(slug)
        held.readers, held.phase = readers, phase
    for asker in ASKERS:
        reader = cast.visitor(app, None if asker == "nobody" else asker)
        with app.app_context():
            person = db.session.query(Person).filter_by(key=asker).one_or_none()
            held = find_consultation(slug)
            role = Role.VISITOR if asker == "nobody" else Role(asker)
            sees = may_see(held, role, signed_in=person is not None)
            assert (held in visible_to(person)) == sees, f"{asker}: {readers}, {phase}"
        assert (reader.get(f"/consultations/{slug}").status_code == 200) == sees
        assert (f"/consultations/{slug}" in reader.get("/").text) == sees


@pytest.mark.parametrize("state", [SeatState.LEFT, SeatState.REQUESTED], ids=str)
def test_a_seat_that_was_left_or_is_only_asked_for_opens_nothing(app, now, slug, state):
    with app.app_context(), write():
        held = find_consultation(slug)
        held.readers = Readers.SEATED
        cast.seat(held, "lina", now, Role.CHAIR, state=state)
    lina = cast.visitor(app, "lina")
    assert lina.get(f"/consultations/{slug}").status_code == 404
    assert "Name of the cluster" not in lina.get("/").text


def test_what_follows_is_shown_on_both_to_those_who_may_know_of_it(app, now, slug):
    with app.app_context(), write():
        held = find_consultation(slug)
        opener = db.session.query(Person).filter_by(key="secretary").one()
        later = copy_consultation(held, opener, "The second round", now, follows=True).slug
    secretary, reader = cast.visitor(app, "secretary"), cast.visitor(app)
    assert "The second round" in secretary.get(f"/consultations/{slug}").text
    assert "Name of the cluster" in secretary.get(f"/consultations/{later}").text
    assert "The second round" not in reader.get(f"/consultations/{slug}").text
    with app.app_context(), write():
        find_consultation(later).phase = Phase.OPEN
        find_consultation(slug).readers = Readers.SEATED
    assert "Name of the cluster" not in reader.get(f"/consultations/{later}").text
