"""What a secretariat sends when it sets a consultation up."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    DateTimeLocalField,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    Regexp,
    ValidationError,
)

from app.consultations.models import AgendaItem, StakeholderGroup
from app.consultations.terms import (
    ADOPTION_LABELS,
    DELEGATION_KIND_LABELS,
    OFFICE_LABELS,
    PARTICIPATION_LABELS,
    READERS_LABELS,
    REPORT_STYLE_LABELS,
    VOTING_UNIT_LABELS,
    DelegationKind,
)
from app.core.procedure import SETTINGS, bounds, is_switch
from app.core.zones import zone_names
from app.web.forms import TidyForm
from app.web.languages import LANGUAGES
from app.web.markup import is_safe_url

PURPOSE_LIMIT = 20_000  # characters


def _choices(labels: Mapping[str, str]) -> list[SelectChoice]:
    return [SelectChoice(str(word), _l(label)) for word, label in labels.items()]


def _line(label: str, limit: int, *validators: Any, hint: str = "") -> StringField:
    optional = [] if validators else [Optional()]
    return StringField(label, [*validators, *optional, Length(max=limit)], description=hint)


def _one_of(label: str, choices: list[SelectChoice], hint: str = "", **more: Any) -> SelectField:
    return SelectField(label, [InputRequired()], choices=choices, description=hint, **more)


def _radios(label: str, choices: list[SelectChoice], hint: str = "") -> RadioField:
    return RadioField(label, [InputRequired()], choices=choices, description=hint)


def _zone(hint: str = "") -> SelectField:
    names = [SelectChoice(name, name.replace("_", " ")) for name in zone_names()]
    return _one_of(_l("Time zone"), names, hint)


def _text(label: str, limit: int, hint: str = "") -> TextAreaField:
    return TextAreaField(label, [Optional(), Length(max=limit)], description=hint)


_PURPOSE_HINT = _l("A few sentences. Markdown makes lists, links and emphasis.")
_FIXED_HINT = _l("This stays as it is from the first vote on.")


class OpenForm(TidyForm):
    title = _line(_l("Title"), 200, DataRequired(_l("Give the consultation a title.")))
    purpose = _text(_l("Purpose"), PURPOSE_LIMIT, _PURPOSE_HINT)
    timezone = _zone()


class CopyForm(TidyForm):
    title = _line(_l("Title"), 200, DataRequired(_l("Give the new consultation a title.")))
    follows = BooleanField(_l("It follows up this consultation"))


class DescriptionForm(TidyForm):
    title = _line(_l("Title"), 200, DataRequired(_l("Give the consultation a title.")))
    purpose = _text(_l("Purpose"), PURPOSE_LIMIT, _PURPOSE_HINT)
    language = _one_of(_l("Language of the texts"), [SelectChoice(*pair) for pair in LANGUAGES.items()])
    symbol = _line(_l("Document symbol"), 60, hint=_l("As it is to stand on the report, like EX/2009/1."))
    slug = StringField(
        _l("Address"),
        [
            DataRequired(_l("Give the consultation an address.")),
            Length(max=80),
            Regexp(r"[a-z0-9]+(-[a-z0-9]+)*\Z", message=_l("Use small letters a to z, figures and hyphens.")),
        ],
        description=_l("The last part of the link to this consultation. It is fixed at the opening."),
    )


class DatesForm(TidyForm):
    timezone = _zone(_l("In it you give the closing time below, and all times are shown."))
    closes_at = DateTimeLocalField(
        _l("Closing time"),
        [Optional()],
        format=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
        description=_l("From this minute on nobody can vote or comment, whoever is awake."),
    )
    held_on = DateField(
        _l("Day of the meeting"), [Optional()], description=_l("Only where people meet in one place.")
    )
    place = _line(_l("Place"), 120, hint=_l("As the report is to say it, like Geneva."))
    statement_days = IntegerField(
        _l("Days for minority statements"),
        [Optional()],
        description=_l(
            "Counted from each determination. Without days and without a date, until the report is published."
        ),
    )
    statements_until = DateTimeLocalField(
        _l("Last time for minority statements"),
        [Optional()],
        format=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
        description=_l("Instead of days. After it nobody can file, revise or sign one."),
    )

    def validate_closes_at(self, field: DateTimeLocalField) -> None:
        if field.data and not 2000 <= field.data.year <= 2100:
            raise ValidationError(_l("Write the year in four figures, like 2026."))

    validate_statements_until = validate_closes_at


class RulesForm(TidyForm):
    participation = _radios(_l("Who takes part"), _choices(PARTICIPATION_LABELS))
    readers = _radios(
        _l("Who reads"),
        _choices(READERS_LABELS),
        _l("Who has a seat always reads. A draft is read by its officers alone."),
    )
    voting_unit = _radios(_l("How votes are counted"), _choices(VOTING_UNIT_LABELS), _FIXED_HINT)
    names_public = _radios(
        _l("Names beside votes"),
        [
            SelectChoice("yes", _l("Shown: everybody sees who voted how")),
            SelectChoice("no", _l("Not shown: figures alone")),
        ],
        _FIXED_HINT,
    )
    report_style = _radios(_l("Style of the report"), _choices(REPORT_STYLE_LABELS))


@cache
def procedure_form() -> type[TidyForm]:
    """One field for each setting of the procedure."""
    fields = {}
    for name, (label, hint) in SETTINGS.items():
        if is_switch(name):
            fields[name] = BooleanField(_l(label), description=_l(hint))
            continue
        least, most = bounds(name)
        within = NumberRange(least, most, _l("Give a number from %(min)s to %(max)s."))
        fields[name] = IntegerField(_l(label), [InputRequired(), within], description=_l(hint))
    return type("ProcedureForm", (TidyForm,), fields)


class AdoptionForm(TidyForm):
    manner = _radios(_l("How it was adopted"), _choices(ADOPTION_LABELS))
    item = _one_of(_l("The report says it under"), [])


class PartForm(TidyForm):
    """A form whose fields are columns."""

    def columns(self) -> dict[str, Any]:
        return {name: value for name, value in self.data.items() if name != "csrf_token"}


class AgendaItemForm(PartForm):
    title = _line(_l("Title"), 200, DataRequired(_l("Write the title of the item.")))
    note = _text(_l("Note"), 2_000, _l("What people should know before they speak to this item."))


class OfficerForm(PartForm):
    role = _one_of(_l("Office"), _choices(OFFICE_LABELS))
    name = _line(
        _l("Name as printed"),
        120,
        DataRequired(_l("Write the name as the report prints it.")),
        hint=_l("With the form of address, like Ms. Amina Sample."),
    )
    short = _line(
        _l("Short form"),
        80,
        DataRequired(_l("Write the short form of the name.")),
        hint=_l("From the second mention on, like Ms. Sample."),
    )
    title = _line(_l("Title or function"), 200)
    pronoun = _line(_l("Pronoun in the report"), 20, hint=_l("Left empty, the short form is repeated."))


class GroupForm(PartForm):
    name = _line(_l("Name"), 120, DataRequired(_l("Write the name of the group.")))
    representatives = _line(
        _l("Its representatives, in the report"),
        160,
        DataRequired(_l("Write what the report calls its representatives.")),
        hint=_l("Like: Civil society representatives."),
    )


class DelegationForm(PartForm):
    name = _line(_l("Name"), 160, DataRequired(_l("Write the name of the delegation.")))
    kind = _one_of(_l("Kind"), _choices(DELEGATION_KIND_LABELS), default=DelegationKind.BODY.value)
    group_id = SelectField(_l("Stakeholder group"))
    speaks_for_group = BooleanField(_l("It speaks for its whole group"))

    def offer(self, groups: Sequence[StakeholderGroup]) -> "DelegationForm":
        """The form with the groups of a consultation to choose from, called by their numbers."""
        self.groups = {str(group.number): group.id for group in groups}
        named = [SelectChoice(str(group.number), group.name) for group in groups]
        self.group_id.choices = [SelectChoice("", _l("No group")), *named]
        return self

    def columns(self) -> dict[str, Any]:
        return super().columns() | {"group_id": self.groups.get(self.group_id.data)}

    def validate_speaks_for_group(self, speaks: BooleanField) -> None:
        if speaks.data and not self.group_id.data:
            raise ValidationError(_l("Choose the group it speaks for."))


class DocumentForm(TidyForm):
    title = _line(_l("Title"), 200, DataRequired(_l("Give the document a title.")))
    url = _line(_l("Link"), 2_000)
    file = FileField(
        _l("File"), description=_l("PDF, Word (.docx), ODT or text, or an image (PNG, JPEG, GIF, WebP).")
    )
    presented_by = _line(
        _l("Presented by"), 120, hint=_l("As the report is to say it, like: the secretariat.")
    )
    agenda_item = SelectField(_l("Agenda item"))

    def offer(self, agenda: Sequence[AgendaItem]) -> "DocumentForm":
        """The form with the items of an agenda to choose from."""
        self.items = {str(item.number): item for item in agenda}
        named = [SelectChoice(str(item.number), f"{item.number}. {item.title}") for item in agenda]
        self.agenda_item.choices = [SelectChoice("", _l("The whole consultation")), *named]
        return self

    def validate_url(self, url: StringField) -> None:
        if url.data and not is_safe_url(url.data):
            raise ValidationError(_l("Write a link that begins with https:// or http://."))

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if bool(self.url.data) == bool(self.file.data):
            self.url.errors = [_l("Give either a link or a file.")]
            return False
        return True
