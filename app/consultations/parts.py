"""The four lists that a secretariat keeps in the same manner: agenda, officers, groups, delegations."""

from dataclasses import dataclass
from typing import Any

from app.consultations.forms import AgendaItemForm, DelegationForm, GroupForm, OfficerForm, PartForm
from app.consultations.models import AgendaItem, Consultation, Delegation, Officer, StakeholderGroup
from app.consultations.queries import groups
from app.core.words import N_


@dataclass(frozen=True, slots=True)
class Part:
    """One list: its rows, the form for one of them, and its words."""

    model: type
    form: type[PartForm]
    title: str
    purpose: str
    empty: str
    add: str
    ordered: bool = True  # the secretariat gives the order, else the names do

    def form_for(self, consultation: Consultation, thing: Any = None) -> PartForm:
        """The form for a row of the consultation, or for a new one."""
        form = self.form(obj=thing)
        if isinstance(form, DelegationForm):
            form.offer(groups(consultation))
            if thing is not None and not form.is_submitted():
                form.group_id.data = str(thing.group.number) if thing.group else ""
        return form


PARTS = {
    "agenda": Part(
        AgendaItem,
        AgendaItemForm,
        N_("Agenda"),
        N_("Each item becomes a section of the report. Proposals are put forward under an item."),
        N_("The agenda has no items yet."),
        N_("Add an item"),
    ),
    "officers": Part(
        Officer,
        OfficerForm,
        N_("Officers"),
        N_("Those who serve the meeting, as the report names them. A seat is given on another page."),
        N_("No officer is named yet."),
        N_("Name an officer"),
    ),
    "groups": Part(
        StakeholderGroup,
        GroupForm,
        N_("Stakeholder groups"),
        N_("The categories of interests by which votes are shown, in this order."),
        N_("There are no groups: votes are shown in one figure."),
        N_("Add a group"),
    ),
    "delegations": Part(
        Delegation,
        DelegationForm,
        N_("Delegations"),
        N_("The bodies for which people speak."),
        N_("There are no delegations: people speak for themselves."),
        N_("Add a delegation"),
        ordered=False,
    ),
}
