"""The one clock: read at the route and passed on."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

QUIET = 0.05  # seconds; longer than what is done in them


def now() -> datetime:
    """This instant, aware, in UTC."""
    return datetime.now(UTC)


@contextmanager
def in_the_same_time() -> Iterator[None]:
    """What happens inside takes a fixed time, so that nobody learns from a watch what it was."""
    begun = time.monotonic()
    yield
    time.sleep(max(0.0, begun + QUIET - time.monotonic()))
