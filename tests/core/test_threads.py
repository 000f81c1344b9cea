"""A discussion keeps its order and its depth, and never shows more than a screen holds."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.threads import BATCH, DEEPEST, LONGEST, Line, Remark, Sort, Thread

SMALL = Thread([Remark(1), Remark(2), Remark(3, 1), Remark(4, 3), Remark(5, 1), Remark(6)])


def shown(thread: Thread, **how: object) -> list[tuple[int, int]]:
    return [(line.number, line.depth) for line in thread.screen(**how).lines]


def test_a_reply_stands_under_what_it_answers():
    assert shown(SMALL) == [(1, 1), (3, 2), (4, 3), (5, 2), (2, 1), (6, 1)]


def test_the_newest_come_first_and_their_replies_stay_in_order():
    assert shown(SMALL, sort=Sort.NEWEST) == [(6, 1), (2, 1), (1, 1), (3, 2), (4, 3), (5, 2)]


def test_the_most_answered_come_first():
    thread = Thread([Remark(1), Remark(2), Remark(3, 2), Remark(4, 3), Remark(5), Remark(6, 5)])
    assert [n for n, depth in shown(thread, sort=Sort.ANSWERED) if depth == 1] == [2, 5, 1]


def test_below_the_fourth_level_a_thread_continues_elsewhere():
    chain = Thread([Remark(1), *(Remark(n, n - 1) for n in range(2, 11))])
    assert chain.screen().lines[-1] == Line(4, DEEPEST, 6)
    assert shown(chain, under=4) == [(5, 1), (6, 2), (7, 3), (8, 4)]


def test_a_thousand_levels_are_no_trouble():
    chain = Thread([Remark(1), *(Remark(n, n - 1) for n in range(2, 2001))])
    assert chain.count == 2000
    assert len(chain.lineage(2000)) == 1999


def test_one_long_answer_leaves_room_for_the_others():
    thread = Thread([Remark(1), *(Remark(n, 1) for n in range(2, 500)), Remark(500)])
    lines = thread.screen().lines
    assert len(lines) == LONGEST + 1
    assert lines[0] == Line(1, 1, 499 - LONGEST)
    assert len(thread.screen(size=None).lines) == 500


def test_what_is_gone_keeps_its_place_only_for_replies():
    thread = Thread([Remark(1, gone=True), Remark(2, 1), Remark(3, gone=True), Remark(4, 3, gone=True)])
    assert shown(thread) == [(1, 1), (2, 2)]
    assert thread.count == 1
    assert not thread.stands(3)
    assert not thread.stands(99)


def test_more_follow_after_the_last_one_seen_even_if_it_has_gone_since():
    roots = [Remark(n, gone=n == 20) for n in range(1, 46)]
    first = Thread([Remark(n) for n in range(1, 46)]).screen()
    assert (first.last, first.following) == (BATCH, 25)
    assert shown(Thread(roots), after=first.last)[0] == (21, 1)


@st.composite
def discussions(draw: st.DrawFn) -> Thread:
    size = draw(st.integers(0, 80))
    remarks = []
    for number in range(1, size + 1):
        answers = draw(st.none() | st.integers(1, number - 1)) if number > 1 else None
        remarks.append(Remark(number, answers, draw(st.booleans())))
    return Thread(remarks)


@given(discussions(), st.sampled_from(Sort))
def test_batch_by_batch_shows_what_all_at_once_shows(thread: Thread, sort: Sort):
    firsts = [line.number for line in thread.screen(sort=sort, size=None).lines if line.depth == 1]
    seen, after = [], None
    while True:
        screen = thread.screen(sort=sort, after=after, size=3)
        seen += [line.number for line in screen.lines if line.depth == 1]
        if not screen.following:
            break
        after = screen.last
    assert seen == firsts


@given(discussions())
def test_every_readable_remark_is_shown_or_counted_once(thread: Thread):
    lines = thread.screen(size=None).lines
    numbers = [line.number for line in lines]
    assert len(numbers) == len(set(numbers))
    gone = sum(thread._remarks[number].gone for number in numbers)
    assert len(numbers) - gone + sum(line.more for line in lines) == thread.count
