"""The desk as a page: a section of the draft, a sheet of the record, one tool in hand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from flask import redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from app.consultations.gate import Standing
from app.core.report.disposition import MATTER_LABELS
from app.core.report.phrases import language_of
from app.drafting import entries
from app.drafting.desk import Desk, lay_desk
from app.drafting.forms import EditionForm
from app.drafting.lines import Line, lines, section_of, sections
from app.drafting.models import MarginNote
from app.drafting.queries import draft_of, jottings, notes
from app.drafting.strays import strays
from app.drafting.tools import TOOLS, WORDED, Hand, in_hand
from app.reports.sources import source_address
from app.web.answers import is_htmx
from app.web.clock import now

Answer = str | Response | tuple[str, int]


@dataclass(frozen=True, slots=True)
class View:
    """Where somebody is at the desk, as the address says it."""

    section: int = 1
    at: str = ""  # a block
    tool: str = ""  # in hand there
    show: str = "all"  # of the record
    item: str = ""
    find: str = ""
    start: int = 0

    @classmethod
    def of(cls, args: MultiDict[str, str]) -> Self:
        tool, show = args.get("tool", ""), args.get("show", "")
        return cls(
            section=args.get("section", 1, type=int),
            at=args.get("at", "")[:120],
            tool=tool if tool in TOOLS else "",
            show=show if show in entries.SIGHTS else "all",
            item=args.get("item", "")[:60],
            find=args.get("find", "")[:200],
            start=args.get("start", 0, type=int),
        )

    def values(self, **changes: object) -> dict[str, Any]:
        """What an address has to say: what is not as usual."""
        usual = asdict(View())
        return {name: value for name, value in (asdict(self) | changes).items() if value != usual[name]}


def show_desk(standing: Standing, code: int = 200, *, view: View | None = None, **more: Any) -> Answer:
    """The whole page, or for htmx the desk alone."""
    template = "drafting/_desk.html" if is_htmx() else "drafting/desk.html"
    return render_template(template, **_context(standing, view or View.of(request.args), more)), code


def back(standing: Standing, block: str = "", anchor: str = "") -> Answer:
    """After an act: to where it was done, with no tool in hand."""
    view = replace(View.of(request.args), tool="", at=block)
    if is_htmx():
        return show_desk(standing, view=view)
    to = url_for("drafting.show", slug=standing.consultation.slug, **view.values())
    return redirect(f"{to}#{anchor or block or 'desk'}", code=303)


def _context(standing: Standing, view: View, more: dict[str, Any]) -> dict[str, Any]:
    consultation = standing.consultation
    draft = draft_of(consultation)
    desk = lay_desk(consultation, now())
    every, kept = lines(desk), jottings(draft, standing.seat)
    parts = sections(every)
    section = section_of(parts, view.at) or parts[min(max(view.section, 1), len(parts)) - 1]
    view = replace(view, section=section.number)
    line = next((line for line in section.lines if line.id == view.at), None)
    held = (line.whole if view.tool in WORDED else line.id) if line else ""
    item = view.item or section.item or next((item.ref for item in desk.record.agenda), "")
    slug, root = consultation.slug, url_for("consultations.show", slug=consultation.slug)
    return {
        "consultation": consultation,
        "standing": standing,
        "draft": draft,
        "desk": desk,
        "view": view,
        "sections": parts,
        "section": section,
        "item": item,
        "sheet": entries.sheet(desk, sight=view.show, item=item, find=view.find, start=view.start),
        "sights": entries.SIGHTS,
        "matter_labels": MATTER_LABELS,
        "checks": _checks(desk, every),
        "notes": _by_block(notes(draft)),
        "jottings": kept,
        "strays": strays(desk, kept),
        "edition_form": EditionForm(formdata=None, **_edition(desk, draft)),
        "at_desk": lambda **changes: url_for("drafting.show", slug=slug, **view.values(**changes)),
        "act": lambda endpoint, **values: url_for(
            endpoint, slug=slug, **view.values(at="", tool=""), **values
        ),
        "source": lambda ref: source_address(root, ref),
        **(in_hand(view.tool, Hand(desk, draft, standing.seat, held)) if held else {}),
        **more,
    }


def _checks(desk: Desk, every: Sequence[Line]) -> dict[str, Any]:
    """What is still to do before this could be the report."""
    standing = [line for line in every if not line.left_out]
    return {
        "owed": sum(entry.is_owed for entry in desk.dispositions),
        "own": [line for line in standing if line.own],
        "own_sentences": sum(len(line.own) for line in standing),
        "stale": [line for line in standing if line.stale],
    }


def _by_block(found: Sequence[MarginNote]) -> dict[str, list[tuple[int, MarginNote]]]:
    """The notes beside each block, with their numbers."""
    beside = defaultdict(list)
    for number, note in enumerate(found, 1):
        beside[note.block].append((number, note))
    return dict(beside)


def _edition(desk: Desk, draft: Any) -> dict[str, Any]:
    edition, consultation = desk.edition, desk.record.consultation
    return {
        "style": edition.style,
        "language": language_of(edition.language or consultation.language).code,
        "numbering": edition.numbering.value,
        "annexes": [annex.value for annex in edition.annexes],
        "quantifiers": edition.quantifiers or consultation.quantifiers,
        "word_limit": draft.word_limit if draft else None,
    }
