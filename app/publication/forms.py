"""What goes to and fro between a draft and its readers, on the way to the published report."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, DateTimeLocalField, HiddenField, RadioField, SelectChoice, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from app.core.report.revision import WORDS_LIMIT
from app.core.texts import REASON_LIMIT
from app.publication.terms import MESSAGE_LIMIT, CorrectionState
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


class CirculationForm(_DeadlineForm):
    message = TextAreaField(
        _l("Message"),
        [Optional(), Length(max=MESSAGE_LIMIT)],
        description=_l("It goes with the letter and stands above the draft."),
    )


class ExtensionForm(_DeadlineForm):
    reason = TextAreaField(
        _l("Reason"),
        [
            DataRequired(_l("Say why there is more time: it stands above the draft.")),
            Length(max=REASON_LIMIT),
        ],
    )


class CorrectionForm(TidyForm):
    text = TextAreaField(
        _l("The words as they should stand"),
        [Optional(), Length(max=WORDS_LIMIT)],
        description=_l("Change what should read otherwise. After an empty line a new paragraph begins."),
    )
    leaves_out = BooleanField(
        _l("Leave the paragraph out"),
        description=_l("It goes with all that hangs on it, whatever stands in the field above."),
    )
    reason = TextAreaField(
        _l("Reason"),
        [
            DataRequired(_l("Say why: the rapporteur and all readers see your reason.")),
            Length(max=REASON_LIMIT),
        ],
    )


class AnswerForm(TidyForm):
    seen = HiddenField()  # the digest of the words that the rapporteur had before his or her eyes
    state = RadioField(
        _l("What becomes of the correction"),
        [InputRequired(_l("Choose what becomes of the correction."))],
        choices=[
            SelectChoice(
                CorrectionState.ACCEPTED.value,
                _l("Accept"),
                render_kw={"hint": _l("The words below go into the draft.")},
            ),
            SelectChoice(
                CorrectionState.DECLINED.value,
                _l("Decline"),
                render_kw={"hint": _l("The draft stays as it is; say why.")},
            ),
        ],
    )
    text = TextAreaField(
        _l("The words for the draft"),
        [Optional(), Length(max=WORDS_LIMIT)],
        description=_l("As proposed, unless you change them."),
    )
    answer = TextAreaField(
        _l("Answer"),
        [Optional(), Length(max=REASON_LIMIT)],
        description=_l("Public, and mailed to the proposer. Needed where you decline."),
    )

    def offer(self, *, leaves_out: bool) -> None:
        """Says what it means to accept that a paragraph is left out."""
        accept, decline = self.state.choices
        if leaves_out:
            hint = _l("The paragraph goes from the draft with all that hangs on it, unless you write words.")
            self.state.choices = [SelectChoice(accept.value, accept.label, render_kw={"hint": hint}), decline]


class ApprovalForm(TidyForm):
    words = HiddenField(validators=[InputRequired()])  # their digest as the chair saw them


class PublishForm(TidyForm):
    corrects = TextAreaField(
        _l("What this version sets right"),
        [Optional(), Length(max=REASON_LIMIT)],
        description=_l("It is printed in the report."),
    )
