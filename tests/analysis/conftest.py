"""An assembly of thirty, newly called together for each test."""

from datetime import datetime

import pytest
from flask import Flask

from tests.analysis.assembly import assemble


@pytest.fixture
def slug(app: Flask, now: datetime) -> str:
    return assemble(app, now)
