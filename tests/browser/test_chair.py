"""A chair at the screen: from the desk to a determination, and to a better one."""

import pytest
from playwright.sync_api import expect

from app.consultations.queries import agenda
from app.core.roles import Role
from app.core.texts import Form, ProposalKind
from app.core.votes import Choice
from app.db import write
from app.deliberation.actions import table_position, table_proposal
from app.voting.actions import cast_vote
from tests import cast
from tests.browser.test_every_page import sign_in

GROUPS = ["governments", "private-sector", "civil-society"]


@pytest.mark.sqlite_only
def test_a_chair_determines_and_corrects_herself(app, page, now):
    with app.app_context(), write():
        held = cast.consultation(now)
        cast.seat(held, "chen", now, Role.CHAIR)
        voters = [
            cast.seat(held, f"v{n}", now, delegation=cast.delegation(held, f"Body {n}", group))
            for n, group in enumerate(GROUPS * 2)
        ]
        proposal = table_proposal(agenda(held)[0], voters[0], ProposalKind.TEXT, "A forum", "", now)
        text = "the cluster should be called a forum"
        position = table_position(proposal, voters[0], text, Form.CLAUSE, now)
        for voter in voters[:-1]:
            cast_vote(voter, position, Choice.SUPPORT, now)
        cast_vote(voters[-1], position, Choice.OBJECT, now, reason="The word is too vague.")
        slug = held.slug

    sign_in(page, app, "chen")
    page.goto(f"/consultations/{slug}")
    page.get_by_role("link", name="Chair’s desk").click()
    page.get_by_role("link", name="Determine P1.1").last.click()

    page.get_by_label("Broad support").check()
    page.get_by_label("Reasons").fill("Five of six are in favour.")
    page.get_by_role("button", name="Determine").click()
    page.get_by_text("Say in one sentence why you depart").first.wait_for()
    assert page.get_by_label("Reasons").input_value() == "Five of six are in favour."
    assert page.get_by_label("Broad support").is_checked()
    page.get_by_label("Why not as the figures suggest").fill("The objection is about one word.")
    page.get_by_role("button", name="Determine").click()
    page.get_by_text("Your determination is on record").wait_for()

    page.get_by_role("link", name="Answer").click()
    page.get_by_label("Set aside: outweighed").check()
    page.get_by_label("Answer", exact=True).fill("The annex says what it does.")
    page.get_by_role("button", name="Answer the objection").click()
    page.get_by_text("Your answer to the objection is public").wait_for()
    page.goto(f"/consultations/{slug}/proposals/1/positions/1/determination")

    page.get_by_label("Consensus", exact=False).first.check()
    page.get_by_label("Reasons").fill("The one objection has been answered.")
    page.get_by_role("button", name="Determine").click()
    expect(page.get_by_text("Earlier, and replaced since")).to_be_visible()
    first = page.get_by_label("Determination 1", exact=True)
    expect(first.get_by_text("Five of six are in favour.")).to_be_visible()
    expect(first.get_by_text("The objection is about one word.")).to_be_visible()

    page.get_by_role("link", name="Board", exact=True).click()
    agreed = page.locator(".board section").filter(has_text="Agreed").first
    expect(agreed.get_by_text("The one objection has been answered.")).to_be_visible()
    expect(agreed.get_by_text(text)).to_be_visible()
