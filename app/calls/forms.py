"""What chairs send to open a call, to prolong or to cancel it, and those who are asked to answer it."""

from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms import (
    DateTimeLocalField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from app.core import calls
from app.core.objections import BEHALF_LABELS
from app.core.votes import REASON_LIMIT
from app.web.forms import TidyForm


class _DeadlineForm(TidyForm):
    closes_at = DateTimeLocalField(
        _l("Deadline"),
        [InputRequired(_l("Give a date and a time."))],
        format=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )

    def validate_closes_at(self, closes_at: DateTimeLocalField) -> None:
        if closes_at.data and not 2000 <= closes_at.data.year <= 2100:
            raise ValidationError(_l("Write the year in four figures, like 2026."))


class CallForm(_DeadlineForm):
    manner = RadioField(
        _l("How it is put"),
        [InputRequired(_l("Choose how it is put."))],
        choices=[
            SelectChoice(manner.value, _l(label), render_kw={"hint": _l(calls.MANNER_MEANINGS[manner])})
            for manner, label in calls.MANNER_LABELS.items()
        ],
        default=calls.Manner.CALL.value,
    )
    positions = SelectMultipleField(_l("Positions"), [Optional()], choices=[])
    question = TextAreaField(
        _l("Message"),
        [Optional(), Length(max=calls.QUESTION_LIMIT)],
        description=_l("It stands above the texts, and goes with the notice."),
    )


class ExtensionForm(_DeadlineForm):
    reason = TextAreaField(
        _l("Reason"),
        [DataRequired(_l("Say why: all who were asked read it.")), Length(max=calls.REASON_LIMIT)],
    )


class CancellationForm(TidyForm):
    reason = TextAreaField(
        _l("Reason"),
        [DataRequired(_l("Say why: all who were asked read it.")), Length(max=calls.REASON_LIMIT)],
    )


class AnswerForm(TidyForm):
    answer = RadioField(
        _l("Can you live with this?"),
        [InputRequired(_l("Choose an answer, or leave the page to stay silent."))],
        choices=[SelectChoice(answer.value, _l(label)) for answer, label in calls.ANSWER_LABELS.items()],
    )
    reason = TextAreaField(
        _l("Reason"),
        [Optional(), Length(max=REASON_LIMIT)],
        description=_l("Needed for an objection: the chair has to answer it."),
    )
    remedy = TextAreaField(
        _l("What would remove the objection"),
        [Optional(), Length(max=REASON_LIMIT)],
        description=_l("The change with which you could live."),
    )
    behalf = SelectField(
        _l("On whose behalf"),
        [Optional()],
        choices=[SelectChoice(behalf.value, _l(label)) for behalf, label in BEHALF_LABELS.items()],
    )

    def offer(self, manner: calls.Manner) -> Self:
        """The same form with the answers that a call of this manner takes."""
        self.answer.choices = [c for c in self.answer.choices if c.value in calls.OPEN_TO[manner]]
        if manner is calls.Manner.SILENCE and self.answer.data is None:
            self.answer.data = calls.Answer.OBJECT.value
        return self
