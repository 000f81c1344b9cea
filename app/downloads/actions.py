"""Setting a letterhead, asking for a file that takes long, and writing those that were asked for."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile

import msgspec
import sqlalchemy as sa
from flask import current_app
from flask_babel import force_locale

from app.accounts.models import Person
from app.consultations.files import Upload
from app.consultations.models import Consultation, Seat
from app.core.words import N_, Refusal
from app.db import db, write
from app.downloads.fulfilment import write_file
from app.downloads.models import Download, Letterhead
from app.downloads.queries import due_downloads, find_download, letterhead_of
from app.downloads.terms import STEPS, DownloadState
from app.downloads.wishes import Wish
from app.ledger.actions import record
from app.publication.states import state_at
from app.web.languages import say

PATIENCE = timedelta(minutes=10)  # after which a file whose clerk fell silent is begun again
TRIES = 3
KEPT = timedelta(days=7)


def set_letterhead(
    consultation: Consultation, upload: Upload, now: datetime, *, seat: Seat | None
) -> Letterhead:
    """The Word file into which the reports of a consultation can be written, instead of any before."""
    found = letterhead_of(consultation) or Letterhead(consultation_id=consultation.id)
    found.filename, found.digest, found.set_at = upload.filename, upload.digest, now
    found.seat_id = seat.id if seat else None
    db.session.add(found)
    record("set the letterhead", found, now, seat=seat, consultation_id=consultation.id)
    return found


def remove_letterhead(letterhead: Letterhead, now: datetime, *, seat: Seat) -> None:
    record("remove the letterhead", letterhead, now, seat=seat)
    db.session.delete(letterhead)


def ask_for(
    consultation: Consultation, wish: Wish, key: str, now: datetime, *, person: Person | None, language: str
) -> Download:
    """The file under this key, to be written unless it is there already or on its way."""
    found = find_download(key, consultation)
    if found and not _is_wanting(found):
        return found
    if found:
        db.session.delete(found)
        db.session.flush()
    asked = Download(
        key=key,
        consultation_id=consultation.id,
        person_id=person.id if person else None,
        wish=msgspec.to_builtins(wish),
        language=language,
        asked_at=now,
        try_at=now,
    )
    db.session.add(asked)
    db.session.flush()
    return asked


def path_of(download: Download) -> Path:
    """Where its file lies once it is ready."""
    return current_app.config["SETTINGS"].downloads / download.key


def prepare(now: datetime) -> int:
    """Writes the files that are due, says how many, and throws away those of some days ago."""
    _discard_old(now)
    return sum(_write_one(number, now) for number in due_downloads(now))


def _is_wanting(download: Download) -> bool:
    """Whether nobody will ever get it: given up, or ready and gone, as where a backup was put back."""
    if download.state is DownloadState.READY:
        return not path_of(download).is_file()
    return download.state is DownloadState.FAILED


def _write_one(number: int, now: datetime) -> bool:
    asked = _claim(number, now)
    if asked is None:
        return False
    with current_app.test_request_context(), force_locale(asked.language):
        try:
            _fulfil(asked, now)
        except Refusal as refusal:
            _finish(asked, DownloadState.FAILED, now, say(refusal.sentence))
            return False
    _finish(asked, DownloadState.READY, now)
    return True


def _claim(number: int, now: datetime) -> Download | None:
    """The file, put off for other clerks before it is written; given up after some tries."""
    with write():
        asked = db.session.scalar(
            sa.select(Download).where(Download.id == number, Download.try_at <= now).with_for_update()
        )
        if asked is None:
            return None
        asked.tries += 1
        asked.state = DownloadState.WORKING if asked.tries <= TRIES else DownloadState.FAILED
        asked.try_at = now + PATIENCE if asked.tries <= TRIES else None
        db.session.flush()
        db.session.expunge(asked)
    return asked if asked.state is DownloadState.WORKING else None


def _fulfil(asked: Download, now: datetime) -> None:
    consultation = db.session.get_one(Consultation, asked.consultation_id)
    wish = msgspec.convert(asked.wish, Wish)
    _step(asked, 1)
    state = state_at(consultation, wish.state, now)
    if state is None:
        raise Refusal(N_("This version of the report does not exist. Go back and choose another."))
    db.session.rollback()  # nothing is read while the file is written
    _step(asked, 2)
    written = write_file(consultation, wish, state, current_app.config["SETTINGS"].uploads)
    db.session.rollback()
    _step(asked, 3)
    _put_away(written.encode() if isinstance(written, str) else written, path_of(asked))


def _step(asked: Download, done: int) -> None:
    with write():
        db.session.execute(sa.update(Download).where(Download.id == asked.id).values(steps_done=done))


def _finish(asked: Download, state: DownloadState, now: datetime, trouble: str = "") -> None:
    with write():
        db.session.execute(
            sa.update(Download)
            .where(Download.id == asked.id)
            .values(
                state=state,
                trouble=trouble[:400],
                steps_done=len(STEPS) - 1 if state is DownloadState.READY else 0,
                try_at=None,
                finished_at=now,
            )
        )


def _put_away(content: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=target.parent, delete=False) as file:
        file.write(content)
    os.replace(file.name, target)


def _discard_old(now: datetime) -> None:
    old = db.session.scalars(sa.select(Download).where(Download.asked_at < now - KEPT)).all()
    if not old:
        return
    for download in old:
        path_of(download).unlink(missing_ok=True)
    ids = [download.id for download in old]
    db.session.rollback()
    with write():
        db.session.execute(sa.delete(Download).where(Download.id.in_(ids)))
