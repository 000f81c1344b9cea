"""What a rapporteur sends."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectChoice

from app.consultations.terms import REPORT_STYLE_LABELS


class PublishForm(FlaskForm):
    style = RadioField(
        _l("Style"),
        choices=[SelectChoice(style.value, _l(label)) for style, label in REPORT_STYLE_LABELS.items()],
    )
