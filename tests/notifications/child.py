"""A process that tells and delivers all that is due, and may kill itself before the nth of some statements.

python -m tests.notifications.child DATABASE_URL SMTP_PORT NOW [STATEMENT NTH]
"""

import os
import signal
import sys
import tempfile
from datetime import datetime
from itertools import count

import sqlalchemy as sa

from app import create_app
from app.config import Config
from app.db import db
from app.mail.actions import deliver
from app.notifications.actions import remind, tell


def main(url: str, port: str, at: str, statement: str = "", nth: str = "0") -> None:
    with tempfile.TemporaryDirectory() as instance:
        config = Config(
            instance=instance,
            database_url=url,
            secret_key="for tests",
            smtp_host="127.0.0.1",
            smtp_port=int(port),
            smtp_starttls=False,
        )
        app = create_app(config)
    now = datetime.fromisoformat(at)
    with app.app_context():
        if statement:
            _die_before(statement, int(nth))
        remind(now)
        tell(now)
        while deliver(now):
            pass


def _die_before(statement: str, nth: int) -> None:
    seen = count(1)

    def look(connection, cursor, told, *more) -> None:
        if told.startswith(statement) and next(seen) == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(db.engine, "before_cursor_execute", look)


main(*sys.argv[1:])
