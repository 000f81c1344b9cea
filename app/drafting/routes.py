"""The rapporteur's desk: the draft as it stands."""

from dataclasses import replace

from flask import Blueprint, Response, render_template, request, url_for
from flask_babel import gettext as _

from app.consultations.gate import enter, permit
from app.consultations.models import Consultation
from app.consultations.terms import REPORT_STYLE_LABELS, ReportStyle
from app.core.acts import Act
from app.core.report.compose import compose
from app.core.report.document import Report
from app.drafting.queries import draft_of, edition_of, revisions_of
from app.reports.files import file_links, format_of, send_report
from app.reports.snapshot import take_snapshot
from app.reports.sources import locator
from app.web.clock import now

drafting = Blueprint("drafting", __name__, url_prefix="/consultations/<slug>")


@drafting.get("/draft")
def show(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.DRAFT, consultation)
    style = _style(consultation)
    return render_template(
        "drafting/draft.html",
        consultation=consultation,
        standing=standing,
        layout=style.value,
        addresses=[
            (_(label), url_for("drafting.show", slug=slug, layout=other.value), other is style)
            for other, label in REPORT_STYLE_LABELS.items()
        ],
        files=file_links("drafting.download", slug=slug, layout=style.value),
        report=_draft(consultation, style),
        rests_on=locator(consultation),
    )


@drafting.get("/draft.<extension>")
def download(slug: str, extension: str) -> Response:
    consultation = enter(slug)
    permit(Act.DRAFT, consultation)
    return send_report(f"{slug}-draft", format_of(extension), _draft(consultation, _style(consultation)))


def _style(consultation: Consultation) -> ReportStyle:
    asked = request.args.get("layout", "")
    return ReportStyle(asked) if asked in set(ReportStyle) else consultation.report_style


def _draft(consultation: Consultation, style: ReportStyle) -> Report:
    draft = draft_of(consultation)
    edition = replace(edition_of(draft, consultation), style=style.value, draft=True)
    return compose(take_snapshot(consultation, now()), edition, revisions_of(draft))
