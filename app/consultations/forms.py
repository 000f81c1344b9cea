"""What a secretariat sends."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, Length


class OpenForm(FlaskForm):
    title = StringField(_l("Title"), [InputRequired(_l("Give the consultation a title.")), Length(max=200)])
    purpose = TextAreaField(_l("Purpose"), [Length(max=20_000)])
    timezone = StringField(_l("Time zone"), default="UTC")
