"""Every form: what people type is made regular, and what core finds lacking is said beside its field."""

from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def beside(form: FlaskForm) -> Iterator[None]:
    """What an act finds lacking is said beside its field, among `form.errors`; what follows it answers.

    `with beside(form), write():` where the transaction is to end before the form is shown again.
    """
    try:
        yield
    except Incomplete as lack:
        form[lack.field].errors = [*form[lack.field].errors, say(lack.sentence)]
