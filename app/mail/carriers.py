"""How a message leaves: by SMTP where a server is set, else as a file in the outbox."""

import secrets
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from functools import partial

from flask import current_app

from app.config import Config

SMTP_SECONDS = 20
IMPLICIT_TLS = 465

Send = Callable[[EmailMessage], None]


class CarriageError(Exception):
    """A message could not be handed over; it may work later."""


class UnreachableError(CarriageError):
    """There is no server to hand anything to: no message is to blame."""


@contextmanager
def open_line() -> Iterator[Send]:
    """What hands one message over to one recipient; UnreachableError before anything was handed over."""
    settings = current_app.config["SETTINGS"]
    if not settings.smtp_host:
        yield partial(_file, settings=settings)
        return
    try:
        server = _connect(settings)
    except (OSError, smtplib.SMTPException) as error:
        raise UnreachableError(str(error)) from error
    try:
        yield partial(_send, server=server)
    finally:
        with suppress(OSError, smtplib.SMTPException):  # what was taken stays taken
            server.quit()


def _connect(settings: Config) -> smtplib.SMTP:
    context = ssl.create_default_context()
    place = {"host": settings.smtp_host, "port": settings.smtp_port, "timeout": SMTP_SECONDS}
    tls = settings.smtp_port == IMPLICIT_TLS
    server = smtplib.SMTP_SSL(context=context, **place) if tls else smtplib.SMTP(**place)
    try:
        if settings.smtp_starttls and not tls:
            server.starttls(context=context)
        if settings.smtp_user:
            server.login(settings.smtp_user, settings.smtp_password)
    except BaseException:
        server.close()
        raise
    return server


def _send(message: EmailMessage, server: smtplib.SMTP) -> None:
    try:
        server.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        raise CarriageError(str(error)) from error


def _file(message: EmailMessage, settings: Config) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    path = settings.outbox / f"{stamp}-{secrets.token_hex(4)}.eml"
    unfinished = path.with_suffix(".part")
    try:
        settings.outbox.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(message.as_bytes())
        unfinished.rename(path)
    except OSError as error:
        raise CarriageError(str(error)) from error
