"""What chairs send."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectChoice, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app.core.determinations import MEANINGS, RATIONALE_LIMIT


class DeterminationForm(FlaskForm):
    status = RadioField(
        _l("Agreement status"),
        [InputRequired(_l("Choose a status."))],
        choices=[SelectChoice(status.value, _l(meaning.label)) for status, meaning in MEANINGS.items()],
    )
    rationale = TextAreaField(_l("Reasons"), [Optional(), Length(max=RATIONALE_LIMIT)])
    departure = TextAreaField(_l("Why not as the figures suggest"), [Optional(), Length(max=1000)])
