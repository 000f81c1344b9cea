"""The postman of one process: a quiet thread that carries what is due."""

import time
from threading import Thread

from flask import Flask

from app.mail.actions import deliver
from app.web.clock import now

ROUND = 2  # seconds


def employ_postman(app: Flask) -> None:
    """Lets a serving process carry letters. Several may: each letter is claimed first."""
    Thread(target=_walk, args=(app,), name="postman", daemon=True).start()


def _walk(app: Flask) -> None:
    while True:
        try:
            with app.app_context():
                deliver(now())
        except Exception:
            app.logger.exception("the postman stumbled")
        time.sleep(ROUND)
