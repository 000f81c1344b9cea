"""The sheets on which a secretariat writes what a consultation is, when it is, and by which rules."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext
from flask_wtf import FlaskForm
from msgspec import structs

from app.consultations.forms import DatesForm, DescriptionForm, RulesForm, procedure_form
from app.consultations.frame import describe, set_dates, set_procedure, set_rules
from app.consultations.models import Consultation, Seat
from app.consultations.terms import Participation, Readers, ReportStyle, VotingUnit
from app.core.phases import Phase
from app.core.procedure import Procedure
from app.core.words import N_
from app.core.zones import to_instant, to_local


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form about the consultation itself, shown and saved knowing whether there are votes already."""

    title: str
    form_for: Callable[[Consultation, bool], Any]
    save: Callable[[Consultation, Seat, Any, datetime, bool], None]


def _description_form(consultation: Consultation, voted: bool) -> DescriptionForm:
    form = DescriptionForm(obj=consultation)
    if consultation.phase is not Phase.DRAFT:
        del form.slug
    return form


def _save_description(
    consultation: Consultation, seat: Seat, form: DescriptionForm, now: datetime, voted: bool
) -> None:
    describe(consultation, seat, now, **_sent(form))


def _dates_form(consultation: Consultation, voted: bool) -> DatesForm:
    shown = {name: _shown(consultation, name) for name in MINUTES}
    return DatesForm(data={name: getattr(consultation, name) for name in DATES} | shown)


def _save_dates(consultation: Consultation, seat: Seat, form: DatesForm, now: datetime, voted: bool) -> None:
    minutes = {name: _instant(consultation, form, name) for name in MINUTES}
    set_dates(consultation, seat, now, **_sent(form) | minutes)


def _rules_form(consultation: Consultation, voted: bool) -> RulesForm:
    names = "yes" if consultation.names_public else "no"
    chosen = {name: getattr(consultation, name).value for name in RULES}
    form = RulesForm(data=chosen | {"names_public": names})
    if voted:
        form.voting_unit.description = form.names_public.description = gettext(
            "There are votes already: this stays as it is."
        )
    return form


def _save_rules(consultation: Consultation, seat: Seat, form: RulesForm, now: datetime, voted: bool) -> None:
    terms = {name: term(form[name].data) for name, term in RULES.items()}
    set_rules(consultation, seat, now, voted=voted, names_public=form.names_public.data == "yes", **terms)


def _procedure_form(consultation: Consultation, voted: bool) -> Any:
    return procedure_form()(data=structs.asdict(consultation.procedure))


def _save_procedure(
    consultation: Consultation, seat: Seat, form: FlaskForm, now: datetime, voted: bool
) -> None:
    set_procedure(consultation, seat, now, Procedure(**_sent(form)))


def _instant(consultation: Consultation, form: DatesForm, name: str) -> datetime | None:
    """The instant that a local time means; the one that is kept, to the second, where nobody changed it."""
    local, zone = form[name].data, form.timezone.data
    if (local, zone) == (_shown(consultation, name), consultation.timezone):
        return getattr(consultation, name)
    return to_instant(local, zone, name) if local else None


def _shown(consultation: Consultation, name: str) -> datetime | None:
    """A time as the clocks there show it."""
    at = getattr(consultation, name)
    return to_local(at, consultation.timezone).replace(second=0, microsecond=0) if at else None


def _sent(form: FlaskForm) -> dict[str, Any]:
    return {name: value for name, value in form.data.items() if name != "csrf_token"}


DATES = ("timezone", "held_on", "place", "statement_days")
MINUTES = ("closes_at", "statements_until")
RULES = {
    "participation": Participation,
    "readers": Readers,
    "voting_unit": VotingUnit,
    "report_style": ReportStyle,
}
SHEETS = {
    "description": Sheet(N_("Title and purpose"), _description_form, _save_description),
    "dates": Sheet(N_("Dates and place"), _dates_form, _save_dates),
    "rules": Sheet(N_("Who takes part, who reads, how votes count"), _rules_form, _save_rules),
    "procedure": Sheet(N_("Rules of procedure"), _procedure_form, _save_procedure),
}
