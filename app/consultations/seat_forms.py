"""What people send about seats and invitations."""

from collections.abc import Iterable, Sequence

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    EmailField,
    HiddenField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length, Optional

from app.consultations.invitation_list import NAME_LIMIT
from app.consultations.models import Delegation, Seat, StakeholderGroup
from app.core.roles import LABELS, SEATED, Role
from app.web.forms import TidyForm


def _role() -> SelectField:
    return SelectField(
        _l("Role"),
        [DataRequired()],
        choices=[SelectChoice(role.value, _l(LABELS[role])) for role in SEATED],
        default=Role.PARTICIPANT.value,
    )


def _delegation() -> StringField:
    return StringField(
        _l("Delegation"),
        [Optional(), Length(max=NAME_LIMIT)],
        description=_l("The body for which one speaks. Empty: for oneself."),
        render_kw={"list": "delegations", "autocomplete": "organization"},
    )


def _offer(field: SelectField, things: Iterable[StakeholderGroup | Delegation], none: str) -> None:
    field.choices = [SelectChoice("", none), *(SelectChoice(str(each.number), each.name) for each in things)]


class InviteForm(TidyForm):
    """One invitation; its fields have the names of a line's parts."""

    email = EmailField(_l("E-mail address"), [DataRequired(_l("Write an e-mail address."))])
    delegation = _delegation()
    group = SelectField(
        _l("Stakeholder group"), description=_l("A participant without a delegation needs one.")
    )
    role = _role()

    def offer(self, groups: Sequence[StakeholderGroup]) -> "InviteForm":
        names = [SelectChoice(group.key, group.name) for group in groups]
        self.group.choices = [SelectChoice("", _l("That of the delegation")), *names]
        return self


class ListForm(TidyForm):
    lines = TextAreaField(
        _l("The list"),
        [DataRequired(_l("Paste the list."))],
        description=_l(
            "One person a line: address, delegation, group, role. Commas, semicolons or tabs part them. "
            "Without a role one is invited as participant."
        ),
    )
    confirmed = HiddenField()


class SeatForm(TidyForm):
    role = _role()
    delegation = SelectField(_l("Delegation"))
    group = SelectField(_l("Stakeholder group"), description=_l("For who speaks for no delegation."))

    def offer(self, delegations: Sequence[Delegation], groups: Sequence[StakeholderGroup]) -> "SeatForm":
        """The form with what the consultation has to choose from, called by numbers."""
        self.delegations = {str(delegation.number): delegation for delegation in delegations}
        self.groups = {str(group.number): group for group in groups}
        _offer(self.delegation, delegations, _l("None: speaks for himself or herself"))
        _offer(self.group, groups, _l("That of the delegation"))
        return self

    def show(self, seat: Seat) -> "SeatForm":
        """The form as the seat is now."""
        self.role.data = seat.role.value
        self.delegation.data = str(seat.delegation.number) if seat.delegation else ""
        self.group.data = str(seat.own_group.number) if seat.own_group else ""
        return self


class JoinForm(TidyForm):
    delegation = _delegation()
    group = SelectField(_l("Stakeholder group"))

    def offer(self, groups: Sequence[StakeholderGroup]) -> "JoinForm":
        self.groups = {str(group.number): group for group in groups}
        _offer(self.group, groups, _l("Choose …"))
        return self


class ConsentForm(TidyForm):
    named = BooleanField(_l("The report may name me"))
