"""What people send about themselves."""

import itertools
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    EmailField,
    HiddenField,
    PasswordField,
    SelectChoice,
    SelectField,
    StringField,
)
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from app.accounts.addresses import normalize
from app.accounts.models import NAME_LIMIT
from app.accounts.passwords import LEAST, MOST, accept_password
from app.core.words import Incomplete
from app.core.zones import zone_names
from app.web.forms import TidyForm, beside
from app.web.languages import LANGUAGES, say


def _line(label: str, limit: int, *validators: Any, hint: str = "", autocomplete: str = "") -> StringField:
    return StringField(
        label,
        [*validators, Length(max=limit)],
        description=hint,
        render_kw={"autocomplete": autocomplete or "off"},
    )


def _address(label: str) -> EmailField:
    return EmailField(
        label,
        [InputRequired(_l("Write your e-mail address.")), Length(max=254)],
        render_kw={"autocomplete": "username"},
    )


def _known_password(label: str) -> PasswordField:
    return PasswordField(
        label,
        [InputRequired(_l("Write your password.")), Length(max=MOST)],
        render_kw={"autocomplete": "current-password"},
    )


def _new_password() -> PasswordField:
    return PasswordField(
        _l("New password"),
        [
            InputRequired(_l("Choose a password.")),
            Length(LEAST, MOST, _l("Use between %(min)d and %(max)d characters.")),
        ],
        description=_l("At least ten characters; a few words are easy to remember. Pasting is welcome."),
        render_kw={"autocomplete": "new-password"},
    )


class _WithAddress(TidyForm):
    """A form whose address comes out in the one spelling."""

    def validate_email(self, field: EmailField) -> None:
        try:
            field.data = normalize(field.data)
        except Incomplete as lack:
            raise ValidationError(say(lack.sentence)) from None


class _WithNewPassword(TidyForm):
    """A form with a new password, which must not be the first one would guess."""

    password = _new_password()

    def accepts(self, email: str) -> bool:
        """Whether all is there, and the password will do for an account with this address."""
        if not self.validate():
            return False
        with beside(self):
            accept_password(self.password.data, email)
        return not self.errors


class SignInForm(TidyForm):
    email = _address(_l("E-mail address"))
    password = _known_password(_l("Password"))
    remember = BooleanField(_l("Stay signed in on this device for 30 days"))
    next = HiddenField()


class AddressForm(_WithAddress):
    """To register, or to reset a password."""

    email = _address(_l("E-mail address"))
    next = HiddenField()


class BeginForm(_WithNewPassword):
    """The rest of a registration, once the address is known to be theirs."""

    name = _line(
        _l("Your name"),
        NAME_LIMIT,
        DataRequired(_l("Write your name as others are to see it.")),
        hint=_l("Others see it beside what you say."),
        autocomplete="name",
    )
    organization = _line(_l("Organization"), 200, autocomplete="organization")


class NewPasswordForm(_WithNewPassword):
    """A password alone."""


class ChangePasswordForm(_WithNewPassword):
    current_password = _known_password(_l("Your present password"))


class ChangeAddressForm(_WithAddress):
    email = _address(_l("New e-mail address"))
    current_password = _known_password(_l("Your password"))


class EraseForm(TidyForm):
    current_password = _known_password(_l("Your password"))


class ProfileForm(TidyForm):
    name = _line(
        _l("Your name"),
        NAME_LIMIT,
        DataRequired(_l("Write your name as others are to see it.")),
        autocomplete="name",
    )
    organization = _line(_l("Organization"), 200, autocomplete="organization")
    country = _line(_l("Country"), 80, autocomplete="country-name")
    language = SelectField(
        _l("Language of the pages and of your mail"),
        choices=[
            SelectChoice("", _l("As in my browser")),
            *itertools.starmap(SelectChoice, LANGUAGES.items()),
        ],
    )
    timezone = SelectField(
        _l("Time zone"),
        choices=[
            SelectChoice("", _l("As in my browser, else UTC")),
            *(SelectChoice(name, name.replace("_", " ")) for name in zone_names() if name != "UTC"),
        ],
    )
