"""What officers send when they record what happens next."""

from flask_babel import lazy_gettext as _l
from wtforms import DateField, RadioField, SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from app.core import outcomes
from app.core.texts import ELABORATION_LIMIT, POSITION_LIMIT, Form
from app.web.forms import TidyForm

WHOLE = "all"


class OutcomeForm(TidyForm):
    kind = RadioField(
        _l("What happens"),
        [InputRequired(_l("Choose what happens."))],
        choices=[
            SelectChoice(kind.value, _l(label), render_kw={"hint": _l(outcomes.MEANINGS[kind])})
            for kind, label in outcomes.LABELS.items()
        ],
    )
    text = StringField(
        _l("What it is about"),
        [
            DataRequired(_l("Write what this is about: the words that complete the sentence.")),
            Length(max=POSITION_LIMIT),
        ],
    )
    form = RadioField(
        _l("These words are"),
        [InputRequired()],
        choices=[
            SelectChoice(Form.NOUN.value, _l("a name or a thing, to which the report adds the verb")),
            SelectChoice(Form.CLAUSE.value, _l("a whole sentence, printed as it is")),
        ],
        default=Form.NOUN.value,
    )
    body = StringField(_l("To whom, or by whom"), [Optional(), Length(max=200)])
    delegation = SelectField(
        _l("A delegation that acts"),
        choices=[],
        description=_l("It can say here what has become of it, and is reminded of the day."),
    )  # "" or a number
    due_on = DateField(_l("By when, or on which day"), [Optional()])
    modality = SelectField(
        _l("How firm it is"),
        [InputRequired()],
        choices=[
            SelectChoice(modality.value, _l(label)) for modality, label in outcomes.MODALITY_LABELS.items()
        ],
        default=outcomes.Modality.WILL.value,
    )
    elaboration = TextAreaField(_l("Further sentences"), [Optional(), Length(max=ELABORATION_LIMIT)])
    about = SelectField(_l("It concerns"), [InputRequired()], choices=[])  # WHOLE, "I2" or "P3"


class AccountForm(TidyForm):
    course = RadioField(
        _l("How it stands"),
        [InputRequired(_l("Choose how it stands."))],
        choices=[SelectChoice(course.value, _l(label)) for course, label in outcomes.COURSE_LABELS.items()],
    )
    note = TextAreaField(
        _l("What has happened"),
        [Optional(), Length(max=outcomes.ACCOUNT_LIMIT)],
        description=_l("Public, beside the outcome. Where it is not pursued, say why."),
    )
    due_on = DateField(_l("The day that holds now"), [Optional()])
