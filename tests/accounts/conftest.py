"""Two people with accounts, and what they need to reach them."""

from urllib.parse import urlsplit

import pytest
from flask import Flask

from app.db import write
from app.web.clock import now as this_moment
from tests import cast

AMINA = "amina@example.org"


@pytest.fixture
def amina(app: Flask) -> str:
    """The address of somebody who has an account; her key is `amina`."""
    with app.app_context(), write():
        cast.account("amina", AMINA, this_moment())
    return AMINA


@pytest.fixture
def newest_link(app: Flask):
    """The path to which the newest letter leads."""

    def newest_link() -> str:
        parts = urlsplit(cast.letters(app)[-1].data["link"])
        return parts.path + (f"?{parts.query}" if parts.query else "")

    return newest_link
