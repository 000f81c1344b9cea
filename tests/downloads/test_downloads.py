"""A file of a report as somebody chooses it; one that takes long is written by a clerk and fetched later."""

import io
from datetime import timedelta

import docx
import pytest

from app.consultations.queries import find_consultation
from app.core.phases import Phase
from app.core.report.compose import compose
from app.core.report.seal import canonical, digest
from app.core.roles import Role
from app.core.texts import Form
from app.db import db, write
from app.deliberation.actions import table_position
from app.deliberation.models import Proposal
from app.downloads.actions import KEPT, PATIENCE, TRIES, path_of, prepare
from app.downloads.models import Download, Letterhead
from app.publication.models import Circulation, PublishedReport
from app.web.clock import now as clock
from tests import cast
from tests.core.report.records import item, position, proposal, record
from tests.sweeps.conftest import set_phase, slug  # noqa: F401 - a fixture


def publish(app, slug, now, entries=3):  # noqa: F811
    """A version of the report with so many positions, sealed as it would be."""
    taken = record(
        item(1, *(proposal(f"P{n}", position(f"P{n}.1", f"we want view {n} of all")) for n in range(entries)))
    )
    sealed = canonical(taken)
    set_phase(app, slug, Phase.REPORTED)
    with app.app_context(), write():
        held = find_consultation(slug)
        number = db.session.query(PublishedReport).filter_by(consultation_id=held.id).count() + 1
        db.session.add(
            PublishedReport(
                consultation_id=held.id,
                version=number,
                style="numbered",
                record=sealed,
                document=canonical(compose(taken)),
                digest=digest(sealed),
                published_at=now,
            )
        )
    return f"/consultations/{slug}/report/{number}"


@pytest.fixture
def short(app, slug, now):  # noqa: F811
    return publish(app, slug, now)


@pytest.fixture
def long(app, slug, now):  # noqa: F811
    return publish(app, slug, now, entries=1_100)


def asked(app, address, who=None, **wish):
    """The address of a file that somebody has had written."""
    response = cast.visitor(app, who).post(f"{address}/file", {"form": "docx", **wish})
    assert response.status_code == 303, response.text
    return response.headers["Location"]


def prepared(app, later=timedelta(0)):
    """How many files the clerk writes, so much later than now."""
    with app.app_context():
        return prepare(clock() + later)


def test_a_short_report_is_handed_out_at_once(app, short):
    reader = cast.visitor(app)
    assert "view 2 of all" in reader.get(f"{short}/file?form=text").text
    assert docx.Document(io.BytesIO(reader.get(f"{short}/file?form=docx").data)).paragraphs


def test_sources_stand_in_footnotes_where_they_are_chosen(app, short):
    reader = cast.visitor(app)
    assert "P2.1" not in reader.get(f"{short}/file?form=text").text
    assert "P2.1" in reader.get(f"{short}/file?form=text&sources=y").text


def test_a_choice_that_a_format_cannot_make_is_said_beside_it(app, slug, short, now):  # noqa: F811
    second = publish(app, slug, now, entries=4)
    refused = cast.visitor(app).get(f"{second}/file?form=text&since=1")
    assert refused.status_code == 422
    assert "Only the Word file can show tracked changes" in refused.text
    assert 'value="1" selected' in refused.text


@pytest.mark.parametrize("wrong", ["form=exe", "form=docx&since=7", "form=docx&since=now"])
def test_what_was_not_offered_cannot_be_chosen(app, slug, short, now, wrong):  # noqa: F811
    second = publish(app, slug, now)
    assert cast.visitor(app).get(f"{second}/file?{wrong}").status_code == 422


def test_there_is_no_file_of_a_version_that_does_not_exist(app, slug, short):  # noqa: F811
    reader = cast.visitor(app)
    for address in ("files", "file?form=text"):
        assert reader.get(f"/consultations/{slug}/report/9/{address}").status_code == 404


