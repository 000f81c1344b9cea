"""What those at the desk send."""

from flask_babel import lazy_gettext as _l
from wtforms import (
    HiddenField,
    IntegerField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length, NumberRange, Optional

from app.consultations.terms import REPORT_STYLE_LABELS
from app.core.report.document import Numbering
from app.core.report.edition import Annex
from app.core.report.phrases import LANGUAGES
from app.drafting.actions import NOTE_LIMIT, REASON_LIMIT
from app.drafting.terms import ANNEX_LABELS, NUMBERING_LABELS, QUANTIFIER_LABELS
from app.web.forms import TidyForm
from app.web.languages import LANGUAGES as NAMES


class _Written(TidyForm):
    language = SelectField(
        _l("Language of the words"),
        id="words-language",
        choices=[SelectChoice(*pair) for pair in NAMES.items()],
        validate_choice=False,
    )

    @property
    def lang(self) -> str:
        """One of those offered; nothing for any other, or none."""
        return self.language.data if self.language.data in NAMES else ""


class WordsForm(_Written):
    number = HiddenField()  # of the revision that was seen
    text = TextAreaField(_l("The words in the report"))
    choice = HiddenField()  # of a conflict: what somebody else has saved

    @property
    def seen(self) -> int:
        return int(self.number.data) if (self.number.data or "").isdecimal() else 0


class AdditionForm(_Written):
    text = TextAreaField(_l("The new paragraph"))
    find = StringField(_l("Find in the record"), [Optional(), Length(max=200)])


class ReasonForm(TidyForm):
    reason = TextAreaField(
        _l("Reason"),
        [
            DataRequired(_l("Say why: participants read the reason beside their words.")),
            Length(max=REASON_LIMIT),
        ],
    )


class NoteForm(TidyForm):
    text = TextAreaField(_l("Note"), [DataRequired(_l("Write the note.")), Length(max=NOTE_LIMIT)])


class EditionForm(TidyForm):
    style = SelectField(
        _l("Style"),
        choices=[SelectChoice(style.value, _l(label)) for style, label in REPORT_STYLE_LABELS.items()],
    )
    language = SelectField(
        _l("Language"), choices=[SelectChoice(code, NAMES.get(code, code)) for code in LANGUAGES]
    )
    numbering = SelectField(
        _l("Numbering"),
        choices=[SelectChoice(kind.value, _l(label)) for kind, label in NUMBERING_LABELS.items()],
        default=Numbering.NONE.value,
    )
    annexes = SelectMultipleField(
        _l("Annexes"),
        choices=[SelectChoice(annex.value, _l(ANNEX_LABELS[annex])) for annex in Annex],
    )
    quantifiers = SelectField(
        _l("Words for numbers"),
        choices=[SelectChoice(kind, _l(label)) for kind, label in QUANTIFIER_LABELS.items()],
        default="neutral",
    )
    word_limit = IntegerField(_l("Limit in words"), [Optional(), NumberRange(min=1, max=1_000_000)])
