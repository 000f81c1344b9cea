"""What chairs send, and those who dissent from them."""

from collections.abc import Sequence
from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms import (
    DateTimeLocalField,
    HiddenField,
    RadioField,
    SelectChoice,
    SelectField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from app.consultations.models import AgendaItem
from app.core import determinations, interests, minority, objections, rounds
from app.web.forms import TidyForm
from app.web.languages import LANGUAGES


class DeterminationForm(TidyForm):
    seen = HiddenField()  # what the chair had before his or her eyes
    status = RadioField(
        _l("Agreement status"),
        [InputRequired(_l("Choose a status."))],
        choices=[
            SelectChoice(status.value, _l(meaning.label))
            for status, meaning in determinations.MEANINGS.items()
        ],
    )
    rationale = TextAreaField(
        _l("Reasons"),
        [
            DataRequired(_l("Give your reasons: participants read them beside the status.")),
            Length(max=determinations.RATIONALE_LIMIT),
        ],
    )
    departure = TextAreaField(
        _l("Why not as the figures suggest"), [Optional(), Length(max=determinations.DEPARTURE_LIMIT)]
    )
    new_information = TextAreaField(_l("What is new"), [Optional(), Length(max=rounds.REASON_LIMIT)])
    notes = TextAreaField(_l("Notes among the chairs"), [Optional(), Length(max=determinations.NOTES_LIMIT)])


class PreparationForm(DeterminationForm):
    """The same while it is prepared: it may lack anything."""

    status = RadioField(
        _l("Agreement status"), [Optional()], choices=[status.value for status in determinations.Status]
    )
    rationale = TextAreaField(_l("Reasons"), [Optional(), Length(max=determinations.RATIONALE_LIMIT)])


class ChallengeForm(TidyForm):
    text = TextAreaField(
        _l("Why it is not as determined"),
        [
            DataRequired(_l("Give the reason: the chair must be able to answer it.")),
            Length(max=rounds.REASON_LIMIT),
        ],
    )
    behalf = RadioField(_l("For whom you speak"))

    def offer(self, behalves: Sequence[objections.Behalf]) -> Self:
        """The same form with those for whom one can speak; where that is one alone nobody is asked."""
        self.behalf.choices = [SelectChoice(b.value, _l(objections.BEHALF_LABELS[b])) for b in behalves]
        if len(behalves) == 1 or not self.is_submitted():
            self.behalf.data = behalves[0].value
        return self


class AppealForm(ChallengeForm):
    text = TextAreaField(
        _l("What the host body is to decide, and why"),
        [
            DataRequired(_l("Write what the host body is to decide, and why.")),
            Length(max=rounds.ANSWER_LIMIT),
        ],
    )


class RulingForm(TidyForm):
    """What a chair writes upon a determination: answers, more time, a withdrawal."""

    text = TextAreaField(
        _l("Reason"),
        [DataRequired(_l("Give the reason: it is public.")), Length(max=rounds.REASON_LIMIT)],
    )


class ChallengesAnswerForm(RulingForm):
    text = TextAreaField(
        _l("Answer"),
        [
            DataRequired(_l("Write the answer to the challenges: it is public.")),
            Length(max=rounds.ANSWER_LIMIT),
        ],
    )


class ExtensionForm(RulingForm):
    until = DateTimeLocalField(
        _l("New deadline"),
        [InputRequired(_l("Give a time that is later than the present deadline."))],
        format=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )


class HearingForm(TidyForm):
    text = TextAreaField(
        _l("What the host body answered"),
        [
            DataRequired(_l("Write what the host body answered: it is public.")),
            Length(max=rounds.ANSWER_LIMIT),
        ],
    )


class AnswerForm(TidyForm):
    state = RadioField(
        _l("What becomes of the objection"),
        [InputRequired(_l("Choose what becomes of the objection."))],
        choices=[
            SelectChoice(
                state.value,
                _l(objections.LABELS[state]),
                render_kw={"hint": _l(objections.MEANINGS[state])},
            )
            for state in objections.SETTLED_BY_CHAIR
        ],
    )
    answer = TextAreaField(
        _l("Answer"),
        [
            DataRequired(_l("Write the answer to the objection: it is public.")),
            Length(max=objections.ANSWER_LIMIT),
        ],
    )


class ReplyForm(TidyForm):
    answer = TextAreaField(
        _l("Why the answer does not satisfy"),
        [
            DataRequired(_l("Say why the answer does not satisfy: it is public.")),
            Length(max=objections.ANSWER_LIMIT),
        ],
        id="reply",
    )


class RetractionForm(TidyForm):
    answer = TextAreaField(
        _l("A word with it"), [Optional(), Length(max=objections.ANSWER_LIMIT)], id="retraction"
    )


class ReopeningForm(TidyForm):
    answer = TextAreaField(
        _l("What is new"),
        [
            DataRequired(_l("Say what is new: an objection is reopened for that alone, and it is public.")),
            Length(max=objections.ANSWER_LIMIT),
        ],
        id="news",
    )


class SignatureForm(TidyForm):
    naming = RadioField(
        _l("How you are named"),
        [InputRequired(_l("Choose how you are named."))],
        choices=[SelectChoice(naming.value, _l(label)) for naming, label in minority.LABELS.items()],
        default=minority.Naming.NAMED.value,
    )

    def offer(self, speaks_for_group: bool) -> Self:
        """The same form; the name of a group is only offered to who speaks for one."""
        if not speaks_for_group:
            self.naming.choices = [c for c in self.naming.choices if c.value != minority.Naming.GROUP.value]
        return self


class StatementForm(SignatureForm):
    text = TextAreaField(
        _l("Your statement"),
        [
            DataRequired(_l("Write the statement: the report prints your own words.")),
            Length(max=minority.STATEMENT_LIMIT),
        ],
    )
    language = SelectField(
        _l("Language of the statement"), choices=[SelectChoice(*pair) for pair in LANGUAGES.items()]
    )


class InterestForm(TidyForm):
    text = TextAreaField(
        _l("What you have at stake"),
        [DataRequired(_l("Say what you have at stake: it is public.")), Length(max=interests.INTEREST_LIMIT)],
    )
    item = SelectField(_l("It concerns"), [Optional()])

    def offer(self, agenda: Sequence[AgendaItem]) -> Self:
        """The same form with the items of an agenda to choose from."""
        named = [SelectChoice(str(item.number), f"{item.number}. {item.title}") for item in agenda]
        self.item.choices = [SelectChoice("", _l("The whole consultation")), *named]
        return self
