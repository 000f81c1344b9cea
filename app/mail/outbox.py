"""The outbox: the files that mail becomes where no server is set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from flask import current_app

SHOWN = 100
_NAME = re.compile(r"\d{8}-\d{6}-\d{6}-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Kept:
    """One message in the outbox."""

    name: str
    message: EmailMessage

    @property
    def written_at(self) -> datetime:
        return self.message["Date"].datetime

    @property
    def text(self) -> str:
        body = self.message.get_body(("plain",))
        return body.get_content().replace("\r\n", "\n") if body else ""


def is_readable() -> bool:
    """Whether mail is kept here and its pages may show it."""
    settings = current_app.config["SETTINGS"]
    return not settings.production and not settings.smtp_host


def kept_messages() -> Sequence[Kept]:
    """The newest messages, newest first."""
    names = sorted((path.stem for path in _folder().glob("*.eml")), reverse=True)
    return [kept for name in names[:SHOWN] if (kept := find_message(name))]


def find_message(name: str) -> Kept | None:
    """The message of a name."""
    path = _folder() / f"{name}.eml"
    if not _NAME.fullmatch(name) or not path.is_file():
        return None
    return Kept(name, message_from_bytes(path.read_bytes(), policy=default))


def _folder() -> Path:
    return current_app.config["SETTINGS"].outbox
