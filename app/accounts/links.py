"""What a link in a letter proves: signed, for one purpose, until an hour; a stamp lets it die earlier."""

import hashlib
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeSerializer


class Purpose(StrEnum):
    REGISTER = "register"
    RESET = "reset"
    ADDRESS = "address"
    INVITATION = "invitation"


LASTS = {
    Purpose.REGISTER: timedelta(hours=24),
    Purpose.RESET: timedelta(hours=1),
    Purpose.ADDRESS: timedelta(hours=24),
    Purpose.INVITATION: timedelta(days=30),
}


def seal(purpose: Purpose, now: datetime, **content: object) -> str:
    """A token that says something, as only this installation can say it."""
    until = int((now + LASTS[purpose]).timestamp())
    return _serializer(purpose).dumps(content | {"until": until})


def unseal(purpose: Purpose, token: str, now: datetime) -> dict[str, Any] | None:
    """What a token says; nothing if it is not ours, for another purpose, or too old."""
    try:
        content = _serializer(purpose).loads(token)
    except BadData:
        return None
    return content if now.timestamp() < content["until"] else None


def _serializer(purpose: Purpose) -> URLSafeSerializer:
    return URLSafeSerializer(
        current_app.secret_key,
        salt=f"plenary link: {purpose}",
        signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
    )
