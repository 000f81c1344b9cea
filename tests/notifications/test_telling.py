"""Whom an act concerns is told of it once, as long as it may be read; nobody is told of own acts."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest

from app.chairing.actions import answer_objection, determine
from app.chairing.filing import file_statement, revise_statement, sign
from app.chairing.models import MinorityStatement
from app.consultations.models import Consultation
from app.consultations.seats import unseat
from app.consultations.terms import SeatState
from app.core.determinations import Status
from app.core.minority import Naming
from app.core.objections import ObjectionState
from app.core.outcomes import OutcomeKind
from app.core.phases import Phase
from app.core.texts import Form, Relation
from app.core.votes import Choice
from app.db import db, write
from app.deliberation.actions import comment_on, delete_comment, hide, table_position
from app.deliberation.models import Comment
from app.exchange.exporting import export_consultation
from app.exchange.importing import import_consultation
from app.exchange.reading import read_file
from app.notifications import actions
from app.notifications.acts import ACTS
from app.notifications.choices import forget_told
from app.notifications.deadlines import DEADLINES
from app.notifications.models import Notice
from app.outcomes.actions import conclude
from app.voting.actions import cast_vote, undo_vote
from app.voting.models import Objection
from tests import cast

SECOND = timedelta(seconds=1)


def test_a_reply_reaches_whom_it_answers_and_a_comment_whose_text_it_is_on(room):
    room.does("bo", lambda seat, at: comment_on(room.proposal, seat, "Why?", at, position=room.position))
    assert room.told() == [("amina", "commented")]
    root = lambda: db.session.query(Comment).first()  # noqa: E731
    room.does("carla", lambda seat, at: comment_on(room.proposal, seat, "Because.", at, parent=root()))
    assert room.told()[1:] == [("bo", "replied"), ("amina", "commented")]


def test_whoever_is_mentioned_is_told_and_nobody_twice_of_one_act(room):
    words = "What do @Bo Example and @amina  EXAMPLE think? Not @Bo Exampleson."
    room.does("carla", lambda seat, at: comment_on(room.proposal, seat, words, at))
    assert room.told() == [("amina", "mentioned"), ("bo", "mentioned")]


def test_nobody_is_told_of_own_acts(room):
    room.does("amina", lambda seat, at: comment_on(room.proposal, seat, "@Amina Example says so.", at))
    assert room.told() == []


def test_a_position_that_answers_anothers_is_told(room):
    def counter(seat, at):
        table_position(
            room.proposal,
            seat,
            "the name should be Conference",
            Form.CLAUSE,
            at,
            answers=room.position,
            answers_as=Relation.COUNTER,
        )

    room.does("bo", counter)
    assert room.told() == [("amina", "answered by a position")]


def test_an_objection_waits_for_the_chair_and_its_answer_for_the_objector(room):
    room.does("bo", lambda seat, at: cast_vote(seat, room.position, Choice.OBJECT, at, reason="Too vague."))
    assert room.told() == [("amina", "objected to own"), ("carla", "objected")]
    objection = lambda: db.session.query(Objection).one()  # noqa: E731
    later = room.begun + timedelta(hours=1)
    room.does(
        "carla",
        lambda seat, at: answer_objection(seat, objection(), ObjectionState.OUTWEIGHED, "It is clear.", at),
        later,
    )
    assert room.told(later)[2:] == [("bo", "objection answered"), ("amina", "objection to own answered")]


def test_what_was_undone_in_its_ten_seconds_was_never_told(room):
    room.does("bo", lambda seat, at: cast_vote(seat, room.position, Choice.OBJECT, at, reason="Too vague."))
    cast.listen(room.app, room.begun + 9 * SECOND)
    room.does("bo", lambda seat, at: undo_vote(seat, room.position, room.begun, at), room.begun + 9 * SECOND)
    assert room.told(room.begun + timedelta(hours=1)) == []


def test_everybody_seated_hears_what_the_chair_determines_and_what_happens_next(room):
    room.does(
        "carla",
        lambda seat, at: determine(seat, room.proposal, room.position, Status.FORWARD, "One.", "", at),
    )
    room.does("carla", lambda seat, at: conclude(seat, room.held, OutcomeKind.NEXT_STEP, "a meeting", at))
    everybody = ["secretary", "amina", "bo", "rafael", "ola"][1:]  # the secretary has no address
    assert [key for key, kind in room.told() if kind == "determined"] == everybody
    assert [key for key, kind in room.told() if kind == "concluded"] == everybody


def test_statements_are_told_to_officers_signatures_to_whom_they_join_and_other_words_to_who_signed(room):
    room.does("bo", lambda seat, at: cast_vote(seat, room.position, Choice.SUPPORT, at))
    determined = lambda seat, at: determine(  # noqa: E731
        seat, room.proposal, room.position, Status.REJECTED, "Nobody else.", "So it is.", at
    )
    room.does("carla", determined)
    room.told()
    filed = lambda: db.session.query(MinorityStatement).one()  # noqa: E731
    later = room.begun + timedelta(hours=1)
    room.does(
        "amina",
        lambda seat, at: file_statement(
            seat, room.proposal, room.position, "We stand by it.", Naming.UNNAMED, at
        ),
        later,
    )
    room.does("bo", lambda seat, at: sign(filed(), seat, Naming.UNNAMED, at), later)
    room.does(
        "amina",
        lambda seat, at: revise_statement(filed(), seat, "We stand by this.", Naming.UNNAMED, at),
        later + timedelta(hours=1),
    )
    told = [pair for pair in room.told(later + timedelta(hours=1)) if pair[1] != "determined"]
    assert told == [
        ("carla", "dissent filed"),
        ("rafael", "dissent filed"),
        ("amina", "dissent signed"),
        ("bo", "signature lapsed"),
    ]


def test_who_has_left_is_told_nothing_and_who_asks_for_a_seat_is_announced(room):
    def leave(seat, at):
        unseat(room.seat("bo"), seat, at)

    room.does("carla", leave)
    with room.app.app_context(), write():
        cast.seat(room.held, "zoe", room.begun, state=SeatState.REQUESTED)
        db.session.flush()
    room.does("carla", lambda seat, at: comment_on(room.proposal, seat, "@Bo Example, @Zoe Example!", at))
    assert room.told() == [("amina", "commented")]


def test_a_draft_is_told_to_its_officers_alone(room):
    with room.app.app_context(), write():
        room.held.phase = Phase.DRAFT
    room.does("rafael", lambda seat, at: conclude(seat, room.held, OutcomeKind.NEXT_STEP, "a meeting", at))
    assert room.told() == [("carla", "concluded")]


def test_of_what_is_hidden_or_deleted_nothing_is_read_any_more_and_its_author_is_told_why(room):
    room.does("bo", lambda seat, at: comment_on(room.proposal, seat, "A canary. @Ola Example", at))
    room.told()
    ola, bo = (cast.visitor(room.app, key) for key in ("ola", "bo"))
    assert "A canary." in ola.get("/notices").text
    room.does("carla", lambda seat, at: hide(db.session.query(Comment).one(), seat, "Off the subject.", at))
    room.told()
    assert "canary" not in ola.get("/notices").text
    assert "This can no longer be read." in ola.get("/notices").text
    assert "has been hidden" in bo.get("/notices").text
    assert "canary" not in bo.get("/notices").text


def test_a_letter_that_waits_says_nothing_of_what_was_hidden_meanwhile(room):
    room.does("bo", lambda seat, at: comment_on(room.proposal, seat, "A canary. @Ola Example", at))
    tomorrow = room.begun + timedelta(days=1)
    assert "ola" in room.mail(tomorrow)
    room.does("bo", lambda seat, at: delete_comment(db.session.query(Comment).one(), seat, at))
    assert "ola" not in room.mail(tomorrow)


def test_an_import_tells_nobody_what_it_brings_along(room, tmp_path):
    room.does("bo", lambda seat, at: comment_on(room.proposal, seat, "Why?", at))
    with room.app.app_context():
        copy = export_consultation(room.held, tmp_path)
        with write():
            import_consultation(read_file(copy, "copy"), tmp_path, room.begun)
    room.told()
    with room.app.app_context():
        told = db.session.query(Consultation.slug, Notice.kind).join(Notice.consultation).all()
    assert [tuple(row) for row in told] == [("name-of-the-cluster", "commented")]


@pytest.mark.parametrize("rounds", [4])
def test_several_heralds_tell_each_thing_once(room, rounds):
    for number in range(10):
        room.does("bo", lambda seat, at, n=number: comment_on(room.proposal, seat, f"{n}", at))
    barrier = Barrier(rounds)

    def walk() -> None:
        with room.app.app_context():
            barrier.wait()
            actions.tell(room.begun + timedelta(days=1))

    threads = [Thread(target=walk) for _ in range(rounds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert room.told(room.begun + timedelta(days=1)) == [("amina", "commented")] * 10
    assert len(cast.letters(room.app, "digest")) == 1


def test_the_tables_name_each_kind_once_and_their_sentences_only_what_is_there(room):
    names = [kind.name for kind in (*ACTS, *DEADLINES)]
    assert len(names) == len(set(names))
    assert all(len(name) <= 40 for name in names)


def test_who_is_erased_is_forgotten(room):
    room.does("bo", lambda seat, at: comment_on(room.proposal, seat, "Why?", at))
    room.wants("amina", "at once")
    room.told()
    with room.app.app_context(), write():
        forget_told(room.person("amina"))
    assert room.told() == []
