"""What people do with their accounts."""

from datetime import datetime

from app.accounts.queries import demonstration_cast
from app.accounts.signing import begin_session
from app.core.words import N_, Refusal


def sign_in_demonstration(key: str, now: datetime) -> None:
    """Signs in as one of the demonstration's fictional people."""
    for member in demonstration_cast():
        if member.key == key:
            begin_session(member, now)
            return
    raise Refusal(N_("The demonstration is not loaded here."))
