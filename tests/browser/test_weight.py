"""A first visit is light: at most 50 kB over the wire in at most six requests."""

import pytest

from tests.sweeps.conftest import slug  # noqa: F401 - a fixture

MOST_BYTES = 50_000
MOST_REQUESTS = 6


@pytest.mark.sqlite_only
def test_the_first_visit_of_a_thread_is_light(open_page, slug):  # noqa: F811
    page = open_page()
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    received = []
    wire.on("Network.loadingFinished", lambda loaded: received.append(loaded["encodedDataLength"]))
    page.goto(f"/consultations/{slug}/proposals/1", wait_until="networkidle")
    assert 0 < len(received) <= MOST_REQUESTS
    assert sum(received) <= MOST_BYTES
