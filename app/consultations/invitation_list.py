"""A list of people to invite, as somebody pastes it: right as a whole, or told line by line what is not."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext

from app.accounts.addresses import normalize
from app.consultations.models import Consultation, Delegation, StakeholderGroup
from app.consultations.queries import delegations, groups, invited_addresses, seated_addresses
from app.core.roles import LABELS, SEATED, Role
from app.core.words import N_, Incomplete
from app.web.typed import tidy_line

MOST = 1_000  # lines
NAME_LIMIT = 160
_HEADS = {"address", "addresses", "email", "e-mail", "mail", "e-mail address", "email address"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One line as it was typed."""

    line: int
    email: str
    delegation: str = ""
    group: str = ""
    role: str = ""
    rest: str = ""  # what stands after it


@dataclass(frozen=True, slots=True)
class Planned:
    """One invitation as it will be made. A delegation that is not there yet is a name alone."""

    line: int
    email: str
    role: Role
    delegation: Delegation | None
    new_delegation: str
    group: StakeholderGroup | None

    @property
    def delegation_name(self) -> str:
        return self.delegation.name if self.delegation else self.new_delegation


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with one line, and with which of its parts."""

    line: int
    field: str
    lack: Incomplete


def read_list(text: str) -> list[Asked]:
    """The lines of a pasted list: address, delegation, group, role; a line of headings is passed over."""
    asked = []
    for number, line in enumerate(text.splitlines(), 1):
        cells = [tidy_line(cell) for cell in _cells(line)]
        heading = (
            not asked and cells and cells[0].casefold() in _HEADS | {gettext("E-mail address").casefold()}
        )
        if any(cells) and not heading:
            asked.append(Asked(number, *(cells + [""] * 4)[:4], rest=" ".join(cells[4:]).strip()))
    return asked


def plan(consultation: Consultation, asked: Sequence[Asked]) -> tuple[list[Planned], list[Flaw]]:
    """What a list would do, and all that is wrong with it."""
    planner = _Planner(consultation)
    planned, flaws = [], []
    for line in asked[:MOST]:
        try:
            planned.append(planner.read(line))
        except Incomplete as lack:
            flaws.append(Flaw(line.line, lack.field, lack))
    if len(asked) > MOST:
        lack = Incomplete("email", N_("Invite at most %(number)d people at once."), number=MOST)
        flaws.append(Flaw(asked[MOST].line, "email", lack))
    return planned, flaws


def name_key(name: str) -> str:
    """What makes two names of a delegation the same."""
    return tidy_line(name).casefold()


class _Planner:
    """Reads line after line, and remembers what the lines before it have taken."""

    def __init__(self, consultation: Consultation) -> None:
        self.groups = {}
        for group in groups(consultation):
            self.groups |= {group.key: group, name_key(group.name): group}
        self.delegations = {name_key(d.name): d for d in delegations(consultation)}
        self.new: dict[str, tuple[str, StakeholderGroup | None]] = {}
        self.roles = {word.casefold(): role for role in SEATED for word in _words_for(role)}
        self.taken = dict.fromkeys(seated_addresses(consultation), _SEATED)
        self.taken |= dict.fromkeys(invited_addresses(consultation), _INVITED)

    def read(self, line: Asked) -> Planned:
        if line.rest:
            raise Incomplete("email", _TOO_MANY_PARTS, part=line.rest)
        email = normalize(line.email)
        if email in self.taken:
            raise Incomplete("email", self.taken[email], address=email)
        role = self._role(line.role)
        group = self._group(line.group)
        if len(line.delegation) > NAME_LIMIT:
            raise Incomplete("delegation", N_("This name of a delegation is too long."))
        delegation, name, group = self._delegation(line.delegation, group)
        if role is Role.PARTICIPANT and self.groups and group is None:
            if delegation:
                raise Incomplete("delegation", _WITHOUT_GROUP, delegation=delegation.name)
            raise Incomplete("group", N_("Name the group: one of %(groups)s."), groups=self._names())
        if name:
            self.new[name_key(name)] = (name, group)
        self.taken[email] = _TWICE
        return Planned(line.line, email, role, delegation, name, group)

    def _role(self, text: str) -> Role:
        if not text:
            return Role.PARTICIPANT
        if text.casefold() not in self.roles:
            known = tuple(LABELS[role].lower() for role in SEATED)
            raise Incomplete(
                "role", N_("“%(role)s” is no role: use one of %(roles)s."), role=text, roles=known
            )
        return self.roles[text.casefold()]

    def _group(self, text: str) -> StakeholderGroup | None:
        if text and name_key(text) not in self.groups:
            raise Incomplete(
                "group",
                N_("“%(group)s” is no group here: use one of %(groups)s."),
                group=text,
                groups=self._names(),
            )
        return self.groups[name_key(text)] if text else None

    def _delegation(
        self, name: str, group: StakeholderGroup | None
    ) -> tuple[Delegation | None, str, StakeholderGroup | None]:
        """The delegation that is there, or the name of a new one; and its group."""
        there = self.delegations.get(name_key(name))
        known, its_group = (there.name, there.group) if there else self.new.get(name_key(name), (name, group))
        if group and its_group is None:
            raise Incomplete("delegation", _WITHOUT_GROUP, delegation=known)
        if group and its_group is not group:
            raise Incomplete(
                "group",
                N_("%(delegation)s is in the group %(group)s."),
                delegation=known,
                group=its_group.name,
            )
        return there, "" if there else known, its_group

    def _names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(group.name for group in self.groups.values()))


_TOO_MANY_PARTS = N_(
    "A line has four parts, and here “%(part)s” is left over. Put quotation marks around a name with commas."
)
_WITHOUT_GROUP = N_("%(delegation)s has no group yet. Give it one first, under “Delegations”.")
_SEATED = N_("%(address)s has a seat here already.")
_INVITED = N_("%(address)s has been invited already: send the invitation again from the list below.")
_TWICE = N_("%(address)s stands in the list twice.")


def _cells(line: str) -> list[str]:
    """The parts of a line, between tabs, else semicolons, else commas; quotation marks hold one together."""
    separator = next((sign for sign in "\t;" if sign in line), ",")
    return next(csv.reader([line.replace("\x00", "")], delimiter=separator, skipinitialspace=True), [])


def _words_for(role: Role) -> tuple[str, ...]:
    return role.value, LABELS[role], gettext(LABELS[role])
