"""What people send about being told."""

from collections.abc import Mapping, Sequence

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectChoice, SelectField, SelectMultipleField
from wtforms.validators import InputRequired

from app.consultations.models import Consultation
from app.core.telling import LABELS, MEANINGS, USUAL, Rhythm
from app.web.forms import TidyForm


class ReadForm(TidyForm):
    """The keys of the notices that somebody has read."""

    key = SelectMultipleField(validate_choice=False)


class MailForm(TidyForm):
    """What mail somebody wants; `offer` adds a choice for each consultation."""

    usual = RadioField(
        _l("Usually"),
        [InputRequired(_l("Choose what mail you want."))],
        choices=[
            SelectChoice(rhythm.value, _l(LABELS[rhythm]), render_kw={"hint": _l(MEANINGS[rhythm])})
            for rhythm in Rhythm
        ],
    )

    def rhythm_in(self, held: Consultation) -> Rhythm | None:
        """What was chosen for a consultation; None: as usual."""
        return Rhythm(self[_name(held)].data) if self[_name(held)].data else None


def mail_form(
    sits_in: Sequence[Consultation], chosen: Mapping[int | None, Rhythm], *, sent: bool
) -> MailForm:
    """The form for somebody with some seats: as it was sent, or as he or she has chosen so far."""
    fields = {_name(held): SelectField(held.title, choices=_OFFERED) for held in sits_in}
    form = type("OwnMailForm", (MailForm,), fields)
    if sent:
        return form()
    data = {_name(held): chosen[held.id].value for held in sits_in if held.id in chosen}
    return form(formdata=None, data={"usual": chosen.get(None, USUAL).value, **data})


_OFFERED = [
    SelectChoice("", _l("As usual")),
    *(SelectChoice(rhythm.value, _l(LABELS[rhythm])) for rhythm in Rhythm),
]


def _name(held: Consultation) -> str:
    return f"in {held.slug}"
