"""Every form: what people type is made regular, and what core finds lacking is said beside its field."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, StringField, TextAreaField

from app.core.words import Incomplete
from app.web.languages import say
from app.web.typed import tidy, tidy_line

TIDIED = {StringField: tidy_line, TextAreaField: tidy}  # not their kin: a password stays as it is typed


class TidyForm(FlaskForm):
    """A form whose texts reach nobody with hidden characters in them, and the database without a NUL."""

    class Meta(FlaskForm.Meta):
        def bind_field(self, form: Any, unbound_field: Any, options: dict[str, Any]) -> Field:
            field = super().bind_field(form, unbound_field, options)
            if type(field) in TIDIED:
                field.filters = (*field.filters, TIDIED[type(field)])
            return field


def refuse_field(form: FlaskForm, lack: Incomplete) -> None:
    """Puts the sentence beside its field."""
    form[lack.field].errors = [*form[lack.field].errors, say(lack.sentence)]
