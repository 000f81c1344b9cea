"""The published report: its page, its versions, its files, its publication."""

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from flask_babel import gettext as _

from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.core.acts import Act
from app.core.phases import Phase, find_move
from app.core.report.document import BlockKind, Report
from app.core.report.seal import unseal
from app.db import write
from app.drafting.desk import lay_desk
from app.publication.actions import publish
from app.publication.approvals import adoption, is_published
from app.publication.forms import PublishForm
from app.publication.models import PublishedReport
from app.publication.queries import (
    approvals,
    circulations,
    in_circulation,
    is_chaired,
    published,
    unanswered,
)
from app.reports.files import file_links, send_attachment
from app.reports.sources import locator
from app.web.answers import refuse
from app.web.clock import now
from app.web.forms import beside
from app.web.languages import day

publication = Blueprint("publication", __name__, url_prefix="/consultations/<slug>")


@publication.get("/report")
def show(slug: str) -> str:
    """The newest published version, or what is still to come."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    versions = published(consultation)
    if not versions:
        return render_template(
            "publication/none.html",
            consultation=consultation,
            standing=standing,
            circulated=_circulated(consultation),
        )
    return _page(consultation, standing, versions[-1], versions)


@publication.get("/report/<int:version>")
def show_version(slug: str, version: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    return _page(consultation, standing, _version(consultation, version), published(consultation))


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
    """What stands in the way of publication, else what it will do."""
    consultation = enter(slug)
    standing = permit(Act.PUBLISH, consultation)
    return render_template(
        "publication/publish.html", **_confirmation(consultation, standing, PublishForm(formdata=None))
    )


@publication.post("/publish")
def publish_report(slug: str) -> Response | tuple[str, int]:
    form = PublishForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.PUBLISH, consultation)
        with beside(form):
            if form.validate():
                publish(consultation, now(), seat=standing.seat, corrects=form.corrects.data or "")
        if form.errors:
            return refuse("publication/publish.html", **_confirmation(consultation, standing, form))
    return redirect(url_for("publication.show", slug=slug), code=303)


def _confirmation(consultation: Consultation, standing: Standing, form: PublishForm) -> dict[str, object]:
    desk = lay_desk(consultation, now())
    report = desk.report
    versions = published(consultation)
    circulated = circulations(consultation)
    form.corrects.flags.required = bool(versions)
    return {
        "consultation": consultation,
        "standing": standing,
        "form": form,
        "move": find_move(Phase.CLOSED, Phase.REPORTED),
        "version": len(versions) + 1,
        "unchanged": is_published(report, versions),
        "circulation": circulated[-1] if circulated else None,
        "open": in_circulation(consultation, now()) is not None,
        "waiting": unanswered(consultation),
        "chaired": is_chaired(consultation),
        "adoption": adoption(report, approvals(consultation)),
        "owed": sum(entry.is_owed for entry in desk.dispositions),
        "unsourced": sum(
            not sentence.sources
            for top in report.body
            for block in top.walk()
            for sentence in block.sentences
            if block.kind is BlockKind.PARAGRAPH
        ),
    }


def _page(
    consultation: Consultation, standing: Standing, version: PublishedReport, versions: list[PublishedReport]
) -> str:
    return render_template(
        "publication/report.html",
        consultation=consultation,
        standing=standing,
        version=version,
        superseded=version.version < versions[-1].version,
        addresses=[
            (
                _("%(number)s of %(day)s", number=other.version, day=day(other.published_at)),
                url_for("publication.show_version", slug=consultation.slug, version=other.version),
                other.version == version.version,
            )
            for other in versions
        ],
        permalink=url_for("publication.show_version", slug=consultation.slug, version=version.version),
        circulated=_circulated(consultation),
        files=file_links("downloads.take", slug=consultation.slug, version=version.version),
        report=unseal(version.document, Report),
        rests_on=locator(consultation),
    )


def _circulated(consultation: Consultation) -> list[tuple[str, str, bool]]:
    """The drafts that were circulated: (name, address, whether corrections to it can be proposed now)."""
    at = now()
    return [
        (
            _("Draft of %(day)s", day=day(each.circulated_at)),
            url_for("circulating.show", slug=consultation.slug, number=each.number),
            each.is_open_at(at),
        )
        for each in circulations(consultation)
    ]


def _version(consultation: Consultation, number: int) -> PublishedReport:
    found = [version for version in published(consultation) if version.version == number]
    return found[0] if found else abort(404)