def test_a_long_report_is_written_by_the_clerk_and_fetched(app, long):
    reader = cast.visitor(app)
    assert "takes a while" in reader.get(f"{long}/file?form=docx").text
    assert reader.get(f"{long}.docx").headers["Location"] == f"{long}/file?form=docx"
    address = asked(app, long)
    assert "Waiting for its turn" in reader.get(address).text
    assert reader.get(f"{address}/file").status_code == 404
    assert prepared(app) == 1
    assert "The file is ready." in reader.get(address).text
    file = reader.get(f"{address}/file")
    assert "attachment" in file.headers["Content-Disposition"]
    assert any("view 1099 of all" in p.text for p in docx.Document(io.BytesIO(file.data)).paragraphs)


def test_a_long_report_in_a_quick_format_is_handed_out_at_once(app, long):
    assert "view 1099 of all" in cast.visitor(app).get(f"{long}/file?form=text").text


def test_whoever_asks_for_the_same_file_gets_the_same_one(app, long):
    first = asked(app, long)
    assert asked(app, long, Role.PARTICIPANT) == first
    assert asked(app, long, sources="y") != first
    assert prepared(app) == 2
    with app.app_context():
        assert db.session.query(Download).count() == 2


def test_a_file_that_was_asked_for_is_found_again(app, long):
    address = asked(app, long, Role.PARTICIPANT)
    assert address in cast.visitor(app, Role.PARTICIPANT).get(f"{long}/files").text
    assert address not in cast.visitor(app, Role.CHAIR).get(f"{long}/files").text


def test_a_file_whose_clerk_fell_silent_is_begun_again_and_at_last_given_up(app, long):
    address = asked(app, long)
    with app.app_context(), write():
        held = db.session.query(Download).one()
        held.state, held.tries, held.try_at = "working", TRIES, clock() + PATIENCE / 2
    assert prepared(app) == 0
    assert prepared(app, PATIENCE) == 0
    assert "tried several times" in cast.visitor(app).get(address).text
    assert asked(app, long) == address
    assert prepared(app, PATIENCE) == 1


def test_a_file_that_is_gone_is_written_again_when_it_is_asked_for(app, long):
    address = asked(app, long)
    prepared(app)
    with app.app_context():
        path_of(db.session.query(Download).one()).unlink()
    assert cast.visitor(app).get(f"{address}/file").status_code == 404
    assert asked(app, long) == address
    assert prepared(app) == 1
    assert cast.visitor(app).get(f"{address}/file").status_code == 200


def test_files_are_thrown_away_after_some_days(app, long):
    address = asked(app, long)
    prepared(app)
    with app.app_context():
        path = path_of(db.session.query(Download).one())
    assert path.is_file()
    prepared(app, KEPT - timedelta(hours=1))
    assert path.is_file()
    prepared(app, KEPT + timedelta(hours=1))
    assert not path.exists()
    assert cast.visitor(app).get(address).status_code == 404


def test_a_file_of_the_draft_is_only_for_those_who_may_see_the_draft(app, slug, now):  # noqa: F811
    draft = f"/consultations/{slug}/draft"
    assert cast.visitor(app, Role.PARTICIPANT).get(f"{draft}/file?form=text").status_code == 403
    told = cast.visitor(app, Role.RAPPORTEUR).get(f"{draft}/file?form=text").text
    assert "he name should be Forum" in told, told
    address = asked(app, draft, Role.RAPPORTEUR)
    prepared(app)
    assert cast.visitor(app, Role.CHAIR).get(f"{address}/file").status_code == 200
    assert cast.visitor(app, Role.PARTICIPANT).get(f"{address}/file").status_code == 404


def circulate(app, slug, now, entries=3):  # noqa: F811
    """A draft with so many positions, sent round, and its address."""
    taken = record(
        item(1, *(proposal(f"P{n}", position(f"P{n}.1", f"we want plan {n} of all")) for n in range(entries)))
    )
    with app.app_context(), write():
        held = find_consultation(slug)
        number = db.session.query(Circulation).filter_by(consultation_id=held.id).count() + 1
        db.session.add(
            Circulation(
                consultation_id=held.id,
                number=number,
                record=canonical(taken),
                document=canonical(compose(taken)),
                digest=digest(canonical(taken)),
                circulated_at=now - timedelta(days=1),
                closes_at=now,
            )
        )
    return f"/consultations/{slug}/report/drafts/{number}"


