"""The disposition table of a sealed report: everything on its record, and what became of it."""

from collections.abc import Sequence

from flask_babel import force_locale, gettext

from app.core.determinations import MEANINGS
from app.core.report.disposition import MATTER_LABELS, Disposition, Fate
from app.core.report.phrases import language_of
from app.core.report.record import Record
from app.core.report.trail import Trail
from app.core.report.voices import Directory
from app.core.words import N_
from app.reports.spreadsheet import Column, Table

FATE_LABELS = {
    Fate.TOLD: N_("Told"),
    Fate.SET_ASIDE: N_("Set aside"),
    Fate.OF_ITSELF: N_("Settled"),
    Fate.OPEN: N_("On record only"),
}
COLUMNS = {
    N_("Reference"): 12,
    N_("Agenda item"): 22,
    N_("What it is"): 16,
    N_("Words"): 60,
    N_("Put forward by"): 22,
    N_("Status"): 16,
    N_("What became of it"): 20,
    N_("Paragraph"): 12,
    N_("Reason"): 40,
}


def disposition_table(trail: Trail) -> Table:
    """As a table of words, in the language of the report: the file is the same whoever takes it."""
    lang = trail.report.lang
    with force_locale(lang):
        columns = [Column(gettext(title), width) for title, width in COLUMNS.items()]
        named = Proponents(trail.record, lang)
        items = {item.ref: f"{item.number}. {item.title}" for item in trail.record.agenda}
        rows = [_row(entry, items.get(entry.item, ""), named.of(entry.ref)) for entry in trail.dispositions]
        title = gettext("Disposition table")
    return Table(title, lang, columns, rows)


class Proponents:
    """Who put a position forward, where the rules of the consultation let it be said."""

    def __init__(self, record: Record, lang: str) -> None:
        self.public = record.consultation.names_public
        self.directory = Directory(record, language_of(lang))
        self.mandated = {each.ref for each in record.delegations if each.speaks_for_group}
        self.in_office = {each.ref for each in (*record.officers, *record.groups)}
        self.positions = {
            position.ref: position
            for item in record.agenda
            for proposal in item.proposals
            for position in proposal.positions
        }

    def of(self, ref: str) -> str:
        position = self.positions.get(ref)
        if position is None or position.put_by not in self.directory.actors:
            return ""
        may = position.named or self.public or position.put_by in self.mandated | self.in_office
        return "".join(run.text for run in self.directory.listed(position.put_by)) if may else ""


def _row(entry: Disposition, item: str, by: str) -> Sequence[str]:
    because = gettext(entry.because.text) % entry.because.values if entry.because else ""
    return (
        entry.ref,
        item,
        gettext(MATTER_LABELS[entry.matter]),
        entry.words,
        by,
        gettext(MEANINGS[entry.status].label) if entry.status else "",
        gettext(FATE_LABELS[entry.fate]),
        ", ".join(dict.fromkeys(place.label for place in entry.told if place.label)),
        entry.reason or because,
    )
