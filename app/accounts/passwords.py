"""Passwords: argon2 hashes, checked in the same time whether or not an account exists."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import current_app

from app.core.words import N_, Incomplete

LEAST = 10  # characters
MOST = 200
LEAST_DIFFERENT = 5


def accept_password(password: str, email: str) -> None:
    """Incomplete where a new password would be guessed first."""
    mailbox = email.partition("@")[0]
    if len(set(password)) < LEAST_DIFFERENT:
        raise Incomplete("password", N_("Use more different characters: this password is easy to guess."))
    if password.lower() in {email, mailbox} or (len(mailbox) >= LEAST and mailbox in password.lower()):
        raise Incomplete("password", N_("Choose a password that is not your address."))


def hash_password(password: str) -> str:
    """The argon2id hash of a password, with the costs of the settings."""
    return _hasher().hash(password)


def check_password(password: str, password_hash: str | None) -> bool:
    """Whether the password is right. Without an account the same work is done, in vain."""
    hasher = _hasher()
    decoy = _decoy(hasher)
    try:
        return hasher.verify(password_hash or decoy, password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def _decoy(hasher: PasswordHasher) -> str:
    decoys = current_app.extensions.setdefault("plenary-decoy", {})
    if "hash" not in decoys:
        decoys["hash"] = hasher.hash("nobody")
    return decoys["hash"]


def _hasher() -> PasswordHasher:
    settings = current_app.config["SETTINGS"]
    return PasswordHasher(
        time_cost=settings.argon2_time_cost, memory_cost=settings.argon2_memory_kib, parallelism=1
    )
