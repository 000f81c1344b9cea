"""What one may not know of is nowhere: not on a page, in a file, a search, an address or an error."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from flask import Flask
from pypdf import PdfReader
from werkzeug.test import TestResponse

from app.chairing.actions import determine
from app.consultations.actions import take_seat
from app.consultations.models import Consultation
from app.consultations.queries import agenda, find_consultation, find_seat
from app.consultations.terms import Readers, SeatState, VotingUnit
from app.core.determinations import Status
from app.core.outcomes import OutcomeKind
from app.core.phases import Phase
from app.core.roles import Role
from app.core.texts import Form, ProposalKind, Relation
from app.core.votes import Choice
from app.db import db, write
from app.deliberation.actions import comment_on, hide, replace_position, table_position, table_proposal
from app.deliberation.queries import find_position, find_proposal
from app.outcomes.actions import conclude
from app.publication.actions import publish
from app.voting.actions import cast_vote
from tests import cast
from tests.sweeps.addresses import act_of, addresses, rules
from tests.sweeps.conftest import person_of
from tests.sweeps.filling import fill_every_form

CANARY = "zqcanary"
REFS = ("P1", "P1.1", "P1.2", "P1C1", "P1C2", "P2", "P2.1", "P2C1")
STRANGERS = (None, "visitor", "left", "elsewhere")
CLOSED_DOORS = {
    "a draft": (Phase.DRAFT, Readers.PUBLIC, (None, "participant")),
    "for the signed in": (Phase.CLOSED, Readers.SIGNED_IN, (None,)),
    "reported to the seated": (Phase.REPORTED, Readers.SEATED, ("left",)),
    "for the seated": (Phase.OPEN, Readers.SEATED, STRANGERS),
}
WHO_IS_SEATED = ("/participants", "/record.json")  # where delegations stand without their votes
PARTS = (
    *(
        "1/positions/{}",
        "1/positions/{}/determination",
        "1/positions/{}/objections/1",
        "1/positions/{}/wording",
    ),
    *("1/comments/{}", "1/comments/{}/reply", "1/comments/{}/history", "1/comments/{}/edit"),
    *("2", "2/comments", "2/determination", "2/positions/1", "2/positions/1/determination", "2/comments/1"),
)  # the things that come after the first of their kind

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def told(app: Flask, slug: str, now) -> str:
    """A consultation whose every text carries the canary, somebody who has left it, and another one."""
    sent = list(fill_every_form(app, slug, lambda limit: f"a {CANARY}"[-limit:], ways=1))
    assert sum(each.accepted for each in sent) > 20
    with app.app_context(), write():
        held = find_consultation(slug)
        assert CANARY in held.title
        participant = person_of(Role.PARTICIPANT)  # whose own words of herself are on her own pages
        participant.name, participant.organization, participant.country = "Participant", "", ""
        cast.seat(held, "left", now).state = SeatState.LEFT
        held.phase = Phase.CLOSED
        publish(held, now)
        other = Consultation(
            slug="elsewhere", title="Elsewhere", phase=Phase.OPEN, created_at=now, follows=held
        )
        db.session.add(other)
        db.session.flush()
        cast.seat(other, "elsewhere", now)
    return slug


def test_who_may_not_know_of_a_consultation_finds_no_trace_of_it(app: Flask, told: str) -> None:
    officer = cast.visitor(app, Role.SECRETARIAT)
    singing = [where for where, answer in everything(app, officer, told) if CANARY in told_by(answer)]
    assert len(singing) > 40, "the sweep would notice nothing"
    for door, (phase, readers, strangers) in CLOSED_DOORS.items():
        with app.app_context(), write():
            held = find_consultation(told)
            held.phase, held.readers = phase, readers
        for stranger in strangers:
            asker = cast.visitor(app, stranger)
            for where, answer in everything(app, asker, told):
                assert CANARY not in told_by(answer), f"{where} tells the {stranger} of what is {door}"
                hidden = f"/{told}" not in where or answer.status_code == 404
                assert hidden, f"{where} answers {answer.status_code} to the {stranger}, {door}"
            assert_no_door(app, asker, told)
    for stranger in STRANGERS:
        for where, answer in everything(app, cast.visitor(app, stranger), "elsewhere"):
            assert CANARY not in told_by(answer), f"{where} tells the {stranger}"


def assert_no_door(app: Flask, asker: cast.Visitor, slug: str) -> None:
    """A consultation that one may not know of looks like one that is not there."""
    nowhere = "x" * len(slug)
    for rule in rules(app):
        if "slug" in rule.arguments:
            ask = asker.get if "GET" in rule.methods else asker.post
            closed, missing = (ask(addresses(app, rule, each)[0]) for each in (slug, nowhere))
            assert plain(closed, slug) == plain(missing, nowhere), rule.rule


def test_what_is_hidden_is_gone_for_all_but_the_officers(app: Flask, slug: str, now) -> None:
    with app.app_context(), write():
        held = find_consultation(slug)
        cast.seat(held, "reader", now)
        conceal(held, now)
        held.phase = Phase.CLOSED
        publish(held, now)
    for where, complaint, answer in read_on(app, slug):
        assert CANARY not in told_by(answer), f"{where} {complaint}"


def conceal(held: Consultation, now) -> None:
    """Hides a proposal, a position and a comment that have all that can hang on them."""
    author, chair = (find_seat(held, person_of(role)) for role in (Role.PARTICIPANT, Role.CHAIR))
    item, said = agenda(held)[0], f"the {CANARY} should sing"
    open_, closed = find_proposal(held, 1), table_proposal(item, author, ProposalKind.TEXT, said, said, now)
    inside = table_position(closed, author, said, Form.CLAUSE, now)
    alone = table_position(open_, author, said, Form.CLAUSE, now, elaboration=said)
    for position in (inside, alone):
        cast_vote(author, position, Choice.OBJECT, now, reason=said, remedy=said)
        determine(chair, position.proposal, position, Status.FORWARD, said, "", now)
    comment_on(closed, author, said, now)
    determine(chair, closed, None, Status.FORWARD, said, "", now)
    conclude(chair, held, OutcomeKind.NEXT_STEP, "another meeting", now, proposal=closed)
    table_position(open_, author, "no", Form.NOUN, now, answers=alone, answers_as=Relation.COUNTER)
    old = table_position(open_, author, said, Form.CLAUSE, now)
    replace_position(old, author, "another thing", Form.NOUN, old.kind, "", now)
    root = comment_on(open_, author, said, now)
    comment_on(open_, author, "An answer.", now, parent=root)
    for text in (closed, alone, old, root):
        hide(text, chair, "Off the subject.", now)


def read_on(app: Flask, slug: str) -> Iterator[tuple[str, str, TestResponse]]:
    """All that somebody seated gets while it is open, and anybody once it is reported; and whom it tells."""
    for phase, reader in ((Phase.OPEN, "reader"), (Phase.REPORTED, None)):
        with app.app_context(), write():
            find_consultation(slug).phase = phase
        for where, answer in everything(app, cast.visitor(app, reader), slug):
            yield where, f"tells the {reader} while {phase}", answer


def everything(app: Flask, asker: cast.Visitor, slug: str) -> Iterator[tuple[str, TestResponse]]:
    """What each address answers to somebody, with every kind of question."""
    for rule in rules(app):
        for path in addresses(app, rule, slug):
            if "GET" in rule.methods:
                yield f"GET {path}", asker.get(path)
                yield f"htmx {path}", asker.get(path, headers={"HX-Request": "true"})
            elif act_of(app, rule.endpoint):
                yield f"POST {path}", asker.post(path)
    yield from further(asker, slug)


def further(asker: cast.Visitor, slug: str) -> Iterator[tuple[str, TestResponse]]:
    """What is not the first of its kind, references, and searches."""
    for ref in REFS:
        yield f"GET {ref} at /{slug}", asker.get(f"/consultations/{slug}/texts/{ref}")
    for part in {part.format(number) for part in PARTS for number in (2, 3, 4)}:
        place = f"/consultations/{slug}/proposals/{part}"
        yield f"GET {place}", asker.get(place)
    for question in ("zq", "zqcan", "canar"):  # and not the whole, which a page may repeat
        yield f"search at /{slug}", asker.get(f"/consultations/{slug}/search", query_string={"q": question})


def told_by(answer: TestResponse) -> str:
    """All that an answer tells; a Word or PDF file by the words in it."""
    body = answer.get_data()
    if body.startswith(b"PK"):
        return words_in(body)
    if body.startswith(b"%PDF-"):
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    return f"{answer.headers}{body.decode()}"


def words_in(package: bytes) -> str:
    """What the parts of a Word file say."""
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def plain(answer: TestResponse, slug: str) -> str:
    """A page without the address that was asked for, and without what is made anew each time."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", answer.text.replace(slug, "…"))


def test_without_public_names_no_voter_is_told(app: Flask, slug: str, now) -> None:
    with app.app_context(), write():
        held = find_consultation(slug)
        held.names_public, held.voting_unit = False, VotingUnit.PERSON
        cast.seat(held, "reader", now)
        position = find_position(find_proposal(held, 1), 2)
        for number, choice in enumerate(Choice):
            someone = cast.person(f"voter {number}", now, name=f"{CANARY} {number}", organization=CANARY)
            body = cast.delegation(held, f"{CANARY} body {number}")
            voter = take_seat(held, someone, Role.PARTICIPANT, now, delegation=body)
            reservation = "But." if choice is Choice.ACCEPT else ""
            cast_vote(voter, position, choice, now, reason="Because.", reservation=reservation)
        chair = find_seat(held, person_of(Role.CHAIR))
        determine(chair, position.proposal, position, Status.FORWARD, "As it is.", "", now)
        held.phase = Phase.CLOSED
        publish(held, now)
    for where, complaint, answer in read_on(app, slug):
        if not where.endswith(WHO_IS_SEATED):
            assert CANARY not in told_by(answer), f"{where} {complaint}"
