"""How a message leaves: by SMTP where a server is set, else as a file in the outbox."""

import secrets
import smtplib
import ssl
from datetime import UTC, datetime
from email.message import EmailMessage

from flask import current_app

from app.config import Config

SMTP_SECONDS = 20
IMPLICIT_TLS = 465


class CarriageError(Exception):
    """A message could not be handed over; it may work later."""


def carry(message: EmailMessage) -> None:
    """Hands one message over to one recipient."""
    settings = current_app.config["SETTINGS"]
    try:
        if settings.smtp_host:
            _send(message, settings)
        else:
            _file(message, settings)
    except (OSError, smtplib.SMTPException) as error:
        raise CarriageError(str(error)) from error


def _send(message: EmailMessage, settings: Config) -> None:
    context = ssl.create_default_context()
    place = {"host": settings.smtp_host, "port": settings.smtp_port, "timeout": SMTP_SECONDS}
    tls = settings.smtp_port == IMPLICIT_TLS
    with smtplib.SMTP_SSL(context=context, **place) if tls else smtplib.SMTP(**place) as server:
        if settings.smtp_starttls and not tls:
            server.starttls(context=context)
        if settings.smtp_user:
            server.login(settings.smtp_user, settings.smtp_password)
        server.send_message(message)


def _file(message: EmailMessage, settings: Config) -> None:
    settings.outbox.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    path = settings.outbox / f"{stamp}-{secrets.token_hex(4)}.eml"
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(message.as_bytes())
    unfinished.rename(path)
