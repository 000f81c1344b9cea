"""The report: its page, its files, its publication."""

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app.consultations.gate import enter, permit
from app.consultations.models import Consultation
from app.consultations.terms import REPORT_STYLE_LABELS, ReportStyle
from app.core.acts import Act
from app.core.phases import Phase, find_move
from app.core.report.compose import compose
from app.core.report.document import Report
from app.core.report.edition import Edition
from app.core.report.seal import unseal
from app.db import write
from app.reports.actions import publish
from app.reports.formats import BY_EXTENSION, FORMATS, Format
from app.reports.forms import PublishForm
from app.reports.models import PublishedReport
from app.reports.queries import published
from app.reports.snapshot import take_snapshot
from app.reports.sources import rests_on, source_address
from app.web.answers import refuse
from app.web.clock import now
from app.web.languages import day

reports = Blueprint("reports", __name__, url_prefix="/consultations/<slug>")


@reports.get("/report")
def show(slug: str) -> str:
    """The newest published version, or what is still to come."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    versions = published(consultation)
    if not versions:
        return render_template("reports/none.html", consultation=consultation, standing=standing)
    return _page(consultation, standing, versions[-1], versions)


@reports.get("/report/<int:version>")
def show_version(slug: str, version: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    return _page(consultation, standing, _version(consultation, version), published(consultation))


@reports.get("/report/<int:version>.<extension>")
def download(slug: str, version: int, extension: str) -> Response:
    consultation = enter(slug)
    permit(Act.READ, consultation)
    report = unseal(_version(consultation, version).document, Report)
    return _file(f"{slug}-report-{version}", _format(extension), report)


@reports.get("/report/<int:version>/record.json")
def download_record(slug: str, version: int) -> Response:
    """The sealed record, whose SHA-256 is the digest printed in the report."""
    consultation = enter(slug)
    permit(Act.READ, consultation)
    return _attachment(
        f"{slug}-record-{version}.json", "application/json", _version(consultation, version).record
    )


@reports.get("/draft")
def draft(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.DRAFT, consultation)
    style = _style(consultation)
    return render_template(
        "reports/draft.html",
        consultation=consultation,
        standing=standing,
        layout=style.value,
        addresses=[
            (_(label), url_for("reports.draft", slug=slug, layout=other.value), other is style)
            for other, label in REPORT_STYLE_LABELS.items()
        ],
        files=_files("reports.download_draft", slug=slug, layout=style.value),
        report=_draft(consultation, style),
        rests_on=_locator(consultation),
    )


@reports.get("/draft.<extension>")
def download_draft(slug: str, extension: str) -> Response:
    consultation = enter(slug)
    permit(Act.DRAFT, consultation)
    return _file(f"{slug}-draft", _format(extension), _draft(consultation, _style(consultation)))


@reports.get("/publish")
def confirm(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.PUBLISH, consultation)
    return _confirmation(consultation, standing, PublishForm(style=_style(consultation).value))


@reports.post("/publish")
def publish_report(slug: str) -> Response | tuple[str, int]:
    form = PublishForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.PUBLISH, consultation)
        if not form.validate():
            return refuse(
                "reports/publish.html",
                consultation=consultation,
                standing=standing,
                form=form,
                move=find_move(Phase.CLOSED, Phase.REPORTED),
            )
        publish(consultation, ReportStyle(form.style.data), now(), seat=standing.seat)
    return redirect(url_for("reports.show", slug=slug), code=303)


def _confirmation(consultation: Consultation, standing: object, form: PublishForm) -> str:
    return render_template(
        "reports/publish.html",
        consultation=consultation,
        standing=standing,
        form=form,
        move=find_move(Phase.CLOSED, Phase.REPORTED),
    )


def _page(
    consultation: Consultation, standing: object, version: PublishedReport, versions: list[PublishedReport]
) -> str:
    return render_template(
        "reports/report.html",
        consultation=consultation,
        standing=standing,
        version=version,
        addresses=[
            (
                _("%(number)s of %(day)s", number=other.version, day=day(other.published_at)),
                url_for("reports.show_version", slug=consultation.slug, version=other.version),
                other.version == version.version,
            )
            for other in versions
        ],
        files=_files("reports.download", slug=consultation.slug, version=version.version),
        report=unseal(version.document, Report),
        rests_on=_locator(consultation),
    )


def _version(consultation: Consultation, number: int) -> PublishedReport:
    found = [version for version in published(consultation) if version.version == number]
    return found[0] if found else abort(404)


def _style(consultation: Consultation) -> ReportStyle:
    asked = request.args.get("layout", "")
    return ReportStyle(asked) if asked in set(ReportStyle) else consultation.report_style


def _draft(consultation: Consultation, style: ReportStyle) -> Report:
    return compose(take_snapshot(consultation, now()), Edition(style=style.value, draft=True))


def _locator(consultation: Consultation):
    root = url_for("consultations.show", slug=consultation.slug)
    return lambda block: rests_on(block, lambda ref: source_address(root, ref))


def _files(endpoint: str, **values: object) -> list[tuple[str, str, bool]]:
    """The row of links to the formats in which a report can be had."""
    return [
        (_(form.label), url_for(endpoint, extension=form.extension, **values), False)
        for form in FORMATS.values()
    ]


def _format(extension: str) -> Format:
    return BY_EXTENSION.get(extension) or abort(404)


def _file(name: str, form: Format, report: Report) -> Response:
    return _attachment(f"{name}.{form.extension}", form.media_type, form.render(report))


def _attachment(filename: str, media_type: str, content: str | bytes) -> Response:
    response = Response(content, content_type=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=filename)
    return response
