"""Where did my words go: each participant's own, and the disposition table of a report for all."""

from collections import Counter
from collections.abc import Callable
from itertools import groupby

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask_babel import gettext as _

from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.core.acts import Act
from app.core.redline import redline
from app.core.report.disposition import MATTER_LABELS, Fate, Place
from app.core.report.trail import Trail
from app.publication.contributions import contributions
from app.publication.disposition_table import FATE_LABELS, Proponents, disposition_table
from app.publication.models import PublishedReport
from app.publication.queries import newest
from app.publication.states import (
    NOW,
    State,
    file_part,
    key_of,
    page_of,
    place_of,
    state_at,
    title_of,
    unsealed,
)
from app.publication.terms import CORRECTION_LABELS
from app.reports.files import send_attachment
from app.reports.sources import source_address
from app.reports.spreadsheet import CSV, XLSX, write_csv, write_xlsx
from app.web.clock import now
from app.web.languages import choose_language

trails = Blueprint("trails", __name__, url_prefix="/consultations/<slug>")

VERSION = "/report/<int(min=1):version>/dispositions"
CIRCULATED = "/report/drafts/<int(min=1):number>/dispositions"
DRAFT = "/draft/dispositions"
FILE = ".<any(xlsx, csv):table>"
PAGE = 100  # entries shown at once


@trails.get("/mine/words")
def mine(slug: str) -> str:
    """Where the newest version tells what one said, or why it does not."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    sealed = newest(consultation)
    state = unsealed(sealed) if sealed else None
    trail = state.trail if state else None
    return render_template(
        "publication/my_words.html",
        consultation=consultation,
        standing=standing,
        sealed=sealed,
        published=isinstance(sealed, PublishedReport),
        page=page_of(state.key, slug) if state else "",
        table=_table_of(state.key, slug) if state else "",
        traced=trail,
        redlined=redline,
        answers=CORRECTION_LABELS,
        found=contributions(consultation, standing.seat, trail) if standing.seat else None,
        address=_address(state, slug) if state else None,
    )


@trails.get(VERSION)
@trails.get(CIRCULATED)
def table(slug: str, version: int = 0, number: int = 0) -> str:
    """Everything on the record of a sealed report, and what became of it."""
    standing = permit(Act.READ, enter(slug))
    return _table(standing, key_of(version=version, number=number))


@trails.get(DRAFT)
def table_draft(slug: str) -> str:
    return _table(permit(Act.DRAFT, enter(slug)), NOW)


@trails.get(f"{VERSION}{FILE}")
@trails.get(f"{CIRCULATED}{FILE}")
def download(slug: str, table: str, version: int = 0, number: int = 0) -> Response:
    standing = permit(Act.READ, enter(slug))
    return _file(standing.consultation, key_of(version=version, number=number), table)


@trails.get(f"{DRAFT}{FILE}")
def download_draft(slug: str, table: str) -> Response:
    return _file(permit(Act.DRAFT, enter(slug)).consultation, NOW, table)


def _table(standing: Standing, key: str) -> str:
    consultation, slug = standing.consultation, standing.consultation.slug
    state = state_at(consultation, key, now()) or abort(404)
    trail = state.trail
    asked = request.args.get("fate", "")
    entries = [entry for entry in trail.dispositions if asked not in set(Fate) or entry.fate == asked]
    start = request.args.get("start", 0, int)
    start = start if 0 <= start < len(entries) else 0
    titles = {item.ref: f"{item.number}. {item.title}" for item in trail.record.agenda}
    return render_template(
        "publication/dispositions.html",
        consultation=consultation,
        standing=standing,
        title=title_of(key),
        report_url=page_of(key, slug),
        items=[
            (titles.get(ref, ""), list(found))
            for ref, found in groupby(entries[start : start + PAGE], lambda entry: entry.item)
        ],
        total=len(entries),
        following=start + PAGE if start + PAGE < len(entries) else None,
        before=max(0, start - PAGE) if start else None,
        page=lambda place: _table_of(key, slug, fate=asked or None, start=place or None),
        sights=_sights(trail, asked, lambda fate: _table_of(key, slug, fate=fate or None)),
        files=[
            (_("Excel"), _table_of(key, slug, "download", table="xlsx"), False),
            (_("CSV"), _table_of(key, slug, "download", table="csv"), False),
        ],
        matter_labels=MATTER_LABELS,
        fate_labels=FATE_LABELS,
        by=Proponents(trail.record, choose_language()).of,
        address=_address(state, slug),
        source=lambda ref: source_address(url_for("consultations.show", slug=slug), ref),
    )


def _file(consultation: Consultation, key: str, table: str) -> Response:
    trail = (state_at(consultation, key, now()) or abort(404)).trail
    told = disposition_table(trail)
    content = write_xlsx(told, trail.record.at) if table == "xlsx" else write_csv(told)
    name = f"{consultation.slug}-{file_part(key)}-dispositions.{table}"
    return send_attachment(name, XLSX if table == "xlsx" else CSV, content)


def _table_of(key: str, slug: str, what: str = "table", **more: object) -> str:
    endpoint = f"trails.{what}_draft" if key == NOW else f"trails.{what}"
    return url_for(endpoint, slug=slug, **place_of(key), **more)


def _address(state: State, slug: str) -> Callable[[Place], str]:
    """The permanent link to the paragraph that tells something."""
    page = page_of(state.key, slug)
    return lambda place: f"{page}#{place.block}"


def _sights(trail: Trail, asked: str, url: Callable[[str], str]) -> list[tuple[str, str, bool]]:
    """(name with its count, address, whether it is the one shown) of each fate that there is."""
    counted = Counter(entry.fate for entry in trail.dispositions)
    return [
        (_("All"), url(""), asked not in set(Fate)),
        *(
            (f"{_(label)} ({counted[fate]})", url(fate.value), asked == fate.value)
            for fate, label in FATE_LABELS.items()
            if counted[fate]
        ),
    ]
