"""The chair approves the draft, whole or paragraph by paragraph."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.consultations.gate import enter, permit
from app.core.acts import Act
from app.core.report.adoption import places
from app.db import write
from app.drafting.desk import lay_desk
from app.publication.actions import approve, take_back
from app.publication.approvals import WHOLE, adoption, is_published
from app.publication.forms import ApprovalForm
from app.publication.queries import approvals, is_chaired, published
from app.reports.sources import locator
from app.web.clock import now
from app.web.languages import say

approving = Blueprint("approving", __name__, url_prefix="/consultations/<slug>")


@approving.get("/approval")
def show(slug: str) -> str:
    """The draft with how far it is approved; what has changed since is told apart."""
    consultation = enter(slug)
    standing = permit(Act.DRAFT, consultation)
    report = lay_desk(consultation, now()).report
    return render_template(
        "publication/approval.html",
        consultation=consultation,
        standing=standing,
        report=report,
        adoption=adoption(report, approvals(consultation)),
        places=places(report),
        chaired=is_chaired(consultation),
        published=is_published(report, published(consultation)),
        rests_on=locator(consultation),
    )


@approving.post("/approval")
@approving.post("/approval/<block>")
def approve_words(slug: str, block: str = WHOLE) -> Response:
    form = ApprovalForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.APPROVE, consultation)
        if not form.validate():
            abort(422)
        approve(consultation, block, form.words.data, now(), seat=standing.seat)
        report = lay_desk(consultation, now()).report
        if block == WHOLE or adoption(report, approvals(consultation)).is_complete:
            return _back(slug, WHOLE, _("The report is approved as it stands."))
        return _back(slug, block, _("%(paragraph)s approved.", paragraph=say(places(report)[block].name)))


@approving.post("/approval/withdrawal")
@approving.post("/approval/<block>/withdrawal")
def take_words_back(slug: str, block: str = WHOLE) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.APPROVE, consultation)
        take_back(consultation, block, now(), seat=standing.seat)
        if block == WHOLE:
            return _back(slug, WHOLE, _("The approval of the whole report is taken back."))
        name = say(places(lay_desk(consultation, now()).report)[block].name)
        return _back(slug, block, _("The approval is taken back: %(paragraph)s.", paragraph=name))


def _back(slug: str, block: str, said: str) -> Response:
    flash(said)
    return redirect(url_for("approving.show", slug=slug, _anchor=block or None), code=303)
