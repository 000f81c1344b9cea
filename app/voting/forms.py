"""What voters send."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateTimeLocalField, RadioField, SelectChoice, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app.core.objections import BEHALF_LABELS, Behalf
from app.core.votes import LABELS, REASON_LIMIT, RESERVATION_LIMIT, Choice
from app.web.forms import TidyForm


class VoteForm(TidyForm):
    choice = RadioField(
        _l("Your vote"),
        [InputRequired(_l("Choose one of the five votes."))],
        choices=[SelectChoice(choice.value, _l(label)) for choice, label in LABELS.items()],
    )
    reason = TextAreaField(_l("Reason"), [Optional(), Length(max=REASON_LIMIT)])
    remedy = TextAreaField(_l("What change would remove it"), [Optional(), Length(max=REASON_LIMIT)])
    behalf = SelectField(
        _l("On whose behalf"),
        [Optional()],
        choices=[SelectChoice(behalf.value, _l(label)) for behalf, label in BEHALF_LABELS.items()],
    )
    reservation = TextAreaField(_l("Reservation"), [Optional(), Length(max=RESERVATION_LIMIT)])

    @property
    def complaints(self) -> dict[str, str]:
        """The first thing wrong with each field."""
        return {name: errors[0] for name, errors in self.errors.items()}

    def words(self, reservation_before: str, remedy_before: str) -> dict[str, Any]:
        """What is said with the vote; what the earlier vote carried and this one does not is left behind."""
        reservation, remedy = self.reservation.data or "", self.remedy.data or ""
        if self.choice.data != Choice.ACCEPT and reservation.strip() == reservation_before:
            reservation = ""
        if self.choice.data != Choice.OBJECT and remedy.strip() == remedy_before:
            remedy = ""
        behalf = Behalf(self.behalf.data) if self.behalf.data else None
        return {
            "reason": self.reason.data or "",
            "reservation": reservation,
            "remedy": remedy,
            "behalf": behalf,
        }


class UndoForm(TidyForm):
    """The instant of the vote that is to be undone."""

    cast_at = DateTimeLocalField(format="%Y-%m-%dT%H:%M:%S.%f%z", validators=[InputRequired()])
