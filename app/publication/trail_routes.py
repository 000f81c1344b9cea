"""Where did my words go: each participant's own, and the disposition table of a version for all."""

from collections import Counter
from collections.abc import Callable
from itertools import groupby

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask_babel import gettext as _

from app.consultations.gate import enter, permit
from app.consultations.models import Consultation
from app.core.acts import Act
from app.core.redline import redline
from app.core.report.disposition import MATTER_LABELS, Fate, Place
from app.core.report.document import Report
from app.core.report.record import Record
from app.core.report.seal import unseal
from app.core.report.trail import Trail
from app.publication.contributions import contributions
from app.publication.disposition_table import FATE_LABELS, Proponents, disposition_table
from app.publication.models import Circulation, PublishedReport
from app.publication.queries import newest, published
from app.publication.terms import CORRECTION_LABELS
from app.reports.files import send_attachment
from app.reports.sources import source_address
from app.reports.spreadsheet import CSV, XLSX, write_csv, write_xlsx
from app.web.languages import choose_language

trails = Blueprint("trails", __name__, url_prefix="/consultations/<slug>")

TABLE = "/report/<int:version>/dispositions"
PAGE = 100  # entries shown at once


@trails.get("/mine/words")
def mine(slug: str) -> str:
    """Where the newest version tells what one said, or why it does not."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    sealed = newest(consultation)
    trail = _trail(sealed) if sealed else None
    return render_template(
        "publication/my_words.html",
        consultation=consultation,
        standing=standing,
        sealed=sealed,
        published=isinstance(sealed, PublishedReport),
        page=_page(consultation, sealed) if sealed else "",
        traced=trail,
        redlined=redline,
        answers=CORRECTION_LABELS,
        found=contributions(consultation, standing.seat, trail) if standing.seat else None,
        address=_address(consultation, sealed) if sealed else None,
    )


@trails.get(TABLE)
def table(slug: str, version: int) -> str:
    """Everything on the record of a version, and what became of it."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    sealed = _version(consultation, version)
    trail = _trail(sealed)
    asked = request.args.get("fate", "")
    entries = [entry for entry in trail.dispositions if asked not in set(Fate) or entry.fate == asked]
    start = request.args.get("start", 0, int)
    start = start if 0 <= start < len(entries) else 0
    titles = {item.ref: f"{item.number}. {item.title}" for item in trail.record.agenda}
    here = {"slug": slug, "version": version}
    return render_template(
        "publication/dispositions.html",
        consultation=consultation,
        standing=standing,
        version=sealed,
        items=[
            (titles.get(ref, ""), list(found))
            for ref, found in groupby(entries[start : start + PAGE], lambda entry: entry.item)
        ],
        total=len(entries),
        following=start + PAGE if start + PAGE < len(entries) else None,
        before=max(0, start - PAGE) if start else None,
        page=lambda place: url_for("trails.table", **here, fate=asked or None, start=place or None),
        sights=_sights(trail, asked, lambda fate: url_for("trails.table", **here, fate=fate or None)),
        files=[
            (_("Excel"), url_for("trails.download_xlsx", **here), False),
            (_("CSV"), url_for("trails.download_csv", **here), False),
        ],
        matter_labels=MATTER_LABELS,
        fate_labels=FATE_LABELS,
        by=Proponents(trail.record, choose_language()).of,
        address=_address(consultation, sealed),
        source=lambda ref: source_address(url_for("consultations.show", slug=slug), ref),
    )


@trails.get(f"{TABLE}.xlsx")
def download_xlsx(slug: str, version: int) -> Response:
    consultation = enter(slug)
    permit(Act.READ, consultation)
    sealed = _version(consultation, version)
    content = write_xlsx(disposition_table(_trail(sealed)), sealed.published_at)
    return send_attachment(f"{slug}-dispositions-{version}.xlsx", XLSX, content)


@trails.get(f"{TABLE}.csv")
def download_csv(slug: str, version: int) -> Response:
    consultation = enter(slug)
    permit(Act.READ, consultation)
    content = write_csv(disposition_table(_trail(_version(consultation, version))))
    return send_attachment(f"{slug}-dispositions-{version}.csv", CSV, content)


def _trail(sealed: PublishedReport | Circulation) -> Trail:
    """What a version tells of itself, whatever has changed at the desk since."""
    return Trail(unseal(sealed.record, Record), unseal(sealed.document, Report), sealed.set_aside)


def _page(consultation: Consultation, sealed: PublishedReport | Circulation) -> str:
    if isinstance(sealed, Circulation):
        return url_for("circulating.show", slug=consultation.slug, number=sealed.number)
    return url_for("publication.show_version", slug=consultation.slug, version=sealed.version)


def _address(consultation: Consultation, sealed: PublishedReport | Circulation) -> Callable[[Place], str]:
    """The permanent link to the paragraph that tells something."""
    page = _page(consultation, sealed)
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


def _version(consultation: Consultation, number: int) -> PublishedReport:
    found = [version for version in published(consultation) if version.version == number]
    return found[0] if found else abort(404)
