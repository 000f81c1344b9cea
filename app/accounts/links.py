"""What a link in a letter proves: signed, for one purpose, until an hour; a stamp lets it die earlier."""

import hashlib
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from flask import current_app
from itsdangerous import BadData, Signer, URLSafeSerializer


class Purpose(StrEnum):
    REGISTER = "register"
    RESET = "reset"
    ADDRESS = "address"
    INVITATION = "invitation"
    UNSUBSCRIBE = "unsubscribe"


LASTS = {
    Purpose.REGISTER: timedelta(hours=24),
    Purpose.RESET: timedelta(hours=1),
    Purpose.ADDRESS: timedelta(hours=24),
    Purpose.UNSUBSCRIBE: timedelta(days=3650),  # for as long as somebody keeps the letter
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


def prove(purpose: Purpose, words: str) -> str:
    """What goes with some words to show that we have sent them to somebody."""
    return Signer(current_app.secret_key, **_KEYED, salt=_salt(purpose)).get_signature(words).decode()


def is_proven(purpose: Purpose, words: str, proof: str) -> bool:
    """Whether a proof goes with the words."""
    return Signer(current_app.secret_key, **_KEYED, salt=_salt(purpose)).verify_signature(words, proof)


def _serializer(purpose: Purpose) -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key, salt=_salt(purpose), signer_kwargs=_KEYED)


def _salt(purpose: Purpose) -> str:
    return f"plenary link: {purpose}"


_KEYED: dict[str, Any] = {"key_derivation": "hmac", "digest_method": hashlib.sha256}
