"""What comes out of one database goes into another and comes out the same."""

import json
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from flask import Flask

from app.accounts import models as accounts
from app.accounts.models import Account, Person
from app.calls import models as calls
from app.chairing import models as chairing
from app.consultations import models as consultations
from app.consultations.queries import find_consultation
from app.core.votes import total
from app.db import db, write
from app.deliberation import models as deliberation
from app.deliberation.models import Comment, Position
from app.drafting import models as drafting
from app.exchange import file as f
from app.exchange.exporting import export_consultation, to_bytes
from app.exchange.flaws import FileError
from app.exchange.importing import import_consultation
from app.exchange.reading import read_file
from app.floor import models as floor
from app.ledger.models import Event
from app.outcomes import models as outcomes
from app.publication.models import Approval, Circulation, Correction, PublishedReport
from app.voting import models as voting
from app.voting.models import Vote
from app.voting.queries import recount, tallies
from tests import cast
from tests.exchange.whole import whole

PARTS = {
    accounts.Person: f.Person,
    consultations.Consultation: f.ConsultationFile,
    consultations.AgendaItem: f.AgendaItem,
    consultations.Officer: f.Officer,
    consultations.StakeholderGroup: f.Group,
    consultations.Delegation: f.Delegation,
    consultations.Seat: f.Seat,
    consultations.Document: f.Document,
    deliberation.Proposal: f.Proposal,
    deliberation.Position: f.Position,
    deliberation.Comment: f.Comment,
    deliberation.CommentRevision: f.Revision,
    voting.Cast: f.Vote,
    voting.Objection: f.Objection,
    voting.ObjectionStep: f.ObjectionStep,
    calls.Call: f.Call,
    calls.CalledPosition: f.CalledPosition,
    calls.AskedVoice: f.AskedVoice,
    calls.CallAct: f.CallAct,
    calls.CallAnswer: f.CallAnswer,
    chairing.Determination: f.Determination,
    chairing.Challenge: f.Challenge,
    chairing.Ruling: f.Ruling,
    chairing.Interest: f.Interest,
    chairing.Appeal: f.Appeal,
    chairing.MinorityStatement: f.MinorityStatement,
    chairing.StatementRevision: f.EarlierStatement,
    chairing.Signature: f.Signature,
    outcomes.Outcome: f.Outcome,
    outcomes.OutcomeAccount: f.OutcomeAccount,
    floor.Intervention: f.Intervention,
    Event: f.Event,
    drafting.ReportDraft: f.ReportDraft,
    drafting.BlockRevision: f.BlockRevision,
    drafting.MarginNote: f.MarginNote,
    drafting.SetAside: f.SetAside,
    Circulation: f.Circulation,
    Correction: f.Correction,
    Approval: f.Approval,
    PublishedReport: f.PublishedReport,
}
OWNERS = {
    "consultation",
    "outcome",
    "proposal",
    "position",
    "objection",
    "determination",
    "call",
    "comment",
    "statement",
    "circulation",
    "draft",
}
OTHERWISE = {  # said by where a part stands, made from what the file says, or nobody's business
    "person.language",
    "person.timezone",
    "person.may_open",
    "person.created_at",
    "consultation.purpose_html",
    "consultation.follows_slug",
    "seat.own_group_id",
    "document.size",
    "document.digest",
    "proposal.body_html",
    "comment.body_html",
    "comment.parent_id",
    "comment.root_id",
    "determination.position_id",
    "determination.proposal_id",
    "event.consultation_id",
    "report_draft.block_order",
    "block_revision.number",
    "block_revision.after_block",
}


def bytes_of(tree: dict[str, Any]) -> bytes:
    return json.dumps(tree).encode()


def put(data: bytes, folder: Path, now: datetime) -> None:
    file = read_file(data)
    with write():
        import_consultation(file, folder, now)


def got(slug: str, folder: Path) -> bytes:
    return export_consultation(find_consultation(slug), folder)


@pytest.fixture
def rooms(app: Flask, now: datetime) -> None:
    """A database in which the ids of a newcomer will not begin at one."""
    with app.app_context():
        with write():
            seat = cast.seat(cast.consultation(now), "somebody", now)
            db.session.add(Event(at=now, act="x", subject=f"seat:{seat.id}"))
        yield


@pytest.mark.usefixtures("rooms")
def test_what_goes_in_comes_out_on_either_database(now: datetime, tmp_path: Path) -> None:
    put(bytes_of(whole()), tmp_path, now)
    exported = got("doors", tmp_path)
    assert json.loads(exported) == whole()
    assert exported == to_bytes(read_file(exported)), "one spelling, with no database in it"


