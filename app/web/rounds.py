"""Quiet threads of a serving process, each of which goes round and does what is due."""

import time
from collections.abc import Callable
from datetime import datetime
from threading import Thread

from flask import Flask

from app.web.clock import now

ROUND = 2  # seconds


def employ(app: Flask, name: str, act: Callable[[datetime], object], *, every: int = ROUND) -> None:
    """Lets `act(now)` be done again and again. Several processes may employ one: it claims what it takes."""
    Thread(target=_walk, args=(app, name, act, every), name=name, daemon=True).start()


def _walk(app: Flask, name: str, act: Callable[[datetime], object], every: int) -> None:
    while True:
        try:
            with app.app_context():
                act(now())
        except Exception:
            app.logger.exception("the %s stumbled", name)
        time.sleep(every)
