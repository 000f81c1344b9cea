"""The thinnest thread through the whole house."""

from app.consultations.queries import find_consultation
from app.core.roles import Role
from app.core.votes import Tally
from app.db import write
from app.deliberation.queries import find_position, find_proposal
from app.voting.queries import recount
from tests import cast


def test_a_proposal_is_put_voted_on_and_determined(app, now):
    with app.app_context(), write():
        held = cast.consultation(now)
        cast.seat(held, "amina", now, delegation=cast.delegation(held, "Northland Society"))
        cast.seat(held, "chen", now, Role.CHAIR)
        slug = held.slug
    amina, chen = cast.visitor(app, "amina"), cast.visitor(app, "chen")

    tabled = amina.post(
        f"/consultations/{slug}/agenda/1/propose",
        {
            "kind": "text",
            "title": "Call it a forum",
            "form": "clause",
            "text": "the cluster should be called a forum",
        },
    )
    assert tabled.status_code == 303
    address = f"/consultations/{slug}/proposals/1"
    assert "the cluster should be called a forum" in amina.get(address).text

    voted = amina.post(f"{address}/positions/1/votes", {"choice": "support"})
    assert voted.status_code == 303
    with app.app_context():
        position = find_position(find_proposal(find_consultation(slug), 1), 1)
        assert recount(position) == Tally(support=1)

    page = f"{address}/positions/1/determination"
    seen = chen.hidden(page, "seen")
    determined = chen.post(
        page, {"seen": seen, "status": "forward", "rationale": "Only one voice has been heard."}
    )
    assert determined.status_code == 303
    assert "Put forward" in chen.get(f"/consultations/{slug}/board").text
