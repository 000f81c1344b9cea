"""What tells two texts, and two reports, apart."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.determinations import Status
from app.core.redline import Stretch, compare, redline
from app.core.report.compose import compose
from tests.core.report.records import item, position, proposal, record


def test_a_changed_word_is_deleted_and_inserted() -> None:
    assert redline("the gate should open", "the gate could open") == (
        Stretch("same", "the gate "),
        Stretch("delete", "should "),
        Stretch("insert", "could "),
        Stretch("same", "open"),
    )


def test_chinese_is_compared_by_character() -> None:
    assert redline("会议商定", "会议决定") == (
        Stretch("same", "会议"),
        Stretch("delete", "商"),
        Stretch("insert", "决"),
        Stretch("same", "定"),
    )


@given(st.text(), st.text())
def test_both_texts_can_be_read_from_the_redline(before: str, after: str) -> None:
    stretches = redline(before, after)
    assert "".join(s.text for s in stretches if s.change != "insert") == before
    assert "".join(s.text for s in stretches if s.change != "delete") == after


def test_very_long_texts_are_told_as_replaced() -> None:
    long = "word " * 30_000
    assert redline(long, f"{long}more") == (Stretch("delete", long), Stretch("insert", f"{long}more"))


def test_two_reports_are_compared_block_by_block() -> None:
    gate = proposal("P1", position("P1.1", "the gate should open", Status.AGREED))
    lamp = proposal("P2", position("P2.1", "the lamp should burn", Status.AGREED))
    bell = proposal("P3", position("P3.1", "the bell should ring", Status.AGREED))
    wider = proposal("P1", position("P1.1", "the gate should open wide", Status.AGREED))
    before, after = compose(record(item(1, gate, lamp))), compose(record(item(1, wider, bell)))
    told = [
        (d.before.id if d.before else "", d.after.id if d.after else "")
        for d in compare(before, after)
        if d.is_changed
    ]
    assert ("p2-1", "") in told
    assert ("", "p3-1") in told
    assert not any(d.is_changed for d in compare(before, before))