@pytest.mark.usefixtures("rooms")
def test_the_votes_that_stand_are_the_last_of_each_voter(now: datetime, tmp_path: Path) -> None:
    put(bytes_of(whole()), tmp_path, now)
    position = db.session.scalars(sa.select(Position).where(Position.text == "oak doors with hinges")).one()
    assert total(tallies([position.id])[position.id].values()) == recount(position)
    standing = db.session.scalars(sa.select(Vote).where(Vote.position_id == position.id)).all()
    assert sorted(vote.choice for vote in standing) == ["accept", "object"]


@pytest.mark.usefixtures("rooms")
def test_threads_hang_together_again(now: datetime, tmp_path: Path) -> None:
    put(bytes_of(whole()), tmp_path, now)
    comments = db.session.scalars(sa.select(Comment).order_by(Comment.number)).all()
    assert [c.parent.number if c.parent else None for c in comments] == [None, 1, 2, 3]
    assert {c.root_id for c in comments} == {None, comments[0].id}
    assert comments[0].body_html == "<p>Why <em>oak</em>?</p>\n"


@pytest.mark.usefixtures("rooms")
def test_somebody_known_keeps_the_name_and_nobody_gets_an_account(now: datetime, tmp_path: Path) -> None:
    with write():
        cast.person("ada", now, name="Ada Known")
    put(bytes_of(whole()), tmp_path, now)
    assert db.session.scalars(sa.select(Person.name).where(Person.key == "ada")).all() == ["Ada Known"]
    assert db.session.scalar(sa.select(sa.func.count(Account.id))) == 0


@pytest.mark.usefixtures("rooms")
def test_a_followed_consultation_is_found_whenever_it_comes(now: datetime, tmp_path: Path) -> None:
    put(bytes_of(whole()), tmp_path, now)
    assert find_consultation("doors").follows is None
    put(bytes_of({**whole(), "slug": "windows", "follows": ""}), tmp_path, now)
    put(bytes_of({**whole(), "slug": "roofs", "follows": "doors"}), tmp_path, now)
    assert find_consultation("doors").follows.slug == "windows"
    assert find_consultation("roofs").follows.slug == "doors"
    assert json.loads(got("doors", tmp_path))["follows"] == "windows"


@pytest.mark.usefixtures("rooms")
def test_an_address_that_is_taken_is_refused(now: datetime, tmp_path: Path) -> None:
    put(bytes_of(whole()), tmp_path, now)
    with pytest.raises(FileError, match="--slug"):
        put(bytes_of(whole()), tmp_path, now)


@pytest.mark.usefixtures("rooms")
def test_a_file_that_fails_late_leaves_nothing(now: datetime, tmp_path: Path) -> None:
    tree = whole()
    tree["events"][-1]["subject"] = "P9.9"
    with pytest.raises(FileError, match=r"\$\.events\[16\]\.subject: there is no “P9.9”"):
        put(bytes_of(tree), tmp_path, now)
    assert find_consultation("doors") is None
    assert db.session.scalar(sa.select(sa.func.count(Person.id)).where(Person.key == "ada")) == 0


@pytest.mark.usefixtures("rooms")
def test_an_export_sees_one_instant_whatever_happens_meanwhile(
    app: Flask, now: datetime, tmp_path: Path
) -> None:
    put(bytes_of(whole()), tmp_path, now)
    db.session.rollback()
    begun = got("doors", tmp_path)
    other = Thread(target=_withdraw_everything, args=(app, now))
    other.start()
    other.join()
    db.session.expire_all()
    assert got("doors", tmp_path) == begun
    db.session.rollback()
    assert got("doors", tmp_path) != begun


def _withdraw_everything(app: Flask, now: datetime) -> None:
    with app.app_context(), write():
        db.session.execute(sa.update(Position).values(withdrawn_at=now))


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__tablename__)
def test_every_column_is_in_the_file_or_set_apart(model: Any) -> None:
    part = PARTS[model]
    for column in model.__table__.columns:
        name = column.name.removesuffix("_id")
        where = f"{model.__tablename__}.{column.name}"
        owner = name in OWNERS and not column.nullable
        assert name == "id" or owner or name in part.__struct_fields__ or where in OTHERWISE, where


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__tablename__)
def test_the_file_takes_no_longer_texts_than_the_database(model: Any) -> None:
    fields = {field.name: field for field in msgspec.inspect.type_info(PARTS[model]).fields}
    for column in model.__table__.columns:
        limit = getattr(column.type, "length", None)
        if column.name in fields and column.name != "voter" and isinstance(column.type, sa.String) and limit:
            assert _limit(fields[column.name].type) == limit, column


def _limit(kind: Any) -> int | None:
    while isinstance(kind, msgspec.inspect.Metadata):
        kind = kind.type
    return kind.max_length
