"""A first visit is light: at most 50 kB over the wire in at most six requests."""

import pytest

from app.consultations.queries import find_consultation
from app.db import write
from app.deliberation.queries import proposals
from app.demo.loading import load_demonstration

MOST_BYTES = 50_000
MOST_REQUESTS = 6
SLUG = "cluster-2009-name-and-organization"


@pytest.mark.sqlite_only
def test_the_first_visit_of_any_thread_of_the_demonstration_is_light(app, open_page, now):
    with app.app_context(), write():
        load_demonstration(app.config["SETTINGS"].uploads, now)
        numbers = [proposal.number for proposal in proposals(find_consultation(SLUG))]
    for path in ("", "/board", "/votes", *(f"/proposals/{number}" for number in numbers)):
        page = open_page()
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        received = []
        wire.on("Network.loadingFinished", lambda loaded, to=received: to.append(loaded["encodedDataLength"]))
        page.goto(f"/consultations/{SLUG}{path}", wait_until="networkidle")
        assert 0 < len(received) <= MOST_REQUESTS, path
        assert sum(received) <= MOST_BYTES, path
