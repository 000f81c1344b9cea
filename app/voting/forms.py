"""What voters send."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectChoice, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app.core.votes import LABELS, REASON_LIMIT, RESERVATION_LIMIT


class VoteForm(FlaskForm):
    choice = RadioField(
        _l("Your vote"),
        [InputRequired(_l("Choose one of the five votes."))],
        choices=[SelectChoice(choice.value, _l(label)) for choice, label in LABELS.items()],
    )
    reason = TextAreaField(_l("Reason"), [Optional(), Length(max=REASON_LIMIT)])
    remedy = TextAreaField(_l("What change would remove it"), [Optional(), Length(max=REASON_LIMIT)])
    reservation = TextAreaField(_l("Reservation"), [Optional(), Length(max=RESERVATION_LIMIT)])
