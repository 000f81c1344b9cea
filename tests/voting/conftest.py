"""The table around which everybody sits."""

from datetime import datetime

import pytest
from flask import Flask

from tests.table import Table, lay


@pytest.fixture
def table(app: Flask, now: datetime) -> Table:
    return lay(app, now)