def test_a_long_circulated_draft_is_written_by_the_clerk_and_fetched(app, slug, now):  # noqa: F811
    draft = circulate(app, slug, now, entries=1_100)
    reader = cast.visitor(app)
    assert reader.get(f"{draft}.docx").headers["Location"] == f"{draft}/file?form=docx"
    assert "takes a while" in reader.get(f"{draft}/file?form=docx").text
    address = asked(app, draft)
    assert prepared(app) == 1
    file = reader.get(f"{address}/file")
    assert "-draft-2.docx" in file.headers["Content-Disposition"]
    assert any("plan 1099 of all" in p.text for p in docx.Document(io.BytesIO(file.data)).paragraphs)


def test_a_long_draft_is_not_waited_for_either(app, slug, now):  # noqa: F811
    with app.app_context(), write():
        held = find_consultation(slug)
        first = db.session.query(Proposal).filter_by(consultation_id=held.id).first()
        for number in range(1_001):
            table_position(first, first.seat, f"boat {number} should sail", Form.CLAUSE, now)
    address = f"/consultations/{slug}/draft"
    officer = cast.visitor(app, Role.RAPPORTEUR)
    assert officer.get(f"{address}.docx").headers["Location"] == f"{address}/file?form=docx"
    assert "Boat 1000 should sail." in officer.get(f"{address}.txt").text
    assert cast.visitor(app, Role.PARTICIPANT).get(f"{address}.docx").status_code == 403


def test_changes_are_tracked_against_any_earlier_state(app, slug, now):  # noqa: F811
    draft = circulate(app, slug, now)
    version = publish(app, slug, now)
    reader = cast.visitor(app)
    number = draft.rpartition("/")[2]
    assert f'value="c{number}"' in reader.get(f"{version}/files").text
    assert 'value="1"' not in reader.get(f"{draft}/files").text, "it came later"
    changed = docx.Document(io.BytesIO(reader.get(f"{version}/file?form=docx&since=c{number}").data))
    assert "<w:del " in changed.element.xml
    assert reader.get(f"/consultations/{slug}/report/drafts/9/files").status_code == 404


def word(text="Institute of Examples"):
    made, packed = docx.Document(), io.BytesIO()
    made.sections[0].header.paragraphs[0].text = text
    made.save(packed)
    return packed.getvalue()


def send(app, slug, content, name="head.docx", role=Role.SECRETARIAT):  # noqa: F811
    return cast.visitor(app, role).post(
        f"/consultations/{slug}/letterhead", {"file": (io.BytesIO(content), name)}
    )


def test_a_letterhead_is_set_used_and_removed(app, slug, short):  # noqa: F811
    assert send(app, slug, word()).status_code == 303
    secretariat = cast.visitor(app, Role.SECRETARIAT)
    assert "head.docx" in secretariat.get(f"/consultations/{slug}/letterhead").text
    file = docx.Document(io.BytesIO(secretariat.get(f"{short}/file?form=docx&letterhead=y").data))
    assert "Institute of Examples" in {p.text for p in file.sections[0].header.paragraphs}
    assert "Only the Word file" in secretariat.get(f"{short}/file?form=text&letterhead=y").text
    assert secretariat.post(f"/consultations/{slug}/letterhead/removal", {}).status_code == 303
    with app.app_context():
        assert db.session.query(Letterhead).count() == 0


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.4 not Word", "head.docx"),
        (b"%PDF-1.4", "head.pdf"),
        (b"", "head.docx"),
        (b"PK\x03\x04", "a.docx"),
    ],
)
def test_a_letterhead_that_is_no_word_file_is_refused(app, slug, content, name):  # noqa: F811
    assert send(app, slug, content, name).status_code == 422
    with app.app_context():
        assert db.session.query(Letterhead).count() == 0


def test_only_rapporteur_and_secretariat_set_the_letterhead(app, slug):  # noqa: F811
    assert send(app, slug, word(), role=Role.CHAIR).status_code == 403
    assert send(app, slug, word(), role=Role.RAPPORTEUR).status_code == 303
