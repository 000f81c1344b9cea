"""Whoever holds a sealed record can see whether it is still the one that was sealed."""

import pytest

from app.consultations.queries import find_consultation
from app.core.roles import Role
from app.db import db, write
from app.publication.models import PublishedReport
from app.publication.verification import recognize, verify
from tests import cast


@pytest.fixture
def published(procedure):
    procedure.approve()
    assert procedure.publish().status_code == 303
    return procedure


def faults(procedure):
    with procedure.app.app_context():
        return [verdict.fault for verdict in verify(find_consultation(procedure.slug))]


def change(procedure, column, old, new):
    with procedure.app.app_context(), write():
        sealed = db.session.query(PublishedReport).one()
        assert old in getattr(sealed, column)
        setattr(sealed, column, getattr(sealed, column).replace(old, new))


def test_what_was_sealed_is_found_as_it_was_sealed(published):
    assert faults(published) == [""]


@pytest.mark.parametrize(
    ("column", "old", "new", "fault"),
    [
        ("record", "Forum", "Congress", "not the one that was sealed"),
        ("document", '"digest":"', '"digest":"0', "prints another digest"),
        ("document", '{"', "[{", "cannot be read"),
    ],
)
def test_what_was_changed_since_is_told(published, column, old, new, fault):
    change(published, column, old, new)
    assert fault in faults(published)[0]


def test_a_record_that_somebody_kept_is_recognized_and_one_that_was_changed_is_not(published):
    kept = cast.visitor(published.app, Role.PARTICIPANT).get(f"{published.root}/report/1/record.json").data
    with published.app.app_context():
        consultation = find_consultation(published.slug)
        assert recognize(kept, consultation) == 1
        assert recognize(kept.replace(b"Forum", b"Congress"), consultation) is None
        assert recognize(b"\xff\x00 no record at all", consultation) is None
