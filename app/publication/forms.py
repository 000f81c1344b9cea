"""What a rapporteur sends."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectChoice

from app.consultations.terms import REPORT_STYLE_LABELS
from app.web.forms import TidyForm


class PublishForm(TidyForm):
    style = RadioField(
        _l("Style"),
        choices=[SelectChoice(style.value, _l(label)) for style, label in REPORT_STYLE_LABELS.items()],
    )
