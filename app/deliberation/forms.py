"""What stakeholders send when they put something forward or comment."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectChoice, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app.core.texts import (
    BODY_LIMIT,
    COMMENT_LIMIT,
    ELABORATION_LIMIT,
    FORM_LABELS,
    POSITION_LIMIT,
    PROPOSAL_KIND_LABELS,
    TITLE_LIMIT,
    Form,
    ProposalKind,
)

FORMS = [SelectChoice(form.value, _l(label)) for form, label in FORM_LABELS.items()]
KINDS = [SelectChoice(kind.value, _l(label)) for kind, label in PROPOSAL_KIND_LABELS.items()]


class ProposalForm(FlaskForm):
    kind = RadioField(_l("Kind"), choices=KINDS, default=ProposalKind.TEXT.value)
    title = StringField(
        _l("Title"), [InputRequired(_l("Give the proposal a title.")), Length(max=TITLE_LIMIT)]
    )
    text = TextAreaField(_l("Position"), [Optional(), Length(max=POSITION_LIMIT)])
    form = RadioField(_l("Form"), choices=FORMS, default=Form.CLAUSE.value)
    body = TextAreaField(_l("Background"), [Optional(), Length(max=BODY_LIMIT)])


class PositionForm(FlaskForm):
    text = TextAreaField(
        _l("Position"),
        [InputRequired(_l("Write the position.")), Length(max=POSITION_LIMIT)],
    )
    form = RadioField(_l("Form"), choices=FORMS, default=Form.CLAUSE.value)
    elaboration = TextAreaField(_l("Explanation"), [Optional(), Length(max=ELABORATION_LIMIT)])


class CommentForm(FlaskForm):
    body = TextAreaField(_l("Comment"), [InputRequired(_l("Write your comment.")), Length(max=COMMENT_LIMIT)])
