"""The published report: its page, its versions, its files, its publication."""

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app.consultations.gate import enter, permit
from app.consultations.models import Consultation
from app.consultations.terms import ReportStyle
from app.core.acts import Act
from app.core.phases import Phase, find_move
from app.core.report.document import Report
from app.core.report.seal import unseal
from app.db import write
from app.publication.actions import publish
from app.publication.forms import PublishForm
from app.publication.models import PublishedReport
from app.publication.queries import published
from app.reports.choices import Choices
from app.reports.files import file_links, format_of, is_long, send_attachment, send_report
from app.reports.formats import key_of
from app.reports.sources import locator
from app.web.answers import refuse
from app.web.clock import now
from app.web.languages import day

publication = Blueprint("publication", __name__, url_prefix="/consultations/<slug>")


@publication.get("/report")
def show(slug: str) -> str:
    """The newest published version, or what is still to come."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    versions = published(consultation)
    if not versions:
        return render_template("publication/none.html", consultation=consultation, standing=standing)
    return _page(consultation, standing, versions[-1], versions)


@publication.get("/report/<int:version>")
def show_version(slug: str, version: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    return _page(consultation, standing, _version(consultation, version), published(consultation))


@publication.get("/report/<int:version>.<extension>")
def download(slug: str, version: int, extension: str) -> Response:
    consultation = enter(slug)
    permit(Act.READ, consultation)
    sealed = _version(consultation, version)
    report, form = unseal(sealed.document, Report), format_of(extension)
    if is_long(report, form):
        return redirect(url_for("downloads.file", slug=slug, version=version, form=key_of(form)))
    return send_report(f"{slug}-report-{version}", form, report, Choices(record=sealed.record))


@publication.get("/report/<int:version>/record.json")
def download_record(slug: str, version: int) -> Response:
    """The sealed record, whose SHA-256 is the digest printed in the report."""
    consultation = enter(slug)
    permit(Act.READ, consultation)
    return send_attachment(
        f"{slug}-record-{version}.json", "application/json", _version(consultation, version).record
    )


@publication.get("/publish")
def confirm(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.PUBLISH, consultation)
    return _confirmation(consultation, standing, PublishForm(style=_style(consultation).value))


@publication.post("/publish")
def publish_report(slug: str) -> Response | tuple[str, int]:
    form = PublishForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.PUBLISH, consultation)
        if not form.validate():
            return refuse(
                "publication/publish.html",
                consultation=consultation,
                standing=standing,
                form=form,
                move=find_move(Phase.CLOSED, Phase.REPORTED),
            )
        publish(consultation, ReportStyle(form.style.data), now(), seat=standing.seat)
    return redirect(url_for("publication.show", slug=slug), code=303)


def _confirmation(consultation: Consultation, standing: object, form: PublishForm) -> str:
    return render_template(
        "publication/publish.html",
        consultation=consultation,
        standing=standing,
        form=form,
        move=find_move(Phase.CLOSED, Phase.REPORTED),
    )


def _page(
    consultation: Consultation, standing: object, version: PublishedReport, versions: list[PublishedReport]
) -> str:
    return render_template(
        "publication/report.html",
        consultation=consultation,
        standing=standing,
        version=version,
        addresses=[
            (
                _("%(number)s of %(day)s", number=other.version, day=day(other.published_at)),
                url_for("publication.show_version", slug=consultation.slug, version=other.version),
                other.version == version.version,
            )
            for other in versions
        ],
        files=file_links("publication.download", slug=consultation.slug, version=version.version),
        report=unseal(version.document, Report),
        rests_on=locator(consultation),
    )


def _version(consultation: Consultation, number: int) -> PublishedReport:
    found = [version for version in published(consultation) if version.version == number]
    return found[0] if found else abort(404)


def _style(consultation: Consultation) -> ReportStyle:
    asked = request.args.get("layout", "")
    return ReportStyle(asked) if asked in set(ReportStyle) else consultation.report_style
