"""What core finds lacking is said beside the field that lacks it."""

from flask_wtf import FlaskForm

from app.core.words import Incomplete
from app.web.languages import say


def refuse_field(form: FlaskForm, lack: Incomplete) -> None:
    """Puts the sentence beside its field."""
    form[lack.field].errors = [*form[lack.field].errors, say(lack.sentence)]
