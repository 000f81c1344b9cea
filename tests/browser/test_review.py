"""A determination's whole life on screen, without JavaScript: challenged, answered, made anew, final."""

from datetime import timedelta

import msgspec
import pytest
from playwright.sync_api import expect

from app.chairing.models import Determination
from app.consultations.queries import agenda
from app.core.roles import Role
from app.core.texts import Form, ProposalKind
from app.db import db, write
from app.deliberation.actions import table_position, table_proposal
from app.web import clock
from tests import cast
from tests.browser.test_every_page import sign_in

BODIES = {"ada": "Northland", "bo": "Southland", "eve": "Open Society of Samples"}
WHY_NOT = "Two groups were not heard."


@pytest.mark.sqlite_only
def test_a_determination_is_challenged_answered_made_anew_and_final(app, open_page, now) -> None:
    with app.app_context(), write():
        held = cast.consultation(now)
        held.procedure = msgspec.structs.replace(held.procedure, review_days=7)
        cast.seat(held, "chen", now, Role.CHAIR)
        seats = [cast.seat(held, key, now, delegation=cast.delegation(held, BODIES[key])) for key in BODIES]
        proposal = table_proposal(agenda(held)[0], seats[0], ProposalKind.TEXT, "A forum", "", now)
        table_position(proposal, seats[0], "the cluster should be called a forum", Form.CLAUSE, now)
        slug = held.slug
    page = open_page(javascript=False, size=(360, 800))
    matter = f"/consultations/{slug}/proposals/1/positions/1/determination"

    sign_in(page, app, "chen")
    page.goto(matter)
    determine(page, "Put forward", "Nobody has spoken against it.")
    expect(page.locator("#D1").get_by_text("Provisional", exact=True)).to_be_visible()

    for key in BODIES:
        sign_in(page, app, key)
        page.goto(matter)
        page.get_by_role("link", name="Challenge the determination").click()
        page.get_by_label("Why it is not as determined").fill(WHY_NOT)
        page.get_by_role("button", name="Challenge it").click()
        expect(page.get_by_text("Your challenge is on record")).to_be_visible()
    expect(page.get_by_text(WHY_NOT)).to_have_count(3)

    move_deadline(app, -1)
    page.goto(matter)
    expect(page.locator("#D1").get_by_text("Provisional until challenges are answered")).to_be_visible()

    sign_in(page, app, "chen")
    page.goto(f"/consultations/{slug}/desk")
    page.get_by_role("link", name="Answer P1.1").click()
    page.get_by_label("Answer", exact=True).fill("They are right: I look at it again.")
    page.get_by_role("button", name="Answer").click()
    expect(page.get_by_text("Your answer to the challenges is public")).to_be_visible()
    move_deadline(app, 60)
    page.goto(matter)
    determine(page, "Noted", "It asks for nothing.", departure="Two groups were silent.")

    move_deadline(app, 0)
    sign_in(page, app, "ada")
    page.goto(matter)
    expect(page.locator("#D2").get_by_text("Final", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Challenge the determination")).to_have_count(0)
    expect(page.get_by_text("They are right: I look at it again.")).to_be_visible()


def determine(page, status: str, reasons: str, departure: str = "") -> None:
    page.get_by_label(status).check()
    page.get_by_label("Reasons").fill(reasons)
    page.get_by_label("Why not as the figures suggest").fill(departure)
    page.get_by_role("button", name="Determine").click()
    expect(page.get_by_text("Your determination is on record")).to_be_visible()


def move_deadline(app, seconds: int) -> None:
    """As if the last determination had been made earlier: its deadline is so many seconds from now."""
    with app.app_context(), write():
        last = db.session.query(Determination).order_by(Determination.id.desc()).first()
        last.review_until = clock.now() + timedelta(seconds=seconds)
