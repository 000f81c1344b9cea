"""The documents of a consultation: their list, and the files, which leave the house only as attachments."""

from typing import Any

from flask import Blueprint, abort, current_app, flash, redirect, render_template, send_file, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from app.consultations.files import TYPES, Upload, judge, store
from app.consultations.forms import DocumentForm
from app.consultations.frame import add_document, remove_document, restore_document
from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation, Document
from app.consultations.queries import agenda, documents, find_part, removed_documents
from app.core.acts import Act
from app.db import write
from app.web.answers import refuse
from app.web.clock import now
from app.web.forms import beside

library = Blueprint("documents", __name__, url_prefix="/consultations/<slug>/documents")
SANDBOX = "sandbox; default-src 'none'"


@library.get("")
def shelf(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    form = DocumentForm().offer(agenda(consultation))
    return render_template("consultations/documents.html", form=form, **_shelf(standing))


@library.post("")
def add(slug: str) -> Response | tuple[str, int]:
    consultation = enter(slug)
    standing = permit(Act.SET_UP, consultation)
    form = DocumentForm().offer(agenda(consultation))
    columns = _judged(form)
    if columns is None:
        return refuse("consultations/documents.html", form=form, **_shelf(standing))
    with write():
        consultation = enter(slug)
        standing = permit(Act.SET_UP, consultation)
        item = form.items.get(form.agenda_item.data)
        add_document(consultation, standing.seat, now(), title=form.title.data, item=item, **columns)
    flash(_("The document is on the list."))
    return redirect(url_for("documents.shelf", slug=slug), code=303)


@library.get("/<int:number>/file")
def file(slug: str, number: int) -> Response:
    consultation = enter(slug)
    permit(Act.READ, consultation)
    document = _document(consultation, number)
    path = current_app.config["SETTINGS"].uploads / document.digest
    if not document.digest or not path.is_file():
        abort(404)
    response = send_file(
        path, document.media_type, as_attachment=True, download_name=document.filename, conditional=False
    )
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "no-store"
    return response


@library.get("/<int:number>/removal")
def confirm_removal(slug: str, number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.SET_UP, consultation)
    return render_template(
        "consultations/remove_document.html",
        consultation=consultation,
        standing=standing,
        document=_document(consultation, number),
    )


@library.post("/<int:number>/removal")
def remove(slug: str, number: int) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.SET_UP, consultation)
        remove_document(_document(consultation, number), standing.seat, now())
    flash(_("The document is no longer on the list."))
    return redirect(url_for("documents.shelf", slug=slug), code=303)


@library.post("/<int:number>/return")
def restore(slug: str, number: int) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.SET_UP, consultation)
        restore_document(find_part(Document, consultation, number) or abort(404), standing.seat, now())
    flash(_("The document is on the list."))
    return redirect(url_for("documents.shelf", slug=slug), code=303)


def _judged(form: DocumentForm) -> dict[str, Any] | None:
    """What the columns of a document say, its file stored; None where the form has told what it lacks."""
    if not form.validate():
        return None
    columns: dict[str, Any] = {"presented_by": form.presented_by.data, "url": form.url.data}
    if not form.file.data:
        return columns
    with beside(form):
        upload = _upload(form.file.data)
    if form.errors:
        return None
    store(upload, current_app.config["SETTINGS"].uploads)
    return columns | {
        "filename": upload.filename,
        "media_type": upload.media_type,
        "size": len(upload.content),
        "digest": upload.digest,
    }


def _upload(sent: FileStorage) -> Upload:
    return judge(sent.filename or "", sent.read())


def _document(consultation: Consultation, number: int) -> Document:
    document = find_part(Document, consultation, number)
    return document if document and document.removed_at is None else abort(404)


def _shelf(standing: Standing) -> dict[str, Any]:
    return {
        "consultation": standing.consultation,
        "standing": standing,
        "documents": documents(standing.consultation),
        "removed": removed_documents(standing.consultation) if standing.may(Act.SET_UP) else [],
        "accepted": ",".join(TYPES),
        "items": {item.id: item for item in agenda(standing.consultation)},
        "megabytes": current_app.config["SETTINGS"].upload_megabytes,
    }
