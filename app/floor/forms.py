"""What is sent about what was said in the room."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app.core import interventions, texts, votes
from app.web.forms import TidyForm


class InterventionForm(TidyForm):
    delegation = SelectField(_l("Who spoke"), [InputRequired(_l("Choose who spoke."))], choices=[])
    speaker = StringField(
        _l("The speaker, as announced"), [Optional(), Length(max=interventions.SPEAKER_LIMIT)]
    )
    about = SelectField(_l("It concerns"), [InputRequired()], choices=[])  # "P3" or "P3.2"
    counts_as = RadioField(
        _l("It is to count as"),
        [InputRequired()],
        choices=[
            SelectChoice(
                counts_as.value,
                _l(label),
                render_kw={"hint": _l(interventions.CONTRIBUTION_MEANINGS[counts_as])},
            )
            for counts_as, label in interventions.CONTRIBUTION_LABELS.items()
        ],
        default=interventions.Contribution.COMMENT.value,
    )
    words = TextAreaField(
        _l("What was said"),
        [Optional(), Length(max=texts.COMMENT_LIMIT)],
        description=_l("In the speaker’s words. With a vote: the reason, or the reservation."),
    )
    form = SelectField(
        _l("The words of a position are"),
        choices=[SelectChoice(form.value, _l(label)) for form, label in texts.FORM_LABELS.items()],
        default=texts.Form.CLAUSE.value,
    )
    choice = SelectField(
        _l("The vote"),
        choices=[
            SelectChoice("", _l("No vote")),
            *(SelectChoice(choice.value, _l(label)) for choice, label in votes.LABELS.items()),
        ],
        default="",
    )


class ConfirmationForm(TidyForm):
    words = TextAreaField(
        _l("Your words"),
        [Optional(), Length(max=texts.COMMENT_LIMIT)],
        description=_l("Correct them where they are not what was said."),
    )


class RefusalForm(TidyForm):
    reason = TextAreaField(_l("What is wrong with it"), [Optional(), Length(max=texts.COMMENT_LIMIT)])
