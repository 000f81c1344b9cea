"""Declared interests: what somebody has at stake in the matter of a consultation."""

from app.core.words import N_, Incomplete, Refusal

INTEREST_LIMIT = 1_000  # characters


def check_interest(text: str) -> None:
    """Incomplete unless it says what is at stake, and not too much."""
    if not text.strip():
        raise Incomplete("text", N_("Say what you have at stake: it is public."))
    if len(text) > INTEREST_LIMIT:
        raise Incomplete("text", N_("Shorten it to %(limit)d characters."), limit=INTEREST_LIMIT)


def check_taking_back(is_own: bool, withdrawn: bool) -> None:
    """Refusal unless it is one's own and stands."""
    if not is_own:
        raise Refusal(N_("Only who declared an interest can say that it is none any more."))
    if withdrawn:
        raise Refusal(N_("This interest was taken back already."))
