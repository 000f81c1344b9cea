"""E-mail addresses in one spelling."""

from email_validator import EmailNotValidError, validate_email

from app.core.words import N_, Incomplete


def normalize(address: str) -> str:
    """The address as it is kept: lower case, domain in ASCII; Incomplete where it is none.

    Only ASCII mailboxes are taken: letters that look alike must not lead to somebody else's account.
    """
    try:
        valid = validate_email(
            address.strip(), check_deliverability=False, allow_smtputf8=False, test_environment=True
        )
    except EmailNotValidError:
        raise Incomplete("email", N_("Write an e-mail address like name@example.org.")) from None
    return (valid.ascii_email or valid.normalized).lower()
