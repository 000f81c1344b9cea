"""What stakeholders send when they put something forward or comment."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from app.consultations.models import Document
from app.core.texts import (
    BODY_LIMIT,
    COMMENT_LIMIT,
    ELABORATION_LIMIT,
    ENTRIES,
    FORM_EXAMPLES,
    FORM_LABELS,
    POSITION_LIMIT,
    PROPOSAL_KIND_LABELS,
    PUT_FORWARD,
    REASON_LIMIT,
    RELATION_LABELS,
    TITLE_LIMIT,
    Form,
    Kind,
    ProposalKind,
)
from app.web.forms import TidyForm
from app.web.typed import tidy_line


def _choices(labels: dict, hints: dict | None = None) -> list[SelectChoice]:
    return [
        SelectChoice(term.value, _l(label), render_kw={"hint": _l(hints[term])} if hints else None)
        for term, label in labels.items()
    ]


FRAMES = _choices(FORM_LABELS, FORM_EXAMPLES)


class WordingForm(TidyForm):
    """The words of a position and what they are."""

    text = TextAreaField(_l("The words"), [Length(max=POSITION_LIMIT)], filters=[tidy_line])
    form = RadioField(_l("Complete the sentence"), choices=FRAMES, default=Form.CLAUSE.value)
    kind = RadioField(_l("It is"), choices=_choices(PUT_FORWARD), default=Kind.VIEW.value)
    elaboration = TextAreaField(_l("Explanation"), [Optional(), Length(max=ELABORATION_LIMIT)])
    as_new = HiddenField()  # a replacement of words that have been voted on


class PositionForm(WordingForm):
    """A position within a proposal, which may answer another."""

    named = BooleanField(_l("The report may name my delegation"))
    answers = IntegerField(validators=[Optional()])
    answers_as = RadioField(
        _l("How it answers"),
        [InputRequired(_l("Choose whether it speaks against that position or stands beside it."))],
        choices=_choices(RELATION_LABELS),
    )

    def validate(self, extra_validators: Any = None) -> bool:
        if not self.answers.data:
            del self.answers_as
        return super().validate(extra_validators)


class HeadForm(TidyForm):
    """What stands above a proposal's positions."""

    title = StringField(
        _l("Title"),
        [DataRequired(_l("Give the proposal a title.")), Length(max=TITLE_LIMIT)],
    )
    body = TextAreaField(_l("Background"), [Optional(), Length(max=BODY_LIMIT)])


class ProposalForm(HeadForm):
    """A proposal; its text is its first position, or its first entries, one a line."""

    kind = RadioField(_l("Kind"), choices=_choices(PROPOSAL_KIND_LABELS), default=ProposalKind.TEXT.value)
    entries_called = StringField(_l("What the entries are called"), [Optional(), Length(max=60)])
    document = SelectField(_l("Document"), [Optional()], validate_choice=False)  # its number
    text = TextAreaField(_l("The first entries, one a line"), [Optional()])
    form = RadioField(_l("Complete the sentence"), choices=FRAMES, default=Form.CLAUSE.value)
    elaboration = TextAreaField(_l("Explanation"), [Optional(), Length(max=ELABORATION_LIMIT)])

    @property
    def texts(self) -> list[str]:
        """The words of each position to be put forward with the proposal."""
        words = self.text.data or ""
        if self.kind.data == ProposalKind.TEXT:
            return [words]
        return [line for line in words.splitlines() if line.strip()]

    def offer(self, documents: Iterable[Document]) -> None:
        """The documents that may be under discussion."""
        named = [SelectChoice(str(document.number), document.title) for document in documents]
        self.document.choices = [SelectChoice("", _l("None of these")), *named] if named else []

    def validate_text(self, text: TextAreaField) -> None:
        if len(self.texts) > ENTRIES:
            raise ValidationError(
                gettext(
                    "Begin with at most %(number)s entries; more can be added afterwards.", number=ENTRIES
                )
            )


class CommentForm(TidyForm):
    body = TextAreaField(_l("Comment"), [DataRequired(_l("Write your comment.")), Length(max=COMMENT_LIMIT)])
    on = IntegerField(validators=[Optional()])  # a position
    answers = IntegerField(validators=[Optional()])  # a comment
    depth = IntegerField(validators=[Optional()], default=1)  # where it stands on the page


class ConcealmentForm(TidyForm):
    reason = StringField(
        _l("Reason"),
        [DataRequired(_l("Say why: the reason stands where the text was.")), Length(max=REASON_LIMIT)],
    )
